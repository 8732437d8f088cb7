"""What a meeting must not break: the way home after it, and seeing what one types in it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.accessibility.walk import settle
from tests.ui.application_fixture import focused, press
from tests.ui.family_fixture import CTRL, OnScreen
from tests.ui.meeting_screen import go


def leave_meeting(screen: OnScreen) -> None:
    go(screen, "views")
    # The event loop of the program does this by itself whenever it comes round.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_home_opens_again_after_a_meeting(practised: OnScreen) -> None:
    leave_meeting(practised)
    practised.application.window.navigator.go("home")
    settle()
    assert "Good afternoon" in practised.page.title()


@pytest.mark.parametrize(("key", "page"), [(Qt.Key.Key_K, "home"), (Qt.Key.Key_N, "family.new")])
def test_keys_of_the_desk_work_after_a_meeting(practised: OnScreen, key: Qt.Key, page: str) -> None:
    leave_meeting(practised)
    press(key, CTRL)
    assert practised.page.name == page


def test_words_are_never_typed_out_of_sight(practised: OnScreen) -> None:
    part = go(practised, "views")
    box = part.three.cards[0].box.entry
    practised.page.body.verticalScrollBar().setValue(0)
    assert focused() is box
    assert box.visibleRegion().isEmpty()
    QTest.keyClicks(box, "a")
    settle()
    assert not box.visibleRegion().isEmpty()
