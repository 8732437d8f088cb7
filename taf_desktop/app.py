"""Puts the window application together: the door, the records behind it, and the lock."""

import gc
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QApplication, QWidget

from taf_desktop.errors import UserError
from taf_desktop.log import EventLog, catch_faults
from taf_desktop.services.backups import backups_of, put_back
from taf_desktop.services.desk import Clock
from taf_desktop.services.practice import start_practice_again
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.settings import Places as Places
from taf_desktop.settings import places_for as places_for
from taf_desktop.store.key_slots import Work
from taf_desktop.ui.ask import Ask, Dialogs
from taf_desktop.ui.beside_work import BesideWork
from taf_desktop.ui.clipboard import ConfidentialClipboard
from taf_desktop.ui.coming_back import BY_HAND, NOWHERE, ComingBack, from_page, from_text
from taf_desktop.ui.halfway import HalfwayKeeper
from taf_desktop.ui.idle import IdleWatch
from taf_desktop.ui.pages.about_you_page import AboutYouPage
from taf_desktop.ui.pages.desk import register_desk_pages
from taf_desktop.ui.pages.family import register_family_pages
from taf_desktop.ui.pages.front_door import FrontDoor
from taf_desktop.ui.pages.meeting import register_meeting_pages
from taf_desktop.ui.pages.old_copies_page import OldCopiesPage
from taf_desktop.ui.pages.passphrase_page import PassphrasePage
from taf_desktop.ui.pages.recovery_page import RecoveryPage
from taf_desktop.ui.pages.settings_page import Keeping
from taf_desktop.ui.pages.unlock_page import LostPassphrasePage, UnlockPage
from taf_desktop.ui.pages.views_group import register_views_pages
from taf_desktop.ui.pages.welcome_page import WelcomePage
from taf_desktop.ui.preferences import LivePreferences
from taf_desktop.ui.records_band import RecordsBand
from taf_desktop.ui.session_watch import SessionWatch
from taf_desktop.ui.this_process import COMING_BACK, guard_process, start_process_again
from taf_desktop.ui.window import TITLE, MainWindow

FAULT = UserError(
    "Something in the program went wrong.",
    "Nothing that was shown as saved is lost. If it happens again, close the program and start it "
    "once more; the file “events.log” beside your records says where it happened, and holds "
    "nothing about any family.",
)


