"""Which rows of the records belong to one family, and which it only shares with others."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from taf_desktop.model.base import Base, Record
from taf_desktop.model.family import Agency, Family, Person
from taf_desktop.model.issued import StoreInfo


def record_kinds() -> list[type[Record]]:
    """Every kind of record, by name."""
    mapped = (mapper.class_ for mapper in Base.registry.mappers)
    kinds = (kind for kind in mapped if issubclass(kind, Record))
    return sorted(kinds, key=lambda kind: kind.__name__)


def kind_named(table: str) -> type[Record]:
    """The kind of record that a table holds; a LookupError when there is none."""
    for kind in record_kinds():
        if kind.__tablename__ == table:
            return kind
    raise LookupError(table)


def rows_of(session: Session, family_id: UUID) -> Iterator[Record]:
    """The family itself and everything that belongs to it alone, also what was taken away."""
    for kind in record_kinds():
        if kind is Family:
            yield from session.scalars(select(Family).where(Family.id == family_id))
        elif hasattr(kind, "family_id"):
            yield from session.scalars(select(kind).where(kind.family_id == family_id))


def shared_ids(session: Session) -> set[UUID]:
    """The ids of professionals, of services, and of what the records know of themselves."""
    found = set(session.scalars(select(Person.id).where(Person.family_id.is_(None))))
    found |= set(session.scalars(select(Agency.id)))
    return found | set(session.scalars(select(StoreInfo.id)))
