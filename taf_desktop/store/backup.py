"""A whole copy of the encrypted file, checked before it counts, with the key file beside it."""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlcipher3 import dbapi2

from taf_desktop.errors import UserError
from taf_desktop.store.atomic import sync_folder, write_atomically
from taf_desktop.store.engine import is_whole


def back_up(engine: Engine, data_key: bytes, folder: Path, keys: Path, now: datetime) -> Path:
    """Copy the open file into `folder`, open and check the copy, then give it its name."""
    target = folder / f"records-{now:%Y%m%d-%H%M%S-%f}.db"
    half = target.with_suffix(".part")
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        copy_whole(engine, data_key, half)
        # The keys first: a backup with a name must never stand there without them.
        write_atomically(folder / keys.name, keys.read_bytes())
        os.replace(half, target)
        sync_folder(folder)
    except OSError:
        raise UserError(
            "The backup was not made.",
            "The folder cannot be written, or the disk is full. The records were not touched.",
        ) from None
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)
    return target


def backups(folder: Path) -> list[Path]:
    """The backups in a folder, the newest first."""
    return sorted(folder.glob("records-*.db"), reverse=True)


def copy_whole(engine: Engine, data_key: bytes, half: Path) -> None:
    """Copy the open file under the same key, open and check the copy, and force it to disk."""
    half.touch(mode=0o600)
    copy = dbapi2.connect(str(half), isolation_level=None)
    try:
        copy.execute("PRAGMA cipher_log_level=none")
        copy.execute(f"PRAGMA key=\"x'{data_key.hex()}'\"")
        source = engine.raw_connection()
        try:
            source.driver_connection.backup(copy)  # type: ignore[union-attr]  # untyped driver
        finally:
            source.close()
        if not is_whole(copy.execute):
            raise UserError(
                "The backup was not made: the copy was not whole.",
                "The records themselves were not touched. Try again on another disk.",
            )
    finally:
        copy.close()
    with half.open("rb+") as file:
        os.fsync(file.fileno())
