"""Setting blocks as boxes: the one place that knows what a heading or a panel looks like."""

from collections.abc import Callable, Iterator

from taf_desktop.documents.content import (
    Block,
    Blocks,
    BulletList,
    Figure,
    Heading,
    KeepTogether,
    PageBreak,
    Panel,
    Paragraph,
    Quote,
    Run,
    SideBySide,
    Size,
    Tone,
    Words,
    words,
)
from taf_desktop.documents.pdf import look
from taf_desktop.documents.pdf.boxes import Bookmark, Box, PageStart, Stack, TextBox
from taf_desktop.documents.pdf.figure import FigureBox
from taf_desktop.documents.pdf.grid import Grid, GridRow, Measures, Paint
from taf_desktop.documents.pdf.lines import Fragment, TextStyle, with_apart
from taf_desktop.documents.pdf.look import Look
from taf_desktop.documents.pdf.printable import line as printable_line
from taf_desktop.documents.pdf.printable import lines as printable_lines
from taf_desktop.documents.pdf.structure import Element, bulleted_list

LEADING = 1.3
HEADING_LEADING = 1.24
_BULLET = "•"
_BETWEEN, _ABOVE = 0.15, 0.28
"""What hanging letters need more: between the lines of a paragraph, and over a heading."""


class Setting:
    """Sets the text blocks at one size; `others` sets the kinds that are tables."""

    def __init__(self, paper: Look) -> None:
        self.paper = paper
        self.setters: dict[type[object], Callable[..., Iterator[Box]]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            Quote: self._quote,
            BulletList: self._bullet_list,
            Figure: self._figure,
            Panel: self._panel,
            SideBySide: self._side_by_side,
            KeepTogether: self._keep_together,
            PageBreak: self._page_break,
        }

    def stack(self, blocks: Blocks, element: Element | None = None) -> Stack:
        """The blocks as boxes below each other."""
        return Stack([box for block in blocks for box in self._boxes(block)], element=element)

    def _boxes(self, block: Block) -> Iterator[Box]:
        return self.setters[type(block)](block)

    def text(self, content: Words, size: float, leading: float = 1.0) -> Iterator[TextBox]:
        """A box for each line that was typed, with the space of a paragraph after it."""
        height = size * LEADING * leading
        for fragments in self._lines(content, size):
            taller = self.paper.line("".join(fragment.text for fragment in fragments))
            yield TextBox(
                tuple(fragments),
                height * taller,
                Element("P"),
                first=height,
                between=height * _BETWEEN if taller > 1.0 else 0.0,
                after=self.paper.gap * 0.6,
            )

    def _lines(self, content: Words, size: float) -> Iterator[list[Fragment]]:
        """The fragments of each line that was typed, the empty ones left out."""
        current: list[Fragment] = []
        for run in content:
            style = _style(run, size, self.paper)
            for number, text in enumerate(_typed_lines(run.text)):
                if number and current:
                    yield with_apart(current)
                    current = []
                if text.strip():
                    current.append(Fragment(text, style))
        if current:
            yield with_apart(current)

    def _heading(self, heading: Heading) -> Iterator[Box]:
        size = self.paper.heading(heading.level)
        text = printable_line(heading.text)
        style = self.paper.style(size, heading.tone, strong=True)
        taller = self.paper.line(text)
        yield TextBox(
            tuple(with_apart([Fragment(text, style)])),
            size * HEADING_LEADING * taller,
            Element(f"H{heading.level}"),
            first=size * HEADING_LEADING,
            above=size * _ABOVE if taller > 1.0 else 0.0,
            before=self.paper.gap * (2.0 if heading.level == 2 else 1.4),
            after=self.paper.gap * 0.5,
            bookmark=Bookmark(text, heading.level - 1),
        )

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Box]:
        yield from self.text(paragraph.words, self.paper.paragraph(paragraph.size))

    def _quote(self, quote: Quote) -> Iterator[Box]:
        said = "\n".join(line for line in printable_lines(quote.text) if line.strip())
        content = words(Run(f"“{said}”", slanted=True))
        spoken = (Run(quote.speaker, tone=Tone.QUIET),) if quote.speaker else ()
        boxes: list[Box] = list(self.text(content, self.paper.body))
        boxes += self.text(words(*spoken), self.paper.paragraph(Size.SMALL))
        cell = Stack(boxes, element=None)
        row = GridRow((cell,), None, Paint(edge=look.LINE))
        measures = Measures((1.0,), across=self.paper.padding, down=1.0)
        yield Grid([row], measures, element=Element("BlockQuote"), space=self.paper.gap)

    def _bullet_list(self, bullets: BulletList) -> Iterator[Box]:
        if not bullets.items:
            return
        size = self.paper.body
        style = self.paper.style(size, bullets.tone, strong=True)
        rows = [
            GridRow(
                (
                    Stack([TextBox((Fragment(_BULLET, style),), size * LEADING, Element("Lbl"))]),
                    self.stack(item, Element("LBody")),
                ),
                Element("LI"),
            )
            for item in bullets.items
        ]
        measures = Measures((1.0, 1.0), first=size * 1.05)
        space = self.paper.gap * 0.7
        yield Grid(rows, measures, element=bulleted_list(), gap=space * 0.6, space=space)

    def _figure(self, figure: Figure) -> Iterator[Box]:
        yield FigureBox(figure, self.paper)

    def _panel(self, panel: Panel) -> Iterator[Box]:
        yield self._cards((panel,), (1.0,))

    def _side_by_side(self, beside: SideBySide) -> Iterator[Box]:
        shares = beside.shares or (1.0,) * len(beside.parts)
        panels = [part[0] for part in beside.parts if len(part) == 1]
        cards = tuple(panel for panel in panels if isinstance(panel, Panel))
        if len(cards) == len(beside.parts):
            yield self._cards(cards, shares)
            return
        stacks = tuple(self.stack(part, Element("Sect")) for part in beside.parts)
        measures = Measures(shares, gutter=self.paper.body * 1.2)
        yield Grid([GridRow(stacks)], measures, space=self.paper.gap)

    def _cards(self, panels: tuple[Panel, ...], shares: tuple[float, ...]) -> Grid:
        """Panels beside each other, as high as the highest."""
        paint = Paint(cards=tuple(look.tint(panel.tone) for panel in panels))
        stacks = tuple(self.stack(panel.blocks, Element("Sect")) for panel in panels)
        padding = self.paper.padding
        measures = Measures(shares, across=padding * 1.4, down=padding, gutter=self.paper.gap * 1.2)
        return Grid([GridRow(stacks, None, paint)], measures, space=self.paper.gap * 1.2)

    def _keep_together(self, kept: KeepTogether) -> Iterator[Box]:
        yield Stack(self.stack(kept.blocks).boxes, together=True)

    def _page_break(self, _: PageBreak) -> Iterator[Box]:
        yield PageStart()


def _style(run: Run, size: float, paper: Look) -> TextStyle:
    return paper.style(size, run.tone, run.strong, run.slanted)


def _typed_lines(text: str) -> list[str]:
    """The printable lines of a run; blanks at its ends are kept, because runs stand in a row."""
    lines = printable_lines(text) or [""]
    if text[-1:] in "\r\n":
        lines.append("")
    return lines
