"""Whether the records are what the journal says they are: it is read from the first step to now."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from taf_desktop.model.base import Base, Record
from taf_desktop.store.journal import Change, Step, as_json

_Told = dict[tuple[str, UUID], dict[str, Any]]
"""What the journal says of each record: its fields with the newest value."""


def strays(session: Session) -> Iterator[str]:
    """Each record that differs from its journal, in a few words, with its table and id."""
    told = _told(session)
    for kind in _kinds():
        name, columns = kind.__tablename__, inspect(kind).column_attrs
        for record in session.scalars(select(kind)):
            said = told.pop((name, record.id), None)
            if said is None:
                yield f"a record is in no journal: {name} {record.id}"
            elif any(_differs(record, column.key, said) for column in columns):
                yield f"a record is not what its journal says: {name} {record.id}"
    for name, record_id in told:
        yield f"a record is gone that the journal tells of: {name} {record_id}"


def _kinds() -> list[type[Record]]:
    mapped = (mapper.class_ for mapper in Base.registry.mappers)
    return [kind for kind in mapped if issubclass(kind, Record)]


def _told(session: Session) -> _Told:
    told: _Told = {}
    query = select(Change.record, Change.record_id, Change.field, Change.new).join(
        Step, Step.id == Change.step_id
    )
    for name, record_id, field, new in session.execute(query.order_by(Step.hlc, Change.id)):
        told.setdefault((name, record_id), {})[field] = new
    return told


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
