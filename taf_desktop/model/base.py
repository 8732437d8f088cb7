"""The ground every mapped class stands on: ids, tombstones, and answers by field key."""

from functools import cache
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, MetaData, Uuid, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

from taf_desktop.model.ids import new_id

Answer = Any
"""A JSON-native value of one field: str, int, float, list, dict or None."""

_NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The one registry of mapped classes."""

    metadata = MetaData(naming_convention=_NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        dict[str, Any]: JSON,
        list[str]: JSON,
        UUID: Uuid,
    }


class Record(MappedAsDataclass, Base, kw_only=True):
    """A row of a record: known by a UUID, never erased by an edit, only marked as taken away."""

    __abstract__ = True

    id: Mapped[UUID] = mapped_column(primary_key=True, default_factory=new_id)
    deleted_at: Mapped[str | None] = mapped_column(default=None)


class Detailed(MappedAsDataclass, kw_only=True):
    """Answers to fields of the pack's form that have no column of their own."""

    details: Mapped[dict[str, Any]] = mapped_column(
        JSON, default_factory=dict, info={"by_key": True}
    )


_NOT_ANSWERS = frozenset({"id", "deleted_at", "details", "family_id"})


@cache
def _answer_columns(kind: type[Record]) -> frozenset[str]:
    """The columns of a kind of record that hold answers."""
    return frozenset(column.key for column in inspect(kind).column_attrs) - _NOT_ANSWERS


def answer(record: Record, key: str) -> Answer:
    """The value of a field, from its column or from the record's details."""
    if key in _answer_columns(type(record)):
        value = getattr(record, key)
        return str(value) if isinstance(value, UUID) else value
    return getattr(record, "details", {}).get(key)


def answers(record: Record) -> dict[str, Answer]:
    """All answers of a record by field key, those of columns and those of the form alone."""
    columns = {key: answer(record, key) for key in sorted(_answer_columns(type(record)))}
    return {**columns, **getattr(record, "details", {})}


def set_answer(record: Record, key: str, value: Answer) -> None:
    """Put the value of a field into its column, or into the details when it has none."""
    if key not in _answer_columns(type(record)):
        details = dict(getattr(record, "details", {}))
        if value is None:
            details.pop(key, None)
        else:
            details[key] = value
        record.details = details  # type: ignore[attr-defined]  # only Detailed records have forms
        return
    column = inspect(type(record)).columns[key]
    if isinstance(column.type, Uuid) and isinstance(value, str):
        value = UUID(value)
    if value is None and not column.nullable:
        value = [] if isinstance(column.type, JSON) else ""
    setattr(record, key, value)
