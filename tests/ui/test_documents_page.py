"""Documents: whose copy it is, the very pages, and what becomes of them."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from taf_desktop.app import Application
from taf_desktop.model.audience import Audience, Level
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.pages.copies_made import ROWS_AT_ONCE
from taf_desktop.ui.pages.documents_page import DocumentsPage
from taf_desktop.ui.pdf_pages import PdfPages
from taf_desktop.ui.widgets import Label
from tests.accessibility.walk import assert_accessible, settle
from tests.ui.application_fixture import focused, press, tab_to

ENTER, SPACE, PAGE_DOWN, DOWN = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Down,
)
CTRL = Qt.KeyboardModifier.ControlModifier
FAMILY, TEAM = "family_plan", "professional_plan"
KEPT_FROM_CRAIG = ("Weaver", "LE15", "Oakfield", "Snug", "Hall", "01632")


@pytest.fixture
def practised(application: Application, practice_families: Path) -> Application:
    shutil.copytree(practice_families, application.places.practice)
    application.open(practise=True)
    settle()
    return application


def records(application: Application) -> Workspace:
    assert application.workspace is not None
    return application.workspace


def family_of(application: Application, name: str = "Marlow") -> UUID:
    lines = records(application).families.lines()
    return next(line.family.id for line in lines if line.family.name == name)


def open_papers(application: Application, name: str = "Marlow", **args: object) -> DocumentsPage:
    navigator = application.window.navigator
    navigator.go("family.documents", family_id=family_of(application, name), **args)
    settle()
    page = navigator.page
    assert isinstance(page, DocumentsPage)
    return page


def ticked(page: DocumentsPage) -> list[str]:
    return [box.words() for box in page.readers.boxes.values() if box.value()]


def shown_words(page: DocumentsPage) -> str:
    return " ".join(one.accessibleDescription() for one in page.copy_card.view.shown)


def told_by(widget: Any) -> str:
    return " ".join(one.text() for one in widget.findChildren(Label) if one.isVisible())


def issued(application: Application) -> list[tuple[str, int, str | None]]:
    rows = records(application).plans.issued(family_of(application))
    return [(row.document, row.version, row.how) for row in rows]


def asked(application: Application) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = application.window.ask.asked
    return found


def test_a_copy_without_the_councils_logo_says_why_and_can_be_saved(
    practised: Application, tmp_path: Path
) -> None:
    desk = records(practised)._desk
    bad = replace(desk.pack, logo_fault="own/pack.toml, branding, logo: the picture is broken.")
    object.__setattr__(desk, "pack", bad)
    practised.window.navigator.go("family.documents", family_id=family_of(practised))
    page = practised.window.navigator.page
    assert isinstance(page, DocumentsPage)
    assert page.copy_card.no_logo.isVisible()
    assert "the picture is broken" in page.copy_card.no_logo.words.text()
    practised.window.ask.give([tmp_path / "copy.pdf"])  # type: ignore[attr-defined]
    page.leaving.save()
    assert (tmp_path / "copy.pdf").read_bytes().startswith(b"%PDF")


def test_the_family_plan_is_ready_for_the_family_who_came(practised: Application) -> None:
    page = open_papers(practised)
    assert page.papers.value() == FAMILY
    assert page.meetings.box.currentText().startswith("First meeting")
    assert ticked(page) == [
        "Ellie Marlow (El), here",
        "Dana Marlow (Mum), here",
        "Jean Marlow (Nan), here",
    ]
    assert page.copy_card.whose.text() == "For Ellie Marlow, Dana Marlow, Jean Marlow."
    assert page.copy_card.left_out.text() == "Nothing is left out."


def test_the_professional_plan_is_for_the_team_who_took_part(practised: Application) -> None:
    page = open_papers(practised)
    tab_to("The paper")
    press(DOWN)
    assert page.papers.value() == TEAM
    assert [words.partition(",")[0] for words in ticked(page)] == [
        "Amira Hall (Miss Hall)",
        "Ruth Okafor",
        "Sam Reed",
        "Priya Nair",
    ]
    assert "Full plan" in shown_words(page)


def test_ticking_a_reader_changes_the_pages_and_the_words(practised: Application) -> None:
    page = open_papers(practised)
    assert page.copy is not None
    before = page.copy.pdf
    assert "crying" in shown_words(page)
    tab_to("Finn Marlow")
    press(SPACE)
    assert page.copy.pdf != before
    assert page.copy_card.left_out.text().startswith("1 thing is left out")
    assert "crying" not in shown_words(page)
    assert "crying" not in told_by(page)
    assert focused().accessibleName().startswith("Finn Marlow")


def test_a_copy_for_somebody_who_must_not_learn_where_they_live_does_not_say_it(
    practised: Application,
) -> None:
    page = open_papers(practised)
    craig = next(box for box in page.readers.boxes.values() if box.words().startswith("Craig"))
    assert craig.words() == "Craig Pike, some things are kept from this person"
    assert not craig.value()
    for name in ("Ellie Marlow", "Dana Marlow", "Craig Pike", "Jean Marlow"):
        tab_to(name)
        press(SPACE)
    assert page.copy_card.whose.text() == "For Craig Pike."
    assert "left out" in page.copy_card.left_out.text()
    assert [one for one in KEPT_FROM_CRAIG if one in shown_words(page)] == []


def test_the_saved_bytes_are_the_ones_that_were_looked_at(
    practised: Application, tmp_path: Path
) -> None:
    page, path = open_papers(practised), tmp_path / "copy.pdf"
    assert page.copy is not None
    looked_at, words = page.copy.pdf, shown_words(page)
    practised.window.ask.give([path])
    tab_to("Save this copy")
    press(ENTER)
    assert path.read_bytes() == looked_at
    assert PdfPages(path.read_bytes()).words(0) == words
    assert asked(practised)[-1][2] == page.copy.name_as("saved")
    assert "Marlow" not in page.copy.file_name
    assert issued(practised) == [(FAMILY, 1, "saved")]
    assert told_by(page.made) == (
        "What was made already Our family plan version 1 For El, Mum and Nan "
        "Saved as a file on 29 January 2026 at 15:30; nothing left out"
    )
    assert page.copy_card.done.text().startswith("Saved as a file")
    assert focused() is page.copy_card.save


def test_the_same_pages_are_printed_and_noted(practised: Application, tmp_path: Path) -> None:
    page, path = open_papers(practised, document=TEAM), tmp_path / "printed.pdf"
    assert page.copy is not None
    looked_at = page.copy.pdf
    practised.window.ask.give([path])
    press(Qt.Key.Key_P, CTRL)
    printed = PdfPages(path.read_bytes())
    assert len(printed) == len(PdfPages(looked_at)) > 1
    assert issued(practised) == [(TEAM, 1, "printed")]
    assert page.copy.pdf == looked_at
    assert practised.window.top.saved.text() == "Printed, and noted"
    assert b"Marlow" not in path.read_bytes()


def test_going_back_from_a_dialog_notes_nothing(practised: Application) -> None:
    page = open_papers(practised)
    practised.window.ask.give([None, None])
    for button in (page.copy_card.save, page.copy_card.print):
        button.setFocus()
        press(ENTER)
    assert len(asked(practised)) == 2
    assert issued(practised) == []


def test_without_a_printer_a_sentence_says_so_and_the_pages_stay(practised: Application) -> None:
    page = open_papers(practised)
    words = shown_words(page)
    practised.window.ask.give([False])
    tab_to("Print this copy")
    press(ENTER)
    assert asked(practised)[-1][:2] == ("message", "There is no printer here.")
    assert issued(practised) == []
    assert shown_words(page) == words != ""


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_not_noted(practised: Application, tmp_path: Path) -> None:
    page = open_papers(practised)
    practised.window.ask.give([tmp_path / "no such folder" / "printed.pdf"])
    page.copy_card.print.setFocus()
    press(ENTER)
    assert asked(practised)[-1][:2] == ("message", "This copy was not printed.")
    assert issued(practised) == []
    assert page.copy_card.view.shown


def test_a_folder_that_cannot_be_written_is_told_and_the_page_stays(
    practised: Application, tmp_path: Path
) -> None:
    page = open_papers(practised)
    before = page.copy
    practised.window.ask.give([tmp_path / "no such folder" / "copy.pdf"])
    tab_to("Save this copy")
    press(ENTER)
    assert asked(practised)[-1][:2] == ("message", "The plan was not saved.")
    assert page.copy is before
    assert page.copy_card.done.text() == ""
    assert issued(practised) == []


def test_where_nothing_can_be_noted_nothing_is_asked(practised: Application) -> None:
    page = open_papers(practised)
    records(practised).store.change_no_more()
    for button in (page.copy_card.save, page.copy_card.print):
        button.setFocus()
        press(ENTER)
    words = "No copy was made: these records can only be read here."
    assert [one[:2] for one in asked(practised)] == [("message", words)] * 2


def test_a_copy_for_nobody_is_not_made(practised: Application) -> None:
    page = open_papers(practised)
    for name in ("Ellie Marlow", "Dana Marlow", "Jean Marlow"):
        tab_to(name)
        press(SPACE)
    assert page.copy_card.left_out.text().startswith("Choose who this copy is for")
    assert page.copy_card.view.shown == []
    tab_to("Save this copy")
    press(ENTER)
    assert [one[:2] for one in asked(practised)] == [("message", "The paper was not made.")]


def test_opening_changes_nothing_and_writes_no_file(practised: Application, tmp_path: Path) -> None:
    before = records(practised).history.count()
    files = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    open_papers(practised, document=TEAM)
    open_papers(practised)
    practised.window.navigator.go("home")
    assert records(practised).history.count() == before
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == files


def test_a_meeting_leads_to_its_paper_and_back(practised: Application) -> None:
    _first, review = records(practised).meetings.of(family_of(practised))
    page = open_papers(practised, meeting_id=review.id, document=TEAM)
    assert page.meetings.value() == review.id
    assert page.papers.value() == TEAM
    tab_to("Back to the meeting")
    press(ENTER)
    _name, args = practised.window.navigator.page.rail_key()
    assert (args["meeting_id"], args["part"]) == (review.id, "papers")


def test_another_meeting_is_chosen_with_the_keys(practised: Application) -> None:
    page = open_papers(practised)
    tab_to("The meeting it comes from")
    press(Qt.Key.Key_Up)
    assert page.meetings.box.currentText().startswith("Review")
    assert page.copy is not None
    assert page.copy.meeting_id == page.meetings.value()


def test_a_plan_with_gaps_says_so_and_leads_to_them(practised: Application) -> None:
    page = open_papers(practised)
    assert not page.still_open.isVisible()
    _first, review = records(practised).meetings.of(family_of(practised))
    page = open_papers(practised, meeting_id=review.id)
    assert "Still open: Nobody is marked as here." in page.still_open.note.words.text()
    tab_to("To the meeting: Who is here")
    press(ENTER)
    assert practised.window.navigator.page.rail_key()[1]["part"] == "here"


def test_without_a_meeting_the_page_says_what_to_do(practised: Application) -> None:
    page = open_papers(practised, "Baines")
    assert not page.meetings.isVisible()
    assert page.copy is not None
    assert page.copy.meeting_id is None
    tab_to("Go to the meetings")
    press(ENTER)
    assert practised.window.navigator.page.name == "family.meetings"


def test_the_pages_are_named_and_scroll_with_the_keys(practised: Application) -> None:
    page = open_papers(practised, document=TEAM)
    many = len(page.copy_card.view.shown)
    title = "Full plan of the team around the family"
    names = [one.accessibleName() for one in page.copy_card.view.shown]
    assert names == [f"Page {at} of {many} of {title}" for at in range(1, many + 1)]
    tab_to("Page 2 of")
    paper, body = focused(), page.body
    top = paper.mapTo(body.viewport(), paper.rect().topLeft()).y()
    assert 0 <= top <= body.viewport().height() / 4
    before = body.verticalScrollBar().value()
    press(PAGE_DOWN)
    assert body.verticalScrollBar().value() > before


def test_the_pages_grow_with_the_zoom(practised: Application) -> None:
    page = open_papers(practised)
    before = page.copy_card.view.shown[0].width()
    practised.window.zoom_to(200)
    settle()
    paper = page.copy_card.view.shown[0]
    assert paper.width() > before * 1.8
    assert paper.height() == paper.heightForWidth(paper.width())


def test_a_paper_for_one_person_lets_go_of_whoever_was_ticked_before(
    practised: Application,
) -> None:
    page = open_papers(practised, document="child_plan")
    assert ticked(page) == ["Ellie Marlow (El), here"]
    assert "I like it when Nan" in shown_words(page)
    tab_to("Finn Marlow")
    press(SPACE)
    assert ticked(page) == ["Finn Marlow, not invited"]
    assert "I like it when Nan" not in shown_words(page)


def test_an_invitation_is_to_the_meeting_that_comes(practised: Application) -> None:
    page = open_papers(practised, document="invitation")
    assert page.meetings.box.currentText().startswith("Review")
    assert not page.still_open.isVisible()
    tab_to("The paper")
    press(Qt.Key.Key_Home)
    assert page.papers.value() == FAMILY
    assert page.meetings.box.currentText().startswith("First meeting")


def test_a_copy_is_saved_as_word_and_noted_as_such(practised: Application, tmp_path: Path) -> None:
    page, path = open_papers(practised), tmp_path / "copy.docx"
    tab_to("Save it as")
    press(DOWN)
    press(DOWN)
    practised.window.ask.give([path])
    tab_to("Save this copy")
    press(ENTER)
    assert path.read_bytes().startswith(b"PK")
    assert asked(practised)[-1][2].endswith("family plan version 1.docx")
    assert "Saved as a Word file" in told_by(page.made)


def test_the_password_of_a_locked_copy_is_told_once(practised: Application, tmp_path: Path) -> None:
    page, path = open_papers(practised), tmp_path / "copy.pdf"
    tab_to("Save it as")
    press(DOWN)
    practised.window.ask.give([path])
    tab_to("Save this copy")
    press(ENTER)
    kind, title, words = asked(practised)[-1]
    assert (kind, title) == ("message", "The password of this copy")
    password = words.partition("\n")[0]
    assert len(password.split()) == 5
    checked = subprocess.run(
        ["qpdf", f"--password={password}", "--check", path], capture_output=True, check=True
    )
    assert b"No syntax or stream encoding errors" in checked.stdout
    assert password not in told_by(page)
    assert "Saved with a password" in told_by(page.made)


SLIP = "Finn talks more at Oakfeild."


def open_craigs(practised: Application) -> DocumentsPage:
    """Craig's own copy, with a slip in a text that he may see."""
    family_id = family_of(practised)
    people = records(practised).people.of(family_id)
    craig_id = next(person.id for person in people if person.given_name == "Craig")
    may_see = Audience(level=Level.NAMED, people=frozenset({craig_id}))
    records(practised).views.add_statement(family_id, "worried", SLIP, audience=may_see)
    page = open_papers(practised, document="single_person")
    tab_to("Craig Pike")
    press(SPACE)
    return page


