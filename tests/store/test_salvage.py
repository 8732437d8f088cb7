"""What can be read of damaged records is saved in a new folder; what is gone elsewhere too."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from taf_desktop.errors import UserError
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.store.store import RECORDS
from tests.conftest import PASSPHRASE, TestClock
from tests.faults.places import in_memory
from tests.store.soundness import complaints_about

PAGE = 4096
PAGES_TRIED = 8


@pytest.fixture(scope="module")
def twelve(started_records: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of records with some families, so that there are pages enough to lose one."""
    folder = tmp_path_factory.mktemp("twelve") / "records"
    shutil.copytree(started_records, folder)
    workspace = opened(folder, TestClock())
    for number in range(12):
        family = workspace.families.add(f"Marlow {number}")
        for child in ("Ellie", "Finn"):
            workspace.people.add(family.id, "child", {"given_name": child})
    workspace.close()
    return folder


@pytest.fixture
def filled(twelve: Path, vault: Vault) -> Iterator[Workspace]:
    """A copy of those records, open."""
    shutil.copytree(twelve, vault.folder)
    workspace = vault.unlock(PASSPHRASE)
    yield workspace
    workspace.close()


def families(workspace: Workspace) -> list[str]:
    return sorted(line.family.name for line in workspace.families.lines())


def opened(folder: Path, clock: TestClock) -> Workspace:
    return Vault(folder, clock, work=LEAST_WORK).unlock(PASSPHRASE)


def test_whole_records_are_saved_elsewhere_to_the_last_row(
    filled: Workspace, tmp_path: Path, clock: TestClock
) -> None:
    before, target = families(filled), tmp_path / "new"
    came = filled.store.salvage(target)
    assert came.made_again == came.left_out == 0
    there = opened(target, clock)
    assert families(there) == before
    assert [one for one in there.store.breaks() if "note" not in one] == []
    there.close()
    assert complaints_about(target) == []


@pytest.mark.parametrize("which", range(PAGES_TRIED))
def test_whichever_page_is_lost_a_whole_file_with_almost_everything_comes_of_it(
    which: int, filled: Workspace, vault: Vault, clock: TestClock
) -> None:
    names = families(filled)
    filled.close()
    records = vault.folder / RECORDS
    content = bytearray(records.read_bytes())
    pages = len(content) // PAGE
    # The first page is what the file is opened with: without it there is nothing to read.
    content[(1 + which * (pages - 1) // PAGES_TRIED) * PAGE + 64] ^= 1
    records.write_bytes(bytes(content))
    try:
        damaged = vault.unlock(PASSPHRASE)
    except UserError:
        pytest.skip("this page is needed to open the records at all; a backup is brought back")
    assert not damaged.is_whole()
    with in_memory() as folder:
        damaged.store.salvage(folder / "new")
        damaged.close()
        there = opened(folder / "new", clock)
        # A family stands in its row and in the journal: one lost page does not take both.
        assert families(there) == names
        there.close()
        assert complaints_about(folder / "new") == []


def test_a_folder_that_is_there_already_is_not_written_into(
    filled: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "new").mkdir()
    with pytest.raises(UserError, match="Nothing was saved in that place"):
        filled.store.salvage(tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
def test_when_the_folder_is_gone_the_work_goes_on_in_another_with_nothing_lost(
    filled: Workspace, vault: Vault, tmp_path: Path, clock: TestClock
) -> None:
    before = families(filled)
    told: list[int] = []
    filled.store.file.gone_hook = lambda: told.append(1)
    shutil.rmtree(vault.folder)
    with pytest.raises(UserError, match="moved or replaced"):
        filled.families.add("Nowak")
    assert told == [1]
    filled.store.go_on_in(tmp_path / "new")
    filled.families.add("Nowak")
    assert filled.store.breaks() == []
    filled.close()
    there = opened(tmp_path / "new", clock)
    assert families(there) == sorted([*before, "Nowak"])
    there.close()
