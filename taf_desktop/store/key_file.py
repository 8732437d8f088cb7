"""The key file beside the store: who can open the data key, by passphrase or recovery code."""

import hashlib
import hmac
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hmac import compare_digest
from pathlib import Path
from typing import Any

from taf_desktop.errors import UserError, WrongPassphraseError
from taf_desktop.store.atomic import write_atomically
from taf_desktop.store.key_box import derived, unseal
from taf_desktop.store.key_slots import (
    Slot,
    SlotKeys,
    UnreadableSlotError,
    Work,
    new_slot,
    slot_from_json,
)
from taf_desktop.store.recovery_code import RandomBytes, new_code, normal

PASSPHRASE, RECOVERY, SIGN_IN = "passphrase", "recovery", "os-keyring"
_LARGEST_FILE = 64 * 1024
_MOST_SLOTS = 32
_FORMS = (1, 2)
_ROSTER = "taf-desktop list of slots"
EARLIER = "taf-desktop earlier key"
"""What the key is for that seals the data key of before."""


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A data key and whose slot gave it; whether it was seen before.

    `next_key` is there while the key is being changed.
    """

    data_key: bytes
    user: str
    person: str = ""
    next_key: bytes | None = None
    has_seen: bool = field(default=True, compare=False)


@dataclass(frozen=True, kw_only=True)
class KeyFile:
    """All slots of one store.

    `earlier` holds the data keys that counted before, each sealed under the one that followed it:
    with them older backups can be read. `roster` guards the list of slots: without the data key
    nobody can add one that would be given the next key.
    """

    store_id: str
    slots: tuple[Slot, ...]
    generation: int = 1
    earlier: tuple[bytes, ...] = ()
    roster: bytes = b""

    @property
    def users(self) -> tuple[str, ...]:
        """Who has a passphrase, in the order in which they were let in."""
        return tuple(slot.user for slot in self.slots if slot.kind == PASSPHRASE)

    @property
    def is_turning(self) -> bool:
        """Whether a change of the data key was begun and not ended."""
        return any(slot.next_box for slot in self.slots)

    def open_with_passphrase(self, passphrase: str) -> Opened:
        """The data key for a passphrase; a UserError when no slot opens."""
        opened = self._open(PASSPHRASE, passphrase)
        if opened is None:
            raise WrongPassphraseError(
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

    def open_with_sign_in(self, secret: str) -> Opened | None:
        """The data key for what the keyring of a computer keeps; None when it opens nothing."""
        return self._open(SIGN_IN, secret)

    def _open(self, kind: str, secret: str) -> Opened | None:
        for slot in (slot for slot in self.slots if slot.kind == kind):
            try:
                found = slot.open(secret, self.store_id)
            except UnreadableSlotError:
                raise damaged() from None
            if found is not None:
                self._check_descent(found)
                return Opened(
                    data_key=found.data_key,
                    user=slot.user,
                    person=slot.person,
                    next_key=found.next_key,
                    has_seen=found.has_seen(found.data_key),
                )
        return None

    def _check_descent(self, found: SlotKeys) -> None:
        """Refuse a data key that was put in by somebody who did not know the one before."""
        known = (found.data_key, *self.earlier_keys(found.data_key))
        if not any(found.has_seen(key) for key in known):
            raise damaged()

    def earlier_keys(self, data_key: bytes) -> Iterator[bytes]:
        """The data keys that counted before this one, the newest first."""
        for sealed in reversed(self.earlier):
            found = unseal(derived(data_key, EARLIER), sealed, self.store_id.encode())
            if found is None:
                return
            data_key = found
            yield data_key

    def is_below(self, work: Work, opened: Opened) -> bool:
        """Whether the passphrase of that user is kept in a weaker way than a new one would be."""
        return not opened.has_seen or any(
            slot.work.is_less_than(work) or slot.is_of_first_form
            for slot in self.slots
            if (slot.kind, slot.user) == (PASSPHRASE, opened.user)
        )

    def with_passphrase(
        self, passphrase: str, opened: Opened, work: Work, random_bytes: RandomBytes
    ) -> "KeyFile":
        """The same keys with a new passphrase for that user; the records stay as they are."""
        return self.with_slot(PASSPHRASE, passphrase, opened, work, random_bytes)

    def with_recovery_code(
        self, code: str, opened: Opened, work: Work, random_bytes: RandomBytes
    ) -> "KeyFile":
        """The same keys with another recovery code for that user; the old sheet opens no more."""
        return self.with_slot(RECOVERY, normal(code), opened, work, random_bytes)

    def with_slot(
        self, kind: str, secret: str, opened: Opened, work: Work, random_bytes: RandomBytes
    ) -> "KeyFile":
        """The same keys with a slot of this kind for that user, in the place of an older one."""
        self.check_roster(opened.data_key)
        fresh = new_slot(
            secret,
            opened.data_key,
            kind=kind,
            user=opened.user,
            person=opened.person,
            store_id=self.store_id,
            work=work,
            random_bytes=random_bytes,
        )
        place = (kind, opened.user)
        slots = [fresh if (slot.kind, slot.user) == place else slot for slot in self.slots]
        if fresh not in slots:
            slots.append(fresh)
        return replace(self, slots=tuple(slots)).certified(opened.data_key)

    def without(self, kind: str, data_key: bytes) -> "KeyFile":
        """The same keys without any slot of this kind; other kinds stay."""
        self.check_roster(data_key)
        kept = [slot for slot in self.slots if slot.kind != kind]
        return replace(self, slots=tuple(kept)).certified(data_key)

    def certified(self, data_key: bytes) -> "KeyFile":
        """The same keys with the guard over the list of slots."""
        return replace(self, roster=self._roster_under(data_key))

    def check_roster(self, data_key: bytes) -> None:
        """Refuse to change keys to which somebody without the data key has added a slot."""
        if not self.roster and all(slot.is_of_first_form for slot in self.slots):
            return
        if not compare_digest(self.roster, self._roster_under(data_key)):
            raise UserError(
                "The keys were changed by another program, so nothing was done.",
                "Ask whoever looks after this computer. Your records can still be read; bring "
                "back keys.json from the newest folder in “backups” before you change the keys.",
            )

    def _roster_under(self, data_key: bytes) -> bytes:
        listed = [self.store_id, self.generation, [slot.listed() for slot in self.slots]]
        return hmac.digest(derived(data_key, _ROSTER), json.dumps(listed).encode(), "sha256")

    def save(self, path: Path) -> None:
        """Write the file, then its copy: at every moment at least one of the two is whole."""
        stored = {
            "v": 2,
            "store_id": self.store_id,
            "dek_gen": self.generation,
            "slots": [slot.as_json() for slot in self.slots],
            "earlier": [sealed.hex() for sealed in self.earlier],
            "roster": self.roster.hex(),
        }
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
    keys = KeyFile(store_id=store_id, slots=slots).certified(data_key)
    return keys, Opened(data_key=data_key, user=user), code


def read_key_file(path: Path) -> KeyFile:
    """Read the key file, or its copy when it is damaged; a UserError when neither can be read."""
    for candidate in (path, backup_of(path)):
        try:
            return _parse(candidate)
        except (OSError, UnreadableSlotError):
            continue
    raise damaged()


def damaged() -> UserError:
    """What is said about a key file that cannot be used."""
    return UserError(
        "The records cannot be unlocked: the key file is damaged or missing.",
        "Nothing is lost in the records themselves. Bring back keys.json from the newest folder in "
        "“backups”, beside the records, then try again.",
    )


def heal_key_file(path: Path) -> None:
    """Make the file and its copy the same again after damage; a read-only folder stays as it is."""
    pair = (path, backup_of(path))
    content = next((whole for one in pair if (whole := _whole(one)) is not None), None)
    for one in pair:
        if content is not None and _whole(one) != content:
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
        if stored["v"] not in _FORMS or told != _sum(stored):
            raise UnreadableSlotError
        if not isinstance(slots, list) or not 1 <= len(slots) <= _MOST_SLOTS:
            raise UnreadableSlotError
        read = tuple(slot_from_json(slot) for slot in slots)
        return KeyFile(
            store_id=str(stored["store_id"]),
            slots=read,
            generation=int(stored["dek_gen"]),
            earlier=tuple(bytes.fromhex(sealed) for sealed in stored.get("earlier", [])),
            roster=bytes.fromhex(stored.get("roster", "")),
        )
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise UnreadableSlotError from error


def _sum(stored: Mapping[str, Any]) -> str:
    """A checksum that tells a damaged file from a wrong passphrase; it guards no secret."""
    return hashlib.sha256(json.dumps(stored, sort_keys=True).encode()).hexdigest()
