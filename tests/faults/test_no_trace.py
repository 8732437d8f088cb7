"""A name that was typed is in no file: not in records, settings, log, backups or temp files."""

import logging
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from taf_desktop.app import Application
from taf_desktop.log import EventLog, catch_faults
from taf_desktop.model.family import Family
from taf_desktop.services.ways import content, file_ways
from taf_desktop.store.store import Store
from taf_desktop.ui.pages.documents_page import DocumentsPage
from tests.accessibility.walk import settle
from tests.faults.counting import count
from tests.faults.test_full_disk import limit_pages
from tests.screens import screens
from tests.ui.application_fixture import (
    application,
    door,
    inside,
    locked,
    press,
    tab_to,
    type_words,
)

__all__ = ["application", "door", "inside", "locked"]

SURNAME = "Quizzlethorpe"
"""Planted in every place where words go in; no font, library or word list has it."""

SOME_BOXES = 60
"""Fewer boxes for words than the pages have: where no more are found, some page was left out."""

_FORMS = ("utf-8", "utf-16-le", "utf-16-be")


def traces(folder: Path, word: str) -> list[str]:
    """The files below a folder with the word in them, or in their names, in any form and case."""
    wanted = [word.lower().encode(form) for form in _FORMS]
    found = []
    for path in sorted(folder.rglob("*")):
        content = path.read_bytes().lower() if path.is_file() else b""
        name = str(path.relative_to(folder))
        if word.lower() in name.lower() or any(form in content for form in wanted):
            found.append(name)
    return found


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, of this test alone; Python and Qt both use it."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    assert Path(tempfile.gettempdir()) == folder
    assert Path(QDir.tempPath()) == folder
    return folder


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Path]:
    """Every statement that the database is given, as its library writes it to a log.

    It must come before the records are opened: SQLAlchemy asks only then whether to log statements.
    """
    path = tmp_path / "libraries.log"
    handler = logging.FileHandler(path, encoding="utf-8", delay=False)
    library = logging.getLogger("sqlalchemy")
    before = library.level
    library.setLevel(logging.INFO)
    library.addHandler(handler)
    yield path
    library.removeHandler(handler)
    library.setLevel(before)
    handler.close()


@pytest.mark.parametrize("form", _FORMS)
def test_the_search_finds_the_name_in_a_plain_file(tmp_path: Path, form: str) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "plain").write_bytes(b"\x00" + f"Mrs {SURNAME.upper()} said".encode(form))
    (tmp_path / f"{SURNAME} plan.pdf").touch()
    (tmp_path / "innocent").write_bytes(b"Marlow")
    assert traces(tmp_path, SURNAME) == [f"{SURNAME} plan.pdf", "below/plain"]


def tell_the_services(application: Application) -> tuple[object, object]:
    """Write the name through the services; the ids of the family and of its meeting."""
    workspace = application.workspace
    family = workspace.families.add(SURNAME)
    child = workspace.people.add(
        family.id, "child", {"given_name": "El", "family_name": SURNAME, "school": SURNAME}
    )
    workspace.views.add_statement(family.id, "worried", f"{SURNAME} is worried", said_by=[child.id])
    workspace.people.save(child.id, {"family_name": f"{SURNAME} Smith"})
    meeting = workspace.meetings.add(family.id, changes={"held_on": "2026-01-29"})
    return family.id, meeting.id


def type_on_a_page(application: Application, family_id: object) -> None:
    """Write the name from the keyboard, and wait until it is saved."""
    application.window.navigator.go("family.request", family_id=family_id)
    tab_to("What they said")
    type_words(f"{SURNAME} said so")
    press(Qt.Key.Key_Tab)
    assert application.window.top.saved.text().startswith("Saved at")
    episode = application.workspace.requests.current(family_id)
    assert episode.concern == f"{SURNAME} said so"


def fill_every_box(application: Application) -> tuple[int, list[str]]:
    """Write the name into every box of every page, and leave it; how many, and all titles shown."""
    workspace, (filled, titles) = application.workspace, (0, [])
    family = workspace.families.lines()[-1].family
    child = workspace.people.add(family.id, "child", {"given_name": "Finn"})
    workspace.people.add(family.id, "adult", {"given_name": "Nan"})
    workspace.views.add_statement(family.id, "worried", "Finn is quiet", said_by=[child.id])
    workspace.meetings.add(family.id, changes={"held_on": "2026-01-29"})
    for screen in list(screens(workspace)):
        application.window.navigator.go(screen.page, **screen.args)
        settle()
        page, at = application.window.navigator.page, 0
        while application.window.navigator.page is page and at < len(boxes := boxes_on(page)):
            filled += fill(boxes[at])
            at += 1
        titles += [window.windowTitle() for window in QApplication.topLevelWidgets()]
    return filled, titles


