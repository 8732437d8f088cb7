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
_NAME_SHARE = 0.36
_LONGEST_NAME = 60
_SIZE = 0.84
_RADIUS = _SIZE * 0.72
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
    """A line from 0 to 10 for each point, with today's number full and last time's hollow."""

    points: tuple[ScalePoint, ...]

    def drawn(self, room: Room) -> Picture:
        """The numbers above, then a row for each point, with the names at its left."""
        names_room = room.width * _NAME_SHARE if any(p.people for p in self.points) else 0.0
        left, right = names_room + _RADIUS, room.width - _RADIUS
        axis = _Axis(left, (right - left) / 10, room)
        shapes: list[Shape] = list(axis.numbers())
        top = _SIZE * 1.3
        for point in self.points:
            names = room.lines(shortened(point.people), _SIZE, names_room - 0.3)
            high = max(2 * _RADIUS + 0.22, len(names) * _SIZE * 1.2 + 0.22)
            shapes += [*_name(names, top + high / 2), *axis.row(point, top + high / 2)]
            top += high
        return Picture(room.width, top, tuple(shapes))


def shortened(name: str) -> str:
    """A name that leaves room for the line; the words of the picture have all of it."""
    one_line = " ".join(name.split())
    return one_line if len(one_line) <= _LONGEST_NAME else f"{one_line[: _LONGEST_NAME - 1]}…"


def _name(lines: list[str], middle: float) -> Iterator[Shape]:
    leading = _SIZE * 1.25
    first = middle - (len(lines) - 1) * leading / 2 + _SIZE * 0.34
    for number, line in enumerate(lines):
        yield Label((0.0, first + number * leading), line, _SIZE)


@dataclass(frozen=True, slots=True)
class _Axis:
    """Where 0 is, and how far it is from one number to the next."""

    left: float
    step: float
    room: Room

    def _at(self, number: float) -> float:
        return self.left + number * self.step

    def numbers(self) -> Iterator[Shape]:
        for number in _NUMBERS:
            at = (self._at(number), _SIZE)
            yield Label(at, str(number), _SIZE * 0.86, Ink.SOFT, Anchor.MIDDLE)

    def row(self, point: ScalePoint, middle: float) -> Iterator[Shape]:
        yield Polyline(((self._at(0), middle), (self._at(10), middle)), _LINE)
        for number in _NUMBERS:
            yield Circle((self._at(number), middle), 0.13, fill=Ink.GREY)
        if point.number is None and point.words:
            yield from self._words(point, middle)
        if point.last_number is not None:
            yield from self._last(point, point.last_number, middle)
        if point.number is not None:
            at = self._at(point.number)
            yield Circle((at, middle), _RADIUS, fill=Ink.BRAND)
            yield _digit(point.number, at, middle, Ink.PAPER, strong=True)

    def _last(self, point: ScalePoint, last: int, middle: float) -> Iterator[Shape]:
        """Last time's number; where it is today's as well, a ring around it."""
        same = point.number == last
        radius = _RADIUS + 0.17 if same else _RADIUS
        yield Circle((self._at(last), middle), radius, _LAST, Ink.PAPER)
        if not same:
            yield _digit(last, self._at(last), middle, Ink.SOFT)

    def _words(self, point: ScalePoint, middle: float) -> Iterator[Shape]:
        """What was said instead of a number, beside last time's number where there is one."""
        text = shortened(point.words)
        size = _SIZE * 0.9
        half = self.room.measure(text, False, True) * size / 2 + 0.3
        at = self._at(5)
        if point.last_number is not None:
            aside = half + _RADIUS
            last = self._at(point.last_number)
            at = last + aside if point.last_number <= 5 else last - aside
        yield Polyline(box(at - half, middle - 0.5, at + half, middle + 0.5), None, Ink.PAPER, True)
        yield Label((at, middle + _SIZE * 0.32), text, size, Ink.SOFT, Anchor.MIDDLE, slanted=True)


def _digit(number: int, at: float, middle: float, ink: Ink, *, strong: bool = False) -> Label:
    where = (at, middle + _SIZE * 0.32)
    return Label(where, str(number), _SIZE * 0.9, ink, Anchor.MIDDLE, strong)