class Application:
    """The window, and what stands behind it: the door, or the open records.

    `start_again` ends this process and begins a new one, because nothing else empties its memory.
    Without it, as in tests, the pages and the records are only let go of.
    """

    def __init__(
        self,
        qt: QApplication,
        places: Places,
        ask: Ask,
        clock: Clock,
        *,
        work: Work | None = None,
        start_again: Callable[[ComingBack], object] | None = None,
        coming_back: ComingBack = NOWHERE,
    ) -> None:
        self.places, self._clock, self._start_again = places, clock, start_again
        self.coming_back = coming_back
        self.preferences = LivePreferences(places.settings, qt)
        self.preferences.wear()
        self.window = MainWindow(ask=ask, clock=clock)
        self.window.zoom_hook = self._keep_zoom
        self.window.closed_hook = self._close_for_good
        self.window.beside_hook = self._watch_beside
        self.vault = Vault(places.records, clock, work=work)
        self.workspace: Workspace | None = None
        self.idle = IdleWatch()
        self.idle.idle.connect(self._lock_by_itself)
        self.clipboard = ConfidentialClipboard(qt.clipboard())
        self.session = SessionWatch()
        self.session.left.connect(self.lock_because)
        self.preferences.changed.connect(self._count_idle_minutes)
        self.band = RecordsBand(self.window, self.go_on_elsewhere)
        self.halfway = HalfwayKeeper(self.window)
        self.beside = BesideWork(self.window.navigator, self.preferences, self.band.tell_found)

    def open(self, practise: bool = False) -> None:
        """Show the window: at the practice families if wanted, else at the door."""
        self.show_door()
        self.window.show()
        if practise:
            try:
                self.door.practise()
            except UserError as error:
                self.window.show_error(error)

    def show_door(self) -> None:
        """Welcome whoever has no records here yet; ask everybody else for the passphrase."""
        window = self.window
        window.start_afresh()
        window.set_practice(False)
        self.door = FrontDoor(window, self.vault, self.places.practice, self._clock, self.go_in)
        door, register = self.door, window.navigator.register
        register("welcome", lambda: WelcomePage(window, door))
        register("start.you", lambda: AboutYouPage(window, door))
        register("start.passphrase", lambda: PassphrasePage(window, door))
        register("start.recovery", lambda: RecoveryPage(window, door))
        register("unlock", lambda: UnlockPage(window, door))
        register("lost", lambda: LostPassphrasePage(window, door))
        records = self.places.records
        register(
            "door.copies",
            lambda: OldCopiesPage(window, lambda: backups_of(records), self._put_in_place),
        )
        if door.has_records:
            window.navigator.go("unlock", because=self.coming_back.why)
        else:
            window.navigator.go("welcome")

    def go_in(self, workspace: Workspace) -> None:
        """Show the records that were opened; the pages of the door are gone."""
        self.workspace = workspace
        window = self.window
        window.start_afresh()
        window.undo_hook = lambda: _undone(workspace.history.undo())
        window.redo_hook = lambda: _done_again(workspace.history.redo())
        window.lock_hook = self.lock
        self.band.begin(workspace)
        workspace.store.file.gone_hook = self.band.tell_gone
        window.show_lock(not workspace.is_practice)
        register_desk_pages(window, workspace, self._keeping(workspace))
        register_family_pages(window, workspace)
        register_views_pages(window, workspace)
        register_meeting_pages(window, workspace)
        window.navigator.go("home")
        locked, self.coming_back = self.coming_back, NOWHERE
        self.halfway.begin(workspace, locked)
        self.beside.begin(workspace)
        self._count_idle_minutes()

    def go_on_elsewhere(self) -> None:
        """Save everything in another folder, as when the records were taken from under the program.

        What was typed and could not be saved is saved there first.
        """
        chosen = self.window.ask.which_folder(self.window, "Where shall the records go on?")
        workspace = self.workspace
        if chosen is None or workspace is None:
            return
        folder = chosen / f"TAF records {self._clock():%Y-%m-%d %H.%M}"
        self.beside.stop_looking()
        try:
            self.vault.go_on_in(workspace, folder)
            self.places = replace(self.places, records=folder)
            self.band.begin(workspace)
            for page in self.window.navigator.pages():
                page.leave()
            self.preferences.choose(records_folder=folder)
        except UserError as error:
            self.window.show_error(error)
            return
        self.beside.begin(workspace)
        self.window.say("Everything is saved in the new folder, and goes on there")

    def practise_again(self) -> None:
        """Throw the practice families away, and go in to fresh ones."""
        self.close()
        self.go_in(start_practice_again(self.places.practice, self._clock))

    def _keeping(self, workspace: Workspace) -> Keeping:
        if workspace.is_practice:
            again = self.practise_again
            return Keeping(preferences=self.preferences, folder=self.places.practice, again=again)
        folder = self.places.records
        return Keeping(
            preferences=self.preferences,
            folder=folder,
            vault=self.vault,
            put_back=self.put_back,
            tell_found=self.beside.tell,
        )

    def put_back(self, backup: Path) -> None:
        """Close the records, let a backup be the records again, and go back to the door."""
        if self.workspace is not None:
            self.workspace.backups.expect(backup)
        self.close()
        try:
            self._put_in_place(backup)
        finally:
            self.lock()

    def _put_in_place(self, backup: Path) -> None:
        put_back(self.places.records, backup, self._clock())

    def lock(self, why: str = BY_HAND) -> None:
        """Close the records and go back to the door, in a new process where that can be."""
        is_practice = self.workspace is not None and self.workspace.is_practice
        page = None if is_practice else self.window.navigator.page
        person = self.workspace.owner_id if self.workspace is not None else None
        self.coming_back = from_page(page, person, why)
        self.close()
        if self._start_again is not None:
            self._start_again(self.coming_back)
        else:
            self.show_door()
            gc.collect()

    def _close_for_good(self) -> None:
        self.halfway.forget()
        self.close()

    def close(self) -> None:
        """Close the records, if they are open; a backup is made of what is new in them."""
        self.idle.stop()
        self.halfway.end()
        self.beside.end()
        workspace, self.workspace = self.workspace, None
        if workspace is not None:
            self.clipboard.forget()
            workspace.close()

    def tell_fault(self) -> None:
        """Say in words that something went wrong in the program, once at a time."""
        if QApplication.activeModalWidget() is None:
            self.window.show_error(FAULT)

    def watch_session(self) -> None:
        """Lock when whoever works here leaves the computer."""
        handle = self.window.windowHandle()
        if handle is not None:
            self.session.watch(handle)

    def _watch_beside(self, beside: QWidget) -> None:
        """Somebody who works in the second window is there too."""
        handle = beside.windowHandle()
        if handle is not None:
            handle.installEventFilter(self.idle)

    def _lock_by_itself(self) -> None:
        minutes = self.preferences.now.idle_minutes
        many = "a minute" if minutes == 1 else f"{minutes} minutes"
        self.lock_because(f"nobody touched it for {many}")

    def lock_because(self, why: str) -> None:
        """Lock without being asked to, through any dialog that is open; the words are saved."""
        if self.workspace is None or self.workspace.is_practice:
            return
        while (asking := QApplication.activeModalWidget()) is not None and asking.close():
            pass
        self.window.lock_hook = partial(self.lock, why)
        self.window.lock()
        if self.workspace is not None:
            self.window.lock_hook = self.lock
        self._count_idle_minutes()

    def _count_idle_minutes(self) -> None:
        handle = self.window.windowHandle()
        if self.workspace is None or self.workspace.is_practice or handle is None:
            self.idle.stop()
        else:
            self.idle.watch(handle, self.preferences.now.idle_minutes)

    def _keep_zoom(self, zoom: int) -> None:
        try:
            self.preferences.choose(zoom=zoom)
        except UserError as error:
            self.window.show_error(error)


def _undone(words: str | None) -> str | None:
    return f"Undone: {words}. Ctrl+Y does it again." if words else None


def _done_again(words: str | None) -> str | None:
    return f"Done again: {words}" if words else None


def run(data_folder: Path | None = None, practise: bool = False) -> int:
    """Open the window and stay until it is closed; the code for the system."""
    guard_process()
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName(TITLE)
    qt.setDesktopFileName("taf-desktop")
    places = places_for(data_folder)
    log = EventLog(places.log, _now)
    application = Application(
        qt,
        places,
        Dialogs(),
        _now,
        start_again=start_process_again,
        coming_back=from_text(os.environ.pop(COMING_BACK, None)),
    )
    catch_faults(log, application.tell_fault)
    application.preferences.follow_system()
    # What stands now stays until the end: looking through it again and again makes pages slow.
    gc.freeze()
    application.open(practise)
    application.watch_session()
    code = qt.exec()
    application.close()
    return code


def check_window() -> None:
    """Open the first window where nobody sees it; raises when it cannot be."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        application = Application(cast(QApplication, qt), places_for(Path(folder)), Dialogs(), _now)
        application.open()
        application.window.close()


def _now() -> datetime:
    return datetime.now().astimezone()
