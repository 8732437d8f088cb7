"""Reading it back: what was said and promised, and whether each person agrees, why and how."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from taf_desktop.model.meeting import PlanAgreement
from taf_desktop.ui.pages.meeting.read_aloud import ReadAloud
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


def test_the_list_asks_about_an_action_without_a_person_or_a_day(
    practised: OnScreen, hand: Hand
) -> None:
    for changes in ({"what": "Mend the gate"}, {"what": "Paint", "by_when": "every Friday"}):
        practised.workspace.actions.add(practised.family_id, changes, meeting(practised).id)
    go(practised, "agree")
    hand.press("Show it all as a list")
    words = [label.text() for label in practised.page.findChildren(QLabel) if label.isVisible()]
    assert "Who, and by when?" in words
    assert "Who will do it?" in words
    assert "By when?" not in words
    hand.press("Read it out one by one")
    assert practised.page.part.reader is not None


def reader(screen: OnScreen) -> ReadAloud:
    settle()
    return screen.page.part.reader


def place(screen: OnScreen) -> str:
    return reader(screen).place.text()


def read_to(screen: OnScreen, hand: Hand, words: str) -> None:
    """Go on with Enter until this is read out."""
    for _ in reader(screen).all.items:
        if words in reader(screen).words.text():
            return
        hand.key(Qt.Key.Key_Return)
    raise AssertionError(f"{words!r} is never read out")


def test_it_is_read_out_one_by_one_and_then_each_is_asked(practised: OnScreen, hand: Hand) -> None:
    many = len(reader(practised).all.items)
    assert place(practised) == f"1 of {many}"
    hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Return)
    assert place(practised) == f"3 of {many}"
    hand.key(Qt.Key.Key_Left)
    assert place(practised) == f"2 of {many}"
    for _ in range(many - 1):
        hand.key(Qt.Key.Key_Right)
    assert hand.at.accessibleName() == "El"


def test_a_word_is_changed_where_it_is_read_and_both_wordings_stay(
    practised: OnScreen, hand: Hand
) -> None:
    read_to(practised, hand, "Damp in Finn")
    item, where = reader(practised).item, place(practised)
    hand.key(Qt.Key.Key_C)
    assert hand.at.accessibleName() == "In their words"
    hand.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hand.keys("Cold and damp")
    hand.press("Done: read on")
    assert reader(practised).words.text() == "Cold and damp"
    assert place(practised) == where
    wordings = [
        change.new
        for _step, change in practised.workspace.history.of_record(item.id)
        if change.field == "text"
    ]
    assert wordings == ["Cold and damp", item.words]


def test_what_is_left_out_while_reading_comes_back_with_undo(
    practised: OnScreen, hand: Hand
) -> None:
    read_to(practised, hand, "Damp in Finn")
    many, where = len(reader(practised).all.items), place(practised)
    hand.key(Qt.Key.Key_Delete)
    assert "Damp" not in reader(practised).words.text()
    assert len(reader(practised).all.items) == many - 1
    assert "Ctrl+Z" in practised.said
    hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(reader(practised).all.items) == many
    hand.key(Qt.Key.Key_Left)
    assert (reader(practised).words.text().startswith("Damp"), place(practised)) == (True, where)


def test_who_sees_it_differently_is_written_beside_it_and_never_without_a_name(
    practised: OnScreen, hand: Hand
) -> None:
    read_to(practised, hand, "Damp in Finn")
    hand.key(Qt.Key.Key_D)
    hand.fill("How they see it, in their words", "It is dry by day")
    hand.press("Done: read on")
    assert "Choose who sees it differently" in hand.reads()
    assert hand.at.accessibleName() == "Who sees it differently"
    hand.choose("Who sees it differently", "Nan")
    hand.press("Done: read on")
    assert "Nan sees it differently: “It is dry by day”" in hand.reads()


def test_what_an_action_still_needs_is_asked_where_it_is_read(
    practised: OnScreen, hand: Hand
) -> None:
    gate = {"what": "Mend the gate"}
    added = practised.workspace.actions.add(practised.family_id, gate, meeting(practised).id)
    go(practised, "agree")
    read_to(practised, hand, "Mend the gate")
    hand.choose("Who will do it", "Nan")
    hand.fill("By when", "every Friday")
    hand.press("Before (←)")
    hand.key(Qt.Key.Key_Right)
    kept = next(
        one for one in practised.workspace.actions.of(practised.family_id) if one.id == added.id
    )
    assert (kept.who_id, kept.by_when) == (practised.people["Nan"], "every Friday")
    assert reader(practised).said.text() == "Nan, every Friday"
    assert reader(practised).change is None


def test_words_that_are_read_out_are_large_and_smaller_only_for_room(
    practised: OnScreen, hand: Hand
) -> None:
    page = practised.page.body.viewport().height()
    for _ in reader(practised).all.items[:-1]:
        words = reader(practised).words
        settle()
        assert words.fontInfo().pixelSize() >= 30
        assert words.visibleRegion().boundingRect().height() == words.height() < page
        hand.key(Qt.Key.Key_Right)
