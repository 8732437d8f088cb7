"""How the numbers changed: a line from meeting to meeting for each person, never an average.

Dash and marker alone tell the lines apart, so the picture is read in black and white as well.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

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
    Shape,
    box,
)

NO_BREAK = "\N{NO-BREAK SPACE}"
MOST_LINES = 6
"""How many lines one picture holds before nobody can tell them apart."""

_INKS = (Ink.BRAND, Ink.RED, Ink.BLUE, Ink.GREEN, Ink.BLACK, Ink.SOFT)
_DASHES = ((), (0.55, 0.3), (0.12, 0.22), (0.6, 0.2, 0.12, 0.2), (1.1, 0.3), (0.3, 0.15))
_WIDEST = 36.0
_SIZE = 0.8
_LEADING = _SIZE * 1.25
_HIGH = 6.2
_LEFT = 1.5
_TOP = 0.6
_MARKER = 0.36
_ASIDE = 0.42
_LEGEND_SHARE = 0.4
_NARROWEST_BESIDE = 17.0
_SAMPLE = 2.2
_LONGEST_NAMES = 90
_MOST_TOLD = 5
_GRID = Pen(Ink.GREY, 0.04)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """People who gave the same numbers, one for each meeting; None where they gave none."""

    people: str
    numbers: tuple[int | None, ...]
    then: str = f"{{before}}, then{NO_BREAK}{{last}}"
    long: str = "{first} at first, {last} at last"

    @property
    def told(self) -> str:
        """The line in words: "El 3, then 6"; of very many numbers the first and the last."""
        said = [str(number) for number in self.numbers if number is not None]
        if len(said) > _MOST_TOLD:
            way = self.long.format(first=said[0], last=said[-1])
            return f"{self.people} {way}"
        before, last = ", ".join(said[:-1]), said[-1]
        way = self.then.format(before=before, last=last) if before else last
        return f"{self.people} {way}"


@dataclass(frozen=True, slots=True)
class ChangePicture:
    """Lines from 0 to 10 over the days of the meetings, the oldest at the left."""

    days: tuple[str, ...]
    lines: tuple[ChangeLine, ...]

    def drawn(self, room: Room) -> Picture:
        """The lines, with who gave which at their right, or below where there is little room."""
        width = min(room.width, _WIDEST)
        beside = width >= _NARROWEST_BESIDE
        plot = width * (1 - _LEGEND_SHARE if beside else 1) - _LEFT
        chart = _Chart(plot / len(self.days), len(self.lines))
        shapes = [*chart.grid(plot), *chart.names(self.days, room)]
        for place, line in enumerate(self.lines):
            shapes += chart.line(place, line)
        high = _TOP + _HIGH + 2 * _LEADING + 0.5
        left, top = (_LEFT + plot + 1.2, _TOP) if beside else (_LEFT, high + 0.4)
        legend, bottom = _legend(self.lines, room, left, top, width - left)
        return Picture(width, max(high, bottom), (*shapes, *legend))


@dataclass(frozen=True, slots=True)
class _Chart:
    """The part with the lines: how far it is from one meeting to the next, and how many lines."""

    step: float
    many: int

    def _point(self, place: int, meeting: int, number: int) -> Point:
        """Where a number stands; a small step aside keeps equal numbers apart."""
        aside = (place - (self.many - 1) / 2) * min(_ASIDE, self.step / (self.many + 1))
        return (_LEFT + (meeting + 0.5) * self.step + aside, _TOP + _HIGH * (10 - number) / 10)

    def grid(self, width: float) -> Iterator[Shape]:
        for number in range(0, 11, 5):
            level = _TOP + _HIGH * (10 - number) / 10
            yield Polyline(((_LEFT, level), (_LEFT + width, level)), _GRID)
            at = (_LEFT - 0.35, level + _SIZE * 0.34)
            yield Label(at, str(number), _SIZE, Ink.SOFT, Anchor.END)

    def names(self, days: tuple[str, ...], room: Room) -> Iterator[Shape]:
        """The days below; where they stand too close, every second, third or so."""
        widest = max(
            (room.measure(part, False, False) * _SIZE for day in days for part in _halves(day)),
            default=1.0,
        )
        every = max(1, int((widest + 0.4) / self.step) + (widest + 0.4 > self.step))
        for meeting, day in enumerate(days):
            if (len(days) - 1 - meeting) % every:
                continue
            x = _LEFT + (meeting + 0.5) * self.step
            for row, part in enumerate(_halves(day)):
                at = (x, _TOP + _HIGH + (row + 1) * _LEADING + 0.2)
                yield Label(at, part, _SIZE, Ink.SOFT, Anchor.MIDDLE)

    def line(self, place: int, line: ChangeLine) -> Iterator[Shape]:
        points = [
            self._point(place, meeting, number)
            for meeting, number in enumerate(line.numbers)
            if number is not None
        ]
        yield from (Polyline(pair, _pen(place)) for pair in pairwise(points))
        for point in points:
            yield from _marker(place, point)


def _pen(place: int) -> Pen:
    return Pen(_INKS[place % len(_INKS)], 0.15, _DASHES[place % len(_DASHES)])


def _halves(day: str) -> list[str]:
    """A day as two short lines: "29 Jan" and "2026"; other words in one line, shortened."""
    parts = day.split()
    if len(parts) == 3 and parts[2].isdigit():
        return [f"{parts[0]} {parts[1][:3]}", parts[2]]
    return [day if len(day) <= 12 else f"{day[:11]}…"]


def _marker(place: int, at: Point) -> Iterator[Shape]:
    """One marker; its shape alone tells whose it is."""
    ink, half, (x, y) = _INKS[place % len(_INKS)], _MARKER, at
    edge = Pen(ink, 0.12)
    diamond = ((x, y - half * 1.2), (x + half * 1.2, y), (x, y + half * 1.2), (x - half * 1.2, y))
    square = box(x - half * 0.9, y - half * 0.9, x + half * 0.9, y + half * 0.9)
    triangle = (
        (x, y - half * 1.1),
        (x + half * 1.1, y + half * 0.9),
        (x - half * 1.1, y + half * 0.9),
    )
    shapes: tuple[Shape, ...] = (
        Circle(at, half, edge, ink),
        Polyline(square, edge, Ink.PAPER, closed=True),
        Polyline(triangle, edge, ink, closed=True),
        Circle(at, half, edge, Ink.PAPER),
        Polyline(diamond, edge, ink, closed=True),
        Polyline(triangle, edge, Ink.PAPER, closed=True),
    )
    yield shapes[place % len(shapes)]


def _legend(
    lines: tuple[ChangeLine, ...], room: Room, left: float, top: float, width: float
) -> tuple[list[Shape], float]:
    """Whose line is which, in words, and how far down that reaches."""
    shapes: list[Shape] = []
    for place, line in enumerate(lines):
        middle = top + _SIZE * 0.4
        shapes.append(Polyline(((left, middle), (left + _SAMPLE, middle)), _pen(place)))
        shapes += _marker(place, (left + _SAMPLE / 2, middle))
        text = line.told if len(line.told) <= _LONGEST_NAMES else f"{line.told[:_LONGEST_NAMES]}…"
        for part in room.lines(text, _SIZE, width - _SAMPLE - 0.5):
            shapes.append(Label((left + _SAMPLE + 0.5, top + _SIZE * 0.74), part, _SIZE))
            top += _LEADING
        top += 0.3
    return shapes, top
