"""Choosing a passphrase: typed twice or suggested, its strength said in words."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from taf_desktop.ui.announce import announce
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import Columns, InsetNote, Label, SecondaryButton, TextBox, TickBox

STRONG_ENOUGH = "Strong enough. Somebody who has the file could not guess it."
_NOT_THE_SAME = "The two are not the same. Type it again as you did above."


class NewPassphrase(QWidget):
    """Two boxes, one tick to see what is typed, and a button for five words of chance."""

    submitted = Signal()

    def __init__(
        self,
        suggest: Callable[[], str],
        problem: Callable[[str], str | None],
        label: str = "Passphrase",
    ) -> None:
        super().__init__()
        self._suggest, self._problem = suggest, problem
        self.first = _secret(label, "Four or five words that only you put together")
        self.again = _secret("The same passphrase again", "So that a slip of the finger shows now")
        self.strength = Label("")
        self.show_letters = TickBox("Show what I type")
        self.suggest = SecondaryButton("Suggest five words", self._take_suggestion)
        self.suggested = InsetNote("", "Your five words:", Tone.INFO)
        self.suggested.hide()
        self._lay_out()
        self.first.edited.connect(self._edited)
        self.again.edited.connect(lambda _words: self.again.show_problem(None))
        for box in (self.first, self.again):
            box.submitted.connect(self.submitted)
        self.show_letters.edited.connect(self._show_letters)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        boxes = Columns((1, 1), stack_below=640)
        boxes.add(0, self.first)
        boxes.add(1, self.again)
        for widget in (boxes, self.strength, self.show_letters, self.suggested, self.suggest):
            column.addWidget(widget)
        self._say_strength()

    def text(self) -> str:
        """What stands in the first box."""
        return self.first.text()

    def show_words(self, passphrase: str, again: str) -> None:
        """Show what was typed before."""
        self.first.set_text(passphrase)
        self.again.set_text(again)
        self._say_strength()

    def clear(self) -> None:
        """Leave nothing behind."""
        self.show_words("", "")
        self.suggested.words.setText("")
        self.suggested.hide()
        self.show_letters.set_value(False)
        self._show_letters(False)

    def is_ready(self) -> bool:
        """Whether it can be taken; if not, says why at the box and takes the focus there."""
        problem = self._problem(self.first.text())
        differs = None if self.again.text() == self.first.text() else _NOT_THE_SAME
        self.first.show_problem(problem)
        self.again.show_problem(None if problem else differs)
        if problem or differs:
            (self.first if problem else self.again).box.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def _edited(self, _words: str) -> None:
        self.first.show_problem(None)
        self._say_strength()

    def _say_strength(self) -> None:
        typed = self.first.text()
        problem = self._problem(typed) if typed else None
        self.strength.setText(
            "" if not typed else f"Not strong enough yet. {problem}" if problem else STRONG_ENOUGH
        )
        self.strength.setVisible(bool(typed))

    def _take_suggestion(self) -> None:
        words = self._suggest()
        self.show_words(words, words)
        for box in (self.first, self.again):
            box.show_problem(None)
        self.suggested.words.setText(
            f"{words}\nWrite them on paper and keep the paper away from this laptop. Type them "
            "from the paper for a week; then most people know them."
        )
        self.suggested.show()
        announce(self.suggested, f"Your five words: {words}")

    def _show_letters(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for box in (self.first, self.again):
            box.box.setEchoMode(mode)


def _secret(label: str, hint: str) -> TextBox:
    box = TextBox(label, hint)
    box.box.setEchoMode(QLineEdit.EchoMode.Password)
    hints = Qt.InputMethodHint
    box.box.setInputMethodHints(
        hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase
    )
    return box
