"""Partial dates: a day, a month, a year or "about 2019", as text that people type and read."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_ABOUT = re.compile(r"(?:about|around|circa|c\.?)\s+(\d{4})", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_NUMBERS = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})")
_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[ ,]+)?([A-Za-z]+)[ ,]+(\d{4})")
_EARLIEST, _LATEST = 1880, 2200


@dataclass(frozen=True, kw_only=True)
class PartialDate:
    """A year, with a month and a day where they are known."""

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False

    def as_date(self) -> date | None:
        """The whole day, when it is known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def as_text(self) -> str:
        """The stored text: "2016-11-14", "2016-11", "2016" or "about 2019"."""
        if self.about:
            return f"about {self.year}"
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def words(self) -> str:
        """How it is printed: "14 November 2016"."""
        if self.about:
            return f"about {self.year}"
        parts = [str(self.day)] if self.day else []
        parts += [MONTHS[self.month - 1]] if self.month else []
        return " ".join([*parts, str(self.year)])


@lru_cache(maxsize=4096)
def parse_partial(text: str) -> PartialDate | None:
    """Understand a typed or stored date; None when it is none."""
    plain = " ".join(text.split())
    for pattern, read in ((_ISO, _iso), (_ABOUT, _about), (_NUMBERS, _numbers), (_WORDS, _words)):
        if (found := pattern.fullmatch(plain)) is not None:
            return read(found)
    return None


def _about(found: re.Match[str]) -> PartialDate | None:
    return _checked(int(found[1]), about=True)


def _iso(found: re.Match[str]) -> PartialDate | None:
    month, day = (int(part) if part else None for part in (found[2], found[3]))
    return _checked(int(found[1]), month, day)


def _numbers(found: re.Match[str]) -> PartialDate | None:
    return _checked(int(found[3]), int(found[2]), int(found[1]))


def _words(found: re.Match[str]) -> PartialDate | None:
    start = found[2].lower()
    months = [at for at, name in enumerate(MONTHS, 1) if name.lower().startswith(start)]
    if len(start) < 3 or not months:
        return None
    return _checked(int(found[3]), months[0], int(found[1]) if found[1] else None)


def _checked(
    year: int, month: int | None = None, day: int | None = None, *, about: bool = False
) -> PartialDate | None:
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return PartialDate(year=year, month=month, day=day, about=about)


def date_words(text: str | None) -> str:
    """A stored date as it is printed; what is no date comes back as it was typed."""
    found = parse_partial(text or "")
    return found.words() if found else (text or "")


def day_words(day: date) -> str:
    """A day in short, without its year: "5 Jan"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def long_day_words(day: date) -> str:
    """A day with its weekday: "Thursday 29 January 2026"."""
    weekdays = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return f"{weekdays[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def age_on(birth: str, day: date) -> int | None:
    """Whole years on a day; None when the birth date is not known well enough."""
    found = parse_partial(birth)
    if found is None or found.about:
        return None
    if found.as_date() is None:
        return None
    had_birthday = (day.month, day.day) >= (found.month, found.day)
    years = day.year - found.year - (0 if had_birthday else 1)
    return years if years >= 0 else None
