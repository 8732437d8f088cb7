"""Starting the program: places, the command line, faults, closing, and starting afresh."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from taf_desktop import __version__
from taf_desktop.__main__ import NO_DISPLAY, lacks_display
from taf_desktop.app import Application, places_for
from taf_desktop.log import EventLog, catch_faults
from taf_desktop.paths import settings_file
from taf_desktop.settings import Preferences, save_preferences
from taf_desktop.ui import this_process
from taf_desktop.ui.coming_back import ComingBack, from_text
from tests.accessibility.walk import settle
from tests.conftest import PASSPHRASE
from tests.ui.application_fixture import (
    application,
    door,
    inside,
    locked,
    press,
    tab_to,
    type_words,
)

__all__ = ["application", "door", "inside", "locked"]


def started(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program as a command, without a display unless one is named."""
    without = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    bare = {key: value for key, value in os.environ.items() if key not in without}
    return subprocess.run(
        [sys.executable, "-m", "taf_desktop", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=bare | environment,
        cwd=Path(__file__).parents[1],
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only there can a display be missing")
def test_without_a_display_one_sentence_and_code_3() -> None:
    run = started()
    assert run.returncode == NO_DISPLAY == 3
    assert run.stdout == ""
    assert re.fullmatch(r"There is no display here, [^.]*\.\n", run.stderr)


def test_a_display_is_missing_only_on_linux_and_only_when_nothing_names_one() -> None:
    assert lacks_display("linux", {"DISPLAY": ""})
    assert not lacks_display("linux", {"WAYLAND_DISPLAY": "wayland-0"})
    assert not lacks_display("darwin", {})
    assert not lacks_display("win32", {})


def test_the_version_is_told() -> None:
    assert started("--version").stdout == f"TAF Desktop {__version__}\n"


def test_the_checks_pass_here_without_a_display() -> None:
    run = started("--self-check")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "Window: ok" in run.stdout.splitlines()


def test_a_chosen_folder_holds_everything(tmp_path: Path) -> None:
    places = places_for(tmp_path)
    assert {places.records.parent, places.practice.parent, places.settings.parent} == {tmp_path}
    assert places.log.parent == tmp_path


def test_the_folder_of_the_preferences_is_used(tmp_path: Path) -> None:
    save_preferences(settings_file(), Preferences(records_folder=str(tmp_path / "elsewhere")))
    assert places_for(None).records == tmp_path / "elsewhere"


def typed_request(application: Application) -> str:
    """Type what the request is about, and stop before it is saved; the words."""
    family = application.workspace.families.lines()[0].family
    application.window.navigator.go("family.request", family_id=family.id)
    settle()
    tab_to("What")
    type_words("They miss breakfast")
    return "They miss breakfast"


def words_of(application: Application) -> str:
    """Everything that the first family's request says, read after opening again."""
    opened = application.vault.unlock(PASSPHRASE)
    family = opened.families.lines()[0].family
    said = str(vars(opened.requests.current(family.id)))
    opened.close()
    return said


def test_closing_the_window_saves_what_was_typed_and_closes_the_records(
    inside: Application,
) -> None:
    words = typed_request(inside)
    inside.window.close()
    assert inside.workspace is None
    assert words in words_of(inside)


def test_locking_saves_what_was_typed(inside: Application) -> None:
    words = typed_request(inside)
    press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert inside.workspace is None
    assert words in words_of(inside)


def test_records_that_can_only_be_read_are_marked_on_every_page(locked: Application) -> None:
    workspace = locked.vault.unlock(PASSPHRASE)
    workspace.store.change_no_more()
    locked.go_in(workspace)
    assert locked.window.band.isVisible()
    assert locked.window.band.label.text().startswith("These records can be read here")
    assert not locked.band.practice_leave.isVisible()


def test_words_that_cannot_be_saved_are_not_lost_by_locking_unasked(inside: Application) -> None:
    typed_request(inside)
    inside.workspace.store.change_no_more()
    inside.window.ask.give([False])
    inside.window.lock()
    assert inside.workspace is not None
    assert inside.window.ask.asked[-1][1] == "What you typed last could not be saved."
    inside.window.ask.give([True])
    inside.window.lock()
    assert inside.workspace is None


def test_a_fault_is_told_in_words_and_logged_without_any(
    inside: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_faults(EventLog(inside.places.log, inside.window.clock), inside.tell_fault)
    try:
        raise ValueError("El said she is frightened")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert inside.window.ask.asked[-1][1] == "Something in the program went wrong."
    logged = inside.places.log.read_text(encoding="utf-8")
    assert "frightened" not in logged
    assert json.loads(logged)["fault"] == "ValueError"


def test_locking_begins_a_new_process_after_the_records_are_closed(inside: Application) -> None:
    order: list[str] = []

    def start_again(_coming_back: ComingBack) -> None:
        order.append("open" if inside.workspace else "closed")

    inside._start_again = start_again
    inside.window.lock()
    assert order == ["closed"]


def test_a_new_process_is_the_same_command_but_never_practice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun: list[tuple[str, list[str], dict[str, str]]] = []
    monkeypatch.setattr(os, "execve", lambda *told: begun.append(told))
    monkeypatch.setattr(sys, "orig_argv", ["python", "-m", "taf_desktop", "--practice"])
    this_process.start_process_again(ComingBack(why="the screen was locked", page="home"))
    ((path, command, environment),) = begun
    assert (path, command) == (sys.executable, ["python", "-m", "taf_desktop"])
    told = from_text(environment[this_process.COMING_BACK])
    assert (told.why, told.page) == ("the screen was locked", "home")


def test_the_title_of_the_window_names_nobody(inside: Application) -> None:
    assert inside.window.windowTitle() == "TAF Desktop"
