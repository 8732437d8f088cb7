"""While the screen may face the room: the card before any other page, the bar, and Ctrl+Z."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from taf_desktop.ui.theme import apply_theme
from tests.accessibility.walk import assert_accessible, settle
from tests.conftest import TestClock
from tests.journeys.hand import Hand
from tests.ui.application_fixture import focused, press, type_words
from tests.ui.family_fixture import CTRL, OnScreen
from tests.ui.meeting_screen import (
    IN_THE_ROOM,
    REVIEW_PARTS,
    come_in,
    every_word,
    go,
    meeting,
    statement,
)

ENTER, F7, F12 = Qt.Key.Key_Return, Qt.Key.Key_F7, Qt.Key.Key_F12
TURNED = "I have turned it. Go on"
IN_RED = "must not learn"


@pytest.fixture
def hand(practised: OnScreen) -> Hand:
    """Somebody at the keyboard, with the family and the team in the room."""
    come_in(practised, *IN_THE_ROOM)
    return Hand(practised.application.window)


def part_shown(screen: OnScreen) -> object:
    return screen.page.rail_key()[1]["part"]


def test_the_overview_waits_until_the_screen_is_turned(practised: OnScreen, hand: Hand) -> None:
    go(practised, "papers")
    hand.press("Leave the meeting")
    assert practised.page.title() == "The meeting is over. Thank you all."
    assert IN_RED not in every_word()
    assert "Marlow" not in every_word()
    assert focused().accessibleName() == TURNED
    assert_accessible(practised.application.window)
    hand.press(TURNED)
    assert practised.page.name == "family.overview"
    assert IN_RED in every_word()


def test_no_key_leads_past_the_card(practised: OnScreen, hand: Hand) -> None:
    go(practised, "views")
    press(F12)
    for key in (Qt.Key.Key_K, Qt.Key.Key_N, Qt.Key.Key_K):
        press(key, CTRL)
        assert practised.page.name == "turn"
    hand.press("Back to the meeting")
    assert part_shown(practised) == "views"


def test_one_looks_something_up_and_comes_back_by_alt_left(practised: OnScreen, hand: Hand) -> None:
    go(practised, "papers")
    hand.press("Our family plan: look at it, and save or print it")
    assert practised.page.title() == "What comes next is for one person alone"
    press(ENTER)
    assert practised.page.name == "family.documents"
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert part_shown(practised) == "papers"


def test_a_meeting_that_is_prepared_or_looked_up_at_a_desk_needs_no_turning(
    practised: OnScreen, clock: TestClock
) -> None:
    come_in(practised)
    go(practised, "papers")
    assert practised.go("overview").name == "family.overview"
    clock.set("2026-03-12", "15:45")
    go(practised, "papers", "first")
    assert practised.workspace.meetings.present(meeting(practised, "first").id)
    assert practised.go("overview").name == "family.overview"


def test_the_screen_can_be_hidden_wherever_the_page_is_scrolled_to(
    practised: OnScreen, hand: Hand, qapp: QApplication
) -> None:
    window = practised.application.window
    for zoom, width in ((100, 1024), (200, 1280), (200, 800)):
        apply_theme(qapp, "light", zoom)
        window.resize(width, 720)
        go(practised, "views")
        scrolled = practised.page.body.verticalScrollBar()
        scrolled.setValue(scrolled.maximum())
        settle()
        shield = practised.page.bar.hide_button
        assert shield.visibleRegion().boundingRect() == shield.rect()
        assert shield.height() >= shield.sizeHint().height()


def test_nothing_is_cut_off_at_200_per_cent_in_a_small_window(
    practised: OnScreen, hand: Hand, qapp: QApplication
) -> None:
    apply_theme(qapp, "light", 200)
    practised.application.window.resize(800, 720)
    too_wide = {}
    for part_name in REVIEW_PARTS:
        go(practised, part_name)
        practised.application.window.resize(800, 720)
        settle()
        body = practised.page.body
        needed = body.widget().minimumSizeHint().width()
        if needed > body.viewport().width():
            too_wide[part_name] = needed
    assert practised.application.window.width() == 800
    assert too_wide == {}


def test_the_parts_open_over_the_page_where_there_is_no_room_beside_it(
    practised: OnScreen, hand: Hand, qapp: QApplication
) -> None:
    go(practised, "numbers")
    assert practised.page.bar.parts.isHidden()
    press(F7)
    assert focused().accessibleName() == "Everybody's number, current page"
    apply_theme(qapp, "light", 200)
    practised.application.window.resize(800, 720)
    go(practised, "numbers")
    hand.press("Parts of the meeting, F7")
    assert focused().accessibleName() == "Everybody's number, seen, current page"
    assert_accessible(practised.application.window)
    press(F7)
    assert focused().accessibleName().startswith("0")
    press(F7)
    hand.press("What next")
    assert part_shown(practised) == "decision"


def test_what_is_undone_is_seen_where_it_was_done(practised: OnScreen, hand: Hand) -> None:
    part = go(practised, "views")
    part.three.cards[0].box.setFocus()
    type_words("The bus is late")
    press(ENTER)
    go(practised, "actions")
    press(Qt.Key.Key_Z, CTRL)
    assert part_shown(practised) == "views"
    assert "The bus is late" not in every_word()
    assert practised.page.said.text() == "Undone: Add what was said. Ctrl+Y does it again."
    go(practised, "actions")
    press(Qt.Key.Key_Y, CTRL)
    assert part_shown(practised) == "views"
    assert statement(practised, "The bus is late")


def test_what_was_done_elsewhere_is_not_undone_in_a_meeting(
    practised: OnScreen, hand: Hand
) -> None:
    go(practised, "views")
    before = practised.workspace.history.count()
    press(Qt.Key.Key_Z, CTRL)
    assert practised.workspace.history.count() == before
    assert practised.page.said.text() == (
        "Nothing is taken back: what was done last was not done in this meeting."
    )


def test_nothing_is_undone_behind_a_hidden_screen(practised: OnScreen, hand: Hand) -> None:
    part = go(practised, "views")
    part.three.cards[0].box.setFocus()
    type_words("The bus is late")
    press(ENTER)
    press(F12)
    press(Qt.Key.Key_Z, CTRL)
    assert practised.said == "Nothing is taken back: the meeting is not shown."
    press(F12)
    press(Qt.Key.Key_Z, CTRL)
    assert "The bus is late" not in every_word()
