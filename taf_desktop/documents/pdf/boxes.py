"""Boxes that fill a page: they know their height and how to go on over the page's end.

All measures are points; `top` is the height above the foot of the page.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from itertools import pairwise

from taf_desktop.documents.pdf.canvas import TaggedCanvas
from taf_desktop.documents.pdf.lines import Fragment, Line, broken
from taf_desktop.documents.pdf.structure import Element
from taf_desktop.documents.pdf.typeset import Place, draw_line, is_plain
from taf_desktop.documents.scripts import reads_rtl

MOST_KEPT_TOGETHER = 560.0
_TOLERANCE = 0.01
_BASELINE = 0.76
_KEPT_WITH_HEADING = 3
"""How many lines stand with a heading at the foot of a page."""


class Box(ABC):
    """Something with a height for a width, that can be drawn and perhaps divided."""

    before = 0.0
    after = 0.0
    keeps_with_next = False
    starts_page = False

    @abstractmethod
    def height(self, width: float) -> float:
        """How high the whole box is."""

    def least(self, width: float) -> float:
        """How high the smallest part is that may stand alone at the foot of a page."""
        return self.height(width)

    def split(self, width: float, room: float) -> "tuple[Box | None, Box | None]":
        """The part that fits in the room and the rest; None where there is none."""
        return (self, None) if self.height(width) <= room + _TOLERANCE else (None, self)

    def count(self, width: float) -> int:
        """How many lines of words it is, where it is nothing but words."""
        return 0

    def baseline(self) -> float | None:
        """How far below its top the first line of words stands; None where there is none."""
        return None

    @abstractmethod
    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw the whole box below `top`."""


class PageStart(Box):
    """No box of its own: what follows starts on a new page."""

    starts_page = True

    def height(self, width: float) -> float:
        """Nothing."""
        return 0.0

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """The words and the level (from 0) of a heading's entry in the bookmarks."""

    title: str
    level: int


