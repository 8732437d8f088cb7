"""The faces of the scripts that Noto Sans does not hold, and letters shaped as they are written.

A face is read when the first text needs it. Lengths are thousandths of the font size.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import uharfbuzz as hb

from taf_desktop import paths
from taf_desktop.documents.pdf import fonts
from taf_desktop.documents.scripts import SHARED, script_of

_WITH_BOLD = {"Arabic", "Bengali", "Gurmukhi"}
JOINERS = frozenset("\u200c\u200d")
_BOLD, _REGULAR = "-Bold", "-Regular"
_USUAL = "NotoSans"
_NASTALIQ = "NotoNastaliqUrdu"
_WITH_STOPS = "NotoSansDevanagari-Regular"


@dataclass(frozen=True, slots=True)
class Glyph:
    """One shape: its number in its face, what it says, and where it stands in its run."""

    number: int
    text: str
    at: float
    above: float
    advance: float
    own_advance: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """A run of shapes in the order in which it is read, and how wide it is."""

    glyphs: tuple[Glyph, ...]
    width: float


@cache
def face(name: str) -> Any:  # noqa: ANN401  # the library has no types
    """The font to shape with, or None where its file is not there."""
    path = paths.resource("third_party", "noto", f"{name}.ttf")
    if not path.is_file():
        return None
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))
    font.scale = (1000, 1000)
    return font


def can_draw(character: str) -> bool:
    """Whether any face can draw the character."""
    if character in SHARED:
        return face(_WITH_STOPS) is not None
    return ord(character) in fonts.characters() or _other(character, False) is not None


@lru_cache(maxsize=4096)
def _other(character: str, strong: bool, nastaliq: bool = False) -> str | None:
    """The face of a character that belongs to a script of its own: the first that can draw it."""
    script = script_of(character)
    if script is None:
        return None
    usual = f"NotoSans{script.name}"
    families = (_NASTALIQ, usual) if nastaliq and script.name == "Arabic" else (usual,)
    weights = (_BOLD, _REGULAR) if strong and script.name in _WITH_BOLD else (_REGULAR,)
    names = (f"{family}{weight}" for family in families for weight in weights)
    return next((name for name in names if _has(name, character)), None)


def _has(name: str, character: str) -> bool:
    font = face(name)
    return font is not None and bool(font.get_nominal_glyph(ord(character)))


def stretches(text: str, base: str, nastaliq: bool = False) -> Iterator[tuple[str, str]]:
    """The text in parts with the face of each: `base`, or one of another script.

    A blank goes with its neighbours where these have one face, a joiner with what it follows.
    """
    if text.isascii():
        yield base, text
        return
    part, waiting, name = "", "", base
    for character in text:
        if character == " ":
            waiting += character
            continue
        found = _face_after(name, character, base, nastaliq)
        if found != name and part:
            yield name, part
            part = ""
        if found != name and waiting:
            yield base, waiting
            waiting = ""
        name, part, waiting = found, part + waiting + character, ""
    yield from ((kind, rest) for kind, rest in ((name, part), (base, waiting)) if rest)


def _face_after(before: str, character: str, base: str, nastaliq: bool) -> str:
    """The face of a character after others: a joiner, or a stop that scripts share, goes along."""
    if character in JOINERS:
        return before
    if character in SHARED:
        return before if before != base and _has(before, character) else _WITH_STOPS
    return _face_of(character, base, nastaliq)


def _face_of(character: str, base: str, nastaliq: bool) -> str:
    """The face of a character: its script's, the usual one, or one that has what that lacks."""
    strong = _BOLD in base
    other = _other(character, strong, nastaliq)
    if other is not None:
        return other
    lacks = not base.startswith(_USUAL) and not fonts.has(base, character)
    return fonts.face(strong) if lacks and ord(character) in fonts.characters() else base


@lru_cache(maxsize=8192)
def shaped(text: str, name: str, rtl: bool) -> Shaped:
    """The shapes of a text in one face, in reading order."""
    font = face(name)
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    hb.shape(font, buffer)
    pen, drawn = 0.0, []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        at = pen + place.x_offset
        drawn.append((info.cluster, info.codepoint, at, place.y_offset, place.x_advance))
        pen += place.x_advance
    if rtl:
        drawn.reverse()
    clusters = [cluster for cluster, *_ in drawn]
    said = _shared(text, clusters)
    glyphs = (
        Glyph(number, words, at, above, advance, font.get_glyph_h_advance(number))
        for (_, number, at, above, advance), words in zip(drawn, said, strict=True)
    )
    return Shaped(tuple(glyphs), pen)


def _shared(text: str, clusters: list[int]) -> Iterator[str]:
    """What each shape says: the letters of a cluster are shared out among its shapes."""
    shapes = Counter(clusters)
    starts = sorted(shapes)
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    numbers: Counter[int] = Counter()
    for cluster in clusters:
        number = numbers[cluster]
        numbers[cluster] += 1
        letters = text[cluster : ends[cluster]]
        if len(letters) < shapes[cluster]:
            letters = unicodedata.normalize("NFD", letters)
        is_last = number == shapes[cluster] - 1
        yield letters[number:] if is_last else letters[number : number + 1]


def width(text: str, base: str, size: float, nastaliq: bool = False) -> float:
    """How wide a text is, in points, whatever it is written in."""
    if text.isascii():
        return fonts.width(text, base, size)
    return sum(_width(part, name, size, base) for name, part in stretches(text, base, nastaliq))


def _width(text: str, name: str, size: float, base: str) -> float:
    if name == base:
        return fonts.width(text, name, size)
    script = next(filter(None, map(script_of, text)), None)
    rtl = script is not None and script.rtl
    return shaped(text, name, rtl).width * size / 1000
