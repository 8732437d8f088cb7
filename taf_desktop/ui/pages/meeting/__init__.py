"""The meeting as it happens: one part of the agenda at a time, on a screen turned to the family."""

from collections.abc import Callable

from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.navigator import Argument
from taf_desktop.ui.pages.meeting.facing import FOR_THE_ROOM, TURN, Facing, TurnPage
from taf_desktop.ui.pages.meeting.hidden_page import HiddenPage
from taf_desktop.ui.pages.meeting.houses_page import HousesPage
from taf_desktop.ui.pages.meeting.meeting_page import MeetingPage
from taf_desktop.ui.pages.meeting.meetings_page import MeetingsPage
from taf_desktop.ui.pages.meeting.progress import Progress
from taf_desktop.ui.pages.meeting.read_aloud import KEYS as READING_KEYS
from taf_desktop.ui.pages.meeting.report_page import ReportPage
from taf_desktop.ui.pages.meeting.taking_back import TakingBack
from taf_desktop.ui.pages.meeting.two_screens import TwoScreens
from taf_desktop.ui.window import MainWindow

AREA = "Meeting"
KEYS = (
    ("Enter", "Add what stands in the box, and stay there for the next"),
    ("Shift+Enter", "Begin a new line in the box"),
    ("Up", "In an empty box: take back what was added last"),
    ("Ctrl+'", "These are somebody's exact words"),
    ("Ctrl+Enter", "Add it, and make an action of it"),
    ("0 to 10", "Choose a number where numbers are asked for"),
)
"""Keys that the boxes of a meeting act on by themselves."""


def register_meeting_pages(window: MainWindow, workspace: Workspace) -> None:
    """Say how the pages of a meeting are made, what guards them, and their keys."""
    register, progress, facing = window.navigator.register, Progress(), Facing()
    register("family.meetings", lambda: MeetingsPage(window, workspace))
    register("family.meeting", lambda: MeetingPage(window, workspace, progress))
    register("family.report", lambda: ReportPage(window, workspace))
    register("family.houses", lambda: HousesPage(window, workspace, window.lock))
    register("hidden", lambda: HiddenPage(window))
    register(TURN, lambda: TurnPage(window, facing))
    taking_back = TakingBack(window.navigator, workspace.history)
    screens = TwoScreens(
        window, workspace.private_notes, taking_back, lambda: _hide_or_show(window)
    )
    _guard(window, facing, taking_back, screens)
    _add_keys(window, screens)


def _guard(
    window: MainWindow, facing: Facing, taking_back: TakingBack, screens: TwoScreens
) -> None:
    """Let no page of the desk come before the screen is turned, and nothing be undone unseen."""

    def on_the_way(name: str, args: dict[str, Argument]) -> tuple[str, dict[str, Argument]]:
        name, args = facing.guard(window.navigator.page, name, args)
        if name not in FOR_THE_ROOM or name == HousesPage.name:
            # What a child draws is for the child alone, on the laptop that it holds.
            screens.end()
        taking_back.note(name, args)
        return name, args

    window.navigator.guard, window.step_guard = on_the_way, taking_back.guard


def _on_meeting(window: MainWindow, do: Callable[[MeetingPage], object]) -> None:
    if isinstance(window.navigator.page, MeetingPage):
        do(window.navigator.page)


def _hide_or_show(window: MainWindow) -> None:
    if isinstance(window.navigator.page, HiddenPage):
        window.navigator.page.show_again()
    else:
        _on_meeting(window, MeetingPage.hide_screen)


def _add_keys(window: MainWindow, screens: TwoScreens) -> None:
    def other_screens() -> None:
        # Hidden first: where the window comes to stand is known only afterwards.
        _on_meeting(window, MeetingPage.hide_screen)
        screens.end()

    window.screens.changed.connect(other_screens)
    for keys, words in (*KEYS, *READING_KEYS):
        window.shortcuts.tell(keys, words, AREA)
    ways = (
        ("F7", "The list of the parts", lambda: _on_meeting(window, MeetingPage.show_parts)),
        ("F8", "To your own note, with two screens", screens.to_note),
        ("F9", "Show the meeting on the other screen, or bring it back", screens.turn),
        ("F12", "Hide the screen, or show it again", lambda: _hide_or_show(window)),
    )
    for keys, words, act in ways:
        window.shortcuts.add(keys, words, act, area=AREA)
