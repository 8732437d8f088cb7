"""Breaking words into lines: at spaces, and within a word only where it is wider than the line.

Words that belong together, such as the groups of a telephone number, stay on one line.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reportlab.lib.colors import Color

from taf_desktop.documents.apart import apart, has_right
from taf_desktop.documents.held import holds
from taf_desktop.documents.pdf import faces


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A face, its size in points, and its colour; Urdu can be in hanging letters (Nastaliq).

    What stands `apart` is read from the left within a line that is read from the right.
    """

    font: str
    size: float
    colour: Color
    nastaliq: bool = False
    apart: bool = False

    def width(self, text: str) -> float:
        """How wide the text is, in points."""
        return faces.width(text, self.font, self.size, self.nastaliq)


@dataclass(frozen=True, slots=True)
class Fragment:
    """Text in one style."""

    text: str
    style: TextStyle

    @property
    def width(self) -> float:
        """How wide the fragment is, in points."""
        return self.style.width(self.text)


Word = tuple[Fragment, ...]
_MARK = "[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d]"
_INDIC = "[\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d]"
_LETTER = re.compile(f".(?:{_MARK}|{_INDIC})*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """The fragments of one line; `ends_inside_word` where a word goes on in the next."""

    fragments: tuple[Fragment, ...]
    ends_inside_word: bool = False


def with_apart(fragments: list[Fragment]) -> list[Fragment]:
    """The fragments, with those on their own that keep their order in a line from the right.

    A line without any letter, such as a telephone number, is read as the paper is.
    """
    texts = [fragment.text for fragment in fragments]
    whole = "".join(texts)
    if any(map(str.isalpha, whole)) and not has_right(whole):
        return fragments
    return [
        Fragment(text, replace(fragment.style, apart=stands))
        for fragment, parts in zip(fragments, apart(texts), strict=True)
        for text, stands in parts
    ]


def broken(fragments: Iterable[Fragment], room: float) -> list[Line]:
    """The fragments in lines no wider than the room (one character at least stands on each)."""
    lines: list[Line] = []
    waiting: list[Word] = []
    used = 0.0
    for unit in _units(list(_words(fragments)), room):
        needed = _unit_width(unit)
        blank = waiting[-1][-1].style.width(" ") if waiting else 0.0
        if waiting and used + blank + needed > room:
            lines.append(_line(waiting))
            waiting, used, blank = [], 0.0, 0.0
        if needed > room:
            *full, word = _chopped(unit[0], room)
            lines += [Line(part, ends_inside_word=True) for part in full]
            unit, needed = [word], _width(word)
        waiting += unit
        used += blank + needed
    return [*lines, _line(waiting)] if waiting else lines


def _units(words: list[Word], room: float) -> Iterator[list[Word]]:
    """Words that stay together, or each by itself where the line is too narrow for them."""
    unit: list[Word] = []
    told = ["".join(fragment.text for fragment in word) for word in words]
    for word, goes_on in zip(words, holds(told), strict=True):
        unit.append(word)
        if goes_on:
            continue
        if len(unit) == 1 or _unit_width(unit) <= room:
            yield unit
        else:
            yield from ([one] for one in unit)
        unit = []


def _unit_width(unit: list[Word]) -> float:
    blanks = sum(word[-1].style.width(" ") for word in unit[:-1])
    return sum(map(_width, unit)) + blanks


def _width(word: Word) -> float:
    return sum(fragment.width for fragment in word)


def _words(fragments: Iterable[Fragment]) -> Iterator[Word]:
    """The words; one word may change its style within ("**Dana**:")."""
    word: list[Fragment] = []
    for fragment in fragments:
        for position, part in enumerate(fragment.text.split(" ")):
            if position and word:
                yield tuple(word)
                word = []
            if part:
                word.append(Fragment(part, fragment.style))
    if word:
        yield tuple(word)


def _chopped(word: Word, room: float) -> list[Word]:
    """A word that is wider than the room, in parts that are not."""
    parts: list[Word] = []
    part: list[Fragment] = []
    used = 0.0
    for fragment in word:
        start = 0
        end = 0
        for letter in _letters(fragment.text):
            advance = fragment.style.width(letter)
            if used + advance > room and (part or end > start):
                parts.append(_with(part, fragment, start, end))
                part, used, start = [], 0.0, end
            used += advance
            end += len(letter)
        part.append(Fragment(fragment.text[start:], fragment.style))
    return [*parts, tuple(part)]


def _letters(text: str) -> Iterable[str]:
    """The letters of a text, each with the marks and joined halves that belong to it."""
    return iter(text) if text.isascii() else _LETTER.findall(text)


def _with(part: list[Fragment], fragment: Fragment, start: int, end: int) -> Word:
    piece = Fragment(fragment.text[start:end], fragment.style)
    return (*part, piece) if piece.text else tuple(part)


def _line(words: list[Word]) -> Line:
    """One line of the words, with neighbours of one style made one fragment."""
    merged: list[Fragment] = []
    for position, word in enumerate(words):
        for index, fragment in enumerate(word):
            blank = " " if position and not index else ""
            if merged and blank:
                merged[-1] = Fragment(merged[-1].text + " ", merged[-1].style)
            if merged and merged[-1].style == fragment.style:
                merged[-1] = Fragment(merged[-1].text + fragment.text, fragment.style)
            else:
                merged.append(fragment)
    return Line(tuple(merged))
