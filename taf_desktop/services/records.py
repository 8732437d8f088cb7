"""Reading living records and saving single answers, the same way for every kind of record."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session, load_only

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
    return _in_order(session, select(kind).filter_by(**where), kind)


def ever(session: Session, kind: type[R], /, **where: object) -> list[R]:
    """The records with these values, also those that were taken away."""
    return list(session.scalars(select(kind).filter_by(**where).order_by(kind.id)))


def ever_by_id(session: Session, kind: type[R], ids: Collection[UUID]) -> list[R]:
    """Those of these ids, also the ones that were taken away."""
    return list(session.scalars(select(kind).where(kind.id.in_(ids)).order_by(kind.id)))


def living_of(
    session: Session, kind: type[R], family_ids: Sequence[UUID]
) -> defaultdict[UUID | None, list[R]]:
    """The living records of several families, in lists by the id of their family."""
    column: InstrumentedAttribute[UUID] = getattr(kind, "family_id")  # noqa: B009  # not on Record
    return by_family(_in_order(session, select(kind).where(column.in_(family_ids)), kind))


def _in_order(session: Session, query: Select[R], kind: type[R]) -> list[R]:
    records = session.scalars(query.where(kind.deleted_at.is_(None)).order_by(kind.id))
    return sorted(records, key=lambda record: getattr(record, "position", 0))


def living_in_part(
    session: Session, kind: type[R], *columns: InstrumentedAttribute[Any]
) -> list[R]:
    """All living records of a kind, of which only these columns are read; others raise.

    For lists over all families: most of the time goes into what they do not show.
    """
    query = select(kind).where(kind.deleted_at.is_(None)).order_by(kind.id)
    return list(session.scalars(query.options(load_only(*columns, raiseload=True))))


def living_by_id(session: Session, kind: type[R], ids: Sequence[UUID]) -> dict[UUID, R]:
    """The living records among these ids."""
    query = select(kind).where(kind.deleted_at.is_(None), kind.id.in_(ids))
    return {record.id: record for record in session.scalars(query)}


def by_family(rows: Iterable[R]) -> defaultdict[UUID | None, list[R]]:
    """The records of many families in lists by the id of their family, in the same order."""
    found: defaultdict[UUID | None, list[R]] = defaultdict(list)
    for row in rows:
        found[getattr(row, "family_id", None)].append(row)
    return found


def put(record: Record, changes: Mapping[str, Answer]) -> None:
    """Set several answers of one record."""
    for key, value in changes.items():
        set_answer(record, key, value)
