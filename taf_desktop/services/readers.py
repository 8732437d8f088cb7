"""For whom a screen or a document is: each person's standing, worked out in one place."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.model.audience import Reader, Standing
from taf_desktop.model.family import Family, Person, ProtectedFact
from taf_desktop.services.people import team_people
from taf_desktop.services.records import living, one

ADDRESS, SCHOOL, GP, VENUE = "address", "school", "gp", "venue"


def reader_for(session: Session, family_id: UUID, person: Person) -> Reader:
    """One person as a reader: somebody from whom a fact is protected stands outside the plan."""
    family = one(session, Family, family_id)
    facts = living(session, ProtectedFact, family_id=family_id, person_id=person.id)
    return Reader(
        person_id=person.id,
        standing=_standing(session, family_id, person, facts),
        is_lead=family.lead_id == person.id,
        agency_id=person.agency_id,
        must_not_learn=frozenset(row.fact for row in facts),
    )


def _standing(
    session: Session, family_id: UUID, person: Person, facts: Sequence[ProtectedFact]
) -> Standing:
    if facts:
        return Standing.OUTSIDE
    if person.family_id == family_id:
        return Standing.FAMILY
    team = {one_.id for one_ in team_people(session, family_id)}
    return Standing.TEAM if person.id in team else Standing.OUTSIDE


def readers_for(session: Session, family_id: UUID, person_ids: Sequence[UUID]) -> list[Reader]:
    """Several people as the readers of one and the same copy."""
    return [
        reader_for(session, family_id, one(session, Person, person_id)) for person_id in person_ids
    ]


def may_learn(readers: Sequence[Reader], fact: str) -> bool:
    """Whether a protected fact may stand on a copy for all these readers."""
    return bool(readers) and all(
        fact not in reader.must_not_learn and reader.standing is not Standing.OUTSIDE
        for reader in readers
    )
