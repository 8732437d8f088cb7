"""Keeps where a meeting is, and words that wait for Enter: the power may go amid a sentence."""

from PySide6.QtCore import QObject, QTimer

from taf_desktop.errors import UserError
from taf_desktop.services.halfway import Half
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.autosave import AFTER_LAST_KEY, TRY_AGAIN, WHILE_TYPING
from taf_desktop.ui.coming_back import BY_HAND, NOWHERE, ComingBack, from_page, from_text
from taf_desktop.ui.page import Page
from taf_desktop.ui.widgets.entry import LineEntry, TextEntry
from taf_desktop.ui.window import MainWindow

WITH_WORDS = "The program was ended before Enter. Your words stand where you typed them."
BACK_HERE = "The program was ended here. Everything that was entered is saved."


class HalfwayKeeper(QObject):
    """Keeps it beside the records a moment after the last key, and puts it back when asked to.

    Nothing here says "saved": what waits for Enter is no part of a record. With practice families
    nothing is kept.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self.workspace: Workspace | None = None
        self._pause, self._going_on = QTimer(self), QTimer(self)
        for timer in (self._pause, self._going_on):
            timer.setSingleShot(True)
            timer.timeout.connect(self.keep)
        window.typed.connect(self._soon)
        window.navigator.moved.connect(self._soon)

    def begin(self, workspace: Workspace, locked: ComingBack) -> None:
        """Go to where this person locked it, or to where the program was ended, and keep on."""
        if workspace.is_practice:
            return
        half = _kept_in(workspace)
        is_due = half is not None and (half.boxes or half.day == workspace.today.isoformat())
        ended = from_text(half.place) if half is not None and is_due else NOWHERE
        to = locked if locked.page and locked.person == workspace.owner_id else ended
        if self._go(to) and half is not None and _is_same(to, ended):
            self._put_back(half, is_told=to is locked)
        self.workspace = workspace
        self._soon()

    def end(self) -> None:
        """Keep no more, as when the records are about to be closed."""
        self._pause.stop()
        self._going_on.stop()
        self.workspace = None

    def forget(self) -> None:
        """Nothing waits any more: whoever worked here has closed the program."""
        self._keep(None)

    def _go(self, to: ComingBack) -> bool:
        navigator = self._window.navigator
        if not to.page or not navigator.knows(to.page):
            return False
        try:
            went = navigator.go(to.page, **to.args)
        except LookupError:
            navigator.go("home")
            return False
        held = navigator.page.focusWidget() if navigator.page is not None else None
        if isinstance(held, TextEntry | LineEntry):
            # Whoever was in the middle of a sentence goes on behind it.
            held.to_end()
        return went

    def _put_back(self, half: Half, *, is_told: bool) -> None:
        page = self._window.navigator.page
        if page is not None and half.boxes:
            page.take_up(half.boxes)
            self._window.say(WITH_WORDS)
        elif not is_told:
            self._window.say(BACK_HERE)

    def _soon(self, _page: str = "") -> None:
        if self.workspace is None:
            return
        self._pause.start(AFTER_LAST_KEY)
        if not self._going_on.isActive():
            self._going_on.start(WHILE_TYPING)

    def keep(self) -> None:
        """Keep it now; what cannot be kept is tried again."""
        self._pause.stop()
        self._going_on.stop()
        page = self._window.navigator.page
        if page is not None:
            self._keep(self._half_of(page))

    def _keep(self, half: Half | None) -> None:
        if self.workspace is None:
            return
        try:
            self.workspace.halfway.keep(half)
        except UserError:
            # Enter will say why; until then nobody who speaks is stopped.
            self._pause.start(TRY_AGAIN)

    def _half_of(self, page: Page) -> Half | None:
        boxes = page.halfway()
        there = from_page(page, self.workspace.owner_id if self.workspace else None, BY_HAND)
        if not there.page or not (page.meeting or boxes):
            return None
        return Half(place=there.as_text(), family_id=page.args.get("family_id"), boxes=boxes)


def _kept_in(workspace: Workspace) -> Half | None:
    try:
        return workspace.halfway.kept
    except UserError:
        # A damaged file is opened all the same, for what can still be read of it.
        return None


def _is_same(to: ComingBack, ended: ComingBack) -> bool:
    """Whether two places are the same page of the same family and meeting."""
    about = ("family_id", "meeting_id")
    return to.page == ended.page and all(to.args.get(one) == ended.args.get(one) for one in about)
