"""The window: top bar, rail, the page, and the practice band around them."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QWidget,
)

from taf_desktop.errors import UserError
from taf_desktop.ui.announce import announce
from taf_desktop.ui.ask import Ask
from taf_desktop.ui.focus_order import neighbour, settle_focus
from taf_desktop.ui.frame import Frame
from taf_desktop.ui.keyboard_page import KeyboardPage
from taf_desktop.ui.navigator import Navigator
from taf_desktop.ui.page import Page
from taf_desktop.ui.screens_watch import ScreensWatch
from taf_desktop.ui.shortcuts import Shortcuts
from taf_desktop.ui.theme import ZOOM_STEP, apply_theme, current
from taf_desktop.ui.widgets import Crumb, RailEntry
from taf_desktop.ui.widgets.text import show_if

TITLE = "TAF Desktop"
MEETING = "Meeting"
PRACTICE = "Practice: nothing here is real"
KEYS_WHILE_HELD = ("Ctrl+L", "Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+0")

Hook = Callable[[], str | None]
"""Undoes or redoes one step and says which in words; None when there is none."""

StepGuard = Callable[[bool], str | None]
"""Before a step is undone, or done again (True): shows where it stands, or says why it stays."""


class Beside(Protocol):
    """A second window beside this one, with words that are saved and hidden together with it."""

    def leave(self) -> bool:
        """Save what was typed; False when that was not possible."""

    def go_away(self) -> None:
        """Go away, saved or not."""


class MainWindow(QMainWindow):
    """Holds the pages; its title never names anybody."""

    typed = Signal()
    """Somebody types into a box that waits for Enter, or something was saved."""

    def __init__(self, ask: Ask, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.ask, self.clock = ask, clock
        self.undo_hook: Hook = lambda: None
        self.redo_hook: Hook = lambda: None
        self.step_guard: StepGuard = lambda _again: None
        self.lock_hook: Callable[[], object] = lambda: None
        self.zoom_hook: Callable[[int], object] = lambda _zoom: None
        self.closed_hook: Callable[[], object] = lambda: None
        self.beside: Beside | None = None
        self.beside_hook: Callable[[QWidget], object] = lambda _beside: None
        self.setWindowTitle(TITLE)
        self.frame = Frame()
        self.band, self.top, self.rail_bar = self.frame.band, self.frame.top, self.frame.rail
        self.stack = self.frame.stack
        self.navigator = Navigator(self._show_page)
        self.screens = ScreensWatch()
        self.shortcuts = Shortcuts(self)
        self.setCentralWidget(self.frame)
        self._connect()
        self._add_keys()
        self.resize(1280, 720)

    def _connect(self) -> None:
        self.top.went.connect(self._follow)
        self.rail_bar.chosen.connect(self._follow)
        self.top.lock_pressed.connect(self.lock)
        self.top.menu_pressed.connect(self._toggle_rail)

    def _add_keys(self) -> None:
        self.navigator.register("keyboard", lambda: KeyboardPage(self))
        add = self.shortcuts.add
        add("Ctrl+Z", "Undo the last step", self.undo)
        add("Ctrl+Y", "Do it again", self.redo)
        add("Alt+Left", "Back to the page before", self.navigator.back)
        add("F6", "To the next part of the window", self._next_part)
        add("Ctrl+L", "Lock", self.lock)
        add("Ctrl++", "Larger", lambda: self.zoom_by(ZOOM_STEP))
        add("Ctrl+=", "Larger (without Shift)", lambda: self.zoom_by(ZOOM_STEP))
        add("Ctrl+-", "Smaller", lambda: self.zoom_by(-ZOOM_STEP))
        add("Ctrl+0", "Normal size", lambda: self.zoom_to(100))
        add("F1", "This list of keys", lambda: self.navigator.go("keyboard"))

    def set_practice(self, practising: bool) -> None:
        """Show on every page that nothing here is real."""
        self.set_band(PRACTICE if practising else "")

    def set_band(self, words: str) -> None:
        """Show something on every page that must not be overlooked; no words hide it."""
        self.band.label.setText(words)
        self.band.setVisible(bool(words))

    def say(self, words: str) -> None:
        """Show a short message at the top, or on a page that hides the top, and speak it."""
        self.top.set_saved(words)
        if self.navigator.page is not None:
            self.navigator.page.show_said(words)
        announce(self.top, words)

    def note_typing(self) -> None:
        """Have the words in a box that waits for Enter kept, to outlive a power cut."""
        self.typed.emit()

    def say_saved(self) -> None:
        """Say that everything is saved, now."""
        self.say(f"Saved at {self.clock():%H:%M} on this laptop")
        self.typed.emit()

    def show_error(self, error: UserError) -> None:
        """Say what did not happen and what to do."""
        self.ask.message(self, error.title, error.message)

    def undo(self) -> None:
        """Undo the last step, in words."""
        self._step(self.undo_hook, "There is nothing to undo", again=False)

    def redo(self) -> None:
        """Do again what was undone, in words."""
        self._step(self.redo_hook, "There is nothing to do again", again=True)

    def _step(self, hook: Hook, otherwise: str, *, again: bool) -> None:
        if self.navigator.page is not None and not self.navigator.page.leave():
            return
        stays = self.step_guard(again)
        if stays is not None:
            self.say(stays)
            return
        try:
            words = hook()
        except UserError as error:
            self.show_error(error)
            return
        if words and self.navigator.page is not None:
            self.navigator.page.refresh()
            self.refresh_around()
        self.say(words or otherwise)

    def lock(self) -> None:
        """Save what was typed, and lock."""
        if self._all_saved("Lock and lose it"):
            self.lock_hook()

    def _all_saved(self, anyway: str) -> bool:
        """Save what was typed; when that fails, whether the person goes on all the same."""
        left = [page.leave() for page in self.navigator.pages()]
        left += [self.beside.leave()] if self.beside is not None else []
        if all(left):
            return True
        return self.ask.confirm(
            self,
            "What you typed last could not be saved.",
            "It still stands on the page where you typed it.",
            yes=anyway,
            no="Stay",
        )

    def start_afresh(self) -> None:
        """Let go of every page, hook and key, as between the door and the records."""
        self.undo_hook = self.redo_hook = lambda: None
        self.lock_hook = lambda: None
        self.step_guard = lambda _again: None
        if self.navigator.is_held:
            self.let_go()
        if self.beside is not None:
            self.beside.go_away()
        self._take_out(self.navigator.drop_pages())
        self.shortcuts.clear()
        self._add_keys()
        self.top.set_saved("")
        self.show_lock(False)

    def forget_others(self) -> None:
        """Let go of every page but this one, and of the way here."""
        self._take_out(self.navigator.drop_others())
        self.navigator.forget_way()

    def _take_out(self, pages: Iterable[Page]) -> None:
        """Take pages off the window, with every word that stands on them."""
        for page in pages:
            page.forget_savers()
            self.stack.removeWidget(page)
            page.setParent(None)
            page.deleteLater()

    def hold(self) -> None:
        """Let nothing lead away from this page while a child has the laptop; it can be locked."""
        self.navigator.is_held = True
        self.shortcuts.hold(KEYS_WHILE_HELD)
        for button in self.band.buttons:
            button.setEnabled(False)
        self.showFullScreen()

    def let_go(self) -> None:
        """The laptop is back with whoever works with it."""
        self.navigator.is_held = False
        self.shortcuts.let_go()
        for button in self.band.buttons:
            button.setEnabled(True)
        self.showNormal()

    def show_lock(self, shown: bool) -> None:
        """Show the lock button where there is something to lock."""
        show_if(self.top.lock, shown)

    def zoom_by(self, step: int) -> None:
        """Make everything larger or smaller."""
        self.zoom_to(current().zoom + step)

    def zoom_to(self, zoom: int) -> None:
        """Show everything at this size, in per cent."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            worn = apply_theme(app, current().name, zoom)
            self.zoom_hook(worn.zoom)
            self.say(f"Size {worn.zoom} %")

    def refresh_around(self) -> None:
        """Read crumbs and rail of the current page again."""
        page = self.navigator.page
        if page is None:
            return
        # The bar is hidden in a meeting; what stands on it would still name the family.
        self.top.set_breadcrumb([] if page.meeting else page.crumbs())
        self.setWindowTitle(MEETING if page.meeting else TITLE)
        entries = page.rail()
        self.rail_bar.set_entries(entries)
        self.rail_bar.set_current(*page.rail_key())
        self._arrange()

    def _show_page(self, page: Page) -> None:
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        before = self.stack.currentWidget()
        if page.meeting and not (isinstance(before, Page) and before.meeting):
            # What was said at the desk, of somebody who was undone, is not for the room.
            self.top.set_saved("")
        self.stack.setCurrentWidget(page)
        self.frame.is_rail_wanted = False
        if page.meeting:
            self._take_out(self.navigator.drop_others())
        self.refresh_around()
        page.body.verticalScrollBar().setValue(0)
        settle_focus(page)
        # The page itself takes the focus, so that Tab comes to its first thing next.
        (page.first_focus() or page).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(page, page.title())

    def _follow(self, to: Crumb | RailEntry) -> None:
        self.navigator.go(to.page, **dict(to.args))

    def _toggle_rail(self) -> None:
        self.frame.is_rail_wanted = not self.frame.is_rail_wanted
        self._arrange()
        if self.frame.is_rail_wanted and self.rail_bar.buttons:
            self.rail_bar.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _arrange(self) -> None:
        self.frame.arrange(self.navigator.page, self.width())

    def has_rail(self) -> bool:
        """Whether the rail stands beside the page, with room for both."""
        return not self.rail_bar.isHidden()

    def focus_rail(self) -> None:
        """Take the focus to the line of the rail that leads to this page."""
        self.rail_bar.focus_current()

    def _next_part(self) -> None:
        self.frame.focus_next_part(self.navigator.page)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go through the window as it is read, whatever was built when."""
        to = neighbour(self, QApplication.focusWidget(), forward)
        if to is None:
            return False
        reasons = Qt.FocusReason
        to.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the page when there is little."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Make room for the page when everything is larger."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self._arrange)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what was typed; stay open when that fails."""
        if self._all_saved("Close and lose it"):
            if self.beside is not None:
                self.beside.go_away()
            self.closed_hook()
            event.accept()
        else:
            event.ignore()
