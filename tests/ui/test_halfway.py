"""The power goes amid a sentence: the same part of the meeting is there, and the half sentence."""

import shutil
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from taf_desktop.app import Application
from taf_desktop.store.store import RECORDS
from taf_desktop.ui.coming_back import NOWHERE
from taf_desktop.ui.halfway import BACK_HERE, WITH_WORDS
from tests.accessibility.walk import settle
from tests.conftest import PASSPHRASE, TestClock
from tests.ui.application_fixture import focused, press, type_words

PAGE = 4096
ENTER, ALT = Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier


class Room:
    """A first meeting of a mother and her child, in an application that may lose its power."""

    def __init__(self, application: Application, beside: Path) -> None:
        self.application, self._beside = application, beside
        workspace = application.workspace
        self.family_id = workspace.families.lines()[0].family.id
        mother = {"given_name": "Dana", "called": "Mum"}
        self.mother = workspace.people.add(self.family_id, "adult", mother).id
        child = {"given_name": "El"}
        self.child = workspace.people.add(self.family_id, "child", child).id
        self.meeting_id = workspace.meetings.add(self.family_id, "first").id
        for person_id in (self.mother, self.child):
            workspace.meetings.attend(self.meeting_id, person_id, {"state": "present"})

    @property
    def workspace(self) -> Any:
        """The open records."""
        return self.application.workspace

    @property
    def page(self) -> Any:
        """The page that is shown."""
        return self.application.window.navigator.page

    def go(self, part: str) -> Any:
        """Open a part of the meeting."""
        args = {"family_id": self.family_id, "meeting_id": self.meeting_id, "part": part}
        self.application.window.navigator.go("family.meeting", **args)
        settle()
        return self.page.part

    def cut(self) -> None:
        """Let the power go: what the program would still do when it is closed never happens."""
        folder = self.application.vault.folder
        shutil.copytree(folder, self._beside)
        self.application.close()
        shutil.rmtree(folder)
        self._beside.rename(folder)
        self.application.coming_back = NOWHERE
        self.application.show_door()
        settle()

    def come_back(self) -> None:
        """Start again, and unlock."""
        type_words(PASSPHRASE)
        press(ENTER)

    def cut_and_come_back(self) -> None:
        """The power goes a moment after the last key, and is back."""
        self.application.halfway.keep()
        self.cut()
        self.come_back()

    def said(self) -> list[str]:
        """What was said."""
        return [row.text for row in self.workspace.views.statements(self.family_id)]

    def promised(self) -> list[str]:
        """What was promised."""
        return [row.what for row in self.workspace.actions.of(self.family_id)]


@pytest.fixture
def room(inside: Application, tmp_path: Path) -> Room:
    """The meeting, with nothing said yet."""
    return Room(inside, tmp_path / "cut")


def test_half_a_statement_stands_in_its_column_and_is_typed_on(room: Room) -> None:
    room.go("views")
    press(Qt.Key.Key_2, ALT)
    card = room.page.part.three.cards[1]
    card.box.set_speaker(str(room.mother))
    card.box.exact.set_value(True)
    type_words("Nan comes on Tue")
    room.cut_and_come_back()
    assert room.page.args["part"] == "views"
    assert room.page.said.text() == WITH_WORDS
    assert focused() is room.page.part.three.cards[1].box.entry
    assert room.said() == []
    type_words("sdays")
    press(ENTER)
    [row] = room.workspace.views.statements(room.family_id)
    assert (row.text, row.exact_words, row.said_by) == (
        "Nan comes on Tuesdays", True, [str(room.mother)]
    )  # fmt: skip


def test_what_a_child_was_saying_stands_with_that_child(room: Room) -> None:
    part = room.go("family")
    part.choose(room.child)
    settle()
    part.speaker.where.set_value("worried")
    type_words("It smells in my ro")
    room.cut_and_come_back()
    assert room.page.part.chosen == room.child
    assert room.page.part.speaker.where.value() == "worried"
    type_words("om")
    press(ENTER)
    assert room.said() == ["It smells in my room"]


def test_half_an_action_is_understood_again(room: Room) -> None:
    room.go("actions")
    type_words("Mum rings the GP tomor")
    room.cut_and_come_back()
    assert room.page.part.line.words() == "Mum rings the GP tomor"
    type_words("row")
    press(ENTER)
    assert room.promised() == ["Rings the GP"]
    assert room.workspace.actions.of(room.family_id)[0].who_id == room.mother


def test_a_line_about_who_is_away_is_there_again(room: Room) -> None:
    part = room.go("decision")
    part.absences.entry.setFocus()
    type_words("Mum away 9 to 20 F")
    room.cut_and_come_back()
    assert room.page.part.absences.words() == "Mum away 9 to 20 F"


def test_a_goal_is_still_for_its_worry(room: Room) -> None:
    worry = room.workspace.views.add_statement(room.family_id, "worried", "It is damp")
    part = room.go("views")
    part.three._aim(worry)
    type_words("A dry ro")
    room.cut_and_come_back()
    type_words("om")
    press(ENTER)
    [goal] = room.workspace.views.goals(room.family_id)
    assert (goal.text, goal.worry_id) == ("A dry room", worry.id)


