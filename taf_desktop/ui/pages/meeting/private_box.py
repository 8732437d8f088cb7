"""The box for what only the lead professional reads; never on a screen that faces the room."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.services.private_notes import KEY, PrivateNotes
from taf_desktop.ui.autosave import Autosaver, SavedTeller
from taf_desktop.ui.widgets import Label, TextEntry

ONLY_YOU = "A note for yourself"
HINT = (
    "Only you read it, as the family's lead professional: it is on no paper, in no search, and "
    "never on a screen that faces the room."
)


class PrivateBox(QWidget):
    """A note on one meeting, kept as it is typed. `around` is done whenever it is saved."""

    def __init__(
        self,
        notes: PrivateNotes,
        meeting_id: UUID,
        teller: SavedTeller,
        around: Callable[[Callable[[], object]], object] = lambda save: save(),
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        label = Label(ONLY_YOU, bold=True)
        self.entry = TextEntry(least_lines=5)
        self.entry.setAccessibleName(ONLY_YOU)
        self.entry.setAccessibleDescription(HINT)
        self.entry.set_words(notes.of(meeting_id) or "")
        label.setBuddy(self.entry)
        self.saver = Autosaver(
            lambda changes: around(lambda: notes.write(meeting_id, str(changes[KEY] or ""))), teller
        )
        self.entry.edited.connect(lambda: self.saver.set(KEY, self.entry.words()))
        self.entry.left.connect(self.saver.flush)
        for widget in (label, Label(HINT), self.entry, self.saver.note):
            column.addWidget(widget)
