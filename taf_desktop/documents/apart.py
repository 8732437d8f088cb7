"""What is read from the left within a paragraph that is read from the right.

An English sentence in an Arabic or Urdu paper keeps its own order with its quotation marks and its
full stop, which would otherwise be drawn at its beginning. A telephone number keeps the order of
its groups, and a name is not drawn together with the day that follows it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

_RIGHT = ("R", "AL")
_QUOTED = re.compile('[“"«„][^“”"«»„]*[”"»“]')
_GROUPS = re.compile(r"(?<!\d)(?:\+?\d+|\(\+?\d+\))(?:[ \u00a0\u2011-](?:\d+|\(\d+\)))+")
"""Groups of digits that are one number, such as a telephone's."""

_LETTER, _DIGIT, _OTHER = "L", "1", "\0"
_LEFT_WORDS = re.compile(
    r"L(?:[L1]|[-'’&@/.](?=[L1])|:? (?:[-&] )?(?=[L1])|(?<=[^L1]L)\. (?=L))*",
)
"""Words in the kinds of their characters: letters, then more words or numbers, over no comma."""

_KEPT = frozenset("-'’&@/.:")
_OPENING = frozenset("“\"«„‘'([{<…+")
_NOT_AT_END = frozenset(",;:،؛–—-")

Part = tuple[str, bool]
"""A text, and whether it stands apart, to be read from the left."""


def apart(texts: Sequence[str]) -> list[list[Part]]:
    """The parts of each text of a paragraph that is read from the right."""
    whole = "".join(texts)
    marks = [mark for text in texts for mark in _marks(text)]
    for start, end in list(_stretches(marks)):
        _trim(whole, marks, start, end)
    parts: list[list[Part]] = []
    at = 0
    for text in texts:
        own = marks[at : at + len(text)]
        edges = [0, *(place for place in range(1, len(own)) if own[place] != own[place - 1])]
        ends = (*edges[1:], len(text))
        parts.append(
            [(text[start:end], own[start]) for start, end in zip(edges, ends, strict=True)]
            if text
            else []
        )
        at += len(text)
    return parts


def has_right(text: str) -> bool:
    """Whether any letter is read from the right."""
    return not text.isascii() and any(_is_right(one) for one in text)


def _marks(text: str) -> list[bool]:
    """All of a text without letters from the right; else what it quotes, its words and numbers."""
    if not has_right(text) and any(map(str.isalpha, text)):
        return [True] * len(text)
    marks = [False] * len(text)
    for start, end in (*_quoted(text), *_left_words(text)):
        marks[start:end] = [True] * (end - start)
    for number in _GROUPS.finditer(text):
        marks[number.start() : number.end()] = [True] * len(number[0])
    return marks


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _QUOTED.finditer(text) if _is_from_left(found[0]))


def _left_words(text: str) -> Iterator[tuple[int, int]]:
    """Where words stand that are read from the left."""
    kinds = [" "]
    for one in text:
        kinds.append(_kind(one, kinds[-1]))
    return ((found.start() - 1, found.end() - 1) for found in _LEFT_WORDS.finditer("".join(kinds)))


def _kind(character: str, before: str) -> str:
    """What a character is to words read from the left; a mark is as the letter it stands on."""
    way = unicodedata.bidirectional(character)
    if way in ("NSM", "BN"):
        return before
    if way == "L":
        return _LETTER
    if way == "EN":
        return _DIGIT
    if character.isspace():
        return " "
    return character if character in _KEPT else _OTHER


def _is_from_left(text: str) -> bool:
    return any(map(str.isalpha, text)) and not has_right(text)


def _is_right(character: str) -> bool:
    return unicodedata.bidirectional(character) in _RIGHT


def _trim(whole: str, marks: list[bool], start: int, end: int) -> None:
    """Leave out what joins a stretch to the words around it: blanks, commas, a dash."""
    while start < end and not (whole[start].isalnum() or whole[start] in _OPENING):
        marks[start] = False
        start += 1
    while start < end and (whole[end - 1].isspace() or whole[end - 1] in _NOT_AT_END):
        end -= 1
        marks[end] = False


def _stretches(marks: Sequence[bool]) -> Iterator[tuple[int, int]]:
    start = 0
    for end in range(1, len(marks) + 1):
        if end == len(marks) or marks[end] != marks[start]:
            if marks[start]:
                yield start, end
            start = end
