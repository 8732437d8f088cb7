"""Working days of England: Monday to Friday without bank holidays, which are worked out by rule."""

from datetime import date, timedelta
from functools import cache

_MONDAY, _SATURDAY = 0, 5
_PROCLAIMED = {
    2020: frozenset({date(2020, 5, 8)}),
    2022: frozenset({date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)}),
    2023: frozenset({date(2023, 5, 8)}),
}
_MOVED = {2020: date(2020, 5, 4), 2022: date(2022, 5, 30)}
"""Holidays proclaimed for one year, and the usual Mondays that some of them took the place of."""

_CHRISTMAS_DAYS = {4: (25, 28), 5: (27, 28), 6: (26, 27)}
"""The days in December off work, by the weekday of the 25th; otherwise the 25th and 26th."""


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of England and Wales in a year, substitute days included."""
    easter = easter_sunday(year)
    december = _CHRISTMAS_DAYS.get(date(year, 12, 25).weekday(), (25, 26))
    by_rule = {
        _monday_if_weekend(date(year, 1, 1)),
        easter - timedelta(days=2),
        easter + timedelta(days=1),
        _first_monday(year, 5),
        _last_monday(year, 5),
        _last_monday(year, 8),
        *(date(year, 12, day) for day in december),
    }
    return frozenset(by_rule - {_MOVED.get(year)}) | _PROCLAIMED.get(year, frozenset())


def easter_sunday(year: int) -> date:
    """Easter by the Gregorian rule (Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, quarter = divmod(century, 4)
    moved = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - moved + 15) % 30
    half, last = divmod(rest, 4)
    weekday = (32 + 2 * quarter + 2 * half - moon - last) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _monday_if_weekend(day: date) -> date:
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return day


def _first_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(_MONDAY - first.weekday()) % 7)


def _last_monday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=last.weekday())


def is_working_day(day: date) -> bool:
    """Whether offices are open."""
    return day.weekday() < _SATURDAY and day not in bank_holidays(day.year)


def add_working_days(start: date, count: int) -> date:
    """The working day that is `count` working days after `start`, which is not counted."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def working_days_between(start: date, end: date) -> int:
    """How many working days lie after `start`, up to and including `end`."""
    days = (end - start).days
    return sum(is_working_day(start + timedelta(days=step)) for step in range(1, days + 1))
