"""A person at the keyboard, in a process of its own that is meant to be killed.

For each line that comes in (the id of a family) a process is split off that opens the records, goes
to the family's request and types numbered words without end. Each time the window says that all is
saved, a line tells the last word that was in the box by then. Only the imports are shared: window,
key, file and page are each process's own.
"""

import os
import random
import re
import sys
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from taf_desktop.app import Application, places_for
from taf_desktop.store import engine
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.ui.ask import Answers
from taf_desktop.ui.pages.request_page import RequestPage
from taf_desktop.ui.widgets.entry import TextEntry
from tests.conftest import PASSPHRASE
from tests.faults.killing import split_off, tell, tell_begun
from tests.faults.shim import note

FIELD = "concern"
HASTY = "hasty"
"""Tell that a word is saved as soon as it is typed: the counting must find that this is not so."""
WEAKER = "FAULTS_SYNCHRONOUS"
"""Names, for controls, how the database is to force things to disk in the place of FULL."""
REST = 900
"""Milliseconds without a key now and then, so that words are saved without leaving the box."""


def last_number(text: str) -> int:
    """The number of the last word that was typed whole; 0 when there is none."""
    numbers = re.findall(r"w(\d+) ", text)
    return int(numbers[-1]) if numbers else 0


def is_as_typed(text: str) -> bool:
    """Whether a text is the beginning of what is typed here."""
    return "".join(f"w{number} " for number in range(1, last_number(text) + 2)).startswith(text)


class Typist:
    """Types a letter at a time into a real box; after a word goes on to the next box and back."""

    def __init__(self, application: Application, page: RequestPage, *, hasty: bool) -> None:
        self.window, self.page, self.hasty = application.window, page, hasty
        box = next(panel.editors[FIELD] for panel in page.panels if FIELD in panel.editors).box
        assert isinstance(box, TextEntry)
        self.box = box
        self.chance = random.Random(os.getpid())
        self.waiting, self.next = "", 1
        page.saver.saved.connect(self.told_saved)
        self.timer = QTimer()
        self.timer.timeout.connect(self.press_next)
        box.setFocus()

    def told_saved(self) -> None:
        """Pass on what the window says."""
        assert self.window.top.saved.text().startswith("Saved at ")
        if not self.hasty:
            said = f"saved {last_number(self.box.words())}"
            note(said)
            tell(said)

    def press_next(self) -> None:
        """Press the next key; after a word leave the box, rest or type on."""
        self.waiting = self.waiting or f"w{self.next} "
        QTest.keyClicks(self.box, self.waiting[0])
        self.waiting = self.waiting[1:]
        if not self.waiting:
            if self.hasty:
                tell(f"saved {self.next}")
            self.next += 1
            self._between_words()

    def _between_words(self) -> None:
        chance = self.chance.random()
        if chance < 0.8:
            QTest.keyClick(self.box, Qt.Key.Key_Tab)
            self.box.setFocus(Qt.FocusReason.BacktabFocusReason)
        elif chance < 0.85:
            self.timer.stop()
            QTimer.singleShot(REST, lambda: self.timer.start(0))


def type_until_killed(folder: Path, family_id: UUID, *, hasty: bool) -> int:
    """Open the window over the records, unlock them, and type."""
    qt = QApplication([])
    application = Application(qt, places_for(folder), Answers(), _now, work=LEAST_WORK)
    application.open()
    application.door.unlock(PASSPHRASE)
    application.window.navigator.go("family.request", family_id=family_id)
    page = application.window.navigator.page
    assert isinstance(page, RequestPage)
    typist = Typist(application, page, hasty=hasty)
    typist.timer.start(0)
    tell_begun()
    return qt.exec()


def force_less(how: str) -> None:
    """Let the database force less to disk than the program wants."""
    configure = engine._configure

    def configure_weaker(connection: Any, data_key: bytes) -> None:  # untyped
        configure(connection, data_key)
        connection.execute(f"PRAGMA synchronous={how}")

    engine._configure = configure_weaker


def _now() -> datetime:
    return datetime.now().astimezone()


def main(folder: Path) -> None:
    """Split off one typist after another."""
    if WEAKER in os.environ:
        force_less(os.environ[WEAKER])

    def type_about(told: list[str]) -> None:
        family_id, *options = told
        type_until_killed(folder, UUID(family_id), hasty=HASTY in options)

    split_off(type_about)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
