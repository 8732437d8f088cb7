"""When somebody cannot come: understood as typed, told to those who may know, undone, erased."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from taf_desktop.model.family import Absence
from taf_desktop.packs.loading import load
from taf_desktop.services.absence_line import BACKWARDS, ONE_LINE, WHEN, WHOSE, understand_absence
from taf_desktop.services.away import Away, doubt_about
from taf_desktop.services.day_remarks import (
    DayLimits,
    about_meeting,
    about_next,
    about_time,
    suggested,
)
from taf_desktop.services.workspace import Workspace

TWO_WEEKS = "T is away from Monday 9 February to Friday 20 February 2026."
NAMES = {"tom": "tom", "tom bell": "tom", "mum": "mum"}
TODAY = date(2026, 1, 29)


@pytest.mark.parametrize(
    ("line", "told", "why"),
    [
        ("Tom away 9 to 20 Feb", TWO_WEEKS, ""),
        ("tom away 9–20 February", TWO_WEEKS, ""),
        ("Tom away Mon 9 to Fri 20 Feb, Spain", TWO_WEEKS, "Spain"),
        ("Tom Bell is away from 9/2 to 20/2/2026: jury", TWO_WEEKS, "jury"),
        (
            "Tom away between 28 Dec and 4 Jan",
            "T is away from Monday 28 December 2026 to Monday 4 January 2027.",
            "",
        ),
        (
            "Tom away 28 to 3 March",
            "T is away from Saturday 28 February to Tuesday 3 March 2026.",
            "",
        ),
        (
            "Tom off until 20 Feb because of work",
            "T is away until Friday 20 February 2026.",
            "work",
        ),
        ("Tom is not here from Monday", "T is away from Monday 2 February 2026.", ""),
        ("Tom away tomorrow", "T is away on Friday 30 January 2026.", ""),
        ("Mum's away next week", "T is away from Monday 2 February to Friday 6 February 2026.", ""),
        ("Mum never on Wednesdays", "T cannot come on Wednesdays.", ""),
        ("Mum never Wednesday", "T cannot come on Wednesdays.", ""),
        (
            "Mum can't come on Tuesdays and Thursdays (nights)",
            "T cannot come on Tuesdays and Thursdays.",
            "nights",
        ),
        (
            "Mum not on Mondays until 1 March",
            "T cannot come on Mondays until Sunday 1 March 2026.",
            "",
        ),
    ],
)
def test_a_line_is_understood_as_it_is_said(line: str, told: str, why: str) -> None:
    found = understand_absence(line, NAMES, TODAY)
    assert (found.problem, found.away("T").words(), found.why) == ("", told, why)
    assert found.who == ("mum" if line.startswith("Mum") else "tom")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Bob away 9 Feb", WHOSE),
        ("away 9 Feb", WHOSE),
        ("Tom away", WHEN),
        ("Tom away 31 Feb", WHEN),
        ("Tom away 20 Feb to 9 Feb 2026", BACKWARDS),
        ("Tom away Friday and Monday", ONE_LINE),
    ],
)
def test_what_is_not_understood_is_said_and_not_guessed(line: str, problem: str) -> None:
    assert understand_absence(line, NAMES, TODAY).problem == problem


def test_on_the_page_of_a_person_no_name_is_needed() -> None:
    found = understand_absence("away 9 Feb", {}, TODAY, "tom")
    assert (found.who, found.first_on, found.problem) == ("tom", date(2026, 2, 9), "")


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"first_on": "2026-02-20", "last_on": "2026-02-09"}, "That ends before it begins."),
        ({"first_on": "2026-02"}, "“February 2026” is not a whole day: it is not thought of yet."),
        ({"first_on": "2026-02-09", "last_on": "2026-02-09"}, ""),
    ],
)
def test_days_that_cannot_be_are_said_and_kept(told: dict[str, str], words: str) -> None:
    assert doubt_about(Absence(person_id=uuid4(), **told)) == words


def limits(*away: Away) -> DayLimits:
    return DayLimits(pack=load("rutland"), start=TODAY, today=TODAY, away=away)


TOM = Away(name="Tom Bell", first_on=date(2026, 3, 9), last_on=date(2026, 3, 20))


def test_a_day_on_which_somebody_is_away_is_said_and_not_offered() -> None:
    words = about_meeting(date(2026, 3, 12), limits(TOM))
    assert words == "Tom Bell is away until Friday 20 March 2026."
    assert date(2026, 3, 12) not in suggested(limits(TOM))
    assert date(2026, 3, 26) in suggested(limits(TOM))


def test_the_last_day_away_counts_and_the_day_after_does_not() -> None:
    assert TOM.covers(date(2026, 3, 20))
    assert not TOM.covers(date(2026, 3, 21))
    assert not Away(name="Tom").covers(date(2026, 3, 20))


def test_where_somebody_never_can_on_that_weekday_another_is_offered() -> None:
    never = Away(name="Mum", weekdays=frozenset({TODAY.weekday()}))
    found = suggested(limits(never))
    assert found
    assert all(day.strftime("%A") == "Friday" for day in found)


def test_a_day_that_has_gone_by_since_the_meeting_is_said() -> None:
    late = DayLimits(pack=load("default"), start=TODAY, today=date(2026, 3, 1))
    assert about_meeting(date(2026, 2, 26), late) == "Thursday 26 February 2026 is in the past."


def test_half_a_date_and_a_time_in_words_are_said() -> None:
    assert about_next("2026-03", limits()).startswith("“March 2026” is not a whole day yet")
    assert about_next(None, limits()) == ""
    assert "15:30" in about_time("half three")
    assert about_time("9.15") == ""


@pytest.fixture
def meeting_id(workspace: Workspace) -> UUID:
    """The first meeting of a family of two adults, with a professional beside them."""
    family = workspace.families.add("Marlow")
    for name in ("Dana", "Craig"):
        workspace.people.add(family.id, "adult", {"given_name": name})
    workspace.agencies.add_professional({"given_name": "Tom", "family_name": "Bell"}, family.id)
    return workspace.meetings.add(family.id).id


def people(workspace: Workspace, meeting_id: UUID) -> dict[str, UUID]:
    family_id = workspace.meetings.one(meeting_id).family_id
    return {person.given_name: person.id for person in workspace.people.everyone(family_id)}


def note(workspace: Workspace, meeting_id: UUID, name: str) -> UUID:
    family_id = workspace.meetings.one(meeting_id).family_id
    person_id = people(workspace, meeting_id)[name]
    told = {"first_on": "2026-02-09", "last_on": "2026-02-20", "why": "an operation"}
    return workspace.absences.add(family_id, person_id, told).id


def test_an_absence_is_known_in_the_room_and_goes_with_undo(
    workspace: Workspace, meeting_id: UUID
) -> None:
    note(workspace, meeting_id, "Tom")
    [line] = workspace.absences.in_room(meeting_id)
    assert line.away.words().startswith("Tom Bell is away from Monday 9 February")
    assert workspace.history.undo() == "Note when somebody is away"
    assert workspace.absences.in_room(meeting_id) == []


def test_before_somebody_outside_the_plan_nobody_elses_absence_is_read(
    workspace: Workspace, meeting_id: UUID
) -> None:
    known = people(workspace, meeting_id)
    family_id = workspace.meetings.one(meeting_id).family_id
    for name in ("Tom", "Dana", "Craig"):
        note(workspace, meeting_id, name)
    workspace.people.protect(family_id, known["Craig"], ["address"])
    workspace.meetings.attend(meeting_id, known["Craig"], {"state": "present"})
    assert [line.row.person_id for line in workspace.absences.in_room(meeting_id)] == [
        known["Craig"]
    ]


def test_erasing_a_family_erases_its_absences_and_leaves_a_professionals(
    workspace: Workspace, meeting_id: UUID
) -> None:
    known, family_id = people(workspace, meeting_id), workspace.meetings.one(meeting_id).family_id
    note(workspace, meeting_id, "Dana")
    note(workspace, meeting_id, "Tom")
    erasure = workspace.erasing.erase(family_id, "asked for by a parent")
    assert erasure.counts["absence"] == 1
    assert len(workspace.absences.of_person(known["Tom"])) == 1
