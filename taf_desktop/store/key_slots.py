"""One way to the data key: a secret, the work to stretch it, and the key wrapped under it."""

import base64
import hashlib
import json
import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hmac import compare_digest
from typing import Any

from argon2.low_level import Type, hash_secret_raw

from taf_desktop.store.key_box import KEY, fill_box, open_box, public_of, seal, unseal
from taf_desktop.store.recovery_code import RandomBytes

_MOST_MEMORY, _MOST_ROUNDS, _MOST_LANES = 1_048_576, 20, 8
_LEAST_WORK = 19_456 * 2
_SALT = 16
_PLENTY_OF_MEMORY = 7 * 1024**3


class UnreadableSlotError(Exception):
    """A slot that is damaged, or asks for too little or too much work."""


@dataclass(frozen=True, kw_only=True)
class Work:
    """Argon2id parameters: memory in KiB, rounds, lanes."""

    memory: int
    rounds: int
    lanes: int

    def check(self) -> None:
        """Refuse a memory bomb and a downgrade, both before anything is computed."""
        numbers = (self.memory, self.rounds, self.lanes)
        if any(type(number) is not int or number < 1 for number in numbers):
            raise UnreadableSlotError
        if self.memory > _MOST_MEMORY or self.rounds > _MOST_ROUNDS or self.lanes > _MOST_LANES:
            raise UnreadableSlotError
        if self.memory * self.rounds < _LEAST_WORK:
            raise UnreadableSlotError

    def is_less_than(self, other: "Work") -> bool:
        """Whether this is less work for somebody who guesses."""
        return self.memory * self.rounds < other.memory * other.rounds


LEAST_WORK = Work(memory=19_456, rounds=2, lanes=1)
GOOD_WORK = Work(memory=65_536, rounds=4, lanes=4)
BEST_WORK = Work(memory=262_144, rounds=3, lanes=4)


