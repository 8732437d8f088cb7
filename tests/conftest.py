"""What every test starts from: no display needed, folders of its own, and no network."""

import os
import shutil
import socket
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from taf_desktop.services.practice import open_practice, tell_all
from taf_desktop.services.vault import Owner, Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.key_slots import LEAST_WORK

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ("tests.faults.telling",)

PASSPHRASE = "plum ladder quiet seven"
OWNER = Owner(given_name="Amira", family_name="Hall", job_title="pastoral lead")


class TestClock:
    """A clock that tests set; it stands still in between."""

    __test__ = False

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 29, 15, 30, tzinfo=timezone(timedelta(0)))

    def __call__(self) -> datetime:
        """The moment that was set."""
        return self.now

    def set(self, day: str, time: str = "15:30") -> None:
        """Set the day and the time."""
        self.now = datetime.fromisoformat(f"{day}T{time}+00:00")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the program tried to reach a network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def clock() -> TestClock:
    """A clock at the time of the first Marlow meeting."""
    return TestClock()


@pytest.fixture
def vault(tmp_path: Path, clock: TestClock) -> Vault:
    """A folder without records, with keys that are quick to make."""
    return Vault(tmp_path / "records", clock, work=LEAST_WORK)


@pytest.fixture(scope="session")
def started_records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of empty records, started once; every test takes a copy."""
    folder = tmp_path_factory.mktemp("started") / "records"
    opened, _ = Vault(folder, TestClock(), work=LEAST_WORK).create(PASSPHRASE, OWNER, "rutland")
    opened.close()
    return folder


@pytest.fixture(scope="session")
def one_family(started_records: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of records with one family in them, written once; every test takes a copy."""
    folder = tmp_path_factory.mktemp("one") / "records"
    shutil.copytree(started_records, folder)
    opened = Vault(folder, TestClock(), work=LEAST_WORK).unlock(PASSPHRASE)
    opened.families.add("Marlow")
    opened.close()
    return folder


@pytest.fixture(scope="session")
def told_records(started_records: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of records into which the practice families were told, once."""
    folder = tmp_path_factory.mktemp("all") / "records"
    shutil.copytree(started_records, folder)
    opened = Vault(folder, TestClock(), work=LEAST_WORK).unlock(PASSPHRASE)
    tell_all(opened)
    opened.close()
    return folder


@pytest.fixture
def told_workspace(vault: Vault, told_records: Path) -> Iterator[Workspace]:
    """A copy of those records, open."""
    shutil.copytree(told_records, vault.folder)
    opened = vault.unlock(PASSPHRASE)
    yield opened
    opened.close()


@pytest.fixture
def workspace(vault: Vault, started_records: Path) -> Iterator[Workspace]:
    """Real encrypted records, open and empty."""
    shutil.copytree(started_records, vault.folder)
    opened = vault.unlock(PASSPHRASE)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def practice_families(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the practice families, written once; every test takes a copy."""
    folder = tmp_path_factory.mktemp("told") / "practice"
    open_practice(folder, TestClock()).close()
    return folder


@pytest.fixture
def practice(practice_families: Path, tmp_path: Path, clock: TestClock) -> Iterator[Workspace]:
    """A copy of the practice families, open."""
    opened = open_practice(shutil.copytree(practice_families, tmp_path / "practice"), clock)
    yield opened
    opened.close()
