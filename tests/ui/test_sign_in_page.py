"""Unlocking with the sign-in, on the screen: a tick, the passphrase once, a quiet line."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from taf_desktop.app import Application
from taf_desktop.services.vault import Vault
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.store.os_keyring import OsKeyring
from taf_desktop.ui.pages.unlock_page import SIGN_IN_WORDS
from tests.accessibility.walk import assert_accessible, settle
from tests.conftest import PASSPHRASE, TestClock
from tests.store.keyrings import Keeping, Refusing, Silent
from tests.ui.application_fixture import focused, press, tab_to, type_words

ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space


def fit_keyring(application: Application, keyring: OsKeyring) -> None:
    """Let the application stand on a computer with this keyring."""
    vault = application.vault
    application.vault = Vault(
        vault.folder, application.window.clock, work=LEAST_WORK, keyring=keyring
    )
    application.show_door()
    settle()


def unlock(application: Application) -> None:
    """Go in with the passphrase."""
    type_words(PASSPHRASE)
    press(ENTER)
    assert application.workspace is not None


def page_name(application: Application) -> str:
    page = application.window.navigator.page
    assert page is not None
    return page.name


@pytest.fixture
def turned_on(locked: Application) -> Application:
    """At the door of records that the sign-in opens, turned on from the keyboard."""
    backend = Keeping()
    fit_keyring(locked, OsKeyring(lambda: backend))
    unlock(locked)
    locked.window.navigator.go("settings")
    settle()
    tab_to(SIGN_IN_WORDS)
    press(SPACE)
    assert page_name(locked) == "settings.sign_in"
    type_words(PASSPHRASE)
    press(ENTER)
    assert page_name(locked) == "settings"
    assert locked.window.navigator.page.sign_in.value()
    locked.lock()
    settle()
    return locked


@pytest.fixture
def silent() -> Iterator[Silent]:
    """A keyring that does not answer before the test is over."""
    backend = Silent()
    yield backend
    backend.end.set()


def test_without_it_the_door_says_nothing_of_it(locked: Application) -> None:
    assert not locked.window.navigator.page.sign_in.isVisible()
    assert not locked.window.navigator.page.why_not.isVisible()


def test_turned_on_one_press_at_the_door_goes_in(turned_on: Application) -> None:
    tab_to(SIGN_IN_WORDS)
    press(ENTER)
    assert turned_on.workspace is not None
    assert page_name(turned_on) != "unlock"


def test_unticked_it_is_off_at_once(turned_on: Application) -> None:
    unlock(turned_on)
    turned_on.window.navigator.go("settings")
    settle()
    tab_to(SIGN_IN_WORDS)
    press(SPACE)
    assert page_name(turned_on) == "settings"
    assert not turned_on.vault.sign_in.is_on
    assert not turned_on.window.navigator.page.sign_in.value()


def test_whoever_goes_back_without_the_passphrase_has_it_off(locked: Application) -> None:
    fit_keyring(locked, OsKeyring(Keeping))
    unlock(locked)
    locked.window.navigator.go("settings")
    settle()
    tab_to(SIGN_IN_WORDS)
    press(SPACE)
    tab_to("Turn it on")
    press(ENTER)
    assert page_name(locked) == "settings.sign_in"
    tab_to("Back to settings")
    press(ENTER)
    assert not locked.window.navigator.page.sign_in.value()
    assert not locked.vault.sign_in.is_on


def test_a_day_later_a_quiet_line_asks_for_the_passphrase(
    turned_on: Application, clock: TestClock
) -> None:
    clock.now += timedelta(days=1)
    page = turned_on.window.navigator.page
    tab_to(SIGN_IN_WORDS)
    press(ENTER)
    assert page_name(turned_on) == "unlock"
    assert page.why_not.text() == ("The passphrase is asked for once a day. Type your passphrase.")
    assert not page.trouble.isVisible()
    assert focused() is page.passphrase.box
    unlock(turned_on)


@pytest.mark.parametrize("find", [lambda: None, Refusing, Keeping], ids=["none", "locked", "other"])
def test_a_keyring_that_is_lost_is_one_quiet_line(turned_on: Application, find) -> None:
    fit_keyring(turned_on, OsKeyring(find))
    page = turned_on.window.navigator.page
    tab_to(SIGN_IN_WORDS)
    press(ENTER)
    assert page.why_not.isVisible()
    assert page.why_not.text().startswith("This computer’s sign-in ")
    assert page.why_not.text().endswith("Type your passphrase.")
    assert not page.trouble.isVisible()
    unlock(turned_on)


def test_a_silent_keyring_is_one_quiet_line(turned_on: Application, silent: Silent) -> None:
    fit_keyring(turned_on, OsKeyring(lambda: silent, seconds=0.05))
    tab_to(SIGN_IN_WORDS)
    press(ENTER)
    page = turned_on.window.navigator.page
    assert page.why_not.text() == ("This computer’s sign-in did not answer. Type your passphrase.")
    unlock(turned_on)


def test_where_it_cannot_be_used_the_page_says_so(locked: Application) -> None:
    fit_keyring(locked, OsKeyring(lambda: None))
    unlock(locked)
    locked.window.navigator.go("settings.sign_in")
    settle()
    type_words(PASSPHRASE)
    press(ENTER)
    page = locked.window.navigator.page
    assert page.trouble.lead.text() == "It was not turned on."
    assert page_name(locked) == "settings.sign_in"


def test_door_and_page_are_accessible(theme: str, turned_on: Application) -> None:
    turned_on.preferences.choose(theme=theme)
    settle()
    assert_accessible(turned_on.window)
    unlock(turned_on)
    turned_on.window.navigator.go("settings.sign_in")
    settle()
    assert_accessible(turned_on.window)
