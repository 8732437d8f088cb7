"""Does one thing with the records again and again, in a process that is meant to be killed."""

import signal
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

from taf_desktop.services import backups
from taf_desktop.services.vault import Vault
from taf_desktop.store import migrations
from taf_desktop.store.key_slots import LEAST_WORK
from tests.conftest import PASSPHRASE
from tests.faults.killing import split_off, tell, tell_begun
from tests.faults.shim import die_at

OTHER = "heron lantern copper twelve"
ROWS = 3000


def vault_in(folder: Path) -> Vault:
    """The records in a folder, with keys that are quick to make."""
    return Vault(folder, lambda: datetime.now(UTC), work=LEAST_WORK)


def later_step(folder: Path) -> Path:
    """A step that a later program will take: two tables, the first one filled."""
    path = folder / "9999_later.sql"
    rows = "INSERT INTO later VALUES (1);\n" * ROWS
    path.write_text(
        f"CREATE TABLE later (number INTEGER);\n{rows}CREATE TABLE last (number INTEGER);\n",
        encoding="utf-8",
    )
    return path


def change_passphrases(folder: Path) -> None:
    """Change the passphrase to and fro."""
    vault = vault_in(folder)
    for old, new in cycle([(PASSPHRASE, OTHER), (OTHER, PASSPHRASE)]):
        vault.change_passphrase(old, new)
        tell("changed")


def back_up(folder: Path) -> None:
    """Make one backup after another."""
    store = vault_in(folder).unlock(PASSPHRASE)._desk.store
    while True:
        tell(store.back_up().name)


def migrate(folder: Path) -> None:
    """Bring the records to the form of a later program, and wait."""
    known = [*migrations.steps(), later_step(folder.parent)]
    migrations.steps = lambda: known
    vault_in(folder).unlock(PASSPHRASE)
    signal.pause()


def turn_key(folder: Path) -> None:
    """Give the records another key."""
    vault = vault_in(folder)
    vault.keys.turn(vault.unlock(PASSPHRASE), PASSPHRASE)


def put_back(folder: Path) -> None:
    """Let a copy be the records."""
    [copy] = backups.backups_of(folder)
    backups.put_back(folder, copy.path, datetime.now(UTC))


VERBS: dict[str, Callable[[Path], None]] = {
    "change_passphrases": change_passphrases,
    "back_up": back_up,
    "migrate": migrate,
    "put_back": put_back,
    "turn_key": turn_key,
}


def work(told: list[str]) -> None:
    """Do what a line says in the folder that it names, up to a call on a file if it names one."""
    verb, folder, *at = told
    tell_begun()
    if at:
        die_at(int(at[0]))
    VERBS[verb](Path(folder))


if __name__ == "__main__":
    split_off(work)
