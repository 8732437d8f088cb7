"""The file is looked through after each unlocking; damage is said, and nothing is changed then."""

import pytest
from PySide6.QtCore import Qt

from taf_desktop.app import DAMAGED, Application
from taf_desktop.errors import UserError
from tests.accessibility.walk import assert_accessible, settle
from tests.conftest import PASSPHRASE
from tests.ui.application_fixture import press, type_words

PAGE = 4096


@pytest.fixture
def damaged(locked: Application) -> Application:
    """Records with one family, of which the last page has a wrong byte."""
    records = locked.places.records / "records.db"
    content = bytearray(records.read_bytes())
    content[-PAGE + 100] ^= 1
    records.write_bytes(bytes(content))
    return locked


def unlock(application: Application) -> None:
    type_words(PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert application.looking is not None
    application.looking.wait()
    settle()


def test_whole_records_are_opened_without_a_word(locked: Application) -> None:
    unlock(locked)
    assert not locked.window.band.isVisible()
    assert not locked.workspace.is_read_only


def test_damage_is_said_on_every_page_and_leads_to_the_copies(damaged: Application) -> None:
    unlock(damaged)
    assert damaged.window.band.label.text() == DAMAGED
    assert damaged.to_copies.isVisible()
    damaged.to_copies.click()
    settle()
    assert damaged.window.navigator.page.name == "settings.backups"
    assert damaged.window.band.isVisible()


def test_damaged_records_are_read_and_not_changed(damaged: Application) -> None:
    unlock(damaged)
    assert [line.family.name for line in damaged.workspace.families.lines()] == ["Marlow"]
    with pytest.raises(UserError, match="only be read"):
        damaged.workspace.families.add("Baines")


def test_locking_waits_for_the_look_and_takes_the_words_away(damaged: Application) -> None:
    type_words(PASSPHRASE)
    press(Qt.Key.Key_Return)
    damaged.window.lock()
    settle()
    assert damaged.looking is None
    assert not damaged.window.band.isVisible()


def test_the_band_about_damage_is_accessible(theme: str, damaged: Application) -> None:
    damaged.preferences.choose(theme=theme)
    unlock(damaged)
    assert_accessible(damaged.window)
