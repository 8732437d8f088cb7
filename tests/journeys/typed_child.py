"""The real program over a folder, with somebody at the keyboard who types one scene a line.

Lines come in with the names of scenes; a line goes out when one is done. Locking puts a new process
of this very command in the place of the old one, and the next line is for that one.
"""

import json
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from taf_desktop import app
from taf_desktop.app import Application
from taf_desktop.ui.pages.meeting.actions import ActionsPart
from taf_desktop.ui.pages.meeting.meeting_page import MeetingPage
from tests.faults.killing import die_with_parent, tell
from tests.journeys import marlow_meetings
from tests.journeys.marlow import Journey
from tests.journeys.paced import READING, PacedJourney, paced_journey

READY, DONE, SAVED, IN_THE_AIR = "ready", "done", "saved", "in the air"
LONGEST_LINE = 4096
PAPERS = "papers"


def open_first(journey: Journey) -> None:
    """At the door, and from home to the meetings of the family."""
    marlow_meetings.unlock(journey)
    marlow_meetings.go_to_the_family(journey)


def begin_the_fourth(journey: Journey) -> None:
    """Type, tell each time what was said to be saved, and hold the next key until killed."""
    page = journey.application.window.navigator.page
    assert isinstance(page, MeetingPage)
    assert isinstance(page.part, ActionsPart)
    form = page.part.form_card

    def told_saved() -> None:
        assert page.said.text().startswith("Saved at ")
        tell(f"{SAVED} {form.panel.editor('what').value()}")

    form.saver.saved.connect(told_saved)
    marlow_meetings.begin_the_fourth(journey)
    tell(IN_THE_AIR)
    os.read(sys.stdin.fileno(), 1)


def close(journey: Journey) -> None:
    """Close the window; the program ends by itself."""
    journey.application.window.close()


OWN: tuple[Callable[[Journey], None], ...] = (open_first, begin_the_fourth, close)
SCENES = {scene.__name__: scene for scene in (*marlow_meetings.FIRST_MEETING, *OWN)}
SCENES["open_again"] = marlow_meetings.open_again


class Typist:
    """Does in the window what the lines ask for; waits for them with every other thing standing."""

    def __init__(self, application: Application, papers: Path) -> None:
        self._journey: PacedJourney = paced_journey(application, papers)
        QTimer.singleShot(READING, self._obey)

    def _obey(self) -> None:
        tell(READY)
        while line := os.read(sys.stdin.fileno(), LONGEST_LINE).decode().strip():
            try:
                SCENES[line](self._journey)
            except BaseException:
                traceback.print_exc()
                os._exit(1)
            tell(f"{DONE} {json.dumps(self._report(line))}")
            if line == close.__name__:
                return

    def _report(self, scene: str) -> dict[str, object]:
        clock, hand = self._journey.clock, self._journey.hand
        told = {"at": f"{clock.now:%H:%M:%S}", "late": clock.late, "keys": hand.pressed}
        clock.late = hand.pressed = 0
        return {"scene": scene, **told}


def main(folder: Path) -> int:
    """Open the window as the program does, and then obey."""
    die_with_parent()
    opened = Application.open

    def open_and_obey(application: Application, practise: bool = False) -> None:
        opened(application, practise)
        application.typist = Typist(application, folder / PAPERS)

    app.Application.open = open_and_obey  # type: ignore[method-assign]  # a way in for the test
    return app.run(folder / "data")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
