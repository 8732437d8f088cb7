"""Whatever keeps the records shut is said at the door, in one sentence and with advice."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from taf_desktop.app import Application
from taf_desktop.services.vault import Vault
from taf_desktop.store.engine import open_engine
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.store.migrations import newest_version
from taf_desktop.store.store import KEYS, RECORDS
from tests.conftest import OWNER, PASSPHRASE
from tests.store.soundness import data_key
from tests.ui.application_fixture import press, type_words


def miss(folder: Path) -> None:
    """Take the records away."""
    (folder / RECORDS).unlink()


def empty(folder: Path) -> None:
    """Leave a file of no length."""
    (folder / RECORDS).write_bytes(b"")


def spoil(folder: Path) -> None:
    """Flip a bit of the first page."""
    content = bytearray((folder / RECORDS).read_bytes())
    content[100] ^= 1
    (folder / RECORDS).write_bytes(content)


def spoil_keys(folder: Path) -> None:
    """Cut both key files off."""
    for name in (KEYS, f"{KEYS}.bak"):
        (folder / name).write_bytes(b"{")


def age(folder: Path) -> None:
    """Let a later program have written the records."""
    engine = open_engine(folder / RECORDS, data_key(folder))
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {newest_version() + 1}")
    engine.dispose()


FAILURES: dict[str, tuple[Callable[[Path], None], str]] = {
    "missing records": (miss, "The records are not where they were."),
    "empty records": (empty, "The records could not be opened: the file is empty or cut off."),
    "damaged records": (
        spoil,
        "The records could not be opened: the file is damaged or has another key.",
    ),
    "damaged keys": (
        spoil_keys,
        "The records cannot be unlocked: the key file is damaged or missing.",
    ),
    "newer records": (age, "These records were written by a newer TAF Desktop."),
}


def assert_said(application: Application, words: str) -> None:
    """The page of the door says it, with advice, and the box is ready for another try."""
    type_words(PASSPHRASE)
    press(Qt.Key.Key_Return)
    page = application.window.navigator.page
    assert page.name == "unlock"
    assert application.workspace is None
    assert page.trouble.isVisible()
    assert page.trouble.lead.text() == words
    assert len(page.trouble.words.text()) > 20
    assert application.window.ask.asked == []


@pytest.mark.parametrize(("break_it", "words"), FAILURES.values(), ids=FAILURES)
def test_it_is_said_on_the_page(
    locked: Application, break_it: Callable[[Path], None], words: str
) -> None:
    break_it(locked.vault.folder)
    assert_said(locked, words)


def test_records_that_are_open_elsewhere_are_said_and_open_once_they_are_free(
    locked: Application,
) -> None:
    other = Vault(locked.vault.folder, locked.window.clock, work=LEAST_WORK).unlock(PASSPHRASE)
    assert_said(locked, "These records are open already.")
    other.close()
    type_words(PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert locked.window.navigator.page.name == "home"


def test_records_of_another_key_file_are_said(locked: Application, tmp_path: Path) -> None:
    other = Vault(tmp_path / "other", locked.window.clock, work=LEAST_WORK)
    other.create(PASSPHRASE, OWNER, "rutland")[0].close()
    for name in (KEYS, f"{KEYS}.bak"):
        (locked.vault.folder / name).write_bytes((other.folder / name).read_bytes())
    assert_said(locked, "The records could not be opened: the file is damaged or has another key.")
