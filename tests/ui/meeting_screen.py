"""A meeting of the practice family on the screen, and every word that is anywhere behind it."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from taf_desktop.model.meeting import Meeting
from tests.accessibility.walk import interfaces, settle
from tests.ui.family_fixture import OnScreen

FIRST_PARTS = (
    "here", "sharing", "family", "updates", "views", "numbers", "actions", "agree", "decision",
    "papers",
)  # fmt: skip
REVIEW_PARTS = (*FIRST_PARTS, "last_actions")
IN_THE_ROOM = ("Mum", "Nan", "El", "Miss Hall", "Ruth Okafor", "Sam Reed")
SPOKEN = (
    QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value,
    QAccessible.Text.Help,
)  # fmt: skip


def meeting(screen: OnScreen, kind: str = "review") -> Meeting:
    """The first meeting, which is over, or the review that is to come."""
    meetings = screen.workspace.meetings.of(screen.family_id)
    return next(one for one in meetings if one.kind == kind)


def come_in(screen: OnScreen, *names: str) -> None:
    """These people are here at the review, and nobody else."""
    for name, person_id in screen.people.items():
        state = "present" if name in names else "apologies"
        screen.workspace.meetings.attend(meeting(screen).id, person_id, {"state": state})


def go(screen: OnScreen, part: str, kind: str = "review") -> Any:
    """Open a part of a meeting; the part as it stands on the page."""
    page = screen.go("meeting", meeting_id=meeting(screen, kind).id, part=part)
    return page.part


def statement(screen: OnScreen, text: str) -> Any:
    """What was said, by how it begins."""
    rows = screen.workspace.views.statements(screen.family_id)
    return next(row for row in rows if row.text.startswith(text))


def person(screen: OnScreen, name: str) -> UUID:
    """Somebody around the family, by their spoken name."""
    return screen.people[name]


def every_word() -> str:
    """Everything that any widget of the program holds or a screen reader could speak."""
    settle()
    # The event loop of the program does this by itself whenever it comes round.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    words: list[str] = []
    for widget in QApplication.allWidgets():
        words += _of_widget(widget)
    for window in QApplication.topLevelWidgets():
        for interface in interfaces(window):
            words += [interface.text(kind) for kind in SPOKEN]
    return "\n".join(word for word in words if word).replace("\u200b", "")


def words_of(window: QWidget) -> str:
    """Everything that the widgets of one window hold or a screen reader could speak of it."""
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    words: list[str] = []
    for widget in (window, *window.findChildren(QWidget)):
        words += _of_widget(widget)
    for interface in interfaces(window):
        words += [interface.text(kind) for kind in SPOKEN]
    return "\n".join(word for word in words if word).replace("\u200b", "")


def _of_widget(widget: QWidget) -> Iterator[str]:
    yield widget.windowTitle()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()
    yield widget.statusTip()
    yield widget.whatsThis()
    for told in ("text", "title", "placeholderText", "toPlainText", "currentText"):
        read = getattr(widget, told, None)
        if callable(read) and isinstance(found := read(), str):
            yield found
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    if isinstance(widget, QLineEdit | QPlainTextEdit) and isinstance(
        held := widget.property("text"), str
    ):
        yield held