def test_a_slip_has_to_be_decided_on_before_a_copy_leaves(
    practised: Application, tmp_path: Path
) -> None:
    page, path = open_craigs(practised), tmp_path / "copy.pdf"
    assert "It seems to say the school (oakfeild)." in told_by(page.findings)
    assert "Oakfeild" not in shown_words(page)
    for button in (page.copy_card.save, page.copy_card.print):
        button.setFocus()
        press(ENTER)
    words = "No copy was made: something in it has to be looked at first."
    assert [one[:2] for one in asked(practised)] == [("message", words)] * 2
    tab_to("Leave it out of this copy")
    press(SPACE)
    practised.window.ask.give([path])
    tab_to("Save this copy")
    press(ENTER)
    assert path.exists()
    (row,) = records(practised).plans.issued(family_of(practised))
    assert row.reason == "Safety of Dana and the children"
    assert row.decided_by == records(practised).owner_id
    assert [one["decided"] for one in row.settled] == ["left out"]


def test_what_may_stand_is_shown_and_another_reader_is_asked_about_anew(
    practised: Application,
) -> None:
    page = open_craigs(practised)
    tab_to("Leave it out of this copy")
    press(SPACE)
    press(Qt.Key.Key_Right)
    assert "Oakfeild" in shown_words(page)
    tab_to("Dana Marlow")
    press(SPACE)
    assert not page.findings.isVisible()
    tab_to("Craig Pike")
    press(SPACE)
    assert "Oakfeild" not in shown_words(page)


