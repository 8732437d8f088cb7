"""The engine: encrypted with a raw key, alone on its file, durable, silent about its words."""

import gc
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError, DBAPIError
from sqlcipher3 import dbapi2

from taf_desktop.errors import UserError
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.engine import create_file, is_safe, open_engine
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.store.store import RECORDS, Store
from tests.conftest import PASSPHRASE, TestClock
from tests.store.soundness import data_key

KEY = bytes(range(32))
WORDS = "Mum shouts"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An encrypted file with one table and one row."""
    path = tmp_path / "some.db"
    create_file(path, KEY)
    engine = open_engine(path, KEY)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE said (words TEXT NOT NULL)")
        connection.execute(text("INSERT INTO said VALUES (:words)"), {"words": WORDS})
    engine.dispose()
    return path


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    """That file, open."""
    engine = open_engine(path, KEY)
    yield engine
    engine.dispose()


def pragma(engine: Engine, name: str) -> str:
    """What the connection says to a pragma."""
    with engine.connect() as connection:
        return str(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())


def read_with(path: Path, key: str) -> list[tuple[str]]:
    """The rows, read by another program that knows SQLCipher and is given this key."""
    with closing(dbapi2.connect(str(path))) as connection:
        connection.execute("PRAGMA cipher_log_level=none")
        connection.execute(f'PRAGMA key="{key}"')
        return list(connection.execute("SELECT words FROM said"))


def test_the_key_is_used_as_it_is_and_nothing_stands_in_the_clear(path: Path) -> None:
    assert read_with(path, f"x'{KEY.hex()}'") == [(WORDS,)]
    with pytest.raises(dbapi2.DatabaseError):
        read_with(path, KEY.hex())
    content = path.read_bytes()
    assert WORDS.encode() not in content
    assert not content.startswith(b"SQLite format 3")


def test_the_file_is_its_owner_s_alone(path: Path) -> None:
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("locking_mode", "exclusive"),
        ("journal_mode", "truncate"),
        ("synchronous", "2"),
        ("foreign_keys", "1"),
        ("cipher_memory_security", "1"),
        ("temp_store", "0"),
    ],
)
def test_the_settings_of_the_connection(engine: Engine, name: str, value: str) -> None:
    assert pragma(engine, name) == value


def test_a_second_program_cannot_even_read_while_the_file_is_open(
    engine: Engine, path: Path
) -> None:
    assert pragma(engine, "user_version") == "0"
    second = open_engine(path, KEY)
    with pytest.raises(DBAPIError, match="database is locked"):
        pragma(second, "user_version")
    second.dispose()


@pytest.mark.parametrize(
    "statement", ["ATTACH '{}' AS other KEY ''", "ATTACH '{}' AS other", "VACUUM INTO '{}'"]
)
def test_nothing_can_be_written_into_a_second_file(
    engine: Engine, tmp_path: Path, statement: str
) -> None:
    other = tmp_path / "other.db"
    raw = engine.raw_connection()
    with pytest.raises(dbapi2.DatabaseError, match=r"not authorized|authorization denied"):
        raw.driver_connection.execute(statement.format(other))
    raw.close()
    assert not other.exists()


@pytest.mark.parametrize(("read_only", "begin"), [(False, "BEGIN IMMEDIATE"), (True, "BEGIN")])
def test_a_transaction_begins_before_its_first_statement(
    path: Path, read_only: bool, begin: str
) -> None:
    engine = open_engine(path, KEY, read_only=read_only)
    seen: list[str] = []
    raw = engine.raw_connection()
    raw.driver_connection.set_trace_callback(seen.append)
    raw.close()
    with engine.begin() as connection:
        connection.exec_driver_sql("SELECT words FROM said")
    engine.dispose()
    assert seen == [begin, "SELECT words FROM said", "COMMIT"]


def test_a_transaction_that_fails_leaves_nothing(engine: Engine) -> None:
    def half_done() -> None:
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE half (done TEXT)")
            connection.exec_driver_sql("INSERT INTO said VALUES (NULL)")

    with pytest.raises(DBAPIError, match="NOT NULL"):
        half_done()
    with engine.connect() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
    assert tables == ["said"]


def test_an_exception_of_the_database_shows_no_words(engine: Engine) -> None:
    with pytest.raises(DBAPIError) as caught, engine.begin() as connection:
        connection.execute(
            text("INSERT INTO said VALUES (:words, :more)"), {"words": WORDS, "more": 1}
        )
    assert WORDS not in str(caught.value)
    assert WORDS not in repr(caught.value)
    assert "parameters hidden" in str(caught.value)


def test_the_key_is_not_shown_by_the_engine(engine: Engine) -> None:
    shown = f"{engine!r} {engine.url!r} {engine.url.password}"
    assert KEY.hex() not in shown


def test_a_read_only_engine_cannot_write(path: Path) -> None:
    engine = open_engine(path, KEY, read_only=True)
    with pytest.raises(DBAPIError, match="readonly"), engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM said")
    engine.dispose()
    assert read_with(path, f"x'{KEY.hex()}'") == [(WORDS,)]


def test_a_wrong_key_is_refused_and_the_library_says_nothing_by_itself(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = path.read_bytes()
    engine = open_engine(path, bytes(32))
    with pytest.raises(DatabaseError, match="not a database"):
        pragma(engine, "user_version")
    engine.dispose()
    assert path.read_bytes() == before
    assert capfd.readouterr() == ("", "")


def test_a_wrong_key_is_refused_in_a_sentence(
    workspace: Workspace, vault: Vault, clock: TestClock
) -> None:
    workspace.close()
    before = (vault.folder / RECORDS).read_bytes()
    with pytest.raises(UserError) as caught:
        Store.open(vault.folder, bytes(32), clock, "Amira")
    assert "another key" in caught.value.title
    assert (vault.folder / RECORDS).read_bytes() == before


def test_a_file_in_the_clear_is_refused_and_left_as_it_is(
    workspace: Workspace, vault: Vault, clock: TestClock
) -> None:
    workspace.close()
    records = vault.folder / RECORDS
    key = data_key(vault.folder)
    records.unlink()
    with closing(sqlite3.connect(records)) as plain, plain:
        plain.execute("CREATE TABLE said (words TEXT)")
    before = records.read_bytes()
    with pytest.raises(UserError) as caught:
        Store.open(vault.folder, key, clock, "Amira")
    assert "damaged or has another key" in caught.value.title
    assert records.read_bytes() == before


def test_a_file_is_never_made_by_opening(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "nowhere.db", KEY)
    with pytest.raises(DBAPIError, match="unable to open"):
        pragma(engine, "user_version")
    engine.dispose()
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_never_made_over_another(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        create_file(path, KEY)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("version", "options", "safe"),
    [
        ((3, 51, 3), {"HAS_CODEC", "TEMP_STORE=2"}, True),
        ((3, 53, 0), {"HAS_CODEC", "TEMP_STORE=3", "USE_URI"}, True),
        ((3, 51, 2), {"HAS_CODEC", "TEMP_STORE=2"}, False),
        ((3, 53, 0), {"TEMP_STORE=2"}, False),
        ((3, 53, 0), {"HAS_CODEC", "TEMP_STORE=1"}, False),
        ((3, 53, 0), {"HAS_CODEC"}, False),
    ],
)
def test_a_library_must_encrypt_be_new_enough_and_keep_temporary_data_in_memory(
    version: tuple[int, ...], options: set[str], safe: bool
) -> None:
    assert is_safe(version, options) is safe


def test_records_of_a_program_that_died_amid_a_write_open_at_once(
    workspace: Workspace, vault: Vault, tmp_path: Path, clock: TestClock
) -> None:
    """A key that is tried on them must leave nothing open, whenever memory is tidied up."""
    workspace.families.add("Marlow")
    workspace.close()
    engine = open_engine(vault.folder / RECORDS, data_key(vault.folder))
    died = tmp_path / "died"
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA cache_size=1")
        connection.exec_driver_sql("UPDATE step SET words = words || hex(randomblob(20000))")
        shutil.copytree(vault.folder, died)
        connection.rollback()
    engine.dispose()
    assert (died / f"{RECORDS}-journal").stat().st_size > 0
    gc.disable()
    try:
        for _ in range(3):
            again = tmp_path / "again"
            shutil.copytree(died, again)
            opened = Vault(again, clock, work=LEAST_WORK).unlock(PASSPHRASE)
            assert [line.family.name for line in opened.families.lines()] == ["Marlow"]
            opened.close()
            shutil.rmtree(again)
    finally:
        gc.enable()
