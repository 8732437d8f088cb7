"""What is done with the file as a whole, beside copying it."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw

from benchmarks.measuring import Case, timed
from benchmarks.records import PASSPHRASE, records
from taf_desktop.store.key_slots import LEAST_WORK, Work, work_for_this_machine
from taf_desktop.store.store import RECORDS


def file_cases(folder: Path) -> Iterator[Case]:
    """Unlocking, looking at every page, and a backup; the work of the passphrase by itself."""
    vault = records(folder)
    records_file = vault.folder / RECORDS
    copying = timed(partial(_copy, records_file, folder / "copy.db"))
    case = partial(Case, floor_name="copying the file to the disk", floor=copying)
    yield case(
        name="Unlocking, with the least work for the passphrase",
        act=timed(lambda: vault.unlock(PASSPHRASE).close()),
    )
    for name, work in (("least", LEAST_WORK), ("usual", work_for_this_machine())):
        act = timed(partial(_stretch, work))
        yield case(name=f"Argon2 alone, the {name} work", act=act, repetitions=5)
    workspace = vault.unlock(PASSPHRASE)
    yield case(name="Looking at every page and row", act=timed(workspace.is_whole))
    yield case(name="A backup, checked", act=timed(workspace.store.back_up))
    workspace.close()


def _stretch(work: Work) -> bytes:
    secret, salt = PASSPHRASE.encode(), bytes(16)
    return hash_secret_raw(secret, salt, work.rounds, work.memory, work.lanes, 32, Type.ID)


def _copy(file: Path, to: Path) -> None:
    with to.open("wb") as copy:
        copy.write(file.read_bytes())
        copy.flush()
        os.fsync(copy.fileno())
