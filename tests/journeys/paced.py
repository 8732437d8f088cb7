"""A hand that types as quickly as people speak, and a journey whose clock cannot be turned on."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from taf_desktop.app import Application
from tests.journeys.hand import NONE, Hand, Key
from tests.journeys.marlow import Journey

WORDS_A_MINUTE = 60
LETTER = 60_000 // (5 * WORDS_A_MINUTE)
"""Milliseconds from one letter to the next: a word is five letters, with its space."""

OTHER_KEY = 100
"""Milliseconds for a key that needs no thought, such as Tab."""

READING = 500
"""Milliseconds until somebody sees a dialog."""


def wait(milliseconds: float) -> None:
    """Let the program do what it does by itself for so long."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    loop = QEventLoop()
    QTimer.singleShot(int(milliseconds), loop.quit)
    loop.exec()


def _press(key: Key | str, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the system would: on the window, which knows what has the focus."""
    window = QApplication.focusWindow()
    assert window is not None, "no window has the keyboard"
    QTest.keyClick(window, key, modifier)


def now() -> datetime:
    """What the clock on the wall says."""
    return datetime.now().astimezone()


class PacedHand(Hand):
    """Each key takes its time."""

    pressed = 0

    def strike(self, key: Key | str, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press one key and be on the way to the next."""
        self.pressed += 1
        _press(key, modifier)
        wait(LETTER if isinstance(key, str) else OTHER_KEY)

    def key(self, key: Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press one key."""
        self.strike(key, modifier)

    def keys(self, words: str) -> None:
        """Type words, letter by letter, wherever the focus is by then."""
        for letter in words:
            self.strike(letter)


class WallClock:
    """The clock of the computer; a later time is waited for."""

    late = 0.0
    """The most seconds that the hand was behind what was said in the room."""

    @property
    def now(self) -> datetime:
        """The time."""
        return now()

    def set(self, day: str, time: str) -> None:
        """Wait until then."""
        until = datetime.fromisoformat(f"{day}T{time}").astimezone()
        left = (until - self.now).total_seconds()
        self.late = max(self.late, -left)
        if left > 0:
            wait(left * 1000)


class PacedJourney(Journey):
    """A journey through the program as it runs, where files are named in its own dialogs."""

    def save_next_to(self, path: Path) -> None:
        """Write the name into the dialog that comes next."""
        QTimer.singleShot(READING, lambda: self._name_file(path))

    def _name_file(self, path: Path) -> None:
        if QApplication.activeModalWidget() is None:
            self.save_next_to(path)
            return
        _press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for letter in str(path):
            _press(letter)
        _press(Key.Key_Return)
        # Without a desktop nobody else gives the keyboard back to the window.
        self.application.window.activateWindow()


def paced_journey(application: Application, papers: Path) -> PacedJourney:
    """A journey at speaking speed through a program that runs."""
    hand = PacedHand(application.window)
    return PacedJourney(application, WallClock(), hand, papers)
