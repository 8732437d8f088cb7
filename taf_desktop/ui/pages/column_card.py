"""One of the three columns: its heading, what was said, and the box to add more."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.model.views import Statement
from taf_desktop.packs.pack import Column
from taf_desktop.ui.pages.desk_words import shortened
from taf_desktop.ui.pages.saying_box import SayingBox
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import Card, LinkButton, StatementCard, empty, line

TONES = (Tone.WORRIED, Tone.WELL, Tone.NEEDED)


class ColumnCard(Card):
    """One column: what was said, and below it the box to add more."""

    def __init__(self, column: Column, at: int) -> None:
        super().__init__(column.title, tone=TONES[at])
        self.column_id = column.id
        self.waiting = f"column {column.id}"
        """What the words in the box are kept under until Enter."""
        self.statements: dict[UUID, StatementCard] = {}
        self.buttons: dict[tuple[UUID, str], LinkButton] = {}
        self._rows = QWidget()
        self._rows_column = QVBoxLayout(self._rows)
        self._rows_column.setContentsMargins(0, 0, 0, 0)
        self._rows_column.setSpacing(0)
        self.add_row(self._rows)
        self.box = SayingBox(column.add, f"Alt+{at + 1}")
        self.add_foot(self.box)
        self.add(QWidget(), 1)

    def clear_rows(self) -> None:
        """Take away what is listed; the box stays, with what is typed in it."""
        empty(self._rows_column)
        self.statements, self.buttons = {}, {}

    def button(
        self, statement: Statement, key: str, words: str, act: Callable[[], object]
    ) -> LinkButton:
        """A button below a statement; its name says which statement."""
        name = f"{words}: {shortened(statement.text, 40)}"
        button = self.buttons[statement.id, key] = LinkButton(words, act, name)
        return button

    def add_statement(self, statement: Statement, card: StatementCard) -> None:
        """List a statement below the others."""
        if self.statements:
            self._rows_column.addWidget(line())
        self.statements[statement.id] = card
        self._rows_column.addWidget(card)
