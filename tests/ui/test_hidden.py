"""The hidden screen: F12 and a projector bring it, family time is told, one press leads back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from taf_desktop.app import Application
from tests.accessibility.walk import assert_accessible, settle
from tests.conftest import TestClock
from tests.ui.application_fixture import press, tab_to

ENTER, F12 = Qt.Key.Key_Return, Qt.Key.Key_F12


@pytest.fixture
def meeting(inside: Application) -> Application:
    """A meeting at the part about numbers."""
    family_id = inside.workspace.families.lines()[0].family.id
    meeting = inside.workspace.meetings.add(family_id, "first")
    args = {"family_id": family_id, "meeting_id": meeting.id, "part": "decision"}
    inside.window.navigator.go("family.meeting", **args)
    settle()
    return inside


def words(application: Application) -> str:
    labels = application.window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def page_name(application: Application) -> str:
    return application.window.navigator.page.name


def test_a_projector_that_is_plugged_in_hides_the_meeting(
    meeting: Application, qapp: QApplication
) -> None:
    qapp.screenAdded.emit(qapp.primaryScreen())
    settle()
    assert page_name(meeting) == "hidden"
    assert "Marlow" not in words(meeting)
    qapp.screenRemoved.emit(qapp.primaryScreen())
    settle()
    assert page_name(meeting) == "hidden"
    tab_to("Show it again")
    press(ENTER)
    assert page_name(meeting) == "family.meeting"
    assert meeting.window.navigator.page.args["part"] == "decision"


def test_a_projector_changes_nothing_elsewhere(inside: Application, qapp: QApplication) -> None:
    qapp.screenAdded.emit(qapp.primaryScreen())
    settle()
    assert page_name(inside) == "home"


def test_family_time_says_when_we_go_on(meeting: Application, clock: TestClock) -> None:
    clock.set("2026-01-29", "15:50")
    press(F12)
    tab_to("10 minutes of it")
    press(ENTER)
    assert "Family time" in words(meeting)
    assert "We go on at 16:00." in words(meeting)
    press(F12)
    assert page_name(meeting) == "family.meeting"
    press(F12)
    assert "We go on at" not in words(meeting)


def test_the_hidden_screen_is_accessible(theme: str, meeting: Application) -> None:
    meeting.preferences.choose(theme=theme)
    press(F12)
    assert_accessible(meeting.window)
