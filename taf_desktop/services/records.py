"""Reading living records and saving single answers, the same way for every kind of record."""

from collections.abc import Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from taf_desktop.model.base import Answer, Record, set_answer

R = TypeVar("R", bound=Record)


def one(session: Session, kind: type[R], record_id: UUID) -> R:
    """The record with this id; a LookupError if there is none."""
    record = session.get(kind, record_id)
    if record is None:
        raise LookupError(f"no {kind.__tablename__} {record_id}")
    return record


def living(session: Session, kind: type[R], /, **where: object) -> list[R]:
    """The records with these values that nobody has taken away, in the order they were made."""
    query = select(kind).where(kind.deleted_at.is_(None)).filter_by(**where)
    records = list(session.scalars(query.order_by(kind.id)))
    return sorted(records, key=lambda record: getattr(record, "position", 0))


def living_by_id(session: Session, kind: type[R], ids: Sequence[UUID]) -> dict[UUID, R]:
    """The living records among these ids."""
    query = select(kind).where(kind.deleted_at.is_(None), kind.id.in_(ids))
    return {record.id: record for record in session.scalars(query)}


def put(record: Record, changes: Mapping[str, Answer]) -> None:
    """Set several answers of one record."""
    for key, value in changes.items():
        set_answer(record, key, value)
