"""The key file beside the store: the data key wrapped by a passphrase and by a recovery code."""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from taf_desktop.errors import UserError
from taf_desktop.store.atomic import write_atomically
from taf_desktop.store.key_slots import Slot, UnreadableSlotError, Work, new_slot, slot_from_json
from taf_desktop.store.recovery_code import RandomBytes, new_code, normal

PASSPHRASE, RECOVERY = "passphrase", "recovery"
_LARGEST_FILE = 64 * 1024
_MOST_SLOTS = 32


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A data key and whose slot gave it."""

    data_key: bytes
    user: str


@dataclass(frozen=True, kw_only=True)
class KeyFile:
    """All slots of one store."""

    store_id: str
    slots: tuple[Slot, ...]

    def open_with_passphrase(self, passphrase: str) -> Opened:
        """The data key for a passphrase; a UserError when no slot opens."""
        opened = self._open(PASSPHRASE, passphrase)
        if opened is None:
            raise UserError(
                "That is not the passphrase.",
                "Look at capital letters and spaces, and type it again. Nothing is lost.",
            )
        return opened

    def open_with_recovery_code(self, typed: str) -> Opened:
        """The data key for a recovery code; a UserError when it is not the code of this store."""
        opened = self._open(RECOVERY, normal(typed))
        if opened is None:
            raise UserError(
                "This recovery code does not belong to these records.",
                "Look for the sheet that was made when these records were started.",
            )
        return opened

    def _open(self, kind: str, secret: str) -> Opened | None:
        for slot in self.slots:
            if slot.kind == kind and (data_key := slot.open(secret, self.store_id)) is not None:
                return Opened(data_key=data_key, user=slot.user)
        return None

    def is_below(self, work: Work, opened: Opened) -> bool:
        """Whether the passphrase of that user is stretched less than is asked for today."""
        return any(
            slot.work.is_less_than(work)
            for slot in self.slots
            if (slot.kind, slot.user) == (PASSPHRASE, opened.user)
        )

    def with_passphrase(
        self, passphrase: str, opened: Opened, work: Work, random_bytes: RandomBytes
    ) -> "KeyFile":
        """The same keys with a new passphrase for that user; the records stay as they are."""
        return self._with(PASSPHRASE, passphrase, opened, work, random_bytes)

    def with_recovery_code(
        self, code: str, opened: Opened, work: Work, random_bytes: RandomBytes
    ) -> "KeyFile":
        """The same keys with another recovery code for that user; the old sheet opens no more."""
        return self._with(RECOVERY, normal(code), opened, work, random_bytes)

    def _with(
        self, kind: str, secret: str, opened: Opened, work: Work, random_bytes: RandomBytes
    ) -> "KeyFile":
        fresh = new_slot(
            secret,
            opened.data_key,
            kind=kind,
            user=opened.user,
            store_id=self.store_id,
            work=work,
            random_bytes=random_bytes,
        )
        others = tuple(slot for slot in self.slots if (slot.kind, slot.user) != (kind, opened.user))
        return replace(self, slots=(fresh, *others))

    def save(self, path: Path) -> None:
        """Write the file, then its copy: at every moment at least one of the two is whole."""
        slots = [slot.as_json() for slot in self.slots]
        stored = {"v": 1, "store_id": self.store_id, "dek_gen": 1, "slots": slots}
        content = json.dumps(stored | {"sum": _sum(stored)}, indent=1).encode()
        write_atomically(path, content)
        write_atomically(backup_of(path), content)


def new_keys(
    passphrase: str, user: str, work: Work, random_bytes: RandomBytes, code: str | None = None
) -> tuple[KeyFile, Opened, str]:
    """Keys for a new store: the key file, the opened data key, the recovery code to write down."""
    store_id, data_key = random_bytes(16).hex(), random_bytes(32)
    code = code or new_code(random_bytes)
    slots = tuple(
        new_slot(
            secret,
            data_key,
            kind=kind,
            user=user,
            store_id=store_id,
            work=work,
            random_bytes=random_bytes,
        )
        for kind, secret in ((PASSPHRASE, passphrase), (RECOVERY, normal(code)))
    )
    return KeyFile(store_id=store_id, slots=slots), Opened(data_key=data_key, user=user), code


def read_key_file(path: Path) -> KeyFile:
    """Read the key file, or its copy when it is damaged; a UserError when neither can be read."""
    for candidate in (path, backup_of(path)):
        try:
            return _parse(candidate)
        except (OSError, UnreadableSlotError):
            continue
    raise UserError(
        "The records cannot be unlocked: the key file is damaged or missing.",
        "Nothing is lost in the records themselves. Bring back keys.json from the newest folder in "
        "“backups”, beside the records, then try again.",
    )


def heal_key_file(path: Path) -> None:
    """Make the file and its copy the same again after damage; a read-only folder stays as it is."""
    pair = (path, backup_of(path))
    content = next((whole for one in pair if (whole := _whole(one)) is not None), None)
    if content is None:
        return
    for one in pair:
        if _whole(one) != content:
            with suppress(OSError):
                write_atomically(one, content)


def _whole(path: Path) -> bytes | None:
    try:
        _parse(path)
        return path.read_bytes()
    except (OSError, UnreadableSlotError):
        return None


def backup_of(path: Path) -> Path:
    """Where the copy of a key file is kept."""
    return path.with_name(path.name + ".bak")


def _parse(path: Path) -> KeyFile:
    if os.stat(path).st_size > _LARGEST_FILE:
        raise UnreadableSlotError
    try:
        stored: Any = json.loads(path.read_bytes())
        slots, told = stored["slots"], stored.pop("sum")
        if stored["v"] != 1 or told != _sum(stored):
            raise UnreadableSlotError
        if not isinstance(slots, list) or not 1 <= len(slots) <= _MOST_SLOTS:
            raise UnreadableSlotError
        read = tuple(slot_from_json(slot) for slot in slots)
        return KeyFile(store_id=str(stored["store_id"]), slots=read)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise UnreadableSlotError from error


def _sum(stored: Mapping[str, Any]) -> str:
    """A checksum that tells a damaged file from a wrong passphrase; it guards no secret."""
    return hashlib.sha256(json.dumps(stored, sort_keys=True).encode()).hexdigest()
