"""Who is away when: typed in one line, seen at once, put right, and thought of in the next date."""

from datetime import date

import pytest

from tests.accessibility.walk import settle
from tests.ui.application_fixture import press, tab_to, type_words
from tests.ui.family_fixture import ENTER, OnScreen
from tests.ui.meeting_screen import come_in, every_word, go

LINE = "Away, in one line"


@pytest.fixture
def room(practised: OnScreen) -> OnScreen:
    """The review, with the day of the next meeting being agreed."""
    come_in(practised, "Mum", "Nan", "Miss Hall")
    go(practised, "decision")
    return practised


def offered(room: OnScreen) -> list[str]:
    return [button.text() for button in room.page.part.next_time.days]


def test_a_line_is_shown_as_understood_and_moves_the_days_that_are_offered(room: OnScreen) -> None:
    assert any("12 March" in words for words in offered(room))
    tab_to(LINE)
    type_words("Sam Reed away 9 to 20 March: operation")
    assert "Sam Reed is away from Monday 9 March to Friday 20 March 2026." in every_word()
    press(ENTER)
    assert not any("12 March" in words for words in offered(room))
    assert room.page.part.absences.words() == ""
    settle()
    assert "operation" not in every_word()
    room.go("people", person_id=room.people["Sam Reed"])
    tab_to("I have turned it")
    press(ENTER)
    assert "operation" in every_word()


def test_what_was_noted_is_put_right_and_taken_away_with_the_keyboard(room: OnScreen) -> None:
    room.workspace.absences.add(
        room.family_id, room.people["Sam Reed"], {"first_on": "2026-03-12", "last_on": "2026-03-12"}
    )
    part = go(room, "decision")
    part.next_time._choose(date(2026, 3, 12))
    assert "Sam Reed is away on Thursday 12 March 2026." in part.next_time.remark.words.text()
    tab_to("Put right: Sam Reed")
    press(ENTER)
    tab_to("Away from, day")
    type_words("13")
    tab_to("Away until, that day too, day")
    type_words("13")
    tab_to("Note when they are away")
    assert "Friday 13 March 2026" in every_word()
    assert not part.next_time.remark.isVisible()
    tab_to("Take away: Sam Reed")
    press(ENTER)
    assert part.absences.rows == {}
    assert room.workspace.history.undo() == "Take away when somebody is away"


def test_a_line_that_is_not_understood_waits_and_is_not_lost(room: OnScreen) -> None:
    tab_to(LINE)
    type_words("Mum sometimes")
    press(ENTER)
    assert "No day was understood" in every_word()
    go(room, "papers")
    part = go(room, "decision")
    assert part.absences.words() == "Mum sometimes"
    assert part.absences.rows == {}
