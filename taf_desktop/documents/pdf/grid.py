"""Boxes in rows and columns: tables, lists, panels, and parts that stand side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color

from taf_desktop.documents.pdf.boxes import Box, Stack
from taf_desktop.documents.pdf.canvas import TaggedCanvas
from taf_desktop.documents.pdf.structure import Element

MOST_KEPT_IN_ROW = 250.0
_TOLERANCE = 0.01
_RADIUS = 6.0
_EDGE = 3.0


@dataclass(frozen=True, slots=True)
class Paint:
    """What is drawn behind and around a row's cells, all of it decoration."""

    fill: Color | None = None
    edge: Color | None = None
    rule: Color | None = None
    cards: tuple[Color, ...] = ()


@dataclass(frozen=True, slots=True)
class GridRow:
    """A stack for each column."""

    cells: tuple[Stack, ...]
    element: Element | None = None
    paint: Paint = Paint()

    def drops(self) -> list[float]:
        """How far each cell begins below the row's, so that all first lines stand on one line."""
        lines = [cell.baseline() for cell in self.cells]
        lowest = max((line for line in lines if line is not None), default=0.0)
        return [0.0 if line is None else lowest - line for line in lines]


@dataclass(frozen=True, slots=True)
class Measures:
    """The columns' shares of the width, the white within the cells, and that between columns."""

    shares: Sequence[float]
    across: float = 0.0
    down: float = 0.0
    gutter: float = 0.0
    first: float | None = None

    def columns(self, width: float) -> list[tuple[float, float]]:
        """Each column's distance from the left and its width; `first` fixes the first's."""
        free = width - self.gutter * (len(self.shares) - 1)
        fixed = [] if self.first is None else [self.first]
        shares = list(self.shares)[len(fixed) :]
        rest = free - sum(fixed)
        widths = fixed + [rest * share / sum(shares) for share in shares]
        starts = [sum(widths[:n]) + n * self.gutter for n in range(len(widths))]
        return list(zip(starts, widths, strict=True))


