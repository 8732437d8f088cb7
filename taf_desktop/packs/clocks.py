"""Time scales: how long a step may take, when it is due, and how that reads."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from taf_desktop.packs.dates import day_words
from taf_desktop.packs.working_days import add_working_days

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
    """A stored moment ("2026-01-05T08:40"); None when it is not one."""
    try:
        return datetime.fromisoformat(text or "")
    except ValueError:
        return None


def moment_words(text: str | None, *, relative_to: date | None = None) -> str:
    """A stored moment as it is read: "5 January 2026, 08:40"; as typed when it is none."""
    found = moment_from(text)
    if found is None:
        return text or ""
    if relative_to == found.date():
        return f"{found:%H:%M} today"
    return f"{found:%H:%M} on {day_words(found.date())} {found.year}"


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
