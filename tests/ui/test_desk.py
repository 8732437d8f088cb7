"""The pages that belong to no family, the lock, undo, and the settings."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from taf_desktop.app import Application
from taf_desktop.errors import UserError
from taf_desktop.ui.theme import current
from tests.accessibility.walk import assert_accessible, settle
from tests.conftest import PASSPHRASE
from tests.ui.application_fixture import press, tab_to, type_words

ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier
PAGES = (
    "home", "actions", "keyboard", "settings", "settings.passphrase", "settings.recovery",
    "settings.licences",
)  # fmt: skip


def page_name(application: Application) -> str:
    page = application.window.navigator.page
    assert page is not None
    return page.name


def go(application: Application, name: str) -> None:
    application.window.navigator.go(name)
    settle()


def test_undo_and_redo_say_in_words_what_they_did(inside: Application) -> None:
    inside.workspace.families.add("Nowak")
    press(Qt.Key.Key_Z, CTRL)
    assert inside.window.top.saved.text() == "Undone: Add a family. Ctrl+Y does it again."
    assert [line.family.name for line in inside.workspace.families.lines()] == ["Marlow"]
    press(Qt.Key.Key_Y, CTRL)
    assert inside.window.top.saved.text() == "Done again: Add a family"
    assert len(inside.workspace.families.lines()) == 2


@pytest.mark.parametrize("name", PAGES)
def test_opening_a_page_changes_nothing(inside: Application, name: str) -> None:
    before = inside.workspace.history.count()
    go(inside, name)
    go(inside, "home")
    assert inside.workspace.history.count() == before


def test_locking_lets_go_of_the_records_and_asks_for_the_passphrase(inside: Application) -> None:
    workspace = inside.workspace
    go(inside, "actions")
    press(Qt.Key.Key_L, CTRL)
    assert inside.workspace is None
    assert page_name(inside) == "unlock"
    assert not inside.window.navigator.knows("home")
    assert not inside.window.top.lock.isVisible()
    with pytest.raises(UserError, match="locked"):
        workspace.families.lines()
    type_words(PASSPHRASE)
    press(ENTER)
    assert page_name(inside) == "actions"


def test_keys_of_the_records_do_nothing_at_the_door(inside: Application) -> None:
    press(Qt.Key.Key_L, CTRL)
    for key in (Qt.Key.Key_N, Qt.Key.Key_K, Qt.Key.Key_Z):
        press(key, CTRL)
    assert page_name(inside) == "unlock"


def test_the_program_locks_by_itself_after_the_chosen_minutes(inside: Application) -> None:
    assert inside.idle.timer.interval() == 5 * 60_000
    inside.preferences.choose(idle_minutes=2)
    assert inside.idle.timer.interval() == 2 * 60_000
    assert inside.idle.timer.isActive()
    inside.idle.timer.timeout.emit()
    settle()
    assert page_name(inside) == "unlock"
    assert not inside.idle.timer.isActive()


def test_a_touch_begins_the_minutes_again(inside: Application) -> None:
    inside.idle.timer.start(400_000)
    press(Qt.Key.Key_Tab)
    assert inside.idle.timer.remainingTime() > 300_000


def test_practice_does_not_lock_by_itself(practising: Application) -> None:
    assert not inside_minutes(practising)


def inside_minutes(application: Application) -> bool:
    return application.idle.timer.isActive()


def test_a_chosen_look_is_worn_at_once_and_kept(inside: Application) -> None:
    go(inside, "settings")
    page = inside.window.navigator.page
    page.look.buttons["dark"].click()
    page.larger.click()
    page.minutes.buttons["10"].click()
    assert (current().name, current().zoom) == ("dark", 110)
    assert page.zoom.text() == "Now 110 %"
    kept = json.loads(inside.places.settings.read_text(encoding="utf-8"))
    assert (kept["theme"], kept["zoom"], kept["idle_minutes"]) == ("dark", 110, 10)


def test_the_zoom_keys_are_kept_and_stop_at_the_largest(inside: Application) -> None:
    press(Qt.Key.Key_Plus, CTRL)
    assert inside.preferences.now.zoom == 110
    inside.preferences.choose(zoom=9999)
    assert inside.preferences.now.zoom == 250


def test_settings_that_cannot_be_kept_are_said_and_hold_until_the_end(
    inside: Application, tmp_path: Path
) -> None:
    inside.places.settings.mkdir()
    go(inside, "settings")
    inside.window.navigator.page.look.buttons["contrast"].click()
    assert current().name == "contrast"
    assert inside.window.ask.asked[-1][1] == "This choice will not be remembered."


def test_a_look_chosen_after_locking_meets_no_page_that_is_gone(inside: Application) -> None:
    go(inside, "settings")
    inside.window.lock()
    settle()
    inside.preferences.choose(theme="dark")
    assert current().name == "dark"


def test_settings_say_where_the_records_are_and_whose_words_are_used(inside: Application) -> None:
    go(inside, "settings")
    words = " ".join(label.text() for label in labels(inside))
    assert "Rutland, version" in words
    assert str(inside.places.records) in words.replace("\u200b", "")


def labels(application: Application) -> list:
    from_page = application.window.navigator.page
    return [one for one in from_page.findChildren(object) if hasattr(one, "wordWrap")]


def test_the_passphrase_is_changed_and_the_old_one_opens_no_more(inside: Application) -> None:
    new = "heron lantern copper twelve"
    go(inside, "settings.passphrase")
    type_words(PASSPHRASE)
    for name in ("New passphrase", "The same passphrase again"):
        tab_to(name)
        type_words(new)
    press(ENTER)
    assert page_name(inside) == "settings"
    assert inside.window.top.saved.text() == "The passphrase is changed"
    inside.window.lock()
    with pytest.raises(UserError):
        inside.vault.unlock(PASSPHRASE)
    inside.vault.unlock(new).close()


def test_a_wrong_old_passphrase_changes_nothing(inside: Application) -> None:
    go(inside, "settings.passphrase")
    type_words("plum ladder quiet eight")
    for name in ("New passphrase", "The same passphrase again"):
        tab_to(name)
        type_words("heron lantern copper twelve")
    press(ENTER)
    assert page_name(inside) == "settings.passphrase"
    assert inside.window.navigator.page.trouble.lead.text() == "That is not the passphrase."


def test_a_new_recovery_code_opens_and_is_forgotten_on_leaving(inside: Application) -> None:
    go(inside, "settings.recovery")
    page = inside.window.navigator.page
    code = page.groups.accessibleDescription().replace(", ", "-")
    type_words(PASSPHRASE)
    press(ENTER)
    assert inside.window.top.saved.text() == "The new recovery code counts from now on"
    assert page.groups.accessibleDescription() == ""
    assert page.now.text() == ""
    inside.window.lock()
    inside.vault.recover(code, "heron lantern copper twelve").close()


def test_practice_can_begin_again(practising: Application) -> None:
    practising.workspace.families.add("Nowak")
    go(practising, "settings")
    practising.window.ask.give([True])
    tab_to("Begin practice again")
    press(ENTER)
    assert page_name(practising) == "home"
    assert "Nowak" not in [line.family.name for line in practising.workspace.families.lines()]


@pytest.mark.parametrize("name", PAGES)
def test_each_page_of_the_desk_is_accessible(theme: str, inside: Application, name: str) -> None:
    inside.preferences.choose(theme=theme)
    go(inside, name)
    assert_accessible(inside.window)


@pytest.mark.parametrize("name", ["home", "actions", "settings"])
def test_the_desk_is_accessible_with_families(
    theme: str, practising: Application, name: str
) -> None:
    practising.preferences.choose(theme=theme)
    go(practising, name)
    assert_accessible(practising.window)


def test_words_are_found_anywhere_and_are_a_press_away(practising: Application) -> None:
    press(Qt.Key.Key_K, CTRL)
    type_words("spare grown")
    page = practising.window.navigator.page
    assert [row.accessibleName() for row in page.found.rows] == [
        "Calls herself the spare grown-up., Marlow · How El sees themselves: what is hard"
    ]
    tab_to("Calls herself the spare grown-up.")
    press(ENTER)
    assert page_name(practising) == "family.assessment"


def test_words_that_stand_nowhere_are_said(practising: Application) -> None:
    press(Qt.Key.Key_K, CTRL)
    type_words("zzz")
    words = " ".join(label.text() for label in labels(practising))
    assert "These words stand nowhere" in words
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Delete)
    assert not practising.window.navigator.page.found.isVisible()
