"""The lead professional's own window, on the laptop while the meeting is on the other screen."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.services.private_notes import PrivateNotes
from taf_desktop.ui.navigator import Navigator
from taf_desktop.ui.pages.meeting.meeting_page import MeetingPage
from taf_desktop.ui.pages.meeting.private_box import PrivateBox
from taf_desktop.ui.widgets import Aside, FlowRow, Heading, Label, ScrollPage, SecondaryButton
from taf_desktop.ui.widgets.text import show_if

HALF_MINUTE = 30_000
Around = Callable[[Callable[[], object]], object]
"""Does something that is saved, and whatever belongs before and after it."""

NOT_YOURS = "Only the family's lead professional has a note for themselves here."


@dataclass(frozen=True, kw_only=True)
class LeadKeys:
    """What can be done from here to the meeting on the other screen."""

    hide_or_show: Callable[[], object]
    to_meeting: Callable[[], object]
    one_screen: Callable[[], object]
    lock: Callable[[], object]
    go_away: Callable[[], object]


class LeadWindow(QWidget):
    """What everybody sees, in one line; the minutes left; and the note that only the lead reads."""

    def __init__(self, navigator: Navigator, keys: LeadKeys) -> None:
        super().__init__()
        self.navigator, self.keys = navigator, keys
        self.setWindowTitle("Meeting")
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.body = ScrollPage((28, 18, 28, 24))
        outer.addWidget(self.body)
        self.body.add(Heading("Only you see this screen", 1))
        self.shown, self.minutes, self.told = Label(""), Label("", bold=True), Aside("")
        for label in (self.shown, self.minutes):
            self.body.add(label)
        self.box: PrivateBox | None = None
        self._add_buttons()
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.follow)
        self.timer.start(HALF_MINUTE)

    def _add_buttons(self) -> None:
        self.hide_button = SecondaryButton("Hide the screen (F12)", self.keys.hide_or_show)
        row = [
            self.hide_button,
            SecondaryButton("To the meeting (F8)", self.keys.to_meeting),
            SecondaryButton("Back to one screen (F9)", self.keys.one_screen),
        ]
        self.buttons = self.body.add(FlowRow(row))
        acts = {
            "F12": self.keys.hide_or_show,
            "F8": self.keys.to_meeting,
            "F9": self.keys.one_screen,
            "Ctrl+L": self.keys.lock,
        }
        for key, act in acts.items():
            QShortcut(QKeySequence(key), self).activated.connect(lambda act=act: act())

    def show_note(self, notes: PrivateNotes, page: MeetingPage, around: Around) -> None:
        """Open the note on this meeting, if it is for whoever works here."""
        if not notes.may_be_read(page.family_id):
            self.body.add(Label(NOT_YOURS))
            return
        self.box = self.body.add(PrivateBox(notes, page.meeting_id, self, around))
        self.body.add(self.told)
        self.box.entry.setFocus()

    def follow(self) -> None:
        """Say what everybody sees now, and how many minutes are left."""
        page = self.navigator.page
        if page is None:
            return
        self.shown.setText(f"Everybody sees: {page.title()}")
        is_hidden = not isinstance(page, MeetingPage)
        words = "Show it again (F12)" if is_hidden else "Hide the screen (F12)"
        self.hide_button.set_words(words)
        left = page.minutes_left() if isinstance(page, MeetingPage) else None
        self.minutes.setText(f"About {left} minutes left" if left is not None else "")
        show_if(self.minutes, left is not None)

    def say_saved(self) -> None:
        """Say here, and not on the screen that everybody sees, that the note is saved."""
        self.told.setText("Your note is saved.")

    def leave(self) -> bool:
        """Save what was typed; False when that was not possible."""
        return self.box is None or self.box.saver.flush()

    def go_away(self) -> None:
        """The records are locked or closed: nothing of this stays on the screen."""
        self.keys.go_away()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it brings the meeting back to this screen."""
        event.ignore()
        self.keys.one_screen()
