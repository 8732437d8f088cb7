"""The meeting on the projector, the lead's note on the laptop: and with one screen, never both."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt

from taf_desktop.services.desk import Desk
from taf_desktop.services.private_notes import PrivateNotes
from taf_desktop.services.search import find
from tests.ui.application_fixture import press
from tests.ui.family_fixture import OnScreen
from tests.ui.meeting_screen import IN_THE_ROOM, come_in, every_word, go, meeting, words_of
from tests.ui.two_screens import NOTE, STEPS, write_screens


def test_with_a_projector_everybody_sees_the_meeting_and_only_the_lead_the_note(
    practice_families: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "tests.ui.two_screens", os.fspath(practice_families)]
    env = os.environ | {"QT_QPA_PLATFORM": write_screens(tmp_path)}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == [step.__name__ for step in STEPS]


def test_with_one_screen_the_note_stands_at_the_desk_of_the_lead_alone(
    practised: OnScreen,
) -> None:
    workspace, review = practised.workspace, meeting(practised)
    come_in(practised, *IN_THE_ROOM)
    workspace.private_notes.write(review.id, NOTE)
    go(practised, "decision")
    press(Qt.Key.Key_F9)
    assert practised.page.said.text().startswith("There is no other screen.")
    assert practised.application.window.beside is None
    assert NOTE not in every_word()
    practised.go("meetings")
    press(Qt.Key.Key_Return)
    assert practised.page.private.entry.words() == NOTE
    assert NOTE not in words_of(practised.go("history"))
    page = practised.go("documents", document="whole_record")
    assert "on one meeting are not in it" in page.own_notes.text()
    assert page.own_notes.isVisible()
    assert NOTE not in words_of(page)
    assert not practised.go("documents", document="family_plan").own_notes.isVisible()
    workspace.agencies.make_lead(practised.family_id, practised.people["Ruth Okafor"])
    practised.go("meetings")
    assert practised.page.private is None
    assert NOTE not in every_word()
    assert workspace.private_notes.of(review.id) is None
    desk = Desk(
        store=workspace.store, pack=workspace.pack, clock=lambda: datetime.now(UTC),
        owner_id=practised.people["Ruth Okafor"],
    )  # fmt: skip
    assert PrivateNotes(desk).of(review.id) == ""
    assert find(workspace.search.everything(), "bruise") == []
