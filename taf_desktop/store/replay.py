"""Whether the records are what the journal says they are: it is read from the first step to now."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import exists, inspect, select
from sqlalchemy.orm import Session

from taf_desktop.model.base import Record
from taf_desktop.store.family_rows import record_kinds
from taf_desktop.store.journal import Change, Step, as_json
from taf_desktop.store.seal_breaks import Reading

_AT_ONCE = 100


def strays_in_slices(reading: Reading) -> Iterator[list[str]]:
    """What differs from its journal, in a few words with table and id, some records at a time."""
    with reading() as session:
        kinds, unknown = _kinds_in_use(session)
    yield [f"the journal tells of records that there cannot be: {name}" for name in unknown]
    for kind in kinds:
        last: UUID | None = None
        while True:
            with reading() as session:
                records = _next(session, kind, last)
                found = list(_strays(session, kind, records))
            yield found
            if len(records) < _AT_ONCE:
                break
            last = records[-1].id
        with reading() as session:
            found = list(_gone(session, kind))
        yield found


def _kinds_in_use(session: Session) -> tuple[list[type[Record]], list[str]]:
    """The kinds that have a record or are told of, and the names told of that are no kind."""
    kinds = record_kinds()
    told = set(session.scalars(select(Change.record).distinct()))
    has_rows = session.execute(select(*(exists(select(kind.id)) for kind in kinds))).one()
    in_use = [
        kind
        for kind, any_row in zip(kinds, has_rows, strict=True)
        if any_row or kind.__tablename__ in told
    ]
    return in_use, sorted(told - {kind.__tablename__ for kind in kinds})


def _next(session: Session, kind: type[Record], last: UUID | None) -> list[Record]:
    query = select(kind).order_by(kind.id).limit(_AT_ONCE)
    return list(session.scalars(query if last is None else query.where(kind.id > last)))


def _strays(session: Session, kind: type[Record], records: Sequence[Record]) -> Iterator[str]:
    name, columns = kind.__tablename__, inspect(kind).column_attrs
    told = _told(session, name, [record.id for record in records])
    for record in records:
        said = told.get(record.id)
        if said is None:
            yield f"a record is in no journal: {name} {record.id}"
        elif any(_differs(record, column.key, said) for column in columns):
            yield f"a record is not what its journal says: {name} {record.id}"


def _told(session: Session, name: str, ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
    """What the journal says of each of these records: its fields with the newest value."""
    told: dict[UUID, dict[str, Any]] = {}
    query = select(Change.record_id, Change.field, Change.new).join(Step, Step.id == Change.step_id)
    of_these = query.where(Change.record == name, Change.record_id.in_(ids))
    for record_id, field, new in session.execute(of_these.order_by(Step.hlc, Change.id)):
        told.setdefault(record_id, {})[field] = new
    return told


def _gone(session: Session, kind: type[Record]) -> Iterator[str]:
    name = kind.__tablename__
    query = select(Change.record_id).where(Change.record == name).distinct()
    for record_id in session.scalars(query.where(Change.record_id.not_in(select(kind.id)))):
        yield f"a record is gone that the journal tells of: {name} {record_id}"


def _differs(record: Record, key: str, said: dict[str, Any]) -> bool:
    column = inspect(type(record)).columns[key]
    stands = as_json(getattr(record, key), column.type, _dialect(record))
    if column.info.get("by_key"):
        start = f"{key}/"
        fields = {
            name.removeprefix(start): value
            for name, value in said.items()
            if name.startswith(start)
        }
        return _without_none(stands or {}) != _without_none(fields)
    # A column that came after the record was written has its first value, which is empty.
    return bool(stands != said[key]) if key in said else bool(stands)


def _without_none(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def _dialect(record: Record) -> Any:  # noqa: ANN401  # as the session has it
    session = inspect(record).session
    if session is None:
        raise RuntimeError("a record that belongs to no session has no journal")
    return session.get_bind().dialect
