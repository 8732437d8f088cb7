"""Typing at the family's table: a letter until it is painted, Enter until it is kept."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from benchmarks.measuring import Case, Timed, timed
from benchmarks.painting import (
    painted_after,
    press_letter,
    quiet_after,
    surface,
    until_quiet,
)
from benchmarks.records import marlow
from taf_desktop.app import Application
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.pages.meeting.action_line_box import ActionLineBox
from taf_desktop.ui.pages.three_columns import ThreeColumns

LETTERS = 60
ENTER = "Enter, until the words are kept and painted"
WORDS = "Nan comes on Tuesday and Thursday mornings"


def meeting_cases(program: Application, folder: Path) -> Iterator[Case]:
    """The three columns and the line for actions, in the review of the Marlow family."""
    workspace = program.workspace
    assert workspace is not None  # noqa: S101  # opened above
    go_to = _meeting(program, workspace)
    go_to("views")
    three = program.window.findChild(ThreeColumns)
    assert three is not None  # noqa: S101  # the part that was gone to
    entry = three.cards[0].box.entry
    entry.setFocus()
    yield from _letter_cases("one of the three columns", entry)
    entry.set_words("")
    yield from _enter_cases(three, workspace, folder)
    go_to("actions")
    line = program.window.findChild(ActionLineBox)
    assert line is not None  # noqa: S101  # the part that was gone to
    line.setFocus()
    yield from _letter_cases("the line for an action", line.entry)
    line.clear_words()


def _meeting(program: Application, workspace: Workspace) -> Callable[[str], None]:
    """Goes to a part of the review."""
    family_id = marlow(workspace)
    review = workspace.meetings.of(family_id)[-1]

    def go_to(part: str) -> None:
        args = {"family_id": family_id, "meeting_id": review.id, "part": part}
        program.window.navigator.go("family.meeting", **args)
        until_quiet()

    return go_to


def _letter_cases(where: str, box: QWidget) -> Iterator[Case]:
    """A letter in a box beside one in a bare line, and in a bare widget of the same kind."""
    here = press_letter(box, WORDS)
    for bare in (QLineEdit(), QPlainTextEdit()):
        with _shown(bare):
            there = press_letter(bare, WORDS)
            yield Case(
                name=f"A letter in {where}, until it is painted",
                act=painted_after(here, surface(box)),
                floor_name=f"a bare {type(bare).__name__}",
                floor=painted_after(there, surface(bare)),
                repetitions=LETTERS,
            )
            yield Case(
                name=f"A letter in {where}, until nothing is left to do",
                act=quiet_after(here),
                floor_name=f"a bare {type(bare).__name__}",
                floor=quiet_after(there),
                repetitions=LETTERS,
            )


@contextmanager
def _shown(*bare: QWidget) -> Iterator[None]:
    """Bare widgets in a window of their own."""
    window = QWidget()
    column = QVBoxLayout(window)
    for widget in bare:
        column.addWidget(widget)
    window.show()
    until_quiet()
    yield
    window.hide()


def _enter_cases(three: ThreeColumns, workspace: Workspace, folder: Path) -> Iterator[Case]:
    """Words that are said, beside a bare line that shows its words, and beside a plain file."""
    line, label = QLineEdit(), QLabel()
    line.returnPressed.connect(lambda: label.setText(line.text()))

    def show_words() -> float:
        line.setText(WORDS)
        label.clear()
        return painted_after(lambda: QTest.keyClick(line, Qt.Key.Key_Return), label)()

    with _shown(line, label):
        yield Case(
            name=ENTER,
            act=_enter(three, workspace),
            floor_name="Enter in a bare QLineEdit, until a QLabel shows it",
            floor=show_words,
            repetitions=30,
        )
    with _plain_sqlite(folder) as insert:
        into = partial(
            Case,
            floor_name="an INSERT into plain SQLite, synchronous=FULL",
            floor=timed(insert),
            repetitions=30,
        )
        yield into(name=ENTER, act=_enter(three, workspace))
        yield into(name="Keeping the words alone", act=_keep(workspace))


def _enter(three: ThreeColumns, workspace: Workspace) -> Timed:
    """Says something in the first column; it is taken back before the next time, uncounted."""
    entry = three.cards[0].box.entry
    say = quiet_after(lambda: QTest.keyClick(entry, Qt.Key.Key_Return))

    def once() -> float:
        entry.set_words(WORDS)
        seconds = say()
        workspace.history.undo()
        three.refresh()
        return seconds

    return once


def _keep(workspace: Workspace) -> Timed:
    """Writes the same down without the window."""
    family_id = marlow(workspace)
    keep = timed(lambda: workspace.views.add_statement(family_id, "worried", WORDS))

    def once() -> float:
        seconds = keep()
        workspace.history.undo()
        return seconds

    return once


@contextmanager
def _plain_sqlite(folder: Path) -> Iterator[Callable[[], object]]:
    """Writes one row to a plain file beside the records, and comes back when it is on the disk."""
    with closing(sqlite3.connect(folder / "plain.db", isolation_level=None)) as plain:
        plain.execute("PRAGMA journal_mode=TRUNCATE")
        plain.execute("PRAGMA synchronous=FULL")
        plain.execute("CREATE TABLE said (id INTEGER PRIMARY KEY, words TEXT)")
        yield lambda: plain.execute("INSERT INTO said (words) VALUES (?)", (WORDS,))
