"""Pictures of every screen in every theme and at 200 %, and a sheet of each set to look over."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from taf_desktop.app import Application, places_for
from taf_desktop.model.meeting import APART
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.ui.ask import Answers
from taf_desktop.ui.theme import THEMES, apply_theme
from tests.accessibility.walk import settle
from tests.conftest import TestClock
from tests.journeys.offscreen import start_offscreen

SCREENS = Path(__file__).parents[1] / "build" / "screens"
DOOR = ("welcome", "start.you", "start.passphrase", "start.recovery", "lost")
DESK = (
    "home", "actions", "papers", "tables", "family.new", "keyboard", "settings",
    "settings.licences", "settings.keeping", "hidden",
)  # fmt: skip
FAMILY = (
    "overview", "people", "request", "agreements", "assessment", "views", "meetings", "actions",
    "documents", "history",
)  # fmt: skip
SETS = (*((theme, 100) for theme in THEMES), ("light", 200))
ACROSS, SMALL = 4, 480
"""Pictures in a row of a sheet, and how wide each is."""


@dataclass(frozen=True, kw_only=True)
class Screen:
    """One screen: the page, and what it is opened for."""

    name: str
    page: str
    args: dict[str, Any] = field(default_factory=dict)


def screens(workspace: Workspace) -> Iterator[Screen]:
    """Every screen behind the door, with the practice families."""
    for page in DESK:
        yield Screen(name=page, page=page)
    family = next(
        line.family for line in workspace.families.lines() if line.family.name == "Marlow"
    )
    for page in FAMILY:
        yield Screen(name=f"family {page}", page=f"family.{page}", args={"family_id": family.id})
    args = {"family_id": family.id, "day": workspace.today.isoformat()}
    yield Screen(name="family past", page="family.past", args=args)
    for meeting in workspace.meetings.of(family.id):
        args = {"family_id": family.id, "meeting_id": meeting.id}
        yield Screen(name=f"report {meeting.kind}", page="family.report", args=args)
        for item in workspace.pack.agendas[meeting.kind]:
            args = {"family_id": family.id, "meeting_id": meeting.id, "part": item.part}
            name = f"meeting {meeting.kind} {item.part}"
            yield Screen(name=name, page="family.meeting", args=args)
    # The practice families have had none of this kind yet.
    apart = workspace.meetings.add(family.id, APART)
    args = {"family_id": family.id, "meeting_id": apart.id, "part": "gathering"}
    yield Screen(name="meeting apart gathering", page="family.meeting", args=args)


def take_all(qt: QApplication, folder: Path) -> int:
    """Take every picture in every set; how many there are."""
    shutil.rmtree(folder, ignore_errors=True)
    clock = TestClock()
    clock.set("2026-03-12", "15:45")
    taken = 0
    for theme, zoom in SETS:
        with tempfile.TemporaryDirectory() as records:
            program = Application(qt, places_for(Path(records)), Answers(), clock, work=LEAST_WORK)
            program.preferences.choose(theme=theme, zoom=zoom)
            apply_theme(qt, theme, zoom)
            into = folder / f"{theme} {zoom}"
            into.mkdir(parents=True)
            pictures = list(_take(program, into))
            program.close()
            program.window.hide()
        sheet(pictures, folder / f"{theme} {zoom}.png")
        taken += len(pictures)
    return taken


def _take(program: Application, folder: Path) -> Iterator[Path]:
    """One set: the door, then everything behind it."""
    program.open()
    for page in DOOR:
        program.window.navigator.go(page)
        yield _picture(program, folder / f"door {page}.png")
    program.window.navigator.go("welcome")
    program.door.practise()
    assert program.workspace is not None
    for screen in screens(program.workspace):
        program.window.navigator.go(screen.page, **screen.args)
        yield _picture(program, folder / f"{screen.name}.png")


def _picture(program: Application, path: Path) -> Path:
    settle()
    if not program.window.grab().save(os.fspath(path)):
        raise OSError(path)
    return path


def sheet(pictures: Sequence[Path], path: Path) -> None:
    """All pictures of a set, small, on one sheet."""
    smooth = Qt.TransformationMode.SmoothTransformation
    small = [QImage(os.fspath(one)).scaledToWidth(SMALL, smooth) for one in pictures]
    high = max(one.height() for one in small)
    rows = -(-len(small) // ACROSS)
    whole = QImage(ACROSS * (SMALL + 8), rows * (high + 26), QImage.Format.Format_RGB32)
    whole.fill(QColor("#808080"))
    painter = QPainter(whole)
    for at, (one, named) in enumerate(zip(small, pictures, strict=True)):
        x, y = at % ACROSS * (SMALL + 8), at // ACROSS * (high + 26)
        painter.drawText(QRect(x + 4, y, SMALL, 18), 0, named.stem)
        painter.drawImage(x, y + 18, one)
    painter.end()
    whole.save(os.fspath(path))


if __name__ == "__main__":
    count = take_all(start_offscreen(), SCREENS)
    print(f"{count} pictures are in build/{SCREENS.name}, each set with a sheet beside it")
