"""A name that was typed is in no file: not in records, settings, log, backups or temp files."""

import logging
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, Qt
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from taf_desktop.app import Application
from taf_desktop.log import EventLog, catch_faults
from taf_desktop.model.family import Family
from taf_desktop.store.store import Store
from taf_desktop.ui.pages.documents_page import DocumentsPage
from tests.accessibility.walk import settle
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


def look_at_a_plan(application: Application, family_id: object, meeting_id: object) -> None:
    """Look at each paper on its page, as before saving or printing it."""
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
        assert page.copy.pdf.startswith(b"%PDF-")
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
    look_at_a_plan(inside, family_id, meeting_id)
    provoke_errors(inside, monkeypatch)
    assert inside.workspace.history.undo() is not None
    assert SURNAME in [line.family.name for line in inside.workspace.families.lines()]
    inside.workspace._desk.store.back_up()
    inside.preferences.choose(zoom=120, theme="dark")
    assert traces(tmp_path, SURNAME) == [], "while the records are open"
    inside.window.lock()
    assert traces(tmp_path, SURNAME) == [], "after locking"
    assert SURNAME not in "".join(capfd.readouterr())

    for written in (inside.places.log, inside.places.settings, logged):
        assert written.stat().st_size > 0
    assert len(list((inside.places.records / "backups").glob("records-*.db"))) == 1
    assert "INSERT INTO family" in logged.read_text(encoding="utf-8")
    assert "ValueError" in inside.places.log.read_text(encoding="utf-8")
