"""Giving the records another data key, so that whoever was shut out cannot use the one they knew.

First the new key stands beside the old one in every slot that stays; then the records are written
under it and put in place; then the old one goes. At every moment one of the two opens the records.
"""

import os
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Engine, inspect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from taf_desktop.errors import UserError
from taf_desktop.store.atomic import write_atomically
from taf_desktop.store.engine import is_whole, open_engine
from taf_desktop.store.key_box import derived, seal
from taf_desktop.store.key_file import EARLIER, KeyFile, Opened
from taf_desktop.store.recovery_code import RandomBytes
from taf_desktop.store.seal_breaks import breaks
from taf_desktop.store.seals import START, Head, Seal, chain_key, seal_again

_MOST_KEYS = 200


def begin(
    keys: KeyFile, opened: Opened, next_key: bytes, random_bytes: RandomBytes, leaving: str | None
) -> KeyFile:
    """Put the next key into every slot that stays; `leaving` names the user whose slots do not."""
    keys.check_roster(opened.data_key)
    stay = [slot for slot in keys.slots if slot.user != leaving]
    if any(slot.is_of_first_form for slot in stay):
        raise UserError(
            "The key was not changed: the recovery code is of an older form.",
            "Make a new recovery code first, then try again. The old sheet is useless then.",
        )
    if len(keys.earlier) >= _MOST_KEYS:
        raise UserError(
            "The key was not changed: it was changed too often.",
            "Ask whoever looks after this computer. Nothing is lost.",
        )
    slots = [
        slot.with_next(next_key, keys.store_id, random_bytes) if slot in stay else slot
        for slot in keys.slots
    ]
    return replace(keys, slots=tuple(slots))


def end(keys: KeyFile, opened: Opened, random_bytes: RandomBytes) -> KeyFile:
    """Let the next key count; slots without it are gone, and the old one only opens backups."""
    if opened.next_key is None:
        raise ValueError("there is no next key")
    under = derived(opened.next_key, EARLIER)
    old = seal(under, opened.data_key, keys.store_id.encode(), random_bytes)
    slots = [replace(slot, box=slot.next_box, next_box=b"") for slot in keys.slots if slot.next_box]
    turned = replace(
        keys,
        slots=tuple(slots),
        generation=keys.generation + 1,
        earlier=(*keys.earlier, old),
    )
    return turned.certified(opened.next_key)


def abandon(keys: KeyFile) -> KeyFile:
    """Forget the next key; everything is as it was."""
    return replace(keys, slots=tuple(replace(slot, next_box=b"") for slot in keys.slots))


def write_under(engine: Engine, data_key: bytes, next_key: bytes, path: Path) -> Head:
    """Write a whole, checked copy of the open records under another key; the end of its chain."""
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    with closing(dbapi2.connect(str(path), isolation_level=None)) as copy:
        copy.execute("PRAGMA cipher_log_level=none")
        copy.execute(f"PRAGMA key=\"x'{next_key.hex()}'\"")
        source = engine.raw_connection()
        try:
            source.driver_connection.backup(copy)  # type: ignore[union-attr]  # untyped driver
        finally:
            source.close()
        if not is_whole(copy.execute):
            raise UserError(
                "The key was not changed: the new copy was not whole.",
                "The records themselves were not touched. Check the disk, then try again.",
            )
    head = _seal_again(path, data_key, next_key)
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    return head


def _seal_again(path: Path, data_key: bytes, next_key: bytes) -> Head:
    """Bring the chain of a copy under the next key, unless it is broken: that has to show."""
    engine = open_engine(path, next_key)
    try:
        if not inspect(engine).has_table(Seal.__tablename__):
            return START
        with Session(engine) as session, session.begin():
            if any(breaks(session, chain_key(data_key))):
                raise UserError(
                    "The key was not changed: the journal does not fit together.",
                    "Somebody changed it with another program. Bring back the newest whole copy "
                    "from the “backups” folder.",
                )
            return seal_again(session, chain_key(next_key))
    finally:
        engine.dispose()


def turn_backups(
    backups: Sequence[Path], known: Sequence[bytes], next_key: bytes, keys: Path
) -> None:
    """Bring backups under another key too, with the key file beside them.

    What cannot be brought over stays as it is: the earlier keys in the key file still open it.
    """
    for path in backups:
        with suppress(OSError, UserError, DBAPIError, dbapi2.Error):
            if (under := next((key for key in known if opens(path, key)), None)) is not None:
                _turn_file(path, under, next_key)
    for folder in {path.parent for path in backups}:
        with suppress(OSError):
            write_atomically(folder / keys.name, keys.read_bytes())


def _turn_file(path: Path, under: bytes, next_key: bytes) -> None:
    half = path.with_suffix(".turning")
    engine = open_engine(path, under, read_only=True)
    try:
        write_under(engine, under, next_key, half)
        os.replace(half, path)
    finally:
        engine.dispose()
        clear(half)


def clear(half: Path) -> None:
    """Leave nothing of a copy that was being written."""
    for path in (half, half.with_name(f"{half.name}-journal")):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def opens(path: Path, data_key: bytes) -> bool:
    """Whether the records can be read with this key."""
    engine = open_engine(path, data_key, read_only=True)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    except (DBAPIError, dbapi2.Error):
        return False
    finally:
        engine.dispose()
    return True
