"""The whole application over folders of a test, with answers given beforehand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from taf_desktop.app import Application, places_for
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.ui.ask import Answers
from taf_desktop.ui.theme import apply_theme
from tests.accessibility.walk import settle
from tests.conftest import OWNER, PASSPHRASE, TestClock


@pytest.fixture
def application(qapp: QApplication, tmp_path: Path, clock: TestClock) -> Iterator[Application]:
    """The application, not opened yet; no process is ever started again."""
    made = Application(qapp, places_for(tmp_path), Answers(), clock, work=LEAST_WORK)
    yield made
    made.close()
    made.window.navigator.drop_pages()
    made.window.hide()
    made.window.deleteLater()
    # What was put away must be gone before the next test looks at the windows.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    apply_theme(qapp, "light")


@pytest.fixture
def door(application: Application) -> Application:
    """The application at the door of a computer without records."""
    application.open()
    settle()
    return application


@pytest.fixture
def locked(application: Application) -> Application:
    """The application at the door of records with one family in them."""
    workspace, _code = application.vault.create(PASSPHRASE, OWNER, "rutland")
    workspace.families.add("Marlow")
    workspace.close()
    application.open()
    settle()
    return application


@pytest.fixture
def inside(locked: Application) -> Application:
    """The application with those records open, at home."""
    type_words(PASSPHRASE)
    press(Qt.Key.Key_Return)
    return locked


def focused() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_words(words: str) -> None:
    """Type where the focus is."""
    QTest.keyClicks(focused(), words)
    settle()


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key, modifier)
    settle()


def tab_to(name: str) -> None:
    """Press Tab until the thing with this name has the focus; it fails after one round."""
    for _ in range(80):
        if focused().accessibleName().startswith(name):
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {name}")
