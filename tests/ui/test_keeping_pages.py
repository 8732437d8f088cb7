"""What is kept how long, a hold, and erasing a family, on screen and by keyboard."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from taf_desktop.app import Application
from tests.accessibility.walk import assert_accessible, settle
from tests.conftest import TestClock
from tests.documents.reading import Paper
from tests.ui.application_fixture import focused, press, tab_to, type_words
from tests.ui.family_fixture import ALT, CTRL, ENTER

CLOSED = "2026-07-16"
GROWN_UP = "2050-05-03"


def page(application: Application):
    return application.window.navigator.page


def words_on(application: Application) -> str:
    labels = page(application).findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def go(application: Application, name: str, **args: object) -> None:
    application.window.navigator.go(name, **args)
    settle()


@pytest.fixture
def closed(inside: Application) -> Application:
    """Inside, with the Marlow family closed in 2026, whose child was born in 2021."""
    workspace, family_id = inside.workspace, marlow(inside)
    child = {"given_name": "Finn", "birth_date": "2021-05-03"}
    workspace.people.add(family_id, "child", child)
    workspace.meetings.add(family_id)
    episode = workspace.requests.current(family_id)
    workspace.requests.save(episode.id, {"closed_on": CLOSED})
    # A page of a family notes the first look of the day.
    workspace.lookers.note(family_id)
    return inside


def marlow(application: Application) -> UUID:
    lines = application.workspace.families.lines()
    return next(line.family.id for line in lines if line.family.name == "Marlow")


def reference(application: Application) -> str:
    return application.workspace.families.one(marlow(application)).reference


def erase_by_hand(application: Application) -> None:
    go(application, "settings.keeping")
    tab_to("Erase: Marlow")
    press(ENTER)
    type_words(reference(application))
    tab_to("Erase for ever")
    press(ENTER)


def test_from_the_settings_to_the_families_with_their_days(closed: Application) -> None:
    go(closed, "settings")
    tab_to("What is kept how long")
    press(ENTER)
    words = words_on(closed)
    assert "Nothing goes by itself" in words
    assert (
        "Kept until 3 May 2046: 25 years from the birth of the youngest child, 3 May 2021." in words
    )
    assert "There is no such family now." in words
    assert "6 years from the decision on the request." in words


def test_when_its_time_has_come_a_family_is_listed_and_stays(
    closed: Application, clock: TestClock
) -> None:
    clock.set(GROWN_UP)
    go(closed, "settings.keeping")
    over = page(closed).over.findChildren(QLabel)
    assert any(label.text().startswith("Marlow, TAF-2026-") for label in over)
    assert "Was kept until 3 May 2046" in words_on(closed)
    assert marlow(closed)


def test_a_hold_is_set_with_a_reason_lifted_and_set_again_by_undo(
    closed: Application, clock: TestClock
) -> None:
    clock.set(GROWN_UP)
    go(closed, "settings.keeping")
    tab_to("Put on hold: Marlow")
    press(ENTER)
    press(ENTER)
    assert "Write why the record must stay" in words_on(closed)
    type_words("A court has asked for it.")
    press(ENTER)
    assert "On hold: A court has asked for it. (Amira, 3 May 2050)" in words_on(closed)
    assert closed.window.top.saved.text() == "The record is on hold"
    tab_to("Lift the hold: Marlow")
    press(ENTER)
    assert "A court has asked" not in words_on(closed)
    press(Qt.Key.Key_Z, CTRL)
    assert "A court has asked" in words_on(closed)


def test_erasing_needs_the_reference_typed(closed: Application, clock: TestClock) -> None:
    clock.set(GROWN_UP)
    go(closed, "settings.erase", family_id=marlow(closed))
    for typed in ("", "TAF-2026-9999", "Marlow"):
        page(closed).typed.set_text(typed)
        tab_to("Erase for ever")
        press(ENTER)
        assert "to be sure that it is this one" in words_on(closed)
        assert focused() is page(closed).typed.box
    assert marlow(closed)


def test_erasing_before_its_time_needs_a_reason(closed: Application) -> None:
    go(closed, "settings.erase", family_id=marlow(closed))
    tab_to("Type the reference")
    type_words(reference(closed))
    press(ENTER)
    assert "its time has not come" in words_on(closed)
    assert focused() is page(closed).reason.box
    type_words("A parent asked for it")
    tab_to("Type the reference")
    press(ENTER)
    assert page(closed).name == "settings.erased"
    assert closed.workspace.erasing.erasures()[0].reason == "A parent asked for it"


def test_what_cannot_come_back_is_said_and_keeping_changes_nothing(
    closed: Application, clock: TestClock
) -> None:
    clock.set(GROWN_UP)
    before = closed.workspace.history.count()
    go(closed, "settings.erase", family_id=marlow(closed))
    words = words_on(closed)
    assert "This cannot be undone." in words
    assert "Undo does not bring it back" in words
    assert "What this program cannot reach" in words
    tab_to("Keep it")
    press(ENTER)
    assert page(closed).name == "settings.keeping"
    # The look at the family's record is noted, and nothing else.
    assert closed.workspace.history.count() == before + 1


def test_after_erasing_no_page_shows_it_and_there_is_no_way_back(
    closed: Application, clock: TestClock
) -> None:
    clock.set(GROWN_UP)
    go(closed, "family.overview", family_id=marlow(closed))
    go(closed, "family.people", family_id=marlow(closed))
    erase_by_hand(closed)
    assert page(closed).name == "settings.erased"
    shown = [label.text() for label in closed.window.findChildren(QLabel)]
    settle()
    assert closed.window.navigator.pages() == (page(closed),)
    press(Qt.Key.Key_Left, ALT)
    assert page(closed).name == "settings.erased"
    press(Qt.Key.Key_Z, CTRL)
    assert closed.window.top.saved.text() == "There is nothing to undo"
    assert closed.workspace.families.lines() == []
    assert "is erased" in " ".join(shown)


def test_the_copies_that_hold_it_are_listed_and_taken_away_when_chosen(
    closed: Application, clock: TestClock
) -> None:
    clock.set("2050-05-02")
    closed.workspace.backups.make()
    clock.set(GROWN_UP)
    erase_by_hand(closed)
    assert "the last will have gone by 10 May 2051" in words_on(closed)
    closed.window.ask.give([False])
    tab_to("Take these copies away")
    press(ENTER)
    assert len(page(closed).copies) == 1
    closed.window.ask.give([True])
    press(ENTER)
    assert "no copy on this computer holds it any more" in words_on(closed)
    kept = closed.workspace.backups.kept()
    assert [one.made_at.date().isoformat() for one in kept] == [GROWN_UP]


def test_the_certificate_is_shown_and_saved_without_names(
    closed: Application, clock: TestClock, tmp_path: Path
) -> None:
    clock.set(GROWN_UP)
    number = reference(closed)
    erase_by_hand(closed)
    where = tmp_path / "certificate.pdf"
    closed.window.ask.give([where])
    tab_to("Save the certificate")
    press(ENTER)
    assert closed.window.ask.asked[-1][2] == f"{number} certificate of erasure.pdf"
    assert number in Paper(where).text()
    assert "Marlow" not in Paper(where).text()
    go(closed, "settings.keeping")
    tab_to(f"Look at the erasure of {number}")
    press(ENTER)
    assert page(closed).name == "settings.erased"


@pytest.mark.parametrize("name", ["settings.keeping", "settings.hold", "settings.erase"])
def test_each_page_is_accessible_and_opening_it_changes_nothing(
    theme: str, closed: Application, name: str
) -> None:
    before = closed.workspace.history.count()
    closed.preferences.choose(theme=theme)
    go(closed, name, family_id=marlow(closed))
    assert_accessible(closed.window)
    assert closed.workspace.history.count() == before


def test_the_page_after_erasing_is_accessible(
    theme: str, closed: Application, clock: TestClock
) -> None:
    closed.preferences.choose(theme=theme)
    closed.workspace.backups.make()
    clock.set(GROWN_UP)
    erase_by_hand(closed)
    assert_accessible(closed.window)
