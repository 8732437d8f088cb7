"""The window: moving between pages, undo in words, zoom, lock; opening changes nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from taf_desktop.errors import UserError
from taf_desktop.ui.autosave import Autosaver
from taf_desktop.ui.page import Page
from taf_desktop.ui.theme import apply_theme, current
from taf_desktop.ui.widgets import Crumb, RailEntry
from tests.accessibility.walk import settle
from tests.ui.gallery import FormPage, WidgetsPage


class FamilyPage(Page):
    """A page that counts what happens to it."""

    name = "family"

    def __init__(self, shell) -> None:
        super().__init__(shell)
        self.reads = 0
        self.saved: list[dict] = []
        self.fault: UserError | None = None
        self.saver = self.keep(Autosaver(self._save, shell))

    def _save(self, changed: dict) -> None:
        if self.fault:
            raise self.fault
        self.saved.append(changed)

    def refresh(self) -> None:
        self.reads += 1
        self.set_heading(f"The family {self.args.get('family_id', '')}")

    def crumbs(self) -> list[Crumb]:
        return [Crumb("Home", "gallery"), Crumb("Marlow")]

    def rail(self) -> list[RailEntry]:
        return [
            RailEntry("One", "family", {"family_id": 1}),
            RailEntry("Two", "family", {"family_id": 2}, status="done"),
        ]


@pytest.fixture
def window(shell):
    shell.navigator.register("gallery", lambda: WidgetsPage(shell))
    shell.navigator.register("form", lambda: FormPage(shell))
    shell.navigator.register("family", lambda: FamilyPage(shell))
    shell.navigator.go("family", family_id=1)
    shell.activateWindow()
    settle()
    return shell


def press(window, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(QApplication.focusWidget() or window, key, held)
    settle()


CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_title_never_names_anybody(window):
    window.navigator.go("gallery")
    assert window.windowTitle() == "TAF Desktop"


def test_the_rail_goes_there_and_marks_where_we_are(window):
    window.rail_bar.button("Two").click()
    assert window.navigator.page.title() == "The family 2"
    assert "current page" in window.rail_bar.button("Two").accessibleName()
    assert "done" in window.rail_bar.button("Two").accessibleName()
    assert "current page" not in window.rail_bar.button("One").accessibleName()


def test_arrows_move_in_the_rail_and_enter_goes(window):
    window.rail_bar.button("One").setFocus()
    press(window, Qt.Key.Key_Down)
    assert window.rail_bar.button("Two").hasFocus()
    press(window, Qt.Key.Key_Return)
    assert window.navigator.page.title() == "The family 2"


def test_a_crumb_and_back_lead_back(window):
    window.navigator.go("gallery")
    press(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.navigator.page.title() == "The family 1"
    window.top.findChildren(QLabel)
    crumb = next(
        one for one in window.top.findChildren(type(window.top.lock).__base__)
        if one.accessibleName() == "Back to Home"
    )  # fmt: skip
    crumb.click()
    assert window.navigator.page.name == "gallery"


def test_leaving_saves_what_was_typed(window):
    page = window.navigator.page
    page.saver.set("name", "El")
    assert window.navigator.go("gallery")
    assert page.saved == [{"name": "El"}]


def test_a_page_that_cannot_save_is_not_left(window):
    page = window.navigator.page
    page.fault = UserError("The disk is full", "Free some space.")
    page.saver.set("name", "El")
    assert not window.navigator.go("gallery")
    assert window.navigator.page is page
    window.ask.give([False])
    assert not window.close()
    page.fault = None
    assert window.navigator.go("gallery")
    assert page.saved == [{"name": "El"}]


def test_undo_says_what_it_undid_and_the_page_reads_again(window):
    page = window.navigator.page
    reads = page.reads
    window.undo_hook = lambda: "Undone: Add Nan"
    press(window, Qt.Key.Key_Z, CTRL)
    assert window.top.saved.text() == "Undone: Add Nan"
    assert page.reads == reads + 1


def test_nothing_to_undo_is_said(window):
    reads = window.navigator.page.reads
    press(window, Qt.Key.Key_Z, CTRL)
    assert window.top.saved.text() == "There is nothing to undo"
    press(window, Qt.Key.Key_Y, CTRL)
    assert window.top.saved.text() == "There is nothing to do again"
    assert window.navigator.page.reads == reads


def test_undo_in_a_box_takes_back_typing_first_and_then_steps(window):
    undone: list[str] = []
    window.undo_hook = lambda: undone.append("step") or "Undone: a step"
    window.navigator.go("form")
    box = window.navigator.page.form.editor("name").box
    box.setFocus()
    QTest.keyClicks(box, "El")
    while box.isUndoAvailable():
        press(window, Qt.Key.Key_Z, CTRL)
    assert box.text() == ""
    assert undone == []
    press(window, Qt.Key.Key_Z, CTRL)
    assert undone == ["step"]


def test_an_undo_that_fails_is_told_in_words(window):
    def fails() -> str:
        raise UserError("Nothing was undone", "Unlock first.")

    window.undo_hook = fails
    window.undo()
    assert window.ask.asked == [("message", "Nothing was undone", "Unlock first.")]


def test_lock_saves_first(window):
    order: list[str] = []
    page = window.navigator.page
    page.saver.set("name", "El")
    window.lock_hook = lambda: order.append(f"locked after {len(page.saved)} save")
    press(window, Qt.Key.Key_L, CTRL)
    assert order == ["locked after 1 save"]


def test_zoom_keys_change_every_size(window, qapp):
    before = window.top.lock.height()
    for _ in range(5):
        press(window, Qt.Key.Key_Plus, CTRL)
    assert current().zoom == 150
    assert window.top.lock.height() > before
    press(window, Qt.Key.Key_0, CTRL)
    assert current().zoom == 100
    apply_theme(qapp, "light")


def test_the_keyboard_page_lists_every_key(window):
    press(window, Qt.Key.Key_F1)
    shown = {label.text() for label in window.navigator.page.findChildren(QLabel)}
    for shortcuts in window.shortcuts.areas().values():
        assert {one.keys for one in shortcuts} <= shown
        assert {one.words for one in shortcuts} <= shown


def test_the_practice_band_is_there_in_words(window):
    assert not window.band.isVisible()
    window.set_practice(True)
    assert window.band.isVisible()
    assert window.band.label.text() == "Practice: nothing here is real"


def test_f6_goes_from_part_to_part_and_round(window):
    window.navigator.go("gallery")
    seen = []
    for _ in range(3):
        press(window, Qt.Key.Key_F6)
        now = QApplication.focusWidget()
        parts = {"page": window.navigator.page, "rail": window.rail_bar, "top": window.top}
        seen.append(next(name for name, part in parts.items() if part.isAncestorOf(now)))
    assert set(seen) == {"page", "rail", "top"}


def test_opening_every_page_saves_nothing(window):
    page = window.navigator.page
    for name in ("gallery", "form", "keyboard", "family"):
        window.navigator.go(name)
    assert page.saved == []
    assert dict(page.saver.waiting) == {}


def test_the_window_fits_a_small_screen(window):
    window.navigator.go("gallery")
    for zoom in (100, 200):
        apply_theme(QApplication.instance(), "light", zoom)
        settle()
        window.resize(800, 560)
        settle()
        assert window.width() == 800
        assert window.height() == 560
    apply_theme(QApplication.instance(), "light")
