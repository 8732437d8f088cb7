"""How the numbers changed: one line a person, told apart by dash and marker as well as colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from taf_desktop.ui.theme import FAMILY, Theme, current

_DASHES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)
_MARKERS = ("circle", "square", "triangle", "diamond", "ring", "cross", "box")


@dataclass(frozen=True)
class Line:
    """One person's numbers, one for each occasion; None where they gave none."""

    name: str
    numbers: Sequence[int | None]

    def told(self) -> str:
        """The line in words, as in "El 3 → 6"."""
        said = [str(number) for number in self.numbers if number is not None]
        return f"{self.name} {' → '.join(said)}" if said else f"{self.name}: no number"


class ChangeChart(QWidget):
    """Lines from 0 to 10 over the occasions, with a legend in words at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.occasions: tuple[str, ...] = ()
        self.lines: tuple[Line, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_lines((), ())

    def set_lines(self, occasions: Sequence[str], lines: Sequence[Line]) -> None:
        """Show these people's numbers at these occasions."""
        self.occasions, self.lines = tuple(occasions), tuple(lines)
        self.setAccessibleName("How the numbers changed, from 0 to 10")
        told = "; ".join(line.told() for line in lines) or "No numbers yet"
        self.setAccessibleDescription(f"{', '.join(occasions)}: {told}" if occasions else told)
        self.updateGeometry()
        self.update()

    def _legend_below(self) -> bool:
        return self.width() < current().px(430)

    def sizeHint(self) -> QSize:
        """A picture with room for its legend."""
        rows = len(self.lines) * 21
        high = 130 + rows + 10 if self._legend_below() else max(150, 40 + rows)
        return QSize(current().px(520), current().px(high))

    def minimumSizeHint(self) -> QSize:
        """A narrow picture with the legend below."""
        return QSize(current().px(220), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()

    def _plot(self, theme: Theme) -> QRectF:
        legend = 0 if self._legend_below() else theme.px(190)
        left, top, bottom = theme.px(30), theme.px(12), theme.px(28)
        high = theme.px(130) if self._legend_below() else self.height()
        return QRectF(left, top, self.width() - left - legend - theme.px(12), high - top - bottom)

    def _point(self, plot: QRectF, at: int, number: int) -> QPointF:
        share = (at + 0.5) / max(1, len(self.occasions))
        return QPointF(
            plot.left() + plot.width() * share, plot.bottom() - plot.height() * number / 10
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw grid, lines and legend."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot(theme)
        self._paint_grid(painter, theme, plot)
        for at, line in enumerate(self.lines):
            self._paint_line(painter, theme, plot, at, line)
        self._paint_legend(painter, theme, plot)

    def _paint_grid(self, painter: QPainter, theme: Theme, plot: QRectF) -> None:
        font = QFont(FAMILY)
        font.setPixelSize(theme.px(12))
        painter.setFont(font)
        for number in (0, 5, 10):
            y = plot.bottom() - plot.height() * number / 10
            painter.setPen(QPen(QColor(theme.colour("card_line" if number else "field_line")), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(theme.colour("soft")))
            box = QRectF(0, y - theme.px(9), plot.left() - theme.px(8), theme.px(18))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(right), str(number))
        wide = plot.width() / max(1, len(self.occasions))
        for at, words in enumerate(self.occasions):
            x = self._point(plot, at, 0).x()
            box = QRectF(x - wide / 2, plot.bottom() + theme.px(5), wide, theme.px(18))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(wide))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)

    def _paint_line(
        self, painter: QPainter, theme: Theme, plot: QRectF, at: int, line: Line
    ) -> None:
        colour = QColor(theme.people[at % len(theme.people)])
        # A small step aside keeps markers on the same number apart.
        aside = (at - (len(self.lines) - 1) / 2) * theme.px(7)
        last: QPointF | None = None
        for occasion, number in enumerate(line.numbers):
            if number is None:
                continue
            here = self._point(plot, occasion, number) + QPointF(aside, 0)
            if last is not None:
                painter.setPen(QPen(colour, 2, _DASHES[at % len(_DASHES)]))
                painter.drawLine(last, here)
            last = here
        for occasion, number in enumerate(line.numbers):
            if number is not None:
                here = self._point(plot, occasion, number) + QPointF(aside, 0)
                _marker(painter, theme, colour, _MARKERS[at % len(_MARKERS)], here)

    def _paint_legend(self, painter: QPainter, theme: Theme, plot: QRectF) -> None:
        font = QFont(FAMILY)
        font.setPixelSize(theme.px(13))
        below = self._legend_below()
        left = theme.px(8) if below else plot.right() + theme.px(16)
        top = theme.px(138) if below else theme.px(8)
        for at, line in enumerate(self.lines):
            y = top + at * theme.px(21)
            colour = QColor(theme.people[at % len(theme.people)])
            spot = QPointF(left + theme.px(14), y + theme.px(10))
            painter.setPen(QPen(colour, 2, _DASHES[at % len(_DASHES)]))
            painter.drawLine(spot - QPointF(theme.px(14), 0), spot + QPointF(theme.px(14), 0))
            _marker(painter, theme, colour, _MARKERS[at % len(_MARKERS)], spot)
            painter.setPen(QColor(theme.colour("ink")))
            painter.setFont(font)
            start = left + theme.px(34)
            room = self.width() - start
            words = painter.fontMetrics().elidedText(
                line.told(), Qt.TextElideMode.ElideMiddle, int(room)
            )
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(QRectF(start, y, room, theme.px(20)), int(middle), words)


def _marker(painter: QPainter, theme: Theme, colour: QColor, shape: str, middle: QPointF) -> None:
    """Draw one marker; its shape alone tells whose it is."""
    half = theme.px(5)
    painter.setPen(QPen(colour, 2))
    hollow = shape in ("ring", "box", "cross")
    painter.setBrush(QColor(theme.colour("card")) if hollow else colour)
    square = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
    if shape in ("circle", "ring"):
        painter.drawEllipse(middle, half, half)
    elif shape in ("square", "box"):
        painter.drawRect(square)
    elif shape == "cross":
        painter.drawLine(square.topLeft(), square.bottomRight())
        painter.drawLine(square.topRight(), square.bottomLeft())
    else:
        corners = [(0, -half), (half, 0 if shape == "diamond" else half)]
        corners += [(0, half), (-half, 0)] if shape == "diamond" else [(-half, half)]
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
