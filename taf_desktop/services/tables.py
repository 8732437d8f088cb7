"""Tables of actions, families and meetings for a spreadsheet: looked at, saved, and recorded."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.errors import UserError
from taf_desktop.exchange.csv_file import write_csv
from taf_desktop.exchange.tables import Cell, Head, Table
from taf_desktop.exchange.workbook_file import write_workbook
from taf_desktop.model.family import Family
from taf_desktop.model.issued import DocumentIssued
from taf_desktop.packs.dates import date_words
from taf_desktop.services.copies import write_file
from taf_desktop.services.copies_told import TABLE_MADE
from taf_desktop.services.desk import Desk
from taf_desktop.services.records import living
from taf_desktop.services.table_columns import TABLES
from taf_desktop.services.table_reading import FamilyRead, read_families
from taf_desktop.services.ways import CSV, TABLE_WAYS

NOT_RECORDED = UserError(
    "No table was made: these records can only be read here.",
    "Every table that leaves is written down, and that is not possible here. Copy the records to "
    "a folder you may write to, or ask whoever set this up.",
)
NO_REASON = UserError(
    "The table was not saved.",
    "Write why it has to hold what somebody must not learn: the reason is kept with the note that "
    "this table was made.",
)
NO_COLUMNS = UserError("The table was not saved.", "Tick at least one column.")


@dataclass(frozen=True, kw_only=True)
class TableCopy:
    """A table that is ready to be saved: of how many families, and how much is not in it.

    `left_out` counts by family; `families_out` are those in whose team the reader is not.
    `hides` says by family which facts somebody there must not learn.
    """

    table_id: str
    table: Table
    left_out: Mapping[UUID, int]
    families_out: int
    hides: Mapping[UUID, frozenset[str]]
    shows_hidden: bool

    @property
    def all_left_out(self) -> int:
        """How many things are not in it."""
        return sum(self.left_out.values())

    def first_rows(self, most: int) -> list[list[tuple[str, str]]]:
        """The first rows to look over: in each the head and the words of what is filled in."""
        heads = [head.title for head in self.table.heads]
        filled = (
            [(head, _words(cell)) for head, cell in zip(heads, row, strict=True) if _words(cell)]
            for row in self.table.rows[:most]
        )
        return [row for row in filled if row]

    def name_as(self, way: str, day: date) -> str:
        """The file's name: what it is and of which day, nobody's name."""
        return f"TAF {self.table.title.lower()} {day.isoformat()}.{TABLE_WAYS[way].suffix}"


def _words(cell: Cell) -> str:
    if isinstance(cell, date):
        return date_words(cell.isoformat())
    return "" if cell is None else str(cell)


class Tables:
    """Everything about tables for spreadsheets; their reader is whoever is at the desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def kinds(self) -> dict[str, str]:
        """The tables there are: id and title."""
        return {table_id: kind.title for table_id, kind in TABLES.items()}

    def about(self, table_id: str) -> str:
        """What a table holds, in a sentence."""
        return TABLES[table_id].about

    def columns(self, table_id: str) -> list[tuple[str, str, bool]]:
        """The columns of a table: key, words, and whether it usually is in."""
        return [(one.key, one.title, one.is_usual) for one in TABLES[table_id].columns]

    def preview(
        self, table_id: str, keys: Iterable[str], *, shows_hidden: bool = False
    ) -> TableCopy:
        """Make a table of these columns, in memory; nothing is written and nothing is recorded.

        With `shows_hidden` it also holds what somebody around a family must not learn.
        """
        with self._desk.store.read() as session:
            return self._made(session, table_id, frozenset(keys), shows_hidden=shows_hidden)

    def _made(
        self, session: Session, table_id: str, keys: frozenset[str], *, shows_hidden: bool
    ) -> TableCopy:
        kind = TABLES[table_id]
        families: list[FamilyRead] = []
        rows: list[tuple[Cell, ...]] = []
        for family in read_families(session, self._desk, shows_hidden=shows_hidden):
            rows += kind.lines(family, keys)
            families.append(family)
        heads = (Head(title=one.title, width=one.width) for one in kind.columns if one.key in keys)
        return TableCopy(
            table_id=table_id,
            table=Table(title=kind.title, heads=tuple(heads), rows=tuple(rows)),
            left_out={one.family.id: one.left_out for one in families},
            families_out=len(living(session, Family)) - len(families),
            hides={one.family.id: one.hidden for one in families},
            shows_hidden=shows_hidden,
        )

    def save(self, copy: TableCopy, path: Path, way: str, reason: str = "") -> None:
        """Write a table, and record with each family in it that it left, how, and with what.

        A table that cannot be recorded is not written, and one that cannot be written is not
        recorded. One that shows what is hidden needs a reason.
        """
        self.refuse(copy, reason)
        written = write_csv(copy.table) if way == CSV else write_workbook(copy.table)
        digest = hashlib.sha256(written).hexdigest()
        with self._desk.store.write(TABLE_MADE) as session:
            known = living(session, DocumentIssued, document=copy.table_id)
            for family_id in copy.left_out:
                before = [row.version for row in known if row.family_id == family_id]
                version = max(before, default=0) + 1
                session.add(self._as_issued(copy, family_id, way, digest, reason, version))
            session.flush()
            write_file(path, written, "table")

    def refuse(self, copy: TableCopy, reason: str = "") -> None:
        """Raise when a table could not be recorded, has nothing in it, or needs a reason."""
        if self._desk.store.is_read_only:
            raise NOT_RECORDED
        if not copy.table.heads:
            raise NO_COLUMNS
        if copy.shows_hidden and not reason.strip():
            raise NO_REASON

    def _as_issued(
        self, copy: TableCopy, family_id: UUID, way: str, digest: str, reason: str, version: int
    ) -> DocumentIssued:
        shown = copy.hides[family_id] if copy.shows_hidden else frozenset[str]()
        return DocumentIssued(
            family_id=family_id,
            document=copy.table_id,
            readers=[str(self._desk.owner_id)],
            version=version,
            digest=digest,
            left_out=copy.left_out[family_id],
            made_at=self._desk.now_text,
            how=way,
            reason=(reason.strip() or None) if shown else None,
            decided_by=self._desk.owner_id if shown or copy.left_out[family_id] else None,
            settled=[
                {"text": fact, "gives_away": fact, "decided": "may stand"} for fact in sorted(shown)
            ],
        )
