"""Where the faults are provoked: in memory if that can be had, because a real disk is slow."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_MEMORY = Path("/dev/shm")  # noqa: S108  # each folder in it is its maker's alone


@contextmanager
def in_memory() -> Iterator[Path]:
    """A fresh folder, gone afterwards."""
    place = _MEMORY if _MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="faults-", dir=place) as folder:
        yield Path(folder).resolve()


@pytest.fixture(name="tmp_path")
def folder_in_memory() -> Iterator[Path]:
    """The folder of a test; for modules that take this fixture in the place of the usual one."""
    with in_memory() as folder:
        yield folder
