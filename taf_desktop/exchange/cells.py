"""Makes what people typed harmless in a cell: it stays text, whatever it begins with."""

import re
import unicodedata

_SIGNS = frozenset("=+-@\u2212")
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_UNWRITABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?|[\u0085\u2028\u2029]")

MOST_UNITS = 32_767
"""The longest text in a cell of a spreadsheet, in units of UTF-16."""


def printable(text: str) -> str:
    """The text without what cannot be written into a cell, and not longer than a cell may be."""
    one_kind_of_end = _LINE_END.sub("\n", text)
    plain = _UNWRITABLE.sub(lambda found: " " if found[0] == "\t" else "", one_kind_of_end)
    units = plain.encode("utf-16-le")
    if len(units) <= 2 * MOST_UNITS:
        return plain
    return units[: 2 * (MOST_UNITS - 1)].decode("utf-16-le", "ignore") + "…"


def begins_like_formula(text: str) -> bool:
    """Whether a spreadsheet might reckon with this: the first letter to be seen is a sign for it.

    Full-width and small twins of the signs count: some spreadsheets take them for the signs.
    """
    for letter in text:
        if unicodedata.category(letter) not in _UNSEEN:
            return unicodedata.normalize("NFKC", letter)[0] in _SIGNS
    return False


def harmless(text: str) -> str:
    """Printable text with an apostrophe before it where it would begin like a formula."""
    plain = printable(text)
    return f"'{plain}" if begins_like_formula(plain) else plain
