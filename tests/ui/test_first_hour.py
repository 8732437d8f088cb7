"""What made somebody hesitate in the first hour with a family, found where it is looked for."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from taf_desktop.ui.editors.date_words import whole_year
from taf_desktop.ui.widgets import LinkButton
from tests.accessibility.walk import assert_accessible, settle
from tests.journeys.hand import Hand
from tests.ui.application_fixture import focused, press, tab_to, type_words
from tests.ui.family_fixture import OnScreen
from tests.ui.meeting_screen import IN_THE_ROOM, come_in, every_word, go, meeting, person, statement

ENTER = Qt.Key.Key_Return


@pytest.fixture
def hand(practised: OnScreen) -> Hand:
    """Somebody at the keyboard, with the family and the team in the room."""
    come_in(practised, *IN_THE_ROOM)
    return Hand(practised.application.window)


def part_shown(screen: OnScreen) -> object:
    return screen.page.rail_key()[1]["part"]


def test_what_an_action_still_needs_is_asked_of_that_action(
    practised: OnScreen, hand: Hand
) -> None:
    added = practised.workspace.actions.add(practised.family_id, {"what": "Ring the GP"})
    before = len(practised.workspace.actions.of(practised.family_id))
    go(practised, "decision").finish()
    hand.press(f"Action {added.number} has nobody who will do it.")
    assert focused().accessibleName() == "Who will do it"
    hand.choose("Who will do it", "Mum")
    hand.key(Qt.Key.Key_Tab)
    rows = practised.workspace.actions.of(practised.family_id)
    assert len(rows) == before
    assert next(row for row in rows if row.id == added.id).who_id == person(practised, "Mum")


def test_an_action_that_is_not_shown_here_is_not_opened_by_what_it_needs(
    practised: OnScreen, hand: Hand
) -> None:
    words = {"what": "Ask about the tablets"}
    added = practised.workspace.actions.add(practised.family_id, words)
    come_in(practised, "Craig", "Mum")
    go(practised, "decision").finish()
    hand.press(f"Action {added.number} has nobody who will do it.")
    assert part_shown(practised) == "actions"
    assert "Ask about the tablets" not in every_word()


def test_a_goal_without_a_number_is_the_one_that_is_asked_about(
    practised: OnScreen, hand: Hand
) -> None:
    views = practised.workspace.views
    first, *_, last = views.goals(practised.family_id)
    for goal in views.goals(practised.family_id)[:-1]:
        scale = views.scale_for(goal.id)
        views.mark(scale.id, person(practised, "Mum"), meeting(practised).id, {"value": 6})
    go(practised, "decision").finish()
    hand.press("A goal has no number from anybody at this meeting.")
    assert practised.page.part.goal.id == last.id != first.id


def test_finishing_from_the_papers_shows_what_is_needed(practised: OnScreen, hand: Hand) -> None:
    go(practised, "papers")
    hand.press("Finish the plan")
    settle()
    assert part_shown(practised) == "decision"
    assert "Before the plan is finished it needs:" in hand.reads()
    assert focused().accessibleName() == "A goal has no number from anybody at this meeting."


def test_a_word_is_put_right_while_it_is_read_back(practised: OnScreen, hand: Hand) -> None:
    go(practised, "agree")
    hand.press("Show it all as a list")
    said = next(iter(practised.page.part.list.changes))
    tab_to("Change: ")
    press(ENTER)
    assert focused().accessibleName() == "In their words"
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_words("Mornings are hard")
    hand.press("Done")
    settle()
    assert part_shown(practised) == "agree"
    assert statement(practised, "Mornings are hard").id == said
    assert focused().accessibleName() == "Change: Mornings are hard"


def test_what_was_undone_is_said_where_the_family_sits(practised: OnScreen, hand: Hand) -> None:
    part = go(practised, "views")
    part.three.cards[0].box.setFocus()
    type_words("The bus is late")
    press(ENTER)
    assert "Saved at" in practised.page.said.text()
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    said = practised.page.said
    assert said.isVisible()
    assert said.text() == "Undone: Add what was said. Ctrl+Y does it again."
    press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert said.text() == "Done again: Add what was said"
    assert_accessible(practised.application.window)


@pytest.mark.parametrize("part_name", ["family", "views"])
def test_words_that_are_not_shown_are_said_to_be_kept(
    practised: OnScreen, hand: Hand, part_name: str
) -> None:
    come_in(practised, "Craig", "Mum", "El")
    go(practised, part_name)
    type_words("I like it when Nan comes")
    press(ENTER)
    assert statement(practised, "I like it when Nan comes")
    assert practised.page.said.text().startswith("Kept. It is not shown here")
    assert "I like it when Nan comes" not in every_word()


def test_somebody_who_is_marked_here_in_the_list_counts_at_once(
    practised: OnScreen, hand: Hand
) -> None:
    practised.workspace.meetings.save(meeting(practised).id, {"place": "7 Weaver's Yard"})
    go(practised, "here")
    hand.press("Craig: not here, or a note")
    hand.choose("Craig: here or not", "Here")
    hand.key(Qt.Key.Key_Tab)
    settle()
    assert "Weaver's Yard" not in every_word()


def test_enter_goes_on_to_whoever_has_no_number_yet(practised: OnScreen, hand: Hand) -> None:
    come_in(practised, "Mum", "Nan")
    part = go(practised, "numbers")
    press(ENTER)
    first = part.chosen
    assert not part.marks or not part.marks.now, "Enter alone chooses nothing"
    press(Qt.Key.Key_4)
    press(ENTER)
    assert part.chosen != first
    press(Qt.Key.Key_6)
    press(ENTER)
    assert focused().accessibleName() == "Show all the numbers together"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("26", "2026"), ("17", "2017"), ("36", "2036"), ("37", "1937"), ("52", "1952")],
)
def test_a_year_of_two_digits_is_the_one_that_is_near(typed: str, meant: str) -> None:
    assert whole_year(typed, date(2026, 1, 29)) == meant


@pytest.mark.parametrize("typed", ["", "2017", "about 2019", "6", "xx"])
def test_any_other_year_stays_as_it_was_typed(typed: str) -> None:
    assert whole_year(typed, date(2026, 1, 29)) == typed


def test_half_three_and_an_hour_are_understood_and_seven_is_asked_about(
    practised: OnScreen, hand: Hand
) -> None:
    go(practised, "here")
    hand.fill("Time", "half three")
    hand.fill("How many minutes", "an hour")
    hand.key(Qt.Key.Key_Tab)
    kept = practised.workspace.meetings.one(meeting(practised).id)
    assert (kept.starts_at, kept.minutes) == ("15:30", 60)
    boxes = [box.text() for box in practised.page.findChildren(QLineEdit)]
    assert "15:30" in boxes
    assert "60" in boxes
    hand.fill("Time", "half seven")
    hand.key(Qt.Key.Key_Tab)
    assert "Which time is that? For example: 15:30, half three or 7pm." in hand.reads()
    assert practised.workspace.meetings.one(kept.id).starts_at == "half seven"


def test_what_needs_to_happen_becomes_a_goal_with_one_press(
    practised: OnScreen, hand: Hand
) -> None:
    part = go(practised, "views")
    part.three.cards[2].box.setFocus()
    type_words("We eat together")
    press(ENTER)
    hand.press("Make it a goal: We eat together")
    goals = practised.workspace.views.goals(practised.family_id)
    assert [one.worry_id for one in goals if one.text == "We eat together"] == [None]
    assert focused().accessibleName() == "Change: We eat together"
    assert "Make it a goal: We eat together" not in [
        button.accessibleName() for button in practised.page.findChildren(LinkButton)
    ]


def test_who_sits_there_is_asked_what_they_see_and_not_for_a_report(
    practised: OnScreen, hand: Hand
) -> None:
    meetings, priya = practised.workspace.meetings, person(practised, "Priya Nair")
    meetings.attend(meeting(practised).id, priya, {"state": "report_sent"})
    words = {label.text() for label in go(practised, "updates").findChildren(QLabel)}
    assert {"What Sam Reed sees", "What their report says: Priya Nair"} <= words


def test_a_child_who_would_be_born_next_year_is_asked_about_and_kept(
    practised: OnScreen, hand: Hand
) -> None:
    practised.go("people", person_id=person(practised, "Finn"))
    hand.day("Date of birth", "3 May 2027")
    hand.key(Qt.Key.Key_Tab)
    hand.key(Qt.Key.Key_Tab)
    assert "This day is still to come. Is the year right?" in hand.reads()
    hand.day("Date of birth", "3 May 2021")
    hand.key(Qt.Key.Key_Tab)
    hand.key(Qt.Key.Key_Tab)
    assert "still to come" not in hand.reads()
