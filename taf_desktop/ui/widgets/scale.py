"""Everybody's own number from 0 to 10: choosing one, and the picture of all of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from taf_desktop.ui.announce import announce
from taf_desktop.ui.theme import FAMILY, Theme, current
from taf_desktop.ui.widgets.questions import Question, radio
from taf_desktop.ui.widgets.text import Aside

NUMBERS = range(11)
RATHER_NOT_SAY = "rather_not_say"


class ScaleButton(QRadioButton):
    """One number as a box; digits choose wherever the focus is in the row."""

    typed = Signal(str)
    entered = Signal()

    def hitButton(self, at: QPoint) -> bool:  # noqa: N802 (overrides Qt)
        """The whole box can be pressed."""
        return self.rect().contains(at)

    def sizeHint(self) -> QSize:
        """A square box that the number fits in."""
        side = current().px(40)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Smaller, but never below what a finger or a shaking hand can hit."""
        return QSize(max(current().px(26), 26), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the number in the middle; the chosen one has a bar below it as well."""
        theme, painter = current(), QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_RadioButton, option, painter, self)
        ink = "on_brand" if self.isChecked() else "ink"
        painter.setPen(QColor(theme.colour("focus_ink" if self.hasFocus() else ink)))
        painter.setFont(self.font())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.isChecked():
            wide, thick = theme.px(16), theme.px(3)
            left = (self.width() - wide) // 2
            top = self.height() - theme.px(9)
            painter.fillRect(left, top, wide, thick, painter.pen().color())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand digits to the row; Enter on the number that is chosen goes on."""
        if event.text().isdigit():
            self.typed.emit(event.text())
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isChecked():
            self.entered.emit()
            return
        super().keyPressEvent(event)


class ScaleChoice(Question):
    """One person's number, or that they would rather not say; both ends in words.

    Typing 1 and then 0 at once gives 10: a 0 after a 1 that was just typed makes it ten.
    """

    edited = Signal(object)
    entered = Signal()
    """Somebody pressed Enter on the chosen number: they are ready for what comes next."""

    def __init__(self, question: str, low: str, high: str, hint: str = "") -> None:
        super().__init__(question, hint)
        self._question = question
        self._typed_one = False
        self.group = QButtonGroup(self)
        self.buttons: list[QRadioButton] = []
        self._grid_holder = QWidget()
        self._grid_holder.setAccessibleName(question)
        self._grid = QGridLayout(self._grid_holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        ends = {0: f", {low}", 10: f", {high}"}
        for number in NUMBERS:
            button = ScaleButton(str(number))
            button.setProperty("kind", "scale")
            button.setAccessibleName(f"{number} out of 10{ends.get(number, '')}")
            button.setAccessibleDescription(question)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            button.typed.connect(self._type)
            button.entered.connect(self.entered)
            button.clicked.connect(lambda _on, chosen=number: self._choose(chosen))
            self.group.addButton(button)
            self.buttons.append(button)
        self.setFocusProxy(self.buttons[0])
        self._arrange(11)
        self.put(self._grid_holder)
        words = QHBoxLayout()
        self.low, self.high = Aside(f"0: {low}"), Aside(f"10: {high}")
        self.high.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        words.addWidget(self.low, 1)
        words.addWidget(self.high, 1)
        self.column.insertLayout(self.column.count() - 1, words)
        self.rather_not = radio("Rather not say", question)
        self.rather_not.clicked.connect(lambda _on: self._choose(RATHER_NOT_SAY))
        self.group.addButton(self.rather_not)
        self.put(self.rather_not)

    def _arrange(self, across: int) -> None:
        for at, button in enumerate(self.buttons):
            self._grid.addWidget(button, at // across, at % across)

    def value(self) -> int | str | None:
        """0 to 10, `rather_not_say`, or None when nothing is chosen."""
        if self.rather_not.isChecked():
            return RATHER_NOT_SAY
        chosen = (at for at, button in enumerate(self.buttons) if button.isChecked())
        return next(chosen, None)

    def set_value(self, value: int | str | None) -> None:
        """Show a number without telling anybody."""
        self.group.setExclusive(False)
        for at, button in enumerate(self.buttons):
            button.setChecked(at == value and not isinstance(value, bool))
        self.rather_not.setChecked(value == RATHER_NOT_SAY)
        self.group.setExclusive(True)

    def _type(self, digit: str) -> None:
        number = 10 if digit == "0" and self._typed_one else int(digit)
        self._typed_one = digit == "1"
        self.buttons[number].setChecked(True)
        self.buttons[number].setFocus(Qt.FocusReason.OtherFocusReason)
        self._choose(number)

    def _choose(self, value: int | str) -> None:
        self.edited.emit(value)
        said = "Rather not say" if value == RATHER_NOT_SAY else f"Set to {value} out of 10"
        announce(self, said)


@dataclass(frozen=True)
class Mark:
    """One person's number now and last time; None where there is none."""

    name: str
    number: int | None
    letter: str = ""
    before: int | None = None

    def initial(self) -> str:
        """The letter in the circle."""
        return self.letter or self.name[:1].upper()


class ScalePicture(QWidget):
    """Everybody's mark in its place from 0 to 10, and dashed where it was last time."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.picture = MarksPicture()
        column.addWidget(self.picture)
        words = QHBoxLayout()
        words.setSpacing(16)
        self.low, self.last, self.high = Aside(), Aside(), Aside()
        self.last.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.high.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        for label in (self.low, self.last, self.high):
            words.addWidget(label, 1)
        column.addLayout(words)

    def set_marks(
        self, marks: Sequence[Mark], low: str = "", high: str = "", last_time: str = ""
    ) -> None:
        """Show these marks, both ends in words, and when last time was."""
        self.picture.set_marks(marks)
        self.low.setText(f"0: {low}" if low else "")
        self.high.setText(f"10: {high}" if high else "")
        self.last.setText(f"dashed: last time, {last_time}" if last_time else "")


class MarksPicture(QWidget):
    """The drawing of the marks; its description says the same in words."""

    def __init__(self) -> None:
        super().__init__()
        self.marks: tuple[Mark, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_marks(())

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Draw these marks."""
        self.marks = tuple(marks)
        self.setAccessibleName("Everybody's number, from 0 to 10")
        self.setAccessibleDescription("; ".join(map(_told, marks)) or "Nobody has said yet")
        self.updateGeometry()
        self.update()

    def _tallest(self, numbers: Sequence[int | None]) -> int:
        return max((numbers.count(at) for at in NUMBERS), default=0)

    def sizeHint(self) -> QSize:
        """High enough for the tallest pile."""
        above = max(1, self._tallest([mark.number for mark in self.marks]))
        below = self._tallest([mark.before for mark in self.marks])
        return QSize(current().px(560), current().px(16 + above * 58 + 50 + below * 40))

    def minimumSizeHint(self) -> QSize:
        """Eleven places, close together."""
        return QSize(current().px(330), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()

    def _x(self, number: int) -> float:
        side = current().px(44)
        return side + (self.width() - 2 * side) * number / 10

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, the numbers and the circles."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.colour("card_line")), 1))
        painter.setBrush(QColor(theme.colour("card")))
        radius = theme.sizes["card_radius"]
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        below = self._tallest([mark.before for mark in self.marks])
        line = self.height() - theme.px(26) - theme.px(40) * below
        self._paint_numbers(painter, theme, line)
        piles: dict[tuple[str, int], int] = {}
        for at, mark in enumerate(self.marks):
            if mark.number is not None:
                level = piles[("now", mark.number)] = piles.get(("now", mark.number), 0) + 1
                self._paint_now(
                    painter, theme, mark, at, line - theme.px(12) - level * theme.px(58)
                )
            if mark.before is not None:
                level = piles[("then", mark.before)] = piles.get(("then", mark.before), 0) + 1
                self._paint_then(painter, theme, mark, line + level * theme.px(40) - theme.px(6))

    def _paint_numbers(self, painter: QPainter, theme: Theme, line: int) -> None:
        painter.setPen(QColor(theme.colour("ink")))
        painter.setFont(_font(theme.px(19), bold=True))
        for number in NUMBERS:
            box = QRectF(self._x(number) - 30, line - theme.px(12), 60, theme.px(24))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(number))

    def _paint_now(self, painter: QPainter, theme: Theme, mark: Mark, at: int, top: float) -> None:
        x, round_ = self._x(mark.number or 0), theme.px(16)
        middle = QPointF(x, top + round_)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.people[at % len(theme.people)]))
        painter.drawEllipse(middle, round_, round_)
        painter.setPen(QColor(theme.colour("on_people")))
        painter.setFont(_font(theme.px(14), bold=True))
        circle = QRectF(x - round_, top, 2 * round_, 2 * round_)
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), mark.initial())
        painter.setPen(QColor(theme.colour("ink")))
        painter.setFont(_font(theme.px(14)))
        wide = max((self.width() - theme.px(88)) / 10 - 4, theme.px(30))
        name = painter.fontMetrics().elidedText(mark.name, Qt.TextElideMode.ElideRight, int(wide))
        box = QRectF(x - wide / 2, top + 2 * round_, wide, theme.px(20))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), name)

    def _paint_then(self, painter: QPainter, theme: Theme, mark: Mark, y: float) -> None:
        x, round_ = self._x(mark.before or 0), theme.px(15)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.colour("field_line")), 2, Qt.PenStyle.DashLine))
        painter.drawEllipse(QPointF(x, y), round_, round_)
        painter.setPen(QColor(theme.colour("soft")))
        painter.setFont(_font(theme.px(13), bold=True))
        box = QRectF(x - round_, y - round_, 2 * round_, 2 * round_)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), mark.initial())


def _told(mark: Mark) -> str:
    """One mark in words."""
    now = "no number" if mark.number is None else f"{mark.number}"
    return f"{mark.name} {now}" + ("" if mark.before is None else f", last time {mark.before}")


def _font(size: int, bold: bool = False) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(size)
    font.setBold(bold)
    return font
