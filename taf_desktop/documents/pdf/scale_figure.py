"""The picture of a scale: a line from 0 to 10 for each number, and who gave it."""

from reportlab.lib.colors import Color

from taf_desktop.documents.content import ScalePoint, Tone
from taf_desktop.documents.pdf import fonts, look
from taf_desktop.documents.pdf.boxes import Box
from taf_desktop.documents.pdf.canvas import TaggedCanvas
from taf_desktop.documents.pdf.lines import Fragment, Line, TextStyle, broken
from taf_desktop.documents.pdf.look import Look
from taf_desktop.documents.pdf.printable import line as printable_line
from taf_desktop.documents.pdf.structure import Element, figure_box

_NUMBERS = range(11)
_NAME_SHARE = 0.36
_LONGEST_NAME = 60
_TODAY = look.ink(Tone.BRAND)


def _shortened(name: str) -> str:
    """A name that leaves room for the line; the words beside the picture have all of it."""
    one_line = printable_line(name)
    return one_line if len(one_line) <= _LONGEST_NAME else f"{one_line[: _LONGEST_NAME - 1]}…"


class ScaleBox(Box):
    """The figure with its words; it is never divided, so it holds a page's worth of people."""

    def __init__(self, points: tuple[ScalePoint, ...], alt: str, paper: Look) -> None:
        self.points = points
        self.element = Element("Figure", alt=printable_line(alt))
        self.size = paper.body * 0.84
        self.radius = self.size * 0.72
        self.before = self.after = paper.gap * 0.5
        self.name_style = TextStyle(fonts.face(), self.size, look.INK)

    def _names(self, width: float) -> list[list[Line]]:
        room = width * _NAME_SHARE - 4
        return [
            broken([Fragment(_shortened(p.people), self.name_style)], room) for p in self.points
        ]

    def _row(self, name: list[Line]) -> float:
        return max(2 * self.radius + 3, len(name) * self.size * 1.2 + 3)

    def height(self, width: float) -> float:
        """A row for each person and the numbers above them."""
        return self.size * 1.3 + sum(map(self._row, self._names(width)))

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw everything as the content of one figure."""
        height = self.height(width)
        self.element.attributes = figure_box(left, top - height, left + width, top)
        line_left = left + width * _NAME_SHARE + self.radius
        line_right = left + width - self.radius
        step = (line_right - line_left) / 10
        with canvas.content(self.element):
            self._draw_numbers(canvas, line_left, step, top - self.size)
            top -= self.size * 1.3
            for point, name in zip(self.points, self._names(width), strict=True):
                row = self._row(name)
                self._draw_name(canvas, name, left, top - row / 2)
                self._draw_point(canvas, point, line_left, step, top - row / 2)
                top -= row

    def _draw_numbers(
        self, canvas: TaggedCanvas, left: float, step: float, baseline: float
    ) -> None:
        canvas.setFont(fonts.face(), self.size * 0.86)
        canvas.setFillColor(look.SOFT)
        for number in _NUMBERS:
            canvas.drawCentredString(left + number * step, baseline, f"{number} ")

    def _draw_name(
        self, canvas: TaggedCanvas, name: list[Line], left: float, middle: float
    ) -> None:
        leading = self.size * 1.25
        baseline = middle + (len(name) - 1) * leading / 2 - self.size * 0.34
        canvas.setFont(fonts.face(), self.size)
        canvas.setFillColor(look.INK)
        for line in name:
            text = "".join(fragment.text for fragment in line.fragments)
            canvas.drawString(left, baseline, f"{text} ")
            baseline -= leading

    def _draw_point(
        self, canvas: TaggedCanvas, point: ScalePoint, left: float, step: float, middle: float
    ) -> None:
        canvas.setStrokeColor(look.LINE)
        canvas.setLineWidth(1.4)
        canvas.line(left, middle, left + 10 * step, middle)
        for number in _NUMBERS:
            canvas.setFillColor(look.LINE)
            canvas.circle(left + number * step, middle, 1.6, stroke=0, fill=1)
        if point.last_number is not None and (point.number is not None or not point.words):
            self._draw_last(canvas, point, left, step, middle)
        if point.number is not None:
            self._draw_today(canvas, point.number, left + point.number * step, middle)
        elif point.words:
            self._draw_words(canvas, point, left + 5 * step, middle)

    def _draw_last(
        self, canvas: TaggedCanvas, point: ScalePoint, left: float, step: float, middle: float
    ) -> None:
        last = point.last_number or 0
        same = point.number == last
        canvas.setStrokeColor(look.SOFT)
        canvas.setFillColor(look.WHITE)
        canvas.setLineWidth(1.1)
        canvas.setDash(2.2, 1.8)
        radius = self.radius + 2.2 if same else self.radius
        canvas.circle(left + last * step, middle, radius, stroke=1, fill=1)
        canvas.setDash()
        if not same:
            self._draw_digit(canvas, last, left + last * step, middle, fonts.face(), look.SOFT)

    def _draw_today(self, canvas: TaggedCanvas, number: int, at: float, middle: float) -> None:
        canvas.setFillColor(_TODAY)
        canvas.circle(at, middle, self.radius, stroke=0, fill=1)
        self._draw_digit(canvas, number, at, middle, fonts.face(strong=True), look.WHITE)

    def _draw_digit(
        self, canvas: TaggedCanvas, number: int, at: float, middle: float, face: str, ink: Color
    ) -> None:
        canvas.setFont(face, self.size * 0.9)
        canvas.setFillColor(ink)
        canvas.drawCentredString(at, middle - self.size * 0.32, str(number))

    def _draw_words(
        self, canvas: TaggedCanvas, point: ScalePoint, at: float, middle: float
    ) -> None:
        text = _shortened(point.words)
        face = fonts.face(slanted=True)
        half = fonts.width(text, face, self.size * 0.9) / 2 + 4
        canvas.setFillColor(look.WHITE)
        canvas.rect(at - half, middle - self.size * 0.6, 2 * half, self.size * 1.2, 0, 1)
        canvas.setFont(face, self.size * 0.9)
        canvas.setFillColor(look.SOFT)
        canvas.drawCentredString(at, middle - self.size * 0.32, text)
