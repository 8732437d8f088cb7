"""The chain over the journal: each step is sealed together with the seal of the step before it.

The key of the chain is made of the data key. Whoever changes, takes away, adds or moves a step
without it breaks the chain; cutting off its end, or putting an older file back, is told by the
head, which is kept outside the file.
"""

import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from hmac import compare_digest
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, select
from sqlalchemy.orm import Mapped, MappedAsDataclass, Session, mapped_column

from taf_desktop.model.base import Base
from taf_desktop.store.journal import Change, Step
from taf_desktop.store.key_box import derived

_CHAIN = "taf-desktop chain over the journal"
# Written out, because what a later program adds to these tables is not under the old seals.
_OF_STEP = ("id", "hlc", "words", "family_id", "who", "at", "device", "undoes")
_OF_CHANGE = ("id", "step_id", "record", "record_id", "field", "old", "new")


class Seal(MappedAsDataclass, Base, kw_only=True):
    """The seal of one step; `count` numbers them from 1 without a gap, `mac` is hexadecimal."""

    __tablename__ = "seal"

    count: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    step_id: Mapped[UUID] = mapped_column(ForeignKey("step.id"), index=True, unique=True)
    mac: Mapped[str]


@dataclass(frozen=True, kw_only=True)
class Head:
    """The end of the chain at some time: how many seals there were, and the last one."""

    count: int
    mac: str


START = Head(count=0, mac="")


def chain_key(data_key: bytes) -> bytes:
    """The key that seals are made with."""
    return derived(data_key, _CHAIN)


def head_of(session: Session) -> Head:
    """The end of the chain as it stands in the file."""
    newest = session.scalars(select(Seal).order_by(Seal.count.desc()).limit(1)).first()
    return START if newest is None else Head(count=newest.count, mac=newest.mac)


def is_on_chain(session: Session, head: Head) -> bool:
    """Whether the chain in the file once ended there."""
    if head == START:
        return True
    found = session.get(Seal, head.count)
    return found is not None and compare_digest(found.mac, head.mac)


def seal(session: Session, step: Step, key: bytes) -> Head:
    """Seal a step whose changes are all written; the new end of the chain."""
    changes = changes_of(session, Change.step_id == step.id).get(step.id, [])
    head = after(head_of(session), step, changes, key)
    session.add(Seal(count=head.count, step_id=step.id, mac=head.mac))
    return head


def seal_all(session: Session, key: bytes) -> Head:
    """Seal every step, the oldest first: for records from before there were seals."""
    head, changes = START, changes_of(session)
    for step in steps_of(session).values():
        head = after(head, step, changes.get(step.id, []), key)
        session.add(Seal(count=head.count, step_id=step.id, mac=head.mac))
    session.flush()
    return head


def seal_again(session: Session, key: bytes) -> Head:
    """Make every seal anew under another key, in the order in which they are."""
    head, changes, steps = START, changes_of(session), steps_of(session)
    for found in session.scalars(select(Seal).order_by(Seal.count)):
        head = after(head, steps[found.step_id], changes.get(found.step_id, []), key)
        found.mac = head.mac
    session.flush()
    return head


def left_of(session: Session, step_ids: Sequence[UUID]) -> dict[str, str]:
    """A digest of what is left of steps from which something was erased, by their ids as text."""
    steps, changes = steps_of(session), changes_of(session)
    return {one.hex: digest(steps[one], changes.get(one, [])) for one in step_ids}


def digest(step: Any, changes: Sequence[Any]) -> str:  # noqa: ANN401  # a row
    """A digest of a step with its changes as they stand now."""
    told = [_told(step, _OF_STEP), [_told(change, _OF_CHANGE) for change in changes]]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def steps_of(session: Session, *where: ColumnElement[bool]) -> dict[UUID, Any]:
    """Steps by their ids, the oldest first, with what is sealed of them."""
    query = select(*_columns(Step, _OF_STEP)).where(*where).order_by(Step.hlc, Step.id)
    return {step.id: step for step in session.execute(query)}


def changes_of(session: Session, *where: ColumnElement[bool]) -> dict[UUID, list[Any]]:
    """Changes by the ids of their steps, with what is sealed of them."""
    query = select(*_columns(Change, _OF_CHANGE)).where(*where).order_by(Change.id)
    found: dict[UUID, list[Any]] = {}
    for change in session.execute(query):
        found.setdefault(change.step_id, []).append(change)
    return found


def _columns(kind: type[Step | Change], names: Sequence[str]) -> list[Any]:
    return [getattr(kind, name) for name in names]


def after(head: Head, step: Any, changes: Sequence[Any], key: bytes) -> Head:  # noqa: ANN401  # a row
    """The end of the chain with one more step."""
    count = head.count + 1
    told = [_told(step, _OF_STEP), [_told(change, _OF_CHANGE) for change in changes]]
    content = json.dumps([count, head.mac, told], sort_keys=True)
    return Head(count=count, mac=hmac.digest(key, content.encode(), "sha256").hex())


def _told(row: Any, names: Sequence[str]) -> list[Any]:  # noqa: ANN401  # a row or a record
    return [_plain(getattr(row, name)) for name in names]


def _plain(value: Any) -> Any:  # noqa: ANN401  # whatever a column holds
    """The value in a form that is the same before and after it was stored."""
    return value.hex if isinstance(value, UUID) else json.loads(json.dumps(value))
