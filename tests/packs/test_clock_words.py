"""Clocks say in words how a step stands, by the rule that was kept with the record."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taf_desktop.packs import load
from taf_desktop.packs.clocks import (
    UNITS,
    Clock,
    clock_from_json,
    moment_from,
    moment_words,
    parse_moment,
)


def _at(text: str) -> datetime:
    found = moment_from(text)
    assert found is not None
    return found


def test_the_front_door_clocks_of_rutland_say_that_they_were_met() -> None:
    clocks = load("rutland").clocks
    received, now = _at("2026-01-05T08:40"), _at("2026-01-06T09:00")
    screened = clocks["screening"].words(received, now, _at("2026-01-05T10:05"))
    decided = clocks["decision"].words(received, now, _at("2026-01-05T15:20"))
    assert (screened, decided) == (
        "met, after 1 hour 25 minutes",
        "met, after 6 hours 40 minutes",
    )


def test_the_assessment_limit_counts_working_days() -> None:
    limit = load("rutland").clocks["assessment"]
    agreed = _at("2026-01-08T16:00")
    assert limit.words(agreed, agreed, _at("2026-01-20T12:00")) == "met, after 8 working days"
    assert limit.words(agreed, _at("2026-01-23T12:00")) == "1 working day left"
    assert limit.words(agreed, _at("2026-01-26T18:00")) == "less than a working day left"
    assert limit.words(agreed, _at("2026-01-28T12:00")) == "2 working days late"
    late = limit.words(agreed, agreed, _at("2026-01-27T12:00"))
    assert late == "not met, after 13 working days"


def test_easter_is_not_counted() -> None:
    limit = Clock(id="a", label="A", amount=2, unit="working_days")
    assert limit.due(_at("2026-04-02T10:00")).date().isoformat() == "2026-04-08"


def test_a_time_with_a_zone_can_be_held_to_a_stored_one_without() -> None:
    clock = Clock(id="a", label="A", amount=2, unit="hours")
    now = datetime(2026, 1, 5, 9, 10, tzinfo=UTC)
    assert clock.words(_at("2026-01-05T08:40"), now) == "1 hour 30 minutes left"


@given(
    st.builds(
        Clock,
        id=st.just("a"),
        label=st.text(),
        amount=st.integers(1, 60),
        unit=st.sampled_from(UNITS),
    ),
    st.datetimes(datetime(2015, 1, 1), datetime(2060, 1, 1)),
)
def test_a_step_is_late_only_after_it_was_due(clock: Clock, start: datetime) -> None:
    due = clock.due(start)
    assert due > start
    assert clock.met(start, due)
    assert clock.words(start, due).endswith(" left")
    assert clock_from_json("a", clock.as_json()) == clock


@pytest.mark.parametrize(
    "text", ["2026-01-05", "20260105T0840", "2026-01-05T08:40+01:00", "2026-13-05T08:40", "", None]
)
def test_only_a_stored_moment_is_one(text: str | None) -> None:
    assert moment_from(text) is None


@given(st.datetimes(datetime(1900, 1, 1), datetime(2199, 1, 1)))
def test_a_moment_is_understood_again_as_it_is_stored(moment: datetime) -> None:
    stored = f"{moment:%Y-%m-%dT%H:%M}"
    assert parse_moment(stored) == stored
    assert moment_words(stored, relative_to=moment.date()).endswith(" today")
