"""The way in, from the keyboard: the first start, unlocking, and the recovery code."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from taf_desktop.app import Application
from taf_desktop.errors import UserError
from taf_desktop.store.store import KEYS
from taf_desktop.ui.ask import Answers
from tests.accessibility.walk import assert_accessible, settle
from tests.conftest import OWNER, PASSPHRASE, TestClock
from tests.ui.application_fixture import focused, press, tab_to, type_words

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


def page_name(application: Application) -> str:
    page = application.window.navigator.page
    assert page is not None
    return page.name


def who_you_are() -> None:
    """Fill in the first step from the keyboard."""
    tab_to("Start my own records")
    press(ENTER)
    for name, words in (
        ("First name", "Amira"),
        ("Family name", "Hall"),
        ("Your school", "Oakfield Primary"),
    ):
        tab_to(name)
        type_words(words)
    press(ENTER)


def passphrase() -> None:
    """Fill in the second step from the keyboard."""
    tab_to("Passphrase")
    type_words(PASSPHRASE)
    tab_to("The same passphrase again")
    type_words(PASSPHRASE)
    press(ENTER)


def copy_groups(application: Application) -> None:
    """Type the two groups of the code that are asked for."""
    groups = application.door.first.code.split("-")
    for at in application.door.first.asked:
        tab_to(f"Group {at + 1}")
        type_words(groups[at].lower())


def test_the_first_start_goes_from_the_keyboard_to_home(door: Application) -> None:
    assert page_name(door) == "welcome"
    who_you_are()
    passphrase()
    assert not door.vault.exists, "nothing may be written before the code is confirmed"
    copy_groups(door)
    press(ENTER)
    assert page_name(door) == "home"
    assert door.window.navigator.page.title() == "Good afternoon, Amira"
    assert door.workspace.agencies.all()[0].name == "Oakfield Primary"
    assert door.door.first.passphrase == door.door.first.code == ""


def test_a_first_start_without_a_name_says_so_at_the_box_and_stays(door: Application) -> None:
    tab_to("Start my own records")
    press(ENTER)
    page = door.window.navigator.page
    page.next.click()
    settle()
    assert page_name(door) == "start.you"
    assert page.editors["given_name"].problem.text() == (
        "Error: Write your first name: it stands beside what you write."
    )
    assert focused().accessibleName() == "First name"


def test_a_weak_or_mistyped_passphrase_is_not_taken(door: Application) -> None:
    who_you_are()
    page = door.window.navigator.page
    tab_to("Passphrase")
    type_words("password")
    press(ENTER)
    assert page_name(door) == "start.passphrase"
    assert page.passphrase.first.problem.text().startswith("Error: ")
    page.passphrase.first.set_text("")
    tab_to("Passphrase")
    type_words(PASSPHRASE)
    press(ENTER)
    assert page_name(door) == "start.passphrase"
    assert page.passphrase.again.problem.text().startswith("Error: The two are not the same.")


def test_going_back_keeps_what_was_typed(door: Application) -> None:
    who_you_are()
    tab_to("Passphrase")
    type_words(PASSPHRASE)
    door.window.navigator.page.back.click()
    settle()
    assert door.window.navigator.page.editors["given_name"].value() == "Amira"
    door.window.navigator.page.next.click()
    settle()
    assert door.window.navigator.page.passphrase.text() == PASSPHRASE


def test_a_wrong_group_of_the_code_does_not_open_the_records(door: Application) -> None:
    who_you_are()
    passphrase()
    page = door.window.navigator.page
    page.boxes[0].box.setFocus()
    type_words("nope")
    press(ENTER)
    assert page_name(door) == "start.recovery"
    assert "Compare it once more." in page.boxes[0].problem.text()
    assert not door.vault.exists


def test_the_recovery_sheet_is_saved_for_its_owner_only(door: Application, tmp_path: Path) -> None:
    who_you_are()
    passphrase()
    sheet = tmp_path / "sheet.pdf"
    assert isinstance(door.window.ask, Answers)
    door.window.ask.give([sheet])
    page = door.window.navigator.page
    page.sheet.click()
    assert sheet.read_bytes().startswith(b"%PDF-")
    assert sheet.stat().st_mode & 0o077 == 0
    assert page.saved.text().startswith("The sheet is saved.")


def test_a_sheet_that_cannot_be_saved_is_said_on_the_page(
    door: Application, tmp_path: Path
) -> None:
    who_you_are()
    passphrase()
    door.window.ask.give([tmp_path / "no such folder" / "sheet.pdf"])
    page = door.window.navigator.page
    page.sheet.click()
    assert page.trouble.lead.text() == "The sheet was not saved."


def test_a_wrong_passphrase_is_said_in_a_sentence_and_the_right_one_opens(
    locked: Application,
) -> None:
    page = locked.window.navigator.page
    type_words("plum ladder quiet eight")
    press(ENTER)
    assert page_name(locked) == "unlock"
    assert page.trouble.lead.text() == "That is not the passphrase."
    assert page.trouble.isVisible()
    type_words(PASSPHRASE)
    press(ENTER)
    assert page_name(locked) == "home"


def test_damaged_keys_are_said_on_the_page(locked: Application) -> None:
    for name in (KEYS, KEYS + ".bak"):
        (locked.vault.folder / name).write_bytes(b"{")
    type_words(PASSPHRASE)
    press(ENTER)
    page = locked.window.navigator.page
    assert page.trouble.lead.text() == (
        "The records cannot be unlocked: the key file is damaged or missing."
    )


def test_the_recovery_code_opens_and_sets_a_new_passphrase(application: Application) -> None:
    workspace, code = application.vault.create(PASSPHRASE, OWNER, "rutland")
    workspace.close()
    application.open()
    settle()
    tab_to("I have lost my passphrase")
    press(ENTER)
    type_words(code.lower().replace("-", " "))
    new = "heron lantern copper twelve"
    for name in ("Passphrase", "The same passphrase again"):
        tab_to(name)
        type_words(new)
    press(ENTER)
    assert page_name(application) == "home"
    application.window.lock()
    settle()
    type_words(new)
    press(ENTER)
    assert page_name(application) == "home"


def test_practice_is_marked_on_every_page_and_never_touches_the_records(
    door: Application,
) -> None:
    tab_to("Practise with an example family")
    press(ENTER)
    assert page_name(door) == "home"
    assert door.window.band.isVisible()
    assert door.window.band.label.text() == "Practice: nothing here is real"
    assert not door.vault.exists
    door.band.practice_leave.click()
    settle()
    assert page_name(door) == "welcome"
    assert not door.window.band.isVisible()


@pytest.mark.parametrize("step", ["welcome", "start.you", "start.passphrase", "start.recovery"])
def test_each_step_of_the_first_start_is_accessible(
    theme: str, door: Application, step: str
) -> None:
    door.preferences.choose(theme=theme)
    door.window.navigator.go(step)
    settle()
    assert_accessible(door.window)


@pytest.mark.parametrize("step", ["unlock", "lost"])
def test_each_page_of_unlocking_is_accessible(theme: str, locked: Application, step: str) -> None:
    locked.preferences.choose(theme=theme)
    locked.window.navigator.go(step)
    settle()
    assert_accessible(locked.window)


def test_after_three_wrong_passphrases_the_page_counts_down(
    locked: Application, clock: TestClock
) -> None:
    page = locked.window.navigator.page
    for _ in range(3):
        type_words("not this one at all")
        press(ENTER)
    assert page.wait.isVisible()
    assert page.wait.text() == "Wait 5 seconds before the next try"
    named = page.wait.accessibleName()
    clock.now += timedelta(seconds=4)
    page.wait.timer.timeout.emit()
    assert page.wait.text() == "Wait 1 second before the next try"
    assert page.wait.accessibleName() == named, "a screen reader would speak every second"
    type_words(PASSPHRASE)
    press(ENTER)
    assert page_name(locked) == "unlock"
    clock.now += timedelta(seconds=1)
    page.wait.timer.timeout.emit()
    assert not page.wait.isVisible()
    assert not page.wait.timer.isActive()
    press(ENTER)
    assert page_name(locked) == "home"


def test_the_wait_is_there_when_the_program_is_started_again(
    locked: Application, clock: TestClock
) -> None:
    for _ in range(4):
        clock.now += timedelta(seconds=30)
        with pytest.raises(UserError):
            locked.vault.unlock("not this one at all")
    locked.show_door()
    settle()
    page = locked.window.navigator.page
    assert page.wait.text() == "Wait 15 seconds before the next try"
