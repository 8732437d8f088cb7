"""What stands around a page: top bar, rail, practice band, and the stages of the work."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets.boxes import ScrollPage, empty
from taf_desktop.ui.widgets.buttons import Action, BoxButton, Button, SecondaryButton
from taf_desktop.ui.widgets.text import Aside, Label, Pill, set_mark, show_if


@dataclass(frozen=True)
class Crumb:
    """One step of the way to a page; without a page it is where the person is."""

    words: str
    page: str = ""
    args: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class RailEntry:
    """One line of the left rail: where it goes, and how it stands in words."""

    words: str
    page: str
    args: Mapping[str, object] = field(default_factory=dict)
    status: str = ""
    tone: Tone | None = None
    above: str = ""
    """Small words above the entry, where a group begins."""


class RailButton(BoxButton):
    """One line of the rail; the current one says so to a screen reader."""

    kind = "rail"

    def __init__(self, entry: RailEntry, on_click: Action) -> None:
        super().__init__(on_click)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 8, 8, 8)
        self._row.setSpacing(6)
        self.label = Label(entry.words)
        self.label.setProperty("kind", "railwords")
        self.put(self.label)
        self._row.addWidget(self.label, 1)
        self.status: Label | None = None
        self.show_status(entry)

    def show_status(self, entry: RailEntry) -> None:
        """Show how the same line stands now; the button stays, so that no press is lost."""
        self.entry = entry
        if self.status is not None:
            self._row.removeWidget(self.status)
            self.status.hide()
            self.status.deleteLater()
        self.status = _status_label(entry) if entry.status else None
        if self.status is not None:
            self.put(self.status)
            self._row.addWidget(self.status, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_current(False)

    def set_current(self, here: bool) -> None:
        """Mark the line as where the person is."""
        words = ", ".join(part for part in (self.entry.words, self.entry.status) if part)
        self.setAccessibleName(f"{words}, current page" if here else words)
        for widget in (self, self.label, self.status):
            if widget is not None:
                set_mark(widget, current="true" if here else "false")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Write in ink on the fill of the focus."""
        super().focusInEvent(event)
        self._mark_held(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write again as before."""
        super().focusOutEvent(event)
        self._mark_held(False)

    def _mark_held(self, held: bool) -> None:
        for widget in (self.label, self.status):
            if widget is not None:
                set_mark(widget, held="true" if held else "false")


def _status_label(entry: RailEntry) -> Label:
    coloured = entry.tone in (Tone.LATE, Tone.DUE)
    label = Pill(entry.status, entry.tone or Tone.INFO) if coloured else Label(entry.status)
    label.setContentsMargins(*((6, 2, 6, 2) if coloured else (0, 0, 2, 0)))
    if not coloured:
        label.setProperty("kind", "railstatus")
        label.setProperty("tone", (entry.tone or Tone.PLAIN).value)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label


class Rail(QFrame):
    """The left rail: up and down arrows move, Enter goes."""

    chosen = Signal(object)

    def __init__(self, name: str = "Pages") -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        self.setAccessibleName(name)
        self.buttons: list[RailButton] = []
        self._current = 0
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 0)
        self._scroll = ScrollPage((10, 14, 10, 14))
        self._scroll.column.setSpacing(2)
        outer.addWidget(self._scroll)

    def set_entries(self, entries: Sequence[RailEntry]) -> None:
        """Show these lines; lines that are there already stay, and only their status changes."""
        if [_lead(button.entry) for button in self.buttons] == [_lead(one) for one in entries]:
            for button, entry in zip(self.buttons, entries, strict=True):
                if button.entry != entry:
                    button.show_status(entry)
            return
        held = next((at for at, one in enumerate(self.buttons) if one.hasFocus()), None)
        self._scroll.clear()
        self.buttons = []
        for entry in entries:
            if entry.above:
                above = Aside(entry.above)
                above.setContentsMargins(12, 10, 8, 2)
                self._scroll.add(above)
            button = RailButton(entry, partial(self.chosen.emit, entry))
            self.buttons.append(self._scroll.add(button))
        if held is not None and held < len(self.buttons):
            self.buttons[held].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_meeting(self, meeting: bool) -> None:
        """In a meeting the rail is quiet, and each line large enough for any finger."""
        set_mark(self, meeting="true" if meeting else "false")

    def set_current(self, page: str, args: Mapping[str, object]) -> None:
        """Mark the line that leads to this page with these arguments."""
        self._current = 0
        for at, button in enumerate(self.buttons):
            entry = button.entry
            is_here = entry.page == page and dict(entry.args) == dict(args)
            button.set_current(is_here)
            self._current = at if is_here else self._current

    def focus_current(self) -> None:
        """Take the focus to the line where the person is."""
        if self.buttons:
            self.buttons[self._current].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def button(self, words: str) -> RailButton:
        """The line with these words; KeyError when there is none."""
        found = next((one for one in self.buttons if one.entry.words == words), None)
        if found is None:
            raise KeyError(words)
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        at = next((at for at, one in enumerate(self.buttons) if one.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        to = min(max(at + step, 0), len(self.buttons) - 1)
        self.buttons[to].setFocus(Qt.FocusReason.TabFocusReason)


def _lead(entry: RailEntry) -> tuple[object, ...]:
    """What makes a line of the rail the same line, however it stands."""
    return entry.words, entry.page, dict(entry.args), entry.above


class CrumbButton(Button):
    """One step back on the way to the page."""

    kind = "crumb"


class TopBar(QFrame):
    """Where I am, what is saved, and the lock."""

    went = Signal(object)
    lock_pressed = Signal()
    menu_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "top")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 9)
        row.setSpacing(12)
        self._brand = Label("TAF Desktop", wrap=False)
        self._brand.setProperty("kind", "brand")
        self.menu = SecondaryButton(
            "Pages", self.menu_pressed.emit, "Show or hide the list of pages"
        )
        self.menu.hide()
        row.addWidget(self.menu)
        row.addWidget(self._brand)
        self._crumbs = QHBoxLayout()
        self._crumbs.setSpacing(0)
        row.addLayout(self._crumbs, 1)
        self._middle = QHBoxLayout()
        row.addLayout(self._middle)
        self.saved = Aside("")
        self.saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.saved)
        self.lock = SecondaryButton("Lock", self.lock_pressed.emit, "Lock, Ctrl+L")
        row.addWidget(self.lock)
        self._shown: list[Crumb] = []

    def set_breadcrumb(self, crumbs: Sequence[Crumb]) -> None:
        """Show the way; the last step is where the person is."""
        if self._shown == list(crumbs):
            return
        self._shown = list(crumbs)
        empty(self._crumbs)
        for at, crumb in enumerate(crumbs):
            if at:
                self._crumbs.addWidget(Label("›", wrap=False))
            self._crumbs.addWidget(self._crumb(crumb))
        self._crumbs.addStretch(1)

    def _crumb(self, crumb: Crumb) -> QWidget:
        if crumb.page:
            return CrumbButton(
                crumb.words, partial(self.went.emit, crumb), f"Back to {crumb.words}"
            )
        label = Label(crumb.words, bold=True)
        label.setContentsMargins(6, 0, 6, 0)
        return label

    def set_saved(self, words: str) -> None:
        """Say what is saved, and where."""
        self.saved.setText(words)

    def add(self, widget: QWidget) -> None:
        """Put something between the way and the saved words, such as a search."""
        self._middle.addWidget(widget)

    def set_narrow(self, narrow: bool) -> None:
        """Give the brand's room to the way when there is little."""
        show_if(self._brand, not narrow)
        show_if(self.menu, narrow)


class BandButton(Button):
    """A way out of what the band tells."""

    kind = "band"


class PracticeBand(QFrame):
    """Says on every page that nothing here is real."""

    def __init__(self, words: str = "Practice: nothing here is real") -> None:
        super().__init__()
        self.setProperty("kind", "practice")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 5, 20, 5)
        self.label = Label(words)
        self.label.setProperty("kind", "practice")
        row.addWidget(self.label)
        self._buttons = row
        self.buttons: list[BandButton] = []

    def add_button(self, words: str, on_click: Callable[[], object]) -> BandButton:
        """Put a button at the right, such as leaving practice."""
        button = BandButton(words, on_click)
        self._buttons.addWidget(button)
        self.buttons.append(button)
        return button
