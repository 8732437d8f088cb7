"""The whole application over folders of a test, with answers given beforehand."""

import shutil
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
from tests.conftest import PASSPHRASE, TestClock


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
def locked(application: Application, one_family: Path) -> Application:
    """The application at the door of records with one family in them."""
    shutil.copytree(one_family, application.vault.folder)
    application.open()
    settle()
    return application


@pytest.fixture
def inside(locked: Application) -> Application:
    """The application with those records open, at home."""
    type_words(PASSPHRASE)
    press(Qt.Key.Key_Return)
    return locked


@pytest.fixture
def practising(door: Application, practice_families: Path) -> Application:
    """The application in practice, gone into at the door; its families were written before."""
    shutil.copytree(practice_families, door.places.practice)
    tab_to("Practise with an example family")
    press(Qt.Key.Key_Return)
    return door


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
