"""The meeting on the projector, and the lead professional's own window on the laptop."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen

from taf_desktop.services.private_notes import PrivateNotes
from taf_desktop.ui.pages.meeting.lead_window import LeadKeys, LeadWindow
from taf_desktop.ui.pages.meeting.meeting_page import MeetingPage
from taf_desktop.ui.pages.meeting.taking_back import TakingBack
from taf_desktop.ui.window import MainWindow

NO_OTHER = "There is no other screen. Plug in the projector or the television first."


class TwoScreens:
    """Off until somebody asks for it: one shared screen is what people trust most."""

    def __init__(
        self,
        window: MainWindow,
        notes: PrivateNotes,
        taking_back: TakingBack,
        hide_or_show: Callable[[], object],
    ) -> None:
        self.window, self.notes, self.taking_back = window, notes, taking_back
        self.keys = LeadKeys(
            hide_or_show=hide_or_show,
            to_meeting=self.to_meeting,
            one_screen=self.end,
            lock=window.lock,
            go_away=self._close_lead,
        )
        self.lead: LeadWindow | None = None
        self._before = QRect()

    def turn(self) -> None:
        """Show the meeting on the other screen, or bring it back."""
        if self.lead is not None:
            self.end()
            return
        page, other = self.window.navigator.page, self._other()
        if other is None:
            self.window.say(NO_OTHER)
        elif isinstance(page, MeetingPage) and page.leave():
            self._begin(page, other)

    def _other(self) -> QScreen | None:
        here = self.window.screen()
        return next((one for one in QGuiApplication.screens() if one is not here), None)

    def _begin(self, page: MeetingPage, other: QScreen) -> None:
        window, here = self.window, self.window.screen()
        self._before = window.geometry()
        window.setScreen(other)
        window.setGeometry(other.geometry())
        window.showFullScreen()
        self.lead = window.beside = LeadWindow(window.navigator, self.keys)
        self.lead.setGeometry(here.availableGeometry())
        self.lead.show_note(self.notes, page, self.taking_back.elsewhere)
        self.lead.follow()
        self.lead.show()
        window.beside_hook(self.lead)
        window.navigator.moved.connect(self._follow)
        self.to_meeting()

    def _follow(self, _name: str) -> None:
        if self.lead is not None:
            self.lead.follow()

    def to_meeting(self) -> None:
        """The keyboard writes on the screen that everybody sees."""
        self.window.activateWindow()

    def to_note(self) -> None:
        """The keyboard writes on the lead's own screen."""
        if self.lead is not None:
            self.lead.activateWindow()

    def end(self) -> None:
        """One screen again: the note goes first, then the meeting comes where it stood."""
        if self.lead is not None and self.lead.leave():
            self._close_lead()

    def _close_lead(self) -> None:
        lead, self.lead = self.lead, None
        if lead is None:
            return
        self.window.beside = None
        self.window.navigator.moved.disconnect(self._follow)
        lead.timer.stop()
        lead.hide()
        lead.deleteLater()
        self.window.showNormal()
        self._come_back()
        self.window.activateWindow()

    def _come_back(self) -> None:
        """Stand where the window stood, if there is still a screen; else on the first one."""
        screens, wanted = QGuiApplication.screens(), self._before
        home = next((one for one in screens if one.geometry().contains(wanted.center())), None)
        if home is None:
            home = screens[0]
            wanted = QRect(home.availableGeometry().topLeft(), wanted.size())
        self.window.setScreen(home)
        self.window.setGeometry(wanted)
