"""The program is killed amid a backup, a new passphrase, a migration: old or new, all or none."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select, table

from taf_desktop.errors import UserError
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.engine import open_engine
from taf_desktop.store.key_file import read_key_file
from taf_desktop.store.migrations import newest_version, version_of
from taf_desktop.store.store import BACKUPS, KEYS, RECORDS
from tests.conftest import PASSPHRASE
from tests.faults.counting import count, often
from tests.faults.killing import Victims, victims
from tests.faults.working_child import OTHER, ROWS
from tests.store.soundness import complaints, complaints_about, data_key

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


def test_killed_amid_a_new_passphrase_the_old_or_the_new_one_opens(
    folder: Path, workers: Victims
) -> None:
    whole = {path.name: path.read_bytes() for path in folder.glob(f"{KEYS}*")}
    row, changed = count("killed while changing the passphrase"), 0
    for _ in range(often(100)):
        for name, content in whole.items():
            (folder / name).write_bytes(content)
        told = workers.kill(
            "change_passphrases",
            str(folder),
            within=0.3,
            after=(folder / f"{KEYS}.part").exists,
        )
        row.tried += 1
        row.met += len({path.read_bytes() for path in folder.glob(f"{KEYS}*")}) > 1
        row.lost += len(what_opens(folder)) != 1
        changed += len(told)
    assert changed > 0, "no passphrase was ever changed before a kill"
    assert row.lost == 0


def test_killed_amid_a_backup_every_backup_with_a_name_is_whole(
    folder: Path, workers: Victims
) -> None:
    key, backups = data_key(folder), folder / BACKUPS
    row = count("killed while making a backup")
    for _ in range(often(100)):
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
    assert row.lost == 0


def test_killed_amid_a_migration_the_records_have_the_old_form_or_the_new(
    folder: Path, workers: Victims
) -> None:
    key, old = data_key(folder), (folder / RECORDS).read_bytes()
    journal = folder / f"{RECORDS}-journal"
    row = count("killed while bringing records to a newer form")
    for _ in range(often(100)):
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
    assert (row.lost, row.undetected) == (0, 0)


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
