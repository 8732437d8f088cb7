"""A backup is whole, opens with the key file beside it, and is never a half one."""

import os
import shutil
from pathlib import Path

import pytest

from taf_desktop.errors import UserError
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.anchor import ANCHOR
from taf_desktop.store.key_file import read_key_file
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.store.store import BACKUPS, KEYS, RECORDS, Store
from tests.conftest import PASSPHRASE, TestClock
from tests.store.soundness import complaints, complaints_about

OTHER = "heron lantern copper twelve"
PAGE = 4096


@pytest.fixture
def store(workspace: Workspace) -> Store:
    """Open records with one family in them."""
    workspace.families.add("Marlow")
    return workspace._desk.store


def restored(backup: Path, folder: Path, clock: TestClock, passphrase: str) -> list[str]:
    """The families of a backup, put into a folder of its own as a person would."""
    folder.mkdir()
    shutil.copyfile(backup, folder / RECORDS)
    shutil.copyfile(backup.parent / KEYS, folder / KEYS)
    workspace = Vault(folder, clock, work=LEAST_WORK).unlock(passphrase)
    names = [line.family.name for line in workspace.families.lines()]
    workspace.close()
    return names


def test_a_backup_holds_what_was_saved_and_opens_with_the_keys_beside_it(
    store: Store, workspace: Workspace, tmp_path: Path, clock: TestClock
) -> None:
    backup = store.back_up()
    workspace.families.add("Baines")
    assert restored(backup, tmp_path / "elsewhere", clock, PASSPHRASE) == ["Marlow"]
    assert complaints_about(tmp_path / "elsewhere") == []
    assert len(workspace.families.lines()) == 2


def test_a_backup_is_encrypted_named_after_its_time_and_its_owner_s_alone(store: Store) -> None:
    backup = store.back_up()
    assert backup.name == "records-20260129-153000-000000.db"
    assert b"Marlow" not in backup.read_bytes()
    assert not backup.read_bytes().startswith(b"SQLite format 3")
    assert {path.name for path in backup.parent.iterdir()} == {backup.name, KEYS, ANCHOR}
    for path in (backup.parent, backup, backup.parent / KEYS):
        assert path.stat().st_mode & 0o077 == 0


def test_backups_are_listed_the_newest_first(store: Store, clock: TestClock) -> None:
    made = []
    for day in ("2026-02-01", "2026-03-01", "2026-02-15"):
        clock.set(day)
        made.append(store.back_up())
    assert store.backups() == [made[1], made[2], made[0]]


def test_the_records_go_on_while_and_after_a_backup_is_made(
    store: Store, workspace: Workspace, vault: Vault
) -> None:
    store.back_up()
    workspace.families.add("Baines")
    store.back_up()
    workspace.close()
    opened = vault.unlock(PASSPHRASE)
    assert len(opened.families.lines()) == 2
    opened.close()


def test_a_backup_made_after_a_new_passphrase_has_the_new_keys(
    store: Store, vault: Vault, tmp_path: Path, clock: TestClock
) -> None:
    vault.change_passphrase(PASSPHRASE, OTHER)
    backup = store.back_up()
    assert restored(backup, tmp_path / "elsewhere", clock, OTHER) == ["Marlow"]


def test_of_damaged_records_no_backup_is_made_and_the_old_one_stays(
    store: Store, workspace: Workspace, vault: Vault, clock: TestClock
) -> None:
    old = store.back_up()
    workspace.close()
    content = bytearray((vault.folder / RECORDS).read_bytes())
    # In the middle of every page but the first, so that the file still opens.
    for place in range(PAGE + PAGE // 2, len(content), PAGE):
        content[place] ^= 1
    (vault.folder / RECORDS).write_bytes(content)
    key = read_key_file(vault.folder / KEYS).open_with_passphrase(PASSPHRASE).data_key
    clock.set("2026-03-12")
    with pytest.raises(UserError) as caught:
        Store.open(vault.folder, key, clock, "Amira").back_up()
    assert "damaged" in caught.value.title
    assert [path.name for path in old.parent.glob("records*")] == [old.name]
    assert complaints(old, key) == []


def test_one_damaged_page_is_found_when_the_copy_is_checked(
    store: Store, workspace: Workspace, vault: Vault, clock: TestClock
) -> None:
    workspace.close()
    path = vault.folder / RECORDS
    content = path.read_bytes()
    key = read_key_file(vault.folder / KEYS).open_with_passphrase(PASSPHRASE).data_key
    for page in range(1, len(content) // PAGE, 5):
        damaged = bytearray(content)
        damaged[page * PAGE + 100] ^= 0x10
        path.write_bytes(damaged)
        assert_not_backed_up(vault.folder, key, clock)
    path.write_bytes(content)
    opened = Store.open(vault.folder, key, clock, "Amira")
    assert opened.back_up().exists()
    opened.close()


def assert_not_backed_up(folder: Path, key: bytes, clock: TestClock) -> None:
    """Neither opening nor backing up damaged records makes a file in the folder of backups."""

    def open_and_back_up() -> None:
        opened = Store.open(folder, key, clock, "Amira")
        try:
            opened.back_up()
        finally:
            opened.close()

    with pytest.raises(UserError):
        open_and_back_up()
    backups = folder / BACKUPS
    assert not backups.exists() or list(backups.iterdir()) == []


def test_a_backup_that_cannot_be_written_is_said_and_nothing_half_stays(
    store: Store, vault: Vault
) -> None:
    (vault.folder / BACKUPS).write_bytes(b"a file where the folder should be")
    with pytest.raises(UserError) as caught:
        store.back_up()
    assert caught.value.title == "The backup was not made."
    assert "The records were not touched." in caught.value.message
    os.remove(vault.folder / BACKUPS)
    assert store.back_up().exists()
