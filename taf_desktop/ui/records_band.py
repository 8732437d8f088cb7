"""The band above every page: that it is practice, or that something is amiss with the records."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from taf_desktop.services.looking_through import Findings
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.announce import announce
from taf_desktop.ui.widgets.text import show_if
from taf_desktop.ui.window import PRACTICE, MainWindow

DAMAGED = "These records are damaged: they can be read and printed, but not changed"
NOT_AS_LEFT = "These records are not as they were left on this computer"
READ_ONLY = "These records can be read here, but not changed: their folder is read-only"
GONE = "The records are not where they were. Nothing more is saved until there is another folder"


class RecordsBand:
    """Says one thing at a time, with the button that leads on."""

    def __init__(self, window: MainWindow, go_on_elsewhere: Callable[[], object]) -> None:
        self._window, band = window, window.band
        go = window.navigator.go
        self.to_findings = band.add_button("What was found", lambda: go("settings.look"))
        self.elsewhere = band.add_button("Choose another folder", go_on_elsewhere)
        self.practice_leave = band.add_button("Leave practice", window.lock)
        self._is_gone = False
        self._show(None)

    def begin(self, workspace: Workspace) -> None:
        """Say what has to be known of records that were opened just now."""
        self._is_gone = False
        practice, read_only = workspace.is_practice, workspace.is_read_only
        self._show(self.practice_leave if practice else None)
        self._window.set_band(PRACTICE if practice else READ_ONLY if read_only else "")

    def tell_found(self, workspace: Workspace, found: Findings) -> None:
        """Say that the records are not as they were left, or that all is well again."""
        if self._is_gone:
            return
        self.begin(workspace)
        if not found.is_well:
            self._show(self.to_findings)
            self._say(NOT_AS_LEFT if found.is_whole else DAMAGED)

    def tell_gone(self) -> None:
        """Say that the records were taken away from under the program; lead to another place."""
        self._is_gone = True
        self._show(self.elsewhere)
        self._say(GONE)

    def _show(self, wanted: QWidget | None) -> None:
        """Show one button or none; all of them at once would make a small window wider."""
        for button in (self.to_findings, self.elsewhere, self.practice_leave):
            show_if(button, button is wanted)

    def _say(self, words: str) -> None:
        self._window.set_band(words)
        announce(self._window.band, words, urgent=True)
