"""Boxes to be filled by hand, and the small drawings of a child's plan: all of it decoration."""

from collections.abc import Callable, Mapping
from math import cos, pi, sin
from types import MappingProxyType

from reportlab.lib.colors import Color

from taf_desktop.documents.content import Drawing
from taf_desktop.documents.pdf import look
from taf_desktop.documents.pdf.boxes import Box
from taf_desktop.documents.pdf.canvas import TaggedCanvas

LEAST_LINE = 24.0
"""How far apart written lines stand at least, in points."""


class WritingBox(Box):
    """Lines to write on, or the same room without lines."""

    def __init__(self, lines: int, line_height: float, *, ruled: bool, space: float) -> None:
        self.lines = lines
        self.line_height = line_height
        self.ruled = ruled
        self.before = self.after = self.space = space

    def height(self, width: float) -> float:
        """A line height for each line."""
        return self.lines * self.line_height

    def least(self, width: float) -> float:
        """One line."""
        return self.line_height

    def split(self, width: float, room: float) -> tuple[Box | None, Box | None]:
        """Go on on the next page with the lines that do not fit."""
        fitting = min(int(room / self.line_height), self.lines)
        if fitting == self.lines:
            return self, None
        if fitting < 1:
            return None, self
        return self._part(fitting), self._part(self.lines - fitting)

    def _part(self, lines: int) -> "WritingBox":
        return WritingBox(lines, self.line_height, ruled=self.ruled, space=self.space)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw the lines."""
        if not self.ruled:
            return
        with canvas.artefact():
            canvas.setStrokeColor(look.SOFT)
            canvas.setLineWidth(0.6)
            for number in range(1, self.lines + 1):
                level = top - number * self.line_height + 2
                canvas.line(left, level, left + width, level)


class TickSquare(Box):
    """An empty square to tick."""

    def __init__(self, size: float, leading: float) -> None:
        self.size = size
        self.leading = leading

    def height(self, width: float) -> float:
        """As high as a line of the words beside it."""
        return self.leading

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw the square."""
        with canvas.artefact():
            canvas.setStrokeColor(look.INK)
            canvas.setFillColor(look.WHITE)
            canvas.setLineWidth(1.0)
            bottom = top - (self.leading + self.size) / 2
            left += width - self.size if canvas.right_to_left else 0.0
            canvas.rect(left, bottom, self.size, self.size, stroke=1, fill=1)


class DrawingBox(Box):
    """A small drawing in a square."""

    def __init__(self, drawing: Drawing, side: float, colour: Color) -> None:
        self.drawing = drawing
        self.side = side
        self.colour = colour

    def height(self, width: float) -> float:
        """As high as it is wide."""
        return self.side

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it around the middle of its square."""
        half = self.side / 2
        with canvas.artefact():
            canvas.setStrokeColor(self.colour)
            canvas.setFillColor(self.colour)
            canvas.setLineWidth(2.2)
            _DRAWN[self.drawing](canvas, left + half, top - half, half * 0.9)


def _sun(canvas: TaggedCanvas, x: float, y: float, r: float) -> None:
    canvas.circle(x, y, r * 0.5, stroke=1, fill=0)
    for number in range(8):
        way = number * pi / 4
        ends = [(x + cos(way) * r * far, y + sin(way) * r * far) for far in (0.68, 1.0)]
        canvas.line(*ends[0], *ends[1])


def _cloud(canvas: TaggedCanvas, x: float, y: float, r: float) -> None:
    path = canvas.beginPath()
    path.moveTo(x - r * 0.7, y - r * 0.45)
    path.curveTo(x - r * 1.2, y - r * 0.4, x - r, y + r * 0.35, x - r * 0.5, y + r * 0.2)
    path.curveTo(x - r * 0.4, y + r * 0.9, x + r * 0.4, y + r * 0.8, x + r * 0.4, y + r * 0.25)
    path.curveTo(x + r * 1.1, y + r * 0.4, x + r * 1.1, y - r * 0.45, x + r * 0.6, y - r * 0.45)
    path.close()
    canvas.drawPath(path, stroke=1, fill=0)


def _star(canvas: TaggedCanvas, x: float, y: float, r: float) -> None:
    path = canvas.beginPath()
    for number in range(10):
        way = pi / 2 + number * pi / 5
        far = r if number % 2 == 0 else r * 0.45
        point = (x + cos(way) * far, y + sin(way) * far)
        path.lineTo(*point) if number else path.moveTo(*point)
    path.close()
    canvas.drawPath(path, stroke=1, fill=0)


def _speech(canvas: TaggedCanvas, x: float, y: float, r: float) -> None:
    canvas.roundRect(x - r, y - r * 0.45, 2 * r, r * 1.3, r * 0.35, stroke=1, fill=0)
    canvas.line(x - r * 0.4, y - r * 0.45, x - r * 0.6, y - r)
    canvas.line(x - r * 0.6, y - r, x, y - r * 0.45)
    for number in (-1, 0, 1):
        canvas.circle(x + number * r * 0.45, y + r * 0.2, r * 0.09, stroke=0, fill=1)


def _hand(canvas: TaggedCanvas, x: float, y: float, r: float) -> None:
    """A tick that somebody made: what I do."""
    canvas.circle(x, y, r, stroke=1, fill=0)
    canvas.setLineWidth(3.4)
    canvas.line(x - r * 0.5, y, x - r * 0.1, y - r * 0.4)
    canvas.line(x - r * 0.1, y - r * 0.4, x + r * 0.55, y + r * 0.45)


def _calendar(canvas: TaggedCanvas, x: float, y: float, r: float) -> None:
    canvas.roundRect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.6, r * 0.2, stroke=1, fill=0)
    canvas.line(x - r * 0.9, y + r * 0.25, x + r * 0.9, y + r * 0.25)
    for side in (-0.45, 0.45):
        canvas.line(x + side * r, y + r * 0.5, x + side * r, y + r)
    canvas.circle(x + r * 0.3, y - r * 0.35, r * 0.22, stroke=0, fill=1)


_Draw = Callable[[TaggedCanvas, float, float, float], None]

_DRAWN: Mapping[Drawing, _Draw] = MappingProxyType(
    {
        Drawing.SUN: _sun,
        Drawing.CLOUD: _cloud,
        Drawing.STAR: _star,
        Drawing.SPEECH: _speech,
        Drawing.HAND: _hand,
        Drawing.CALENDAR: _calendar,
    }
)
