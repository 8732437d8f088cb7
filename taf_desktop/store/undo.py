"""Taking back the newest step, and doing it again, read from the journal alone."""

from typing import Any
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from taf_desktop.errors import UserError
from taf_desktop.model.base import Record
from taf_desktop.model.issued import DocumentIssued, StoreInfo
from taf_desktop.model.keeping import Erasure
from taf_desktop.model.occurrence import Occurrence
from taf_desktop.store.family_rows import kind_named
from taf_desktop.store.journal import ERASED, Change, Step, as_json, from_json
from taf_desktop.store.store import Store


def undo(store: Store) -> str | None:
    """Take back the newest step of this person that still stands; its words, or None."""
    with store.read() as session:
        step = _newest_to_undo(session, store.who)
        if step is None:
            return None
        changes = _changes(session, step.id)
    with store.write(step.words, step.family_id, undoes=step.id) as session:
        _turn_back(session, changes)
    return step.words


def redo(store: Store) -> str | None:
    """Do the step again that was taken back last, unless something else was done since."""
    with store.read() as session:
        step = _newest_to_redo(session, store.who)
        if step is None:
            return None
        changes = _changes(session, step.id)
    with store.write(step.words, step.family_id, undoes=step.id) as session:
        _turn_back(session, changes)
    return step.words


def next_stamp(store: Store, *, again: bool) -> str | None:
    """When the step was first done that undo would take back now, or redo would do again."""
    with store.read() as session:
        find = _newest_to_redo if again else _newest_to_undo
        step = find(session, store.who)
        while step is not None and step.undoes is not None:
            step = session.get(Step, step.undoes)
        return step.hlc if step is not None else None


def last_stamp(store: Store) -> str:
    """When the newest step of all was done; nothing came before the empty stamp."""
    with store.read() as session:
        newest = select(Step.hlc).order_by(Step.hlc.desc()).limit(1)
        return session.scalars(newest).first() or ""


_STAYS = tuple(kind.__tablename__ for kind in (StoreInfo, DocumentIssued, Erasure, Occurrence))
"""What is never taken back: without the first the records could not be opened again, a copy that
has left cannot be called back by forgetting that it did, what was erased is not there, and what
somebody saw they have seen."""


def _steps(session: Session, who: str) -> list[Step]:
    stays = select(Change.step_id).where(Change.record.in_(_STAYS))
    mine = select(Step).where(Step.who == who, Step.words != ERASED, Step.id.not_in(stays))
    return list(session.scalars(mine.order_by(Step.hlc)))


def _standing(steps: list[Step]) -> list[tuple[Step, int]]:
    """Each first-hand step that still stands or was taken back, with how often it was turned."""
    turned: dict[UUID, int] = {}
    origin: dict[UUID, UUID] = {}
    for step in steps:
        if step.undoes is not None:
            first = origin.get(step.undoes, step.undoes)
            origin[step.id] = first
            turned[first] = turned.get(first, 0) + 1
    return [(step, turned.get(step.id, 0)) for step in steps if step.undoes is None]


def _newest_to_undo(session: Session, who: str) -> Step | None:
    steps = _steps(session, who)
    for step, turned in reversed(_standing(steps)):
        if turned % 2 == 0:
            return _last_turn(steps, step)
    return None


def _newest_to_redo(session: Session, who: str) -> Step | None:
    steps = _steps(session, who)
    waiting = None
    for step, turned in reversed(_standing(steps)):
        if turned % 2 == 0:
            break
        waiting = step
    return None if waiting is None else _last_turn(steps, waiting)


def _last_turn(steps: list[Step], first: Step) -> Step:
    """The newest of a step, its undoing, its redoing: what has to be turned back now."""
    last = first
    for step in steps:
        if step.undoes == last.id:
            last = step
    return last


def _changes(session: Session, step_id: UUID) -> list[Change]:
    query = select(Change).where(Change.step_id == step_id).order_by(Change.id)
    return list(session.scalars(query))


def _turn_back(session: Session, changes: list[Change]) -> None:
    made = {change.record_id for change in changes if change.field == "id"}
    for change in reversed(changes):
        record = session.get(kind_named(change.record), change.record_id)
        if record is None:
            continue
        if change.record_id in made:
            if change.field == "id":
                record.deleted_at = record.deleted_at or "undone"
            continue
        _set_back(session, record, change)


def _set_back(session: Session, record: Record, change: Change) -> None:
    name, _, key = change.field.partition("/")
    column = inspect(type(record)).columns[name]
    current: Any = as_json(getattr(record, name), column.type, session.get_bind().dialect)
    value: Any
    if key:
        if (current or {}).get(key) != change.new:
            raise _changed_since()
        value = {**current, key: change.old}
        if change.old is None:
            del value[key]
    else:
        if current != change.new:
            raise _changed_since()
        value = from_json(change.old, column.type, session.get_bind().dialect)
    setattr(record, name, value)


def _changed_since() -> UserError:
    return UserError(
        "This could not be undone.",
        "Somebody has changed the same words since. Look in the history and change them by hand.",
    )
