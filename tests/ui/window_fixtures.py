"""The window with answers given beforehand and a clock that stands still."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from taf_desktop.ui.ask import Answers
from taf_desktop.ui.theme import apply_theme
from taf_desktop.ui.window import MainWindow
from tests.accessibility.walk import settle

NOW = datetime(2026, 3, 12, 15, 52)


@pytest.fixture(autouse=True)
def _put_away(qapp: QApplication) -> Iterator[None]:
    """Let what a test has closed be gone before the next: every change of theme would dress it."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(params=["light", "dark", "contrast"])
def theme(request, qapp: QApplication) -> Iterator[str]:
    """Each of the three themes in turn."""
    apply_theme(qapp, request.param)
    yield request.param
    apply_theme(qapp, "light")


@pytest.fixture
def shell(qapp: QApplication, qtbot) -> Iterator[MainWindow]:
    """A window at 1280x720 on the screen, in the light theme unless `theme` came first."""
    if not qapp.styleSheet():
        apply_theme(qapp)
    window = MainWindow(ask=Answers(), clock=lambda: NOW)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    settle()
    yield window
    window.navigator.forget_way()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
