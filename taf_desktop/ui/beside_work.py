"""What is done with the open records beside whatever somebody works on: looks, notes, backups."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QTimer

from taf_desktop.errors import UserError
from taf_desktop.services.looking_through import Findings
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.garbage import Garbage
from taf_desktop.ui.look_through import LookThrough
from taf_desktop.ui.navigator import Navigator
from taf_desktop.ui.preferences import LivePreferences

HALF_HOUR = 30 * 60 * 1000
"""Milliseconds between two looks whether a backup is due."""

TellFound = Callable[[Workspace, Findings], object]
"""Says what came of looking through the records."""


class BesideWork:
    """Looks through records after they were opened, notes who looks at whom, and backs up.

    With practice families there is nothing to do: nothing in them is real.
    """

    def __init__(
        self, navigator: Navigator, preferences: LivePreferences, tell_found: TellFound
    ) -> None:
        self._navigator, self._preferences, self._tell = navigator, preferences, tell_found
        self.workspace: Workspace | None = None
        self.looking: LookThrough | None = None
        self.garbage = Garbage()
        self.half_hours = QTimer()
        self.half_hours.timeout.connect(self._back_up)
        navigator.moved.connect(self._note_look)

    def begin(self, workspace: Workspace) -> None:
        """Begin with records that were opened just now, or have gone to another place."""
        self.stop_looking()
        self.garbage.begin()
        self.workspace = None if workspace.is_practice else workspace
        if self.workspace is not None:
            self.half_hours.start(HALF_HOUR)
            looking = self.looking = LookThrough(self.workspace)
            looking.found.connect(
                partial(self._tell_found, looking), Qt.ConnectionType.QueuedConnection
            )
            looking.start()

    def end(self) -> None:
        """End with a backup, if something is new: the records are about to be closed."""
        self.half_hours.stop()
        self.stop_looking()
        self._back_up()
        self.workspace = None
        self.garbage.end()

    def stop_looking(self) -> None:
        """Look no further: the file is not closed under the one who reads it."""
        if self.looking is not None:
            self.looking.end()
            self.looking = None

    def tell(self, found: Findings) -> None:
        """Say what came of a look that somebody asked for."""
        if self.workspace is not None:
            self._tell(self.workspace, found)

    def _tell_found(self, looking: LookThrough, found: Findings) -> None:
        # What an earlier look has found, of records in another place, counts no more.
        if looking is self.looking:
            self.tell(found)

    def _note_look(self, _page: str) -> None:
        """Keep who looked at whose record; a disk that refuses it stops nobody from reading."""
        page = self._navigator.page
        family_id = page.args.get("family_id") if page is not None else None
        if self.workspace is not None and isinstance(family_id, UUID):
            with suppress(UserError):
                self.workspace.lookers.note(family_id)

    def _back_up(self) -> None:
        """Make a backup if something is new; nothing waits for a stick that is gone."""
        if self.workspace is None:
            return
        second = self._preferences.now.second_backups
        with suppress(UserError):
            self.workspace.backups.make_if_changed(Path(second) if second else None)
