"""The Marlow meeting in the real window without a display: pictures and papers in build/demo."""

import os
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from taf_desktop.app import Application, places_for
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.ui.ask import Answers
from taf_desktop.ui.autosave import AFTER_LAST_KEY
from tests.accessibility.walk import settle
from tests.conftest import TestClock
from tests.journeys.album import Shot, write_album
from tests.journeys.hand import Hand
from tests.journeys.marlow import Journey
from tests.journeys.marlow_before import BEFORE
from tests.journeys.marlow_meetings import FIRST_MEETING, REVIEW, begin_the_fourth, open_again
from tests.journeys.offscreen import start_offscreen
from tests.journeys.paced import wait

DEMO = Path(__file__).parents[2] / "build" / "demo"

Step = Callable[[Journey], None]


class Demo:
    """Types the scenario, and takes a picture of each moment."""

    def __init__(self, folder: Path, records: Path) -> None:
        self.folder, self._records = folder, records
        self._qt, self._clock = start_offscreen(), TestClock()
        self.shots: list[Shot] = []
        self._doing = ""
        program = self._program(records / "data")
        hand = Hand(program.window)
        self._journey = Journey(program, self._clock, hand, folder, self._picture)

    def play(self) -> None:
        """From the first start to the review."""
        for step in (*BEFORE, *FIRST_MEETING, *REVIEW):
            self._take(step)
            if step is begin_the_fourth:
                self._cut_the_power()
        self._journey.application.close()

    def _take(self, step: Step) -> None:
        self._doing = step.__doc__ or ""
        step(self._journey)

    def _program(self, data: Path) -> Application:
        return Application(self._qt, places_for(data), Answers(), self._clock, work=LEAST_WORK)

    def _cut_the_power(self) -> None:
        """Go on with another program over what lies on the disk amid the word."""
        wait(2 * AFTER_LAST_KEY)
        self._picture("the power goes amid a word")
        before, left = self._journey.application, self._records / "after the cut"
        shutil.copytree(before.places.records.parent, left)
        before.window.hide()
        before.close()
        self._journey.application = self._program(left)
        self._journey.hand = Hand(self._journey.application.window)
        self._clock.set("2026-01-29", "16:06")
        self._journey.application.open()
        settle()
        self._take(open_again)

    def _picture(self, moment: str) -> None:
        settle()
        name = re.sub("['’,]", "", moment.lower())
        path = self.folder / f"{len(self.shots) + 1:02} {name}.png"
        if not self._journey.application.window.grab().save(os.fspath(path)):
            raise OSError(path)
        self.shots.append(Shot(moment=moment, at=self._clock.now, doing=self._doing, file=path))
        print(f"  {path.name}")


def demo(folder: Path) -> None:
    """Leave a picture of each moment, every paper, and a page with all of them in the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as records:
        played = Demo(folder, Path(records))
        played.play()
    write_album(folder, played.shots)
    papers = len(list(folder.glob("*.pdf")))
    print(f"{len(played.shots)} pictures and {papers} papers are in build/{folder.name};")
    print(f"open build/{folder.name}/index.html to see them in order")


if __name__ == "__main__":
    demo(DEMO)
