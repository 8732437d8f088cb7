"""The allow-list: nothing reaches a copy unless every one of its readers may see it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.model.audience import Audience, Reader, Standing
from taf_desktop.model.episode import Agreement
from taf_desktop.model.family import Person
from taf_desktop.model.meeting import Action, Attendance, PlanAgreement
from taf_desktop.model.views import Disagreement, ScaleMark, Statement
from taf_desktop.services.people import family_people, spoken_name, team_people
from taf_desktop.services.readers import may_learn, readers_for
from taf_desktop.services.records import living

S = TypeVar("S", Statement, Disagreement, ScaleMark, Action, Attendance, PlanAgreement, Agreement)
"""The kinds of record that say themselves who may see them."""


@dataclass
class Allowing:
    """One copy's readers, and a count of what they may not see."""

    session: Session
    family_id: UUID
    readers: Sequence[Reader]
    people: dict[UUID, Person]
    left_out: int = field(default=0)

    @property
    def is_outside(self) -> bool:
        """Whether a reader stands outside the plan and so gets only what names them."""
        return any(reader.standing is Standing.OUTSIDE for reader in self.readers)

    @property
    def is_for_team(self) -> bool:
        """Whether every reader is a professional of the team or the lead."""
        return bool(self.readers) and all(
            reader.standing is Standing.TEAM for reader in self.readers
        )

    def admits(self, audience: Audience) -> bool:
        """Whether all readers may see something with this audience; counts it when they may not.

        Without any reader only what is open to everybody is admitted.
        """
        if audience.admits_all(self.readers) if self.readers else audience == Audience():
            return True
        self.left_out += 1
        return False

    def rows(self, kind: type[S], /, **where: object) -> list[S]:
        """The family's living records of a kind that every reader may see."""
        found = living(self.session, kind, family_id=self.family_id, **where)
        return [row for row in found if self.admits(row.audience)]

    def fact(self, fact: str, words: str | None) -> str:
        """Words that give a protected fact away, or nothing."""
        if not words:
            return ""
        if may_learn(self.readers, fact):
            return words
        self.left_out += 1
        return ""

    def name(self, person_id: UUID | str | None) -> str:
        """The spoken name of a person around this family."""
        if person_id is None:
            return ""
        known = self.people.get(UUID(str(person_id)))
        return spoken_name(known) if known else ""

    def names(self, person_ids: Sequence[UUID | str]) -> tuple[str, ...]:
        """Spoken names of several people."""
        return tuple(name for one in person_ids if (name := self.name(one)))


def allow(session: Session, family_id: UUID, reader_ids: Sequence[UUID]) -> Allowing:
    """The allow-list for one copy with these readers."""
    around = family_people(session, family_id) + team_people(session, family_id)
    return Allowing(
        session=session,
        family_id=family_id,
        readers=readers_for(session, family_id, reader_ids),
        people={person.id: person for person in around},
    )
