"""A line such as "Dad and Sam ring housing by Fri 13 Feb" is understood, and nothing is lost."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from taf_desktop.model.family import Person
from taf_desktop.packs.dates import MONTHS
from taf_desktop.services.action_line import names_of, understand
from taf_desktop.services.actions import day_of

TODAY = date(2026, 1, 29)  # a Thursday


def person(given_name: str, family_name: str = "", called: str = "", kind: str = "adult") -> Person:
    return Person(kind=kind, given_name=given_name, family_name=family_name, called=called or None)


DAD, MUM, SAM = (
    person("Lee", "Baines", "Dad"),
    person("Dana", "Marlow", "Mum"),
    person("Sam", "Reed"),
)
HALL = person("Amira", "Hall", "Miss Hall", kind="professional")
PEOPLE = [DAD, MUM, SAM, HALL]
NAMES = names_of(PEOPLE)
SPOKEN = {str(DAD.id): "Dad", str(MUM.id): "Mum", str(SAM.id): "Sam", str(HALL.id): "Miss Hall"}


def read(line: str) -> tuple[str, str]:
    found = understand(line, NAMES, TODAY)
    return found.what, found.words(SPOKEN)


@pytest.mark.parametrize(
    ("line", "what", "words"),
    [
        ("Dad and Sam ring housing by Fri 13 Feb", "Ring housing",
         "Dad, helped by Sam, by Friday 13 February 2026"),
        ("dad & sam reed, miss hall: ring housing by 13/2", "Ring housing",
         "Dad, helped by Sam and Miss Hall, by Friday 13 February 2026"),
        ("Dana Marlow rings the GP tomorrow", "Rings the GP", "Mum, by Friday 30 January 2026"),
        ("Mum will ring the GP by Friday.", "Ring the GP", "Mum, by Friday 30 January 2026"),
        ("Miss  Hall to chase it next week", "Chase it", "Miss Hall, by Friday 6 February 2026"),
        ("Sam writes to housing in two weeks", "Writes to housing",
         "Sam, by Thursday 12 February 2026"),
        ("Sam writes in 10 days' time", "Writes", "Sam, by Sunday 8 February 2026"),
        ("Sam writes within a month", "Writes", "Sam, by Saturday 28 February 2026"),
        ("Sam writes by the end of the month", "Writes", "Sam, by Saturday 31 January 2026"),
        ("Mum reads to Finn every school night", "Reads to Finn", "Mum, every school night"),
        ("Dad chooses breakfast every Friday", "Chooses breakfast", "Dad, every Friday"),
        ("Mum rings by Thursday", "Rings", "Mum, by Thursday 5 February 2026"),
        ("Mum rings next Monday", "Rings", "Mum, by Monday 2 February 2026"),
        ("Mum rings by the 3rd of March", "Rings", "Mum, by Tuesday 3 March 2026"),
        ("by 3 March 2026 Mum rings", "Rings", "Mum, by Tuesday 3 March 2026"),
        ("Mum rings on 3.3.26", "Rings", "Mum, by Tuesday 3 March 2026"),
        ("Sam rings housing helped by Mum by 13 Feb", "Rings housing",
         "Sam, helped by Mum, by Friday 13 February 2026"),
        ("ring housing", "Ring housing", "Nobody yet, no day yet"),
        ("Dad and his brother paint the room", "Dad and his brother paint the room",
         "Dad, no day yet"),
        ("Granny Smith rings housing", "Granny Smith rings housing", "Nobody yet, no day yet"),
        ("Mum's sister rings housing", "Mum's sister rings housing", "Nobody yet, no day yet"),
        ("Mumbling must stop", "Mumbling must stop", "Nobody yet, no day yet"),
        ("Mum sits in the sun", "Sits in the sun", "Mum, no day yet"),
        ("Breakfast club from Monday", "Breakfast club from Monday", "Nobody yet, no day yet"),
        ("Nan comes Tuesday and Thursday", "Nan comes Tuesday and Thursday",
         "Nobody yet, no day yet"),
        ("Ring by 31 Feb", "Ring by 31 Feb", "Nobody yet, no day yet"),
        ("Mum", "Mum", "Nobody yet, no day yet"),
        ("Mum by Friday", "Mum by Friday", "Nobody yet, no day yet"),
    ],
)  # fmt: skip
def test_a_line_is_read_as_it_was_meant(line: str, what: str, words: str) -> None:
    assert read(line) == (what, words)


def test_a_weekday_that_does_not_fit_its_day_is_asked_about_and_kept() -> None:
    found = understand("Mum rings by Thu 13 Feb", NAMES, TODAY)
    assert found.by_when == "2026-02-13"
    assert found.doubt == "Friday 13 February 2026: is that the day you mean?"


def test_a_day_just_past_stays_past_and_one_long_past_is_the_next_one() -> None:
    assert understand("Mum rings by 20 January", NAMES, TODAY).by_when == "2026-01-20"
    assert understand("Mum rings by 20 January", NAMES, date(2026, 7, 1)).by_when == "2027-01-20"


def test_a_name_that_two_people_have_is_left_in_the_words() -> None:
    names = names_of([SAM, person("Sam", "Hart")])
    found = understand("Sam rings housing", names, TODAY)
    assert (found.who, found.what) == (None, "Sam rings housing")
    assert understand("Sam Hart rings housing", names, TODAY).who is not None


def test_what_the_family_calls_somebody_counts_before_a_given_name() -> None:
    child = person("Dana", kind="child")
    names = names_of([child, MUM])
    assert names["dana"] == str(child.id)
    assert names["mum"] == names["dana marlow"] == str(MUM.id)


def test_the_answers_are_those_of_the_form() -> None:
    found = understand("Dad and Sam ring housing by Fri 13 Feb", NAMES, TODAY)
    assert found.answers() == {
        "what": "Ring housing",
        "who_id": str(DAD.id),
        "helped_by": [str(SAM.id)],
        "by_when": "2026-02-13",
    }


days = some.dates(date(2020, 1, 1), date(2100, 1, 1))


@given(some.text(max_size=80), days)
def test_any_line_is_read_and_a_day_is_a_day(line: str, today: date) -> None:
    found = understand(line, NAMES, today)
    assert found.by_when is None or day_of(found.by_when) or found.by_when in " ".join(line.split())
    assert bool(found.what) == bool(line.split())


@given(some.lists(some.sampled_from(["paint", "the", "damp", "room", "with", "care"]), min_size=1))
def test_words_without_a_name_or_a_day_come_back_as_they_were(words: list[str]) -> None:
    line = " ".join(words)
    assert understand(line, NAMES, TODAY).what.lower() == line


@given(
    some.lists(some.sampled_from(sorted(NAMES)), min_size=1, max_size=4),
    some.sampled_from([" and ", ", ", " & ", ", and "]),
    some.sampled_from([str.lower, str.upper, str.title]),
    days,
    days,
)
def test_names_and_a_whole_day_are_always_understood(
    said: list[str], between: str, case, day: date, today: date
) -> None:
    spoken = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    found = understand(f"{case(between.join(said))} ring housing by {spoken}", NAMES, today)
    people = list(dict.fromkeys(NAMES[name] for name in said))
    assert [found.who, *found.helped_by] == people
    assert (found.what, found.by_when) == ("Ring housing", day.isoformat())


@given(some.sampled_from(["tomorrow", "friday", "next week", "in 3 weeks", "today"]), days)
def test_a_day_near_today_is_never_in_the_past(words: str, today: date) -> None:
    day = day_of(understand(f"Mum rings {words}", NAMES, today).by_when)
    assert day is not None
    assert today <= day <= today + timedelta(weeks=3)
