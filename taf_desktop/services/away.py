"""When somebody cannot come, as days and in words."""

from dataclasses import dataclass
from datetime import date

from taf_desktop.model.family import Absence
from taf_desktop.packs.dates import date_words, long_day_words
from taf_desktop.services.actions import day_of
from taf_desktop.services.spoken_days import WEEKDAYS


@dataclass(frozen=True, kw_only=True)
class Away:
    """One absence: whose, from and until (both included; None is open), on which weekdays only.

    `weekdays` are numbers, Monday is 0; without any it is every day.
    """

    name: str
    first_on: date | None = None
    last_on: date | None = None
    weekdays: frozenset[int] = frozenset()

    @property
    def says_when(self) -> bool:
        """Whether any day is named at all; without one nothing is covered."""
        return bool(self.first_on or self.last_on or self.weekdays)

    def covers(self, day: date) -> bool:
        """Whether this person cannot come on a day."""
        begun = self.first_on is None or day >= self.first_on
        over = self.last_on is not None and day > self.last_on
        on_it = not self.weekdays or day.weekday() in self.weekdays
        return self.says_when and begun and not over and on_it

    def is_over(self, today: date) -> bool:
        """Whether it lies behind us."""
        return self.last_on is not None and self.last_on < today

    def words(self) -> str:
        """A sentence: "Tom Bell is away until Friday 20 February 2026."."""
        if not self.says_when:
            return f"{self.name}: no day is named yet."
        days = " and ".join(f"{WEEKDAYS[at].capitalize()}s" for at in sorted(self.weekdays))
        what = f"cannot come on {days}" if days else "is away"
        return f"{self.name} {what}{self._span()}."

    def about(self, day: date) -> str:
        """What is said when somebody names a day on which this person cannot come."""
        last = self.last_on if self.last_on != self.first_on and not self.weekdays else None
        if last is not None and self.covers(day):
            return f"{self.name} is away until {long_day_words(last)}."
        return self.words()

    def _span(self) -> str:
        first, last = self.first_on, self.last_on
        if first is not None and first == last:
            return f" on {long_day_words(first)}"
        begins = f" from {_without_year(first, last)}" if first is not None else ""
        ends = f" {'to' if begins else 'until'} {long_day_words(last)}" if last is not None else ""
        return begins + ends


def away_of(row: Absence, name: str) -> Away:
    """An absence as it was noted; what is no whole day counts as left open."""
    known = (WEEKDAYS.index(one) for one in row.weekdays if one in WEEKDAYS)
    return Away(
        name=name,
        first_on=day_of(row.first_on),
        last_on=day_of(row.last_on),
        weekdays=frozenset(known),
    )


def doubt_about(row: Absence) -> str:
    """What is odd about the days that were noted, or nothing; they are kept all the same."""
    for text in (row.first_on, row.last_on):
        if text and day_of(text) is None:
            return f"“{date_words(text)}” is not a whole day: it is not thought of yet."
    first, last = day_of(row.first_on), day_of(row.last_on)
    return "That ends before it begins." if first and last and last < first else ""


def _without_year(day: date, other: date | None) -> str:
    words = long_day_words(day)
    return words.removesuffix(f" {day.year}") if other and other.year == day.year else words
