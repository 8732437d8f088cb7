"""Who may see what: an allow-list that nobody is on by default."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taf_desktop.model.audience import Audience, Level, Reader, Standing

SCHOOL = uuid4()
MUM = Reader(person_id=uuid4(), standing=Standing.FAMILY)
TEACHER = Reader(person_id=uuid4(), standing=Standing.TEAM, agency_id=SCHOOL)
LEAD = Reader(person_id=uuid4(), standing=Standing.TEAM, is_lead=True)
OUTSIDER = Reader(
    person_id=uuid4(), standing=Standing.OUTSIDE, must_not_learn=frozenset({"address"})
)


@pytest.mark.parametrize(
    ("level", "who_sees"),
    [
        (Level.EVERYONE, {"mum", "teacher", "lead"}),
        (Level.TEAM, {"teacher", "lead"}),
        (Level.NAMED, {"lead"}),
        (Level.LEAD, {"lead"}),
    ],
)
def test_a_level_admits_exactly_its_readers(level: Level, who_sees: set[str]) -> None:
    readers = {"mum": MUM, "teacher": TEACHER, "lead": LEAD, "outsider": OUTSIDER}
    audience = Audience(level=level)
    assert {name for name, reader in readers.items() if audience.admits(reader)} == who_sees


def test_somebody_outside_sees_only_what_names_them() -> None:
    assert not Audience().admits(OUTSIDER)
    assert Audience(level=Level.NAMED, people=frozenset({OUTSIDER.person_id})).admits(OUTSIDER)


def test_never_wins_over_being_named_and_over_being_the_lead() -> None:
    for reader in (MUM, LEAD):
        only = frozenset({reader.person_id})
        assert not Audience(people=only, never=only).admits(reader)


def test_a_named_agency_admits_its_people_in_the_team() -> None:
    audience = Audience(level=Level.NAMED, agencies=frozenset({SCHOOL}))
    assert audience.admits(TEACHER)
    assert not audience.admits(MUM)


def test_a_copy_for_two_readers_shows_only_what_both_may_see() -> None:
    assert not Audience(level=Level.TEAM).admits_all([TEACHER, MUM])


IDS = st.frozensets(st.uuids(), max_size=3)


@given(st.builds(Audience, level=st.sampled_from(Level), people=IDS, agencies=IDS, never=IDS))
def test_an_audience_comes_back_from_its_stored_form(audience: Audience) -> None:
    assert Audience.from_json(audience.as_json()) == audience


@pytest.mark.parametrize("stored", [None, {}, {"level": "all"}, "everyone"])
def test_an_audience_that_cannot_be_read_is_for_the_lead_alone(stored: object) -> None:
    audience = Audience.from_json(stored)  # type: ignore[arg-type]
    assert audience == Audience(level=Level.LEAD)
    assert not audience.admits(MUM)
