"""Which script a text is written in, in which direction it is read, and in which language.

The language of a name cannot be known from its letters. What is said here is the best guess for
the families of this country, for a voice that has to choose how to read a word.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

OWN = "own"
"""The script of everything that the usual face draws: Latin, Greek, Cyrillic."""


@dataclass(frozen=True, slots=True)
class Script:
    """A script with the usual language of a text in it; `rtl` where it is read from the right."""

    name: str
    language: str
    rtl: bool = False


SHARED = frozenset("।॥")
"""The full stops of several scripts of India and Bangladesh, which stand in one block."""

_ARABIC, _HEBREW = Script("Arabic", "ar", rtl=True), Script("Hebrew", "he", rtl=True)
_BLOCKS = (
    (0x0590, 0x05FF, _HEBREW),
    (0x0600, 0x06FF, _ARABIC),
    (0x0750, 0x077F, _ARABIC),
    (0x08A0, 0x08FF, _ARABIC),
    (0x0900, 0x097F, Script("Devanagari", "hi")),
    (0x0980, 0x09FF, Script("Bengali", "bn")),
    (0x0A00, 0x0A7F, Script("Gurmukhi", "pa")),
    (0x0A80, 0x0AFF, Script("Gujarati", "gu")),
    (0x0B80, 0x0BFF, Script("Tamil", "ta")),
    (0x0D00, 0x0D7F, Script("Malayalam", "ml")),
    (0x1200, 0x139F, Script("Ethiopic", "ti")),
    (0x2D80, 0x2DDF, Script("Ethiopic", "ti")),
    (0xA8E0, 0xA8FF, Script("Devanagari", "hi")),
    (0xAB01, 0xAB2F, Script("Ethiopic", "ti")),
    (0xFB1D, 0xFB4F, _HEBREW),
    (0xFB50, 0xFDFF, _ARABIC),
    (0xFE70, 0xFEFC, _ARABIC),
)
_STARTS = [block[0] for block in _BLOCKS]
_SCRIPT_OF_LANGUAGE = {
    **{script.language: script.name for _, _, script in _BLOCKS},
    **dict.fromkeys(("ur", "fa", "ps", "ckb"), "Arabic"),
}
_TELLING_LETTERS = (("ur", "ٹڈڑےںہۂۓ"), ("ps", "ښځڅډړږګېۍ"), ("fa", "پچژگکی"))
_RIGHT = {"R", "AL"}
_OPENING, _CLOSING = "([{", ")]}"


@lru_cache(maxsize=4096)
def script_of(character: str) -> Script | None:
    """The script that a character belongs to alone, or None for all that is common or Latin."""
    point = ord(character)
    if character in SHARED:
        return None
    place = bisect_right(_STARTS, point) - 1
    if place < 0 or point > _BLOCKS[place][1]:
        return None
    return _BLOCKS[place][2]


def is_rtl_language(language: str) -> bool:
    """Whether a whole document in this language is read from the right."""
    return _SCRIPT_OF_LANGUAGE.get(_bare(language)) in (_ARABIC.name, _HEBREW.name)


def is_own_script(language: str) -> bool:
    """Whether this language is written in the letters of the usual face."""
    return _bare(language) not in _SCRIPT_OF_LANGUAGE


def reads_rtl(text: str, in_rtl: bool) -> bool:
    """Whether a paragraph is read from the right, within a document that is or is not.

    Most letters decide. In a document read from the right one such letter is enough, because a
    label in its language stands before a name or a place in English.
    """
    if text.isascii():
        return in_rtl and not any(map(str.isalpha, text))
    ways = [unicodedata.bidirectional(one) for one in text]
    right, left = sum(way in _RIGHT for way in ways), ways.count("L")
    if in_rtl:
        return right > 0 or not left
    return right > left


@dataclass(frozen=True, slots=True)
class Chunk:
    """A part of a text in one script; no `language` where it is the document's own."""

    text: str
    language: str = ""
    rtl: bool = False


def chunks(text: str, language: str) -> Iterator[Chunk]:
    """A text in parts of one script each, within a document of this language."""
    own = _SCRIPT_OF_LANGUAGE.get(_bare(language), OWN)
    if text.isascii() and own == OWN:
        yield Chunk(text)
        return
    for name, part in _parts(text, own):
        script = _named(part) if name not in (OWN, own) else None
        if name == own:
            yield Chunk(part, "", is_rtl_language(language))
        elif script is None:
            yield Chunk(part, "en-GB")
        else:
            yield Chunk(part, _guess(part, script), script.rtl)


def _parts(text: str, own: str) -> Iterator[tuple[str, str]]:
    """The text by script, parts of one script made one."""
    name, part = own, ""
    for found, piece in _pieces(text, own):
        if found != name and part:
            yield name, part
            part = ""
        name, part = found, part + piece
    if part:
        yield name, part


def _pieces(text: str, own: str) -> Iterator[tuple[str, str]]:
    """Letters with their script; blanks and signs go with what stands on both sides of them."""
    waiting, name, opened = "", own, 0
    for character in text:
        found = _letters(character)
        if found is None:
            waiting += character
            closes = opened > 0 and character in _CLOSING
            if closes:
                yield name, waiting
                waiting = ""
            opened -= closes
            continue
        if waiting:
            yield name if found == name else own, waiting
        opened = sum(map(waiting.count, _OPENING)) + opened if found == name else 0
        yield found, character
        waiting, name = "", found
    if waiting:
        yield own, waiting


@lru_cache(maxsize=4096)
def _letters(character: str) -> str | None:
    """The name of the script, or None for what belongs to no script alone."""
    script = script_of(character)
    if script is not None:
        return script.name
    return OWN if character.isalpha() else None


def _named(part: str) -> Script | None:
    return next(filter(None, map(script_of, part)), None)


def _guess(text: str, script: Script) -> str:
    if script is not _ARABIC:
        return script.language
    return next((code for code, few in _TELLING_LETTERS if set(text) & set(few)), script.language)


def _bare(language: str) -> str:
    return language.partition("-")[0]
