"""The open store: the one way in for every read and every write."""

import os
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine, event, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.orm.unitofwork import UOWTransaction

from taf_desktop.errors import UserError
from taf_desktop.store import migrations
from taf_desktop.store.atomic import sync_folder
from taf_desktop.store.backup import back_up, backups
from taf_desktop.store.backup_shelf import looked_into
from taf_desktop.store.engine import create_file, open_engine
from taf_desktop.store.failures import in_words
from taf_desktop.store.hybrid_clock import HybridClock
from taf_desktop.store.journal import Step, write_changes
from taf_desktop.store.key_file import read_key_file
from taf_desktop.store.key_turning import opens, write_under

RECORDS, KEYS, BACKUPS = "records.db", "keys.json", "backups"
_SMALLEST_STORE = 4096


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
        self._identity = _identity(folder / RECORDS)
        self._is_rescued = False
        self._device = _device(folder)
        self._hybrid = HybridClock(clock, self._last_stamp())

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
        _check_file(path)
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
                    migrations.migrate(engine)
                return cls(folder, engine, data_key, clock, who, is_read_only=read_only)
        except BaseException:
            engine.dispose()
            raise

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session to read with; what it loads stays readable after it has closed."""
        with self._lock, in_words(), self._session() as session:
            event.listen(session, "before_flush", _refuse_writing)
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
            event.listen(session, "before_flush", _journalling(step))
            event.listen(session, "do_orm_execute", _refuse_bulk)
            with session.begin():
                # The order of rows within one transaction is nobody's concern.
                session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")
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
        self._check_place()
        yield
        self._check_place()

    def _check_place(self) -> None:
        if _identity(self.folder / RECORDS) == self._identity:
            return
        if not self._is_rescued:
            # The file without name can still be read, and is gone for ever when it is closed.
            with suppress(UserError), in_words():
                self._copy_to_backups()
                self._is_rescued = True
        raise _replaced(is_rescued=self._is_rescued)

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

    def back_up(self) -> Path:
        """Make a checked backup now."""
        with self._lock, in_words():
            return self._copy_to_backups()

    def _copy_to_backups(self) -> Path:
        keys, backups_folder = self.folder / KEYS, self.folder / BACKUPS
        return back_up(self._open_engine(), self._data_key, backups_folder, keys, self._clock())

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
        """Look at every page and every row of the file; False when any is damaged."""
        with self._lock:
            try:
                with self._open_engine().connect() as connection:
                    bad_pages = connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()
                    rows = connection.exec_driver_sql("PRAGMA quick_check").all()
            except DBAPIError:
                return False
        return not bad_pages and [row[0] for row in rows] == ["ok"]

    def change_no_more(self) -> None:
        """Refuse to write from now on, as when the file turned out to be damaged."""
        self.is_read_only = True

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
                write_under(self._open_engine(), next_key, half)
                self._exchange(half, next_key)
            except OSError:
                raise UserError(
                    "The key was not changed.",
                    "The folder cannot be written, or the disk is full. Make room and try again.",
                ) from None
            finally:
                with suppress(OSError):
                    half.unlink(missing_ok=True)

    def _exchange(self, half: Path, next_key: bytes) -> None:
        path = self.folder / RECORDS
        # Windows puts nothing in the place of an open file.
        self._open_engine().dispose()
        try:
            os.replace(half, path)
            self._data_key = next_key
        finally:
            self._engine = open_engine(path, self._data_key)
            self._identity = _identity(path)
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


def _journalling(step: Step) -> Callable[[Session, UOWTransaction, object], None]:
    def before_flush(session: Session, _context: UOWTransaction, _instances: object) -> None:
        # A step without a change would be undone without anything to see.
        if write_changes(session, step) and step not in session:
            session.add(step)

    return before_flush


def _refuse_writing(session: Session, _context: UOWTransaction, _instances: object) -> None:
    if session.new or session.deleted or any(session.is_modified(row) for row in session.dirty):
        raise RuntimeError("a reading session was asked to write")


def _refuse_bulk(state: ORMExecuteState) -> None:
    if not state.is_select:
        raise RuntimeError("a statement would pass by the journal")


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file has this name; None when none has."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _replaced(*, is_rescued: bool) -> UserError:
    saved = "Everything saved before is in the newest file of the “backups” folder beside them. "
    return UserError(
        "Nothing was saved: the records were moved or replaced by another program.",
        f"{saved if is_rescued else ''}Your words are still on the screen; copy them before you "
        "close. Keep the records out of folders that are copied to a cloud.",
    )


def _check_file(path: Path) -> None:
    if not path.exists():
        raise UserError(
            "The records are not where they were.",
            f"The key file is there, but {path.name} is missing. Bring it back from the "
            "“backups” folder beside it; nothing new was made.",
        )
    if path.stat().st_size < _SMALLEST_STORE:
        raise UserError(
            "The records could not be opened: the file is empty or cut off.",
            "Nothing was changed. Bring back the newest whole copy from the “backups” folder.",
        )


def _device(folder: Path) -> str:
    """A random name for this installation, kept beside the store."""
    path = folder / "device"
    if path.exists():
        return path.read_text(encoding="ascii").strip()
    name = secrets.token_hex(8)
    if os.access(folder, os.W_OK):
        path.write_text(name, encoding="ascii")
        path.chmod(0o600)
    return name
