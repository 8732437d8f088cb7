"""One typed line understood as days on which somebody cannot come: "Tom away 9 to 20 Feb"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from taf_desktop.packs.dates import MONTHS
from taf_desktop.services.action_line import Names, name_at_start
from taf_desktop.services.away import Away
from taf_desktop.services.spoken_days import FRIDAY, WEEK, WEEKDAYS, whole_day

EXAMPLES = "“Tom away 9 to 20 Feb” or “Tom never on Wednesdays”"
WHOSE = f"Begin with a name, for example {EXAMPLES}."
WHEN = f"No day was understood. For example: {EXAMPLES}."
ONE_LINE = "One line for each time, please: what stands after “and” was not understood."
BACKWARDS = "That ends before it begins: write both days, with the month."

_MOST_WORDS = 6
"""Words that one day can have: "Monday the 9th of February 2026"."""

_VERB = re.compile(
    r"(?:(?:is|are|am|'s|’s|will|be|going|to)\s+)*"
    r"(?:away|off|out|not here|not there|on leave|on holiday|unavailable|busy"
    r"|can(?:no|['’])?t (?:come|make|do)|cannot|can ?not|can['’]t|never|not)(?![\w'’])",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?P<day>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?|s)?", re.IGNORECASE
)
_PLURAL = re.compile(r"(?:day)?s$", re.IGNORECASE)
_DAY_ALONE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?", re.IGNORECASE)
_SHORT_MONTHS = "|".join(name[:3] for name in MONTHS)
_DASH = re.compile(
    rf"\s*[–—]\s*|\s+-\s+|(?<=\d)-(?=\d{{1,2}}(?:[a-z]{{2}})?\s+(?:{_SHORT_MONTHS})|\d{{1,2}}[/.]\d)",
    re.IGNORECASE,
)
_SHORT_IS = re.compile(r"(?<=\w)['’]s (?=away\b|off\b|out\b|not\b|on\b|never\b)", re.IGNORECASE)
_WHY = re.compile(r"^(?:because(?: of)?|as|for|due to|,|:|;|\(|-)\s*", re.IGNORECASE)
_EDGES = " \t\r\n,;:.-()"
_TO = ("to", "until", "till", "through")


@dataclass(frozen=True, kw_only=True)
class AbsenceWords:
    """What a line says: whose, which days, and why; `problem` says what is not understood."""

    who: str | None = None
    first_on: date | None = None
    last_on: date | None = None
    weekdays: tuple[str, ...] = ()
    why: str = ""
    problem: str = ""

    def answers(self) -> dict[str, object]:
        """The answers of the pack's form about an absence."""
        return {
            "first_on": self.first_on.isoformat() if self.first_on else None,
            "last_on": self.last_on.isoformat() if self.last_on else None,
            "weekdays": list(self.weekdays) or None,
            "why": self.why or None,
        }

    def away(self, name: str) -> Away:
        """The same as days, under this name."""
        known = frozenset(WEEKDAYS.index(one) for one in self.weekdays)
        return Away(name=name, first_on=self.first_on, last_on=self.last_on, weekdays=known)


@dataclass(frozen=True, kw_only=True)
class _Days:
    """Days that stand at the beginning of some words, and how many words they take."""

    used: int
    first_on: date | None = None
    last_on: date | None = None
    weekdays: tuple[str, ...] = ()


def understand_absence(
    line: str, names: Names, today: date, whose: str | None = None
) -> AbsenceWords:
    """Read a line; `whose` is taken where it begins with no name."""
    text = _SHORT_IS.sub(" is ", _DASH.sub(" to ", " ".join(line.split())))
    who, rest = name_at_start(text, names)
    who = who or whose
    if who is None:
        return AbsenceWords(problem=WHOSE)
    words = _every_time(_VERB.split(rest.lstrip(" ,:"), maxsplit=1), rest)
    days = _days(words, today)
    if days is None:
        return AbsenceWords(who=who, problem=WHEN)
    after = words[days.used :]
    return AbsenceWords(
        who=who,
        first_on=days.first_on,
        last_on=days.last_on,
        weekdays=days.weekdays,
        why=_why(after),
        problem=_problem(days, after, today),
    )


def _every_time(parts: Sequence[str], rest: str) -> list[str]:
    """The words after "is away" or the like; "never Wednesday" means every one."""
    if len(parts) < 2 or parts[0].strip():
        return rest.split()
    every = ["every"] if re.search(r"\bnever\b", rest, re.IGNORECASE) else []
    return [*every, *parts[1].split()]


def _problem(days: _Days, after: Sequence[str], today: date) -> str:
    first, last = days.first_on, days.last_on
    if first and last and last < first:
        return BACKWARDS
    more = _is(after, 0, "and", "or", "&") and _days(after[1:], today) is not None
    return ONE_LINE if more else ""


def _why(words: Sequence[str]) -> str:
    return _WHY.sub("", " ".join(words)).strip(_EDGES)


