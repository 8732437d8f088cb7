"""Steps that were saved while somebody was still typing on: they are read as the last of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from taf_desktop.store.journal import Change, Step

PAUSE = timedelta(minutes=1)
"""Between two saves of one sentence; after more than that it was gone on with, and that is told."""

Told = Mapping[UUID, Sequence[Change]]


def without_halves(steps: Sequence[Step], changes: Told) -> list[tuple[Step, Sequence[Change]]]:
    """Each step with its changes, the newest first; one sentence is one step, from its beginning.

    `steps` stand the newest first. Nothing is left out of the journal by this, only of reading it.
    """
    kept: list[tuple[Step, Sequence[Change]]] = []
    for step in steps:
        told = changes.get(step.id, ())
        if kept and (whole := _typed_on((step, told), kept[-1])) is not None:
            kept[-1] = (kept[-1][0], [whole])
        else:
            kept.append((step, told))
    return kept


def _typed_on(
    older: tuple[Step, Sequence[Change]], newer: tuple[Step, Sequence[Change]]
) -> Change | None:
    """Both as one change, where the newer only goes on with the words of the older."""
    (step, before), (next_step, after) = older, newer
    if len(before) != 1 or len(after) != 1 or not _is_one_hand(step, next_step):
        return None
    [first], [last] = before, after
    of_first, of_last = ((one.record, one.record_id, one.field) for one in (first, last))
    begun, gone_on = first.new, last.new
    if not (isinstance(begun, str) and isinstance(gone_on, str)):
        return None
    if of_first != of_last or last.old != begun or not gone_on.startswith(begun):
        return None
    return Change(
        step_id=last.step_id,
        record=last.record,
        record_id=last.record_id,
        field=last.field,
        old=first.old,
        new=last.new,
    )


def _is_one_hand(older: Step, newer: Step) -> bool:
    """Whether one person did both, one straight after the other, and took nothing back."""
    since = datetime.fromisoformat(newer.at) - datetime.fromisoformat(older.at)
    is_undoing = older.undoes is not None or newer.undoes is not None
    return older.who == newer.who and since <= PAUSE and not is_undoing
