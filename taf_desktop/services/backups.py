"""Backups: made by themselves, looked into, and a family or everything brought back from one."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from taf_desktop.errors import UserError
from taf_desktop.model.base import Record
from taf_desktop.model.family import Agency, Family, Involvement, Person
from taf_desktop.model.keeping import Erasure
from taf_desktop.model.meeting import Action, Meeting
from taf_desktop.services.desk import Desk
from taf_desktop.services.records import living, one
from taf_desktop.store.backup_shelf import Backup, copy_to, put_in_place, shelf, thin
from taf_desktop.store.erasing import known_again
from taf_desktop.store.family_rows import rows_of
from taf_desktop.store.store import BACKUPS, KEYS, RECORDS

__all__ = ["Backup", "BackupFamily", "Backups", "backups_of", "put_back"]


@dataclass(frozen=True, kw_only=True)
class BackupFamily:
    """A family as it stands in a backup: how much there is, and whether it is here too."""

    family_id: UUID
    name: str
    reference: str
    people: int
    meetings: int
    actions: int
    is_here: bool


class Backups:
    """Everything about the backups of the open records."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def folder(self) -> Path:
        """Where the backups of these records are."""
        return self._desk.store.folder / BACKUPS

    def kept(self, folder: Path | None = None) -> list[Backup]:
        """The backups beside the records, or in another folder, the newest first."""
        return shelf(folder or self.folder)

    def newest_whole(self) -> Backup | None:
        """The newest backup beside the records that is whole; None when there is none."""
        whole = self._desk.store.is_whole_backup
        return next((backup for backup in self.kept() if whole(backup.path)), None)

    def make(self, second: Path | None = None) -> Backup:
        """Make a checked backup now, thin out the old ones, and copy it to a second folder.

        Raises UserError when it could not be made, or when only the second copy could not.
        """
        made = self._desk.store.back_up()
        thin(self.folder, self._desk.clock())
        if second is not None:
            copy_to(made, self.folder / KEYS, second)
            thin(second, self._desk.clock())
        return next(backup for backup in self.kept() if backup.path == made)

    def make_if_changed(self, second: Path | None = None) -> Backup | None:
        """Make a backup if anything was written since the last one."""
        return self.make(second) if self._is_changed() else None

    def _is_changed(self) -> bool:
        last_step = self._desk.store.last_step_at()
        newest = next(iter(self.kept()), None)
        if last_step is None or self._desk.store.is_read_only:
            return False
        return newest is None or _naive(last_step) >= newest.made_at.replace(microsecond=0)

    def families_in(self, backup: Path) -> list[BackupFamily]:
        """The families that stand in a backup, by name."""
        with self._desk.store.looking_into(backup) as session:
            found = [_family_in(session, family) for family in living(session, Family)]
        with self._desk.store.read() as session:
            here = {family.id for family in living(session, Family)}
            erased = _erased(session)
        found = [one_ for one_ in found if known_again(one_[0].id) not in erased]
        lines = [
            BackupFamily(is_here=family.id in here, **_facts(family, *counts))
            for family, *counts in found
        ]
        return sorted(lines, key=lambda line: line.name.casefold())

    def expect(self, backup: Path) -> None:
        """Say that a backup is put in the place of the records on purpose, so that it is no alarm.

        One that nobody can look into is asked about after it was unlocked.
        """
        with suppress(UserError):
            self._desk.store.expect(backup)

    def erased_in(self, backup: Path) -> list[str]:
        """The references of families in a backup that were erased for good since."""
        with self._desk.store.read() as session:
            erased = _erased(session)
        with self._desk.store.looking_into(backup) as session:
            found = session.scalars(select(Family))
            return sorted(one_.reference for one_ in found if known_again(one_.id) in erased)

    def bring_back(self, backup: Path, family_id: UUID) -> str:
        """Put a family back as it stood in a backup; what was added to it since stays.

        It is one step, which undo takes back. The words of that step are given back. What was
        erased stays so.
        """
        with self._desk.store.read() as session:
            if known_again(family_id) in _erased(session):
                raise UserError(
                    "Nothing was brought back: this family was erased.",
                    "Its record was let go of for good, and the copy will go too in its time.",
                )
        with self._desk.store.looking_into(backup) as session:
            name = one(session, Family, family_id).name
            rows = _rows_of(session, family_id)
        words = f"Bring back the {name} family from a backup"
        with self._desk.store.write(words, family_id) as session:
            for row in rows:
                _put_back(session, row)
        return words


def _erased(session: Session) -> set[str]:
    """The families that were erased for good."""
    return {row.family for row in living(session, Erasure)}


def backups_of(folder: Path) -> list[Backup]:
    """The backups of the records in a folder, open or not, the newest first."""
    return shelf(folder / BACKUPS)


def put_back(folder: Path, backup: Path, now: datetime) -> Path:
    """Let a backup be the records of a folder again; where the old file is set aside.

    The records must be closed. Their key file stays: it opens every backup that has their key.
    """
    return put_in_place(backup, folder / RECORDS, now)


def _facts(family: Family, people: int, meetings: int, actions: int) -> dict[str, Any]:
    return {
        "family_id": family.id,
        "name": family.name,
        "reference": family.reference,
        "people": people,
        "meetings": meetings,
        "actions": actions,
    }


def _family_in(session: Session, family: Family) -> tuple[Family, int, int, int]:
    counts = (len(living(session, kind, family_id=family.id)) for kind in (Person, Meeting, Action))
    people, meetings, actions = counts
    return family, people, meetings, actions


def _rows_of(session: Session, family_id: UUID) -> list[Record]:
    """Everything of one family, and the professionals and services that it names."""
    rows = list(rows_of(session, family_id))
    involved = {row.person_id for row in rows if isinstance(row, Involvement)}
    team = list(session.scalars(select(Person).where(Person.id.in_(involved))))
    agencies = {row.agency_id for row in (*rows, *team) if isinstance(row, Person)}
    services = session.scalars(select(Agency).where(Agency.id.in_(agencies)))
    return [*services, *team, *rows]


def _put_back(session: Session, row: Record) -> None:
    """Write a row of a backup: anew, or over what stands here; services stay as they are."""
    kind = type(row)
    values = {column.key: getattr(row, column.key) for column in inspect(kind).column_attrs}
    here = session.get(kind, row.id)
    if here is None:
        session.add(kind(**values))
        return
    if isinstance(row, Agency) or (isinstance(row, Person) and row.is_professional):
        return
    for key, value in values.items():
        if getattr(here, key) != value:
            setattr(here, key, value)


def _naive(at: str) -> datetime:
    return datetime.fromisoformat(at).replace(tzinfo=None)