def test_the_page_with_something_to_decide_is_accessible(
    theme: str, practised: Application
) -> None:
    practised.preferences.choose(theme=theme)
    open_craigs(practised)
    assert_accessible(practised.window)


def test_older_copies_are_behind_a_button(practised: Application) -> None:
    page = open_papers(practised)
    assert page.copy is not None
    for _ in range(ROWS_AT_ONCE + 2):
        records(practised).plans.record_printed(page.copy)
    page = open_papers(practised)
    assert told_by(page.made).count("Printed on") == ROWS_AT_ONCE
    tab_to("Show two more")
    press(ENTER)
    assert told_by(page.made).count("Printed on") == ROWS_AT_ONCE + 2


def test_undo_leaves_the_note_of_a_copy(practised: Application) -> None:
    page = open_papers(practised)
    assert page.copy is not None
    records(practised).plans.record_printed(page.copy)
    page = open_papers(practised)
    tab_to("Finn Marlow")
    press(SPACE)
    press(Qt.Key.Key_Z, CTRL)
    assert "Printed on" in told_by(page.made)
    assert "Finn Marlow, not invited" in ticked(page)


def test_the_page_is_accessible(theme: str, practised: Application) -> None:
    practised.preferences.choose(theme=theme)
    _first, review = records(practised).meetings.of(family_of(practised))
    page = open_papers(practised, meeting_id=review.id, document=TEAM)
    assert page.copy is not None
    records(practised).plans.record_printed(page.copy)
    open_papers(practised, meeting_id=review.id, document=TEAM)
    assert_accessible(practised.window)


