"""The Marlow family typed into the real window, from the first start to the review."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import Qt

from taf_desktop.app import Application
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.ask import Answers
from tests.journeys.hand import Hand

Key = Qt.Key

CONCERN = "El gets herself and Finn up and they miss breakfast; four late marks before Christmas."
WORRY = (
    "Miss Hall and Nan are worried that when Mum is very low and stays in bed, El gets herself and "
    "Finn up and they miss breakfast and school. If nothing changes they worry El will be too "
    "tired and worried to learn or play, and Finn will fall further behind in talking."
)
WORRY_PUT_RIGHT = WORRY.replace("very low", "poorly")
DAMP = "Damp in Finn's bedroom; he coughs at night."
NINE = "I like it when Nan comes because then I can just be nine."
DANA_SEES = "The mornings are fair. Finn is not behind, he is just quiet."
GOAL = (
    "On school days an adult in the family gets both children up, fed and to school by 8.50, six "
    "weeks in a row."
)
DRY = "Finn sleeps in a dry room."


@dataclass(frozen=True, kw_only=True)
class Promise:
    """An action as it is said in the room."""

    what: str
    who: str
    by_when: str
    goal: str = GOAL
    helped_by: str = ""


PROMISES = (
    Promise(what="Nan comes Tuesday and Thursday mornings", who="Nan", by_when="3 February 2026"),
    Promise(
        what="Ring the GP for a review", who="Mum", by_when="6 February 2026", helped_by="Sam Reed"
    ),
    Promise(
        what="Breakfast-club place for both children", who="Miss Hall", by_when="2 February 2026"
    ),
    Promise(
        what="Chase the speech and language referral", who="Ruth Okafor", by_when="13 February 2026"
    ),
    Promise(
        what="Letter to housing, with photographs",
        who="Sam Reed",
        by_when="10 February 2026",
        goal=DRY,
    ),
    Promise(what="El chooses Friday's breakfast", who="El", by_when="every Friday"),
)


class Clock(Protocol):
    """What tells the program the time, and lets a journey go on to a later one."""

    @property
    def now(self) -> datetime:
        """The time."""

    def set(self, day: str, time: str) -> None:
        """Let it be this day and time."""


@dataclass
class Journey:
    """Everything a step needs: the program, its clock, and a hand at the keyboard."""

    application: Application
    clock: Clock
    hand: Hand
    papers: Path
    after_step: Callable[[str], object] = field(default=lambda _name: None)

    @property
    def workspace(self) -> Workspace:
        """The open records."""
        assert self.application.workspace is not None
        return self.application.workspace

    @property
    def family_id(self) -> UUID:
        """The one family there is."""
        (line,) = self.workspace.families.lines()
        return line.family.id

    @property
    def answers(self) -> Answers:
        """What dialogs are answered with."""
        ask = self.application.window.ask
        assert isinstance(ask, Answers)
        return ask

    @property
    def saved(self) -> str:
        """What the window last said about saving."""
        return self.application.window.top.saved.text()

    def at(self, day: str, time: str) -> None:
        """Let it be this day and time."""
        self.clock.set(day, time)

    def relate(self, child: str, kind: str, responsible: str, basis: str = "") -> None:
        """Say what the person on the people page is to a child."""
        hand = self.hand
        hand.choose("What they are to the child", kind, card=f"to {child}")
        hand.choose("Has parental responsibility", responsible, card=f"to {child}")
        if basis:
            hand.choose("How they have it", basis, card=f"to {child}")

    def save_next_to(self, path: Path) -> None:
        """What is saved next goes there."""
        self.answers.give([path])

    def shot(self, name: str) -> None:
        """Let somebody take a picture here."""
        self.after_step(name)
