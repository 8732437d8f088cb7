"""The one place where a text that somebody typed is made fit for paper."""

import re
import unicodedata
from functools import lru_cache

from taf_desktop.documents.pdf import faces, fonts
from taf_desktop.documents.scripts import script_of

NO_BREAK = "\N{NO-BREAK SPACE}"
UNPRINTABLE = "\N{REPLACEMENT CHARACTER}"
_BLANKS = re.compile(f"[ {NO_BREAK}]{{2,}}")
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_INVISIBLE = {"Cf", "Mn", "Me"}
_SPACES = {"Cc", "Zs"}
_NO_TEXT = {"Cs", "Co", "Cn"}
_LOOSE_JOINERS = re.compile("[\u200c\u200d]+")


def lines(text: str) -> list[str]:
    """The text's lines, each fit to be drawn: nothing is read as mark-up and nothing is lost.

    Line breaks of every kind divide it; other control characters and runs of blanks become one
    space; what no face can draw is written as its plain form, its name, or a replacement sign.
    """
    return [_line(line) for line in text.splitlines()]


def line(text: str) -> str:
    """The text as one line."""
    return " ".join(part for part in lines(text) if part)


def _line(text: str) -> str:
    if not (text.isascii() and text.isprintable()):
        text = _joined("".join(map(_drawn, unicodedata.normalize("NFC", text))))
    return _BLANKS.sub(_one_blank, text)


def _one_blank(found: re.Match[str]) -> str:
    """One blank for many, which keeps what is around it together only when all of them did."""
    return " " if " " in found[0] else NO_BREAK


def _joined(text: str) -> str:
    """The text without joiners that follow no letter which they could join."""
    return _LOOSE_JOINERS.sub(
        lambda found: found[0][:1] if found.start() and script_of(text[found.start() - 1]) else "",
        text,
    )


def is_lost(text: str) -> bool:
    """Whether some of the text cannot be drawn, and is marked instead."""
    return not text.isascii() and any(UNPRINTABLE in drawn for drawn in lines(text))


@lru_cache(maxsize=4096)
def _drawn(character: str) -> str:
    """What is drawn for one character."""
    category = unicodedata.category(character)
    if character == NO_BREAK or character in faces.JOINERS:
        return character
    if category in _SPACES:
        return " "
    if category == "Cf" or ord(character) in _SKIN_TONES:
        return ""
    if category in _NO_TEXT:
        return UNPRINTABLE
    if faces.can_draw(character):
        return character
    return _stand_in(character, category)


def _stand_in(character: str, category: str) -> str:
    """A plainer form, a sign's name in brackets, or the replacement sign."""
    plain = unicodedata.normalize("NFKC", character)
    if plain != character and all(ord(part) in fonts.characters() for part in plain):
        return plain
    if category in _INVISIBLE:
        return ""
    name = unicodedata.name(character, "")
    return f"[{name.lower()}]" if category.startswith("S") and name else UNPRINTABLE
