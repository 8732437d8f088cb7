"""One line for one action, as it is said; what was understood stands below it at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.ui.pages.saying_box import SpeechEntry
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import Card, FlowRow, Hint, InsetNote, Label, SecondaryButton
from taf_desktop.ui.widgets.text import show_if

QUESTION = "An action in one line"
EXAMPLE = "For example: Mum and Sam ring housing by Friday"


class ActionLineBox(Card):
    """Enter adds the action and stays; Up in the empty box goes to the last one."""

    typed = Signal(str)
    entered = Signal()
    mend_last = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.label = Label(QUESTION, bold=True)
        self.entry = SpeechEntry()
        self.entry.setAccessibleName(QUESTION)
        self.entry.setAccessibleDescription(f"{EXAMPLE}. Enter adds it.")
        self.label.setBuddy(self.entry)
        self.understood = InsetNote("", "Understood:", Tone.INFO)
        button = SecondaryButton("Add", self.entered.emit, "Add this action")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        hint = Hint(f"{EXAMPLE}. Enter adds it.")
        for widget in (self.label, hint, self.entry, self.understood, FlowRow([button])):
            column.addWidget(widget)
        self.add(holder)
        self.entry.edited.connect(self.typed)
        self.entry.submitted.connect(self.entered)
        self.entry.mend_last.connect(self.mend_last)
        self.setFocusProxy(self.entry)
        self.show_understood("")

    def words(self) -> str:
        """What stands in the box."""
        return self.entry.words().strip()

    def set_words(self, words: str) -> None:
        """Put words into the box without telling anybody."""
        self.entry.set_words(words)

    def show_understood(self, words: str) -> None:
        """Say what was understood; nothing for an empty box."""
        self.understood.words.setText(words)
        show_if(self.understood, bool(words))

    def clear_words(self) -> None:
        """Be ready for the next action."""
        self.entry.set_words("")
        self.show_understood("")
