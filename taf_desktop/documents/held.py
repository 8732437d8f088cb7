"""What is not parted at the end of a line: a telephone number, a day, and 999 from its verb."""

import re
from collections.abc import Sequence

from taf_desktop.documents.languages import languages

_AROUND = ".,:;!?…()[]“”«»„‘’'\"،؛؟۔।"
_NUMBER = re.compile(r"\(?\+?\d+\)?(?:[-\u2011/]\d+)*")
_EMERGENCY = "999"
_YEARS_MARK = "р"
"""What stands behind a year in Ukrainian."""

_MONTHS = frozenset(month.casefold() for one in languages().values() for month in one.months)


def holds(words: Sequence[str]) -> list[bool]:
    """For each word whether the next one has to stand on the same line."""
    return [_holds(before, after) for before, after in zip(words, (*words[1:], ""), strict=False)]


def _holds(before: str, after: str) -> bool:
    core = after.strip(_AROUND)
    if core == _EMERGENCY:
        return True
    if before[-1:].isdigit() or before[-1:] == ")":
        first = before.lstrip(_AROUND.replace("(", ""))
        is_number = _NUMBER.fullmatch(first) is not None
        return is_number and (_NUMBER.fullmatch(core) is not None or _is_day(first, core))
    return core.isdigit() and len(core) == 4 and before.casefold() in _MONTHS


def _is_day(number: str, core: str) -> bool:
    """Whether a number goes with what follows: a day with its month, a year with its mark."""
    return core.casefold() in _MONTHS if len(number) <= 2 else core == _YEARS_MARK
