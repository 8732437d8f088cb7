"""What can still be read of a damaged file, in a new one: row by row, or from the journal.

Every value is in the file twice, in its row and in the journal; what one page has lost, another
often still tells.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, inspect, select
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.orm import Session

from taf_desktop.model.base import Base, Record
from taf_desktop.store import migrations
from taf_desktop.store.engine import create_file, open_engine
from taf_desktop.store.family_rows import record_kinds
from taf_desktop.store.journal import Change, Step
from taf_desktop.store.past import Fields, record_of

_GIVE_UP_AFTER = 300
"""Places without a row, one after another, after which a table is taken to be at its end."""


@dataclass(frozen=True, kw_only=True)
class Salvaged:
    """How many rows were read, made again from the journal, and left out as nothing fits them."""

    read: int
    made_again: int
    left_out: int


def salvage(damaged: Engine, data_key: bytes, path: Path) -> Salvaged:
    """Write what can be read into a new file under the same key; the damaged one is only read."""
    create_file(path, data_key)
    whole = open_engine(path, data_key)
    try:
        migrations.migrate(whole)
        _let_rows_come_in_any_order(whole)
        old = _Damaged(damaged)
        with whole.begin() as new:
            read = sum(_copy(old, new, table) for table in Base.metadata.tables)
        with Session(whole) as session, session.begin():
            made_again = _make_again(session)
        with whole.begin() as new:
            left_out = _leave_out_orphans(new)
    finally:
        whole.dispose()
    return Salvaged(read=read, made_again=made_again, left_out=left_out)


def _let_rows_come_in_any_order(whole: Engine) -> None:
    held = whole.raw_connection()
    try:
        driver: Any = held.driver_connection
        driver.execute("PRAGMA foreign_keys=OFF")
    finally:
        held.close()


def _copy(old: "_Damaged", new: Connection, table: str) -> int:
    columns = [column.name for column in Base.metadata.tables[table].columns]
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    into = f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608  # our names
    read = 0
    for row in old.rows(table, names):
        with suppress(DBAPIError):
            read += new.exec_driver_sql(into, row).rowcount
    return read


class _Damaged:
    """Reads a damaged file; a connection that met a bad page reads nothing any more."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def rows(self, table: str, names: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a table; where a page is bad, one by one, so that it takes only its own."""
        every = self._ask(f'SELECT {names} FROM "{table}"')  # noqa: S608  # our own names
        if every is not None:
            yield from every
            return
        one = f'SELECT {names} FROM "{table}" WHERE rowid = ?'  # noqa: S608  # our own names
        last = self._last_place(table)
        place, empty = 0, 0
        while place < last or empty < _GIVE_UP_AFTER:
            place, empty = place + 1, empty + 1
            for row in self._ask(one, place) or ():
                empty = 0
                yield row

    def _last_place(self, table: str) -> int:
        found = self._ask(f'SELECT max(rowid) FROM "{table}"')  # noqa: S608  # our own names
        return int(found[0][0] or 0) if found else 0

    def _ask(self, query: str, *values: int) -> list[tuple[Any, ...]] | None:
        try:
            with self._engine.connect() as connection:
                return [tuple(row) for row in connection.exec_driver_sql(query, values)]
        except DBAPIError:
            self._engine.dispose()
            return None


def _make_again(session: Session) -> int:
    """Add the records that the journal tells of and whose rows could not be read."""
    made = 0
    dialect = session.get_bind().dialect
    for kind in record_kinds():
        there = set(session.scalars(select(kind.id)))
        for record_id, fields in _told(session, kind).items():
            if record_id not in there and "id" in fields:
                with suppress(DBAPIError, StatementError, TypeError), session.begin_nested():
                    session.add(record_of(kind, fields, dialect))
                    session.flush()
                    made += 1
    return made


def _told(session: Session, kind: type[Record]) -> dict[UUID, Fields]:
    told: dict[UUID, Fields] = {}
    query = select(Change.record_id, Change.field, Change.new).join(Step, Step.id == Change.step_id)
    of_kind = query.where(Change.record == kind.__tablename__)
    for record_id, field, new in session.execute(of_kind.order_by(Step.hlc, Change.id)):
        if field.partition("/")[0] in inspect(kind).columns:
            told.setdefault(record_id, {})[field] = new
    return told


def _leave_out_orphans(new: Connection) -> int:
    """Take away rows that belong to something that is gone: no page could show them."""
    left_out = 0
    while orphans := new.exec_driver_sql("PRAGMA foreign_key_check").all():
        for table, place, *_ in orphans:
            left_out += new.exec_driver_sql(
                f'DELETE FROM "{table}" WHERE rowid = ?',  # noqa: S608  # our own names
                (place,),
            ).rowcount
    return left_out
