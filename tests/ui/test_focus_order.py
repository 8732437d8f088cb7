"""Tab goes through a window as it is read, and the focus stays where it was when things change."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from taf_desktop.ui.page import Page
from taf_desktop.ui.widgets import Card, Columns, Label, SecondaryButton
from tests.accessibility.walk import settle


class RebuiltPage(Page):
    """Two columns, of which the left one is built last, and anew at each press."""

    name = "rebuilt"

    def __init__(self, shell) -> None:
        super().__init__(shell)
        self.words = ["One", "Two", "Three"]
        self.columns = self.body.add(Columns((1, 1)))
        right = self.columns.add(1, Card("Right"))
        right.add(SecondaryButton("Right one"))
        right.add(SecondaryButton("Right two"))

    def refresh(self) -> None:
        self.set_heading("Which comes first?")
        self.columns.clear(0)
        card = self.columns.add(0, Card("Left"))
        for words in self.words:
            card.add(SecondaryButton(words, partial(self.press, words)))
        card.add(Label("At the end"))

    def press(self, words: str) -> None:
        if words == "Two":
            self.words = ["One", "Two and a half", "Three"]
        self.refresh()


@pytest.fixture
def window(shell):
    shell.navigator.register("rebuilt", lambda: RebuiltPage(shell))
    shell.navigator.go("rebuilt")
    shell.activateWindow()
    settle()
    return shell


def name_of_focus() -> str:
    return QApplication.focusWidget().accessibleName()


def key(window, which: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> str:
    QTest.keyClick(QApplication.focusWidget(), which, held)
    settle()
    return name_of_focus()


def test_tab_goes_down_the_left_column_before_the_right_one(window) -> None:
    met = [key(window, Qt.Key.Key_Tab) for _ in range(5)]
    assert met == ["One", "Two", "Three", "Right one", "Right two"]


def test_shift_and_tab_goes_back_the_same_way(window) -> None:
    key(window, Qt.Key.Key_Tab)
    for _ in range(3):
        key(window, Qt.Key.Key_Tab)
    met = [key(window, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier) for _ in range(3)]
    assert met == ["Three", "Two", "One"]


def test_what_is_built_anew_keeps_the_focus_by_its_name(window) -> None:
    for _ in range(3):
        key(window, Qt.Key.Key_Tab)
    before = QApplication.focusWidget()
    assert key(window, Qt.Key.Key_Return) == "Three"
    assert QApplication.focusWidget() is not before


def test_what_got_another_name_keeps_the_focus_by_its_place(window) -> None:
    for _ in range(2):
        key(window, Qt.Key.Key_Tab)
    assert key(window, Qt.Key.Key_Return) == "Two and a half"


def test_a_page_that_is_opened_anew_begins_at_its_top(window) -> None:
    for _ in range(2):
        key(window, Qt.Key.Key_Tab)
    window.navigator.go("rebuilt")
    settle()
    assert QApplication.focusWidget() is window.navigator.page
    assert key(window, Qt.Key.Key_Tab) == "One"
