"""Looks through the whole file after unlocking, beside the work of whoever is at the desk."""

from contextlib import suppress

from PySide6.QtCore import QThread, Signal

from taf_desktop.errors import UserError
from taf_desktop.services.looking_through import Findings
from taf_desktop.services.workspace import Workspace

PAUSE = 10
"""Milliseconds after each slice, in which whoever is at the desk is served first."""


class NoTimeLeftError(Exception):
    """The records are about to be closed."""


class LookThrough(QThread):
    """Reads every page and every seal once; `found` is sent when one is not as it was left."""

    found = Signal(Findings)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace

    def run(self) -> None:
        """Look, unless the records are locked before it begins."""
        with suppress(UserError, NoTimeLeftError):
            findings = self._workspace.looking_through.look(self._pause)
            if not findings.is_well:
                self.found.emit(findings)

    def end(self) -> None:
        """Look no further: the records are about to be closed."""
        self.requestInterruption()
        self.wait()

    def _pause(self) -> None:
        if self.isInterruptionRequested():
            raise NoTimeLeftError
        self.msleep(PAUSE)
