"""Copies to fall back on: made by themselves, looked into, and brought back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from taf_desktop.app import Application
from taf_desktop.ui.beside_work import HALF_HOUR
from tests.accessibility.walk import assert_accessible, settle
from tests.conftest import PASSPHRASE, TestClock
from tests.ui.application_fixture import press, tab_to, type_words

ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


def page(application: Application):
    return application.window.navigator.page


def names(application: Application) -> list[str]:
    return [line.family.name for line in application.workspace.families.lines()]


def words(application: Application) -> list[str]:
    labels = page(application).findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


def unlock() -> None:
    type_words(PASSPHRASE)
    press(ENTER)


@pytest.fixture
def copies(inside: Application, clock: TestClock) -> Application:
    """Inside, on the page of copies; one copy holds Marlow, Baines came after it."""
    inside.workspace.backups.make()
    clock.set("2026-01-30", "09:00")
    inside.workspace.families.add("Baines")
    inside.window.navigator.go("settings.backups")
    settle()
    return inside


def test_a_copy_is_made_when_the_records_are_locked_and_only_if_something_is_new(
    inside: Application, clock: TestClock
) -> None:
    folder = inside.workspace.backups.folder
    clock.set("2026-01-29", "16:00")
    press(Qt.Key.Key_L, CTRL)
    assert len(list(folder.glob("*.db"))) == 1
    clock.set("2026-01-29", "17:00")
    unlock()
    press(Qt.Key.Key_L, CTRL)
    assert len(list(folder.glob("*.db"))) == 1


def test_every_half_hour_a_copy_is_made_of_what_is_new(
    inside: Application, clock: TestClock
) -> None:
    assert inside.beside.half_hours.interval() == HALF_HOUR == 1_800_000
    assert inside.beside.half_hours.isActive()
    clock.set("2026-01-29", "16:00")
    inside.beside.half_hours.timeout.emit()
    clock.set("2026-01-29", "16:30")
    inside.beside.half_hours.timeout.emit()
    assert len(inside.workspace.backups.kept()) == 1
    inside.workspace.families.add("Baines")
    inside.beside.half_hours.timeout.emit()
    assert len(inside.workspace.backups.kept()) == 2


def test_practice_makes_no_copies(practising: Application) -> None:
    folder = practising.workspace.backups.folder
    practising.window.lock()
    settle()
    assert not folder.exists()


def test_settings_lead_to_the_copies(inside: Application) -> None:
    inside.window.navigator.go("settings")
    settle()
    tab_to("Copies to fall back on")
    press(ENTER)
    assert page(inside).name == "settings.backups"
    assert "There is no copy yet. The first one is made when you lock." in words(inside)


def test_what_is_in_a_copy_is_told_and_one_family_comes_back(copies: Application) -> None:
    marlow = next(
        line.family for line in copies.workspace.families.lines() if line.family.name == "Marlow"
    )
    copies.workspace.families.take_away(marlow.id)
    page(copies).refresh()
    settle()
    tab_to("Bring back the Marlow family")
    press(ENTER)
    assert sorted(names(copies)) == ["Baines", "Marlow"]
    assert copies.window.top.saved.text() == "The Marlow family is back. Ctrl+Z takes that back."
    press(Qt.Key.Key_Z, CTRL)
    assert names(copies) == ["Baines"]


def test_opening_and_looking_changes_nothing(copies: Application) -> None:
    before = copies.workspace.history.count()
    page(copies).refresh()
    settle()
    assert copies.workspace.history.count() == before


def test_everything_goes_back_and_what_was_there_is_set_aside(
    copies: Application, clock: TestClock
) -> None:
    copies.window.ask.give([True])
    chosen = page(copies).workspace.backups.kept()[0]
    tab_to("Let this copy be the records again")
    press(ENTER)
    assert copies.workspace is None
    assert page(copies).name == "unlock"
    (aside,) = copies.places.records.glob("set-aside-*")
    assert (aside / "records.db").stat().st_size > 0
    unlock()
    assert names(copies) == ["Marlow"]
    # What was typed after that copy was kept in a newer one before anything was put back.
    newest = copies.workspace.backups.kept()[0]
    assert newest.made_at > chosen.made_at
    families = copies.workspace.backups.families_in(newest.path)
    assert [line.name for line in families] == ["Baines", "Marlow"]


def test_a_copy_that_was_put_back_on_purpose_is_no_alarm(copies: Application) -> None:
    copies.window.ask.give([True])
    tab_to("Let this copy be the records again")
    press(ENTER)
    unlock()
    assert copies.beside.looking is not None
    copies.beside.looking.wait()
    settle()
    assert not copies.window.band.isVisible()
    assert copies.workspace.looking_through.look().is_well


def test_that_an_erased_family_would_be_back_is_said_before(copies: Application) -> None:
    marlow = next(
        line.family for line in copies.workspace.families.lines() if line.family.name == "Marlow"
    )
    copies.workspace.erasing.erase(marlow.id, "a parent asked for it")
    page(copies).refresh()
    settle()
    copies.window.ask.give([False])
    tab_to("Let this copy be the records again")
    press(ENTER)
    _kind, _title, asked = copies.window.ask.asked[-1]
    assert f"older than an erasure: {marlow.reference} would be in the records again" in asked
    assert "Marlow" not in asked


def test_staying_changes_nothing(copies: Application) -> None:
    copies.window.ask.give([False])
    tab_to("Let this copy be the records again")
    press(ENTER)
    assert sorted(names(copies)) == ["Baines", "Marlow"]


def test_records_that_cannot_be_opened_are_replaced_by_a_copy_at_the_door(
    copies: Application,
) -> None:
    copies.window.lock()
    settle()
    records = copies.places.records / "records.db"
    records.write_bytes(b"")
    unlock()
    assert page(copies).name == "unlock"
    assert page(copies).trouble.isVisible()
    copies.window.ask.give([True])
    tab_to("Bring back an earlier copy")
    press(ENTER)
    assert page(copies).name == "door.copies"
    press(ENTER)
    assert page(copies).name == "unlock"
    unlock()
    assert sorted(names(copies)) == ["Baines", "Marlow"]


def test_a_second_folder_is_tried_at_once_and_remembered(
    copies: Application, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    copies.window.ask.give([stick])
    tab_to("Choose a second folder")
    press(ENTER)
    assert len(list(stick.glob("records-*.db"))) == 1
    assert copies.preferences.now.second_backups == str(stick)
    tab_to("Only on this computer")
    press(ENTER)
    assert copies.preferences.now.second_backups is None


def test_a_stick_that_is_gone_is_said_and_does_not_hold_up_the_lock(
    copies: Application, tmp_path: Path
) -> None:
    copies.preferences.choose(second_backups=tmp_path / "gone")
    before = len(copies.workspace.backups.kept())
    tab_to("Make a copy now")
    press(ENTER)
    assert copies.window.ask.asked[-1][1] == "The second copy was not made."
    assert len(copies.workspace.backups.kept()) == before + 1
    copies.workspace.families.add("Nowak")
    press(Qt.Key.Key_L, CTRL)
    assert page(copies).name == "unlock"


def test_a_damaged_copy_says_so_where_it_is_looked_at(copies: Application) -> None:
    (copy,) = copies.workspace.backups.kept()
    copy.path.write_bytes(bytes(8192))
    page(copies).refresh()
    settle()
    assert page(copies).family_buttons == {}
    assert any("damaged" in text for text in words(copies))


def test_the_copies_at_the_desk_are_accessible(theme: str, copies: Application) -> None:
    copies.preferences.choose(theme=theme)
    settle()
    assert_accessible(copies.window)


def test_the_copies_at_the_door_are_accessible(theme: str, copies: Application) -> None:
    copies.preferences.choose(theme=theme)
    copies.window.lock()
    copies.window.navigator.go("door.copies")
    settle()
    assert_accessible(copies.window)
