"""What a document is made of, whatever writes it: headings, paragraphs, lists, tables, figures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from taf_desktop.documents.shapes import Subject
from taf_desktop.packs.logo import Logo


class Tone(StrEnum):
    """What a part is about; a writer turns it into a colour, and never into colour alone."""

    PLAIN = "plain"
    BRAND = "brand"
    QUIET = "quiet"
    WORKING_WELL = "working well"
    WORRIED = "worried"
    NEEDS_TO_HAPPEN = "needs to happen"
    LATE = "late"


class Letters(StrEnum):
    """Which letters a document is printed in, by the name of their face."""

    USUAL = "Noto Sans"
    FOR_LEARNERS = "Andika"


class Size(StrEnum):
    """How large the text of a paragraph is beside the body text."""

    BODY = "body"
    LARGE = "large"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind within a paragraph."""

    text: str
    strong: bool = False
    slanted: bool = False
    tone: Tone = Tone.PLAIN


Words = tuple[Run, ...]


def words(*parts: str | Run) -> Words:
    """The parts as runs, leaving out the empty ones."""
    runs = (part if isinstance(part, Run) else Run(part) for part in parts)
    return tuple(run for run in runs if run.text)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; it also becomes a bookmark."""

    level: int
    text: str
    tone: Tone = Tone.BRAND


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; each line break in its text starts a new line."""

    words: Words
    size: Size = Size.BODY


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's exact words, with who said them."""

    text: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list; each item holds blocks."""

    items: "tuple[Blocks, ...]"
    tone: Tone = Tone.BRAND


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading and its share of the width."""

    heading: str
    share: float


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: one cell of blocks for each column."""

    cells: "tuple[Blocks, ...]"
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a heading for each column; the head is repeated on each page it runs over.

    With a `heading_level`, the first column's heading is also the heading of this part.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    tone: Tone = Tone.BRAND
    first_column_names_row: bool = False
    heading_level: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it."""

    label: str
    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """Labels at the left, what they say at the right."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: what it shows, what it is called, and the words that say all that it shows."""

    subject: Subject
    title: str
    alt: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A tinted part of the page that says one thing, such as what is working well."""

    tone: Tone
    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Parts that stand beside each other and are read from left to right."""

    parts: "tuple[Blocks, ...]"
    shares: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class SignatureLines:
    """A line to sign on and a line for the date, for each name."""

    names: tuple[str, ...]
    headings: tuple[str, str, str] = ("Name", "Signature", "Date")


@dataclass(frozen=True, slots=True)
class WritingRoom:
    """Room to write by hand, as high as this many written lines, ruled or empty."""

    lines: int
    ruled: bool = True


@dataclass(frozen=True, slots=True)
class TickBoxes:
    """Words to choose from by hand, each with an empty box before it; `beside` in one row."""

    options: tuple[str, ...]
    beside: bool = False


class Drawing(StrEnum):
    """A small drawing that only decorates the words beside it."""

    SUN = "sun"
    CLOUD = "cloud"
    STAR = "star"
    SPEECH = "speech"
    HAND = "hand"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing at the left and the words it belongs to at the right."""

    drawing: Drawing
    blocks: "Blocks"
    tone: Tone = Tone.BRAND


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stay on one page where they can."""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block = (
    Heading
    | Paragraph
    | Quote
    | BulletList
    | Table
    | KeyFacts
    | Figure
    | Panel
    | SideBySide
    | SignatureLines
    | WritingRoom
    | TickBoxes
    | Drawn
    | KeepTogether
    | PageBreak
)
Blocks = tuple[Block, ...]


def paragraph(*parts: str | Run, size: Size = Size.BODY) -> Paragraph:
    """A paragraph of these parts."""
    return Paragraph(words(*parts), size)


def strong(text: str, tone: Tone = Tone.PLAIN) -> Run:
    """Words that stand out."""
    return Run(text, strong=True, tone=tone)


def quiet(text: str) -> Run:
    """Words that stand back."""
    return Run(text, tone=Tone.QUIET)


def cells(*texts: str | Run) -> tuple[Blocks, ...]:
    """One cell of one paragraph for each text, in order; an empty text is an empty cell."""
    return tuple((paragraph(text),) if words(text) else () for text in texts)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    `title` goes to window titles, print queues and the file's own description, so it holds no
    personal text. `body_sizes` are points, tried in order until the document fits on
    `wanted_pages`; where none fits, it runs on at `flowing_size`.
    `shorter` says the same in less room, for a document that would not fit; the `least_sizes` are
    tried where neither fits. One that runs on may end with more room to write by hand: the first
    of the `roomier` forms that needs no further page. The `logo` stands on the head of the first.
    """

    title: str
    reference: str
    footer: str
    blocks: Blocks
    language: str = "en-GB"
    logo: Logo | None = None
    banner: str = ""
    letters: Letters = Letters.USUAL
    page_words: str = "Page {page} of {pages}"
    body_sizes: tuple[float, ...] = ()
    wanted_pages: int = 1
    shorter: Blocks = ()
    least_sizes: tuple[float, ...] = ()
    roomier: tuple[Blocks, ...] = ()
    flowing_size: float = 11.0


def joined_blocks(parts: Iterable[Blocks]) -> Blocks:
    """All the parts' blocks, one after the other."""
    return tuple(block for part in parts for block in part)


def inside(part: object) -> Iterator[object]:
    """What stands directly in a part of a document; nothing in a word or a number."""
    if isinstance(part, tuple):
        yield from part
    elif is_dataclass(part):
        yield from (getattr(part, field.name) for field in fields(part))
