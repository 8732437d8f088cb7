"""The room: who is here, and so what may stand on a screen that all of them can see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.model.audience import Audience, Level, Reader, Standing
from taf_desktop.model.episode import Agreement
from taf_desktop.model.family import Agency, Person
from taf_desktop.model.meeting import APART, Attendance, Meeting, PlanAgreement
from taf_desktop.packs.pack import Field, Pack
from taf_desktop.services.agreeing import changed_since
from taf_desktop.services.allowing import Allowing
from taf_desktop.services.own_words import is_own
from taf_desktop.services.people import spoken_name, team_people
from taf_desktop.services.permissions import Permission, refuses
from taf_desktop.services.readers import GP, SCHOOL
from taf_desktop.services.records import living, living_by_id
from taf_desktop.services.seen_together import seen_together

GIVES_AWAY = {"school": SCHOOL, "early_years": SCHOOL, "college": SCHOOL, "gp": GP}
"""Kinds of agency whose people give a protected fact away by their names alone."""


@dataclass(frozen=True, kw_only=True)
class Room:
    """What everybody who is here may see of a meeting and of the people around the family.

    With nobody ticked as here the meeting is being prepared at a desk, and nothing is held back
    but what has an audience of its own. `states` and `agreed` are what everybody hears in the room:
    who is here and who agrees. `attendance`, `said_of_plan` and `agreements` hold only what may be
    seen; `given` is what people said about showing what is theirs; `changed_since` says by person
    when the plan was changed last after what they said of it; `nameless` is how many people may not
    even be named.
    """

    here: tuple[UUID, ...]
    readers: tuple[Reader, ...]
    people: tuple[Person, ...]
    states: Mapping[UUID, str | None]
    attendance: Mapping[UUID, Attendance]
    agreed: Mapping[UUID, str | None]
    said_of_plan: Mapping[UUID, PlanAgreement]
    changed_since: Mapping[UUID, datetime]
    agreements: tuple[Agreement, ...]
    given: Mapping[UUID, Permission]
    nameless: int

    @property
    def has_outsider(self) -> bool:
        """Whether somebody is here who stands outside the plan."""
        return any(reader.standing is Standing.OUTSIDE for reader in self.readers)

    @property
    def names(self) -> dict[str, str]:
        """Spoken names by person id, of everybody who may be named."""
        return {str(person.id): spoken_name(person) for person in self.people}

    def hides(self, fact: str) -> bool:
        """Whether a protected fact must not be on the screen."""
        return self.has_outsider or any(fact in one.must_not_learn for one in self.readers)

    def shows(self, field: Field) -> bool:
        """Whether an answer to this question may be on the screen."""
        if field.protects and self.hides(field.protects):
            return False
        level = Level(field.audience)
        return level is Level.EVERYONE or Audience(level=level).admits_all(self.readers)

    def admits(self, audience: Audience, whose: UUID) -> bool:
        """Whether everybody who is here may see something; its own words nobody is kept from."""
        if not self.readers:
            return audience == Audience()
        if refuses(self.given, whose, self.readers, own_words=False):
            return False
        return all(one.person_id == whose or audience.admits(one) for one in self.readers)

    def keeps_words(self, whose: UUID) -> bool:
        """Whether somebody's own words must not stand on the screen, as they said."""
        return refuses(self.given, whose, self.readers, own_words=True)


def room_of(session: Session, meeting: Meeting, pack: Pack) -> Room:
    """The room of a meeting, by who is ticked as here."""
    rows = living(session, Attendance, meeting_id=meeting.id)
    here = _at_the_screen(session, meeting, rows)
    allowing = seen_together(session, meeting.family_id, here, pack)
    unseen = _unnamed(session, allowing, here)
    attendance = allowing.rows(Attendance, meeting_id=meeting.id)
    said = living(session, PlanAgreement, meeting_id=meeting.id)
    seen = [row for row in said if allowing.reads(row) and not allowing.keeps_words(row.person_id)]
    return Room(
        here=tuple(here),
        readers=tuple(allowing.readers),
        people=tuple(one for one in allowing.people.values() if one.id not in unseen),
        states={row.person_id: row.state for row in rows},
        attendance={row.person_id: row for row in attendance if row.person_id not in unseen},
        agreed={row.person_id: row.decision for row in said},
        said_of_plan={row.person_id: row for row in seen},
        changed_since=changed_since(session, allowing, seen),
        agreements=_agreements(session, allowing),
        given=allowing.given,
        nameless=len(unseen),
    )


def names_before(
    session: Session, family_id: UUID, person_ids: Sequence[UUID], pack: Pack
) -> dict[str, str]:
    """Spoken names, by person id, of everybody who may be named before these people."""
    allowing = seen_together(session, family_id, person_ids, pack)
    unseen = _unnamed(session, allowing, person_ids)
    known = allowing.people.values()
    return {str(person.id): spoken_name(person) for person in known if person.id not in unseen}


def _at_the_screen(session: Session, meeting: Meeting, rows: list[Attendance]) -> list[UUID]:
    """Those who are here; in a review without a meeting whoever gathers what the others say."""
    if meeting.kind != APART:
        return [row.person_id for row in rows if row.state == "present"]
    team = {person.id for person in team_people(session, meeting.family_id)}
    return [one for one in (meeting.chair_id,) if one in team]


def _agreements(session: Session, allowing: Allowing) -> tuple[Agreement, ...]:
    """What each of the family agreed to: read out among themselves; an outsider sees their own."""
    outside = [one for one in allowing.readers if one.standing is Standing.OUTSIDE]

    def may_stand(row: Agreement, reader: Reader) -> bool:
        own = is_own(row, reader) and not allowing.gives_away(row)
        return own or row.audience.admits(reader)

    rows = living(session, Agreement, family_id=allowing.family_id)
    return tuple(row for row in rows if all(may_stand(row, reader) for reader in outside))


def _unnamed(session: Session, allowing: Allowing, here: Sequence[UUID]) -> set[UUID]:
    """Those who are not here and whose name would give away what somebody here must not learn."""
    secret = {fact for reader in allowing.readers for fact in reader.must_not_learn}
    ids = [person.agency_id for person in allowing.people.values() if person.agency_id]
    agencies = living_by_id(session, Agency, ids)
    return {
        person.id
        for person in allowing.people.values()
        if person.id not in here and person.agency_id in agencies
        if GIVES_AWAY.get(agencies[person.agency_id].kind or "") in secret
    }
