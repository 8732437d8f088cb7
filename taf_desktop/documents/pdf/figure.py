"""A figure on a page: its shapes as the content of one tagged element that has words."""

from functools import singledispatchmethod

from reportlab.lib.colors import Color, HexColor

from taf_desktop.documents.content import Figure
from taf_desktop.documents.pdf import faces, fonts
from taf_desktop.documents.pdf.boxes import Box
from taf_desktop.documents.pdf.canvas import TaggedCanvas
from taf_desktop.documents.pdf.lines import TextStyle
from taf_desktop.documents.pdf.look import Look
from taf_desktop.documents.pdf.printable import line as printable_line
from taf_desktop.documents.pdf.structure import Element, figure_box
from taf_desktop.documents.pdf.typeset import draw_words
from taf_desktop.documents.shapes import (
    Anchor,
    Circle,
    Ink,
    Label,
    Pen,
    Picture,
    Point,
    Polyline,
    Room,
)

_HIGHEST = 660.0
_COLOURS: dict[Ink, Color] = {ink: HexColor(ink.value) for ink in Ink}


def _measure(text: str, strong: bool, slanted: bool) -> float:
    return faces.width(printable_line(text), fonts.face(strong, slanted), 1.0)


class FigureBox(Box):
    """A figure with its words; it is never divided, so one that is too high is drawn smaller."""

    def __init__(self, figure: Figure, paper: Look) -> None:
        self.subject = figure.subject
        alt = printable_line(figure.alt) or printable_line(figure.title)
        self.element = Element("Figure", alt=alt)
        self.unit = paper.body
        self.before = self.after = paper.gap * 0.5
        self._drawn: tuple[float, Picture] | None = None

    def _picture(self, width: float) -> Picture:
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = (width, self.subject.drawn(Room(width / self.unit, _measure)))
        return self._drawn[1]

    def _scale(self, width: float) -> float:
        """How many points one unit of the picture is."""
        return min(self.unit, _HIGHEST / max(self._picture(width).height, 1.0))

    def height(self, width: float) -> float:
        """As high as the picture is at this width."""
        return self._picture(width).height * self._scale(width)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw everything as the content of one figure."""
        picture, scale = self._picture(width), self._scale(width)
        right, bottom = left + picture.width * scale, top - picture.height * scale
        self.element.attributes = figure_box(left, bottom, right, top)
        with canvas.content(self.element):
            canvas.saveState()
            pencil = _Pencil(canvas, left, top, scale)
            for shape in picture.shapes:
                pencil.draw(shape)
            canvas.restoreState()


class _Pencil:
    """Draws shapes on a canvas, from the top left corner of a picture."""

    def __init__(self, canvas: TaggedCanvas, left: float, top: float, scale: float) -> None:
        self.canvas = canvas
        self.left, self.top, self.scale = left, top, scale

    def _at(self, point: Point) -> Point:
        return self.left + point[0] * self.scale, self.top - point[1] * self.scale

    @singledispatchmethod
    def draw(self, shape: object) -> None:
        """Draw one shape."""
        raise TypeError(f"{type(shape).__name__} is no shape")

    @draw.register
    def _(self, shape: Polyline) -> None:
        path = self.canvas.beginPath()
        first, *others = map(self._at, shape.points)
        path.moveTo(*first)
        for point in others:
            path.lineTo(*point)
        if shape.closed:
            path.close()
        self._take(shape.pen, shape.fill)
        self.canvas.drawPath(path, stroke=int(bool(shape.pen)), fill=int(bool(shape.fill)))

    @draw.register
    def _(self, shape: Circle) -> None:
        self._take(shape.pen, shape.fill)
        stroke, fill = int(bool(shape.pen)), int(bool(shape.fill))
        self.canvas.circle(*self._at(shape.middle), shape.radius * self.scale, stroke, fill)

    @draw.register
    def _(self, shape: Label) -> None:
        x, y = self._at(shape.at)
        face = fonts.face(shape.strong, shape.slanted)
        style = TextStyle(face, shape.size * self.scale, _COLOURS[shape.ink])
        parts = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}
        draw_words(
            self.canvas, printable_line(shape.text), style, (x, y), parts[shape.anchor], blank=True
        )

    def _take(self, pen: Pen | None, fill: Ink | None) -> None:
        if fill is not None:
            self.canvas.setFillColor(_COLOURS[fill])
        if pen is not None:
            self.canvas.setStrokeColor(_COLOURS[pen.ink])
            self.canvas.setLineWidth(pen.width * self.scale)
            self.canvas.setDash([part * self.scale for part in pen.dash])
            self.canvas.setLineCap(0 if pen.dash else 1)
            self.canvas.setLineJoin(1)
