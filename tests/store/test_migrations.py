"""Migrations make the tables of the model; newer files are refused; a failed step is undone."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from taf_desktop.errors import UserError
from taf_desktop.model.base import Base
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store import migrations
from taf_desktop.store.engine import create_file, open_engine
from taf_desktop.store.key_file import read_key_file
from taf_desktop.store.store import BACKUPS, KEYS, RECORDS
from tests.conftest import PASSPHRASE
from tests.store.soundness import complaints, complaints_about, data_key

KEY = bytes(range(32))
ADDS_A_TABLE = "CREATE TABLE later (words TEXT);\n"
FAILS_HALF_WAY = f"{ADDS_A_TABLE}DROP TABLE nowhere;\n"


@pytest.fixture
def folder(workspace: Workspace, vault: Vault) -> Path:
    """Records of today's form with one family in them, closed."""
    workspace.families.add("Marlow")
    workspace.close()
    return vault.folder


def empty(path: Path) -> Engine:
    """An encrypted file without tables, open."""
    create_file(path, KEY)
    return open_engine(path, KEY)


def tables_of(engine: Engine) -> dict[str, Any]:
    """Columns, references and indexes of every table, without their order."""
    with engine.connect() as connection:

        def rows(statement: str) -> list[tuple[Any, ...]]:
            return [tuple(row) for row in connection.exec_driver_sql(statement)]

        def index(name: str, unique: int) -> tuple[Any, ...]:
            return name, unique, tuple(row[2] for row in rows(f"PRAGMA index_info('{name}')"))

        names = [row[0] for row in rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: (
                {row[1:] for row in rows(f"PRAGMA table_info('{name}')")},
                {row[2:] for row in rows(f"PRAGMA foreign_key_list('{name}')")},
                {index(row[1], row[2]) for row in rows(f"PRAGMA index_list('{name}')")},
            )
            for name in names
        }


def version_of(folder: Path) -> int:
    """The number that the records of a folder have."""
    engine = open_engine(folder / RECORDS, data_key(folder))
    version = migrations.version_of(engine)
    engine.dispose()
    return version


@pytest.fixture
def next_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a step that a later program is going to take; the test writes it."""
    later = tmp_path / "9999_later.sql"
    today = migrations.steps()
    monkeypatch.setattr(migrations, "steps", lambda: [*today, later])
    return later


def test_all_steps_together_make_the_tables_of_the_model(tmp_path: Path) -> None:
    stepped, declared = empty(tmp_path / "stepped.db"), empty(tmp_path / "declared.db")
    migrations.migrate(stepped)
    Base.metadata.create_all(declared)
    made, wanted = tables_of(stepped), tables_of(declared)
    stepped.dispose()
    declared.dispose()
    assert len(wanted) > 20
    assert made == wanted


def test_steps_are_numbered_without_a_gap_and_the_file_has_the_last_number(
    tmp_path: Path,
) -> None:
    numbers = [int(path.name.split("_")[0]) for path in migrations.steps()]
    assert numbers == list(range(1, len(numbers) + 1))
    engine = empty(tmp_path / "new.db")
    assert migrations.version_of(engine) == 0
    migrations.migrate(engine)
    assert migrations.version_of(engine) == migrations.newest_version() == numbers[-1]
    engine.dispose()


def test_a_file_of_today_is_opened_without_a_step_or_a_backup(vault: Vault, folder: Path) -> None:
    before = (folder / RECORDS).read_bytes()
    vault.unlock(PASSPHRASE).close()
    assert (folder / RECORDS).read_bytes() == before
    assert not (folder / BACKUPS).exists()


def test_an_older_file_takes_the_step_after_a_whole_backup(
    vault: Vault, folder: Path, next_step: Path
) -> None:
    next_step.write_text(ADDS_A_TABLE, encoding="utf-8")
    older = migrations.newest_version() - 1
    workspace = vault.unlock(PASSPHRASE)
    assert [line.family.name for line in workspace.families.lines()] == ["Marlow"]
    workspace.close()
    assert version_of(folder) == older + 1
    [backup] = (folder / BACKUPS).glob("records-*.db")
    key = read_key_file(folder / BACKUPS / KEYS).open_with_passphrase(PASSPHRASE).data_key
    engine = open_engine(backup, key)
    assert migrations.version_of(engine) == older
    assert "later" not in tables_of(engine)
    engine.dispose()
    assert complaints(backup, key) == []


def test_a_step_that_fails_leaves_the_old_records_whole(
    vault: Vault, folder: Path, next_step: Path
) -> None:
    next_step.write_text(FAILS_HALF_WAY, encoding="utf-8")
    older = migrations.newest_version() - 1
    with pytest.raises(DBAPIError, match="nowhere"):
        vault.unlock(PASSPHRASE)
    assert version_of(folder) == older
    assert complaints_about(folder) == []
    engine = open_engine(folder / RECORDS, data_key(folder))
    assert "later" not in tables_of(engine)
    engine.dispose()


def test_after_a_failed_step_a_mended_program_takes_it(
    vault: Vault, folder: Path, next_step: Path
) -> None:
    next_step.write_text(FAILS_HALF_WAY, encoding="utf-8")
    with pytest.raises(DBAPIError):
        vault.unlock(PASSPHRASE)
    next_step.write_text(ADDS_A_TABLE, encoding="utf-8")
    workspace = vault.unlock(PASSPHRASE)
    assert [line.family.name for line in workspace.families.lines()] == ["Marlow"]
    workspace.close()
    assert version_of(folder) == migrations.newest_version()


def test_without_a_backup_no_step_is_taken(vault: Vault, folder: Path, next_step: Path) -> None:
    next_step.write_text(ADDS_A_TABLE, encoding="utf-8")
    (folder / BACKUPS).write_bytes(b"a file where the folder should be")
    with pytest.raises(UserError) as caught:
        vault.unlock(PASSPHRASE)
    assert caught.value.title == "The backup was not made."
    assert version_of(folder) == migrations.newest_version() - 1


def test_a_newer_file_is_refused_in_a_sentence_before_anything_is_read() -> None:
    migrations.refuse_newer(migrations.newest_version())
    with pytest.raises(UserError) as caught:
        migrations.refuse_newer(migrations.newest_version() + 1)
    assert caught.value.title == "These records were written by a newer TAF Desktop."
    assert "nothing was changed" in caught.value.message
