"""The allow-list: nothing reaches a copy unless every one of its readers may see it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.documents.needs import Concern
from taf_desktop.model.audience import Audience, Reader, Standing
from taf_desktop.model.base import Record
from taf_desktop.model.episode import Agreement
from taf_desktop.model.family import Person
from taf_desktop.model.meeting import Action, Attendance, PlanAgreement
from taf_desktop.model.views import Disagreement, ScaleMark, Statement
from taf_desktop.services.concerning import children_of, person_ids_in, words_of
from taf_desktop.services.own_words import GivesAway, is_own
from taf_desktop.services.people import family_people, spoken_name, team_people
from taf_desktop.services.permissions import Permission, permissions, refused, refuses
from taf_desktop.services.readers import may_learn, readers_for
from taf_desktop.services.records import living
from taf_desktop.services.unborn import unknown_to

S = TypeVar("S", Statement, Disagreement, ScaleMark, Action, Attendance, PlanAgreement, Agreement)
"""The kinds of record that say themselves who may see them."""


@dataclass
class Allowing:
    """One copy's readers, and a count of what they may not see.

    `children` are the ids of those for whom every reader has parental responsibility; `concern`
    says how much of what the readers may see this copy is about. `unknown` are babies to come about
    whom a reader may not know: they are not among `people`. `gives_away` says of a record whether
    its words tell what must not be learnt where nobody decides about them. `given` is what people
    said about showing what is theirs; of a copy about an earlier day `today` holds, by id, the
    records of now, in which it may have been written down later whose words they are.
    """

    session: Session
    family_id: UUID
    readers: Sequence[Reader]
    people: dict[UUID, Person]
    children: frozenset[UUID] = frozenset()
    concern: Concern = Concern.EVERYTHING
    unknown: tuple[Person, ...] = ()
    left_out: int = field(default=0)
    gives_away: GivesAway = lambda _row: False
    given: Mapping[UUID, Permission] = field(default_factory=dict)
    today: Mapping[UUID, Record] = field(default_factory=dict)

    @property
    def reader_ids(self) -> set[UUID]:
        """The ids of the people whom this copy is for."""
        return {reader.person_id for reader in self.readers}

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
        if self.may_see(audience):
            return True
        self.left_out += 1
        return False

    def may_see(self, audience: Audience) -> bool:
        """The same, without counting: for what is told of something else."""
        return audience.admits_all(self.readers) if self.readers else audience == Audience()

    def may_read(self, row: Record) -> bool:
        """Whether all readers may see a record, and whoever said it lets them; not counted."""
        audience: Audience = row.audience  # type: ignore[attr-defined]  # each such kind has one
        return self.may_see(audience) and not self._refused(row)

    def _refused(self, row: Record) -> bool:
        return refused(self.given, (row, self.today.get(row.id, row)), self.readers)

    def keeps_words(self, person_id: UUID) -> bool:
        """Whether somebody's own words stay with them, as they said."""
        return refuses(self.given, person_id, self.readers, own_words=True)

    def own_words(self, person_id: UUID, words: str | None) -> str:
        """Somebody's own words, or nothing where they stay with them; that is counted."""
        if not words or not self.keeps_words(person_id):
            return words or ""
        self.left_out += 1
        return ""

    def rows(self, kind: type[S], /, **where: object) -> list[S]:
        """The family's living records of a kind that every reader may see."""
        found = living(self.session, kind, family_id=self.family_id, **where)
        return [row for row in found if self.reads(row) and self._concerns(row)]

    def reads(self, row: S) -> bool:
        """Whether all readers may see a record, or it is their own; counts it when neither is so.

        What came of it, and who answered, is for the audience alone: `may_see` says that.
        """
        if self._refused(row):
            self.left_out += 1
            return False
        if not self._is_their_own(row) and not self.admits(row.audience):
            return False
        # Asked last: to look through words takes longest.
        gives_away = self.gives_away(row)
        self.left_out += gives_away
        return not gives_away

    def _is_their_own(self, row: S) -> bool:
        kept_out = [reader for reader in self.readers if not row.audience.admits(reader)]
        return bool(kept_out) and all(is_own(row, reader) for reader in kept_out)

    def _concerns(self, row: S) -> bool:
        """Whether a record is what this copy is about; counts it when it is not."""
        if self._is_about(row):
            return True
        self.left_out += 1
        return False

    def _is_about(self, row: S) -> bool:
        if self.concern is Concern.EVERYTHING:
            return True
        readers = self.reader_ids
        if self.concern is Concern.READERS_OWN:
            # What was said together with an adult may be the adult's words.
            ids = person_ids_in(row)
            return bool(readers & ids) and (not isinstance(row, Statement) or ids <= readers)
        return bool(
            (readers | self.children) & person_ids_in(row)
            or readers & row.audience.people
            or self._names_one_of(readers | self.children, words_of(row))
        )

    def _names_one_of(self, person_ids: Iterable[UUID], text: str) -> bool:
        known = (self.people[one] for one in person_ids if one in self.people)
        names = {name for person in known for name in (person.given_name, person.short_name)}
        return any(re.search(rf"\b{re.escape(name)}\b", text) for name in names if name)

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
        if known is None:
            return ""
        return self._outside_name(known) if self.is_outside else spoken_name(known)

    def _outside_name(self, person: Person) -> str:
        """What somebody outside the plan may read: their own name, their child's, a job."""
        if person.id in self.children | self.reader_ids:
            return spoken_name(person)
        return (person.job_title or "a professional") if person.is_professional else ""

    def names(self, person_ids: Sequence[UUID | str]) -> tuple[str, ...]:
        """Spoken names of several people."""
        return tuple(name for one in person_ids if (name := self.name(one)))


def allow(
    session: Session,
    family_id: UUID,
    reader_ids: Sequence[UUID],
    concern: Concern = Concern.EVERYTHING,
) -> Allowing:
    """The allow-list for one copy with these readers."""
    around = family_people(session, family_id) + team_people(session, family_id)
    readers = readers_for(session, family_id, reader_ids)
    unknown = unknown_to(session, around, readers)
    return Allowing(
        session=session,
        family_id=family_id,
        readers=readers,
        people={person.id: person for person in around if person not in unknown},
        unknown=unknown,
        children=children_of(session, family_id, reader_ids),
        concern=concern,
        given=permissions(session, family_id),
    )
