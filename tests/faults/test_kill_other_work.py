"""The program is killed amid a backup, a new passphrase, a migration: old or new, all or none."""

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select, table

from taf_desktop.errors import UserError
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.chain import BEHIND
from taf_desktop.store.engine import open_engine
from taf_desktop.store.key_file import read_key_file
from taf_desktop.store.key_turning import opens
from taf_desktop.store.migrations import newest_version, version_of
from taf_desktop.store.store import BACKUPS, KEYS, RECORDS
from taf_desktop.store.wrong_tries import TRIES
from tests.conftest import PASSPHRASE
from tests.faults.counting import PARTS, count, in_parts, often
from tests.faults.killing import Victims, victims
from tests.faults.places import folder_in_memory
from tests.faults.shim import environment, make_shim, needs_the_shim
from tests.faults.working_child import OTHER, ROWS
from tests.store.soundness import complaints, complaints_about, data_key

__all__ = ["folder_in_memory"]

CHANGING, TURNING, PUTTING_BACK = 24, 90, 12
"""Calls on files, without writes, in a few new passphrases, a new data key, a copy put back."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills need POSIX")


@pytest.fixture
def folder(workspace: Workspace, vault: Vault) -> Path:
    """Records with some families in them, closed."""
    for number in range(20):
        workspace.families.add(f"Family {number}")
    workspace.close()
    return vault.folder


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[Victims]:
    """Processes that work with the records until they are killed."""
    with victims("tests.faults.working_child", tmp_path) as found:
        yield found


def what_opens(folder: Path) -> list[str]:
    """Which of the two passphrases open the records now."""
    keys = read_key_file(folder / KEYS)
    found = []
    for passphrase in (PASSPHRASE, OTHER):
        try:
            keys.open_with_passphrase(passphrase)
        except UserError:
            continue
        found.append(passphrase)
    return found


@needs_the_shim
def test_killed_amid_a_new_passphrase_the_old_or_the_new_one_opens(
    folder: Path, tmp_path: Path
) -> None:
    whole = {path.name: path.read_bytes() for path in folder.glob(f"{KEYS}*")}
    row, found = count("killed while changing the passphrase"), set()
    told = environment(make_shim(tmp_path), folder)
    with victims("tests.faults.working_child", tmp_path, told) as workers:
        for call in calls_up_to(CHANGING, often(200)):
            for name, content in whole.items():
                (folder / name).write_bytes(content)
            # A try that is broken off counts as a wrong one, and after several there is a wait.
            (folder / TRIES).unlink(missing_ok=True)
            workers.let_die("change_passphrases", str(folder), str(call))
            row.tried += 1
            row.met += len({path.read_bytes() for path in folder.glob(f"{KEYS}*")}) > 1
            opening = what_opens(folder)
            row.lost += len(opening) != 1
            found.update(opening)
    assert found == {PASSPHRASE, OTHER}
    assert row.met > 0, "no kill ever came amid a change"
    assert row.costs == (0, 0)


def test_killed_amid_a_backup_every_backup_with_a_name_is_whole(
    folder: Path, workers: Victims
) -> None:
    key, backups = data_key(folder), folder / BACKUPS
    row = count("killed while making a backup")
    for _ in range(often(200)):
        shutil.rmtree(backups, ignore_errors=True)
        told = workers.kill(
            "back_up", str(folder), within=0.3, after=lambda: any(backups.glob("*.part"))
        )
        row.tried += 1
        found = {path.name for path in backups.glob("records-*.db")}
        row.met += any(backups.glob("*.part*"))
        broken = [name for name in found if complaints(backups / name, key)]
        row.lost += bool(set(told) - found) or bool(broken)
        assert not found or read_key_file(backups / KEYS).open_with_passphrase(PASSPHRASE)
        assert complaints_about(folder) == []
    assert row.met > 0, "no kill ever came amid a backup"
    assert row.costs == (0, 0)


def test_killed_amid_a_migration_the_records_have_the_old_form_or_the_new(
    folder: Path, workers: Victims
) -> None:
    key, old = data_key(folder), (folder / RECORDS).read_bytes()
    journal = folder / f"{RECORDS}-journal"
    row = count("killed while bringing records to a newer form")
    for _ in range(often(200)):
        shutil.rmtree(folder / BACKUPS, ignore_errors=True)
        journal.unlink(missing_ok=True)
        (folder / RECORDS).write_bytes(old)
        workers.kill(
            "migrate",
            str(folder),
            within=0,
            after=lambda: journal.exists() and journal.stat().st_size > 0,
        )
        row.tried += 1
        row.met += journal.stat().st_size > 0
        row.lost += form_of(folder / RECORDS, key) not in (
            (newest_version(), {}),
            (newest_version() + 1, {"later": ROWS, "last": 0}),
        )
        row.undetected += complaints_about(folder) != []
    assert row.met > 0, "no kill ever came amid a migration"
    assert row.costs == (0, 0)


def form_of(path: Path, key: bytes) -> tuple[int, dict[str, int]]:
    """The number of the form, and how many rows the tables of a later form have."""
    engine = open_engine(path, key)
    version = version_of(engine)
    with engine.connect() as connection:
        known = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
        rows = {
            name: connection.execute(select(func.count()).select_from(table(name))).scalar_one()
            for name in ("later", "last")
            if name in known
        }
    engine.dispose()
    return version, rows


def families(vault: Vault) -> tuple[list[str], list[str]]:
    """The families that are there after unlocking, and whatever is wrong with the records."""
    try:
        workspace = vault.unlock(PASSPHRASE)
    except UserError as error:
        return [], [error.title]
    try:
        names = sorted(line.family.name for line in workspace.families.lines())
        wrong = [] if workspace.is_whole() else ["not whole"]
        return names, wrong + workspace.store.breaks()
    except UserError as error:
        return [], [error.title]
    finally:
        workspace.close()


def calls_up_to(last: int, times: int) -> list[int]:
    """So many numbers of calls, each about as often as the others."""
    if times < last:
        return random.Random(2026).sample(range(1, last + 1), times)
    return [1 + number % last for number in range(times)]


def renew(folder: Path, before: Path) -> None:
    """Let a folder be again as it was before."""
    shutil.rmtree(folder)
    shutil.copytree(before, folder)


@needs_the_shim
@in_parts
def test_killed_amid_a_new_data_key_the_records_open_and_nothing_is_missing(
    part: int, vault: Vault, folder: Path, tmp_path: Path
) -> None:
    whole = sorted(f"Family {number}" for number in range(20))
    before = shutil.copytree(folder, tmp_path / "before")
    row, generations = count("killed while giving the records another key"), set()
    told = environment(make_shim(tmp_path), folder)
    with victims("tests.faults.working_child", tmp_path, told) as workers:
        for call in calls_up_to(TURNING, often(200))[part::PARTS]:
            renew(folder, before)
            row.met += workers.let_die("turn_key", str(folder), str(call))
            row.tried += 1
            names, wrong = families(vault)
            keys = vault.keys.read()
            row.lost += names != whole
            row.undetected += bool(wrong) or keys.is_turning
            row.undetected += not all(opens_with_keys(vault, path) for path in backups_in(folder))
            generations.add(keys.generation)
    assert len(generations) > 1, "every kill found the same key"
    assert row.costs == (0, 0)


def backups_in(folder: Path) -> list[Path]:
    """The backups with a name."""
    return sorted((folder / BACKUPS).glob("records-*.db"))


def opens_with_keys(vault: Vault, backup: Path) -> bool:
    """Whether a backup opens with the key of the records or an earlier one."""
    keys = vault.keys.read()
    now = keys.open_with_passphrase(PASSPHRASE).data_key
    return any(opens(backup, key) for key in (now, *keys.earlier_keys(now)))


@needs_the_shim
def test_killed_while_a_copy_is_put_back_it_is_the_old_records_or_the_copy(
    vault: Vault, folder: Path, tmp_path: Path
) -> None:
    old, copy = half_written(vault, tmp_path)
    before = shutil.copytree(folder, tmp_path / "before")
    row, found = count("killed while putting a copy back"), []
    told = environment(make_shim(tmp_path), folder)
    with victims("tests.faults.working_child", tmp_path, told) as workers:
        for call in calls_up_to(PUTTING_BACK, often(200)):
            renew(folder, before)
            row.met += workers.let_die("put_back", str(folder), str(call))
            row.tried += 1
            names, wrong = families(vault)
            found.append(names)
            row.lost += names not in (old, copy)
            row.undetected += bool(set(wrong) - {BEHIND})
    assert row.costs == (0, 0)
    assert old in found
    assert copy in found


def half_written(vault: Vault, tmp_path: Path) -> tuple[list[str], list[str]]:
    """Leave records as a power cut amid a write does, beside a copy; the families of both."""
    workspace = vault.unlock(PASSPHRASE)
    workspace.store.back_up()
    copy = sorted(line.family.name for line in workspace.families.lines())
    workspace.families.add("Marlow")
    workspace.close()
    engine = open_engine(vault.folder / RECORDS, data_key(vault.folder))
    cut = tmp_path / "cut"
    with engine.connect() as connection:
        # With hardly any room in memory, what is written goes to the file before its time.
        connection.exec_driver_sql("PRAGMA cache_size=1")
        connection.exec_driver_sql("UPDATE family SET name = 'Nobody'")
        connection.exec_driver_sql("UPDATE change SET new = '\"Nobody\"'")
        shutil.copytree(vault.folder, cut)
    engine.dispose()
    assert (cut / f"{RECORDS}-journal").stat().st_size > 0
    renew(vault.folder, cut)
    return sorted([*copy, "Marlow"]), copy