class Grid(Box):
    """Rows below an optional head that is repeated, as decoration, on every further page.

    A head that is very high is a row like the others: it is said once, and divided where need be.
    """

    def __init__(
        self,
        rows: list[GridRow],
        measures: Measures,
        *,
        element: Element | None = None,
        head: GridRow | None = None,
        gap: float = 0.0,
        space: float = 0.0,
        continued: bool = False,
    ) -> None:
        self.rows = rows
        self.measures = measures
        self.element = element
        self.head = head
        self.gap = gap
        self.before = self.after = self.space = space
        self.continued = continued
        self._heights: dict[tuple[int, float], float] = {}

    def _cell_widths(self, width: float) -> list[float]:
        inner = 2 * self.measures.across
        return [max(column - inner, 1.0) for _, column in self.measures.columns(width)]

    def _row_height(self, row: GridRow | None, width: float) -> float:
        if row is None:
            return 0.0
        key = (id(row), width)
        if key not in self._heights:
            cells = zip(row.cells, self._cell_widths(width), row.drops(), strict=True)
            inner = max((drop + cell.height(room) for cell, room, drop in cells), default=0.0)
            self._heights[key] = inner + 2 * self.measures.down
        return self._heights[key]

    def height(self, width: float) -> float:
        """The head, the rows and the gaps between them."""
        rows = sum(self._row_height(row, width) for row in self.rows)
        return self._row_height(self.head, width) + rows + self.gap * max(len(self.rows) - 1, 0)

    def least(self, width: float) -> float:
        """The head and the first row, or a row's first lines where it is very high."""
        if self._has_high_head(width):
            return self._all_rows().least(width)
        head = self._row_height(self.head, width)
        if not self.rows:
            return head
        whole = self._row_height(self.rows[0], width)
        if whole <= MOST_KEPT_IN_ROW:
            return head + whole
        first = self.rows[0]
        cells = zip(first.cells, self._cell_widths(width), first.drops(), strict=True)
        least = max(drop + cell.least(room) for cell, room, drop in cells)
        return head + 2 * self.measures.down + least

    def split(self, width: float, room: float) -> tuple[Box | None, Box | None]:
        """Divide between rows, and within a row only where it is very high."""
        if self._has_high_head(width):
            return self._all_rows().split(width, room)
        used = self._row_height(self.head, width)
        for position, row in enumerate(self.rows):
            used += self.gap if position else 0.0
            height = self._row_height(row, width)
            if used + height <= room + _TOLERANCE:
                used += height
                continue
            first, rest = self._divided(row, width, room - used)
            before = self.rows[:position] + ([first] if first else [])
            if not before:
                return None, self
            after = ([rest] if rest else []) + self.rows[position + 1 :]
            return self._part(before, self.continued), self._part(after, True)
        return self, None

    def _has_high_head(self, width: float) -> bool:
        return self._row_height(self.head, width) > MOST_KEPT_IN_ROW

    def _all_rows(self) -> "Grid":
        """The same with the head as the first of its rows; where it was said, without it."""
        said = [] if self.continued or self.head is None else [self.head]
        return Grid(
            [*said, *self.rows],
            self.measures,
            element=self.element,
            gap=self.gap,
            space=self.space,
            continued=self.continued,
        )

    def _divided(
        self, row: GridRow, width: float, room: float
    ) -> tuple[GridRow | None, GridRow | None]:
        """The part of a high row that fits and the rest."""
        if self._row_height(row, width) <= MOST_KEPT_IN_ROW:
            return None, row
        inside = room - 2 * self.measures.down - max(row.drops(), default=0.0)
        heads: list[Stack] = []
        tails: list[Stack] = []
        for cell, across in zip(row.cells, self._cell_widths(width), strict=True):
            head, tail = cell.split(across, inside)
            heads.append(_stack(head, cell))
            tails.append(_stack(tail, cell))
        if not any(head.boxes for head in heads):
            return None, row
        return (
            GridRow(tuple(heads), row.element, row.paint),
            GridRow(tuple(tails), row.element, row.paint),
        )

    def _part(self, rows: list[GridRow], continued: bool) -> "Grid":
        return Grid(
            rows,
            self.measures,
            element=self.element,
            head=self.head,
            gap=self.gap,
            space=self.space,
            continued=continued,
        )

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw the head and the rows."""
        with canvas.element(self.element):
            if self.head is not None and self.continued:
                with canvas.artefact():
                    self._draw_row(canvas, self.head, left, top, width)
            elif self.head is not None:
                self._draw_row(canvas, self.head, left, top, width)
            top -= self._row_height(self.head, width)
            for row in self.rows:
                self._draw_row(canvas, row, left, top, width)
                top -= self._row_height(row, width) + self.gap

    def _places(self, canvas: TaggedCanvas, width: float) -> list[tuple[float, float]]:
        """Each column's distance from the left and its width, the first at the reader's side."""
        columns = self.measures.columns(width)
        if not canvas.right_to_left:
            return columns
        return [(width - start - column, column) for start, column in columns]

    def _draw_row(
        self, canvas: TaggedCanvas, row: GridRow, left: float, top: float, width: float
    ) -> None:
        height = self._row_height(row, width)
        columns = self._places(canvas, width)
        with canvas.artefact():
            _paint(canvas, row.paint, (left, top, width, height))
            for fill, (start, column) in zip(row.paint.cards, columns, strict=False):
                _paint_card(canvas, fill, (left + start, top, column, height))
        with canvas.element(row.element):
            for cell, (start, column), drop in zip(row.cells, columns, row.drops(), strict=True):
                inner = max(column - 2 * self.measures.across, 1.0)
                at = left + start + self.measures.across
                cell.draw(canvas, at, top - self.measures.down - drop, inner)


def _stack(part: Box | None, whole: Stack) -> Stack:
    """The part of a cell as a cell, empty where there is none."""
    return part if isinstance(part, Stack) else Stack([], element=whole.element)


def _paint(canvas: TaggedCanvas, paint: Paint, area: tuple[float, float, float, float]) -> None:
    """Draw what lies behind and below a whole row."""
    left, top, width, height = area
    if paint.fill is not None:
        canvas.setFillColor(paint.fill)
        canvas.rect(left, top - height, width, height, stroke=0, fill=1)
    if paint.edge is not None:
        canvas.setFillColor(paint.edge)
        edge = left + width - _EDGE if canvas.right_to_left else left
        canvas.rect(edge, top - height + 1, _EDGE, height - 2, stroke=0, fill=1)
    if paint.rule is not None:
        canvas.setStrokeColor(paint.rule)
        canvas.setLineWidth(0.8)
        canvas.line(left, top - height, left + width, top - height)


def _paint_card(canvas: TaggedCanvas, fill: Color, area: tuple[float, float, float, float]) -> None:
    """Draw the rounded card behind one cell."""
    left, top, width, height = area
    canvas.setFillColor(fill)
    canvas.roundRect(left, top - height, width, height, _RADIUS, stroke=0, fill=1)