def boxes_on(page: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    """The boxes for words that somebody can write in now; what they lead to may make more."""
    found = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    return [box for box in found if box.isVisible() and box.isEnabled() and not box.isReadOnly()]


def fill(box: QLineEdit | QPlainTextEdit) -> bool:
    """Write the name as from the keyboard, and go on; whether the box took it."""
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, SURNAME)
    taken = SURNAME in (box.text() if isinstance(box, QLineEdit) else box.toPlainText())
    press(Qt.Key.Key_Tab)
    return taken


def save_on_a_full_disk(application: Application, family_id: object) -> None:
    """Write the name where it cannot be saved, and again when it can."""
    application.window.navigator.go("family.request", family_id=family_id)
    page = application.window.navigator.page
    limit_pages(application, 1)
    tab_to("What they said")
    # More than free pages hold; key by key it would take a third of the test.
    QApplication.clipboard().setText(f"{SURNAME} " * 900)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.clipboard().clear()
    press(Qt.Key.Key_Tab)
    assert page.saver.note.isVisible()
    assert SURNAME not in page.saver.note.lead.text() + page.saver.note.words.text()
    limit_pages(application, 1_000_000)
    assert page.saver.flush()
    episode = application.workspace.requests.current(family_id)
    assert episode.concern.count(SURNAME) > 900


def look_at_a_plan(application: Application, family_id: object, meeting_id: object) -> None:
    """Look at each paper on its page, and make the bytes of every kind of file of it."""
    for document in application.workspace.plans.kinds():
        application.window.navigator.go(
            "family.documents", family_id=family_id, meeting_id=meeting_id, document=document
        )
        settle()
        page = application.window.navigator.page
        assert isinstance(page, DocumentsPage)
        if page.copy is None:
            # A paper that nobody usually has, such as a child's plan where there is no child.
            next(iter(page.readers.boxes.values())).click()
        assert page.copy is not None
        for way in file_ways():
            assert content(way, page.copy.pdf, page.copy.paper, "plum ladder quiet")
        assert not page.grab().isNull()


def provoke_errors(application: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a statement and the program itself fail with the name in hand; both are logged."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    log = EventLog(application.places.log, application.window.clock)
    catch_faults(log, application.tell_fault)
    store = application.workspace._desk.store
    with pytest.raises(DBAPIError) as refused, store.read() as session:
        session.execute(text("SELECT :name FROM nowhere"), {"name": SURNAME})
    with pytest.raises(IntegrityError) as incomplete:
        add_half_a_family(store)
    missing = ValueError(f"{SURNAME} was not found")
    for error in (refused.value, incomplete.value, missing):
        sys.excepthook(type(error), error, error.__traceback__)


def add_half_a_family(store: Store) -> None:
    """Try to write a family that may not be written as it is."""
    half = Family(name=SURNAME, reference=None, pack_id="", pack_version="", added_on="")
    with store.write("Add nobody") as session:
        session.add(half)


def test_a_name_that_was_typed_is_in_no_file_anywhere(
    temporary: Path,
    logged: Path,
    inside: Application,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    family_id, meeting_id = tell_the_services(inside)
    type_on_a_page(inside, family_id)
    row = count("a name written, searched for in files, titles and output")
    row.tried, titles = fill_every_box(inside)
    row.met = row.tried
    assert row.tried > SOME_BOXES
    assert SURNAME not in "".join(titles)
    save_on_a_full_disk(inside, family_id)
    look_at_a_plan(inside, family_id, meeting_id)
    provoke_errors(inside, monkeypatch)
    assert inside.workspace.history.undo() is not None
    assert SURNAME in [line.family.name for line in inside.workspace.families.lines()]
    inside.workspace._desk.store.back_up()
    inside.preferences.choose(zoom=120, theme="dark")
    found = traces(tmp_path, SURNAME)
    inside.window.lock()
    found += traces(tmp_path, SURNAME)
    row.undetected = len(found)
    assert found == []
    assert SURNAME not in "".join(capfd.readouterr())

    for written in (inside.places.log, inside.places.settings, logged):
        assert written.stat().st_size > 0
    assert len(list((inside.places.records / "backups").glob("records-*.db"))) == 1
    assert "INSERT INTO family" in logged.read_text(encoding="utf-8")
    assert "ValueError" in inside.places.log.read_text(encoding="utf-8")
