"""What the journal tells of papers that left the program, in words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from taf_desktop.documents.wording import joined
from taf_desktop.model.issued import DocumentIssued
from taf_desktop.services.copy_styles import language_of_copy
from taf_desktop.services.titles import title_of
from taf_desktop.services.ways import how_words
from taf_desktop.store.journal import Change

TABLE_MADE = "Record that a table was made"
"""The step that notes a table of several families; it is said again where one was erased since."""

SOMEBODY = "somebody who is no longer here"


def readers_in(change: Change) -> list[str]:
    """The ids of those whom a copy was made for, when this change says so."""
    if (change.record, change.field) != (DocumentIssued.__tablename__, "readers"):
        return []
    return list(change.new or ())


def copies_in(changes: Sequence[Change], names: Mapping[str, str]) -> Iterator[str]:
    """Each copy that was noted in one step: which document, for whom, how, how much was left out.

    Names are by person id as text.
    """
    copies: dict[UUID, dict[str, Any]] = {}
    for change in changes:
        if change.record == DocumentIssued.__tablename__:
            copies.setdefault(change.record_id, {})[change.field] = change.new
    for copy in copies.values():
        if "document" in copy:
            yield _copy_words(copy, names)


def _copy_words(copy: Mapping[str, Any], names: Mapping[str, str]) -> str:
    title = title_of(str(copy["document"]))
    readers = joined([names.get(reader, SOMEBODY) for reader in copy.get("readers") or ()])
    parts = [
        f"{title}, version {copy.get('version', 1)}",
        f"for {readers}" if readers else "",
        f"{how_words(copy.get('how'))}{language_of_copy(copy.get('language'))}",
        _left_out(copy.get("left_out") or 0),
    ]
    return ", ".join(part for part in parts if part)


def _left_out(count: int) -> str:
    if not count:
        return "nothing left out"
    return f"{count} {'thing' if count == 1 else 'things'} left out"
