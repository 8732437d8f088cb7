"""The open store: the one way in for every read and every write."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine, event, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from taf_desktop.errors import UserError
from taf_desktop.store import migrations
from taf_desktop.store.atomic import sync_folder
from taf_desktop.store.backup import back_up, backups
from taf_desktop.store.backup_shelf import looked_into
from taf_desktop.store.chain import Chain, seal_older
from taf_desktop.store.engine import create_file, open_engine, rewrite
from taf_desktop.store.failures import in_words
from taf_desktop.store.hybrid_clock import HybridClock
from taf_desktop.store.journal import Step
from taf_desktop.store.key_file import read_key_file
from taf_desktop.store.key_turning import clear, opens, write_under
from taf_desktop.store.place import check_file, device, identity, replaced
from taf_desktop.store.watching import journalling, refuse_bulk, refuse_writing

RECORDS, KEYS, BACKUPS = "records.db", "keys.json", "backups"


class Store:
    """One unlocked encrypted file; close it, and there is no data."""

    def __init__(
        self,
        folder: Path,
        engine: Engine,
        data_key: bytes,
        clock: Callable[[], datetime],
        who: str,
        *,
        is_read_only: bool,
    ) -> None:
        self.folder = folder
        self.is_read_only = is_read_only
        self.who = who
        self._engine: Engine | None = engine
        self._data_key = data_key
        self._clock = clock
        self._lock = threading.Lock()
        self._identity = identity(folder / RECORDS)
        self._is_rescued = False
        self._device = device(folder)
        self._hybrid = HybridClock(clock, self._last_stamp())
        self._chain = Chain(folder, folder / BACKUPS, data_key)
        with self._session() as session:
            self._chain.check_ends(session)

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
        path = folder / RECORDS
        check_file(path)
        read_only = not os.access(path, os.W_OK) or not os.access(folder, os.W_OK)
        engine = open_engine(path, data_key, read_only=read_only)
        try:
            with in_words():
                version = migrations.version_of(engine)
                migrations.refuse_newer(version)
                if version < migrations.newest_version() and not read_only:
                    if version > 0:
                        now = clock()
                        back_up(engine, data_key, folder / BACKUPS, folder / KEYS, now)
                    migrations.migrate(engine, {"seals": partial(seal_older, folder, data_key)})
                return cls(folder, engine, data_key, clock, who, is_read_only=read_only)
        except BaseException:
            engine.dispose()
            raise

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session to read with; what it loads stays readable after it has closed."""
        with self._lock, in_words(), self._session() as session:
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
        with self._lock, in_words(), self._in_its_place(), self._session() as session:
            step = self._step(words, family_id, undoes)
            event.listen(session, "before_flush", journalling(step))
            event.listen(session, "do_orm_execute", refuse_bulk)
            with session.begin():
                # The order of rows within one transaction is nobody's concern.
                session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")
                yield session
                head = self._chain.seal(session, step)
            self._chain.note(head)

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
        self._check_place()
        yield
        self._check_place()

    def _check_place(self) -> None:
        if identity(self.folder / RECORDS) == self._identity:
            return
        if not self._is_rescued:
            # The file without name can still be read, and is gone for ever when it is closed.
            with suppress(UserError), in_words():
                self._copy_to_backups()
                self._is_rescued = True
        raise replaced(is_rescued=self._is_rescued)

    def _step(self, words: str, family_id: UUID | None, undoes: UUID | None) -> Step:
        return Step(
            hlc=self._hybrid.tick(),
            words=words,
            family_id=family_id,
            who=self.who,
            at=self._clock().isoformat(timespec="seconds"),
            device=self._device,
            undoes=undoes,
        )

    def _last_stamp(self) -> str | None:
        with self._session() as session:
            newest = select(Step.hlc).order_by(Step.hlc.desc()).limit(1)
            return session.scalars(newest).first()

    @property
    def data_key(self) -> bytes:
        """The key of the open records, for what is done with their key file."""
        return self._data_key

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
            return self._copy_to_backups()

    def _copy_to_backups(self) -> Path:
        keys, backups_folder = self.folder / KEYS, self.folder / BACKUPS
        made = back_up(self._open_engine(), self._data_key, backups_folder, keys, self._clock())
        with self._session() as session:
            self._chain.note_backup(session)
        return made

    @contextmanager
    def looking_into(self, backup: Path) -> Iterator[Session]:
        """A session that reads a backup under the key of these records or an earlier one."""
        self._open_engine()
        keys = read_key_file(self.folder / KEYS)
        known = (self._data_key, *keys.earlier_keys(self._data_key))
        under = next((key for key in known if opens(backup, key)), self._data_key)
        with looked_into(backup, under) as session:
            yield session

    def is_whole(self) -> bool:
        """Look at every page, row and index of the file; False when any does not fit."""
        with self._lock:
            try:
                with self._open_engine().connect() as connection:
                    bad_pages = connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()
                    rows = connection.exec_driver_sql("PRAGMA integrity_check").all()
            except DBAPIError:
                return False
        return not bad_pages and [row[0] for row in rows] == ["ok"]

    def change_no_more(self) -> None:
        """Refuse to write from now on, as when the file turned out to be damaged."""
        self.is_read_only = True

    def rewrite(self) -> None:
        """Write the file anew, so that nothing of what was taken away is left in it."""
        with self._lock, in_words():
            self._check_place()
            rewrite(self._open_engine())

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
        path = self.folder / RECORDS
        half = path.with_suffix(".turning")
        with self._lock, in_words():
            self._check_place()
            try:
                head = write_under(self._open_engine(), self._data_key, next_key, half)
                self._chain.before_turning(head)
                self._exchange(half, next_key)
                self._chain.turn(next_key, head)
            except OSError:
                raise UserError(
                    "The key was not changed.",
                    "The folder cannot be written, or the disk is full. Make room and try again.",
                ) from None
            finally:
                clear(half)

    def _exchange(self, half: Path, next_key: bytes) -> None:
        path = self.folder / RECORDS
        # Windows puts nothing in the place of an open file.
        self._open_engine().dispose()
        try:
            os.replace(half, path)
            self._data_key = next_key
        finally:
            self._engine = open_engine(path, self._data_key)
            self._identity = identity(path)
        with suppress(OSError):
            sync_folder(self.folder)

    def close(self) -> None:
        """Close the file and let it and its key go; a closed store opens no more."""
        with self._lock:
            engine, self._engine, self._data_key = self._engine, None, b""
            if engine is not None:
                engine.dispose()

    def _session(self) -> Session:
        return Session(self._open_engine(), expire_on_commit=False)

    def _open_engine(self) -> Engine:
        # An engine that was disposed of would quietly open the file again.
        if self._engine is None:
            raise UserError("These records are locked.", "Unlock them and try again.")
        return self._engine
