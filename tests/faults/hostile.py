"""Texts that nobody meant for paper, and papers with them in every place that takes words."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from taf_desktop.documents.content import (
    Blocks,
    BulletList,
    Column,
    Document,
    Drawing,
    Drawn,
    Fact,
    Heading,
    KeepTogether,
    KeyFacts,
    Panel,
    Quote,
    Row,
    Run,
    SideBySide,
    SignatureLines,
    Size,
    Table,
    TickBoxes,
    Tone,
    cells,
    paragraph,
)
from taf_desktop.documents.languages import languages
from taf_desktop.documents.registry import DOCUMENTS
from taf_desktop.documents.strokes_picture import strokes_figure
from tests.documents.test_hostile_text import HOSTILE, hostile_plan

AT_ONCE = 10
"""How many texts stand in one paper."""

MOST = 1_000_000
"""How many letters the longest text has."""

_PIECES = (
    *(text[:200] for text in HOSTILE),
    *(
        "<para>",
        "</para>",
        "<para leftIndent=9999>",
        "<b><i><u>",
        "</font></b>",
        "<br/>",
        "<b",
        ">",
    ),
    *('<img src="file:///etc/passwd"/>', '<img src="http://127.0.0.1/x.png" width="9e9"/>'),
    *('<a href="javascript:alert(1)">', '<onDraw name="x" label="y"/>', "<seq id='a'/>"),
    *("<super>", "<greek>a</greek>", '<font name="/etc/hostname">', "<unichar code='0'/>"),
    *("&#x0;", "&#0;", "&#xD800;", "&amp;lt;", "&nbsp;", "&unknown;", "&", "&#x10FFFF;", "&#"),
    *("<![CDATA[", "]]>", "<!--", "-->", "<?xml version='1.0'?>", "<!DOCTYPE a SYSTEM 'file:/x'>"),
    *(
        "<script>alert(1)</script>",
        "</style>",
        "<svg onload=x>",
        "<w:t>",
        "</w:p>",
        "{{x}}",
        "${x}",
    ),
    *(
        "=1+1",
        "=HYPERLINK(1)",
        "@SUM(A1)",
        "+44",
        "-2",
        "%d%n%s",
        "\\x00",
        "\\u202e",
        "%00",
        "../..",
    ),
    *(
        "\x00",
        "\x01\x02",
        "\x08",
        "\x0b\x0c",
        "\x1b]0;x\x07",
        "\x1c\x1d\x1e\x1f",
        "\x7f",
        "\x85\x9b",
    ),
    *("\ud800", "\udfff", "\udbff\ud800", "\ufffe", "\uffff", "\U0001ffff", "\U0010ffff", "\ufeff"),
    *("\u202e", "\u202d", "\u202a\u202b", "\u202c", "\u2066\u2067\u2068", "\u2069", "\u200e\u200f"),
    *("\u200b", "\u200c", "\u200d", "\u2060", "\u00ad", "\u180e", "\u034f", "\u115f", "\u3164"),
    *("e" + "\u0301" * 40, "\u0336" * 30, "Z\u0351\u036b\u0343", "\u0e49" * 20, "\u20dd\u20e3"),
    *("👩‍👧‍👦", "🙂🏽", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🇬🇧", "❤️", "1️⃣", "☺︎", "\U0001f9ff", "\ue000\uf8ff", "\U000f0000"),
    *("𝓗𝓮𝓵𝓵𝓸", "𝟘𝟙𝟚", "ﬁ", "①", "㎏", "Ⅷ", "∫₀^∞ e^(−x²) dx = √π⁄2", "∀ε>0 ∃δ", "H₂O", "x² ≠ ½"),
    *(
        "שלום",
        "مرحبا بك",
        "امینہ (9)",
        "(كن) [x]",
        "আমাদের",
        "ਸਾਡੀ",
        "हिन्दी",
        "தமிழ்",
        "ሰላም",
        "你好",
        "ไทย",
    ),
    *(
        "Zoë",
        "Łódź",
        "Ńgũgĩ",
        "Nguyễn",
        "Ελένη",
        "Олена",
        "İstanbul",
        "ẞ",
        "Dana",
        "says it’s “fine”",
    ),
    *(
        "\r\n",
        "\n\n\n",
        "\r",
        "\t",
        "\u2028",
        "\u2029",
        "\u00a0" * 20,
        "\u3000",
        " " * 50,
        "W" * 150,
    ),
)
_JOINTS = ("", "", " ", " ", "\n", "<", "\u202e", "\u200d")
_LETTERS = (
    "W",
    "i",
    "ß",
    "م",
    "שׁ",
    "কি",
    "ਸ਼",
    "e\u0301",
    "你",
    "🙂",
    "<",
    "(",
    "\u00a0",
    "x\u00ad",
    "Ж",
    "ש(",
)


def hostile_text(chance: random.Random) -> str:
    """A few pieces, now and then cut in the middle or with letters from anywhere between them."""
    text = ""
    for _ in range(chance.randint(1, 6)):
        piece = chance.choice(_PIECES)
        if chance.random() < 0.2:
            piece = piece[chance.randrange(len(piece) + 1) :]
        if chance.random() < 0.15:
            piece += "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randint(1, 5)))
        text += piece + chance.choice(_JOINTS)
    return text


def long_text(chance: random.Random) -> str:
    """One endless word, many lines, many words, or one piece again and again."""
    length = int(10 ** chance.uniform(3, 4.2))
    kind = chance.randrange(4)
    if kind == 0:
        return (chance.choice(_LETTERS) * length)[:length]
    if kind == 1:
        return "\n".join(f"line {number}" for number in range(length // 10))
    if kind == 2:
        words = ("kind", "hard", "مرحبا", "שלום", "Zoë", "(9)", "কি", "<b>", "school-run", "8.50")
        return " ".join(chance.choice(words) for _ in range(length // 6))
    return (chance.choice(_PIECES) * length)[:length]


def longest_texts() -> list[str]:
    """A word of a million letters, one of joined ones, ten thousand lines, and from the right."""
    lines = "\n".join(f"line {number}" for number in range(10_000))
    return ["W" * MOST, "م" * (MOST // 10), lines, "مرحبا\n" * 10_000, "کی (9) " * 10_000]


def _table(text: str, **more: object) -> Blocks:
    row = Row(cells(text if more else "a", "b" if more else text))
    return (Table((Column("One", 1), Column("Two", 3)), (row,), **more),)


def _headed(text: str, level: int) -> Blocks:
    columns = (Column(text, 1), Column("Two", 2))
    return (Table(columns, (Row(cells("a", "b")),), heading_level=level),)


_TOLD: tuple[Callable[[str], Blocks], ...] = (
    lambda text: (Heading(2, text),),
    lambda text: (Heading(3, text, Tone.LATE),),
    lambda text: (paragraph(text),),
    lambda text: (paragraph(Run(text, strong=True), Run(text, slanted=True), size=Size.SMALL),),
    lambda text: (Quote(text, "El"),),
    lambda text: (Quote("I said", text),),
    lambda text: (BulletList(((paragraph(text),), (BulletList(((paragraph(text),),)),))),),
    lambda text: _headed(text, 0),
    lambda text: _headed(text, 2),
    _table,
    lambda text: _table(text, first_column_names_row=True),
    lambda text: (KeyFacts((Fact(text, (paragraph("said"),)),)),),
    lambda text: (KeyFacts((Fact("Said", (paragraph(text),)),)),),
    lambda text: (Panel(Tone.WORRIED, (paragraph(text),)),),
    lambda text: (SideBySide(((paragraph(text),), (Heading(3, text),))),),
    lambda text: (SignatureLines((text,)),),
    lambda text: (SignatureLines(("El",), (text, "Signature", "Date")),),
    lambda text: (TickBoxes((text, "no")),),
    lambda text: (Drawn(Drawing.SUN, (paragraph(text),)),),
    lambda text: (KeepTogether((Heading(2, "Kept"), paragraph(text))),),
)
TWICE = frozenset((3, 6, 14))
"""The places, by number, that hold a text twice."""


@dataclass(frozen=True)
class Told:
    """A paper, and how often each text must be read in it at least."""

    paper: Document
    texts: tuple[tuple[str, int], ...] = ()


def told(texts: Sequence[str], places: Sequence[int]) -> Told:
    """Each text in each of these places, and the first one around the pages as well."""
    blocks = [block for text in texts for place in places for block in _TOLD[place](text)]
    outer = texts[0][:300]
    dot = strokes_figure([{"points": [[500, 375]]}], outer, outer)
    paper = Document(outer, outer, outer, (*blocks, dot), banner=outer, page_words=outer)
    often = sum(2 if place in TWICE else 1 for place in places)
    return Told(paper, tuple((text, often) for text in texts))


def registered(text: str, number: int) -> Document:
    """One of the papers in turn, in one of the languages, with the text as every name and word."""
    kind = list(DOCUMENTS.values())[number % len(DOCUMENTS)]
    codes = list(languages())
    code = codes[number // len(DOCUMENTS) % len(codes)] if kind.translated else codes[0]
    return kind.build(replace(hostile_plan(text[:3000]), language=code))


def papers(kind: str, number: int) -> Iterator[Told]:
    """The papers of a number, always the same: with its texts in all places and as names,
    each in one place in turn, or one of the longest.
    """
    chance = random.Random(f"{kind} {number}")
    if kind == "hostile":
        texts = [hostile_text(chance) for _ in range(AT_ONCE)]
        yield told(texts, range(len(_TOLD)))
        yield Told(registered(chance.choice(texts), number))
    elif kind == "long":
        for place in range(number, number + AT_ONCE):
            yield told([long_text(chance)], [place % len(_TOLD)])
    else:
        yield told([longest_texts()[number]], [2])
