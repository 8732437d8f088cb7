"""A full disk is said, the words stay on the screen, and they are saved once there is room."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from taf_desktop.app import Application
from tests.faults.counting import count
from tests.ui.application_fixture import (
    application,
    door,
    focused,
    inside,
    locked,
    press,
    tab_to,
    type_words,
)

__all__ = ["application", "door", "inside", "locked"]

FULL = "Nothing was saved: the disk is full."
WORDS = "They miss breakfast. " * 400
A_SMALL_DISK = ["unshare", "--map-root-user", "--mount"]
ON_IT = 'mount -t tmpfs -o size=1m none "$1" && exec "$0" -m tests.faults.full_disk_child "$1"'


def can_have_a_small_disk() -> bool:
    """Whether this computer lets a test have a disk of its own, in memory."""
    if sys.platform != "linux":
        return False
    mounting = [*A_SMALL_DISK, "mount", "-t", "tmpfs", "none", "/mnt"]
    return subprocess.run(mounting, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not can_have_a_small_disk(), reason="no disk of its own for a test here")
def test_on_a_full_disk_everything_saved_stays_and_saving_goes_on_when_there_is_room(
    tmp_path: Path,
) -> None:
    run = subprocess.run(
        [*A_SMALL_DISK, "sh", "-c", ON_IT, sys.executable, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=80,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (run.returncode, run.stderr) == (0, "")
    told = json.loads(run.stdout)
    row = count("disk full while saving")
    row.tried, row.met, row.lost = told["saved"] + 2, 2, told["lost"]
    row.undetected = int(not told["is_whole"])
    assert told["refused"] == [
        FULL,
        "Your words are still on the screen. Make room on this computer; saving is tried again.",
    ]
    assert told["saved"] > 10
    assert told["saved_after_room_was_made"] > 5
    assert told["is_still_read"]
    assert (told["lost"], told["is_whole"], told["complaints"]) == (0, True, [])


def limit_pages(application: Application, most: int) -> None:
    """Let the file have so many pages and no more, which the database takes for a full disk."""
    # Whoever gives the connection back while it is read breaks that off.
    application.beside.looking.wait()
    raw = application.workspace._desk.store.file.engine.raw_connection()
    raw.driver_connection.execute(f"PRAGMA max_page_count={most}")
    raw.close()


def test_on_the_page_it_is_said_and_the_words_are_kept_until_there_is_room(
    inside: Application,
) -> None:
    family = inside.workspace.families.lines()[0].family
    inside.window.navigator.go("family.request", family_id=family.id)
    page = inside.window.navigator.page
    limit_pages(inside, 1)
    tab_to("What they said")
    box = focused()
    box.insertPlainText(WORDS)
    press(Qt.Key.Key_Tab)
    assert page.saver.note.isVisible()
    assert page.saver.note.lead.text() == f"Not saved: {FULL}"
    assert not inside.window.top.saved.text().startswith("Saved at")
    assert box.words() == WORDS
    assert inside.workspace.requests.current(family.id).concern is None

    limit_pages(inside, 1_000_000)
    tab_to("What they said")
    type_words("!")
    press(Qt.Key.Key_Tab)
    assert not page.saver.note.isVisible()
    assert inside.window.top.saved.text().startswith("Saved at")
    assert inside.workspace.requests.current(family.id).concern == box.words()
    assert "!" in box.words()


def test_words_that_could_not_be_saved_are_saved_by_themselves_once_there_is_room(
    inside: Application, qtbot: QtBot
) -> None:
    family = inside.workspace.families.lines()[0].family
    inside.window.navigator.go("family.request", family_id=family.id)
    page = inside.window.navigator.page
    limit_pages(inside, 1)
    tab_to("What they said")
    box = focused()
    box.insertPlainText(WORDS)
    press(Qt.Key.Key_Tab)
    assert page.saver.note.isVisible()
    limit_pages(inside, 1_000_000)
    with qtbot.waitSignal(page.saver.saved, timeout=15_000):
        pass
    assert not page.saver.note.isVisible()
    assert inside.workspace.requests.current(family.id).concern == WORDS
