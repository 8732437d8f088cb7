"""Setting blocks as paragraphs, lists and tables of a Word file."""

from collections.abc import Callable

from docx.document import Document as WordFile
from docx.enum.table import WD_TABLE_DIRECTION
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph as WordParagraph

from taf_desktop.documents.content import (
    Blocks,
    BulletList,
    Column,
    Drawn,
    Figure,
    Heading,
    KeepTogether,
    KeyFacts,
    PageBreak,
    Panel,
    Paragraph,
    Quote,
    Row,
    Run,
    SideBySide,
    SignatureLines,
    Table,
    TickBoxes,
    Tone,
    WritingRoom,
    cells,
    paragraph,
    strong,
    words,
)
from taf_desktop.documents.plain import plain_line
from taf_desktop.documents.scripts import is_rtl_language
from taf_desktop.documents.word.drawing import line_drawing
from taf_desktop.documents.word.saying import INKS, say
from taf_desktop.documents.word.styles import element

_SIGNED = (3, 4, 2)
_TICK = "☐ "


class WordSetting:
    """Writes blocks into a file or into a cell of a table."""

    def __init__(self, place: WordFile | WordCell, language: str) -> None:
        self._place = place
        self._language = language
        self._style = "Normal"
        self._first = place.paragraphs[0] if isinstance(place, WordCell) else None
        self._writers: dict[type[object], Callable[..., None]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            Quote: self._quote,
            BulletList: self._bullets,
            Table: self._table,
            KeyFacts: self._key_facts,
            Figure: self._figure,
            Panel: lambda panel: self.write(panel.blocks),
            SideBySide: self._side_by_side,
            SignatureLines: self._signatures,
            WritingRoom: self._writing_room,
            TickBoxes: self._tick_boxes,
            Drawn: lambda drawn: self.write(drawn.blocks),
            KeepTogether: lambda kept: self.write(kept.blocks),
            PageBreak: self._page_break,
        }

    def write(self, blocks: Blocks) -> None:
        """Write the blocks below what is there."""
        for block in blocks:
            self._writers[type(block)](block)

    def _new(self, style: str = "") -> WordParagraph:
        """A new paragraph; a cell's first one is there already."""
        made: WordParagraph = self._first or self._place.add_paragraph()
        self._first = None
        made.style = style or self._style
        return made

    def _heading(self, heading: Heading) -> None:
        made = self._new(f"Heading {heading.level}")
        say(made, words(plain_line(heading.text)), self._language)
        for run in made.runs:
            run.font.color.rgb = INKS.get(heading.tone, INKS[Tone.BRAND])

    def _paragraph(self, told: Paragraph) -> None:
        say(self._new(), told.words, self._language)

    def _quote(self, quote: Quote) -> None:
        say(self._new("Quote"), (Run(f"“{quote.text}”"),), self._language)
        if quote.speaker:
            say(self._new(), (Run(quote.speaker, tone=Tone.QUIET),), self._language)

    def _bullets(self, bullets: BulletList) -> None:
        """The first paragraph of each item carries the dot, the others stand below it."""
        for item in bullets.items:
            first, rest = item[:1], item[1:]
            if first and isinstance(first[0], Paragraph):
                say(self._new("List Bullet"), first[0].words, self._language)
            else:
                rest = item
            self._style = "List Continue"
            self.write(rest)
            self._style = "Normal"

    def _table(self, table: Table) -> None:
        if not table.rows:
            return
        made = self._grid(len(table.columns))
        head = made.rows[0]
        head._tr.get_or_add_trPr().append(element("w:tblHeader", val="true"))
        for place, column in enumerate(table.columns):
            blocks = cells(strong(column.heading))[0]
            if table.heading_level and place == 0:
                blocks = (Heading(table.heading_level, column.heading, table.tone),)
            WordSetting(head.cells[place], self._language).write(blocks)
        for row in table.rows:
            _fill(made, row, self._language, names_row=table.first_column_names_row)

    def _grid(self, columns: int) -> WordTable:
        made = self._place.add_table(1, columns)
        made.style = "Table Grid"
        made.autofit = True
        if is_rtl_language(self._language):
            made.table_direction = WD_TABLE_DIRECTION.RTL
        return made

    def _key_facts(self, facts: KeyFacts) -> None:
        if not facts.facts:
            return
        made = self._grid(2)
        for at, fact in enumerate(facts.facts):
            into = made.rows[0] if at == 0 else _row_below(made)
            WordSetting(into.cells[0], self._language).write((paragraph(strong(fact.label)),))
            WordSetting(into.cells[1], self._language).write(fact.blocks)

    def _figure(self, figure: Figure) -> None:
        """What the picture shows, in words that everybody can read and change; drawn lines too."""
        drawing = line_drawing(figure, self._place.part.next_id)
        if drawing is not None:
            self._new().add_run()._r.append(drawing)
        say(self._new(), (Run(figure.alt, tone=Tone.QUIET),), self._language)

    def _side_by_side(self, beside: SideBySide) -> None:
        for part in beside.parts:
            self.write(part)

    def _signatures(self, lines: SignatureLines) -> None:
        rows = tuple(Row(cells(name, "", "")) for name in lines.names)
        self._table(
            Table(tuple(map(Column, lines.headings, _SIGNED)), rows, first_column_names_row=True)
        )

    def _writing_room(self, room: WritingRoom) -> None:
        for _ in range(room.lines):
            made = self._new()
            if room.ruled:
                borders = element("w:pBdr")
                borders.append(element("w:bottom", val="single", sz="6", space="1", color="4B5768"))
                made._p.get_or_add_pPr().append(borders)

    def _tick_boxes(self, ticks: TickBoxes) -> None:
        for option in ticks.options:
            if option.strip():
                say(self._new(), (Run(f"{_TICK}{option}"),), self._language)

    def _page_break(self, _: PageBreak) -> None:
        self._new().paragraph_format.page_break_before = True


def _row_below(table: WordTable) -> WordRow:
    made: WordRow = table.add_row()  # type: ignore[no-untyped-call]  # the library has no types here
    return made


def _fill(table: WordTable, row: Row, language: str, *, names_row: bool) -> None:
    made = _row_below(table)
    for place, (cell, blocks) in enumerate(zip(made.cells, row.cells, strict=True)):
        WordSetting(cell, language).write(blocks)
        if names_row and place == 0:
            for run in (run for one in cell.paragraphs for run in one.runs):
                run.bold = True
