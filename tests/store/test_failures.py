"""What can go wrong at the door: one clear sentence each, and nothing is lost."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from taf_desktop.errors import UserError
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.engine import open_engine
from taf_desktop.store.key_file import read_key_file
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.store.migrations import newest_version
from taf_desktop.store.store import BACKUPS, KEYS, RECORDS
from taf_desktop.store.wrong_tries import TRIES
from tests.conftest import OWNER, PASSPHRASE, TestClock

REPLACED = "Nothing was saved: the records were moved or replaced by another program."


@pytest.fixture
def folder(workspace: Workspace, vault: Vault) -> Path:
    """Records with one family in them, closed."""
    workspace.families.add("Marlow")
    workspace.close()
    return vault.folder


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, byte for byte, but for the count of wrong tries."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != TRIES)
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


# For an administrator no folder is read-only, until this right is given up.
AS_ANYBODY = (
    ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    if os.name == "posix" and os.geteuid() == 0
    else []
)


def second_program(folder: Path) -> dict[str, Any]:
    """What a second process meets that opens the same records, reads and tries to write."""
    run = subprocess.run(
        [*AS_ANYBODY, sys.executable, "-m", "tests.store.opening", str(folder)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (run.returncode, run.stderr) == (0, "")
    return json.loads(run.stdout)


def test_a_second_program_is_told_that_the_records_are_open_and_the_first_goes_on(
    workspace: Workspace, vault: Vault
) -> None:
    workspace.families.add("Marlow")
    assert second_program(vault.folder) == {
        "opening": [
            "These records are open already.",
            "TAF Desktop is running in another window. Use that one, or close it and try again.",
        ]
    }
    workspace.families.add("Baines")
    workspace.close()
    found = second_program(vault.folder)
    assert found == {"is_read_only": False, "families": ["Baines", "Marlow"]}
    assert families_in(vault) == ["Baines", "Marlow", "Typed there"]


@pytest.mark.skipif(os.name != "posix", reason="there are other ways to be read-only there")
@pytest.mark.parametrize(
    ("folder_mode", "file_mode"),
    [(0o500, 0o400), (0o700, 0o400), (0o500, 0o600)],
    ids=["all", "the file", "the folder"],
)
def test_read_only_records_are_read_and_say_so_when_something_is_written(
    folder: Path, folder_mode: int, file_mode: int
) -> None:
    before = bytes_of(folder)
    with only(folder, folder_mode), only(folder / RECORDS, file_mode):
        found = second_program(folder)
    assert found == {
        "is_read_only": True,
        "families": ["Marlow"],
        "writing": [
            "Nothing was saved: these records can only be read here.",
            "Copy the records to a folder you may write to, or ask whoever set this up.",
        ],
    }
    assert bytes_of(folder) == before


@pytest.mark.skipif(os.name != "posix", reason="there are other ways to be read-only there")
def test_records_that_nobody_may_read_are_said(folder: Path) -> None:
    with only(folder / RECORDS, 0):
        found = second_program(folder)
    assert found["opening"] == [
        "The records could not be opened.",
        "The folder is gone, or you may not read it. Check where the records are kept.",
    ]


@contextmanager
def only(path: Path, mode: int) -> Iterator[None]:
    """Give a file or folder other rights for a while."""
    before = path.stat().st_mode
    path.chmod(mode)
    yield
    path.chmod(before)


def test_a_file_put_in_the_place_of_open_records_is_never_written_to(
    workspace: Workspace, vault: Vault
) -> None:
    workspace.families.add("Marlow")
    records = vault.folder / RECORDS
    older = records.read_bytes()
    workspace.families.add("Baines")
    fresh = vault.folder / "fresh"
    fresh.write_bytes(older)
    os.replace(fresh, records)
    with pytest.raises(UserError) as caught:
        workspace.families.add("Okafor")
    assert caught.value.title == REPLACED
    assert "Choose another folder at the top" in caught.value.message
    assert [line.family.name for line in workspace.families.lines()] == ["Baines", "Marlow"]
    workspace.close()
    assert records.read_bytes() == older


def test_what_was_saved_before_the_file_was_replaced_is_rescued_once(
    workspace: Workspace, vault: Vault
) -> None:
    workspace.families.add("Marlow")
    (vault.folder / "fresh").write_bytes(b"another file")
    os.replace(vault.folder / "fresh", vault.folder / RECORDS)
    for _ in range(2):
        with pytest.raises(UserError) as caught:
            workspace.families.add("Baines")
        assert "the newest file of the “backups” folder" in caught.value.message
    workspace.close()
    [rescued] = (vault.folder / BACKUPS).glob("records-*.db")
    os.replace(rescued, vault.folder / RECORDS)
    assert families_in(vault) == ["Marlow"]


def test_a_file_that_only_took_another_name_for_a_moment_is_written_to_again(
    workspace: Workspace, vault: Vault
) -> None:
    (vault.folder / RECORDS).rename(vault.folder / "elsewhere")
    with pytest.raises(UserError):
        workspace.families.add("Marlow")
    (vault.folder / "elsewhere").rename(vault.folder / RECORDS)
    workspace.families.add("Baines")
    workspace.close()
    assert families_in(vault) == ["Baines"]


def test_without_a_place_for_a_rescue_none_is_promised(workspace: Workspace, vault: Vault) -> None:
    workspace.families.add("Marlow")
    vault.folder.rename(vault.folder.with_name("moved"))
    with pytest.raises(UserError) as caught:
        workspace.families.add("Baines")
    assert caught.value.title == REPLACED
    assert "backups" not in caught.value.message
    assert [line.family.name for line in workspace.families.lines()] == ["Marlow"]


def test_records_taken_away_while_open_are_not_written_to_thin_air(
    workspace: Workspace, vault: Vault
) -> None:
    workspace.families.add("Marlow")
    (vault.folder / RECORDS).unlink()
    with pytest.raises(UserError) as caught:
        workspace.families.add("Baines")
    assert caught.value.title == REPLACED
    assert [line.family.name for line in workspace.families.lines()] == ["Marlow"]


@pytest.mark.parametrize("spoilt", [b"", b"\x00" * 16, b"\xff\xfe", b"0123"])
def test_a_spoilt_name_of_the_computer_is_made_anew(
    vault: Vault, folder: Path, spoilt: bytes
) -> None:
    (folder / "device").write_bytes(spoilt)
    workspace = vault.unlock(PASSPHRASE)
    workspace.families.add("Osei")
    workspace.close()
    name = (folder / "device").read_bytes()
    assert len(name) == 16
    assert name.isalnum()
    vault.unlock(PASSPHRASE).close()
    assert (folder / "device").read_bytes() == name
