"""Whether the screen may still face the room, and the card that stands before any other page."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from taf_desktop.ui.page import Page, Shell
from taf_desktop.ui.pages.meeting.meeting_page import MeetingPage
from taf_desktop.ui.widgets import FlowRow, Label, PrimaryButton, SecondaryButton

TURN = "turn"
FOR_THE_ROOM = frozenset({"family.meeting", "family.houses", "hidden", TURN, "keyboard"})
"""Pages that hold nothing but what everybody in the room may see."""

OVER = "The meeting is over. Thank you all."
ALONE = "What comes next is for one person alone"


class Facing:
    """The screen faces the room from a meeting with people in it until somebody has turned it."""

    def __init__(self) -> None:
        self.is_to_room = False
        self.meeting: dict[str, Any] = {}

    def guard(
        self, page: Page | None, name: str, args: dict[str, Any]
    ) -> tuple[str, dict[str, Any]]:
        """Where somebody comes who wants to go to a page: first to the card, if it must be."""
        if isinstance(page, MeetingPage):
            self.is_to_room = page.faces_room()
            self.meeting = dict(page.rail_key()[1])
        if name in FOR_THE_ROOM or not self.is_to_room:
            return name, args
        return TURN, {"to": name, **args}


class TurnPage(Page):
    """Says nothing of the family: the screen is turned first, then the next page comes."""

    name = TURN
    meeting = True
    passing = True

    def __init__(self, shell: Shell, facing: Facing) -> None:
        super().__init__(shell)
        self.facing = facing
        self.body.add(Label("Turn the screen to yourself before you go on."))
        self.button = PrimaryButton("I have turned it. Go on", self.go_on)
        self.back = SecondaryButton("Back to the meeting", self._go_back)
        self.body.add(FlowRow([self.button, self.back]))

    def refresh(self) -> None:
        """Whether the meeting is over, or somebody looks something up."""
        title = OVER if self.args.get("to") == "family.overview" else ALONE
        self.set_heading(title, "Nothing is lost. Everything is saved.")
        self.back.setVisible(bool(self.facing.meeting))

    def go_on(self) -> None:
        """The screen is turned: show the page that was wanted."""
        self.facing.is_to_room = False
        to: Mapping[str, Any] = {key: one for key, one in self.args.items() if key != "to"}
        self.shell.navigator.go(str(self.args["to"]), **to)

    def _go_back(self) -> None:
        self.shell.navigator.go("family.meeting", **self.facing.meeting)

    def first_focus(self) -> QWidget | None:
        """The way on."""
        return self.button
