"""The real program over a folder, driven by lines: "unlock" and "write" with words, "lock".

It says where it is. Locking puts a new process of this very command in the place of the old one.
The words come through the pipe, because whatever stood in this file or in its command would be in
the new process too.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtTest import QTest

from taf_desktop import app
from taf_desktop.app import Application
from taf_desktop.ui.pages.request_page import RequestPage
from taf_desktop.ui.widgets.entry import TextEntry
from tests.accessibility.walk import settle
from tests.faults.killing import die_with_parent, tell
from tests.faults.typing_child import FIELD

AT_THE_DOOR, INSIDE, WRITTEN = "at the door", "inside", "written"
LONGEST_LINE = 4096


class Driver:
    """Does in the window what the lines ask for."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self._lines = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._lines.activated.connect(self._obey)
        tell(AT_THE_DOOR)

    def _obey(self) -> None:
        verb, _, words = os.read(sys.stdin.fileno(), LONGEST_LINE).decode().strip().partition(" ")
        if verb == "unlock":
            self._application.door.unlock(words)
            tell(INSIDE)
        elif verb == "write":
            self._write(words)
            tell(WRITTEN)
        elif verb == "lock":
            QTest.keyClick(
                self._application.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier
            )

    def _write(self, words: str) -> None:
        """Type the words, and look at them on other pages and papers."""
        workspace, go = self._application.workspace, self._application.window.navigator.go
        assert workspace is not None
        family = workspace.families.add(words)
        go("family.request", family_id=family.id)
        settle()
        page = self._application.window.navigator.page
        assert isinstance(page, RequestPage)
        box = next(panel.editors[FIELD] for panel in page.panels if FIELD in panel.editors).box
        assert isinstance(box, TextEntry)
        box.setFocus()
        QTest.keyClicks(box, words)
        QTest.keyClick(box, Qt.Key.Key_Tab)
        box.selectAll()
        box.copy()
        for name in ("home", "family.documents", "family.request"):
            go(name, **({} if name == "home" else {"family_id": family.id}))
            settle()


def main(folder: Path) -> int:
    """Open the window as the program does, and then obey."""
    die_with_parent()
    opened = Application.open

    def open_and_obey(application: Application, practise: bool = False) -> None:
        opened(application, practise)
        QTimer.singleShot(0, lambda: setattr(application, "driver", Driver(application)))

    app.Application.open = open_and_obey  # type: ignore[method-assign]  # a way in for the test
    return app.run(folder)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
