"""Putting words on the page: plain ones at once, all others run by run in their own direction.

Runs are drawn in the order in which they are read, each at the place where it is seen, and a run of
shapes is tagged with what it says, so that a voice meets the words as they were typed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from taf_desktop.documents.bidi import levels, visual_order
from taf_desktop.documents.pdf import faces, fonts
from taf_desktop.documents.pdf.canvas import TaggedCanvas
from taf_desktop.documents.pdf.faces import Glyph, shaped
from taf_desktop.documents.pdf.lines import Fragment, TextStyle
from taf_desktop.documents.pdf.structure import Element
from taf_desktop.documents.scripts import Chunk, chunks, reads_rtl

_OBJECT = "\ufffc"
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


@dataclass(frozen=True, slots=True)
class _Run:
    """Letters in one style, one face and one direction."""

    text: str
    style: TextStyle
    face: str
    level: int
    language: str

    @property
    def rtl(self) -> bool:
        return self.level % 2 == 1

    @property
    def is_plain(self) -> bool:
        return self.face == self.style.font

    @property
    def is_shaped(self) -> bool:
        """Whether the letters are not simply told by what is drawn from left to right."""
        return self.rtl or not self.is_plain

    @property
    def width(self) -> float:
        if self.is_plain:
            return fonts.width(self.text, self.face, self.style.size)
        return shaped(self.text, self.face, self.rtl).width * self.style.size / 1000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line begins, how much room it has, and the element it belongs to, if any."""

    left: float
    baseline: float
    room: float
    owner: Element | None = None


def is_plain(text: str, base: str, canvas: TaggedCanvas) -> bool:
    """Whether the text can be drawn as it stands, from left to right in the usual face."""
    if canvas.right_to_left or not canvas.own_script:
        return False
    return text.isascii() or all(name == base for name, _ in faces.stretches(text, base))


def draw_line(
    canvas: TaggedCanvas,
    fragments: Sequence[Fragment],
    place: Place,
    *,
    rtl: bool,
    goes_on: bool = False,
) -> None:
    """Draw one line in its room, on the side where reading the file begins.

    With `goes_on` a real space follows, for reading aloud.
    """
    runs = list(_runs(fragments, canvas.language, rtl))
    left = place.left
    if canvas.right_to_left:
        left += place.room - sum(run.width for run in runs)
    starts = _starts(runs, left)
    for number, run in enumerate(runs):
        draw = _draw_plain if run.is_plain else _draw_shapes
        with canvas.run(place.owner, run.text, run.language, shaped=run.is_shaped):
            draw(canvas, run, starts[number], place.baseline)
    if goes_on and runs:
        blank = _Run(" ", runs[-1].style, runs[-1].style.font, 0, "")
        with canvas.run(place.owner, " ", "", shaped=False):
            _draw_plain(canvas, blank, left, place.baseline)


def draw_words(
    canvas: TaggedCanvas,
    words: str,
    style: TextStyle,
    at: tuple[float, float],
    share: float = 0.0,
    *,
    blank: bool = False,
) -> None:
    """Draw words beside a point: `share` of their width stands before it.

    A `blank` after them keeps them apart from the next ones when they are read aloud.
    """
    fragment = Fragment(words, style)
    left = at[0] - share * fragment.width
    if is_plain(words, style.font, canvas):
        canvas.setFont(style.font, style.size)
        canvas.setFillColor(style.colour)
        canvas.drawString(left, at[1], f"{words} " if blank else words)
        return
    rtl = reads_rtl(words, canvas.right_to_left)
    draw_line(canvas, [fragment], Place(left, at[1], fragment.width), rtl=rtl, goes_on=blank)


def _runs(fragments: Sequence[Fragment], language: str, rtl: bool) -> Iterator[_Run]:
    """The line in the parts that can be drawn at once, in reading order."""
    text = "".join(fragment.text for fragment in fragments)
    parts = list(chunks(text, language))
    found = _with_apart(text, fragments) if rtl else _apart(text, parts)
    spoken = [part.language for part in parts for _ in part.text]
    styles = [fragment.style for fragment in fragments for _ in fragment.text]
    names = [
        name
        for fragment in fragments
        for name, part in faces.stretches(
            fragment.text, fragment.style.font, fragment.style.nastaliq
        )
        for _ in part
    ]
    marks = list(zip(styles, names, found, spoken, strict=True))
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or marks[end] != marks[start]:
            yield _Run(text[start:end], *marks[start])
            start = end


