"""Dates and time scales: understood as people write them, kept when they are none."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taf_desktop.packs.clocks import Clock, spell
from taf_desktop.packs.dates import age_on, date_words, parse_partial
from taf_desktop.packs.kinds import KINDS
from taf_desktop.packs.numbers import problem_with_nhs_number, problem_with_upn
from taf_desktop.packs.pack import Field
from taf_desktop.packs.working_days import (
    add_working_days,
    bank_holidays,
    is_working_day,
    working_days_between,
)


@pytest.mark.parametrize(
    ("typed", "stored", "printed"),
    [
        ("14 Nov 2016", "2016-11-14", "14 November 2016"),
        ("14/11/2016", "2016-11-14", "14 November 2016"),
        ("3rd May 2021", "2021-05-03", "3 May 2021"),
        ("Nov 2016", "2016-11", "November 2016"),
        ("1993", "1993", "1993"),
        ("about 2019", "about 2019", "about 2019"),
    ],
)
def test_a_date_is_understood_as_people_write_it(typed: str, stored: str, printed: str) -> None:
    found = parse_partial(typed)
    assert found is not None
    assert (found.as_text(), found.words()) == (stored, printed)
    assert date_words(stored) == printed


@pytest.mark.parametrize("typed", ["31/2/2026", "soon", "14/14/2016", "20266", "Ma 2020", ""])
def test_what_is_no_date_is_kept_as_typed(typed: str) -> None:
    assert parse_partial(typed) is None
    assert date_words(typed) == typed


@given(st.text(max_size=40), st.sampled_from(sorted(set(KINDS) - {"rows", "choices", "people"})))
def test_nothing_that_was_typed_is_lost(typed: str, kind: str) -> None:
    field = Field(key="a", kind=kind, label="A")
    value = KINDS[kind].parse(field, typed)
    again = KINDS[kind].parse(field, KINDS[kind].text(field, value))
    assert again == value
    assert (value is None) == (typed == "")


def test_an_age_waits_for_the_birthday() -> None:
    assert age_on("2016-11-14", date(2026, 1, 29)) == 9
    assert age_on("2016-11-14", date(2026, 11, 14)) == 10
    assert age_on("about 2016", date(2026, 1, 1)) is None
    assert age_on("1993", date(2026, 1, 1)) is None


def test_good_friday_and_easter_monday_2026_are_no_working_days() -> None:
    assert not is_working_day(date(2026, 4, 3))
    assert not is_working_day(date(2026, 4, 6))
    assert is_working_day(date(2026, 4, 7))


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2020, 5, 8), 2020), (date(2021, 12, 27), 2021), (date(2022, 12, 27), 2022),
        (date(2022, 6, 3), 2022), (date(2023, 5, 8), 2023), (date(2026, 12, 28), 2026),
        (date(2027, 3, 26), 2027), (date(2028, 1, 3), 2028),
    ],
)  # fmt: skip
def test_bank_holidays_of_odd_years(day: date, year: int) -> None:
    assert day in bank_holidays(year)
    assert len(bank_holidays(year)) in (8, 9, 10)


def test_the_marlow_clocks_count_in_working_days() -> None:
    assert working_days_between(date(2026, 1, 8), date(2026, 1, 20)) == 8
    assert working_days_between(date(2026, 1, 20), date(2026, 1, 29)) == 7


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 60))
def test_adding_working_days_and_counting_them_agree(start: date, count: int) -> None:
    end = add_working_days(start, count)
    assert is_working_day(end)
    assert working_days_between(start, end) == count


def test_a_clock_says_when_a_step_is_due() -> None:
    start = datetime(2026, 1, 5, 8, 40, tzinfo=UTC)
    two_hours = Clock(id="a", label="Screened", amount=2, unit="hours")
    assert two_hours.due(start).time().isoformat() == "10:40:00"
    assert two_hours.within == "within 2 hours"
    month = Clock(id="b", label="B", amount=1, unit="months")
    assert month.due(datetime(2026, 1, 31, tzinfo=UTC)).date() == date(2026, 2, 28)
    assert spell(datetime(2026, 1, 5, 10, 5, tzinfo=UTC) - start) == "1 hour 25 minutes"


def test_a_slip_in_a_upn_is_pointed_out() -> None:
    assert problem_with_upn("H801200001001") is None
    assert problem_with_upn("X00180001701A") is None
    for wrong in ("G801200001001", "A801200001001", "H80120000100", "HH01200001001"):
        assert problem_with_upn(wrong)


def test_a_slip_in_an_nhs_number_is_pointed_out() -> None:
    assert problem_with_nhs_number("943 476 5919") is None
    assert problem_with_nhs_number("943 476 5918")
    assert problem_with_nhs_number("12345")
