"""What can go wrong at the door: one clear sentence each, and nothing is lost."""

import shutil
from pathlib import Path

import pytest

from taf_desktop.errors import UserError
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.engine import open_engine
from taf_desktop.store.key_file import read_key_file
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.store.migrations import newest_version
from taf_desktop.store.store import KEYS, RECORDS
from tests.conftest import OWNER, PASSPHRASE, TestClock


@pytest.fixture
def folder(workspace: Workspace, vault: Vault) -> Path:
    """Records with one family in them, closed."""
    workspace.families.add("Marlow")
    workspace.close()
    return vault.folder


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, byte for byte."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def refused(vault: Vault, passphrase: str = PASSPHRASE) -> UserError:
    """What is said when the records cannot be opened; no file may have changed by then."""
    before = bytes_of(vault.folder)
    with pytest.raises(UserError) as caught:
        vault.unlock(passphrase)
    assert bytes_of(vault.folder) == before
    return caught.value


def families_in(vault: Vault) -> list[str]:
    """The names of the families, as they are read after opening again."""
    workspace = vault.unlock(PASSPHRASE)
    names = [line.family.name for line in workspace.families.lines()]
    workspace.close()
    return names


def test_a_wrong_passphrase_is_said_and_the_right_one_still_opens(
    vault: Vault, folder: Path
) -> None:
    error = refused(vault, "plum ladder quiet eight")
    assert error.title == "That is not the passphrase."
    assert error.message == (
        "Look at capital letters and spaces, and type it again. Nothing is lost."
    )
    assert families_in(vault) == ["Marlow"]


def test_two_damaged_key_files_are_said_and_the_one_of_a_backup_opens(
    vault: Vault, folder: Path
) -> None:
    whole = (folder / KEYS).read_bytes()
    for name in (KEYS, KEYS + ".bak"):
        (folder / name).write_bytes(whole[:100])
    error = refused(vault)
    assert error.title == ("The records cannot be unlocked: the key file is damaged or missing.")
    assert "Bring back keys.json" in error.message
    (folder / KEYS).write_bytes(whole)
    assert families_in(vault) == ["Marlow"]


@pytest.mark.parametrize("name", [KEYS, KEYS + ".bak"])
@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\xfe\x00", None])
def test_one_damaged_key_file_of_two_opens_and_is_healed(
    vault: Vault, folder: Path, name: str, damage: bytes | None
) -> None:
    whole = (folder / KEYS).read_bytes()
    if damage is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(damage)
    assert families_in(vault) == ["Marlow"]
    assert (folder / KEYS).read_bytes() == whole
    assert (folder / (KEYS + ".bak")).read_bytes() == whole


def test_missing_records_are_said_and_no_new_ones_are_made(vault: Vault, folder: Path) -> None:
    (folder / RECORDS).rename(folder / "elsewhere")
    error = refused(vault)
    assert error.title == "The records are not where they were."
    assert "records.db is missing" in error.message
    (folder / "elsewhere").rename(folder / RECORDS)
    assert families_in(vault) == ["Marlow"]


@pytest.mark.parametrize("size", [0, 1, 4095])
def test_records_cut_off_are_said_and_never_taken_for_new_ones(
    vault: Vault, folder: Path, size: int
) -> None:
    whole = (folder / RECORDS).read_bytes()
    (folder / RECORDS).write_bytes(whole[:size])
    error = refused(vault)
    assert error.title == "The records could not be opened: the file is empty or cut off."
    assert "backups" in error.message
    (folder / RECORDS).write_bytes(whole)
    assert families_in(vault) == ["Marlow"]


@pytest.mark.parametrize("place", [0, 17, 100, 4000, 4095])
def test_a_damaged_first_page_is_said(vault: Vault, folder: Path, place: int) -> None:
    whole = (folder / RECORDS).read_bytes()
    damaged = bytearray(whole)
    damaged[place] ^= 0x10
    (folder / RECORDS).write_bytes(damaged)
    error = refused(vault)
    assert error.title == (
        "The records could not be opened: the file is damaged or has another key."
    )
    assert "Nothing was changed." in error.message
    (folder / RECORDS).write_bytes(whole)
    assert families_in(vault) == ["Marlow"]


def test_records_of_a_newer_program_are_refused_with_both_numbers(
    vault: Vault, folder: Path
) -> None:
    newer = newest_version() + 1
    data_key = read_key_file(folder / KEYS).open_with_passphrase(PASSPHRASE).data_key
    engine = open_engine(folder / RECORDS, data_key)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {newer}")
    engine.dispose()
    error = refused(vault)
    assert error.title == "These records were written by a newer TAF Desktop."
    assert f"They have form {newer}; this program knows up to {newer - 1}." in error.message


def test_no_new_records_are_started_where_there_are_some(vault: Vault, folder: Path) -> None:
    before = bytes_of(folder)
    with pytest.raises(UserError) as caught:
        vault.create(PASSPHRASE, OWNER, "rutland")
    assert caught.value.title == "No new records were started."
    assert bytes_of(folder) == before
    assert families_in(vault) == ["Marlow"]


def test_the_records_of_another_key_file_are_said(
    vault: Vault, folder: Path, tmp_path: Path, clock: TestClock
) -> None:
    other = Vault(tmp_path / "other", clock, work=LEAST_WORK)
    other.create(PASSPHRASE, OWNER, "rutland")[0].close()
    for name in (KEYS, KEYS + ".bak"):
        shutil.copyfile(other.folder / name, folder / name)
    error = refused(vault)
    assert "another key" in error.title
