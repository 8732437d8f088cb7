"""Dates and times between three boxes and the stored text; what is not understood is kept."""

import re
from datetime import date

from taf_desktop.packs.dates import parse_partial

_CLOCK = re.compile(r"\s*(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm)?\s*", re.IGNORECASE)

YEARS_AHEAD = 10
"""How far ahead a year of two digits may lie."""

Parts = tuple[str, str, str]
"""What stands in the boxes: day, month, year."""


def value_from(day: str, month: str, year: str) -> str | None:
    """The stored date; day and month may be missing; what is no date is kept as typed, with /."""
    day, month, year = day.strip(), month.strip(), year.strip()
    if not (day or month or year):
        return None
    return _understood(day, month, year) or f"{day}/{month}/{year}"


def _understood(day: str, month: str, year: str) -> str | None:
    if day and not month:
        return None
    if month.isascii() and month.isdecimal():
        text = f"{day}/{month}/{year}" if day else f"{year}-{month:>02}"
    else:
        text = " ".join(part for part in (day, month, year) if part)
    found = parse_partial(text)
    return found.as_text() if found else None


def whole_year(year: str, today: date) -> str:
    """A year of two digits in full: the one that is near or past, as 26 in 2026 and 52 in 1952."""
    if not re.fullmatch(r"[0-9]{2}", year.strip()):
        return year
    latest = today.year + YEARS_AHEAD
    return str(latest - (latest - int(year)) % 100)


def parts_of(value: str) -> Parts | None:
    """What a stored text shows in the boxes; None when it has to be shown as words."""
    found = parse_partial(value)
    if found and (found.about or found.as_text() == value):
        day, month = (str(part) if part else "" for part in (found.day, found.month))
        return day, month, f"about {found.year}" if found.about else str(found.year)
    typed = value.split("/")
    return (typed[0], typed[1], typed[2]) if len(typed) == 3 else None


def split_pasted(text: str) -> Parts | None:
    """Day, month and year of a whole date in one piece, such as 14/5/2026 or 14 May 2026."""
    found = parse_partial(text)
    whole = found.as_date() if found else None
    return (str(whole.day), str(whole.month), str(whole.year)) if whole else None


def words_value(text: str) -> str | None:
    """The stored form of a date written in words; what is none is kept as typed."""
    if not text.strip():
        return None
    found = parse_partial(text)
    return found.as_text() if found else text


def time_from(text: str) -> str | None:
    """A time as HH:MM from 8:40, 8.40, 0840, 8 or 3:45pm; None when it is none."""
    clock = _CLOCK.fullmatch(text)
    if not clock:
        return None
    hour, minute = int(clock[1]), int(clock[2] or 0)
    half = (clock[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
