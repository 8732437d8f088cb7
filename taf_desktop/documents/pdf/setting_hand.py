"""Setting what is filled in by hand, and what stands beside a drawing."""

from collections.abc import Iterator

from taf_desktop.documents.content import Blocks, Drawn, TickBoxes, Tone, WritingRoom, words
from taf_desktop.documents.pdf import look
from taf_desktop.documents.pdf.boxes import Box, Stack
from taf_desktop.documents.pdf.grid import Grid, GridRow, Measures, Paint
from taf_desktop.documents.pdf.hand import LEAST_LINE, DrawingBox, TickSquare, WritingBox
from taf_desktop.documents.pdf.setting import LEADING
from taf_desktop.documents.pdf.setting_tables import TableSetting
from taf_desktop.documents.pdf.structure import Element

_MOST_BESIDE, _LONGEST_BESIDE = 4, 8


class HandSetting(TableSetting):
    """Sets every kind of block."""

    def __init__(self, paper: look.Look) -> None:
        super().__init__(paper)
        self.setters[WritingRoom] = self._writing_room
        self.setters[TickBoxes] = self._tick_boxes
        self.setters[Drawn] = self._drawn

    def _writing_room(self, room: WritingRoom) -> Iterator[Box]:
        height = max(LEAST_LINE, self.paper.body * 1.9)
        yield WritingBox(room.lines, height, ruled=room.ruled, space=self.paper.gap * 0.6)

    def _tick_boxes(self, ticks: TickBoxes) -> Iterator[Box]:
        """Short answers stand beside each other, longer ones below."""
        options = [one for one in ticks.options if one.strip()]
        if not options:
            return
        short = len(options) <= _MOST_BESIDE and max(map(len, options)) <= _LONGEST_BESIDE
        groups = [options] if ticks.beside or short else [[one] for one in options]
        size = self.paper.body
        style = self.paper.style(size, Tone.PLAIN)
        for group in groups:
            cells = tuple(cell for option in group for cell in self._tick(option))
            widths = [style.width(option) + size for option in group]
            if not ticks.beside:
                widths = [max(*widths, size * 4.4)] * len(group)
            shares = tuple(share for width in widths for share in (size * 1.6, width))
            measures = Measures(shares, first=None if len(group) > 1 else size * 1.6)
            yield Grid([GridRow(cells)], measures, element=Element("L"), space=self.paper.gap * 0.5)

    def _tick(self, option: str) -> tuple[Stack, Stack]:
        size = self.paper.body
        square = Stack([TickSquare(size * 0.85, size * LEADING * self.paper.line(option))])
        body = Stack(list(self.text(words(option), size)), element=Element("LBody"))
        return square, Stack([body], element=Element("LI"))

    def _drawn(self, drawn: Drawn) -> Iterator[Box]:
        side = self.paper.body * 2.6
        picture = Stack([DrawingBox(drawn.drawing, side, look.ink(drawn.tone))])
        row = GridRow(
            (picture, self.stack(drawn.blocks, Element("Sect"))),
            None,
            Paint(fill=look.tint(drawn.tone)),
        )
        padding = self.paper.padding
        measures = Measures((1.0, 1.0), first=side + 2 * padding, across=padding, down=padding)
        yield Grid([row], measures, space=self.paper.gap * 1.2)


def set_document(blocks: Blocks, paper: look.Look) -> Stack:
    """The whole document as one stack."""
    return HandSetting(paper).stack(blocks)
