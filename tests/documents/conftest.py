"""The practice families, told once for all papers: each test has a copy of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from taf_desktop.services.practice import open_practice
from taf_desktop.services.workspace import Workspace
from tests.conftest import TestClock


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the practice store, closed."""
    folder = tmp_path_factory.mktemp("told") / "practice"
    open_practice(folder, TestClock()).close()
    return folder


@pytest.fixture
def practice(told: Path, tmp_path: Path, clock: TestClock) -> Iterator[Workspace]:
    """The practice store, open."""
    opened = open_practice(shutil.copytree(told, tmp_path / "practice"), clock)
    yield opened
    opened.close()
