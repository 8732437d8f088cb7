"""Times and spans as people say them; what may mean two things is asked about, never guessed."""

import pytest

from taf_desktop.packs.kinds import KINDS, problem
from taf_desktop.packs.pack import Field
from taf_desktop.packs.times import minutes_said, time_said

TIME = Field(key="starts_at", kind="short_text", label="Time", check="time")
MINUTES = Field(key="minutes", kind="number", label="Minutes", check="minutes")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("15:30", "15:30"), ("3.30pm", "15:30"), ("half three", "15:30"),
        ("Half past three", "15:30"), ("quarter to four", "15:45"), ("quarter past 4", "16:15"),
        ("3", "15:00"), ("3 o'clock", "15:00"), ("08:40", "08:40"), ("8.40", "08:40"),
        ("1530", "15:30"), ("7pm", "19:00"), ("7 am", "07:00"), ("12am", "00:00"),
        ("noon", "12:00"), ("quarter to one", "12:45"), ("03:30", "03:30"),
    ],
)  # fmt: skip
def test_a_time_that_means_one_thing_is_understood(said: str, meant: str) -> None:
    assert time_said(said) == meant
    assert KINDS["short_text"].parse(TIME, said) == meant
    assert problem(TIME, meant) is None


@pytest.mark.parametrize(
    "said", ["half seven", "7", "seven", "25:00", "half", "half to four", "after school", "13pm"]
)
def test_what_is_no_time_or_may_be_two_is_kept_and_asked_about(said: str) -> None:
    assert time_said(said) is None
    assert KINDS["short_text"].parse(TIME, said) == said
    assert "half three or 7pm" in (problem(TIME, said) or "")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("50", 50), ("an hour", 60), ("An hour and a half", 90), ("half an hour", 30),
        ("1.5 hours", 90), ("1 h 30", 90), ("45 minutes", 45), ("two hours", 120),
        ("three quarters of an hour", 45), ("an hour and 15 minutes", 75),
    ],
)  # fmt: skip
def test_a_span_that_means_one_thing_becomes_minutes(said: str, meant: int) -> None:
    assert minutes_said(said) == meant
    assert KINDS["number"].parse(MINUTES, said) == meant


@pytest.mark.parametrize("said", ["a while", "about an hour", "0 minutes", "99999 minutes", "½"])
def test_what_is_no_span_is_kept_and_asked_about(said: str) -> None:
    kept = KINDS["number"].parse(MINUTES, said)
    assert kept == said
    assert problem(MINUTES, kept) == "How many minutes is that? For example: 50, or an hour."
