"""The commands over encrypted records, for a coordinator, an IT department and their schedules."""

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from taf_desktop.errors import UserError, WrongPassphraseError
from taf_desktop.services.restoring import restore_beside
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.settings import chosen_records_folder

WELL, NOT_WELL, WRONG_PASSPHRASE, NOT_DONE = 0, 1, 4, 5
EXIT_CODES = """exit codes:
  0  done, and all is well
  1  something was found: damage, or changes by another program
  2  the command line is not right
  4  the passphrase is wrong, or has to wait after several wrong ones
  5  it could not be done; a sentence says why

The passphrase is asked for, or read from a file descriptor. It is never taken from
the command line or the environment, where other programs can read it."""

_LONGEST_PASSPHRASE = 4096


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of a command: whether all is well, what is said, and facts for other programs."""

    is_well: bool = True
    lines: tuple[str, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)


Told = argparse.Namespace
Command = Callable[[Vault, str, Told], Outcome]


def check(vault: Vault, passphrase: str, _told: Told) -> Outcome:
    """Look at every page and every row of the records."""
    with _opened(vault, passphrase) as workspace:
        if workspace.is_whole():
            return Outcome(lines=("The records are whole.",))
    newest = next((str(path) for path in workspace.store.backups()), None)
    lines = ("The records are damaged.", f"The newest backup: {newest or 'none'}")
    return Outcome(is_well=False, lines=lines, facts={"newest_backup": newest})


def verify(vault: Vault, passphrase: str, told: Told) -> Outcome:
    """Look whether anything but this program has changed the journal or the records."""
    with _opened(vault, passphrase) as workspace:
        if told.accept:
            workspace.looking_through.take_for_newest()
        found = workspace.store.breaks()
    if not found:
        return Outcome(lines=("Everything is as this program wrote it.",), facts={"found": []})
    lines = ("Something is not as this program wrote it:", *(f"- {one}" for one in found))
    return Outcome(is_well=False, lines=lines, facts={"found": found})


def back_up(vault: Vault, passphrase: str, told: Told) -> Outcome:
    """Make a checked backup, and a copy of it in a second folder when one is named."""
    with _opened(vault, passphrase) as workspace:
        made = workspace.backups.make(told.to)
    return Outcome(lines=(f"Made: {made.path}",), facts={"backup": str(made.path)})


def restore(vault: Vault, passphrase: str, told: Told) -> Outcome:
    """Bring a backup back in a new folder beside the records."""
    into = told.into or vault.folder.with_name(f"{vault.folder.name}-{told.backup.stem}")
    # Whoever names a data folder finds the records below it, as everywhere.
    restore_beside(vault, passphrase, told.backup, into, Vault(into, _now, work=told.work))
    return Outcome(lines=(f"Brought back into: {into}",), facts={"folder": str(into)})


def rekey(vault: Vault, passphrase: str, _told: Told) -> Outcome:
    """Give the records another key; every passphrase and recovery code stays."""
    with _opened(vault, passphrase) as workspace:
        vault.keys.turn(workspace, passphrase)
    return Outcome(lines=("The records and their backups have another key.",))


@contextmanager
def _opened(vault: Vault, passphrase: str) -> Iterator[Workspace]:
    workspace = vault.unlock(passphrase)
    try:
        yield workspace
    finally:
        workspace.close()


COMMANDS: Mapping[str, Command] = {
    "check": check,
    "verify": verify,
    "backup": back_up,
    "restore": restore,
    "rekey": rekey,
}


def add_commands(parser: argparse.ArgumentParser) -> None:
    """Let a command line take these commands."""
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(title="without a window", metavar="COMMAND")
    made = {name: _parser(commands, name, command) for name, command in COMMANDS.items()}
    made["verify"].add_argument(
        "--accept",
        action="store_true",
        help="take the records for the newest, after a backup was put back on purpose",
    )
    made["backup"].add_argument(
        "--to", type=Path, metavar="FOLDER", help="put a copy into this folder too"
    )
    made["restore"].add_argument("backup", type=Path, help="the backup, a file records-….db")
    made["restore"].add_argument(
        "--into", type=Path, metavar="FOLDER", help="the new folder; it must not be there yet"
    )


def _parser(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, command: Command
) -> argparse.ArgumentParser:
    words = (command.__doc__ or "").splitlines()[0]
    parser = commands.add_parser(
        name,
        help=words,
        description=words,
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(command=name)
    parser.add_argument("--json", action="store_true", help="answer in JSON, for other programs")
    parser.add_argument(
        "--passphrase-fd",
        type=int,
        metavar="N",
        help="read the passphrase from this file descriptor, up to the end of its first line",
    )
    parser.add_argument(
        "--data-folder",
        type=Path,
        metavar="PATH",
        default=argparse.SUPPRESS,
        help="the folder that has the folder “records” in it",
    )
    return parser


def run(told: Told) -> int:
    """Do what a command line asks without a window; the code for the system."""
    os.umask(0o077)
    told.work = None
    try:
        vault = Vault(chosen_records_folder(told.data_folder), _now)
        if not vault.exists and told.command != "restore":
            raise UserError("Nothing was done.", f"There are no records in {vault.folder}.")
        outcome = COMMANDS[told.command](vault, _passphrase(told.passphrase_fd), told)
    except UserError as error:
        _say_error(told, error)
        return WRONG_PASSPHRASE if isinstance(error, WrongPassphraseError) else NOT_DONE
    if told.json:
        answer = {"command": told.command, "ok": outcome.is_well, **outcome.facts}
        print(json.dumps(answer, ensure_ascii=False))
    else:
        print("\n".join(outcome.lines))
    return WELL if outcome.is_well else NOT_WELL


def _say_error(told: Told, error: UserError) -> None:
    if told.json:
        answer = {"command": told.command, "ok": False}
        print(json.dumps(answer | {"title": error.title, "message": error.message}))
    else:
        print(f"{error.title} {error.message}", file=sys.stderr)


def _passphrase(descriptor: int | None) -> str:
    if descriptor is None:
        if not sys.stdin.isatty():
            raise UserError(
                "Nothing was done: nobody can be asked for the passphrase here.",
                "Give it with --passphrase-fd.",
            )
        return getpass.getpass("Passphrase: ")
    try:
        with os.fdopen(descriptor, "rb") as file:
            line = file.readline(_LONGEST_PASSPHRASE)
        return line.decode().rstrip("\r\n")
    except (OSError, ValueError):
        raise UserError(
            "Nothing was done: the passphrase could not be read.",
            "Open the file descriptor that --passphrase-fd names.",
        ) from None


def _now() -> datetime:
    return datetime.now().astimezone()
