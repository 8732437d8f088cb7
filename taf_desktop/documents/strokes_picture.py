"""What somebody drew by hand, as a picture: a child's drawing or a signature."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from taf_desktop.documents.content import Figure
from taf_desktop.documents.shapes import (
    Circle,
    Ink,
    Pen,
    Picture,
    Point,
    Polyline,
    Room,
    Shape,
)

SHEET = (1000.0, 750.0)
"""How wide and high the sheet is that is drawn on, in its own units."""

_INKS = {"black": Ink.BLACK, "blue": Ink.BLUE, "red": Ink.RED, "green": Ink.GREEN}
_USUAL_WIDTH = 5.0


@dataclass(frozen=True, slots=True)
class StrokesPicture:
    """Lines drawn on a sheet, at most `widest` across; `around` is what they were drawn on."""

    lines: tuple[Polyline, ...]
    sheet: Point = SHEET
    widest: float = 24.0
    around: tuple[Shape, ...] = ()

    def drawn(self, room: Room) -> Picture:
        """The sheet as large as it may be, with all its lines."""
        width = min(self.widest, room.width)
        scale = width / self.sheet[0]
        shapes = tuple(_scaled(shape, scale) for shape in (*self.around, *self.lines))
        return Picture(width, self.sheet[1] * scale, shapes)


def stroke_lines(strokes: Iterable[Mapping[str, Any]]) -> tuple[Polyline, ...]:
    """Strokes as they are stored (see the model's drawings) as lines of a picture."""
    return tuple(
        Polyline(
            tuple((float(x), float(y)) for x, y in stroke["points"]),
            Pen(
                _INKS.get(str(stroke.get("ink")), Ink.BLACK),
                float(stroke.get("width", _USUAL_WIDTH)),
            ),
        )
        for stroke in strokes
        if stroke.get("points")
    )


def strokes_figure(
    strokes: Iterable[Mapping[str, Any]],
    title: str,
    alt: str,
    *,
    sheet: Point = SHEET,
    widest: float = 24.0,
) -> Figure:
    """Stored strokes as a figure: what it is called, and the words that say what it shows."""
    return Figure(StrokesPicture(stroke_lines(strokes), sheet, widest), title, alt)


def _scaled(shape: Shape, scale: float) -> Shape:
    """A shape of the sheet at another size; a line of one point becomes a dot."""
    if isinstance(shape, Polyline):
        points = tuple((x * scale, y * scale) for x, y in shape.points)
        pen = _thinned(shape.pen, scale)
        if len(points) == 1 and pen is not None:
            return Circle(points[0], pen.width / 2, fill=pen.ink)
        return Polyline(points, pen, shape.fill, shape.closed)
    if isinstance(shape, Circle):
        x, y = shape.middle
        pen = _thinned(shape.pen, scale)
        return Circle((x * scale, y * scale), shape.radius * scale, pen, shape.fill)
    return shape


def _thinned(pen: Pen | None, scale: float) -> Pen | None:
    return Pen(pen.ink, pen.width * scale, pen.dash) if pen else None
