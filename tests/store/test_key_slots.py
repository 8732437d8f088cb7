"""The key file: its slots open with their own secret only, and a hostile file costs nothing."""

import base64
import hashlib
import json
import random
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from taf_desktop.errors import UserError
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store import key_slots
from taf_desktop.store.key_file import (
    PASSPHRASE as BY_PASSPHRASE,
)
from taf_desktop.store.key_file import (
    RECOVERY,
    KeyFile,
    Opened,
    backup_of,
    new_keys,
    read_key_file,
)
from taf_desktop.store.key_slots import BEST_WORK, GOOD_WORK, LEAST_WORK, Work
from taf_desktop.store.recovery_code import in_groups, new_code, normal
from taf_desktop.store.store import KEYS, RECORDS
from tests.conftest import OWNER, PASSPHRASE

OTHER = "heron lantern copper twelve"
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@pytest.fixture(scope="module")
def made() -> tuple[KeyFile, Opened, str]:
    """Keys for a store, with the recovery code that opens them."""
    return new_keys(PASSPHRASE, "Amira", LEAST_WORK, secrets.token_bytes)


@pytest.fixture
def keys(made: tuple[KeyFile, Opened, str]) -> KeyFile:
    """The keys alone."""
    return made[0]


@pytest.fixture
def stored(keys: KeyFile, tmp_path: Path) -> dict[str, Any]:
    """What stands in the key file, to be changed by a test."""
    keys.save(tmp_path / KEYS)
    return json.loads((tmp_path / KEYS).read_bytes())


def put(path: Path, stored: dict[str, Any]) -> None:
    """Write a key file and its copy, with a checksum that is right."""
    bare = {key: value for key, value in stored.items() if key != "sum"}
    told = hashlib.sha256(json.dumps(bare, sort_keys=True).encode()).hexdigest()
    for one in (path, backup_of(path)):
        one.write_text(json.dumps(bare | {"sum": told}), encoding="utf-8")


def assert_refused(path: Path) -> None:
    """The file is refused with the one sentence for damaged keys."""
    with pytest.raises(UserError) as caught:
        read_key_file(path)
    assert caught.value.title == (
        "The records cannot be unlocked: the key file is damaged or missing."
    )


def test_passphrase_and_recovery_code_give_the_same_key(
    made: tuple[KeyFile, Opened, str],
) -> None:
    keys, opened, code = made
    assert len(opened.data_key) == 32
    assert keys.open_with_passphrase(PASSPHRASE) == opened
    assert keys.open_with_recovery_code(code) == opened


@pytest.mark.parametrize(
    "typed", ["plum ladder quiet eight", "Plum ladder quiet seven", PASSPHRASE + " ", ""]
)
def test_another_passphrase_gives_nothing(keys: KeyFile, typed: str) -> None:
    with pytest.raises(UserError) as caught:
        keys.open_with_passphrase(typed)
    assert caught.value.title == "That is not the passphrase."


def test_a_secret_opens_only_slots_of_its_own_kind(made: tuple[KeyFile, Opened, str]) -> None:
    keys, _opened, code = made
    with pytest.raises(UserError):
        keys.open_with_passphrase(normal(code))


def test_letters_typed_in_two_ways_are_the_same_passphrase() -> None:
    keys, opened, _code = new_keys("café under the hill", "A", LEAST_WORK, secrets.token_bytes)
    assert keys.open_with_passphrase("cafe\u0301 under the hill") == opened


def test_the_key_stands_nowhere_in_the_file(
    made: tuple[KeyFile, Opened, str], tmp_path: Path
) -> None:
    keys, opened, code = made
    keys.save(tmp_path / KEYS)
    content = (tmp_path / KEYS).read_bytes()
    for secret in (
        opened.data_key,
        opened.data_key.hex().encode(),
        base64.b64encode(opened.data_key),
        PASSPHRASE.encode(),
        code.encode(),
        normal(code).encode(),
    ):
        assert secret not in content
    assert (tmp_path / KEYS).stat().st_mode & 0o077 == 0
    assert backup_of(tmp_path / KEYS).read_bytes() == content


def test_a_new_passphrase_leaves_key_records_and_recovery_code_as_they_are(
    workspace: Workspace, vault: Vault
) -> None:
    workspace.families.add("Marlow")
    workspace.close()
    before = (vault.folder / RECORDS).read_bytes()
    vault.change_passphrase(PASSPHRASE, OTHER)
    assert (vault.folder / RECORDS).read_bytes() == before
    with pytest.raises(UserError):
        vault.unlock(PASSPHRASE)
    opened = vault.unlock(OTHER)
    assert [line.family.name for line in opened.families.lines()] == ["Marlow"]
    opened.close()


