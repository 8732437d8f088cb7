"""For whom a screen or a document is: each person's standing, worked out in one place."""

from collections import defaultdict
from collections.abc import Sequence, Set
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.model.audience import Reader, Standing
from taf_desktop.model.family import Family, Person, ProtectedFact
from taf_desktop.services.people import team_people
from taf_desktop.services.records import living, one

ADDRESS, SCHOOL, GP, VENUE = "address", "school", "gp", "venue"


def readers_for(session: Session, family_id: UUID, person_ids: Sequence[UUID]) -> list[Reader]:
    """Several people as the readers of one and the same copy."""
    people = [one(session, Person, person_id) for person_id in person_ids]
    if not people:
        return []
    lead_id = one(session, Family, family_id).lead_id
    # Whoever leads the family's plan is of the team, also after being taken out of the list.
    team = {*(each.id for each in team_people(session, family_id)), lead_id}
    kept: defaultdict[UUID, set[str]] = defaultdict(set)
    for row in living(session, ProtectedFact, family_id=family_id):
        kept[row.person_id].add(row.fact)
    return [
        Reader(
            person_id=person.id,
            standing=_standing(family_id, person, team, has_facts=bool(kept[person.id])),
            is_lead=lead_id == person.id,
            agency_id=person.agency_id,
            must_not_learn=frozenset(kept[person.id]),
        )
        for person in people
    ]


def _standing(
    family_id: UUID, person: Person, team: Set[UUID | None], *, has_facts: bool
) -> Standing:
    """Somebody from whom a fact is protected stands outside the plan."""
    if has_facts:
        return Standing.OUTSIDE
    if person.family_id == family_id:
        return Standing.FAMILY
    return Standing.TEAM if person.id in team else Standing.OUTSIDE


def may_learn(readers: Sequence[Reader], fact: str) -> bool:
    """Whether a protected fact may stand on a copy for all these readers."""
    return bool(readers) and all(
        fact not in reader.must_not_learn and reader.standing is not Standing.OUTSIDE
        for reader in readers
    )
