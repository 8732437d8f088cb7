"""How dates, names and numbers are put in words on paper."""

from collections.abc import Sequence
from datetime import date

from taf_desktop.documents.plan_facts import When

_MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def day_words(when: When) -> str:
    """A day as "14 May 2026"; words that were typed instead stay as they are."""
    if isinstance(when, date):
        return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
    return when


def weekday_words(when: When) -> str:
    """A day with its weekday, "Thursday 14 May 2026", for somebody who has to be there."""
    if isinstance(when, date):
        return f"{_DAYS[when.weekday()]} {day_words(when)}"
    return when


def joined(names: Sequence[str]) -> str:
    """Names as they are read aloud: "Dana, Jean and El"."""
    known = [name for name in names if name]
    if len(known) < 2:
        return "".join(known)
    return f"{', '.join(known[:-1])} and {known[-1]}"


def listed(*parts: str, by: str = ", ") -> str:
    """The parts that say something, one after the other."""
    return by.join(part for part in parts if part)


def sentence(text: str) -> str:
    """The text with a full stop, unless it already ends like a sentence."""
    trimmed = text.rstrip()
    return trimmed if not trimmed or trimmed[-1] in ".!?…”" else f"{trimmed}."


def count_words(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 thing", "3 things"."""
    return f"{number} {one if number == 1 else many}"


def clock_words(starts_at: str, minutes: int) -> str:
    """The time so many minutes after a start: "15:34"; nothing where the start is no time."""
    hour, _, minute = starts_at.strip().replace(".", ":").partition(":")
    if not (hour.isascii() and hour.isdigit() and minute.isascii() and minute.isdigit()):
        return ""
    if int(hour[:3]) > 23 or int(minute[:3]) > 59:
        return ""
    hours, rest = divmod(int(hour) * 60 + int(minute) + minutes, 60)
    return f"{hours % 24:02d}:{rest:02d}"
