"""The process that holds the records: kept to itself, and followed by a fresh one."""

import os
import sys

from taf_desktop.ui.coming_back import ComingBack

if sys.platform != "win32":
    import resource

COMING_BACK = "TAF_DESKTOP_COMING_BACK"
"""Where a process that locks itself tells the next one which page to go back to."""


def start_process_again(coming_back: ComingBack) -> None:
    """Put a fresh process in the place of this one: the memory with the records is gone."""
    sys.stdout.flush()
    sys.stderr.flush()
    command = [word for word in sys.orig_argv if word != "--practice"]
    told = {**os.environ, COMING_BACK: coming_back.as_text()}
    os.execve(sys.executable, command, told)  # noqa: S606  # the very command that started it


def guard_process() -> None:
    """Let nobody else read the files of this process, and nothing write out its memory."""
    os.umask(0o077)
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
