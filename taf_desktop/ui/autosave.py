"""Saves what a person typed, a moment after the last key, and says so only when it is true."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from taf_desktop.errors import UserError
from taf_desktop.ui.announce import announce
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import InsetNote

AFTER_LAST_KEY = 600
"""Milliseconds between the last key and saving."""

WHILE_TYPING = 2_000
"""Milliseconds after which something is saved although keys still come: some people never pause."""

TRY_AGAIN = 5_000
"""Milliseconds between a failed save and the next try."""

Save = Callable[[dict[str, Any]], object]
"""Takes what changed, by key; returns when it is safe on the disk, else raises."""


class SavedTeller(Protocol):
    """Where the words "Saved at …" are shown."""

    def say_saved(self) -> None:
        """Say that everything is saved, now."""


class Autosaver(QObject):
    """Collects edits by key and saves them together; a failed save keeps them and says why."""

    saved = Signal()
    failed = Signal(object)

    def __init__(self, save: Save, shell: SavedTeller) -> None:
        super().__init__()
        self._save = save
        self._shell = shell
        self._waiting: dict[str, Any] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.timeout.connect(self.flush)
        self.note = InsetNote("", "", Tone.LATE)
        self.note.hide()

    @property
    def waiting(self) -> Mapping[str, Any]:
        """What is not saved yet, by key."""
        return dict(self._waiting)

    def set(self, key: str, value: object) -> None:
        """Note an edit, to be saved a moment after the last one, or while they go on."""
        self._waiting[key] = value
        self._timer.start(AFTER_LAST_KEY)
        if not self._typing.isActive():
            self._typing.start(WHILE_TYPING)

    def hold(self, key: str, value: object) -> None:
        """Note an edit that counts only when the person has gone on: half a name names nothing."""
        self._waiting[key] = value

    def flush(self) -> bool:
        """Save now what is waiting; whether all is saved."""
        if not self._waiting:
            return True
        self._stop_timers()
        taken, self._waiting = self._waiting, {}
        kept = False
        try:
            self._save(dict(taken))
            kept = True
        except UserError as error:
            self._tell(error)
        finally:
            if not kept:
                # What was typed meanwhile is newer than what could not be saved.
                self._waiting = taken | self._waiting
                self._timer.start(TRY_AGAIN)
        if kept:
            self.note.hide()
            self._shell.say_saved()
            self.saved.emit()
        return kept

    def stop(self) -> None:
        """Never save again: the page is gone, and with it the note."""
        self._stop_timers()
        self._waiting = {}

    def _stop_timers(self) -> None:
        self._timer.stop()
        self._typing.stop()

    def _tell(self, error: UserError) -> None:
        self.note.lead.setText(f"Not saved: {error.title}")
        self.note.lead.show()
        self.note.words.setText(f"{error.message} Your words are kept here; trying again.")
        self.note.show()
        announce(self.note, self.note.lead.text(), urgent=True)
        self.failed.emit(error)