def test_a_statement_is_there_once_when_the_power_goes_right_after_enter(room: Room) -> None:
    room.go("views")
    press(Qt.Key.Key_2, ALT)
    type_words("Nan comes")
    room.application.halfway.keep()
    press(ENTER)
    room.cut()
    room.come_back()
    assert room.said() == ["Nan comes"]
    assert room.page.halfway() == {}


def test_an_action_is_there_once_when_the_power_goes_right_after_enter(room: Room) -> None:
    room.go("actions")
    type_words("Mum rings the GP tomorrow")
    room.application.halfway.keep()
    press(ENTER)
    room.cut()
    room.come_back()
    assert room.promised() == ["Rings the GP"]
    assert room.page.halfway() == {}


def test_words_that_were_taken_back_do_not_come_again(room: Room) -> None:
    room.go("views")
    type_words("ab")
    room.application.halfway.keep()
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Backspace)
    room.cut_and_come_back()
    assert room.page.halfway() == {}
    assert room.page.said.text() == BACK_HERE


def test_without_a_pause_it_is_kept_all_the_same(room: Room, qtbot) -> None:
    room.go("views")
    type_words("Nan comes")

    def is_kept() -> bool:
        kept = room.workspace.halfway.kept
        return kept is not None and "column worried" in kept.boxes

    qtbot.waitUntil(is_kept)
    assert room.workspace.halfway.kept.boxes["column worried"]["words"] == "Nan comes"


def test_the_hidden_screen_stays_hidden(room: Room) -> None:
    room.go("views")
    press(Qt.Key.Key_F12)
    room.cut_and_come_back()
    assert room.page.name == "hidden"
    press(ENTER)
    assert room.page.args["part"] == "views"


def test_outside_a_meeting_only_words_bring_somebody_back(room: Room) -> None:
    navigator = room.application.window.navigator
    navigator.go("family.views", family_id=room.family_id)
    settle()
    type_words("It is da")
    room.cut_and_come_back()
    assert room.page.name == "family.views"
    type_words("mp")
    press(ENTER)
    assert room.said() == ["It is damp"]
    room.cut_and_come_back()
    assert room.page.name == "home"


def test_a_meeting_of_another_day_is_left_alone_unless_words_wait_there(
    room: Room, clock: TestClock
) -> None:
    room.go("views")
    room.application.halfway.keep()
    clock.set("2026-01-30")
    room.cut()
    room.come_back()
    assert room.page.name == "home"
    clock.set("2026-01-29")
    room.go("views")
    type_words("It is da")
    room.application.halfway.keep()
    clock.set("2026-01-30")
    room.cut()
    room.come_back()
    assert room.page.halfway()["column worried"]["words"] == "It is da"


def test_whoever_closes_the_window_begins_at_home(room: Room) -> None:
    room.go("views")
    type_words("It is damp")
    room.application.halfway.keep()
    room.application.window.close()
    room.application.window.show()
    room.application.show_door()
    settle()
    room.come_back()
    assert room.page.name == "home"
    assert room.said() == ["It is damp"]


def test_a_lock_takes_the_words_in_and_comes_back_to_the_same_part(room: Room) -> None:
    room.go("views")
    type_words("It is damp")
    room.application.halfway.keep()
    room.application.window.lock()
    settle()
    room.come_back()
    assert room.page.args["part"] == "views"
    assert room.page.halfway() == {}
    assert room.said() == ["It is damp"]


def test_when_enter_fails_the_words_still_wait(room: Room) -> None:
    room.go("views")
    type_words("It is damp")
    room.application.halfway.keep()
    records = room.application.vault.folder
    away = records.rename(records.parent / "away")
    press(ENTER)
    away.rename(records)
    assert room.said() == []
    assert room.workspace.halfway.kept.boxes["column worried"]["words"] == "It is damp"


def test_a_meeting_that_is_gone_ends_at_home(room: Room) -> None:
    room.go("views")
    type_words("It is damp")
    room.application.halfway.keep()
    kept = room.workspace.halfway.kept
    gone = kept.place.replace(str(room.meeting_id), str(UUID(int=1)))
    room.workspace.halfway.keep(type(kept)(place=gone, boxes=kept.boxes))
    room.cut()
    room.come_back()
    assert room.page.name == "home"


def test_records_without_a_readable_place_for_it_open_all_the_same(room: Room) -> None:
    room.go("views")
    room.application.halfway.keep()
    with room.workspace.store.file.engine.connect() as connection:
        found = connection.exec_driver_sql(
            "SELECT rootpage FROM sqlite_master WHERE tbl_name = 'halfway'"
        )
        roots = list(found.scalars())
    room.cut()
    with (room.application.vault.folder / RECORDS).open("r+b") as file:
        for root in roots:
            file.seek((root - 1) * PAGE + 100)
            file.write(b"damaged")
    room.come_back()
    assert room.page.name == "home"
    assert room.application.halfway.workspace is room.workspace


def test_what_a_child_writes_in_a_house_is_kept_while_they_write(room: Room, qtbot) -> None:
    args = {"family_id": room.family_id, "meeting_id": room.meeting_id, "person_id": room.child}
    room.application.window.navigator.go("family.houses", **args)
    settle()
    type_words("4826")
    press(ENTER)
    page = room.page
    page.enter(next(iter(page.houses)))
    settle()
    page.room.words.setFocus()
    type_words("My bed")
    qtbot.waitUntil(lambda: "My bed" in room.said())
    page.shell.let_go()
