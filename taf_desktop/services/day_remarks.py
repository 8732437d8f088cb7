"""What is worth saying about a day that somebody names: said gently, and the day is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from taf_desktop.packs.dates import long_day_words
from taf_desktop.packs.pack import Pack
from taf_desktop.packs.working_days import bank_holidays, is_working_day


@dataclass(frozen=True, kw_only=True)
class DayLimits:
    """What a day is held to: the pack, the day it counts from, and the next meeting if known."""

    pack: Pack
    start: date
    next_on: date | None = None

    @property
    def latest(self) -> date:
        """The last day for a review, by the pack."""
        return self.start + timedelta(weeks=self.pack.clocks["review_latest"].amount)


def about_action(day: date, limits: DayLimits) -> str:
    """What is odd about the day by which something is to be done, or nothing."""
    return " ".join([*_when(day, limits), *_far(day, limits), *_closed(day, limits.pack)])


def about_meeting(day: date, limits: DayLimits) -> str:
    """What is odd about the day of the next meeting, or nothing."""
    if day <= limits.start:
        return f"{long_day_words(day)} is not after this meeting."
    return " ".join([*_closed(day, limits.pack), *_late(day, limits)])


def suggested(limits: DayLimits) -> Sequence[date]:
    """Days for the next meeting: the same weekday four, six and eight weeks on, when it is open.

    A day in the school holidays, or on which offices are closed, gives way to a week later.
    """
    found = []
    for weeks in (4, 6, 8):
        day = limits.start + timedelta(weeks=weeks)
        while day <= limits.latest and any(_closed(day, limits.pack)):
            day += timedelta(weeks=1)
        if day <= limits.latest and day not in found:
            found.append(day)
    return found


def _when(day: date, limits: DayLimits) -> Iterator[str]:
    if day < limits.start:
        yield f"{long_day_words(day)} is in the past."


def _far(day: date, limits: DayLimits) -> Iterator[str]:
    if limits.next_on is not None and day > limits.next_on:
        yield f"{long_day_words(day)} is after the next meeting, {long_day_words(limits.next_on)}."
    elif day > limits.latest:
        yield from _late(day, limits)


def _late(day: date, limits: DayLimits) -> Iterator[str]:
    if day > limits.latest:
        weeks = limits.pack.clocks["review_latest"].amount
        yield f"{long_day_words(day)} is more than {weeks} weeks away."


def _closed(day: date, pack: Pack) -> Iterator[str]:
    if day in bank_holidays(day.year):
        yield f"{long_day_words(day)} is a bank holiday."
    elif not is_working_day(day):
        yield f"{long_day_words(day)} is no working day."
    holiday = pack.school_holiday(day)
    if holiday is not None:
        yield f"Schools are closed: {holiday.name}."
