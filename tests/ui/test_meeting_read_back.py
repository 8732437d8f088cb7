"""Reading it back: what was said and promised, and whether each person agrees, why and how."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from taf_desktop.model.meeting import PlanAgreement
from tests.accessibility.walk import assert_accessible, settle
from tests.documents.reading import Paper
from tests.journeys.hand import Hand
from tests.ui.family_fixture import OnScreen
from tests.ui.meeting_screen import come_in, go, meeting


@pytest.fixture
def hand(practised: OnScreen) -> Hand:
    """Somebody at the keyboard, while the review is read back."""
    come_in(practised, "Mum", "Nan", "El", "Miss Hall")
    go(practised, "agree")
    return Hand(practised.application.window)


def row(screen: OnScreen, name: str) -> PlanAgreement:
    rows = screen.workspace.meetings.plan_agreements(meeting(screen).id)
    return next(one for one in rows if one.person_id == screen.people[name])


def asked(screen: OnScreen, name: str) -> list[str]:
    form = screen.page.part.forms[screen.people[name]]
    settle()
    return [key for key, editor in form.editors.items() if editor.isVisible()]


@pytest.mark.parametrize(
    ("answer", "kept", "more"),
    [
        ("Agrees", "agrees", ["decision", "how_given"]),
        ("Agrees in part", "agrees_in_part", ["decision", "reason", "how_given"]),
        ("Does not agree", "disagrees", ["decision", "reason"]),
        ("Could not answer", "could_not_answer", ["decision", "reason"]),
        ("Was not here", "not_here", ["decision", "reason"]),
        ("Not asked", "not_asked", ["decision", "reason"]),
    ],
)
def test_each_answer_is_kept_and_asks_only_for_what_belongs_to_it(
    practised: OnScreen, hand: Hand, answer: str, kept: str, more: list[str]
) -> None:
    assert asked(practised, "Mum") == ["decision"]
    hand.choose("Mum", answer)
    hand.key(Qt.Key.Key_Tab)
    assert row(practised, "Mum").decision == kept
    assert asked(practised, "Mum") == more


def test_that_it_was_said_and_who_heard_it_is_written(practised: OnScreen, hand: Hand) -> None:
    hand.choose("El", "Agrees")
    hand.choose("How they said so (El)", "Said it, and somebody heard it")
    hand.choose("Who heard it (El)", "Miss Hall")
    hand.key(Qt.Key.Key_Tab)
    kept = row(practised, "El")
    assert (kept.decision, kept.how_given) == ("agrees", "said")
    assert kept.witness_id == practised.people["Miss Hall"]
    assert_accessible(practised.application.window)


def test_why_somebody_does_not_agree_is_kept_with_what_was_meant_before(
    practised: OnScreen, hand: Hand
) -> None:
    hand.choose("Nan", "Does not agree")
    hand.fill("Why not, or why not asked (Nan)", "Thursdays are too much")
    hand.choose("Nan", "Agrees")
    hand.key(Qt.Key.Key_Tab)
    kept = row(practised, "Nan")
    assert (kept.decision, kept.reason) == ("agrees", "Thursdays are too much")
    assert "reason" in asked(practised, "Nan")


def test_how_it_was_given_stands_in_the_full_plan(
    practised: OnScreen, hand: Hand, tmp_path: Path
) -> None:
    hand.choose("Mum", "Agrees")
    hand.choose("How they said so (Mum)", "Will sign on paper later")
    hand.key(Qt.Key.Key_Tab)
    hall = practised.people["Miss Hall"]
    copy = practised.workspace.plans.preview("professional_plan", meeting(practised).id, [hall])
    paper = Paper(tmp_path / "plan.pdf")
    paper.path.write_bytes(copy.pdf)
    assert "Agrees (will sign on paper later)" in paper.text()


def test_an_action_without_a_person_or_a_day_is_asked_about(
    practised: OnScreen, hand: Hand
) -> None:
    for changes in ({"what": "Mend the gate"}, {"what": "Paint", "by_when": "every Friday"}):
        practised.workspace.actions.add(practised.family_id, changes, meeting(practised).id)
    go(practised, "agree")
    words = [label.text() for label in practised.page.findChildren(QLabel) if label.isVisible()]
    assert "Who, and by when?" in words
    assert "Who will do it?" in words
    assert "By when?" not in words
