"""What every page is: a question as its heading, one primary action, and cards that scroll."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from taf_desktop.errors import UserError
from taf_desktop.ui.ask import Ask
from taf_desktop.ui.autosave import Autosaver
from taf_desktop.ui.navigator import Argument, Navigator
from taf_desktop.ui.shortcuts import Shortcuts
from taf_desktop.ui.widgets import Crumb, FlowRow, Heading, Label, RailEntry, ScrollPage
from taf_desktop.ui.widgets.boxes import empty
from taf_desktop.ui.widgets.text import show_if


class Shell(Protocol):
    """What a page may ask of the window around it."""

    navigator: Navigator
    ask: Ask
    clock: Callable[[], datetime]
    shortcuts: Shortcuts

    def say(self, words: str) -> None:
        """Show a short message at the top, and speak it."""

    def say_saved(self) -> None:
        """Say that everything is saved, now."""

    def show_error(self, error: UserError) -> None:
        """Say what did not happen and what to do."""

    def refresh_around(self) -> None:
        """Read crumbs and rail of the current page again."""

    def note_typing(self) -> None:
        """Somebody types into a box that waits for Enter: it is kept, to outlive a power cut."""

    def has_rail(self) -> bool:
        """Whether the rail stands beside the page, with room for both."""

    def focus_rail(self) -> None:
        """Take the focus to the line of the rail that leads to this page."""

    def forget_others(self) -> None:
        """Let go of every page but this one, and of the way here."""

    def hold(self) -> None:
        """Let nothing lead away from this page while a child has the laptop; it can be locked."""

    def let_go(self) -> None:
        """The laptop is back with whoever works with it."""


class Page(QWidget):
    """One page; made once, opened many times."""

    name = ""
    meeting = False
    passing = False
    """Whether it only stands between two pages, and is no step of the way back."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.args: dict[str, Any] = {}
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        if self.meeting:
            self.setProperty("meeting", "true")
        self._savers: list[Autosaver] = []
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 0)
        side = 24 if self.meeting else 28
        self.body = ScrollPage((side, 18, side, 24))
        self.outer.addWidget(self.body)
        self.heading = PageHeading()
        self.body.add(self.heading)

    def open(self, **args: Argument) -> None:
        """Show the page for these arguments; changes nothing in the records."""
        self.args = args
        self.refresh()

    def refresh(self) -> None:
        """Read again and show; changes nothing in the records."""

    def leave(self) -> bool:
        """Save what was typed; False when it could not be saved, and the person should stay."""
        results = [saver.flush() for saver in self._savers]
        return all(results)

    def keep(self, saver: Autosaver) -> Autosaver:
        """Have a saver flushed when the page is left or the program locked."""
        self._savers.append(saver)
        return saver

    def whereabouts(self) -> dict[str, Any]:
        """What to open this page for, to come back to just where it is; ids and codes only."""
        return self.args

    def halfway(self) -> dict[str, Any]:
        """What stands in boxes that wait for Enter, by box; empty boxes are left out."""
        return {}

    def take_up(self, boxes: Mapping[str, Any]) -> None:
        """Put words back into the boxes in which they stood, as `halfway` told them."""

    def forget_savers(self) -> None:
        """Let go of savers whose form is rebuilt or gone; flush them first."""
        for saver in self._savers:
            saver.stop()
        self._savers.clear()

    def title(self) -> str:
        """The question that the page answers."""
        return self.heading.title.text()

    def set_heading(self, title: str, under: str = "", *buttons: QWidget) -> None:
        """Show the page's question, a line below it, and its buttons at the right."""
        self.heading.show_words(title, under)
        self.heading.show_buttons(buttons)
        self.setAccessibleName(title)

    def show_said(self, words: str) -> None:
        """Show a short message where the top bar is hidden."""

    def arrange(self) -> None:
        """The room for the page has changed, or the size of everything."""

    def crumbs(self) -> Sequence[Crumb]:
        """The way to this page; the last step has no page."""
        return [Crumb("Home", "home"), Crumb(self.title())]

    def rail(self) -> Sequence[RailEntry]:
        """The lines of the left rail; none hides it."""
        return []

    def rail_key(self) -> tuple[str, dict[str, Any]]:
        """Which line of the rail is this page: its name and arguments."""
        return self.name, self.args

    def first_focus(self) -> QWidget | None:
        """What has the focus when the page opens; None for the first thing that can have it."""
        return None


class PageHeading(QWidget):
    """The question, a line below it, and the page's buttons at the right, or below the question."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        column = QVBoxLayout()
        column.setSpacing(2)
        self.title, self.under = Heading("", 1), Label("")
        self.under.setProperty("kind", "under")
        column.addWidget(self.title)
        column.addWidget(self.under)
        self._row.addLayout(column, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(10)
        self._row.addLayout(self._buttons)
        self.show_words("", "")

    def show_words(self, title: str, under: str) -> None:
        """Show the question and the line below."""
        self.title.setText(title)
        self.under.setText(under)
        show_if(self.under, bool(under))
        show_if(self, bool(title or under))
        self._arrange()

    def show_buttons(self, buttons: Sequence[QWidget]) -> None:
        """Show these buttons in place of the old ones."""
        empty(self._buttons)
        for button in buttons:
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._arrange()

    def _arrange(self) -> None:
        """Put the buttons below where the question would have to break for them."""
        wide = self.title.fontMetrics().horizontalAdvance(self.title.text())
        beside = wide + self._row.spacing() + self._buttons.sizeHint().width() <= self.width()
        way = QBoxLayout.Direction
        below = self._buttons.count() > 0 and not beside
        self._row.setDirection(way.TopToBottom if below else way.LeftToRight)
        side = Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignRight
        self._row.setAlignment(self._buttons, side | Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has other room beside the question."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Another zoom needs other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()


def actions_row(*buttons: QWidget) -> FlowRow:
    """Buttons at the end of a form, such as Back and Next."""
    return FlowRow(buttons, gap=12)
