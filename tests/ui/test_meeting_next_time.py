"""The next date before anybody leaves: one press, said gently when odd, and for calendars."""

import os
from datetime import UTC, datetime
from pathlib import Path

import icalendar
import pytest

from taf_desktop.services.readers import VENUE
from tests.accessibility.walk import settle
from tests.ui.application_fixture import press, tab_to, type_words
from tests.ui.family_fixture import ENTER, OnScreen
from tests.ui.meeting_screen import come_in, every_word, go, meeting

TEAM, FAMILY = "File for the team, with the place", "File for the family, day and time only"


@pytest.fixture
def room(practised: OnScreen) -> OnScreen:
    """The review, with the day of the next meeting being agreed."""
    come_in(practised, "Mum", "Nan", "Miss Hall")
    go(practised, "decision")
    return practised


def ask_for(screen: OnScreen, words: str, path: Path | None) -> None:
    screen.application.window.ask.give([path])
    tab_to(words)
    press(ENTER)


def event(path: Path) -> icalendar.Event:
    [only] = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return only


def test_the_same_weekday_six_weeks_on_is_one_press(room: OnScreen) -> None:
    tab_to("In 6 weeks: Thursday 12 March 2026")
    press(ENTER)
    review = meeting(room)
    assert (review.next_on, review.next_at) == ("2026-03-12", "15:30")
    boxes = room.page.part.next_time.panel.editor("next_on")
    assert boxes.value() == "2026-03-12"
    assert not room.page.part.next_time.remark.isVisible()


def test_a_day_in_the_holidays_is_said_and_kept(room: OnScreen) -> None:
    for part, words in (("day", "6"), ("month", "4"), ("year", "2026")):
        tab_to(f"Day of the next meeting, {part}")
        type_words(words)
    tab_to("Time of the next meeting")
    assert meeting(room).next_on == "2026-04-06"
    assert "Monday 6 April 2026 is a bank holiday." in every_word()


def test_the_file_for_the_team_says_where_and_names_nobody(room: OnScreen, tmp_path: Path) -> None:
    tab_to("In 6 weeks")
    press(ENTER)
    ask_for(room, TEAM, tmp_path / "team.ics")
    found = event(tmp_path / "team.ics")
    assert found["SUMMARY"] == "Meeting"
    assert found["LOCATION"] == "Oakfield Primary, the Snug"
    assert found.decoded("DTSTART") == datetime(2026, 3, 12, 15, 30, tzinfo=UTC)
    content = (tmp_path / "team.ics").read_text(encoding="utf-8")
    assert not [name for name in ("Marlow", "Dana", "Mum", "Finn") if name in content]
    assert room.application.window.ask.asked[-1][2] == "meeting 2026-03-12.ics"
    assert os.stat(tmp_path / "team.ics").st_mode & 0o077 == 0 or os.name != "posix"


def test_the_file_for_the_family_is_plain(room: OnScreen, tmp_path: Path) -> None:
    tab_to("In 6 weeks")
    press(ENTER)
    ask_for(room, FAMILY, tmp_path / "family.ics")
    assert "LOCATION" not in event(tmp_path / "family.ics")


def test_the_place_is_left_out_when_one_of_the_team_must_not_learn_it(
    room: OnScreen, tmp_path: Path
) -> None:
    room.workspace.people.protect(room.family_id, room.people["Priya Nair"], [VENUE])
    tab_to("In 6 weeks")
    press(ENTER)
    ask_for(room, TEAM, tmp_path / "team.ics")
    assert "LOCATION" not in event(tmp_path / "team.ics")
    assert room.said == "Saved, without a place"


def test_without_a_day_the_file_is_asked_for_in_words(room: OnScreen) -> None:
    tab_to(FAMILY)
    press(ENTER)
    asked = room.application.window.ask.asked[-1]
    assert asked[1] == "There is no file for calendars yet."


def test_a_folder_that_is_not_there_is_said_and_nothing_is_left(
    room: OnScreen, tmp_path: Path
) -> None:
    tab_to("In 6 weeks")
    press(ENTER)
    ask_for(room, FAMILY, tmp_path / "gone" / "family.ics")
    assert room.application.window.ask.asked[-1][1] == "The file for calendars was not saved."
    assert list(tmp_path.glob("**/*.part")) == []


def test_going_back_from_the_question_where_saves_nothing(room: OnScreen, tmp_path: Path) -> None:
    tab_to("In 6 weeks")
    press(ENTER)
    ask_for(room, FAMILY, None)
    assert list(tmp_path.glob("*.ics")) == []


def test_what_is_for_the_team_alone_is_written_on_the_page_of_meetings(room: OnScreen) -> None:
    assert "is written on the page Meetings" in every_word()
    room.go("meetings")
    tab_to("I have turned it")
    press(ENTER)
    tab_to("Notes")
    type_words("Ask the midwife first")
    room.go("overview")
    settle()
    assert meeting(room).notes == "Ask the midwife first"
    go(room, "decision")
    assert "midwife" not in every_word()
