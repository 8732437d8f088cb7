"""How paper looks: sizes that follow from the body size, colours that follow from the tone."""

from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4

from taf_desktop.documents.content import Letters, Size, Tone
from taf_desktop.documents.pdf import fonts
from taf_desktop.documents.pdf.lines import TextStyle
from taf_desktop.documents.scripts import script_of

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 40.0
TOP = 30.0
BOTTOM = 45.0
FOOTER = 25.0
BANNER = 20.0
ROOM_ACROSS = PAGE_WIDTH - 2 * MARGIN

RUNNING_BOTTOM = 60.0
"""Where text that runs on ends, 8 mm over the footer; what has to fit on a page has more of it."""

INK = HexColor("#1D2733")
SOFT = HexColor("#4B5768")
LINE = HexColor("#DDD6CB")
WHITE = HexColor("#FFFFFF")
PRACTICE = HexColor("#5B3B8C")
ZEBRA = HexColor("#FAF8F4")

_BRAND = HexColor("#0B5566")
_INKS = {
    Tone.PLAIN: INK,
    Tone.BRAND: _BRAND,
    Tone.QUIET: SOFT,
    Tone.WORKING_WELL: HexColor("#1F6B3A"),
    Tone.WORRIED: HexColor("#8A3B12"),
    Tone.NEEDS_TO_HAPPEN: HexColor("#1B4F8F"),
    Tone.LATE: HexColor("#A32020"),
}
_TINTS = {
    Tone.PLAIN: ZEBRA,
    Tone.BRAND: HexColor("#E3EFF1"),
    Tone.QUIET: ZEBRA,
    Tone.WORKING_WELL: HexColor("#E8F3EB"),
    Tone.WORRIED: HexColor("#FBEFE6"),
    Tone.NEEDS_TO_HAPPEN: HexColor("#E7EFF9"),
    Tone.LATE: HexColor("#FBE9E7"),
}
_HEADINGS = {1: 1.78, 2: 1.18, 3: 1.06}
_HANGING = 1.45
_PARAGRAPHS = {Size.BODY: 1.0, Size.LARGE: 1.1, Size.SMALL: 0.86}


def ink(tone: Tone) -> Color:
    """The colour of words of this tone; each has at least 4.5:1 on white and on its tint."""
    return _INKS[tone]


def tint(tone: Tone) -> Color:
    """The colour behind a part of this tone."""
    return _TINTS[tone]


@dataclass(frozen=True, slots=True)
class Look:
    """All measures of one document, in points, from its body size."""

    body: float
    letters: Letters = Letters.USUAL
    nastaliq: bool = False

    def line(self, text: str) -> float:
        """How many times higher than usual the lines of a text are: hanging letters need room."""
        hangs = self.nastaliq and any(_is_arabic(one) for one in text)
        return _HANGING if hangs else 1.0

    def style(
        self, size: float, tone: Tone, strong: bool = False, slanted: bool = False
    ) -> TextStyle:
        """How words of this kind are drawn."""
        return TextStyle(self.face(strong, slanted), size, ink(tone), self.nastaliq)

    def face(self, strong: bool = False, slanted: bool = False) -> str:
        """The name of the face to draw with."""
        return fonts.face(strong, slanted, self.letters)

    @property
    def gap(self) -> float:
        """The white between two blocks."""
        return self.body * 0.45

    @property
    def padding(self) -> float:
        """The white inside a panel."""
        return self.body * 0.56

    @property
    def cell_padding(self) -> float:
        """The white above and below the words of a table's cell."""
        return self.body * 0.31

    def heading(self, level: int) -> float:
        """The size of a heading."""
        return self.body * _HEADINGS[level]

    def paragraph(self, size: Size) -> float:
        """The size of a paragraph's words."""
        return self.body * _PARAGRAPHS[size]


def _is_arabic(character: str) -> bool:
    script = script_of(character)
    return script is not None and script.name == "Arabic" and character.isalpha()
