"""The people of a family, the professionals around it, and what somebody must not learn."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.model.audience import Audience
from taf_desktop.model.base import Answer
from taf_desktop.model.family import (
    Agency,
    Family,
    Involvement,
    Person,
    ProtectedFact,
    Relationship,
)
from taf_desktop.services.desk import Desk
from taf_desktop.services.records import living, living_by_id, one, put
from taf_desktop.services.unborn import KEY, Knowing, knowing

_ORDER = {"child": 0, "unborn": 1, "adult": 2, "professional": 3}


IN_NAMES = (
    Person.kind, Person.given_name, Person.family_name, Person.known_as, Person.called,
)  # fmt: skip
"""What the names of people are made of."""


def spoken_name(person: Person) -> str:
    """What the family calls this person: "Nan", "El", "Miss Hall"; else the name on paper."""
    if person.is_child:
        return person.short_name
    return person.called or (person.full_name if person.is_professional else person.short_name)


def family_people(session: Session, family_id: UUID) -> list[Person]:
    """Children, babies to come, then adults of one family."""
    return in_family_order(living(session, Person, family_id=family_id))


def in_family_order(people: Iterable[Person]) -> list[Person]:
    """Children first, then babies to come, then adults."""
    return sorted(people, key=lambda person: _ORDER[person.kind])


def team_people(session: Session, family_id: UUID) -> list[Person]:
    """The professionals who work with one family now."""
    involved = [one_.person_id for one_ in living(session, Involvement, family_id=family_id)]
    found = living_by_id(session, Person, involved)
    return [found[person_id] for person_id in involved if person_id in found]


class People:
    """Everything about who is who."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def one(self, person_id: UUID) -> Person:
        """One person by id."""
        with self._desk.store.read() as session:
            return one(session, Person, person_id)

    def of(self, family_id: UUID) -> list[Person]:
        """The people of a family: children first, then babies to come, then adults."""
        with self._desk.store.read() as session:
            return family_people(session, family_id)

    def team(self, family_id: UUID) -> list[Person]:
        """The professionals who work with a family."""
        with self._desk.store.read() as session:
            return team_people(session, family_id)

    def everyone(self, family_id: UUID) -> list[Person]:
        """The family and the team, in that order."""
        with self._desk.store.read() as session:
            return family_people(session, family_id) + team_people(session, family_id)

    def names(self, family_id: UUID) -> dict[str, str]:
        """Spoken names by person id, for everyone around a family."""
        return {str(person.id): spoken_name(person) for person in self.everyone(family_id)}

    def add(self, family_id: UUID, kind: str, answers: Mapping[str, Answer]) -> Person:
        """Add a child, an unborn child or an adult to a family."""
        person = Person(kind=kind, family_id=family_id)
        put(person, answers)
        with self._desk.store.write(f"Add {person.short_name}", family_id) as session:
            person.position = len(living(session, Person, family_id=family_id))
            session.add(person)
        return person

    def save(self, person_id: UUID, changes: Mapping[str, Answer]) -> Person:
        """Save answers about one person."""
        with self._desk.store.read() as session:
            known = one(session, Person, person_id)
        words = f"Change {known.short_name or 'a person'}"
        with self._desk.store.write(words, known.family_id) as session:
            person = one(session, Person, person_id)
            put(person, changes)
        return person

    def knowing(self, baby_id: UUID) -> Knowing:
        """Who may know about a baby who is not born yet."""
        with self._desk.store.read() as session:
            return knowing(session, one(session, Person, baby_id))

    def let_know(self, baby_id: UUID, audience: Audience) -> None:
        """Say who may know about a baby to come, besides its mother and the lead."""
        with self._desk.store.read() as session:
            family_id = one(session, Person, baby_id).family_id
        with self._desk.store.write("Change who may know about the baby", family_id) as session:
            baby = one(session, Person, baby_id)
            baby.fact_audience = {**baby.fact_audience, KEY: audience.as_json()}

    def take_away(self, person_id: UUID) -> None:
        """Take a person out of the family; undo brings them back."""
        with self._desk.store.read() as session:
            known = one(session, Person, person_id)
        with self._desk.store.write(f"Take {known.short_name} away", known.family_id) as session:
            one(session, Person, person_id).deleted_at = self._desk.now_text

    def relationships(self, family_id: UUID) -> list[Relationship]:
        """What each adult is to each child."""
        with self._desk.store.read() as session:
            return living(session, Relationship, family_id=family_id)

    def relate(
        self, family_id: UUID, person_id: UUID, child_id: UUID, changes: Mapping[str, Answer]
    ) -> Relationship:
        """Say what an adult is to a child; saying it again changes what was said."""
        with self._desk.store.write("Change how they belong together", family_id) as session:
            found = living(session, Relationship, person_id=person_id, child_id=child_id)
            relationship = (
                found[0]
                if found
                else Relationship(family_id=family_id, person_id=person_id, child_id=child_id)
            )
            put(relationship, changes)
            session.add(relationship)
        return relationship

    def protected_facts(self, family_id: UUID) -> list[ProtectedFact]:
        """What somebody around this family must not learn."""
        with self._desk.store.read() as session:
            return living(session, ProtectedFact, family_id=family_id)

    def protect(
        self, family_id: UUID, person_id: UUID, facts: Iterable[str], reason: str | None = None
    ) -> None:
        """Set which facts a person must not learn: any of address, school, gp, venue."""
        wanted = set(facts)
        words = "Change what somebody must not learn"
        with self._desk.store.write(words, family_id) as session:
            known = {
                row.fact: row
                for row in living(session, ProtectedFact, family_id=family_id, person_id=person_id)
            }
            for fact in sorted(wanted - set(known)):
                session.add(
                    ProtectedFact(
                        family_id=family_id, person_id=person_id, fact=fact, reason=reason
                    )
                )
            for fact, row in known.items():
                row.reason = reason
                if fact not in wanted:
                    row.deleted_at = self._desk.now_text


