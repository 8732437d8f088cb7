"""One family's records as they stood at the end of an earlier day, rebuilt from the journal alone.

They stand in memory, in tables like those of the file, and are gone when they have been read.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Dialect, Engine, create_engine, inspect, select
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from taf_desktop.model.base import Base, Record
from taf_desktop.store.family_rows import kind_named, rows_of, shared_ids
from taf_desktop.store.journal import Change, Step, from_json

_IDS_AT_ONCE = 500

Fields = dict[str, Any]
"""What the journal says of one record, by field; a key of a JSON column as "details/religion"."""


@contextmanager
def as_at(session: Session, family_id: UUID, day: date) -> Iterator[Session]:
    """A session that reads one family as it stood at the end of a day.

    What was taken away since is there again, what was made later is not. Professionals and
    services are there too, as they were known then.
    """
    engine = _tables_in_memory()
    try:
        with Session(engine, expire_on_commit=False) as past:
            past.add_all(_records(session, family_id, day))
            past.commit()
            yield past
    finally:
        engine.dispose()


def changes_until(
    session: Session, record_ids: Iterable[UUID], day: date
) -> list[tuple[Step, Change]]:
    """Every change of these records up to the end of a day, the oldest first."""
    morning_after = (day + timedelta(days=1)).isoformat()
    found: list[tuple[Step, Change]] = []
    ids = sorted(record_ids)
    for start in range(0, len(ids), _IDS_AT_ONCE):
        some = Change.record_id.in_(ids[start : start + _IDS_AT_ONCE])
        query = select(Step, Change).join(Change, Change.step_id == Step.id)
        rows = session.execute(query.where(some, Step.at < morning_after))
        found += [(step, change) for step, change in rows]
    return sorted(found, key=lambda pair: (pair[0].hlc, pair[1].id))


def _tables_in_memory() -> Engine:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: dbapi2.connect(":memory:", check_same_thread=False),
        poolclass=StaticPool,
        hide_parameters=True,
    )
    Base.metadata.create_all(engine)
    return engine


def _records(session: Session, family_id: UUID, day: date) -> Iterator[Record]:
    ids = {row.id for row in rows_of(session, family_id)} | shared_ids(session)
    told: dict[tuple[str, UUID], Fields] = {}
    for _step, change in changes_until(session, ids, day):
        told.setdefault((change.record, change.record_id), {})[change.field] = change.new
    dialect = session.get_bind().dialect
    for (table, _record_id), fields in told.items():
        if "id" in fields:
            yield record_of(kind_named(table), fields, dialect)


def record_of(kind: type[Record], fields: Fields, dialect: Dialect) -> Record:
    """A record as the journal tells of it, outside any session."""
    columns = inspect(kind).columns
    values: Fields = {}
    for field, stored in fields.items():
        name, _, key = field.partition("/")
        if key:
            by_key = values.setdefault(name, {})
            if stored is not None:
                by_key[key] = stored
        else:
            values[name] = from_json(stored, columns[name].type, dialect)
    return kind(**values)
