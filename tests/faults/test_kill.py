"""The program is killed while somebody types: what the window called saved is there afterwards."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count as numbers
from pathlib import Path
from uuid import UUID

import pytest

from taf_desktop.app import places_for
from taf_desktop.services.vault import Vault
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.store.store import RECORDS
from tests.conftest import OWNER, PASSPHRASE
from tests.faults.counting import Count, count, often
from tests.faults.killing import Victims, victims
from tests.faults.typing_child import FIELD, HASTY, is_as_typed, last_number
from tests.store.soundness import complaints_about

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills need POSIX")

LONGEST = 0.5
"""Seconds within which a process is killed once it types."""


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
    """Has somebody type into the records of a folder, and kills the process."""

    def __init__(self, folder: Path, typists: Victims) -> None:
        self.vault = Vault(places_for(folder).records, _now, work=LEAST_WORK)
        self.vault.create(PASSPHRASE, OWNER, "rutland")[0].close()
        self.journal = self.vault.folder / f"{RECORDS}-journal"
        self._typists = typists

    def new_family(self) -> UUID:
        """A family nobody has typed about."""
        workspace = self.vault.unlock(PASSPHRASE)
        family = workspace.families.add("Marlow")
        workspace.close()
        return family.id

    def kill(self, family_id: UUID, *options: str, writing: bool = False) -> Death:
        """Let somebody type about a family, and kill at a random moment, or amid a write."""
        after = self._has_journal if writing else None
        told = self._typists.kill(str(family_id), *options, within=LONGEST, after=after)
        said = int(told[-1].removeprefix("saved ")) if told else 0
        return Death(said=said, had_journal=self._has_journal())

    def find(self, family_id: UUID) -> Found:
        """Open the records as after starting the program again, read and check."""
        workspace = self.vault.unlock(PASSPHRASE)
        episode = workspace.requests.current(family_id)
        changes = workspace.history.of_record(episode.id)
        workspace.close()
        in_journal = (change.new for _step, change in changes if change.field == FIELD)
        return Found(
            text=getattr(episode, FIELD) or "",
            last_in_journal=next(in_journal, None) or "",
            complaints=complaints_about(self.vault.folder),
        )

    def _has_journal(self) -> bool:
        return self.journal.exists() and self.journal.stat().st_size > 0


@pytest.fixture
def killer(tmp_path: Path) -> Iterator[Killer]:
    """Records, and somebody who is going to type into them."""
    with victims("tests.faults.typing_child", tmp_path) as typists:
        yield Killer(tmp_path, typists)


def judge(row: Count, death: Death, found: Found) -> None:
    """Count one kill."""
    row.tried += 1
    row.met += death.had_journal
    is_lost = last_number(found.text) < death.said or not found.is_as_typed
    row.lost += is_lost
    row.undetected += is_lost and not found.complaints


def _now() -> datetime:
    return datetime.now().astimezone()


def test_killed_at_a_random_moment_nothing_is_lost_that_was_said_to_be_saved(
    killer: Killer,
) -> None:
    row = count("killed while typing, at a random moment")
    said = 0
    for _ in range(often(100)):
        family_id = killer.new_family()
        death = killer.kill(family_id)
        found = killer.find(family_id)
        judge(row, death, found)
        said += death.said
        assert found.complaints == []
    assert said > 0, "nothing was saved before the kills"
    assert (row.lost, row.undetected) == (0, 0)


def test_killed_amid_a_write_the_file_holds_all_of_it_or_nothing(killer: Killer) -> None:
    row = count("killed while typing, amid a write")
    for _ in range(often(100)):
        family_id = killer.new_family()
        death = killer.kill(family_id, writing=True)
        found = killer.find(family_id)
        judge(row, death, found)
        assert found.complaints == []
    assert row.met > 0, "no kill ever came amid a write"
    assert (row.lost, row.undetected) == (0, 0)


def test_the_counting_notices_a_window_that_says_saved_too_early(killer: Killer) -> None:
    for tries in numbers(1):
        family_id = killer.new_family()
        row = Count(what="")
        judge(row, killer.kill(family_id, HASTY), killer.find(family_id))
        if row.lost:
            break
        assert tries < 30, "a lie was never noticed"
