"""Questions that no form declares: a labelled box, a choice by radio buttons, a box to tick."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from taf_desktop.ui.theme import current
from taf_desktop.ui.widgets.entry import LineEntry
from taf_desktop.ui.widgets.flow import FlowRow
from taf_desktop.ui.widgets.text import Hint, Label, Problem, set_mark, show_if
from taf_desktop.ui.widgets.wrapping import WrappingRadio, WrappingTick


class Question(QWidget):
    """A label, a hint, room for the answer, and below it what is not right."""

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__()
        self.label = Label(label, bold=True)
        self.hint = Hint(hint)
        self.problem = Problem()
        show_if(self.hint, bool(hint))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        for widget in (self.label, self.hint, self.problem):
            self.column.addWidget(widget)

    def put(self, widget: QWidget) -> None:
        """Place the answer's widget between the hint and the problem."""
        self.column.insertWidget(self.column.count() - 1, widget)


class TextBox(Question):
    """One line that no form declares, for instance a passphrase or a search."""

    edited = Signal(str)
    submitted = Signal()

    def __init__(self, label: str, hint: str = "", secret: bool = False) -> None:
        super().__init__(label, hint)
        self.box = LineEntry()
        self.box.setAccessibleName(label)
        self.box.setAccessibleDescription(hint)
        self.label.setBuddy(self.box)
        self.put(self.box)
        self.setFocusProxy(self.box)
        if secret:
            self.box.setEchoMode(QLineEdit.EchoMode.Password)
            self._look = TickBox("Show what I type")
            self._look.edited.connect(self._show_letters)
            self.column.addWidget(self._look)
        self.box.textEdited.connect(self.edited)
        self.box.returnPressed.connect(self.submitted)
        self._narrow()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._narrow()

    def _narrow(self) -> None:
        self.setMaximumWidth(current().size("form_width"))

    def text(self) -> str:
        """What is in the box."""
        return self.box.text()

    def set_text(self, words: str) -> None:
        """Put words into the box without telling anybody."""
        self.box.setText(words)

    def show_problem(self, words: str | None) -> None:
        """Say below the box what is not right; what was typed stays."""
        self.problem.show_problem(words)
        self.box.setAccessibleDescription(self.problem.text() or self.hint.text())
        set_mark(self.box, wrong="true" if words else "false")

    def _show_letters(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.box.setEchoMode(mode.Normal if shown else mode.Password)


class Choices(Question):
    """One of a few answers, each a radio button."""

    edited = Signal(str)

    def __init__(self, label: str, options: Sequence[tuple[str, str]], hint: str = "") -> None:
        super().__init__(label, hint)
        self.row = FlowRow(gap=12)
        self.row.setAccessibleName(label)
        self.row.setAccessibleDescription(hint)
        self.group = QButtonGroup(self)
        self.buttons: dict[str, WrappingRadio] = {}
        for code, words in options:
            button = radio(words, label)
            button.clicked.connect(lambda _on, chosen=code: self.edited.emit(chosen))
            self.group.addButton(button)
            self.buttons[code] = self.row.add(button)
        if self.buttons:
            self.setFocusProxy(next(iter(self.buttons.values())))
        self.put(self.row)

    def value(self) -> str | None:
        """The chosen code, or None."""
        chosen = (code for code, button in self.buttons.items() if button.isChecked())
        return next(chosen, None)

    def set_value(self, code: str | None) -> None:
        """Choose without telling anybody."""
        self.group.setExclusive(False)
        for one, button in self.buttons.items():
            button.setChecked(one == code)
        self.group.setExclusive(True)

    def show_problem(self, words: str | None) -> None:
        """Say below the answers what is not right."""
        self.problem.show_problem(words)


class TickBox(WrappingTick):
    """A box to tick."""

    edited = Signal(bool)

    def __init__(self, words: str, hint: str = "") -> None:
        super().__init__(words)
        self.setAccessibleDescription(hint)
        self.clicked.connect(self.edited)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def set_value(self, ticked: bool) -> None:
        """Tick or untick without telling anybody."""
        self.setChecked(ticked)


def radio(words: str, question: str) -> WrappingRadio:
    """A radio button that tells a screen reader its question as well."""
    button = WrappingRadio(words)
    button.setAccessibleDescription(question)
    return button
