"""Three houses of our own drawing: one under a cloud, one in the sun, one below a star."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from taf_desktop.ui.theme import current
from taf_desktop.ui.widgets.buttons import Action, BoxButton
from taf_desktop.ui.widgets.text import Aside, Label

INK = "#4B5768"
ROOFS = {"worries": "#D98A5B", "good_things": "#5FA777", "dreams": "#6C93C9"}
WALL = "#FFFDF8"


def paint_house(painter: QPainter, paper: QRectF, house: str) -> None:
    """A house that fills the paper, with its sign in the sky."""
    x, y, wide, high = paper.x(), paper.y(), paper.width(), paper.height()

    def at(across: float, down: float) -> QPointF:
        return QPointF(x + across * wide, y + down * high)

    painter.setPen(QPen(QColor(INK), max(1.5, wide / 260)))
    painter.setBrush(QColor(WALL))
    painter.drawRect(QRectF(at(0.2, 0.46), at(0.8, 0.94)))
    painter.setBrush(QColor(ROOFS[house]))
    painter.drawPolygon(QPolygonF([at(0.13, 0.47), at(0.5, 0.12), at(0.87, 0.47)]))
    SIGNS[house](painter, QRectF(at(0.02, 0.03), QSizeF(wide * 0.16, wide * 0.16)))


def paint_cloud(painter: QPainter, box: QRectF) -> None:
    """A cloud of three rounds."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#AEB8C4"))
    size = box.width()
    for across, down, part in ((0.0, 0.4, 0.45), (0.25, 0.2, 0.55), (0.55, 0.4, 0.45)):
        painter.drawEllipse(
            QRectF(box.x() + across * size, box.y() + down * size, part * size, part * size)
        )
    painter.drawRect(QRectF(box.x() + 0.2 * size, box.y() + 0.6 * size, 0.6 * size, 0.25 * size))


def paint_sun(painter: QPainter, box: QRectF) -> None:
    """A sun with eight rays."""
    painter.setPen(QPen(QColor("#C98A00"), max(2.0, box.width() / 18)))
    painter.setBrush(QColor("#FFD35C"))
    middle, size = box.center(), box.width() / 2
    for step in range(8):
        way = QPointF(cos(step * pi / 4), sin(step * pi / 4))
        painter.drawLine(middle + way * size * 0.72, middle + way * size)
    painter.drawEllipse(middle, size * 0.55, size * 0.55)


def paint_star(painter: QPainter, box: QRectF) -> None:
    """A star with five points."""
    painter.setPen(QPen(QColor("#7A5BB0"), max(1.5, box.width() / 30)))
    painter.setBrush(QColor("#D9C8F5"))
    middle, size = box.center(), box.width() / 2
    points = []
    for step in range(10):
        far = size if step % 2 == 0 else size * 0.42
        points.append(middle + QPointF(sin(step * pi / 5), -cos(step * pi / 5)) * far)
    painter.drawPolygon(QPolygonF(points))


SIGNS: Mapping[str, Callable[[QPainter, QRectF], None]] = {
    "worries": paint_cloud,
    "good_things": paint_sun,
    "dreams": paint_star,
}


@dataclass(frozen=True, kw_only=True)
class HouseWords:
    """What is written below a house."""

    title: str
    inside: str


class HousePicture(QWidget):
    """One house on white paper."""

    def __init__(self, house: str) -> None:
        super().__init__()
        self._house = house
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Large enough for a child to like it."""
        return QSize(current().px(300), current().px(270))

    def minimumSizeHint(self) -> QSize:
        """Still a house."""
        return QSize(current().px(110), current().px(100))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the house in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width() / 4, self.height() / 3)
        box = QRectF(0, 0, side * 4, side * 3)
        box.moveCenter(QRectF(self.rect()).center())
        painter.setBrush(QColor("#FFFFFF"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, 12, 12)
        paint_house(painter, box, self._house)


class HouseButton(BoxButton):
    """A house that can be gone into: its picture, its name, what is in it."""

    kind = "row"

    def __init__(self, house: str, words: HouseWords, on_click: Action) -> None:
        super().__init__(on_click, f"{words.title}, {words.inside}")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(6)
        picture, title, inside = (
            HousePicture(house),
            Label(words.title, bold=True),
            Aside(words.inside),
        )
        for label in (title, inside):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for widget in (picture, title, inside):
            self.put(widget)
        column.addWidget(picture, 1)
        column.addWidget(title)
        column.addWidget(inside)