class Agencies:
    """Schools, teams and charities, and the professionals who come from them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> list[Agency]:
        """Every agency, by name."""
        with self._desk.store.read() as session:
            return sorted(living(session, Agency), key=lambda agency: agency.name.casefold())

    def add(self, name: str, kind: str | None = None) -> Agency:
        """Add an agency, or give back the one that has this name already."""
        for known in self.all():
            if known.name.casefold() == name.strip().casefold():
                return known
        agency = Agency(name=name.strip(), kind=kind)
        with self._desk.store.write("Add an agency") as session:
            session.add(agency)
        return agency

    def save(self, agency_id: UUID, changes: Mapping[str, Answer]) -> None:
        """Save answers about an agency."""
        with self._desk.store.write("Change an agency") as session:
            put(one(session, Agency, agency_id), changes)

    def professionals(self) -> list[Person]:
        """Every professional this store knows, by name."""
        with self._desk.store.read() as session:
            people = living(session, Person, kind="professional")
            return sorted(people, key=lambda person: person.full_name.casefold())

    def add_professional(
        self, answers: Mapping[str, Answer], family_id: UUID | None = None, part: str = "member"
    ) -> Person:
        """Add a professional, and to a family's team when one is named."""
        person = Person(kind="professional")
        put(person, answers)
        with self._desk.store.write(f"Add {person.full_name}", family_id) as session:
            session.add(person)
            session.flush()
            if family_id is not None:
                session.add(_involvement(family_id, person.id, part, self._desk.today_text))
        return person

    def involve(self, family_id: UUID, person_id: UUID, part: str = "member") -> None:
        """Bring a known professional into a family's team."""
        with self._desk.store.write("Bring somebody into the team", family_id) as session:
            if not living(session, Involvement, family_id=family_id, person_id=person_id):
                session.add(_involvement(family_id, person_id, part, self._desk.today_text))

    def make_lead(self, family_id: UUID, person_id: UUID) -> None:
        """Make a professional the family's lead professional."""
        self.involve(family_id, person_id)
        with self._desk.store.write("Change the lead professional", family_id) as session:
            one(session, Family, family_id).lead_id = person_id

    def release(self, family_id: UUID, person_id: UUID) -> None:
        """Take a professional out of a family's team."""
        with self._desk.store.write("Take somebody out of the team", family_id) as session:
            for row in living(session, Involvement, family_id=family_id, person_id=person_id):
                row.deleted_at = self._desk.now_text


def _involvement(family_id: UUID, person_id: UUID, part: str, today: str) -> Involvement:
    return Involvement(family_id=family_id, person_id=person_id, part=part, since=today)
