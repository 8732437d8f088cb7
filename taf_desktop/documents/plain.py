"""Typed text as files other than PDF may hold it: no control characters, nothing half a letter."""

import re

_NOT_ALLOWED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BLANKS = re.compile(r"[ \t\r\n]+")


def plain_lines(text: str) -> list[str]:
    """The lines of a text; what no file may hold is written as a replacement sign.

    Marks that turn the direction of writing are dropped: they would reach beyond their own text.
    """
    return [_BLANKS.sub(" ", _plain(line)) for line in text.splitlines()]


def plain_line(text: str) -> str:
    """The text as one line."""
    return " ".join(line.strip() for line in plain_lines(text) if line.strip())


def _plain(line: str) -> str:
    return _DIRECTIONS.sub("", _NOT_ALLOWED.sub("\N{REPLACEMENT CHARACTER}", line))
