"""Time scales: how long a step may take, when it is due, and how that reads."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from taf_desktop.packs.dates import date_words, parse_partial
from taf_desktop.packs.working_days import add_working_days, working_days_between

_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")
_TYPED = re.compile(r"(.+?)(?:,? at |, ?| +|T)([0-9]{1,2})[:.]([0-9]{2})")

UNITS = ("hours", "working_days", "weeks", "months")
_UNIT_WORDS = {
    "hours": ("hour", "hours"),
    "working_days": ("working day", "working days"),
    "weeks": ("week", "weeks"),
    "months": ("month", "months"),
}


@dataclass(frozen=True, kw_only=True)
class Clock:
    """A step that is due some hours, working days, weeks or months after another."""

    id: str
    label: str
    amount: int
    unit: str

    def due(self, start: datetime) -> datetime:
        """The last moment; a day counts to its end."""
        if self.unit == "hours":
            return start + timedelta(hours=self.amount)
        if self.unit == "working_days":
            last = add_working_days(start.date(), self.amount)
        elif self.unit == "weeks":
            last = start.date() + timedelta(weeks=self.amount)
        else:
            last = _months_later(start.date(), self.amount)
        return datetime.combine(last, datetime.max.time().replace(microsecond=0), start.tzinfo)

    def met(self, start: datetime, done: datetime) -> bool:
        """Whether a step was done in time."""
        return done <= self.due(start)

    def words(self, start: datetime, now: datetime, done: datetime | None = None) -> str:
        """How it stands: "met, after 1 hour 25 minutes", "2 working days left"."""
        # A stored moment is the time on the wall and has no zone; neither may what it is held to.
        start, now = start.replace(tzinfo=None), now.replace(tzinfo=None)
        if done is not None:
            done = done.replace(tzinfo=None)
            said = "met" if self.met(start, done) else "not met"
            return f"{said}, after {self._length(start, done)}"
        due = self.due(start)
        if now > due:
            return f"{self._length(due, now)} late"
        return f"{self._length(now, due)} left"

    def _length(self, start: datetime, end: datetime) -> str:
        """Hours are told as hours, working days as working days, all else as days."""
        if self.unit == "hours":
            return spell(end - start)
        if self.unit == "working_days":
            days, word = working_days_between(start.date(), end.date()), "working day"
        else:
            days, word = (end.date() - start.date()).days, "day"
        return _counted(days, word) if days else f"less than a {word}"

    @property
    def within(self) -> str:
        """The limit in words: "within 2 hours"."""
        return f"within {self.amount} {_UNIT_WORDS[self.unit][self.amount != 1]}"

    def as_json(self) -> dict[str, Any]:
        """The rule as a record keeps it."""
        return {"label": self.label, "amount": self.amount, "unit": self.unit}


def clock_from_json(clock_id: str, stored: dict[str, Any]) -> Clock:
    """The rule that a record has kept."""
    return Clock(id=clock_id, label=stored["label"], amount=stored["amount"], unit=stored["unit"])


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    raise ValueError(months)


def moment_from(text: str | None) -> datetime | None:
    """A stored moment ("2026-01-05T08:40"); None when it is not one, so also for a day alone."""
    if not _MOMENT.fullmatch(text or ""):
        return None
    try:
        return datetime.fromisoformat(text or "")
    except ValueError:
        return None


def parse_moment(text: str) -> str | None:
    """The stored form of a typed day and time ("5 Jan 2026, 08:40"); None when it is none."""
    if moment_from(text.strip()) is not None:
        return text.strip()
    found = _TYPED.fullmatch(text.strip())
    day = parse_partial(found[1]) if found else None
    if found is None or day is None or day.day is None:
        return None
    stored = f"{day.as_text()}T{int(found[2]):02}:{found[3]}"
    return stored if moment_from(stored) is not None else None


def moment_words(text: str | None, *, relative_to: date | None = None) -> str:
    """A stored moment as it is read: "08:40 on 5 January 2026"; as typed when it is none."""
    found = moment_from(text)
    if found is None:
        return date_words(text)
    if relative_to == found.date():
        return f"{found:%H:%M} today"
    return f"{found:%H:%M} on {date_words(found.date().isoformat())}"


def spell(length: timedelta) -> str:
    """A length of time in words: "1 hour 25 minutes", "3 days"."""
    minutes = max(0, int(length.total_seconds() // 60))
    days, minutes = divmod(minutes, 24 * 60)
    hours, minutes = divmod(minutes, 60)
    if days:
        return _counted(days, "day")
    parts = [_counted(hours, "hour")] if hours else []
    parts += [_counted(minutes, "minute")] if minutes or not hours else []
    return " ".join(parts)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
