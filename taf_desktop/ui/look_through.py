"""Looks through the whole file after unlocking, beside the work of whoever is at the desk."""

from contextlib import suppress

from PySide6.QtCore import QThread, Signal

from taf_desktop.errors import UserError
from taf_desktop.services.workspace import Workspace


class LookThrough(QThread):
    """Reads every page once; `found_damage` is sent when one is not as it was written."""

    found_damage = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace

    def run(self) -> None:
        """Look, unless the records are locked before it begins."""
        with suppress(UserError):
            if not self._workspace.is_whole():
                self.found_damage.emit()
