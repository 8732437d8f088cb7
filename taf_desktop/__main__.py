"""Starts the program: the window, or one of the commands that need none."""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from taf_desktop import __version__
from taf_desktop.cli.commands import add_commands, run
from taf_desktop.cli.self_check import self_check

NO_DISPLAY = 3
"""The code for the system when there is no display to open a window on."""

_NO_DISPLAY_WORDS = (
    "There is no display here, so the window of TAF Desktop cannot open: start it from a desktop."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; the code for the system."""
    told = _parser().parse_args(arguments)
    if told.command is not None:
        return run(told)
    if told.self_check:
        return self_check(print, lambda: _app().check_window())
    if lacks_display(sys.platform, os.environ):
        print(_NO_DISPLAY_WORDS, file=sys.stderr)
        return NO_DISPLAY
    code: int = _app().run(told.data_folder, told.practice)
    return code


def _app() -> Any:  # noqa: ANN401  # a module
    # Loaded only now: without a display, or without the libraries of Qt, the sentence and the
    # check above must still come.
    return import_module("taf_desktop.app")


def lacks_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window cannot open: on Linux, when nothing names a display."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform == "linux" and not any(environment.get(name) for name in names)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="taf-desktop",
        description="Team Around the Family meetings on one laptop, in one encrypted file.",
    )
    parser.add_argument("--version", action="version", version=f"TAF Desktop {__version__}")
    parser.add_argument(
        "--self-check",
        action="store_true",
        help="check this installation without opening a window, and say what was found",
    )
    parser.add_argument(
        "--data-folder",
        type=Path,
        metavar="PATH",
        help="keep records, practice and settings in this folder",
    )
    parser.add_argument(
        "--practice", action="store_true", help="open the practice families straight away"
    )
    add_commands(parser)
    return parser


if __name__ == "__main__":
    sys.exit(main())