def work_for_this_machine() -> Work:
    """As much work as this computer can be asked for: 256 MiB where it has 8 GiB or more."""
    try:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        memory = 0
    return BEST_WORK if memory >= _PLENTY_OF_MEMORY else GOOD_WORK


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One person's way in: a secret opens their private half, and that opens the data key.

    So the data key can be changed for everybody by one of them. `next_box` holds the key that is
    about to count. `person` is who writes in the records with it, "" whoever started them.
    A slot of the first form has no public half: its secret opens the data key itself.
    """

    id: str
    kind: str
    user: str
    person: str = ""
    work: Work
    salt: bytes
    wrapped: bytes
    public: bytes = b""
    box: bytes = b""
    next_box: bytes = b""

    @property
    def is_of_first_form(self) -> bool:
        """Whether only its own secret can give it another data key."""
        return not self.public

    def open(self, secret: str, store_id: str) -> "SlotKeys | None":
        """The keys behind the slot, or None when the secret is not the right one."""
        self.work.check()
        key = _stretch(secret, self.salt, self.work)
        opened = unseal(key, self.wrapped, self._bound_to(store_id))
        if opened is None:
            return None
        if self.is_of_first_form:
            return SlotKeys(data_key=opened, last_seen=_digest(opened))
        private, last_seen = opened[:KEY], opened[KEY:]
        data_key = open_box(private, self.box, self._box_bound_to(store_id))
        if data_key is None:
            raise UnreadableSlotError
        next_key = open_box(private, self.next_box, self._box_bound_to(store_id))
        return SlotKeys(data_key=data_key, last_seen=last_seen, next_key=next_key)

    def with_next(self, next_key: bytes, store_id: str, random_bytes: RandomBytes) -> "Slot":
        """The same slot with the key that is about to count beside the one that does."""
        bound_to = self._box_bound_to(store_id)
        return replace(self, next_box=fill_box(self.public, next_key, bound_to, random_bytes))

    def _bound_to(self, store_id: str) -> bytes:
        if self.is_of_first_form:
            parts = [1, store_id, self.id, self.kind, self.user, _work_as_json(self.work)]
            return json.dumps([*parts, _text(self.salt)], sort_keys=True).encode()
        whose = [self.id, self.kind, self.user, self.person]
        how = [_work_as_json(self.work), _text(self.salt), _text(self.public)]
        return json.dumps([2, store_id, *whose, *how], sort_keys=True).encode()

    def _box_bound_to(self, store_id: str) -> bytes:
        return json.dumps([2, store_id, self.id, "box"]).encode()

    def listed(self) -> list[str]:
        """What stands in the list that is guarded against additions."""
        return [self.id, self.kind, self.user, self.person, _text(self.public)]

    def as_json(self) -> dict[str, Any]:
        """The slot as it stands in the key file."""
        stored = {
            "id": self.id,
            "kind": self.kind,
            "user": self.user,
            "kdf": _work_as_json(self.work) | {"salt": _text(self.salt)},
            "ct": _text(self.wrapped),
        }
        parts = {"pub": self.public, "box": self.box, "next": self.next_box}
        return stored | {"person": self.person} | {key: _text(raw) for key, raw in parts.items()}


@dataclass(frozen=True, kw_only=True)
class SlotKeys:
    """The data key of a slot, a digest of the one it saw last, and the one about to count."""

    data_key: bytes
    last_seen: bytes
    next_key: bytes | None = None

    def has_seen(self, data_key: bytes) -> bool:
        """Whether this is the key that this slot opened when its secret was last set."""
        return compare_digest(self.last_seen, _digest(data_key))


def new_slot(
    secret: str,
    data_key: bytes,
    *,
    kind: str,
    user: str,
    person: str = "",
    store_id: str,
    work: Work,
    random_bytes: RandomBytes,
) -> Slot:
    """A slot that opens the data key with a secret."""
    private, salt = random_bytes(KEY), random_bytes(_SALT)
    bare = Slot(
        id=random_bytes(8).hex(),
        kind=kind,
        user=user,
        person=person,
        work=work,
        salt=salt,
        wrapped=b"",
        public=public_of(private),
    )
    key, inside = _stretch(secret, salt, work), private + _digest(data_key)
    return replace(
        bare,
        wrapped=seal(key, inside, bare._bound_to(store_id), random_bytes),
        box=fill_box(bare.public, data_key, bare._box_bound_to(store_id), random_bytes),
    )


def slot_from_json(stored: Mapping[str, Any]) -> Slot:
    """Read a slot; UnreadableSlotError when anything in it is not as it must be."""
    try:
        kdf = stored["kdf"]
        if kdf["alg"] != "argon2id":
            raise UnreadableSlotError
        slot = Slot(
            id=str(stored["id"]),
            kind=str(stored["kind"]),
            user=str(stored["user"]),
            person=str(stored.get("person", "")),
            work=Work(memory=kdf["m"], rounds=kdf["t"], lanes=kdf["p"]),
            salt=_raw(kdf["salt"]),
            wrapped=_raw(stored["ct"]),
            public=_raw(stored.get("pub", "")),
            box=_raw(stored.get("box", "")),
            next_box=_raw(stored.get("next", "")),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UnreadableSlotError from error
    slot.work.check()
    return slot


def _work_as_json(work: Work) -> dict[str, Any]:
    return {"alg": "argon2id", "m": work.memory, "t": work.rounds, "p": work.lanes}


def _stretch(secret: str, salt: bytes, work: Work) -> bytes:
    typed = unicodedata.normalize("NFKC", secret).encode()
    return hash_secret_raw(typed, salt, work.rounds, work.memory, work.lanes, 32, Type.ID)


def _digest(data_key: bytes) -> bytes:
    # The key is 256 bits of chance: its digest can be turned back by nobody.
    return hashlib.sha256(data_key).digest()


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _raw(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