def test_the_empty_page_is_accessible(theme: str, practised: Application) -> None:
    practised.preferences.choose(theme=theme)
    open_papers(practised, "Baines")
    assert_accessible(practised.window)


def choose(page: DocumentsPage, label: str, words: str) -> None:
    """Choose an entry of a list with the arrow keys."""
    tab_to(label)
    box = focused()
    while not box.currentText().startswith(words):
        before = box.currentIndex()
        press(DOWN)
        assert box.currentIndex() > before
    settle()


def test_a_copy_is_in_the_language_that_is_chosen_says_who_checked_it_and_is_noted(
    practised: Application, tmp_path: Path
) -> None:
    page, path = open_papers(practised), tmp_path / "copy.pdf"
    assert page.styles.languages.box.currentText() == "English"
    choose(page, "The language of the headings", "Polish")
    assert "Co idzie dobrze" in shown_words(page)
    assert "crying" in shown_words(page)
    assert "not yet checked by a native reader" in told_by(page.styles)
    assert_accessible(practised.window)
    practised.window.ask.give([path])
    tab_to("Save this copy")
    press(ENTER)
    row = records(practised).plans.issued(family_of(practised))[-1]
    assert row.language == "pl"
    assert "with headings in Polish" in told_by(page.made)


def test_the_readers_own_language_is_usual_where_there_is_a_file_of_it(
    practised: Application,
) -> None:
    workspace = records(practised)
    people = workspace.people.of(family_of(practised))
    dana = next(one for one in people if one.given_name == "Dana")
    workspace.people.save(dana.id, {"first_language": "pol"})
    page = open_papers(practised, document="invitation")
    assert ticked(page)[0].startswith("Dana")
    choices = {box.words()[:4]: box for box in page.readers.boxes.values() if box.value()}
    for name in [one for one in choices if one != "Dana"]:
        tab_to(name)
        press(SPACE)
    assert page.styles.languages.box.currentText().startswith("Polish")
    assert "Zaproszenie" in page.copy.paper.title
    tab_to("Jean Marlow")
    press(SPACE)
    assert page.styles.languages.box.currentText() == "English"


def test_only_a_childs_plan_offers_letters_for_people_who_learn_to_read(
    practised: Application,
) -> None:
    page = open_papers(practised, document="child_plan")
    choose(page, "The letters", "Letters for")
    assert b"Andika" in page.copy.pdf
    page = open_papers(practised, document="professional_plan")
    assert page.styles.letters.isHidden()
    assert page.styles.languages.isHidden()
    assert b"Andika" not in page.copy.pdf
