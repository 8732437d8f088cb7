"""Whether an encrypted file is whole: every page, every row, every reference."""

from pathlib import Path

from taf_desktop.store.engine import open_engine
from taf_desktop.store.key_file import read_key_file
from taf_desktop.store.store import KEYS, RECORDS
from tests.conftest import PASSPHRASE

CHECKS = ("cipher_integrity_check", "integrity_check", "foreign_key_check")


def data_key(folder: Path) -> bytes:
    """The key of the records in a folder."""
    return read_key_file(folder / KEYS).open_with_passphrase(PASSPHRASE).data_key


def complaints(path: Path, key: bytes) -> list[str]:
    """What the checks of the database find fault with; the reason when it cannot even be read."""
    engine = open_engine(path, key)
    try:
        with engine.connect() as connection:
            found = [
                f"{check}: {row}"
                for check in CHECKS
                for row in connection.exec_driver_sql(f"PRAGMA {check}")
            ]
    finally:
        engine.dispose()
    return [line for line in found if line != "integrity_check: ('ok',)"]


def complaints_about(folder: Path) -> list[str]:
    """The same for the records of a folder."""
    return complaints(folder / RECORDS, data_key(folder))
