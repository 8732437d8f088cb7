"""What is worth saying about a day that somebody names: said gently, and the day is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from taf_desktop.packs.dates import date_words, long_day_words
from taf_desktop.packs.pack import Pack
from taf_desktop.packs.working_days import bank_holidays, is_working_day
from taf_desktop.services.actions import day_of
from taf_desktop.services.away import Away
from taf_desktop.services.next_meeting import time_of


@dataclass(frozen=True, kw_only=True)
class DayLimits:
    """What a day is held to: the pack, the day it counts from, and the next meeting if known.

    `today` is given where a day must still come; `away` is who cannot come when, as far as
    everybody who sees the screen may know.
    """

    pack: Pack
    start: date
    next_on: date | None = None
    today: date | None = None
    away: Sequence[Away] = ()

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
    past = limits.today is not None and day < limits.today
    return " ".join(
        [
            *([f"{long_day_words(day)} is in the past."] if past else []),
            *_closed(day, limits.pack),
            *_late(day, limits),
            *(one.about(day) for one in limits.away if one.covers(day)),
        ]
    )


def about_next(text: str | None, limits: DayLimits) -> str:
    """The same for what stands in the box; what is no whole day is said as well."""
    day = day_of(text)
    if day is not None:
        return about_meeting(day, limits)
    if not (text or "").strip():
        return ""
    return f"“{date_words(text)}” is not a whole day yet: day, month and year are needed."


def about_time(text: str | None) -> str:
    """What is odd about the time of the next meeting, or nothing."""
    if not (text or "").strip() or time_of(text) is not None:
        return ""
    return f"“{text}” is no time that calendars understand. Write it as 15:30."


def suggested(limits: DayLimits) -> Sequence[date]:
    """Days for the next meeting: the same weekday four, six and eight weeks on, when it is open.

    A day in the school holidays, on which offices are closed or somebody is away, gives way to a
    week later; a weekday on which somebody can never come, to the next one.
    """
    found = []
    shift = _shift(limits)
    for weeks in (4, 6, 8):
        day = limits.start + timedelta(weeks=weeks, days=shift)
        while day <= limits.latest and not _is_open(day, limits):
            day += timedelta(weeks=1)
        if day <= limits.latest and day not in found:
            found.append(day)
    return found


def _is_open(day: date, limits: DayLimits) -> bool:
    return not any(_closed(day, limits.pack)) and not any(one.covers(day) for one in limits.away)


def _shift(limits: DayLimits) -> int:
    """Days from the usual weekday to the next one on which somebody can come at all."""
    return next(
        (
            days
            for days in range(7)
            if any(
                _is_open(limits.start + timedelta(weeks=weeks, days=days), limits)
                for weeks in range(4, 12)
            )
        ),
        0,
    )


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
