"""What is said about a day: gently, in full, and only when something is odd."""

from datetime import date

import pytest

from taf_desktop.packs.loading import load
from taf_desktop.services.day_remarks import DayLimits, about_action, about_meeting, suggested

RUTLAND = load("rutland")


def limits(start: str = "2026-01-29", next_on: date | None = None) -> DayLimits:
    return DayLimits(pack=RUTLAND, start=date.fromisoformat(start), next_on=next_on)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-03-12", ""),
        ("2026-01-29", "Thursday 29 January 2026 is not after this meeting."),
        ("2026-03-14", "Saturday 14 March 2026 is no working day."),
        (
            "2026-04-06",
            "Monday 6 April 2026 is a bank holiday. "
            "Schools are closed: Easter holidays (example dates).",
        ),
        ("2026-02-19", "Schools are closed: spring half-term (example dates)."),
        ("2026-04-23", ""),
        ("2026-04-24", "Friday 24 April 2026 is more than 12 weeks away."),
    ],
)
def test_the_day_of_the_next_meeting(day: str, words: str) -> None:
    assert about_meeting(date.fromisoformat(day), limits()) == words


def test_an_action_after_the_next_meeting_is_said_once_and_not_as_far_away_too() -> None:
    found = about_action(date(2026, 6, 4), limits(next_on=date(2026, 3, 12)))
    assert found == ("Thursday 4 June 2026 is after the next meeting, Thursday 12 March 2026.")


def test_days_to_choose_are_the_same_weekday_and_open() -> None:
    assert suggested(limits()) == [date(2026, 2, 26), date(2026, 3, 12), date(2026, 3, 26)]


def test_a_day_in_the_holidays_gives_way_to_a_week_later() -> None:
    found = suggested(limits("2026-02-23"))
    assert found == [date(2026, 3, 23), date(2026, 4, 13), date(2026, 4, 20)]
    assert all(day.weekday() == 0 for day in found)


def test_a_council_without_school_holidays_is_told_nothing_of_schools() -> None:
    plain = DayLimits(pack=load("default"), start=date(2026, 1, 29))
    assert about_meeting(date(2026, 2, 19), plain) == ""
