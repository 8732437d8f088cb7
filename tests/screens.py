"""Pictures of every screen in every theme, at 200 % and for a projector, with a sheet of each."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

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
from tests.conftest import OWNER, PASSPHRASE, TestClock
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
PAPERS = "papers"
"""The last part of every meeting; it stands in no agenda of a pack."""
LOCKABLE = (
    "settings.backups", "settings.openers", "settings.passphrase", "settings.recovery",
    "settings.sign_in", "settings.keeping", "settings",
)  # fmt: skip
"""Pages that only records of one's own have."""
OF_A_FAMILY = ("settings.hold", "settings.erase")
WITH_SOMEBODY_OUTSIDE = ("here", "sharing", "family", "views", "agree", "decision", PAPERS)


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a set of pictures is taken; some only of what is seen in a room."""

    theme: str = "light"
    zoom: int = 100
    size: tuple[int, int] = (1280, 720)
    only_meetings: bool = False

    def __str__(self) -> str:
        """The name of the folder."""
        wide, high = self.size
        return f"{self.theme} {self.zoom} {wide}x{high}"


PROJECTOR, TELEVISION, SMALL_WINDOW = (1024, 768), (1920, 1080), (800, 720)
SETS = (
    *(Look(theme=theme) for theme in THEMES),
    Look(zoom=200),
    *(Look(size=size, only_meetings=True) for size in (PROJECTOR, TELEVISION)),
    Look(theme="contrast", zoom=200, only_meetings=True),
    Look(zoom=200, size=SMALL_WINDOW, only_meetings=True),
)
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
    family = _marlow(workspace)
    for page in FAMILY:
        yield Screen(name=f"family {page}", page=f"family.{page}", args={"family_id": family})
    args = {"family_id": family, "day": workspace.today.isoformat()}
    yield Screen(name="family past", page="family.past", args=args)
    for meeting in workspace.meetings.of(family):
        args = {"family_id": family, "meeting_id": meeting.id}
        yield Screen(name=f"report {meeting.kind}", page="family.report", args=args)
        for item in workspace.pack.agendas[meeting.kind]:
            args = {"family_id": family, "meeting_id": meeting.id, "part": item.part}
            name = f"meeting {meeting.kind} {item.part}"
            yield Screen(name=name, page="family.meeting", args=args)
    # The practice families have had none of this kind yet.
    apart = workspace.meetings.add(family, APART)
    args = {"family_id": family, "meeting_id": apart.id, "part": "gathering"}
    yield Screen(name="meeting apart gathering", page="family.meeting", args=args)


def room_screens(workspace: Workspace) -> Iterator[Screen]:
    """The review as it is held: with the family and the team, and then with Craig among them.

    Each is opened before the next is asked for: who is here changes between them.
    """
    family = _marlow(workspace)
    review = next(one for one in workspace.meetings.of(family) if one.kind == "review")
    args = {"family_id": family, "meeting_id": review.id}
    today = {"held_on": workspace.today.isoformat(), "starts_at": "15:30", "minutes": 50}
    workspace.meetings.save(review.id, today)
    people = {one.short_name: one.id for one in workspace.people.everyone(family)}
    _come_in(workspace, review.id, [one for name, one in people.items() if name != "Craig"])
    for part in (*(item.part for item in workspace.pack.agendas["review"]), PAPERS):
        yield Screen(name=f"room {part}", page="family.meeting", args={**args, "part": part})
    yield Screen(name="room turn", page="family.overview", args={"family_id": family})
    yield Screen(name="room hidden", page="hidden", args={**args, "part": "views"})
    _come_in(workspace, review.id, [people["Craig"]])
    for part in WITH_SOMEBODY_OUTSIDE:
        yield Screen(name=f"with craig {part}", page="family.meeting", args={**args, "part": part})
    yield Screen(name="houses", page="family.houses", args={**args, "person_id": people["El"]})


def _marlow(workspace: Workspace) -> UUID:
    lines = workspace.families.lines()
    return next(line.family.id for line in lines if line.family.name == "Marlow")


def _come_in(workspace: Workspace, meeting_id: UUID, people: Sequence[UUID]) -> None:
    for person_id in people:
        workspace.meetings.attend(meeting_id, person_id, {"state": "present"})


def own_screens(workspace: Workspace) -> Iterator[Screen]:
    """What only records of one's own have: how they are opened, kept, copied and erased."""
    family = workspace.families.add("Marlow").id
    for page in LOCKABLE:
        yield Screen(name=f"own {page}", page=page)
    for page in OF_A_FAMILY:
        yield Screen(name=f"own {page}", page=page, args={"family_id": family})


def take_all(qt: QApplication, folder: Path, sets: Sequence[Look] = SETS) -> int:
    """Take every picture in every set; how many there are."""
    shutil.rmtree(folder, ignore_errors=True)
    clock = TestClock()
    clock.set("2026-03-12", "15:45")
    taken = 0
    for look in sets:
        with tempfile.TemporaryDirectory() as records:
            program = Application(qt, places_for(Path(records)), Answers(), clock, work=LEAST_WORK)
            program.preferences.choose(theme=look.theme, zoom=look.zoom)
            apply_theme(qt, look.theme, look.zoom)
            program.window.resize(*look.size)
            into = folder / str(look)
            into.mkdir(parents=True)
            pictures = list(_take(program, into, look))
            program.close()
            program.window.hide()
        sheet(pictures, folder / f"{look}.png")
        taken += len(pictures)
    return taken


def _take(program: Application, folder: Path, look: Look) -> Iterator[Path]:
    """One set: the door, then everything behind it; or the meeting alone."""
    program.open()
    if look.only_meetings:
        program.door.practise()
        # The band shows all its buttons for a moment, and makes a small window wider.
        settle()
        program.window.resize(*look.size)
        yield from _of_each(program, folder, room_screens)
        return
    for page in DOOR:
        program.window.navigator.go(page)
        yield _picture(program, folder / f"door {page}.png")
    program.window.navigator.go("welcome")
    program.door.practise()
    yield from _of_each(program, folder, screens)
    yield from _of_each(program, folder, room_screens)
    program.window.lock()
    own, _code = program.vault.create(PASSPHRASE, OWNER, "rutland")
    program.go_in(own)
    yield from _of_each(program, folder, own_screens)


def _of_each(
    program: Application, folder: Path, told: Callable[[Workspace], Iterator[Screen]]
) -> Iterator[Path]:
    assert program.workspace is not None
    for screen in told(program.workspace):
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
