"""Bits flip, a file is cut, pages change places: it is noticed, and no wrong word is ever shown."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from taf_desktop.errors import UserError
from taf_desktop.model.family import Family
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.journal import Change, Step
from taf_desktop.store.store import RECORDS, Store
from tests.conftest import TestClock
from tests.faults.counting import Count, count, often
from tests.store.soundness import complaints, data_key

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


@pytest.fixture
def records(workspace: Workspace, vault: Vault) -> Path:
    """Records with some families and a history, closed."""
    for number in range(30):
        family = workspace.families.add(f"Family {number}")
        workspace.families.save(family.id, {"name": f"Household {number}"})
    workspace.close()
    return vault.folder / RECORDS


def everything(folder: Path, key: bytes, clock: TestClock) -> list[str]:
    """Every family and every line of the history, as the program reads them."""
    store = Store.open(folder, key, clock, "Amira")
    try:
        with store.read() as session:
            return [
                str(row)
                for kind in (Family, Step, Change)
                for row in session.scalars(select(kind).order_by(kind.id))
            ]
    finally:
        store.close()


def is_noticed(path: Path, key: bytes) -> bool:
    """Whether the checks of the database find the damage, or cannot even be made."""
    try:
        return bool(complaints(path, key))
    except DatabaseError:
        return True


def judge(row: Count, path: Path, key: bytes, clock: TestClock, whole: list[str]) -> None:
    """Count one damaged file."""
    row.tried += 1
    try:
        shown = everything(path.parent, key, clock)
    except UserError:
        row.met += 1
        noticed = True
    else:
        row.lost += shown != whole
        noticed = is_noticed(path, key)
    row.undetected += not noticed


@pytest.mark.parametrize(
    ("what", "damage", "times"),
    [
        ("one bit of the records flipped", flip_a_bit, 1000),
        ("records cut off", cut_the_end, 200),
        ("two pages of the records swapped", swap_two_pages, 200),
        ("a sector of the records empty", clear_a_sector, 200),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_damage_is_noticed_and_no_wrong_word_is_shown(
    records: Path, clock: TestClock, what: str, damage: Damage, times: int
) -> None:
    key, content, chance = data_key(records.parent), records.read_bytes(), random.Random(2026)
    whole = everything(records.parent, key, clock)
    assert records.read_bytes() == content
    row = count(what)
    for _ in range(often(times)):
        damaged = bytearray(content)
        damage(damaged, chance)
        records.write_bytes(damaged)
        judge(row, records, key, clock, whole)
    assert row.met > 0, "no damage was ever met while reading"
    assert (row.lost, row.undetected) == (0, 0)