class TextBox(Box):
    """One paragraph in one element, also where it runs over the end of a page.

    `first` is how high a usual line would be, where this one is higher; `between` is more white
    between its lines, and `above` over the first, for letters that rise and hang.
    """

    def __init__(
        self,
        fragments: tuple[Fragment, ...],
        leading: float,
        element: Element,
        *,
        first: float | None = None,
        between: float = 0.0,
        above: float = 0.0,
        before: float = 0.0,
        after: float = 0.0,
        bookmark: Bookmark | None = None,
    ) -> None:
        self.fragments = fragments
        self.leading = leading
        self.element = element
        self.first = leading if first is None else first
        self.between = between
        self.above = above
        self.before = before
        self.after = after
        self.bookmark = bookmark
        self.keeps_with_next = bookmark is not None
        self._broken: tuple[float, list[Line]] | None = None

    def lines(self, width: float) -> list[Line]:
        """The lines for this width."""
        if self._broken is None or self._broken[0] != width:
            self._broken = (width, broken(self.fragments, width))
        return self._broken[1]

    def height(self, width: float) -> float:
        """As many leadings as there are lines, with the white between them."""
        return self._high(len(self.lines(width)))

    def count(self, width: float) -> int:
        """As many as there are."""
        return len(self.lines(width))

    def _high(self, count: int) -> float:
        return self.above + count * self.leading + max(count - 1, 0) * self.between

    def least(self, width: float) -> float:
        """Two lines, or all where there are three or fewer."""
        count = len(self.lines(width))
        return self._high(count if count <= 3 else 2)

    def split(self, width: float, room: float) -> tuple[Box | None, Box | None]:
        """Divide between lines, with two lines at least on either side."""
        lines = self.lines(width)
        room += self.between - self.above + _TOLERANCE
        fitting = int(room / (self.leading + self.between))
        if fitting >= len(lines):
            return self, None
        fitting = min(fitting, len(lines) - 2)
        if fitting < 2:
            return None, self
        return self._part(width, lines[:fitting]), self._part(width, lines[fitting:], rest=True)

    def _part(self, width: float, lines: list[Line], rest: bool = False) -> "TextBox":
        part = TextBox(
            self.fragments,
            self.leading,
            self.element,
            first=self.first,
            between=self.between,
            above=self.above,
            before=self.before,
            after=self.after,
            bookmark=None if rest else self.bookmark,
        )
        part._broken = (width, lines)
        return part

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw the lines, each but the last with a real space at its end for reading aloud."""
        lines = self.lines(width)
        if self.bookmark is not None:
            canvas.bookmark(self.bookmark.title, self.bookmark.level, top)
        said = "".join(fragment.text for fragment in self.fragments)
        base = self.fragments[0].style.font if self.fragments else ""
        if is_plain(said, base, canvas):
            with canvas.content(self.element):
                self._draw_plain(canvas, lines, left, top)
        else:
            self._draw_runs(canvas, lines, (left, top, width), said)

    def baseline(self) -> float | None:
        """Where its first line stands."""
        return self._below(0) if self.fragments else None

    def _below(self, number: int) -> float:
        """How far below the top a line stands; of what is higher than usual, half is above."""
        before = self.above + number * (self.leading + self.between)
        return before + _BASELINE * self.first + (self.leading - self.first) / 2

    def _draw_plain(self, canvas: TaggedCanvas, lines: list[Line], left: float, top: float) -> None:
        text = canvas.beginText()
        for number, line in enumerate(lines):
            text.setTextOrigin(left, top - self._below(number))
            for fragment in line.fragments:
                text.setFont(fragment.style.font, fragment.style.size)
                text.setFillColor(fragment.style.colour)
                text.textOut(fragment.text)
            if number < len(lines) - 1 and not line.ends_inside_word:
                text.textOut(" ")
        canvas.drawText(text)

    def _draw_runs(
        self,
        canvas: TaggedCanvas,
        lines: list[Line],
        area: tuple[float, float, float],
        said: str,
    ) -> None:
        """Draw lines that hold another script, in the direction of most of the paragraph."""
        left, top, width = area
        rtl = reads_rtl(said, canvas.right_to_left)
        for number, line in enumerate(lines):
            at = (left, top - self._below(number))
            goes_on = number < len(lines) - 1 and not line.ends_inside_word
            place = Place(*at, width, self.element)
            draw_line(canvas, line.fragments, place, rtl=rtl, goes_on=goes_on)


class Stack(Box):
    """Boxes one below the other; a page's text, a panel's and a cell's are each a stack."""

    def __init__(
        self, boxes: list[Box], *, element: Element | None = None, together: bool = False
    ) -> None:
        self.boxes = boxes
        self.element = element
        self.together = together
        if boxes:
            self.before = boxes[0].before
            self.after = boxes[-1].after
            self.keeps_with_next = boxes[-1].keeps_with_next

    def height(self, width: float) -> float:
        """The heights of the boxes and the gaps between them."""
        gaps = sum(_gap(a, b) for a, b in zip(self.boxes, self.boxes[1:], strict=False))
        return gaps + sum(box.height(width) for box in self.boxes)

    def baseline(self) -> float | None:
        """Where the first line of its first box stands."""
        return self.boxes[0].baseline() if self.boxes else None

    def least(self, width: float) -> float:
        """The first boxes that may not be parted, or all where they are kept together."""
        if self.together and (whole := self.height(width)) <= MOST_KEPT_TOGETHER:
            return whole
        return self._chain(0, width) if self.boxes else 0.0

    def _chain(self, start: int, width: float) -> float:
        """The height of the box at `start` with those that it may not be parted from."""
        total, position = 0.0, start
        while position < len(self.boxes) and self.boxes[position].keeps_with_next:
            total += self.boxes[position].height(width)
            position += 1
            if position < len(self.boxes):
                total += _gap(self.boxes[position - 1], self.boxes[position])
        if position == len(self.boxes):
            return total
        total += self.boxes[position].least(width)
        return total + (self._more_lines(position, width) if position > start else 0.0)

    def _more_lines(self, position: int, width: float) -> float:
        """How high what follows is, up to so many lines as are kept with a heading."""
        more, lines = 0.0, self.boxes[position].count(width)
        for above, box in pairwise(self.boxes[position:]):
            if not 0 < lines < _KEPT_WITH_HEADING or box.keeps_with_next or not box.count(width):
                break
            more += _gap(above, box) + box.least(width)
            lines += box.count(width)
        return more

    def split(self, width: float, room: float) -> tuple[Box | None, Box | None]:
        """Fill the room box by box; divide the last where it can be divided."""
        if self.together and room < self.height(width) <= MOST_KEPT_TOGETHER:
            return None, self
        head: list[Box] = []
        used = 0.0
        for position, box in enumerate(self.boxes):
            if box.starts_page:
                if head:
                    return self._part(head), self._part(self.boxes[position + 1 :])
                continue
            gap = _gap(head[-1], box) if head else 0.0
            left = room - used - gap
            if self._chain(position, width) > left + _TOLERANCE and head:
                return self._part(head), self._part(self.boxes[position:])
            first, rest = box.split(width, left)
            if first is not None:
                head.append(first)
                used += gap + first.height(width)
            if rest is not None:
                return self._part(head), self._part([rest, *self.boxes[position + 1 :]])
        return self, None

    def _part(self, boxes: list[Box]) -> "Stack | None":
        return Stack(boxes, element=self.element) if boxes else None

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw the boxes below each other."""
        with canvas.element(self.element):
            for position, box in enumerate(self.boxes):
                if position:
                    top -= _gap(self.boxes[position - 1], box)
                box.draw(canvas, left, top, width)
                top -= box.height(width)


def _gap(above: Box, below: Box) -> float:
    """The white between two boxes: the larger of what each asks for."""
    return max(above.after, below.before)
