"""Inside one house: paper to draw on, pencils, words instead; and who may see what came of it."""

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.services.drawings import House
from taf_desktop.ui.autosave import WHILE_TYPING
from taf_desktop.ui.theme import current
from taf_desktop.ui.widgets import (
    Card,
    Choices,
    Columns,
    FlowRow,
    Label,
    Problem,
    SecondaryButton,
    TextBox,
    TextEntry,
    TickBox,
)
from taf_desktop.ui.widgets.houses import paint_house
from taf_desktop.ui.widgets.strokes import INKS, THICK, THIN, Backdrop, Sheet, StrokePad

LINES = {"thin": THIN, "thick": THICK}


def faintly(house: str) -> Backdrop:
    """The house behind the drawing, so faint that the lines stand out."""

    def paint(painter: QPainter, paper: QRectF) -> None:
        painter.setOpacity(0.35)
        paint_house(painter, paper, house)
        painter.setOpacity(1.0)

    return paint


class HouseRoom(QWidget):
    """One house from inside; `edited` is sent when a line, a word or the name is there."""

    edited = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        columns = Columns((5, 2), stack_below=800)
        self.pad = StrokePad(f"Paper: {house.title}", faintly(house.house))
        self.pad.show_strokes(house.strokes)
        self.pad.edited.connect(self.edited)
        columns.add(0, self.pad, 100)
        self._add_pencils(columns)
        self.problem = Problem()
        column.addWidget(columns, 1)
        column.addWidget(self.problem)

    def _add_pencils(self, columns: Columns) -> None:
        self.ink = Choices("Pencil", [(ink, ink.capitalize()) for ink in INKS])
        self.ink.set_value("black")
        self.ink.edited.connect(self._choose_ink)
        self.line = Choices("Line", [(line, line.capitalize()) for line in LINES])
        self.line.set_value("thin")
        self.line.edited.connect(self._choose_line)
        self.back = SecondaryButton("Take the last line back", self.pad.take_back)
        undo = QShortcut(QKeySequence.StandardKey.Undo, self.pad)
        undo.activated.connect(self.pad.take_back)
        words = Label("Or write it", bold=True)
        self.words = TextEntry(least_lines=3)
        self.words.setAccessibleName("Or write it")
        self.words.set_words(self._house.words)
        self.words.left.connect(self.edited)
        pause = QTimer(self)
        pause.setSingleShot(True)
        pause.timeout.connect(self.edited)
        # A child who writes for long does not leave the box, and the power may go.
        self.words.edited.connect(lambda _words: pause.isActive() or pause.start(WHILE_TYPING))
        words.setBuddy(self.words)
        self.title = TextBox("The name of this house")
        self.title.set_text(self._house.title)
        self.title.box.editingFinished.connect(self.edited)
        for widget in (self.ink, self.line, self.back, words, self.words, self.title):
            columns.add(1, widget)

    def _choose_ink(self, ink: str) -> None:
        self.pad.ink = ink

    def _choose_line(self, line: str) -> None:
        self.pad.width_of_line = LINES[line]

    def house(self) -> House:
        """What is in the house now."""
        return House(
            house=self._house.house,
            title=self.title.text().strip() or self._house.title,
            words=self.words.words(),
            strokes=tuple(self.pad.strokes),
            statement_id=self._house.statement_id,
        )

    def show_problem(self, words: str) -> None:
        """Say what is not right; everything drawn and written stays."""
        self.problem.show_problem(words)


class ShowingCard(Card):
    """One house, small, and a tick for each person who may see it."""

    edited = Signal()

    def __init__(
        self,
        house: House,
        people: Sequence[tuple[UUID, str]],
        allowed: Collection[UUID],
    ) -> None:
        super().__init__(house.title)
        columns = Columns((1, 2), stack_below=560)
        if house.strokes:
            sheet = Sheet(f"What is drawn: {house.title}", faintly(house.house))
            sheet.show_strokes(house.strokes)
            sheet.setFixedSize(current().px(240), current().px(180))
            columns.add(0, sheet)
        if house.words.strip():
            columns.add(0, Label(f"“{house.words.strip()}”"))
        self.ticks: dict[UUID, TickBox] = {}
        columns.add(1, Label("These people may see it:"))
        row = columns.add(1, FlowRow(gap=8))
        for person_id, name in people:
            box = TickBox(name)
            box.setAccessibleDescription(f"May see: {house.title}")
            box.set_value(person_id in allowed)
            box.edited.connect(lambda _on: self.edited.emit())
            self.ticks[person_id] = row.add(box)
        self.add(columns)

    def allowed(self) -> list[UUID]:
        """Who may see it."""
        return [person_id for person_id, box in self.ticks.items() if box.value()]
