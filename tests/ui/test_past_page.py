"""The plan as it stood on an earlier day, on screen and by keyboard."""

import pytest

from taf_desktop.ui.pages.day_choice import NO_DAY, TO_COME
from tests.accessibility.walk import assert_accessible
from tests.conftest import TestClock
from tests.ui.application_fixture import press, tab_to, type_words
from tests.ui.family_fixture import ENTER, OnScreen
from tests.ui.test_family_story import said, words_on


@pytest.fixture
def reworded(marlow: OnScreen, clock: TestClock) -> OnScreen:
    """A worry in other words on the same day, and settled in February."""
    worry = said(marlow, "Mum is very low")
    clock.set("2026-01-29", "16:12")
    marlow.workspace.views.save_statement(worry.id, {"text": "Mum is poorly"})
    clock.set("2026-02-10")
    marlow.workspace.views.save_statement(worry.id, {"settled_on": "2026-02-10"})
    return marlow


def type_day(day: str) -> None:
    for part, words in zip(("day", "month", "year"), day.split(), strict=True):
        tab_to(f"The plan as it stood on, {part}")
        type_words(words)
    tab_to("Show the plan of that day")
    press(ENTER)


def test_a_day_typed_in_the_history_shows_the_plan_of_that_day(reworded: OnScreen) -> None:
    reworded.go("history")
    type_day("29 1 2026")
    assert reworded.page.name == "family.past"
    words = words_on(reworded.page)
    assert "Mum is poorly" in words
    assert "In these words since 16:12 on 29 January 2026 (Amira)" in words
    assert "Before, from 15:30 on 29 January 2026 (Amira): “Mum is very low”" in words
    assert "This is the past." in words


def test_from_one_day_to_another_and_back_to_the_history(reworded: OnScreen) -> None:
    reworded.go("past", day="2026-02-10")
    assert "Mum is poorly" not in words_on(reworded.page)
    tab_to("The plan as it stood on, day")
    reworded.page.choice.editor.boxes.parts[0].clear()
    type_words("9")
    tab_to("Show the plan of that day")
    press(ENTER)
    assert "Monday 9 February 2026" in reworded.page.title()
    assert "Mum is poorly" in words_on(reworded.page)
    tab_to("Back to the history")
    press(ENTER)
    assert reworded.page.name == "family.history"


@pytest.mark.parametrize(
    ("day", "problem"), [("31 2 2026", NO_DAY), ("11 2 2026", TO_COME), ("10 2 202", NO_DAY)]
)
def test_a_day_that_is_none_or_has_not_come_is_not_shown(
    reworded: OnScreen, day: str, problem: str
) -> None:
    page = reworded.go("history")
    type_day(day)
    assert reworded.page is page
    assert page.day.editor.problem.text() == f"Error: {problem}"


def test_before_the_first_day_it_says_when_it_began(reworded: OnScreen) -> None:
    page = reworded.go("past", day="2026-01-28")
    assert "It began on Thursday 29 January 2026." in words_on(page)


def test_the_papers_of_a_day_are_one_key_away_and_marked(
    practised: OnScreen, clock: TestClock
) -> None:
    day = practised.workspace.today.isoformat()
    clock.set("2026-02-10")
    practised.go("past", day=day)
    tab_to("Papers of that day")
    press(ENTER)
    assert practised.page.name == "family.documents"
    assert practised.page.title() == "The plan as it stood on Thursday 29 January 2026"
    assert practised.page.past.isVisible()
    assert practised.page.copy.stood_on.isoformat() == day
    assert_accessible(practised.application.window)
    tab_to("Back to that day")
    press(ENTER)
    assert practised.page.name == "family.past"
    practised.go("documents")
    assert not practised.page.past.isVisible()
    assert practised.page.copy.stood_on is None


def test_the_past_is_accessible_and_looking_changes_nothing(
    theme: str, practised: OnScreen
) -> None:
    before = practised.workspace.history.count()
    practised.application.preferences.choose(theme=theme)
    practised.go("past", day=practised.workspace.today.isoformat())
    assert_accessible(practised.application.window)
    assert practised.workspace.history.count() == before
