"""The program is killed while somebody types: what the window called saved is there afterwards."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import count as numbers
from pathlib import Path

import pytest

from taf_desktop.app import places_for
from taf_desktop.services.vault import Vault
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.store.store import RECORDS
from tests.conftest import OWNER, PASSPHRASE
from tests.faults.counting import PARTS, Count, count, in_parts, often
from tests.faults.killing import Victims, victims
from tests.faults.places import in_memory
from tests.faults.typing_child import FIELD, HASTY, is_as_typed, last_number
from tests.store.soundness import complaints, data_key

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills need POSIX")

LONGEST = 0.3
"""Seconds within which a process is killed once it types."""

TO_A_WRITE = 0.1
"""Seconds within which a write is waited for once it types; the write comes when it comes."""


@dataclass(frozen=True, kw_only=True)
class Death:
    """How a process ended: its last word that was said to be saved, and what lay on the disk."""

    said: int
    had_journal: bool


@dataclass(frozen=True, kw_only=True)
class Found:
    """What stands in the records afterwards."""

    text: str
    last_in_journal: str
    complaints: list[str]

    @property
    def is_as_typed(self) -> bool:
        """Whether it is a beginning of what was typed, and the change journal says the same."""
        return is_as_typed(self.text) and self.text == self.last_in_journal


class Killer:
    """Has somebody type about a family, each time in the same records, and kills the process."""

    def __init__(self, folder: Path, typists: Victims) -> None:
        self.vault = Vault(places_for(folder / "data").records, _now, work=LEAST_WORK)
        workspace, _code = self.vault.create(PASSPHRASE, OWNER, "rutland")
        self.family_id = workspace.families.add("Marlow").id
        workspace.close()
        self._journal = self.vault.folder / f"{RECORDS}-journal"
        self._key = data_key(self.vault.folder)
        self._before = shutil.copytree(self.vault.folder, folder / "before")
        self._typists = typists

    def kill(self, *options: str, writing: bool = False, when_saved: bool = False) -> Death:
        """Let somebody type about the family, and kill at a random moment, or amid a write.

        With `when_saved` the moment comes only after something was said to be saved.
        """
        shutil.rmtree(self.vault.folder)
        shutil.copytree(self._before, self.vault.folder)
        after = self._has_journal if writing else None
        told = self._typists.kill(
            str(self.family_id),
            *options,
            within=TO_A_WRITE if writing else LONGEST,
            after=after,
            after_told="saved" if when_saved else "",
        )
        said = int(told[-1].removeprefix("saved ")) if told else 0
        return Death(said=said, had_journal=self._has_journal())

    def find(self) -> Found:
        """Open the records as after starting the program again, read and check."""
        workspace = self.vault.unlock(PASSPHRASE)
        episode = workspace.requests.current(self.family_id)
        changes = workspace.history.of_record(episode.id)
        workspace.close()
        in_journal = (change.new for _step, change in changes if change.field == FIELD)
        return Found(
            text=getattr(episode, FIELD) or "",
            last_in_journal=next(in_journal, None) or "",
            complaints=complaints(self.vault.folder / RECORDS, self._key),
        )

    def _has_journal(self) -> bool:
        return self._journal.exists() and self._journal.stat().st_size > 0


@contextmanager
def killer_in(folder: Path) -> Iterator[Killer]:
    """Records, and somebody who is going to type into them."""
    with victims("tests.faults.typing_child", folder / "data") as typists:
        yield Killer(folder, typists)


@pytest.fixture
def killer() -> Iterator[Killer]:
    """The same on no real disk, which makes for more kills in an hour."""
    with in_memory() as folder, killer_in(folder) as found:
        yield found


def judge(row: Count, death: Death, found: Found) -> None:
    """Count one kill."""
    row.tried += 1
    row.met += death.had_journal
    is_torn = bool(found.complaints) or not found.is_as_typed
    is_lost = last_number(found.text) < death.said or is_torn
    row.lost += is_lost
    row.undetected += is_lost and not found.complaints


def _now() -> datetime:
    return datetime.now().astimezone()


@in_parts
def test_killed_at_a_random_moment_nothing_is_lost_that_was_said_to_be_saved(
    part: int, killer: Killer
) -> None:
    row, said = count("killed while typing, at a random moment"), 0
    for number in range(often(500) // PARTS):
        # On a busy computer nothing would be saved in so short a time.
        death = killer.kill(when_saved=number % 2 == 1)
        judge(row, death, killer.find())
        said += death.said
    assert said > 0, "nothing was saved before the kills"
    assert row.costs == (0, 0)


@in_parts
def test_killed_amid_a_write_the_file_holds_all_of_it_or_nothing(part: int, tmp_path: Path) -> None:
    row = count("killed while typing, amid a write")
    # A write to memory is over before anybody can come between.
    with killer_in(tmp_path) as killer:
        for _ in range(often(500) // PARTS):
            judge(row, killer.kill(writing=True), killer.find())
    assert row.met > 0, "no kill ever came amid a write"
    assert row.costs == (0, 0)


def test_the_counting_notices_a_window_that_says_saved_too_early(killer: Killer) -> None:
    for tries in numbers(1):
        row = Count(what="")
        judge(row, killer.kill(HASTY), killer.find())
        if row.lost:
            break
        assert tries < 30, "a lie was never noticed"
