"""Signing the plan on the screen, and saying yes without a pen: kept, undone, dated, left."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from taf_desktop.model.meeting import PlanAgreement
from taf_desktop.ui.pages.meeting.sign_room import SignaturePad, SignedSheet
from taf_desktop.ui.widgets import Button
from tests.accessibility.walk import assert_accessible, settle
from tests.conftest import TestClock
from tests.journeys.hand import Hand
from tests.ui.family_fixture import OnScreen
from tests.ui.meeting_screen import come_in, go, meeting

CTRL = Qt.KeyboardModifier.ControlModifier
NAME = ((0.1, 0.6), (0.2, 0.2), (0.3, 0.7), (0.5, 0.3))
BELOW = ((0.1, 0.8), (0.6, 0.8))


@pytest.fixture
def hand(practised: OnScreen) -> Hand:
    """Somebody at the keyboard, when everything has been read back."""
    come_in(practised, "Mum", "Nan", "El", "Miss Hall")
    go(practised, "agree")
    return Hand(practised.application.window)


def row(screen: OnScreen, name: str) -> PlanAgreement | None:
    rows = screen.workspace.meetings.plan_agreements(meeting(screen).id)
    return next((one for one in rows if one.person_id == screen.people[name]), None)


def draw(screen: OnScreen, *lines: tuple[tuple[float, float], ...]) -> SignaturePad:
    """Draw lines with the mouse; points are parts of the paper."""
    pad = screen.page.part.room_to_sign.pad
    paper = pad.paper()
    for line in lines:
        first, *others = (
            QPoint(round(paper.x() + x * paper.width()), round(paper.y() + y * paper.height()))
            for x, y in line
        )
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=first)
        for point in others:
            QTest.mouseMove(pad, point)
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=(others or [first])[-1])
    settle()
    return pad


def test_a_signature_is_drawn_kept_and_shown_with_its_day(practised: OnScreen, hand: Hand) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText("before")
    hand.press("Mum signs here")
    assert not practised.page.part.main.isVisible()
    draw(practised, NAME, BELOW)
    assert_accessible(practised.application.window)
    hand.to("Paper for the signature of Mum")
    hand.key(Qt.Key.Key_C, CTRL)
    hand.key(Qt.Key.Key_Return)
    kept = row(practised, "Mum")
    assert kept.decision == "agrees"
    assert [len(stroke["points"]) for stroke in kept.strokes] == [4, 2]
    assert [sheet.strokes for sheet in practised.page.findChildren(SignedSheet)] == [kept.strokes]
    assert "Signed on the screen on 29 January 2026 at 15:30" in hand.reads()
    assert hand.at.accessibleName() == "El"
    assert clipboard.text() == "before"
    assert practised.application.window.windowTitle() == "Meeting"


def test_a_dot_is_refused_and_a_line_is_taken_back_before_any_step(
    practised: OnScreen, hand: Hand
) -> None:
    before = practised.workspace.history.count()
    hand.press("Mum signs here")
    pad = draw(practised, NAME[:1])
    hand.key(Qt.Key.Key_Return)
    assert "This is only a dot" in hand.reads()
    draw(practised, NAME, BELOW)
    hand.key(Qt.Key.Key_Z, CTRL)
    hand.key(Qt.Key.Key_Backspace)
    assert len(pad.strokes) == 1
    hand.press("Start again")
    assert pad.strokes == []
    hand.press("Not now")
    assert practised.workspace.history.count() == before
    assert row(practised, "Mum") is None


def test_who_goes_on_with_a_signature_on_the_paper_keeps_it_but_not_a_dot(
    practised: OnScreen, hand: Hand
) -> None:
    for line, kept in ((NAME[:1], False), (NAME, True)):
        go(practised, "agree")
        hand.press("Mum signs here")
        draw(practised, line)
        hand.press("Next: What next")
        assert practised.page.args["part"] == "decision"
        assert (row(practised, "Mum") is not None) is kept


def offered(screen: OnScreen, beginning: str) -> set[str]:
    """The names of buttons on the page that begin like this."""
    found = (button for button in screen.page.findChildren(Button) if button.isVisible())
    return {name for one in found if (name := one.accessibleName()).startswith(beginning)}


@pytest.mark.usefixtures("hand")
def test_only_who_is_here_signs_or_says_yes(practised: OnScreen) -> None:
    for name, ways in (("El", {"El signs here", "El says yes aloud"}), ("Craig", set())):
        assert offered(practised, f"{name} s") == ways


def test_two_presses_write_that_a_yes_was_heard_and_by_whom(
    practised: OnScreen, hand: Hand
) -> None:
    hand.to("Nan says yes aloud")
    hand.key(Qt.Key.Key_Return)
    assert offered(practised, "Heard by ") == {"Heard by Miss Hall", "Heard by Mum"}
    hand.key(Qt.Key.Key_Return)
    kept = row(practised, "Nan")
    assert (kept.decision, kept.how_given) == ("agrees", "said")
    assert kept.witness_id == practised.workspace.owner_id
    assert "Said on 29 January 2026 at 15:30. Miss Hall heard it." in hand.reads()
    hand.press("Nan: how they said so")
    hand.choose("How they said so (Nan)", "Signed on paper")
    hand.key(Qt.Key.Key_Tab)
    assert row(practised, "Nan").how_given == "paper"


def test_after_a_change_the_screen_says_that_it_was_signed_before_until_signed_again(
    practised: OnScreen, hand: Hand, clock: TestClock
) -> None:
    line = {"ink": "black", "width": 5, "points": [[0, 0], [300, 200]]}
    mum = practised.people["Mum"]
    practised.workspace.signing.sign(meeting(practised).id, mum, [line])
    clock.set("2026-05-14")
    practised.workspace.actions.add(practised.family_id, {"what": "Mend the gate"})
    go(practised, "agree")
    assert "Signed before the change of 14 May 2026." in hand.reads()
    hand.press("Mum: sign again")
    draw(practised, NAME)
    hand.press("Keep this signature")
    assert "before the change" not in hand.reads()
    assert row(practised, "Mum").said_at.startswith("2026-05-14")


def test_another_answer_takes_the_signature_off_the_screen_and_undo_brings_it_back(
    practised: OnScreen, hand: Hand
) -> None:
    hand.press("Mum signs here")
    draw(practised, NAME)
    hand.press("Keep this signature")
    hand.choose("Mum", "Does not agree")
    hand.key(Qt.Key.Key_Tab)
    assert practised.page.findChildren(SignedSheet) == []
    hand.key(Qt.Key.Key_Z, CTRL)
    assert len(practised.page.findChildren(SignedSheet)) == 1
