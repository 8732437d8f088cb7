"""Setting tables, labels with facts, and lines to sign on."""

from collections.abc import Iterator
from dataclasses import replace

from taf_desktop.documents.content import (
    Column,
    Heading,
    KeyFacts,
    SignatureLines,
    Size,
    Table,
    Tone,
    strong,
    words,
)
from taf_desktop.documents.pdf import look
from taf_desktop.documents.pdf.boxes import Box, Stack
from taf_desktop.documents.pdf.grid import Grid, GridRow, Measures, Paint
from taf_desktop.documents.pdf.hand import WritingBox
from taf_desktop.documents.pdf.setting import HEADING_LEADING, LEADING, Setting
from taf_desktop.documents.pdf.structure import Element, column_heading, row_heading

_SIGNATURE_SHARES = (3.0, 4.0, 2.0)
_TABLE_TEXT = 0.94


class TableSetting(Setting):
    """Sets the blocks that are tables beside those that are text."""

    def __init__(self, paper: look.Look) -> None:
        super().__init__(paper)
        self.setters[Table] = self._table
        self.setters[KeyFacts] = self._key_facts
        self.setters[SignatureLines] = self._signature_lines

    def _in_table(self) -> "TableSetting":
        return type(self)(replace(self.paper, body=self.paper.body * _TABLE_TEXT))

    def _measures(self, shares: tuple[float, ...]) -> Measures:
        return Measures(shares, across=self.paper.padding * 0.75, down=self.paper.cell_padding)

    def _table(self, table: Table) -> Iterator[Box]:
        if not table.rows:
            return
        inner = self._in_table()
        rows = []
        for table_row in table.rows:
            texts = tuple(
                inner.stack(cell, _cell(table, position))
                for position, cell in enumerate(table_row.cells)
            )
            plain = table_row.tone is Tone.PLAIN
            fill = None if plain else look.tint(table_row.tone)
            rows.append(GridRow(texts, Element("TR"), Paint(fill=fill, rule=look.LINE)))
        shares = tuple(column.share for column in table.columns)
        yield Grid(
            rows,
            self._measures(shares),
            element=Element("Table"),
            head=self._head(table),
            space=self.paper.gap * 1.2,
        )

    def _head(self, table: Table) -> GridRow:
        heads = tuple(
            Stack(list(self._column_heading(table, position)), element=column_heading())
            for position in range(len(table.columns))
        )
        paint = Paint(fill=look.tint(table.tone), rule=look.ink(table.tone))
        return GridRow(heads, Element("TR"), paint)

    def _column_heading(self, table: Table, position: int) -> Iterator[Box]:
        text = table.columns[position].heading
        if table.heading_level and position == 0:
            yield from self.stack((Heading(table.heading_level, text, table.tone),)).boxes
        elif table.heading_level:
            tall = self.paper.heading(table.heading_level) / self.paper.body
            tall *= HEADING_LEADING / LEADING
            yield from self.text(words(strong(text)), self.paper.body, leading=tall)
        else:
            yield from self.text(words(strong(text)), self.paper.body * 0.9)

    def _key_facts(self, facts: KeyFacts) -> Iterator[Box]:
        size = self.paper.body
        rows = [
            GridRow(
                (
                    Stack(list(self.text(words(strong(fact.label)), size)), element=row_heading()),
                    self.stack(fact.blocks, Element("TD")),
                ),
                Element("TR"),
                Paint(rule=look.LINE),
            )
            for fact in facts.facts
        ]
        if rows:
            measures = self._measures((1.0, 3.0))
            yield Grid(rows, measures, element=Element("Table"), space=self.paper.gap)

    def _signature_lines(self, lines: SignatureLines) -> Iterator[Box]:
        size = self.paper.paragraph(Size.BODY)
        rows = [
            GridRow(
                (
                    Stack(self._to_sign(name, size), element=row_heading()),
                    Stack([], element=Element("TD")),
                    Stack([], element=Element("TD")),
                ),
                Element("TR"),
                Paint(rule=look.SOFT),
            )
            for name in lines.names
        ]
        if rows:
            measures = Measures(_SIGNATURE_SHARES, across=4.0, down=size * 0.8)
            yield Grid(
                rows,
                measures,
                element=Element("Table"),
                head=self._head(Table(tuple(map(Column, lines.headings, _SIGNATURE_SHARES)), ())),
                space=self.paper.gap,
            )

    def _to_sign(self, name: str, size: float) -> list[Box]:
        """A name, or the same room for somebody else's."""
        room = WritingBox(1, size * LEADING, ruled=False, space=0.0)
        return list(self.text(words(name), size)) or [room]


def _cell(table: Table, position: int) -> Element:
    """The element of a cell in the table's body."""
    names_row = table.first_column_names_row and position == 0
    return row_heading() if names_row else Element("TD")