def _days(words: Sequence[str], today: date) -> _Days | None:
    for read in (_weekdays, _week, _span, _until, _one):
        found = read(words, today)
        if found is not None:
            return found
    return None


def _weekdays(words: Sequence[str], today: date) -> _Days | None:
    """Days of the week that come again: "on Wednesdays and Fridays", "every Monday"."""
    at, found, again = 0, [], False
    for word in words:
        plain = word.strip(_EDGES).lower()
        day = _WEEKDAY.fullmatch(plain)
        if day is not None:
            found.append(_weekday(day["day"]))
            again = again or bool(_PLURAL.search(plain))
        elif plain in ("every", "each"):
            again = True
        elif plain not in ("on", "and", "or", "a", "&", "any"):
            break
        at += 1
    if not found or not again:
        return None
    until = _until(words[at:], today)
    last, more = (until.last_on, until.used) if until else (None, 0)
    return _Days(used=at + more, weekdays=tuple(dict.fromkeys(found)), last_on=last)


def _weekday(said: str) -> str:
    return next(name for name in WEEKDAYS if name.startswith(said[:3].lower()))


def _week(words: Sequence[str], today: date) -> _Days | None:
    """A whole week, on which offices are open: "next week", "all this week"."""
    plain = [word.strip(_EDGES).lower() for word in words[:3]]
    skipped = 1 if plain[:1] in (["all"], ["the"]) else 0
    if plain[skipped : skipped + 2] not in (["this", "week"], ["next", "week"]):
        return None
    monday = today - timedelta(days=today.weekday())
    if plain[skipped] == "next":
        monday += timedelta(days=WEEK)
    return _Days(used=skipped + 2, first_on=monday, last_on=monday + timedelta(days=FRIDAY))


def _span(words: Sequence[str], today: date) -> _Days | None:
    """From one day to another, or from one day on: "9 to 20 Feb", "from Monday"."""
    said_from = _is(words, 0, "from", "since", "between")
    to = ("and", *_TO) if _is(words, 0, "between") else _TO
    start = 1 if said_from else 0
    if _is_weekday(words, start) and _is_number(words, start + 1) and _is(words, start + 2, *to):
        start += 1
    first, used = _day(words[start:], today)
    at = start + used
    at += 1 if first is None and _is_number(words, start) else 0
    if _is(words, at, *to):
        last, more = _day(words[at + 1 :], today)
        if first is None and last is not None:
            first = _same_month(words[start], last)
        if last is not None and first is not None:
            end = at + 1 + more
            return _Days(used=end, first_on=first, last_on=_after(last, first, words[at:end]))
    return _Days(used=at, first_on=first) if said_from and first is not None else None


def _until(words: Sequence[str], today: date) -> _Days | None:
    if not _is(words, 0, "until", "till", "up"):
        return None
    start = 2 if _is(words, 0, "up") and _is(words, 1, "to") else 1
    day, used = _day(words[start:], today)
    return _Days(used=start + used, last_on=day) if day else None


def _one(words: Sequence[str], today: date) -> _Days | None:
    start = 1 if _is(words, 0, "on") else 0
    day, used = _day(words[start:], today)
    return _Days(used=start + used, first_on=day, last_on=day) if day else None


def _is_number(words: Sequence[str], at: int) -> bool:
    return at < len(words) and _DAY_ALONE.fullmatch(words[at]) is not None


def _is_weekday(words: Sequence[str], at: int) -> bool:
    return at < len(words) and _WEEKDAY.fullmatch(words[at].strip(_EDGES)) is not None


def _is(words: Sequence[str], at: int, *wanted: str) -> bool:
    return at < len(words) and words[at].lower() in wanted


def _day(words: Sequence[str], today: date) -> tuple[date | None, int]:
    """The day that the most words at the beginning mean, and how many words it takes."""
    for many in range(min(_MOST_WORDS, len(words)), 0, -1):
        day = whole_day(" ".join(words[:many]), today)
        if day is not None:
            return day, many
    return None, 0


def _same_month(said: str, last: date) -> date | None:
    """The first day of "9 to 20 Feb", or the one a month before in "28 to 3 March"."""
    alone = _DAY_ALONE.fullmatch(said)
    if alone is None:
        return None
    day, month = int(alone[1]), last
    if day > last.day:
        month = last.replace(day=1) - timedelta(days=1)
    try:
        return month.replace(day=day)
    except ValueError:
        return None


def _after(last: date, first: date, said: Sequence[str]) -> date:
    """The end of a span that goes over New Year, where no year was said."""
    names_month = any(word[:3].title() in {name[:3] for name in MONTHS} for word in said)
    says_year = any(re.fullmatch(r"\d{4}", word.strip(_EDGES)) for word in said)
    if last < first and names_month and not says_year:
        return last.replace(year=last.year + 1, day=min(last.day, 28 if last.month == 2 else 31))
    return last
