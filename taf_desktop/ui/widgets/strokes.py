"""Drawing by hand: with a pen, a finger or the mouse, kept as lines and not as a picture."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from taf_desktop.services.drawings import HIGH, MOST_POINTS, MOST_STROKES, WIDE
from taf_desktop.ui.announce import announce
from taf_desktop.ui.theme import current

INKS = {"black": "#1D2733", "blue": "#1B4F8F", "red": "#A32020", "green": "#1F6B3A"}
"""The pencils: what each is called, and its colour on white paper in every theme."""

PAPER = "#FFFFFF"
THIN, THICK = 5, 14
LEAST_STEP = 3
"""Units that a line must have moved before another point is kept."""

Stroke = dict[str, Any]
Backdrop = Callable[[QPainter, QRectF], object]
"""Paints what stands on the paper before anything is drawn."""


class Sheet(QWidget):
    """White paper with lines on it, of 4 to 3 unless `high` says how high it is to 1000 across."""

    def __init__(self, name: str, backdrop: Backdrop | None = None, high: int = HIGH) -> None:
        super().__init__()
        self.strokes: list[Stroke] = []
        self._name, self._backdrop, self._high = name, backdrop, high
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_strokes(())

    def show_strokes(self, strokes: Sequence[Stroke]) -> None:
        """Show these lines."""
        self.strokes = [dict(stroke) for stroke in strokes]
        self._changed()

    def _changed(self) -> None:
        many = len(self.strokes)
        told = "nothing drawn yet" if not many else f"{many} line{'s' if many > 1 else ''} drawn"
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(told)
        self.update()

    def sizeHint(self) -> QSize:
        """As large as a hand likes."""
        return QSize(current().px(680), current().px(680 * self._high / WIDE))

    def minimumSizeHint(self) -> QSize:
        """Large enough to draw something."""
        return QSize(current().px(200), current().px(200 * self._high / WIDE))

    def paper(self) -> QRectF:
        """Where the paper is within the widget."""
        scale = min(self.width() / WIDE, self.height() / self._high)
        wide, high = WIDE * scale, self._high * scale
        return QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper, what stands on it, and the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = self.paper()
        painter.fillRect(paper, QColor(PAPER))
        if self._backdrop is not None:
            self._backdrop(painter, paper)
        painter.setPen(QPen(QColor(current().colour("field_line")), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(paper.adjusted(0.5, 0.5, -0.5, -0.5))
        if self.hasFocus():
            # The paper is white in every theme, so the line around it is dark in every theme.
            painter.setPen(QPen(QColor(INKS["black"]), current().px(4)))
            painter.drawRect(paper.adjusted(2, 2, -2, -2))
        painter.translate(paper.topLeft())
        painter.scale(paper.width() / WIDE, paper.height() / self._high)
        for stroke in self.strokes:
            paint_stroke(painter, stroke)


def paint_stroke(painter: QPainter, stroke: Stroke) -> None:
    """Paint one line; a line of one point is a dot."""
    points = [QPointF(x, y) for x, y in stroke["points"]]
    if not points:
        return
    colour = QColor(INKS.get(str(stroke.get("ink")), INKS["black"]))
    pen = QPen(colour, float(stroke.get("width", THIN)))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if len(points) == 1:
        painter.drawPoint(points[0])
        return
    path = QPainterPath(points[0])
    # Through the middles, so that a line drawn by hand has no corners.
    for before, after in pairwise(points[1:]):
        path.quadTo(before, (before + after) / 2)
    path.lineTo(points[-1])
    painter.drawPath(path)


class StrokePad(Sheet):
    """Paper to draw on; `edited` is sent after each line, and after one was taken back."""

    edited = Signal()

    def __init__(self, name: str, backdrop: Backdrop | None = None, high: int = HIGH) -> None:
        super().__init__(name, backdrop, high)
        self.ink, self.width_of_line = "black", THIN
        self._drawing: Stroke | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    def take_back(self) -> bool:
        """Take the last line back; whether there was one."""
        if not self.strokes:
            return False
        self.strokes.pop()
        self._changed()
        announce(self, self.accessibleDescription())
        self.edited.emit()
        return True

    def clear(self) -> None:
        """Take every line away."""
        if self.strokes:
            self.show_strokes(())
            announce(self, self.accessibleDescription())
            self.edited.emit()

    def begin(self, at: QPointF) -> None:
        """Put the pencil down."""
        if len(self.strokes) < MOST_STROKES:
            self._drawing = {"ink": self.ink, "width": self.width_of_line, "points": []}
            self.strokes.append(self._drawing)
            self.go_on(at)

    def go_on(self, at: QPointF) -> None:
        """Move the pencil."""
        if self._drawing is None:
            return
        points = self._drawing["points"]
        point = self._on_paper(at)
        if len(points) < MOST_POINTS and (not points or _apart(points[-1], point) >= LEAST_STEP):
            points.append(point)
            self.update()

    def lift(self) -> None:
        """Lift the pencil: the line is there."""
        if self._drawing is not None:
            self._drawing = None
            self._changed()
            self.edited.emit()

    def _on_paper(self, at: QPointF) -> list[int]:
        paper = self.paper()
        x = (at.x() - paper.left()) / max(paper.width(), 1) * WIDE
        y = (at.y() - paper.top()) / max(paper.height(), 1) * self._high
        return [min(max(round(x), 0), WIDE), min(max(round(y), 0), self._high)]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a line with the left button."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the line."""
        self.go_on(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End the line."""
        self.lift()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen draws as the mouse does, but finer."""
        kinds = QEvent.Type
        if event.type() == kinds.TabletPress:
            self.begin(event.position())
        elif event.type() == kinds.TabletMove:
            self.go_on(event.position())
        else:
            self.lift()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """A finger draws too; a second finger draws nothing."""
        if isinstance(event, QTouchEvent) and event.points():
            at = event.points()[0].position()
            if event.type() == QEvent.Type.TouchBegin:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                self.begin(at)
            elif event.type() == QEvent.Type.TouchUpdate:
                self.go_on(at)
            else:
                self.lift()
            event.accept()
            return True
        return super().event(event)


def _apart(one: Sequence[int], other: Sequence[int]) -> int:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])
