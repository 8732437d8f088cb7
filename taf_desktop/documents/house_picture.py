"""A child's drawing in one of the three houses: white paper with a faint house behind the lines."""

from collections.abc import Callable, Iterator, Mapping
from math import cos, pi, sin
from types import MappingProxyType

from taf_desktop.documents.content import Figure
from taf_desktop.documents.languages import ENGLISH, Language
from taf_desktop.documents.plan_facts import DrawingFacts
from taf_desktop.documents.shapes import Circle, Ink, Pen, Point, Polyline, Shape, box
from taf_desktop.documents.strokes_picture import SHEET, StrokesPicture
from taf_desktop.documents.wording import count_words, joined, listed

_WIDEST = 12.5
_WIDE, _HIGH = SHEET
_EDGE = Pen(Ink.GREY, 3.0)
_FAINT = Pen(Ink.PALE, 4.0)
_MIDDLE = (100.0, 102.0)
"""Where the sign stands in the sky."""


def house_figure(drawing: DrawingFacts, who: str, language: Language = ENGLISH) -> Figure:
    """The drawing as a figure; nobody but the child can say what it shows, so that is not said."""
    picture = StrokesPicture(drawing.lines, SHEET, _WIDEST, house_shapes(drawing.house))
    title = language.say("drawing")
    whose = language.say("drawing_of", name=who) if who else title
    lines = _lines(drawing) if language.is_english else ""
    return Figure(picture, title, f"{listed(whose, language.label(drawing.title), lines)}.")


def _lines(drawing: DrawingFacts) -> str:
    """How many lines, and in which colours."""
    inks = dict.fromkeys(line.pen.ink.name.lower() for line in drawing.lines if line.pen)
    return f"{count_words(len(drawing.lines), 'line', 'lines')} in {joined(tuple(inks))}"


def house_shapes(house: str) -> tuple[Shape, ...]:
    """The sheet, the walls, the roof, and the sign in the sky."""
    sheet = Polyline(box(0, 0, _WIDE, _HIGH), _EDGE, Ink.PAPER, closed=True)
    wall = Polyline(_at((0.2, 0.46), (0.2, 0.94), (0.8, 0.94), (0.8, 0.46)), _FAINT)
    roof = Polyline(_at((0.13, 0.47), (0.5, 0.12), (0.87, 0.47)), _FAINT, closed=True)
    sign = _SIGNS.get(house, lambda: iter(()))
    return (sheet, wall, roof, *sign())


def _at(*shares: Point) -> tuple[Point, ...]:
    return tuple((across * _WIDE, down * _HIGH) for across, down in shares)


def _around(far: float, *, points: int, inner: float = 1.0) -> tuple[Point, ...]:
    """Points around the middle of the sign; every second one only `inner` as far away."""
    ways = [(2 * pi * step / points, inner if step % 2 else 1.0) for step in range(points)]
    x, y = _MIDDLE
    return tuple((x + sin(way) * far * part, y - cos(way) * far * part) for way, part in ways)


def _cloud() -> Iterator[Shape]:
    x, y = _MIDDLE
    for across, down, radius in ((-44, 20, 36), (44, 20, 36), (0, 0, 44), (0, 24, 34)):
        yield Circle((x + across, y + down), radius, fill=Ink.PALE)


def _sun() -> Iterator[Shape]:
    for near, far in zip(_around(60, points=8), _around(80, points=8), strict=True):
        yield Polyline((near, far), _FAINT)
    yield Circle(_MIDDLE, 44.0, _FAINT)


def _star() -> Iterator[Shape]:
    yield Polyline(_around(80, points=10, inner=0.42), _FAINT, closed=True)


_SIGNS: Mapping[str, Callable[[], Iterator[Shape]]] = MappingProxyType(
    {"worries": _cloud, "good_things": _sun, "dreams": _star}
)
