"""A laptop and a projector: a program of its own, because Qt learns of its screens at the start."""

import json
import shutil
import sys
import tempfile
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from taf_desktop.app import Application, places_for
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.ui.ask import Answers
from taf_desktop.ui.pages.meeting.lead_window import LeadWindow
from tests.accessibility.walk import assert_accessible, settle
from tests.conftest import TestClock
from tests.journeys.offscreen import start_offscreen
from tests.ui.family_fixture import OnScreen
from tests.ui.meeting_screen import IN_THE_ROOM, come_in, go, meeting, words_of

NOTE = "Ask Dana alone about the bruise"
_SCREEN = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1.0, "y": 0}
SCREENS = {
    "synchronousWindowSystemEvents": True,
    "screens": [
        {"name": "laptop", "x": 0, "width": 1280, "height": 720, **_SCREEN},
        {"name": "projector", "x": 1280, "width": 1024, "height": 768, **_SCREEN},
    ],
}


def write_screens(folder: Path) -> str:
    """The platform for Qt, with the two screens in a file."""
    path = folder / "screens.json"
    path.write_text(json.dumps(SCREENS))
    return f"offscreen:configfile={path}"


def key(window: QWidget, pressed: Qt.Key) -> None:
    """Press a key in one of the two windows."""
    window.activateWindow()
    settle()
    QTest.keyClick(window, pressed)
    settle()


def begin(program: Application, practice: Path) -> OnScreen:
    """The review, with the family and the team in the room."""
    shutil.copytree(practice, program.places.practice)
    program.open(practise=True)
    settle()
    assert program.workspace is not None
    lines = program.workspace.families.lines()
    family_id = next(line.family.id for line in lines if line.family.name == "Marlow")
    names = program.workspace.people.names(family_id)
    people = {name: UUID(one) for one, name in names.items()}
    screen = OnScreen(application=program, family_id=family_id, people=people)
    come_in(screen, *IN_THE_ROOM)
    go(screen, "views")
    return screen


def lead_of(program: Application) -> LeadWindow:
    """The window on the laptop."""
    lead = program.window.beside
    assert isinstance(lead, LeadWindow)
    return lead


def everybody_sees_the_meeting_and_the_lead_alone_the_note(screen: OnScreen) -> None:
    """F9: the meeting is on the projector, the note on the laptop, each with its own words."""
    program = screen.application
    key(program.window, Qt.Key.Key_F9)
    lead = lead_of(program)
    assert program.window.screen().name() == "projector"
    assert program.window.isFullScreen()
    assert lead.screen().name() == "laptop"
    assert lead.shown.text() == "Everybody sees: What has changed in worries and goals"
    assert lead.minutes.text() == "About 35 minutes left"
    assert lead.box is not None
    QTest.keyClicks(lead.box.entry, NOTE)
    assert lead.leave()
    assert lead.told.text() == "Your note is saved."
    assert NOTE in words_of(lead)
    assert NOTE not in words_of(program.window)
    assert_accessible(lead)
    assert program.window.size() == program.window.screen().size()


def ctrl_z_on_the_shared_screen_does_not_reach_the_note(screen: OnScreen) -> None:
    """The note is out of the room's sight, so nothing in the room takes it back."""
    program = screen.application
    program.window.undo()
    assert screen.page.said.text().startswith("Nothing is taken back")
    assert screen.workspace.private_notes.of(meeting(screen).id) == NOTE


def a_screen_that_is_pulled_out_changes_nothing_but_the_picture(screen: OnScreen) -> None:
    """The shared view hides at once and comes back on the laptop; what was typed is kept."""
    program = screen.application
    entry = lead_of(program).box.entry  # type: ignore[union-attr]  # it was there a moment ago
    QTest.keyClicks(entry, " today")
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.screenRemoved.emit(app.screens()[1])
    settle()
    assert screen.page.name == "hidden"
    assert program.window.screen().name() == "laptop"
    assert not program.window.isFullScreen()
    assert program.window.beside is None
    assert screen.workspace.private_notes.of(meeting(screen).id) == f"{NOTE} today"
    assert NOTE not in words_of(program.window)


def leaving_the_meeting_brings_it_back(screen: OnScreen) -> None:
    """The card stands on the projector; the next page never does."""
    program = screen.application
    go(screen, "papers")
    key(program.window, Qt.Key.Key_F9)
    screen.go("overview")
    assert (screen.page.name, program.window.screen().name()) == ("turn", "projector")
    screen.page.go_on()
    settle()
    assert (screen.page.name, program.window.screen().name()) == ("family.overview", "laptop")
    assert program.window.beside is None


def a_child_draws_on_the_laptop_alone(screen: OnScreen) -> None:
    """What only the child and the lead may see never stands on the projector."""
    program = screen.application
    go(screen, "family")
    key(program.window, Qt.Key.Key_F9)
    assert program.window.screen().name() == "projector"
    screen.go("houses", meeting_id=meeting(screen).id, person_id=screen.people["El"])
    assert screen.page.name == "family.houses"
    assert program.window.screen().name() == "laptop"
    assert program.window.beside is None


def locking_takes_both_away(screen: OnScreen) -> None:
    """Nothing of the note stays when the records are locked."""
    program = screen.application
    go(screen, "views")
    key(program.window, Qt.Key.Key_F9)
    assert lead_of(program).isVisible()
    program.window.lock()
    settle()
    assert program.window.beside is None
    assert program.window.screen().name() == "laptop"
    assert [one for one in program.window.children() if isinstance(one, LeadWindow)] == []


STEPS = (
    everybody_sees_the_meeting_and_the_lead_alone_the_note,
    ctrl_z_on_the_shared_screen_does_not_reach_the_note,
    a_screen_that_is_pulled_out_changes_nothing_but_the_picture,
    leaving_the_meeting_brings_it_back,
    a_child_draws_on_the_laptop_alone,
    locking_takes_both_away,
)


def main(practice: Path) -> None:
    """Go through it all, and say what held."""
    qt = start_offscreen()
    clock = TestClock()
    clock.set("2026-03-12", "15:45")
    with tempfile.TemporaryDirectory() as folder:
        program = Application(qt, places_for(Path(folder)), Answers(), clock, work=LEAST_WORK)
        screen = begin(program, practice)
        review = meeting(screen)
        today = {"held_on": "2026-03-12", "starts_at": "15:30", "minutes": 50}
        screen.workspace.meetings.save(review.id, today)
        go(screen, "views")
        for step in STEPS:
            step(screen)
            print(step.__name__)
        program.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