def _with_apart(text: str, fragments: Sequence[Fragment]) -> list[int]:
    """The levels of a line read from the right, in which some words keep their own order."""
    marks = [fragment.style.apart for fragment in fragments for _ in fragment.text]
    outer = "".join(_OBJECT if mark else one for mark, one in zip(marks, text, strict=True))
    found = levels(outer, True)
    for start, end in _stretches(text, marks):
        found[start:end] = [level + 2 for level in levels(text[start:end], False)]
    return found


def _stretches(text: str, marks: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where the words stand that keep their order, without a blank behind them."""
    start = 0
    for end in range(1, len(marks) + 1):
        if end == len(marks) or marks[end] != marks[start]:
            if marks[start]:
                yield start, start + len(text[start:end].rstrip())
            start = end


def _apart(text: str, parts: Sequence[Chunk]) -> list[int]:
    """The levels of a line read from the left, in which a name read from the right stands apart.

    What follows the name, such as an age, is not drawn into its direction.
    """
    names = list(_names_from_right(parts))
    outer = list(text)
    for start, end in names:
        outer[start:end] = _OBJECT * (end - start)
    found = levels("".join(outer), False)
    for start, end in names:
        found[start:end] = levels(text[start:end], True)
    return found


def _names_from_right(parts: Sequence[Chunk]) -> Iterator[tuple[int, int]]:
    """Where the letters that are read from the right stand, from the first to the last of each."""
    start = 0
    for part in parts:
        letters = [place for place, one in enumerate(part.text) if part.rtl and one.isalpha()]
        if letters and part.language:
            yield start + letters[0], start + len(part.text)
        elif letters:
            yield start + letters[0], start + letters[-1] + 1
        start += len(part.text)


def _starts(runs: Sequence[_Run], left: float) -> list[float]:
    """Where each run begins on the page."""
    starts = [0.0] * len(runs)
    for number in visual_order([run.level for run in runs]):
        starts[number] = left
        left += runs[number].width
    return starts


def _draw_plain(canvas: TaggedCanvas, run: _Run, left: float, baseline: float) -> None:
    seen = run.text[::-1].translate(_MIRRORED) if run.rtl else run.text
    canvas.setFont(run.face, run.style.size)
    canvas.setFillColor(run.style.colour)
    canvas.drawString(left, baseline, seen)


def _draw_shapes(canvas: TaggedCanvas, run: _Run, left: float, baseline: float) -> None:
    """Draw shapes one by one; those that follow each other as they are wide are shown at once."""
    font = canvas.glyph_font(run.face)
    size, ink = run.style.size, run.style.colour
    parts = [
        "BT",
        f"/{font.inner} {size:.2f} Tf",
        f"{ink.red:.4f} {ink.green:.4f} {ink.blue:.4f} rg",
    ]
    glyphs = shaped(run.text, run.face, run.rtl).glyphs
    # From left to right, as all readers of such files expect it.
    for group in _in_a_row(glyphs[::-1] if run.rtl else glyphs):
        x, y = left + group[0].at * size / 1000, baseline + group[0].above * size / 1000
        codes = "".join(map(font.code, group))
        parts.append(f"1 0 0 1 {x:.3f} {y:.3f} Tm <{codes}> Tj")
    canvas.addLiteral(" ".join([*parts, "ET"]))


def _in_a_row(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    group: list[Glyph] = []
    for glyph in glyphs:
        before = group[-1] if group else None
        joins = (
            before is not None
            and glyph.above == before.above
            and glyph.at == before.at + before.advance
            and before.advance == before.own_advance
        )
        if group and not joins:
            yield group
            group = []
        group.append(glyph)
    if group:
        yield group
