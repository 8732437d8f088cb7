"""The Marlow meeting in the real window without a display: pictures and papers in build/demo."""

import os
import shutil
import tempfile
from pathlib import Path

from taf_desktop.app import Application, places_for
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.ui.ask import Answers
from tests.accessibility.walk import settle
from tests.conftest import TestClock
from tests.journeys.hand import Hand
from tests.journeys.marlow import Journey
from tests.journeys.marlow_before import BEFORE
from tests.journeys.marlow_meetings import FIRST_MEETING, REVIEW
from tests.journeys.offscreen import start_offscreen

DEMO = Path(__file__).parents[2] / "build" / "demo"


def demo(folder: Path) -> None:
    """Type the scenario, and leave a picture of each moment and every paper in the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    qt = start_offscreen()
    clock = TestClock()
    with tempfile.TemporaryDirectory() as records:
        places = places_for(Path(records))
        program = Application(qt, places, Answers(), clock, work=LEAST_WORK)
        taken: list[Path] = []

        def picture(moment: str) -> None:
            settle()
            name = moment.lower().replace("'", "").replace("’", "").replace(",", "")
            path = folder / f"{len(taken) + 1:02} {name}.png"
            if not program.window.grab().save(os.fspath(path)):
                raise OSError(path)
            taken.append(path)
            print(f"  {path.name}")

        journey = Journey(program, clock, Hand(program.window), folder, picture)
        for step in (*BEFORE, *FIRST_MEETING, *REVIEW):
            step(journey)
        program.close()
    papers = sorted(folder.glob("*.pdf"))
    print(f"{len(taken)} pictures and {len(papers)} papers are in build/{folder.name}")


if __name__ == "__main__":
    demo(DEMO)
