"""The picture of a scale: a line from 0 to 10 for each number, and who gave it."""

from collections.abc import Iterator
from dataclasses import dataclass

from taf_desktop.documents.shapes import (
    Anchor,
    Circle,
    Ink,
    Label,
    Pen,
    Picture,
    Polyline,
    Room,
    Shape,
    box,
)

_NUMBERS = range(11)
_NAME_SHARE = 0.42
_LONGEST_NAME = 60
_USUAL, _LARGE = 0.84, 1.14
_LARGE_NAME = 1.0
_LEADING = 1.22
_LINE = Pen(Ink.GREY, 0.07)
_LAST = Pen(Ink.SOFT, 0.09, (0.18, 0.15))


@dataclass(frozen=True, slots=True)
class ScalePoint:
    """A number today and last time, or None with the words said instead, and who said so."""

    people: str
    number: int | None
    words: str = ""
    last_number: int | None = None
    last_words: str = ""


@dataclass(frozen=True, slots=True)
class ScalePicture:
    """A line from 0 to 10 for each point, with today's number full and last time's hollow.

    A `large` one has its names above their lines. In a paper read from the right (`rtl`) they
    stand at the right; the numbers go from left to right everywhere.
    """

    points: tuple[ScalePoint, ...]
    large: bool = False
    rtl: bool = False

    def drawn(self, room: Room) -> Picture:
        """The numbers on top, then a row for each point with its names."""
        size, name_size = (_LARGE, _LARGE_NAME) if self.large else (_USUAL, _USUAL)
        beside = not self.large and any(point.people for point in self.points)
        names_room = room.width * _NAME_SHARE if beside else 0.0
        axis = _Axis(names_room, room, size, rtl=self.rtl)
        shapes: list[Shape] = list(axis.numbers())
        top = size * 1.3
        for point in self.points:
            lines = room.lines(shortened(point.people), name_size, (names_room or room.width) - 0.3)
            names = len(lines) * name_size * _LEADING
            above = names + 0.3 if names and self.large else 0.0
            high = axis.high if self.large else max(axis.high, names)
            side = (room.width, Anchor.END) if self.rtl else (0.0, Anchor.START)
            shapes += _name(lines, name_size, top + (above or high) / 2, side)
            shapes += axis.row(point, top + above + high / 2)
            top += above + high
        return Picture(room.width, top, tuple(shapes))


def shortened(name: str) -> str:
    """A name that leaves room for the line; the words of the picture have all of it."""
    one_line = " ".join(name.split())
    return one_line if len(one_line) <= _LONGEST_NAME else f"{one_line[: _LONGEST_NAME - 1]}…"


def _name(
    lines: list[str], size: float, middle: float, side: tuple[float, Anchor]
) -> Iterator[Shape]:
    left, anchor = side
    first = middle - (len(lines) - 1) * size * _LEADING / 2 + size * 0.34
    for number, line in enumerate(lines):
        yield Label((left, first + number * size * _LEADING), line, size, anchor=anchor)


class _Axis:
    """The lines from 0 to 10: where each number is, and what stands there."""

    def __init__(self, names: float, room: Room, size: float, *, rtl: bool) -> None:
        self.room, self.size = room, size
        self.radius = size * 0.72
        self.high = 2 * self.radius + 0.22
        self.left = (0.0 if rtl else names) + self.radius
        self.step = (room.width - names - 2 * self.radius) / 10

    def _at(self, number: float) -> float:
        return self.left + number * self.step

    def numbers(self) -> Iterator[Shape]:
        for number in _NUMBERS:
            at = (self._at(number), self.size)
            yield Label(at, str(number), self.size * 0.88, Ink.SOFT, Anchor.MIDDLE)

    def row(self, point: ScalePoint, middle: float) -> Iterator[Shape]:
        yield Polyline(((self._at(0), middle), (self._at(10), middle)), _LINE)
        for number in _NUMBERS:
            yield Circle((self._at(number), middle), 0.13, fill=Ink.GREY)
        if point.number is None and point.words:
            yield from self._words(point, middle)
        if point.last_number is not None:
            yield from self._last(point, point.last_number, middle)
        if point.number is not None:
            yield Circle((self._at(point.number), middle), self.radius, fill=Ink.BRAND)
            yield self._digit(point.number, middle, Ink.PAPER, strong=True)

    def _last(self, point: ScalePoint, last: int, middle: float) -> Iterator[Shape]:
        """Last time's number; where it is today's as well, a ring around it."""
        same = point.number == last
        radius = self.radius + 0.17 if same else self.radius
        yield Circle((self._at(last), middle), radius, _LAST, Ink.PAPER)
        if not same:
            yield self._digit(last, middle, Ink.SOFT)

    def _digit(self, number: int, middle: float, ink: Ink, *, strong: bool = False) -> Label:
        where = (self._at(number), middle + self.size * 0.32)
        return Label(where, str(number), self.size * 0.9, ink, Anchor.MIDDLE, strong)

    def _words(self, point: ScalePoint, middle: float) -> Iterator[Shape]:
        """What was said instead of a number, beside last time's number where there is one."""
        text, size = shortened(point.words), self.size * 0.9
        half = self.room.measure(text, False, True) * size / 2 + 0.3
        at = self._at(5)
        if point.last_number is not None:
            aside = half + self.radius
            last = self._at(point.last_number)
            at = last + aside if point.last_number <= 5 else last - aside
        paper = box(at - half, middle - self.size * 0.6, at + half, middle + self.size * 0.6)
        yield Polyline(paper, None, Ink.PAPER, closed=True)
        baseline = (at, middle + self.size * 0.32)
        yield Label(baseline, text, size, Ink.SOFT, Anchor.MIDDLE, slanted=True)
