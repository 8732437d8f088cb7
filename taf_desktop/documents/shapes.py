"""What pictures are made of: lines, circles and words, drawn once and written by every writer.

Measures are sizes of the body text. From the top left corner x grows to the right, y downwards.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

_BLANKS = re.compile(r"[ \t\r\n]+")
"""Where a line may end: not at a blank that holds two words together."""

Point = tuple[float, float]
Measure = Callable[[str, bool, bool], float]
"""How wide a text is at a size of 1, given whether it is strong and whether it is slanted."""


class Ink(Enum):
    """What is drawn with, by its colour on white paper."""

    BLACK = "#1D2733"
    BLUE = "#1B4F8F"
    RED = "#A32020"
    GREEN = "#1F6B3A"
    BRAND = "#0B5566"
    SOFT = "#4B5768"
    GREY = "#8F8778"
    PALE = "#DDD6CB"
    PAPER = "#FFFFFF"


class Anchor(Enum):
    """Which part of a label stands where it is put."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn; `dash` is how long it is on and off, nothing for a whole line."""

    ink: Ink = Ink.BLACK
    width: float = 0.1
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Polyline:
    """A line through points, with round ends and corners; a closed one can be filled."""

    points: tuple[Point, ...]
    pen: Pen | None = None
    fill: Ink | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle, drawn round, filled, or both."""

    middle: Point
    radius: float
    pen: Pen | None = None
    fill: Ink | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """Words on one line; `at` is where their baseline starts, is in the middle, or ends."""

    at: Point
    text: str
    size: float
    ink: Ink = Ink.BLACK
    anchor: Anchor = Anchor.START
    strong: bool = False
    slanted: bool = False


Shape = Polyline | Circle | Label


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes with how wide and high they are together, drawn in this order."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """How much room a picture has across, and how wide words are there."""

    width: float
    measure: Measure

    def lines(self, text: str, size: float, width: float) -> list[str]:
        """The text in lines no wider than this; a longer word is divided, nothing is lost."""
        lines: list[str] = []
        for word in filter(None, _BLANKS.split(text)):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._fits(longer, size, width):
                lines[-1] = longer
                continue
            while len(word) > 1 and not self._fits(word, size, width):
                end = next(
                    end for end in range(len(word) - 1, 0, -1)
                    if end == 1 or self._fits(word[:end], size, width)
                )  # fmt: skip
                lines.append(word[:end])
                word = word[end:]
            lines.append(word)
        return lines

    def _fits(self, text: str, size: float, width: float) -> bool:
        return self.measure(text, False, False) * size <= width


class Subject(Protocol):
    """What a picture shows; it knows how to draw itself into a room."""

    def drawn(self, room: Room) -> Picture:
        """The picture, no wider than the room."""


def box(left: float, top: float, right: float, bottom: float) -> tuple[Point, ...]:
    """The corners of a rectangle."""
    return ((left, top), (right, top), (right, bottom), (left, bottom))