def test_a_new_recovery_code_makes_the_old_sheet_useless(
    made: tuple[KeyFile, Opened, str],
) -> None:
    keys, opened, old = made
    new = new_code(secrets.token_bytes)
    changed = keys.with_recovery_code(new, opened, LEAST_WORK, secrets.token_bytes)
    assert changed.open_with_recovery_code(new) == opened
    assert changed.open_with_passphrase(PASSPHRASE) == opened
    with pytest.raises(UserError) as caught:
        changed.open_with_recovery_code(old)
    assert caught.value.title == "This recovery code does not belong to these records."


def test_recovery_opens_the_records_and_sets_a_new_passphrase(vault: Vault) -> None:
    workspace, code = vault.create(PASSPHRASE, OWNER, "rutland")
    workspace.families.add("Marlow")
    workspace.close()
    recovered = vault.recover(code.lower(), OTHER)
    assert [line.family.name for line in recovered.families.lines()] == ["Marlow"]
    recovered.close()
    vault.unlock(OTHER).close()
    with pytest.raises(UserError):
        vault.unlock(PASSPHRASE)


@pytest.mark.parametrize(
    "change",
    ["store_id", "id", "kind", "user", "person", "m", "t", "p", "salt", "ct", "pub"],
)
def test_a_slot_opens_only_where_and_as_it_was_made(
    stored: dict[str, Any], tmp_path: Path, change: str
) -> None:
    slot = stored["slots"][0]
    changes: dict[str, Callable[[], object]] = {
        "store_id": lambda: stored.update(store_id="0" * 32),
        "id": lambda: slot.update(id="0" * 16),
        "kind": lambda: slot.update(kind=RECOVERY),
        "user": lambda: slot.update(user="Ruth"),
        "person": lambda: slot.update(person="0" * 32),
        "pub": lambda: slot.update(pub=base64.b64encode(bytes(range(32))).decode()),
        "m": lambda: slot["kdf"].update(m=LEAST_WORK.memory + 8),
        "t": lambda: slot["kdf"].update(t=LEAST_WORK.rounds + 1),
        "p": lambda: slot["kdf"].update(p=LEAST_WORK.lanes + 1),
        "salt": lambda: slot["kdf"].update(salt=base64.b64encode(bytes(16)).decode()),
        "ct": lambda: slot.update(ct=base64.b64encode(bytes(60)).decode()),
    }
    changes[change]()
    put(tmp_path / KEYS, stored)
    with pytest.raises(UserError) as caught:
        read_key_file(tmp_path / KEYS).open_with_passphrase(PASSPHRASE)
    assert caught.value.title == "That is not the passphrase."


HOSTILE_WORK = {
    "a terabyte of memory": {"m": 2**30},
    "a little more memory than allowed": {"m": 1_048_577},
    "two thousand million rounds": {"t": 2**31},
    "one round more than allowed": {"t": 21},
    "a million lanes": {"p": 10**6},
    "no rounds": {"t": 0},
    "less than no memory": {"m": -1},
    "too little work": {"m": 8, "t": 1},
    "a number in words": {"m": "65536"},
    "half a round": {"t": 2.5},
    "true for a number": {"p": True},
    "nothing for a number": {"m": None},
    "a list for a number": {"t": [3]},
    "another way to stretch": {"alg": "none"},
    "a salt that is none": {"salt": "%%%"},
}


