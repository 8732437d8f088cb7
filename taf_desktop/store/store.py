"""The open store: the one way in for every read and every write."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import event, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from taf_desktop.errors import UserError
from taf_desktop.model.base import Base
from taf_desktop.store.backup import backups
from taf_desktop.store.backup_shelf import looked_into
from taf_desktop.store.chain import Chain
from taf_desktop.store.engine import create_file, is_whole
from taf_desktop.store.failures import in_words
from taf_desktop.store.hybrid_clock import HybridClock
from taf_desktop.store.journal import Step
from taf_desktop.store.key_file import read_key_file
from taf_desktop.store.key_turning import opens
from taf_desktop.store.open_file import OpenFile
from taf_desktop.store.place import BACKUPS as BACKUPS
from taf_desktop.store.place import KEYS as KEYS
from taf_desktop.store.place import RECORDS as RECORDS
from taf_desktop.store.place import device
from taf_desktop.store.salvage import Salvaged
from taf_desktop.store.watching import (
    journalling,
    refuse_bulk,
    refuse_records,
    refuse_writing,
)


class Store:
    """One unlocked encrypted file; close it, and there is no data."""

    def __init__(self, file: OpenFile, clock: Callable[[], datetime], who: str) -> None:
        self.file, self.who = file, who
        self._clock = clock
        self._lock = threading.Lock()
        self.device = device(file.folder)
        self._hybrid = HybridClock(clock, self._last_stamp())
        self._chain = self._begin_chain()
        self._beside: Base | None = None

    @classmethod
    def create(
        cls, folder: Path, data_key: bytes, clock: Callable[[], datetime], who: str
    ) -> "Store":
        """Make a new store in a folder that has none; the key file must be there first."""
        with in_words():
            create_file(folder / RECORDS, data_key)
        return cls.open(folder, data_key, clock, who)

    @classmethod
    def open(
        cls, folder: Path, data_key: bytes, clock: Callable[[], datetime], who: str
    ) -> "Store":
        """Open a store, bring it to today's form after a backup, and hold it alone."""
        file = OpenFile.of(folder, data_key, clock)
        try:
            with in_words():
                return cls(file, clock, who)
        except BaseException:
            file.close()
            raise

    def _begin_chain(self) -> Chain:
        chain = Chain(self.folder, self.folder / BACKUPS, self.data_key)
        with self.file.session() as session:
            chain.check_ends(session)
        return chain

    @property
    def folder(self) -> Path:
        """Where the records, their keys and their backups are."""
        return self.file.folder

    @property
    def is_read_only(self) -> bool:
        """Whether these records can be read but not changed."""
        return self.file.is_read_only

    @property
    def data_key(self) -> bytes:
        """The key of the open records, for what is done with their key file."""
        return self.file.data_key

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session to read with; what it loads stays readable after it has closed."""
        with self._lock, in_words(), self.file.session() as session:
            event.listen(session, "before_flush", refuse_writing)
            yield session

    @contextmanager
    def write(
        self, words: str, family_id: UUID | None = None, *, undoes: UUID | None = None
    ) -> Iterator[Session]:
        """One transaction: the changes and their journal are kept together, or neither is.

        `words` say what a person did, as Undo shows it ("Add Nan").
        """
        self.check_writable()
        with self._lock, in_words(), self._in_its_place(), self.file.session() as session:
            step = self._step(words, family_id, undoes)
            event.listen(session, "before_flush", journalling(step))
            event.listen(session, "do_orm_execute", refuse_bulk)
            with session.begin():
                # The order of rows within one transaction is nobody's concern.
                session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")
                yield session
                if (beside := self._beside) is not None:
                    session.merge(beside)
                head = self._chain.seal(session, step)
            self._beside = None
            self._chain.note(head)

    def keep_beside(self, row: Base) -> None:
        """Keep a row that is no record, and no step of the journal."""
        with self._writing_beside() as session:
            session.merge(row)

    def forget_beside(self, kind: type[Base], key: UUID) -> None:
        """Take a row away that is no record; there need not be one."""
        with self._writing_beside() as session:
            row = session.get(kind, key)
            if row is not None:
                session.delete(row)

    @contextmanager
    def beside_next(self, row: Base) -> Iterator[Callable[[], bool]]:
        """Keep a row that is no record in the next transaction that is written in here.

        What is told says in here whether it was.
        """
        self._beside = row
        try:
            yield lambda: self._beside is None
        finally:
            self._beside = None

    @contextmanager
    def _writing_beside(self) -> Iterator[Session]:
        self.check_writable()
        with self._lock, in_words(), self._in_its_place(), self.file.session() as session:
            event.listen(session, "before_flush", refuse_records)
            with session.begin():
                yield session

    def check_writable(self) -> None:
        """Refuse, in a sentence, to change records that can only be read."""
        if self.is_read_only:
            raise UserError(
                "Nothing was saved: these records can only be read here.",
                "Copy the records to a folder you may write to, or ask whoever set this up.",
            )

    @contextmanager
    def _in_its_place(self) -> Iterator[None]:
        """Refuse to write, and to call it saved, when another file stands in the place of this one.

        The database looks only before its first write; after that it writes to a file without name.
        """
        self.file.check_place()
        yield
        self.file.check_place()

    def _step(self, words: str, family_id: UUID | None, undoes: UUID | None) -> Step:
        return Step(
            hlc=self._hybrid.tick(),
            words=words,
            family_id=family_id,
            who=self.who,
            at=self._clock().isoformat(timespec="seconds"),
            device=self.device,
            undoes=undoes,
        )

    def _last_stamp(self) -> str | None:
        with self.file.session() as session:
            newest = select(Step.hlc).order_by(Step.hlc.desc()).limit(1)
            return session.scalars(newest).first()

    def breaks(self, pause: Callable[[], object] = lambda: None) -> list[str]:
        """What does not fit together in the journal, in a few words each; nothing when all is well.

        Also whether steps that were once here are missing at its end, as in an older file. It is
        read in slices with a `pause` after each, in which others may read and write.
        """
        told: list[str] = []
        for found in self._chain.breaks(self.read):
            told += found
            pause()
        return told

    def accept_as_newest(self) -> None:
        """Take these records for the newest, as after a backup was put back on purpose."""
        with self.read() as session:
            self._chain.accept(session)

    def expect(self, backup: Path) -> None:
        """Take a backup for the newest records: it is about to be put in their place."""
        with self.looking_into(backup) as session:
            self._chain.expect(session)

    def back_up(self) -> Path:
        """Make a checked backup now."""
        with self._lock, in_words():
            made = self.file.back_up()
            with self.file.session() as session:
                self._chain.note_backup(session)
        return made

    @contextmanager
    def looking_into(self, backup: Path) -> Iterator[Session]:
        """A session that reads a backup under the key of these records or an earlier one."""
        self.file.check_open()
        data_key = self.data_key
        keys = read_key_file(self.folder / KEYS)
        known = (data_key, *keys.earlier_keys(data_key))
        under = next((key for key in known if opens(backup, key)), data_key)
        with looked_into(backup, under) as session:
            yield session

    def is_whole_backup(self, backup: Path) -> bool:
        """Whether a backup opens, and every page, row and index of it fits."""
        try:
            with self.looking_into(backup) as session:
                return is_whole(session.connection().exec_driver_sql)
        except (UserError, DBAPIError):
            return False

    def go_on_in(self, folder: Path) -> None:
        """Put a copy of the open records into a new folder, and go on with that one."""
        with self._lock, in_words():
            self.file.go_on_in(folder)
            self._chain = self._begin_chain()
        self.accept_as_newest()

    def salvage(self, folder: Path) -> Salvaged:
        """Write what can be read of damaged records into a new folder; here nothing changes."""
        with self._lock, in_words():
            return self.file.salvage(folder)

    def is_whole(self) -> bool:
        """Look at every page, row and index of the file; False when any does not fit."""
        with self._lock:
            return self.file.is_whole()

    def change_no_more(self) -> None:
        """Refuse to write from now on, as when the file turned out to be damaged."""
        self.file.is_read_only = True

    def rewrite(self) -> None:
        """Write the file anew, so that nothing of what was taken away is left in it."""
        with self._lock, in_words():
            self.file.rewrite()

    def last_step_at(self) -> str | None:
        """When something was written last, as text; None when nothing ever was."""
        with self.read() as session:
            newest = select(Step.at).order_by(Step.hlc.desc()).limit(1)
            return session.scalars(newest).first()

    def backups(self) -> list[Path]:
        """The backups of this store, the newest first."""
        return backups(self.folder / BACKUPS)

    def turn_key(self, next_key: bytes) -> None:
        """Write the records under another key and go on with those; the key file comes first."""
        with self._lock, in_words():
            head = self.file.turn(next_key, self._chain.before_turning)
            self._chain.turn(next_key, head)

    def close(self) -> None:
        """Close the file and let it and its key go; a closed store opens no more."""
        with self._lock:
            self.file.close()
