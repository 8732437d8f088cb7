"""The meeting as it happens: one part of the agenda at a time, on a screen turned to the family."""

from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.pages.meeting.hidden_page import HiddenPage
from taf_desktop.ui.pages.meeting.houses_page import HousesPage
from taf_desktop.ui.pages.meeting.meeting_page import MeetingPage
from taf_desktop.ui.pages.meeting.meetings_page import MeetingsPage
from taf_desktop.ui.pages.meeting.progress import Progress
from taf_desktop.ui.pages.meeting.report_page import ReportPage
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
    """Say how the pages of a meeting are made, and the key that hides the screen."""
    register, progress = window.navigator.register, Progress()
    register("family.meetings", lambda: MeetingsPage(window, workspace))
    register("family.meeting", lambda: MeetingPage(window, workspace, progress))
    register("family.report", lambda: ReportPage(window, workspace))
    register("family.houses", lambda: HousesPage(window, workspace, window.lock))
    register("hidden", lambda: HiddenPage(window))

    def hide_or_show() -> None:
        page = window.navigator.page
        if isinstance(page, MeetingPage):
            page.hide_screen()
        elif isinstance(page, HiddenPage):
            page.show_again()

    def hide() -> None:
        page = window.navigator.page
        if isinstance(page, MeetingPage):
            page.hide_screen()

    window.screens.changed.connect(hide)
    for keys, words in KEYS:
        window.shortcuts.tell(keys, words, AREA)
    window.shortcuts.add("F12", "Hide the screen, or show it again", hide_or_show, area=AREA)
