"""Bits flip, a file is cut, pages change places: it is noticed, and no wrong word is ever shown."""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from taf_desktop.errors import UserError
from taf_desktop.model.family import Family
from taf_desktop.services.vault import Vault
from taf_desktop.store.chain import BEHIND
from taf_desktop.store.journal import Change, Step
from taf_desktop.store.key_file import heal_key_file, read_key_file
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.store.store import KEYS, RECORDS, Store
from tests.conftest import OWNER, PASSPHRASE, TestClock
from tests.faults.counting import count, often
from tests.faults.places import folder_in_memory
from tests.store.soundness import data_key

__all__ = ["folder_in_memory"]

PAGE = 4096
Damage = Callable[[bytearray, random.Random], None]


def flip_a_bit(content: bytearray, chance: random.Random) -> None:
    """Turn one bit of the file over."""
    place = chance.randrange(len(content) * 8)
    content[place // 8] ^= 1 << place % 8


def cut_the_end(content: bytearray, chance: random.Random) -> None:
    """Leave only the beginning of the file."""
    del content[chance.randrange(len(content) - 1) :]


def swap_two_pages(content: bytearray, chance: random.Random) -> None:
    """Let two pages change places."""
    one, other = (at * PAGE for at in chance.sample(range(1, len(content) // PAGE), 2))
    first, second = content[one : one + PAGE], content[other : other + PAGE]
    content[one : one + PAGE], content[other : other + PAGE] = second, first


def clear_a_sector(content: bytearray, chance: random.Random) -> None:
    """Fill 512 bytes with nothing, as a bad sector reads."""
    at = chance.randrange(len(content) // 512) * 512
    content[at : at + 512] = bytes(512)


@pytest.fixture(scope="module")
def households(started_records: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of records with some families and a history, written once."""
    folder = tmp_path_factory.mktemp("households") / "records"
    shutil.copytree(started_records, folder)
    workspace = Vault(folder, TestClock(), work=LEAST_WORK).unlock(PASSPHRASE)
    for number in range(30):
        family = workspace.families.add(f"Family {number}")
        workspace.families.save(family.id, {"name": f"Household {number}"})
    workspace.close()
    return folder


@pytest.fixture
def records(households: Path, vault: Vault) -> Path:
    """A copy of those records, closed."""
    return shutil.copytree(households, vault.folder) / RECORDS


def everything(store: Store) -> list[str]:
    """Every family and every line of the history, as the program reads them."""
    with store.read() as session:
        return [
            str(row)
            for kind in (Family, Step, Change)
            for row in session.scalars(select(kind).order_by(kind.id))
        ]


@contextmanager
def opened(folder: Path, key: bytes, clock: TestClock) -> Iterator[Store]:
    """The records as the program opens them."""
    store = Store.open(folder, key, clock, OWNER.given_name)
    try:
        yield store
    finally:
        store.close()


@pytest.mark.parametrize(
    ("what", "damage", "times"),
    [
        ("one bit of the records flipped", flip_a_bit, 5000),
        ("records cut off", cut_the_end, 500),
        ("two pages of the records swapped", swap_two_pages, 200),
        ("a sector of the records empty", clear_a_sector, 200),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_damage_is_noticed_and_no_wrong_word_is_shown(
    records: Path, clock: TestClock, what: str, damage: Damage, times: int
) -> None:
    key, content, chance = data_key(records.parent), records.read_bytes(), random.Random(2026)
    with opened(records.parent, key, clock) as store:
        whole = everything(store)
    assert records.read_bytes() == content
    row = count(what)
    for _ in range(often(times)):
        damaged = bytearray(content)
        damage(damaged, chance)
        records.write_bytes(damaged)
        row.tried += 1
        row.met += damaged != content
        try:
            with opened(records.parent, key, clock) as store:
                row.lost += everything(store) != whole
                row.undetected += store.is_whole()
        except UserError:
            continue
    assert row.met > 0
    assert row.costs == (0, 0)


@pytest.fixture
def ages(records: Path, vault: Vault, clock: TestClock) -> list[bytes]:
    """The file as it was after each of some steps; the last one is as it is now."""
    found = []
    workspace = vault.unlock(PASSPHRASE)
    for number in range(60):
        clock.now += timedelta(minutes=7)
        family = workspace.families.add(f"Later {number}")
        workspace.people.add(family.id, "child", {"given_name": "El", "called": "E" * number})
        found.append(records.read_bytes())
    workspace.close()
    found[-1] = records.read_bytes()
    return found


def told_of(folder: Path, key: bytes, clock: TestClock) -> list[str]:
    """What the program tells of the records when it looks at everything."""
    try:
        with opened(folder, key, clock) as store:
            return [*store.breaks(), *([] if store.is_whole() else ["not whole"])]
    except UserError as error:
        return [error.title]


def test_one_older_page_put_back_is_told(
    records: Path, ages: list[bytes], clock: TestClock
) -> None:
    key, now, chance = data_key(records.parent), ages[-1], random.Random(2026)
    row = count("one older page of the records put back")
    for _ in range(often(200)):
        older = chance.choice(ages[:-1])
        page = chance.choice(differing(older, now))
        records.write_bytes(
            now[: page * PAGE] + older[page * PAGE :][:PAGE] + now[page * PAGE :][PAGE:]
        )
        row.tried += 1
        row.met += records.read_bytes() != now
        row.undetected += told_of(records.parent, key, clock) == []
    assert row.met == row.tried
    assert row.costs == (0, 0)


def differing(older: bytes, now: bytes) -> list[int]:
    """The pages that are in both files and are not the same."""
    both = range(min(len(older), len(now)) // PAGE)
    return [at for at in both if older[at * PAGE :][:PAGE] != now[at * PAGE :][:PAGE]]


def test_older_records_put_back_are_told(
    records: Path, ages: list[bytes], clock: TestClock
) -> None:
    key, chance = data_key(records.parent), random.Random(2026)
    row = count("older records put back whole")
    for _ in range(often(50)):
        records.write_bytes(chance.choice(ages[:-1]))
        row.tried += 1
        row.met += records.read_bytes() != ages[-1]
        row.undetected += BEHIND not in told_of(records.parent, key, clock)
    records.write_bytes(ages[-1])
    assert told_of(records.parent, key, clock) == []
    assert row.costs == (0, 0)


def test_a_bit_of_the_key_file_is_noticed_and_its_copy_opens(records: Path) -> None:
    path = records.with_name(KEYS)
    content, whole, chance = path.read_bytes(), read_key_file(path), random.Random(2026)
    row = count("one bit of the key file flipped")
    for _ in range(often(1000)):
        damaged = bytearray(content)
        flip_a_bit(damaged, chance)
        path.write_bytes(damaged)
        row.tried += 1
        row.met += damaged != content
        row.lost += read_key_file(path) != whole
        heal_key_file(path)
        row.lost += path.read_bytes() != content
        row.undetected += is_taken(path, bytes(damaged))
    assert row.costs == (0, 0)


def is_taken(path: Path, damaged: bytes) -> bool:
    """Whether damaged keys are read when there is no whole copy of them."""
    alone = path.with_name("alone.json")
    alone.write_bytes(damaged)
    try:
        read_key_file(alone)
    except UserError:
        return False
    return True