@pytest.fixture
def no_stretching(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing may be computed for what a hostile file asks."""

    def refuse(*_: object) -> bytes:
        raise AssertionError("a hostile file was worked for")

    monkeypatch.setattr(key_slots, "hash_secret_raw", refuse)


@pytest.mark.usefixtures("no_stretching")
@pytest.mark.parametrize("wish", HOSTILE_WORK.values(), ids=HOSTILE_WORK)
def test_a_file_that_asks_for_too_much_or_too_little_work_is_refused_unworked(
    stored: dict[str, Any], tmp_path: Path, wish: dict[str, Any]
) -> None:
    stored["slots"][1]["kdf"] |= wish
    put(tmp_path / KEYS, stored)
    assert_refused(tmp_path / KEYS)


def test_what_this_program_makes_is_within_its_own_bounds() -> None:
    for work in (LEAST_WORK, GOOD_WORK, BEST_WORK, key_slots.work_for_this_machine()):
        work.check()
    Work(memory=1_048_576, rounds=20, lanes=8).check()
    assert GOOD_WORK.memory >= 64 * 1024
    assert BEST_WORK.memory >= 256 * 1024


@pytest.mark.usefixtures("no_stretching")
@pytest.mark.parametrize(
    "changes",
    [
        {"slots": []},
        {"slots": None},
        {"slots": {"0": {}}},
        {"slots": ["slot"]},
        {"slots": [{}]},
        {"slots": [None] * 40},
        {"v": 3},
        {"v": None},
    ],
    ids=str,
)
def test_a_file_of_another_form_is_refused(
    stored: dict[str, Any], tmp_path: Path, changes: dict[str, Any]
) -> None:
    put(tmp_path / KEYS, stored | changes)
    assert_refused(tmp_path / KEYS)


@pytest.mark.usefixtures("no_stretching")
def test_more_slots_than_anybody_needs_are_refused(stored: dict[str, Any], tmp_path: Path) -> None:
    put(tmp_path / KEYS, stored | {"slots": stored["slots"][:1] * 33})
    assert_refused(tmp_path / KEYS)


@pytest.mark.usefixtures("no_stretching")
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"3",
        b'"keys"',
        b"[" * 60_000,
        b'{"slots":' * 7_000,
        b'{"v":' + b"9" * 60_000 + b"}",
        b'{"v":1,"slots":[{}],"sum":NaN}',
        b"\xff\xfe{\x00}\x00",
        b"\x00" * 1000,
        b" " * (64 * 1024 + 1),
        b"[" + b"0," * 10_000_000 + b"0]",
    ],
    ids=lambda content: f"{content[:12]!r} of {len(content)} bytes",
)
def test_a_file_that_is_no_key_file_is_refused(tmp_path: Path, content: bytes) -> None:
    for one in (tmp_path / KEYS, backup_of(tmp_path / KEYS)):
        one.write_bytes(content)
    assert_refused(tmp_path / KEYS)


def test_no_flipped_bit_is_accepted(keys: KeyFile, tmp_path: Path) -> None:
    keys.save(tmp_path / KEYS)
    whole = (tmp_path / KEYS).read_bytes()
    chance = random.Random(2026)
    for place in chance.sample(range(len(whole) * 8), 200):
        flipped = bytearray(whole)
        flipped[place // 8] ^= 1 << place % 8
        for one in (tmp_path / KEYS, backup_of(tmp_path / KEYS)):
            one.write_bytes(flipped)
        assert_refused(tmp_path / KEYS)


def test_no_cut_file_is_accepted(keys: KeyFile, tmp_path: Path) -> None:
    keys.save(tmp_path / KEYS)
    whole = (tmp_path / KEYS).read_bytes()
    for length in range(0, len(whole), 13):
        for one in (tmp_path / KEYS, backup_of(tmp_path / KEYS)):
            one.write_bytes(whole[:length])
        assert_refused(tmp_path / KEYS)


def test_a_recovery_code_may_be_typed_without_care() -> None:
    code = new_code(secrets.token_bytes)
    symbols = code.replace("-", "")
    assert len(symbols) == 33
    assert set(symbols) <= set(SYMBOLS)
    careless = symbols.lower().replace("0", "o").replace("1", "l")
    for typed in (code, symbols, careless, f"  {code.lower().replace('-', ' ')} "):
        assert normal(typed) == symbols
    assert in_groups(symbols) == code


def test_a_slip_in_a_recovery_code_is_nearly_always_told_before_any_work() -> None:
    symbols = new_code(secrets.token_bytes).replace("-", "")
    slips = [
        symbols[:at] + other + symbols[at + 1 :]
        for at in range(33)
        for other in SYMBOLS
        if other != symbols[at]
    ]

    def is_told(slip: str) -> bool:
        try:
            normal(slip)
        except UserError as error:
            return error.title == "The recovery code has a slip in it."
        return False

    assert len(slips) == 1023
    assert sum(map(is_told, slips)) > 950


@pytest.mark.parametrize("typed", ["", "ABCD", "U" * 33, "0" * 32, "0" * 34, "é" * 33, "٣" * 33])
def test_what_cannot_be_a_recovery_code_is_said(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        normal(typed)
    assert caught.value.title == "That is not a whole recovery code."


def test_a_passphrase_slot_is_named_after_its_user(stored: dict[str, Any]) -> None:
    kinds = [(slot["kind"], slot["user"]) for slot in stored["slots"]]
    assert kinds == [(BY_PASSPHRASE, "Amira"), (RECOVERY, "Amira")]
