"""Days as people say them in a meeting: "by Fri 13 Feb", "tomorrow", "in two weeks"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from taf_desktop.packs.dates import MONTHS, long_day_words, parse_partial

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FRIDAY, WEEK = 4, 7
LONG_PAST = 90
"""Days after which a day without a year means the next one to come."""

_COUNTED = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip
_LATEST_YEAR = 2200
_ALSO_WORDS = frozenset({"sat", "sun", "wed", "mon"})
"""Short names of days that are words of their own: "in the sun"."""

_PART_OF_IT = frozenset({"from", "since", "after", "of", "last", "and", "or", "to", "in", "a", "&"})
"""Words after which a day at the end belongs to what is done: "breakfast club from Monday"."""

_WEEKDAY = r"(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_NUMBER = "|".join(_COUNTED)


@dataclass(frozen=True, kw_only=True)
class SpokenDay:
    """A day within a text: where it stands, what it means, and what does not fit."""

    start: int
    end: int
    by_when: str
    doubt: str = ""


Reader = Callable[[re.Match[str], date], tuple[date, str] | None]


def find_day(text: str, today: date) -> SpokenDay | None:
    """The day at the end of a text, or the last one that "by" stands before; None without one."""
    every = re.search(r"\b(?:every|each)\s+[\w' ]{2,30}$", text.rstrip(" .,;"), re.IGNORECASE)
    if every is not None and _often(every[0]):
        return SpokenDay(start=every.start(), end=len(text), by_when=every[0])
    found = [one for pattern, read in _KINDS for one in _met(pattern, read, text, today)]
    # The longest wins where one begins inside another: "fri 13 feb" before "13 feb".
    return max(found, key=lambda one: (one.end, one.end - one.start), default=None)


def whole_day(text: str, today: date) -> date | None:
    """The day that a whole text means: "Mon 9 Feb", "tomorrow"; None when it is anything else."""
    for pattern, read in _KINDS:
        match = pattern.fullmatch(text.strip(" .,;:"))
        meant = read(match, today) if match is not None else None
        if meant is not None:
            return meant[0]
    written = parse_partial(text)
    return written.as_date() if written is not None else None


def _often(words: str) -> bool:
    units = ("day", "week", "month", "morning", "evening", "night", "afternoon", "term", "time")
    last = words.lower().split()[-1].rstrip("s")
    return last.endswith(units) or any(name.startswith(last[:3]) for name in WEEKDAYS)


def _met(pattern: re.Pattern[str], read: Reader, text: str, today: date) -> list[SpokenDay]:
    found = []
    for match in pattern.finditer(text):
        if not _is_by_when(match, text):
            continue
        meant = read(match, today)
        if meant is not None:
            day, doubt = meant
            found.append(
                SpokenDay(
                    start=match.start(), end=match.end(), by_when=day.isoformat(), doubt=doubt
                )
            )
    return found


def _is_by_when(match: re.Match[str], text: str) -> bool:
    """Whether a day says by when: after "by", or at the end and not part of something else."""
    if match["by"]:
        return True
    if text[match.end() :].strip(" .,;!)"):
        return False
    before = text[: match.start()].split()
    said = match[0].lower().removeprefix("the ")
    return bool(match["on"]) or not (
        said in _ALSO_WORDS or (before and before[-1].lower() in _PART_OF_IT)
    )


def _kind(words: str) -> re.Pattern[str]:
    before = r"(?<![\w/])(?:(?P<by>by|before|until|till)\s+|(?P<on>on)\s+)?(?:the\s+)?"
    return re.compile(rf"{before}(?:{words})(?![\w/])", re.IGNORECASE)


def _with_month(match: re.Match[str], today: date) -> tuple[date, str] | None:
    month = next(
        at for at, name in enumerate(MONTHS, 1) if name.lower()[:3] == match["month"].lower()[:3]
    )
    return _checked(match, int(match["day"]), month, today)


def _in_numbers(match: re.Match[str], today: date) -> tuple[date, str] | None:
    return _checked(match, int(match["day"]), int(match["of"]), today)


def _checked(match: re.Match[str], day: int, month: int, today: date) -> tuple[date, str] | None:
    try:
        found = _in_year(day, month, match["year"], today)
    except ValueError:
        return None
    if found is None:
        return None
    said = (match["weekday"] or "")[:3].lower()
    if said and not WEEKDAYS[found.weekday()].startswith(said):
        return found, f"{long_day_words(found)}: is that the day you mean?"
    return found, ""


def _in_year(day: int, month: int, said: str | None, today: date) -> date | None:
    if said is not None:
        year = int(said) + (2000 if len(said) == 2 else 0)
        return date(year, month, day) if 1880 <= year <= _LATEST_YEAR else None
    this_year = date(today.year, month, day)
    if (today - this_year).days > LONG_PAST:
        return date(today.year + 1, month, day)
    return this_year


def _weekday(match: re.Match[str], today: date) -> tuple[date, str]:
    wanted = next(
        at for at, name in enumerate(WEEKDAYS) if name.startswith(match["weekday"][:3].lower())
    )
    monday = today - timedelta(days=today.weekday())
    if (match["which"] or "").lower() == "next":
        return monday + timedelta(days=WEEK + wanted), ""
    ahead = (wanted - today.weekday()) % WEEK
    return today + timedelta(days=ahead or WEEK), ""


def _near(match: re.Match[str], today: date) -> tuple[date, str]:
    word = match["near"].lower()
    return today + timedelta(days=1 if word == "tomorrow" else 0), ""


def _week(match: re.Match[str], today: date) -> tuple[date, str]:
    """A week means its Friday, the last day on which offices are open."""
    friday = today - timedelta(days=today.weekday()) + timedelta(days=FRIDAY)
    if match["week"].lower() == "next":
        friday += timedelta(days=WEEK)
    return max(friday, today), ""


def _ahead(match: re.Match[str], today: date) -> tuple[date, str] | None:
    said = match["many"].lower()
    many = int(said) if said.isdigit() else _COUNTED[said]
    unit = match["unit"].lower()
    if unit.startswith("month"):
        return _months_on(today, many), ""
    days = {"d": 1, "w": WEEK, "f": 2 * WEEK}[unit[0]]
    return today + timedelta(days=many * days), ""


def _months_on(today: date, months: int) -> date:
    year, month = divmod(today.month - 1 + months, 12)
    for day in (today.day, 30, 29, 28):
        try:
            return date(today.year + year, month + 1, day)
        except ValueError:
            continue
    raise ValueError(months)


def _month_end(match: re.Match[str], today: date) -> tuple[date, str]:
    months = 2 if match["which"] and match["which"].lower() == "next" else 1
    return _months_on(today.replace(day=1), months) - timedelta(days=1), ""


_KINDS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_kind(rf"(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_DAY}(?:\s+of)?\s+{_MONTH}(?:,?\s+{_YEAR})?"),
     _with_month),
    (_kind(rf"(?:{_WEEKDAY},?\s+)?(?P<day>\d{{1,2}})[/.](?P<of>\d{{1,2}})(?:[/.]{_YEAR})?"),
     _in_numbers),
    (_kind(rf"(?:(?P<which>next|this)\s+)?{_WEEKDAY}"), _weekday),
    (_kind(r"(?P<near>today|tonight|tomorrow)"), _near),
    (_kind(r"(?:end of\s+)?(?P<week>this|next)\s+week"), _week),
    (_kind(rf"(?:in|within)\s+(?P<many>\d{{1,2}}|{_NUMBER})\s+"
           r"(?P<unit>days?|weeks?|fortnights?|months?)(?:['’]?\s+time)?"), _ahead),
    (_kind(r"end of (?:the |(?P<which>this|next) )?month"), _month_end),
)  # fmt: skip
