"""A folder of records made anew in another place: of what is open, or of what can still be read."""

import os
from pathlib import Path

from sqlalchemy import Engine

from taf_desktop.errors import UserError
from taf_desktop.store.atomic import sync_folder, write_atomically
from taf_desktop.store.backup import copy_whole
from taf_desktop.store.place import KEYS, RECORDS


def begin_folder(folder: Path, keys: bytes) -> Path:
    """Make a folder that is not there yet, with the key file in it; where the records go."""
    try:
        folder.mkdir(parents=True, mode=0o700)
        write_atomically(folder / KEYS, keys)
    except OSError:
        raise UserError(
            "Nothing was saved in that place.",
            "The folder is there already, cannot be written, or is full. Choose another place.",
        ) from None
    return folder / RECORDS


def copy_to_folder(engine: Engine, data_key: bytes, keys: bytes, folder: Path) -> None:
    """Put a checked copy of the open records into a new folder."""
    records = begin_folder(folder, keys)
    half = records.with_suffix(".part")
    try:
        copy_whole(engine, data_key, half)
        os.replace(half, records)
        sync_folder(folder)
    except OSError:
        raise UserError(
            "Nothing was saved in that place.",
            "It cannot be written, or it is full. Choose another place.",
        ) from None
