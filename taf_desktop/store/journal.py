"""The change journal: each change of each record, written in the transaction of the change."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Dialect, ForeignKey, inspect
from sqlalchemy.orm import Mapped, MappedAsDataclass, Session, mapped_column
from sqlalchemy.orm.base import NO_VALUE
from sqlalchemy.types import TypeEngine

from taf_desktop.model.base import Base, Record
from taf_desktop.model.ids import new_id

ERASED = ""
"""The words of a step whose family was erased."""


class Step(MappedAsDataclass, Base, kw_only=True):
    """One thing that a person did: its words, who, when (hybrid clock and wall time), which device.

    `undoes` names the step that this one took back.
    """

    __tablename__ = "step"

    id: Mapped[UUID] = mapped_column(primary_key=True, default_factory=new_id)
    hlc: Mapped[str] = mapped_column(index=True)
    words: Mapped[str]
    family_id: Mapped[UUID | None] = mapped_column(default=None, index=True)
    who: Mapped[str]
    at: Mapped[str]
    device: Mapped[str]
    undoes: Mapped[UUID | None] = mapped_column(ForeignKey("step.id"), default=None)


class Change(MappedAsDataclass, Base, kw_only=True):
    """One field of one record before and after; a field of a JSON column is "details/religion"."""

    __tablename__ = "change"

    id: Mapped[UUID] = mapped_column(primary_key=True, default_factory=new_id)
    step_id: Mapped[UUID] = mapped_column(ForeignKey("step.id"), index=True)
    record: Mapped[str]
    record_id: Mapped[UUID] = mapped_column(index=True)
    field: Mapped[str]
    old: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True, default=None)
    new: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True, default=None)


@dataclass(frozen=True, kw_only=True)
class FieldChange:
    """A change as the session holds it, before it becomes a row."""

    field: str
    old: Any
    new: Any


def changes_of(record: Record, dialect: Dialect) -> Iterator[FieldChange]:
    """What has changed in a record since it was loaded; everything when it is new."""
    state = inspect(record)
    is_new = state.key is None
    for attribute in state.mapper.column_attrs:
        column = attribute.columns[0]
        history = state.attrs[attribute.key].load_history()
        if not (is_new or history.has_changes()):
            continue
        old = None if is_new or not history.deleted else history.deleted[0]
        new = getattr(record, attribute.key)
        before, after = (as_json(value, column.type, dialect) for value in (old, new))
        if column.info.get("by_key"):
            yield from _by_key(attribute.key, before or {}, after or {})
        elif before != after:
            yield FieldChange(field=attribute.key, old=before, new=after)


def _by_key(name: str, before: dict[str, Any], after: dict[str, Any]) -> Iterator[FieldChange]:
    for key in sorted(before.keys() | after.keys()):
        if before.get(key) != after.get(key):
            yield FieldChange(field=f"{name}/{key}", old=before.get(key), new=after.get(key))


def as_json(value: Any, kind: TypeEngine[Any], dialect: Dialect) -> Any:  # noqa: ANN401
    """A column's value in the form that JSON can hold."""
    if value is None or value is NO_VALUE:
        return None
    if isinstance(value, UUID):
        return str(value)
    as_stored = getattr(value, "as_json", None)
    return as_stored() if as_stored is not None else value


def from_json(stored: Any, kind: TypeEngine[Any], dialect: Dialect) -> Any:  # noqa: ANN401
    """The value of a column that the journal holds as JSON."""
    if stored is None:
        return None
    if kind.python_type is UUID:
        return UUID(stored)
    read = getattr(kind, "process_result_value", None)
    return read(stored, dialect) if read is not None else stored


def write_changes(session: Session, step: Step) -> bool:
    """Add the journal rows for what this session is about to write; whether there are any."""
    dialect = session.get_bind().dialect
    touched = [row for row in (*session.new, *session.dirty) if isinstance(row, Record)]
    if any(isinstance(row, Record) for row in session.deleted):
        raise RuntimeError("records are marked as taken away, never deleted")
    rows = [
        Change(
            step_id=step.id,
            record=record.__tablename__,
            record_id=record.id,
            field=change.field,
            old=change.old,
            new=change.new,
        )
        for record in touched
        for change in changes_of(record, dialect)
    ]
    session.add_all(rows)
    return bool(rows)
