"""Leaving the computer locks the records, says why, and unlocking comes back to the same page."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from ctypes import sizeof
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QTimer
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication

from taf_desktop.app import Application
from taf_desktop.ui.ask import MessageBox
from taf_desktop.ui.coming_back import ComingBack, from_page, from_text
from taf_desktop.ui.mac_session import EVERYBODY, WORKSPACE, hear
from taf_desktop.ui.session_watch import (
    OTHER_USER,
    SCREEN_LOCKED,
    SLEEPS,
    WindowsMessage,
    why_left,
)
from tests.accessibility.walk import settle
from tests.conftest import PASSPHRASE
from tests.ui.application_fixture import press, tab_to, type_words

ENTER = Qt.Key.Key_Return


def page(application: Application):
    return application.window.navigator.page


def unlock() -> None:
    type_words(PASSPHRASE)
    press(ENTER)


def family_of(application: Application) -> UUID:
    return application.workspace.families.lines()[0].family.id


@pytest.mark.parametrize("why", [SLEEPS, SCREEN_LOCKED, OTHER_USER])
def test_leaving_locks_and_the_door_says_why(inside: Application, why: str) -> None:
    inside.session.left.emit(why)
    settle()
    assert inside.workspace is None
    assert page(inside).name == "unlock"
    assert page(inside).heading.under.text() == (
        f"It was locked because {why}. What you typed is saved."
    )


def test_locking_by_hand_needs_no_reason(inside: Application) -> None:
    press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert page(inside).heading.under.text().startswith("Everything is locked")


def test_the_minutes_without_a_touch_are_told(inside: Application) -> None:
    inside.preferences.choose(idle_minutes=1)
    inside.idle.idle.emit()
    settle()
    assert "because nobody touched it for a minute" in page(inside).heading.under.text()


def test_what_stands_in_a_box_is_saved_first_and_the_page_comes_back(inside: Application) -> None:
    family_id = family_of(inside)
    inside.window.navigator.go("family.request", family_id=family_id)
    settle()
    tab_to("What they said, in their words")
    type_words("half a sentence")
    inside.session.left.emit(SLEEPS)
    settle()
    unlock()
    assert page(inside).name == "family.request"
    assert page(inside).args == {"family_id": family_id}
    assert inside.workspace.requests.current(family_id).concern == "half a sentence"


def test_whoever_comes_back_types_on_behind_the_words(inside: Application) -> None:
    family_id = family_of(inside)
    meeting = inside.workspace.meetings.add(family_id, "first")
    args = {"family_id": family_id, "meeting_id": meeting.id, "part": "actions"}
    inside.window.navigator.go("family.meeting", **args)
    settle()
    type_words("Ring the")
    press(ENTER)
    press(Qt.Key.Key_Up)
    inside.session.left.emit(SLEEPS)
    settle()
    unlock()
    type_words(" GP")
    press(Qt.Key.Key_Tab)
    assert [row.what for row in inside.workspace.actions.of(family_id)] == ["Ring the GP"]


def test_a_meeting_comes_back_at_the_same_part(inside: Application) -> None:
    family_id = family_of(inside)
    meeting = inside.workspace.meetings.add(family_id, "first")
    args = {"family_id": family_id, "meeting_id": meeting.id, "part": "decision"}
    inside.window.navigator.go("family.meeting", **args)
    inside.session.left.emit(SCREEN_LOCKED)
    settle()
    unlock()
    assert page(inside).args == args
    assert page(inside).name == "family.meeting"


def test_a_page_whose_record_is_gone_ends_at_home(inside: Application) -> None:
    inside.window.lock()
    person = inside.coming_back.person
    args = {"family_id": uuid4()}
    inside.coming_back = ComingBack(person=person, page="family.people", args=args)
    settle()
    unlock()
    assert page(inside).name == "home"


def test_somebody_else_who_unlocks_begins_at_home(inside: Application) -> None:
    inside.window.navigator.go("family.people", family_id=family_of(inside))
    inside.window.lock()
    inside.coming_back = replace(inside.coming_back, person=uuid4())
    settle()
    unlock()
    assert page(inside).name == "home"


def test_it_locks_through_a_dialog_that_is_open(inside: Application) -> None:
    box = MessageBox(inside.window, "Shall it?", "A question.", "Yes", "No")
    QTimer.singleShot(0, lambda: inside.session.left.emit(SLEEPS))
    box.exec()
    settle()
    assert inside.workspace is None
    assert QApplication.activeModalWidget() is None


def test_practice_is_not_locked(practising: Application) -> None:
    practising.session.left.emit(SLEEPS)
    assert practising.workspace is not None


def test_the_door_is_not_locked_again(locked: Application) -> None:
    locked.session.left.emit(SLEEPS)
    assert page(locked).name == "unlock"
    assert page(locked).heading.under.text().startswith("Everything is locked")


@pytest.fixture
def bus() -> Iterator[str]:
    """A message bus of the tests' own; its address."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("there is no dbus-daemon here")
    command = ["dbus-daemon", "--session", "--print-address", "--nofork", "--nopidfile"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


def send(bus: str, path: str, signal: str, *values: str) -> None:
    """Send a signal as the login service or a screen saver does."""
    command = ["dbus-send", f"--bus={bus}", "--type=signal", path, signal, *values]
    subprocess.run(command, check=True)


LOGIN, SAVER = "/org/freedesktop/login1", "/org/freedesktop/ScreenSaver"
GNOME = "org.gnome.ScreenSaver.ActiveChanged"
TOLD = (
    (LOGIN, "org.freedesktop.login1.Manager.PrepareForSleep", "boolean:true", SLEEPS),
    (f"{LOGIN}/session/_32", "org.freedesktop.login1.Session.Lock", None, SCREEN_LOCKED),
    (SAVER, "org.freedesktop.ScreenSaver.ActiveChanged", "boolean:true", SCREEN_LOCKED),
    (
        "/org/gnome/ScreenSaver",
        "org.gnome.ScreenSaver.ActiveChanged",
        "boolean:true",
        SCREEN_LOCKED,
    ),
)


@pytest.mark.parametrize(("path", "signal", "value", "why"), TOLD)
def test_the_bus_of_the_computer_is_heard(
    qtbot, inside: Application, bus: str, path: str, signal: str, value: str | None, why: str
) -> None:
    name = f"test {uuid4()}"
    connection = QDBusConnection.connectToBus(bus, name)
    inside.session.listen(connection, connection)
    with qtbot.waitSignal(inside.session.left, timeout=5000) as heard:
        send(bus, path, signal, *([value] if value else []))
    assert heard.args == [why]
    settle()
    assert page(inside).name == "unlock"
    QDBusConnection.disconnectFromBus(name)


def test_waking_up_locks_nothing(qtbot, inside: Application, bus: str) -> None:
    name = f"test {uuid4()}"
    connection = QDBusConnection.connectToBus(bus, name)
    inside.session.listen(connection, connection)
    manager = "org.freedesktop.login1.Manager.PrepareForSleep"
    heard: list[str] = []
    inside.session.left.connect(heard.append)
    send(bus, LOGIN, manager, "boolean:false")
    with qtbot.waitSignal(inside.session.left, timeout=5000):
        send(bus, LOGIN, manager, "boolean:true")
    assert heard == [SLEEPS]
    QDBusConnection.disconnectFromBus(name)


@pytest.mark.parametrize(
    ("message", "word", "why"),
    [
        (0x0218, 0x0004, SLEEPS),
        (0x0218, 0x0012, ""),
        (0x02B1, 0x7, SCREEN_LOCKED),
        (0x02B1, 0x8, ""),
        (0x02B1, 0x2, OTHER_USER),
        (0x0010, 0x7, ""),
    ],
)
def test_what_windows_tells_is_understood(message: int, word: int, why: str) -> None:
    assert why_left(WindowsMessage(None, message, word, 0)) == why
    assert sizeof(WindowsMessage) == 32


def test_what_is_told_to_the_next_process_holds_ids_and_no_words(inside: Application) -> None:
    family_id = family_of(inside)
    inside.window.navigator.go("family.people", family_id=family_id)
    person = inside.workspace.owner_id
    told = from_page(page(inside), person, SLEEPS).as_text()
    assert "Marlow" not in told
    assert from_text(told) == ComingBack(
        why=SLEEPS, person=person, page="family.people", args={"family_id": family_id}
    )


@given(st.one_of(st.none(), st.text(), st.recursive(st.integers(), st.lists).map(json.dumps)))
def test_anything_else_that_is_told_leads_nowhere(text: str | None) -> None:
    assert from_text(text) == ComingBack()


class Centre:
    """Keeps who wants to hear of what, as the centre of notifications of a Mac does."""

    def __init__(self) -> None:
        self.blocks: dict[str, Callable[[object], None]] = {}

    def addObserverForName_object_queue_usingBlock_(  # noqa: N802 (as the system names it)
        self, name: str, sender: None, queue: None, block: Callable[[object], None]
    ) -> str:
        assert sender is queue is None
        self.blocks[name] = block
        return name


@pytest.mark.parametrize("names", [WORKSPACE, EVERYBODY])
def test_each_notification_of_a_mac_is_told_with_its_reason(names: Mapping[str, str]) -> None:
    centre, heard = Centre(), []
    assert hear(centre, names, heard.append) == list(names)
    for block in centre.blocks.values():
        block("a notification")
    assert heard == list(names.values())
