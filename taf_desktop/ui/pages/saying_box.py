"""The box at the foot of a column: what is said, who says it; Enter adds it and stays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.ui.widgets import (
    Choice,
    FlowRow,
    InsetNote,
    Label,
    LinkButton,
    Problem,
    SecondaryButton,
    TextEntry,
    TickBox,
    Tone,
)
from taf_desktop.ui.widgets.text import show_if

NOBODY = "Nobody named"
OPENING, CLOSING = "“\"'‘", "”\"'’"


@dataclass(frozen=True, kw_only=True)
class Said:
    """What was typed: the words, whose they are, and whether they are the very words."""

    words: str
    speaker: str | None
    exact: bool


class SpeechEntry(TextEntry):
    """Enter says the words, Shift with Enter begins a line, Up in an empty box mends the last."""

    submitted = Signal()
    mend_last = Signal()
    exact_pressed = Signal()
    act_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(least_lines=1)

    def take_up(self, words: str) -> None:
        """Show words that somebody was typing, with the caret behind them."""
        self.set_words(words)
        self.to_end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys that are not letters."""
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and control:
            self.act_pressed.emit()
        elif enter and not shift:
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Up and not self.words():
            self.mend_last.emit()
        elif event.key() == Qt.Key.Key_Apostrophe and control:
            self.exact_pressed.emit()
        else:
            super().keyPressEvent(event)


class SayingBox(QWidget):
    """Adds to one column; `said` is sent on Enter, and the words stay until `clear`."""

    said = Signal()
    spoke = Signal(object)
    mend_last = Signal()
    act_wanted = Signal()
    unpaired = Signal()

    def __init__(self, add_words: str, keys: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.label = Label(add_words, bold=True)
        self.entry = SpeechEntry()
        self.entry.setAccessibleName(add_words)
        self.entry.setAccessibleDescription(f"{keys}. Enter adds it, Shift and Enter: a new line.")
        self.entry.setPlaceholderText(keys)
        self.label.setBuddy(self.entry)
        self.problem = Problem()
        self.pair = InsetNote("", "", Tone.WORRIED)
        self.unpair = LinkButton("Not for this worry", self.unpaired.emit)
        self.pair.hide()
        self.unpair.hide()
        for widget in (self.label, self.pair, self.unpair, self.entry, self.problem):
            column.addWidget(widget)
        self._build_speaker(column, add_words)
        self.entry.submitted.connect(self.said)
        self.entry.mend_last.connect(self.mend_last)
        self.entry.act_pressed.connect(self.act_wanted)
        self.entry.exact_pressed.connect(lambda: self.exact.set_value(not self.exact.value()))
        self.setFocusProxy(self.entry)

    def _build_speaker(self, column: QVBoxLayout, add_words: str) -> None:
        self.who_label = Label("Said by")
        self.who = Choice()
        self.who.setAccessibleName(f"{add_words}: said by")
        self.who_label.setBuddy(self.who)
        self.who.activated.connect(lambda _at: self.spoke.emit(self.who.currentData()))
        self.exact = TickBox("Their exact words")
        self.exact.setAccessibleName(f"{add_words}: their exact words")
        self.add_button = SecondaryButton("Add", self.said.emit, f"Add it: {add_words}")
        column.addWidget(FlowRow([self.who_label, self.who, self.exact, self.add_button], gap=8))

    def set_people(self, people: Sequence[tuple[str, str]], speaker: str | None) -> None:
        """Show who may be chosen, and who spoke last."""
        self.who.clear()
        self.who.addItem(NOBODY, None)
        for person_id, name in people:
            self.who.addItem(name, person_id)
        self.set_speaker(speaker)

    def set_speaker(self, speaker: str | None) -> None:
        """Choose who speaks, without telling anybody."""
        self.who.setCurrentIndex(max(0, self.who.findData(speaker)) if speaker else 0)

    def said_now(self) -> Said | None:
        """What stands in the box; words in quotation marks are exact. None when it is empty."""
        words = self.entry.words().strip()
        if not words:
            return None
        quoted = len(words) > 2 and words[0] in OPENING and words[-1] in CLOSING
        return Said(
            words=words[1:-1].strip() if quoted else words,
            speaker=self.who.currentData(),
            exact=quoted or self.exact.value(),
        )

    def half(self) -> dict[str, Any] | None:
        """What stands in the box and waits for Enter, for `take_up`; None when it is empty."""
        words = self.entry.words()
        if not words.strip():
            return None
        return {"words": words, "speaker": self.who.currentData(), "exact": self.exact.value()}

    def take_up(self, half: Mapping[str, Any]) -> None:
        """Show what waited for Enter, ready to be typed on."""
        self.entry.take_up(half["words"])
        self.set_speaker(half["speaker"])
        self.exact.set_value(half["exact"])

    def clear(self) -> None:
        """Be ready for the next words; the speaker stays."""
        self.entry.set_words("")
        self.exact.set_value(False)
        self.show_problem(None)

    def show_pair(self, worry: str | None) -> None:
        """Say for which worry the next words are the goal; None for no worry."""
        self.pair.lead.setText("The goal for this worry:")
        self.pair.lead.setVisible(bool(worry))
        self.pair.words.setText(worry or "")
        for widget in (self.pair, self.unpair):
            show_if(widget, bool(worry))

    def show_problem(self, words: str | None) -> None:
        """Say below the box what is not right; the words stay."""
        self.problem.show_problem(words)
