"""The encrypted file that is open: where it is, its key, and what is done with it as a whole."""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from taf_desktop.errors import UserError
from taf_desktop.store import migrations
from taf_desktop.store.atomic import sync_folder
from taf_desktop.store.backup import back_up
from taf_desktop.store.chain import seal_older
from taf_desktop.store.elsewhere import begin_folder, copy_to_folder
from taf_desktop.store.engine import is_whole, open_engine, rewrite
from taf_desktop.store.failures import in_words
from taf_desktop.store.key_turning import clear, write_under
from taf_desktop.store.place import BACKUPS, KEYS, RECORDS, check_file, identity, replaced
from taf_desktop.store.salvage import Salvaged, salvage
from taf_desktop.store.seals import Head


class OpenFile:
    """One keyed connection to the records of a folder; closed, it opens no more.

    `gone_hook` is told when another file stands in the place of this one. Nothing here waits for
    anybody: the store lets one thing at a time happen.
    """

    def __init__(
        self, folder: Path, data_key: bytes, clock: Callable[[], datetime], *, read_only: bool
    ) -> None:
        self.folder, self.data_key = folder, data_key
        self.is_read_only = read_only
        self.gone_hook: Callable[[], object] = lambda: None
        self._clock = clock
        self._engine: Engine | None = open_engine(folder / RECORDS, data_key, read_only=read_only)
        self._identity = identity(folder / RECORDS)
        self._is_rescued = False
        self._keys = b""

    @classmethod
    def of(cls, folder: Path, data_key: bytes, clock: Callable[[], datetime]) -> "OpenFile":
        """Open the records of a folder, and bring them to today's form after a backup."""
        path = folder / RECORDS
        check_file(path)
        read_only = not os.access(path, os.W_OK) or not os.access(folder, os.W_OK)
        opened = cls(folder, data_key, clock, read_only=read_only)
        try:
            with in_words():
                opened._bring_to_today()
            opened.know_keys()
        except BaseException:
            opened.close()
            raise
        return opened

    def _bring_to_today(self) -> None:
        version = migrations.version_of(self.engine)
        migrations.refuse_newer(version)
        if version >= migrations.newest_version() or self.is_read_only:
            return
        if version > 0:
            self.back_up()
        seal = partial(seal_older, self.folder, self.data_key)
        migrations.migrate(self.engine, {"seals": seal})

    @property
    def engine(self) -> Engine:
        """The connection; a UserError when it was closed."""
        # An engine that was disposed of would quietly open the file again.
        if self._engine is None:
            raise _locked()
        return self._engine

    def check_open(self) -> None:
        """Refuse, in a sentence, to do anything with a file that was closed."""
        if self._engine is None:
            raise _locked()

    def session(self) -> Session:
        """A session over the connection; what it loads stays readable after it has closed."""
        return Session(self.engine, expire_on_commit=False)

    def know_keys(self) -> None:
        """Keep the key file in mind, for when its folder is gone."""
        with suppress(OSError):
            self._keys = (self.folder / KEYS).read_bytes()

    def check_place(self) -> None:
        """Refuse to go on when another file stands in the place of this one."""
        if identity(self.folder / RECORDS) == self._identity:
            return
        if not self._is_rescued:
            # The file without name can still be read, and is gone for ever when it is closed.
            with suppress(UserError), in_words():
                self.back_up()
                self._is_rescued = True
        self.gone_hook()
        raise replaced(is_rescued=self._is_rescued)

    def back_up(self) -> Path:
        """Make a checked backup beside the records."""
        backups, keys = self.folder / BACKUPS, self.folder / KEYS
        return back_up(self.engine, self.data_key, backups, keys, self._clock())

    def is_whole(self) -> bool:
        """Look at every page, row and index of the file; False when any does not fit."""
        try:
            with self.engine.connect() as connection:
                return is_whole(connection.exec_driver_sql)
        except DBAPIError:
            return False

    def rewrite(self) -> None:
        """Write the file anew, so that nothing of what was taken away is left in it."""
        self.check_place()
        rewrite(self.engine)

    def turn(self, next_key: bytes, before: Callable[[Head], object]) -> Head:
        """Go on with the records under another key; `before` they are put in place, it is told."""
        self.check_place()
        half = (self.folder / RECORDS).with_suffix(".turning")
        try:
            head = write_under(self.engine, self.data_key, next_key, half)
            before(head)
            self._exchange(half, next_key)
        except OSError:
            raise UserError(
                "The key was not changed.",
                "The folder cannot be written, or the disk is full. Make room and try again.",
            ) from None
        finally:
            clear(half)
        return head

    def _exchange(self, half: Path, next_key: bytes) -> None:
        path = self.folder / RECORDS
        # Windows puts nothing in the place of an open file.
        self.engine.dispose()
        try:
            os.replace(half, path)
            self.data_key = next_key
        finally:
            self._open_again()
        with suppress(OSError):
            sync_folder(self.folder)

    def go_on_in(self, folder: Path) -> None:
        """Put a checked copy into a new folder, and go on with that one."""
        copy_to_folder(self.engine, self.data_key, self._keys, folder)
        self.engine.dispose()
        self.folder, self._is_rescued = folder, False
        self._open_again()

    def _open_again(self) -> None:
        path = self.folder / RECORDS
        self._engine = open_engine(path, self.data_key)
        self._identity = identity(path)
        self.know_keys()

    def salvage(self, folder: Path) -> Salvaged:
        """Write what can be read of a damaged file into a new folder; here nothing changes."""
        return salvage(self.engine, self.data_key, begin_folder(folder, self._keys))

    def close(self) -> None:
        """Close the file and let it and its key go."""
        engine, self._engine, self.data_key = self._engine, None, b""
        if engine is not None:
            engine.dispose()


def _locked() -> UserError:
    return UserError("These records are locked.", "Unlock them and try again.")
