"""The papers of a meeting: everybody's own copy with two presses, and what is told of it."""

from pathlib import Path

from PySide6.QtCore import Qt

from taf_desktop.ui.widgets import Label
from tests.accessibility.walk import assert_accessible, settle
from tests.ui.application_fixture import focused, press, tab_to
from tests.ui.family_fixture import OnScreen
from tests.ui.meeting_screen import go

ENTER = Qt.Key.Key_Return


def told_by(card: object) -> str:
    return " ".join(one.text() for one in card.findChildren(Label) if one.isVisible())


def test_everybodys_own_copy_is_made_with_two_presses(practised: OnScreen, tmp_path: Path) -> None:
    part = go(practised, "papers", "first")
    tab_to("Make everybody's own copy")
    press(ENTER)
    told = told_by(part.everybodys)
    for words in ("Ellie Marlow", "My plan", "Dana Marlow", "Our family plan", "Priya Nair"):
        assert words in told
    assert "left out" in told
    assert "Craig" not in told
    assert list(tmp_path.glob("*.pdf")) == []
    assert focused().accessibleName() == "Save all of these in a folder"
    practised.application.window.ask.give([tmp_path])
    press(ENTER)
    assert len(list(tmp_path.glob("*.pdf"))) == 7
    assert "Seven copies were saved, and noted." in told_by(part.everybodys)
    assert len(practised.workspace.plans.issued(practised.family_id)) == 7


def test_everybodys_copy_has_headings_in_their_own_language_and_says_who_checked_it(
    practised: OnScreen, tmp_path: Path
) -> None:
    people = practised.workspace.people
    dana = next(one for one in people.of(practised.family_id) if one.given_name == "Dana")
    people.save(dana.id, {"first_language": "urd"})
    part = go(practised, "papers", "first")
    part.make_all()
    settle()
    told = told_by(part.everybodys)
    marked = "Our family plan with headings in Urdu, not yet checked by a native reader"
    assert told.count(marked) == 1
    practised.application.window.ask.give([tmp_path])
    tab_to("Save all of these in a folder")
    press(ENTER)
    issued = practised.workspace.plans.issued(practised.family_id)
    in_urdu = [row.readers for row in issued if row.language == "ur"]
    assert in_urdu == [[str(dana.id)]]


def test_going_back_from_the_folder_saves_nothing(practised: OnScreen) -> None:
    part = go(practised, "papers", "first")
    part.make_all()
    practised.application.window.ask.give([None])
    tab_to("Save all of these in a folder")
    press(ENTER)
    assert "Dana Marlow" in told_by(part.everybodys)
    assert practised.workspace.plans.issued(practised.family_id) == []


def test_a_folder_that_cannot_be_written_is_told_with_whose_copies(
    practised: OnScreen, tmp_path: Path
) -> None:
    part = go(practised, "papers", "first")
    part.make_all()
    practised.application.window.ask.give([tmp_path / "no such folder"])
    tab_to("Save all of these in a folder")
    press(ENTER)
    asked = practised.application.window.ask.asked
    assert asked[-1][:2] == ("message", "Seven copies were not saved.")
    assert told_by(part.everybodys).count("not saved") >= 7
    assert practised.workspace.plans.issued(practised.family_id) == []


def test_another_paper_is_one_press_away(practised: OnScreen) -> None:
    go(practised, "papers", "first")
    tab_to("Closing summary")
    press(ENTER)
    tab_to("I have turned it")
    press(ENTER)
    settle()
    assert practised.page.name == "family.documents"
    assert practised.page.papers.value() == "closing_summary"


def test_the_papers_are_accessible(practised: OnScreen) -> None:
    go(practised, "papers", "first").make_all()
    assert_accessible(practised.application.window)
