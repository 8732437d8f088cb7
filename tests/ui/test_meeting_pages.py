"""Each part of a meeting: for everybody, in every theme; nothing is lost, hidden means gone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from taf_desktop.ui.pages.meeting import MeetingPage
from tests.accessibility.walk import assert_accessible, settle
from tests.ui.application_fixture import focused, press, tab_to, type_words
from tests.ui.family_fixture import CTRL, ENTER, OnScreen, click_at
from tests.ui.meeting_screen import (
    FIRST_PARTS,
    IN_THE_ROOM,
    REVIEW_PARTS,
    come_in,
    every_word,
    go,
    meeting,
)

BOTH = [("first", part) for part in FIRST_PARTS] + [("review", part) for part in REVIEW_PARTS]


def page_words(screen: OnScreen) -> str:
    return "\n".join(
        label.text() for label in screen.page.findChildren(QLabel) if label.isVisible()
    )


@pytest.mark.parametrize("part", REVIEW_PARTS)
def test_each_part_of_a_review_is_accessible(theme: str, practised: OnScreen, part: str) -> None:
    practised.application.preferences.choose(theme=theme)
    come_in(practised, *IN_THE_ROOM)
    go(practised, part)
    assert_accessible(practised.application.window)


@pytest.mark.parametrize("part", FIRST_PARTS)
def test_each_part_of_a_first_meeting_is_accessible(
    theme: str, practised: OnScreen, part: str
) -> None:
    practised.application.preferences.choose(theme=theme)
    go(practised, part, "first")
    assert_accessible(practised.application.window)


def test_opening_the_parts_changes_nothing(practised: OnScreen) -> None:
    come_in(practised, *IN_THE_ROOM)
    before = practised.workspace.history.count()
    for kind, part in BOTH:
        go(practised, part, kind)
    practised.go("overview")
    assert practised.workspace.history.count() == before


def test_a_step_is_undone_from_within_a_part(practised: OnScreen) -> None:
    part = go(practised, "here")
    tab_to("Nan is here")
    press(Qt.Key.Key_Space)
    nan = practised.people["Nan"]
    assert nan in practised.workspace.meetings.present(meeting(practised).id)
    press(Qt.Key.Key_Z, CTRL)
    assert practised.workspace.meetings.present(meeting(practised).id) == []
    assert isinstance(practised.page, MeetingPage)
    assert not practised.page.part.rows[nan].here.value()
    assert practised.page.part is not part


def test_a_review_opens_with_the_open_actions_and_the_last_numbers(practised: OnScreen) -> None:
    come_in(practised, *IN_THE_ROOM)
    part = go(practised, "last_actions")
    assert sorted(part.cards) == [1, 4, 5, 6]
    part = go(practised, "numbers")
    part.show_together()
    told = part.picture.picture.accessibleDescription()
    assert "Mum no number, last time 4" in told
    assert "El no number, last time 3" in told


def test_f12_takes_every_word_away_and_brings_the_same_part_back(practised: OnScreen) -> None:
    come_in(practised, *IN_THE_ROOM)
    go(practised, "views")
    assert "Nan comes because then" in every_word()
    press(Qt.Key.Key_F12)
    words = every_word()
    for name in ("Nan comes because", "Marlow", "Weaver", "Oakfield", "Mum", "Finn"):
        assert name not in words
    assert practised.application.window.windowTitle() == "Meeting"
    press(Qt.Key.Key_F12)
    assert practised.page.rail_key()[1]["part"] == "views"
    assert "Nan comes because then" in every_word()


def test_what_stands_half_typed_is_kept_when_the_screen_is_hidden(practised: OnScreen) -> None:
    come_in(practised, *IN_THE_ROOM)
    go(practised, "views")
    type_words("The bus is late")
    press(Qt.Key.Key_F12)
    texts = [row.text for row in practised.workspace.views.statements(practised.family_id)]
    assert texts.count("The bus is late") == 1
    press(Qt.Key.Key_F12)
    assert "The bus is late" in page_words(practised)


def test_hiding_the_screen_forgets_neither_the_goal_nor_what_was_seen(practised: OnScreen) -> None:
    come_in(practised, *IN_THE_ROOM)
    go(practised, "here")
    go(practised, "numbers")._choose_goal(1)
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_F12)
    assert practised.page.part.goal.text == "Finn sleeps in a dry room."
    assert practised.application.window.rail_bar.button("Who is here").entry.status == "seen"


def test_entering_a_meeting_leaves_no_page_of_the_family_behind(practised: OnScreen) -> None:
    practised.go("people")
    assert "4 Weaver's Yard" in every_word() or "Weaver" in every_word()
    come_in(practised, *IN_THE_ROOM)
    go(practised, "family")
    assert "Weaver" not in every_word()


def test_going_back_from_a_meeting_the_keys_of_its_columns_still_work(practised: OnScreen) -> None:
    come_in(practised, *IN_THE_ROOM)
    for _ in range(2):
        go(practised, "views")
        press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        assert focused().accessibleName() == "Add something that works"
        practised.go("overview")
        press(ENTER)
        practised.go("views")
        press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
        assert focused().accessibleName() == "Add what needs to happen"


def test_what_is_missing_is_listed_with_the_way_to_each(practised: OnScreen) -> None:
    go(practised, "decision")
    tab_to("Finish the plan")
    press(ENTER)
    words = page_words(practised)
    assert "Before the plan is finished it needs:" in words
    assert meeting(practised).finished_at is None
    settle()
    assert focused().accessibleName() == "Nobody is marked as here."
    press(ENTER)
    assert practised.page.rail_key()[1]["part"] == "here"


def test_a_finished_plan_goes_on_to_the_papers(practised: OnScreen) -> None:
    come_in(practised, *IN_THE_ROOM)
    meetings, review = practised.workspace.meetings, meeting(practised)
    meetings.agree(review.id, practised.people["Mum"], {"decision": "agrees"})
    meetings.save(review.id, {"decisions": ["continue"], "next_on": "2026-03-12"})
    for goal in practised.workspace.views.goals(practised.family_id):
        scale = practised.workspace.views.scale_for(goal.id)
        practised.workspace.views.mark(scale.id, practised.people["Mum"], review.id, {"value": 6})
    go(practised, "decision").finish()
    assert practised.page.rail_key()[1]["part"] == "papers"
    assert meeting(practised).finished_at is not None


def test_a_day_is_shown_in_words_where_an_action_is_put_right(practised: OnScreen) -> None:
    come_in(practised, *IN_THE_ROOM)
    part = go(practised, "actions")
    letter = next(
        row for row in practised.workspace.actions.of(practised.family_id) if row.number == 5
    )
    part.choose(letter.id)
    assert letter.by_when == "2026-01-19"
    assert part.form_card.panel.editor("by_when").box.text() == "19 January 2026"


def test_a_click_on_a_row_is_not_lost_while_typed_words_are_saved(practised: OnScreen) -> None:
    come_in(practised, *IN_THE_ROOM)
    part = go(practised, "actions")
    first, second = list(part.list.rows)[:2]
    part.choose(first)
    practised.focus(part.form_card.panel.editor("how_we_know").box)
    type_words("She is at the door by eight")
    row, window = part.list.rows[second], practised.application.window
    practised.page.body.verticalScrollBar().setValue(0)
    click_at(window, row.mapTo(window, row.rect().center()))
    assert part.form_card.action.id == second
    assert part.list.rows[second] is row
    kept = practised.workspace.actions.of(practised.family_id)
    assert next(one for one in kept if one.id == first).how_we_know == "She is at the door by eight"
