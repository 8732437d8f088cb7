"""One way to the data key: a secret, the work to stretch it, and the key wrapped under it."""

import base64
import json
import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from taf_desktop.store.recovery_code import RandomBytes

_MOST_MEMORY, _MOST_ROUNDS, _MOST_LANES = 1_048_576, 20, 8
_LEAST_WORK = 19_456 * 2
_NONCE, _SALT = 12, 16
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
    """A wrapped copy of the data key, bound to its store and to its own parameters."""

    id: str
    kind: str
    user: str
    work: Work
    salt: bytes
    wrapped: bytes

    def open(self, secret: str, store_id: str) -> bytes | None:
        """The data key, or None when the secret is not the right one."""
        self.work.check()
        key = _stretch(secret, self.salt, self.work)
        nonce, sealed = self.wrapped[:_NONCE], self.wrapped[_NONCE:]
        try:
            return AESGCM(key).decrypt(nonce, sealed, self._bound_to(store_id))
        except InvalidTag:
            return None

    def _bound_to(self, store_id: str) -> bytes:
        parts = [1, store_id, self.id, self.kind, self.user, _work_as_json(self.work)]
        return json.dumps([*parts, _text(self.salt)], sort_keys=True).encode()

    def as_json(self) -> dict[str, Any]:
        """The slot as it stands in the key file."""
        return {
            "id": self.id,
            "kind": self.kind,
            "user": self.user,
            "kdf": _work_as_json(self.work) | {"salt": _text(self.salt)},
            "ct": _text(self.wrapped),
        }


def new_slot(
    secret: str,
    data_key: bytes,
    *,
    kind: str,
    user: str,
    store_id: str,
    work: Work,
    random_bytes: RandomBytes,
) -> Slot:
    """Wrap the data key under a secret."""
    salt = random_bytes(_SALT)
    empty = Slot(id=random_bytes(8).hex(), kind=kind, user=user, work=work, salt=salt, wrapped=b"")
    nonce = random_bytes(_NONCE)
    key = _stretch(secret, salt, work)
    sealed = AESGCM(key).encrypt(nonce, data_key, empty._bound_to(store_id))
    return Slot(id=empty.id, kind=kind, user=user, work=work, salt=salt, wrapped=nonce + sealed)


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
            work=Work(memory=kdf["m"], rounds=kdf["t"], lanes=kdf["p"]),
            salt=base64.b64decode(kdf["salt"], validate=True),
            wrapped=base64.b64decode(stored["ct"], validate=True),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableSlotError from error
    slot.work.check()
    return slot


def _work_as_json(work: Work) -> dict[str, Any]:
    return {"alg": "argon2id", "m": work.memory, "t": work.rounds, "p": work.lanes}


def _stretch(secret: str, salt: bytes, work: Work) -> bytes:
    typed = unicodedata.normalize("NFKC", secret).encode()
    return hash_secret_raw(typed, salt, work.rounds, work.memory, work.lanes, 32, Type.ID)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
