"""What in the journal does not fit its seals, a slice at a time, so that work goes on meanwhile."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from hmac import compare_digest
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from taf_desktop.model.keeping import Erasure
from taf_desktop.store.journal import Change, Step
from taf_desktop.store.seals import START, Head, Seal, after, changes_of, digest, steps_of

AT_ONCE = 100
"""How many steps or records are looked at while nothing else can read or write."""
_WHAT_IS_LEFT = (Erasure.__tablename__, "left_of_steps")

Reading = Callable[[], AbstractContextManager[Session]]
"""Opens a session to read with, and closes it."""


def breaks(session: Session, key: bytes) -> Iterator[str]:
    """What in the journal does not fit together, each in a few words; nothing when all is well."""
    for found in breaks_in_slices(lambda: nullcontext(session), key):
        yield from found


def breaks_in_slices(reading: Reading, key: bytes) -> Iterator[list[str]]:
    """The same, slice by slice, with nothing held in between.

    A step from which a family was erased is as the erasure left it, and keeps its old seal.
    """
    head: Head | None = START
    while head is not None:
        with reading() as session:
            found, head = _some_seals(session, head, key)
        yield found
    with reading() as session:
        found = list(_without_place(session))
    yield found


def _some_seals(session: Session, head: Head, key: bytes) -> tuple[list[str], Head | None]:
    """What does not fit in the next seals, and where they end; None when these were the last."""
    query = select(Seal).where(Seal.count > head.count).order_by(Seal.count).limit(AT_ONCE)
    seals = list(session.scalars(query))
    ids = [one.step_id for one in seals]
    steps = steps_of(session, Step.id.in_(ids))
    changes = changes_of(session, Change.step_id.in_(ids))
    found = []
    for seal in seals:
        told = changes.get(seal.step_id, [])
        if (step := steps.get(seal.step_id)) is None:
            found.append(f"step {seal.count} of the journal was taken away")
        elif not _fits(seal, after(head, step, told, key)) and not _was_erased(session, step, told):
            found.append(f"step {seal.count} of the journal is not as it was written")
        # Every later seal rests on this one: one break is told once.
        head = Head(count=seal.count, mac=seal.mac)
    return found, head if len(seals) == AT_ONCE else None


def _fits(seal: Seal, head: Head) -> bool:
    return head.count == seal.count and compare_digest(seal.mac, head.mac)


def _was_erased(session: Session, step: Any, told: Sequence[Any]) -> bool:  # noqa: ANN401  # a row
    """Whether an erasure, which is sealed itself, says that just this is left of a step."""
    record, field = _WHAT_IS_LEFT
    query = select(Change.new).where(Change.record == record, Change.field == field)
    said = (new for new in session.scalars(query) if isinstance(new, dict))
    left = digest(step, told)
    return any(new.get(step.id.hex) == left for new in said)


def _without_place(session: Session) -> Iterator[str]:
    unsealed = select(Step.id).outerjoin(Seal, Seal.step_id == Step.id).where(Seal.count.is_(None))
    if _any(session, unsealed):
        yield "a step of the journal was not written by this program"
    if _any(session, select(Change.id).outerjoin(Step).where(Step.id.is_(None))):
        yield "a change in the journal belongs to no step"


def _any(session: Session, query: Any) -> bool:  # noqa: ANN401  # a query for ids of either kind
    found: UUID | None = session.scalars(query.limit(1)).first()
    return found is not None
