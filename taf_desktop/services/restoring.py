"""Bringing a backup back beside the records, in a folder of its own; nothing is written over."""

import shutil
from contextlib import suppress
from pathlib import Path

from taf_desktop.errors import UserError
from taf_desktop.services.vault import Vault
from taf_desktop.store.store import KEYS, RECORDS


def restore_beside(vault: Vault, passphrase: str, backup: Path, into: Path, fresh: Vault) -> None:
    """Make records of a backup in a new folder, and open them once to be sure of them.

    `fresh` is the vault of that folder. The keys of today come first: whoever was shut out since
    stays out. Where there are none, those beside the backup count.
    """
    if not backup.is_file():
        raise UserError("Nothing was brought back.", "There is no such backup.")
    key_files = [path / KEYS for path in (vault.folder, backup.parent) if (path / KEYS).is_file()]
    if not key_files:
        raise UserError(
            "Nothing was brought back.",
            "There is no key file, neither with the records nor beside the backup.",
        )
    if key_files[0].parent == vault.folder:
        # Guessing is slowed here as at the door.
        vault.keys.open(passphrase)
    try:
        into.mkdir(parents=True, mode=0o700)
    except OSError:
        raise UserError(
            "Nothing was brought back.",
            "The new folder is there already, or cannot be made. Name one that is not there yet.",
        ) from None
    try:
        _bring(backup, key_files, passphrase, fresh)
    except BaseException:
        shutil.rmtree(into, ignore_errors=True)
        raise


def _bring(backup: Path, key_files: list[Path], passphrase: str, fresh: Vault) -> None:
    problem: UserError | None = None
    for key_file in key_files:
        _lay_out(backup, key_file, fresh.folder)
        try:
            workspace = fresh.unlock(passphrase)
        except UserError as error:
            problem = problem or error
            continue
        try:
            if not workspace.is_whole():
                raise UserError(
                    "Nothing was brought back: this backup is damaged.", "Try an older one."
                )
            workspace.store.accept_as_newest()
        finally:
            workspace.close()
        return
    if problem is not None:
        raise problem


def _lay_out(backup: Path, key_file: Path, folder: Path) -> None:
    try:
        shutil.copyfile(backup, folder / RECORDS)
        (folder / RECORDS).chmod(0o600)
        for old in folder.glob(f"{KEYS}*"):
            old.unlink()
        shutil.copyfile(key_file, folder / KEYS)
        (folder / KEYS).chmod(0o600)
    except OSError:
        with suppress(OSError):
            (folder / RECORDS).unlink(missing_ok=True)
        raise UserError(
            "Nothing was brought back.",
            "The new folder cannot be written, or the disk is full. The records are as they were.",
        ) from None
