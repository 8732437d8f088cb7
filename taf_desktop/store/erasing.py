"""Erasing a family: its rows, and everything in the journal that holds its words."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import TypeVar
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from taf_desktop.model.halfway import Halfway
from taf_desktop.model.keeping import Erasure
from taf_desktop.store.family_rows import rows_of
from taf_desktop.store.journal import ERASED, Change, Step
from taf_desktop.store.seals import left_of
from taf_desktop.store.store import Store

_AT_ONCE = 500

T = TypeVar("T")


def erase_family(store: Store, family_id: UUID, erasure: Erasure) -> None:
    """Take a family out of the records and their journal, note that it was, rewrite the file.

    The note stands in the same transaction: both are there, or neither is. Steps of the journal
    keep their place in the chain, without words; the note holds a digest of what is left of them.
    """
    with store.write(f"Erase the family {erasure.reference}") as session:
        step_ids = _steps_about(session, family_id)
        erasure.counts = _erase_rows(session, family_id)
        _blank(session, step_ids)
        erasure.left_of_steps = left_of(session, step_ids)
        session.add(erasure)
    store.rewrite()


def known_again(family_id: UUID) -> str:
    """What a note of an erasure keeps of a family's id: enough to know it again in a backup."""
    return sha256(family_id.bytes).hexdigest()


def _steps_about(session: Session, family_id: UUID) -> list[UUID]:
    """The steps of a family, and others that changed a row of it."""
    found = set(session.scalars(select(Step.id).where(Step.family_id == family_id)))
    for some in _some([row.id for row in rows_of(session, family_id)]):
        found |= set(session.scalars(select(Change.step_id).where(Change.record_id.in_(some))))
    return sorted(found)


def _erase_rows(session: Session, family_id: UUID) -> dict[str, int]:
    """Take away the rows and their changes; how many of each kind.

    These statements pass by the journal on purpose: it must not keep what they take away.
    """
    connection = session.connection()
    rows = list(rows_of(session, family_id))
    session.expunge_all()
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.__tablename__] = counts.get(row.__tablename__, 0) + 1
    for some in _some([row.id for row in rows]):
        connection.execute(delete(Change).where(Change.record_id.in_(some)))
        for kind in {type(row) for row in rows}:
            connection.execute(delete(kind).where(kind.id.in_(some)))
    connection.execute(delete(Halfway).where(Halfway.family_id == family_id))
    return counts


def _blank(session: Session, step_ids: Sequence[UUID]) -> None:
    connection = session.connection()
    for some in _some(step_ids):
        blank = update(Step).where(Step.id.in_(some))
        connection.execute(blank.values(words=ERASED, family_id=None))


def _some(all_of_them: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(all_of_them), _AT_ONCE):
        yield all_of_them[start : start + _AT_ONCE]
