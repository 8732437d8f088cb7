"""Somebody types while the disk refuses this and that; it is told what the window said of it."""

import errno
import json
import random
import shutil
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from taf_desktop.app import Application, places_for
from taf_desktop.errors import UserError
from taf_desktop.model.episode import Episode
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.store.store import Store
from taf_desktop.ui.ask import Answers
from taf_desktop.ui.pages.request_page import RequestPage
from taf_desktop.ui.widgets.entry import TextEntry
from tests.accessibility.walk import settle
from tests.conftest import OWNER, PASSPHRASE
from tests.faults.counting import Count
from tests.faults.killing import die_with_parent
from tests.faults.shim import fail_no_more, let_fail
from tests.faults.typing_child import FIELD

REASONS = (errno.ENOSPC, errno.EIO, 0)
CALLS = 60
"""Calls on files in one save, and some."""
FROM_THEN_ON = 10_000
NOT_SAVED = "Not saved: "


class Sufferer:
    """Types a word and leaves the box, while a call on a file fails."""

    def __init__(self, application: Application, family_id: UUID, beside: Path, seed: int) -> None:
        application.window.navigator.go("family.request", family_id=family_id)
        page = application.window.navigator.page
        assert isinstance(page, RequestPage)
        self.application, self.page = application, page
        self.family_id, self.beside = family_id, beside
        box = next(panel.editors[FIELD] for panel in page.panels if FIELD in panel.editors).box
        assert isinstance(box, TextEntry)
        self.box, self.typed, self.said = box, "", ""
        self.row, self.chance = Count(what=""), random.Random(seed)
        settle()
        box.setFocus()

    def suffer(self, number: int) -> None:
        """Type one word against a failing disk, then save it when the disk works again."""
        self._type(f"w{number} ")
        many = self.chance.choice([1, FROM_THEN_ON])
        let_fail(self.chance.randint(1, CALLS), many, self.chance.choice(REASONS))
        is_said = self._leave_the_box()
        self.row.tried += 1
        self.row.met += fail_no_more() > 0
        self.row.undetected += not is_said and not self._is_refused_in_words()
        self.row.lost += self.box.words() != self.typed or not self._is_kept()
        self.page.saver.flush()
        self.said = self.typed
        self.row.lost += bool(self.page.saver.waiting) or not self._is_kept()

    def _type(self, word: str) -> None:
        QTest.keyClicks(self.box, word)
        self.typed += word

    def _leave_the_box(self) -> bool:
        """Save as leaving the box does; whether the window said that all is saved."""
        told: list[bool] = []
        self.page.saver.saved.connect(lambda: told.append(True))
        QTest.keyClick(self.box, Qt.Key.Key_Tab)
        self.page.saver.saved.disconnect()
        self.box.setFocus()
        if told:
            self.said = self.typed
        return bool(told)

    def _is_refused_in_words(self) -> bool:
        note = self.page.saver.note
        return note.isVisible() and note.lead.text().startswith(NOT_SAVED)

    def _is_kept(self) -> bool:
        """Whether what was said to be saved is in the files as a kill now would leave them."""
        shutil.rmtree(self.beside, ignore_errors=True)
        shutil.copytree(self.application.places.records, self.beside)
        key = self.application.workspace.store.data_key if self.application.workspace else b""
        try:
            store = Store.open(self.beside, key, _now, OWNER.given_name)
        except UserError:
            return False
        try:
            with store.read() as session:
                query = select(Episode.concern).where(Episode.family_id == self.family_id)
                text = session.scalars(query).one() or ""
            return text.startswith(self.said) and self.typed.startswith(text) and store.is_whole()
        except UserError:
            return False
        finally:
            store.close()


def main(data: Path, beside: Path, family_id: UUID, times: int, seed: int) -> Count:
    """Type so many words against a failing disk."""
    die_with_parent()
    qt = QApplication([])
    application = Application(qt, places_for(data), Answers(), _now, work=LEAST_WORK)
    application.open()
    application.door.unlock(PASSPHRASE)
    assert application.beside.looking is not None
    application.beside.looking.wait()
    sufferer = Sufferer(application, family_id, beside, seed)
    for number in range(times):
        sufferer.suffer(number)
    application.close()
    return sufferer.row


def _now() -> datetime:
    return datetime.now().astimezone()


if __name__ == "__main__":
    _me, data, beside, family_id, times, seed = sys.argv
    row = main(Path(data), Path(beside), UUID(family_id), int(times), int(seed))
    json.dump(asdict(row), sys.stdout)
