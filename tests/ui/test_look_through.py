"""The file is looked through after each unlocking; damage is said, and nothing is changed then."""

import gc
import shutil
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from taf_desktop.app import Application
from taf_desktop.errors import UserError
from taf_desktop.services.vault import Vault
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.ui.look_through import LookThrough
from taf_desktop.ui.records_band import DAMAGED, GONE, NOT_AS_LEFT
from tests.accessibility.walk import assert_accessible, settle
from tests.conftest import PASSPHRASE, TestClock
from tests.store.soundness import data_key
from tests.store.test_audit import raw
from tests.ui.application_fixture import focused, press, tab_to, type_words

PAGE = 4096


@pytest.fixture
def damaged(locked: Application) -> Application:
    """Records with one family, of which the last page has a wrong byte."""
    records = locked.places.records / "records.db"
    content = bytearray(records.read_bytes())
    content[-PAGE + 100] ^= 1
    records.write_bytes(bytes(content))
    return locked


def unlock(application: Application) -> None:
    type_words(PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert application.beside.looking is not None
    application.beside.looking.wait()
    settle()


def test_whole_records_are_opened_without_a_word(locked: Application) -> None:
    unlock(locked)
    assert not locked.window.band.isVisible()
    assert not locked.workspace.is_read_only


def test_damage_is_said_on_every_page_and_leads_to_the_copies(damaged: Application) -> None:
    unlock(damaged)
    assert damaged.window.band.label.text() == DAMAGED
    tab_to("What was found")
    press(Qt.Key.Key_Return)
    tab_to("Copies to fall back on")
    press(Qt.Key.Key_Return)
    assert damaged.window.navigator.page.name == "settings.backups"
    assert damaged.window.band.isVisible()


def test_damaged_records_are_read_and_not_changed(damaged: Application) -> None:
    unlock(damaged)
    assert [line.family.name for line in damaged.workspace.families.lines()] == ["Marlow"]
    with pytest.raises(UserError, match="only be read"):
        damaged.workspace.families.add("Baines")


def test_locking_waits_for_the_look_and_takes_the_words_away(damaged: Application) -> None:
    type_words(PASSPHRASE)
    press(Qt.Key.Key_Return)
    damaged.window.lock()
    settle()
    assert damaged.beside.looking is None
    assert not damaged.window.band.isVisible()


def test_the_band_about_damage_is_accessible(theme: str, damaged: Application) -> None:
    damaged.preferences.choose(theme=theme)
    unlock(damaged)
    assert_accessible(damaged.window)


@pytest.fixture
def older(locked: Application) -> Application:
    """Records that were put back as they were before the second family was added."""
    records = locked.places.records / "records.db"
    before = records.read_bytes()
    workspace = locked.vault.unlock(PASSPHRASE)
    workspace.families.add("Baines")
    workspace.close()
    records.write_bytes(before)
    return locked


def words(application: Application) -> list[str]:
    labels = application.window.navigator.page.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


def test_an_older_file_in_the_place_of_the_records_is_said_with_a_way_to_what_was_found(
    older: Application,
) -> None:
    unlock(older)
    assert older.window.band.label.text() == NOT_AS_LEFT
    tab_to("What was found")
    press(Qt.Key.Key_Return)
    settle()
    assert older.window.navigator.page.name == "settings.look"
    assert "These records are older than they were on this computer" in words(older)


def test_records_that_are_said_to_be_the_right_ones_are_no_alarm_any_more(
    older: Application,
) -> None:
    unlock(older)
    older.window.navigator.go("settings.look")
    settle()
    older.window.ask.give([True])
    tab_to("These are the right records")
    press(Qt.Key.Key_Return)
    settle()
    assert "Everything is as this program wrote it" in words(older)
    assert "29 January 2026, 15:30: Amira said that these are the right records." in words(older)
    assert not older.window.band.isVisible()
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert any("Amira said" in text for text in words(older))
    older.window.lock()
    unlock(older)
    assert not older.window.band.isVisible()


def test_a_change_by_another_program_is_told_step_by_step(locked: Application) -> None:
    folder = locked.places.records
    with raw(folder, data_key(folder)) as file:
        file.execute("UPDATE step SET who = 'Nobody'")
    unlock(locked)
    assert locked.window.band.label.text() == NOT_AS_LEFT
    locked.window.navigator.go("settings.look")
    settle()
    assert "Step 1 of the journal is not as it was written." in words(locked)
    with pytest.raises(AssertionError, match="Tab never came"):
        tab_to("These are the right records")


def test_locking_does_not_wait_for_the_end_of_the_look(locked: Application) -> None:
    workspace = locked.vault.unlock(PASSPHRASE)
    looking = LookThrough(workspace)
    told: list[object] = []
    looking.found.connect(told.append)
    looking.start()
    looking.end()
    assert looking.isFinished()
    workspace.close()
    settle()
    assert told == []


def test_what_was_found_is_accessible(theme: str, older: Application) -> None:
    older.preferences.choose(theme=theme)
    unlock(older)
    older.window.navigator.go("settings.look")
    settle()
    assert_accessible(older.window)


def test_going_to_a_family_notes_who_looked_and_the_history_page_says_so(
    inside: Application,
) -> None:
    [line] = inside.workspace.families.lines()
    before = inside.workspace.history.count()
    inside.window.navigator.go("family.overview", family_id=line.family.id)
    inside.window.navigator.go("family.people", family_id=line.family.id)
    assert inside.workspace.history.count() == before + 1
    inside.window.navigator.go("family.history", family_id=line.family.id)
    settle()
    assert "29 January 2026" in words(inside)
    assert "Amira" in words(inside)


def test_practice_notes_no_looks(practising: Application) -> None:
    workspace = practising.workspace
    before = workspace.history.count()
    family = workspace.families.lines()[0].family
    practising.window.navigator.go("family.overview", family_id=family.id)
    assert workspace.history.count() == before


def test_the_newest_whole_copy_is_named_and_what_can_be_read_is_saved(
    locked: Application, clock: TestClock, tmp_path: Path
) -> None:
    workspace = locked.vault.unlock(PASSPHRASE)
    clock.set("2026-01-30", "09:00")
    workspace.backups.make()
    clock.set("2026-01-31", "09:00")
    newest = workspace.backups.make()
    workspace.close()
    newest.path.write_bytes(b"0" * 8192)
    records = locked.places.records / "records.db"
    content = bytearray(records.read_bytes())
    content[-PAGE + 100] ^= 1
    records.write_bytes(bytes(content))
    unlock(locked)
    locked.window.navigator.go("settings.look")
    settle()
    assert "The newest whole copy was made on 30 January 2026, 09:00." in words(locked)
    locked.window.ask.give([tmp_path])
    tab_to("Save what can be read")
    press(Qt.Key.Key_Return)
    _kind, title, _words = locked.window.ask.asked[-1]
    assert title == "What can be read is saved."
    saved = Vault(tmp_path / "TAF records 2026-01-31 09.00", clock, work=LEAST_WORK)
    there = saved.unlock(PASSPHRASE)
    assert [line.family.name for line in there.families.lines()] == ["Marlow"]
    there.close()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be taken away there")
def test_records_taken_away_while_somebody_types_go_on_elsewhere_with_the_last_words(
    inside: Application, clock: TestClock, tmp_path: Path
) -> None:
    family = inside.workspace.families.lines()[0].family
    inside.window.navigator.go("family.request", family_id=family.id)
    shutil.rmtree(inside.places.records)
    tab_to("What they said")
    focused().insertPlainText("Nobody sleeps since the move.")
    press(Qt.Key.Key_Tab)
    assert inside.window.band.label.text() == GONE
    (tmp_path / "stick").mkdir()
    inside.window.ask.give([tmp_path / "stick"])
    tab_to("Choose another folder")
    press(Qt.Key.Key_Return)
    assert not inside.window.band.isVisible()
    assert inside.workspace.requests.current(family.id).concern == "Nobody sleeps since the move."
    inside.window.lock()
    type_words(PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert inside.workspace.requests.current(family.id).concern == "Nobody sleeps since the move."
    assert inside.preferences.now.records_folder == str(inside.places.records)
    assert inside.places.records.parent == tmp_path / "stick"


def test_a_place_that_cannot_be_written_is_said_and_another_can_be_chosen(
    inside: Application, tmp_path: Path
) -> None:
    (tmp_path / "a file").write_text("not a folder")
    inside.window.ask.give([tmp_path / "a file"])
    inside.go_on_elsewhere()
    assert inside.window.ask.asked[-1][1] == "Nothing was saved in that place."
    assert inside.workspace.families.add("Baines").name == "Baines"


class Loop:
    """Garbage as soon as nobody holds it, that notes which thread has picked it up."""

    def __init__(self, threads: list[threading.Thread]) -> None:
        self.myself, self.threads = self, threads

    def __del__(self) -> None:
        self.threads.append(threading.current_thread())


def test_garbage_is_picked_up_in_the_thread_of_the_window_alone(inside: Application) -> None:
    threads: list[threading.Thread] = []
    Loop(threads)
    other = threading.Thread(target=lambda: [[number] for number in range(200_000)])
    other.start()
    other.join()
    assert threads == []
    for _ in range(300):
        inside.beside.garbage.timer.timeout.emit()
        _garbage = [[number] for number in range(2_000)]
    assert threads == [threading.main_thread()]


def test_python_picks_up_garbage_by_itself_again_when_the_records_are_closed(
    inside: Application,
) -> None:
    assert not gc.isenabled()
    inside.window.lock()
    assert gc.isenabled()
