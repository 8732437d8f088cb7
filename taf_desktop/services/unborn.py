"""Who may know about a baby who is not born yet: its mother and the lead, and whoever is named."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.model.audience import Audience, Level, Reader
from taf_desktop.model.family import Family, Person, Relationship
from taf_desktop.services.records import ever, one

KEY = "due_date"
"""Under which a baby's own audience is kept: that it is coming, and when."""

_MOTHER, _UNBORN = "mother", "unborn"


@dataclass(frozen=True, kw_only=True)
class Knowing:
    """Who may know about one baby: who always does, and who was told by somebody's decision."""

    audience: Audience
    mothers: tuple[UUID, ...]
    lead_id: UUID | None

    @property
    def everybody(self) -> bool:
        """Whether nothing is kept from anybody around the family."""
        return self.audience.level is Level.EVERYONE


def knowing(session: Session, baby: Person) -> Knowing:
    """Who may know about this baby, as it stands in the records."""
    family = one(session, Family, baby.family_id) if baby.family_id else None
    related = ever(session, Relationship, child_id=baby.id, kind=_MOTHER)
    if baby.deleted_at is None:
        related = [row for row in related if row.deleted_at is None]
    mothers = tuple(dict.fromkeys(row.person_id for row in related))
    audience = _chosen(baby)
    return Knowing(
        audience=replace(audience, people=audience.people | set(mothers)),
        mothers=mothers,
        lead_id=family.lead_id if family else None,
    )


def _chosen(baby: Person) -> Audience:
    """What somebody decided; nobody by name as long as nobody did."""
    told = baby.fact_audience.get(KEY)
    return Audience(level=Level.NAMED) if told is None else Audience.from_json(told)


def unknown_to(
    session: Session, people: Iterable[Person], readers: Sequence[Reader]
) -> tuple[Person, ...]:
    """The babies among these people about whom not every reader may know.

    Without readers those that are open to everybody are known.
    """
    babies = [person for person in people if person.kind == _UNBORN]
    return tuple(baby for baby in babies if not _known(knowing(session, baby), readers))


def untold(session: Session, family_id: UUID, readers: Sequence[Reader]) -> tuple[Person, ...]:
    """The same babies with those that were taken away: one that was lost is still not told of."""
    return unknown_to(session, ever(session, Person, family_id=family_id), readers)


def _known(known: Knowing, readers: Sequence[Reader]) -> bool:
    if not readers:
        return known.everybody and not known.audience.never
    return known.audience.admits_all(readers)
