"""A paper for many families on the screen: begun, followed, stopped, and what was not made."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.accessibility.walk import assert_accessible, settle
from tests.ui.application_fixture import focused, press, tab_to
from tests.ui.family_fixture import OnScreen


@pytest.fixture
def page(practised: OnScreen) -> Any:
    """The page, reached from home by the keyboard alone."""
    practised.application.window.navigator.go("home")
    settle()
    tab_to("A paper for many families")
    press(Qt.Key.Key_Return)
    return practised.page


@pytest.fixture
def folder(practised: OnScreen, tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    practised.application.window.ask.give([made])  # type: ignore[attr-defined]
    return made


def choose_all(page: Any) -> None:
    page.choices.which.buttons["all"].click()
    settle()


def test_all_are_made_by_the_keyboard_alone_and_the_rest_is_listed(
    page: Any, practised: OnScreen, folder: Path, qtbot: Any
) -> None:
    choose_all(page)
    tab_to("Choose the folder and make them")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.making is None, timeout=60_000)
    assert len(list(folder.iterdir())) == 2
    assert page.far.text() == (
        "Two files were made, and noted; one family is in the list of what could not be."
    )
    assert page.list.isVisible()
    assert len(practised.workspace.plans.issued(practised.family_id)) == 1
    assert_accessible(practised.application.window)
    path = folder / "list.pdf"
    practised.application.window.ask.give([path])  # type: ignore[attr-defined]
    tab_to("Save this list")
    press(Qt.Key.Key_Return)
    assert path.read_bytes().startswith(b"%PDF")


def test_a_printer_that_is_gone_is_said_and_the_list_is_still_there(
    page: Any, practised: OnScreen, folder: Path, qtbot: Any
) -> None:
    choose_all(page)
    page.start()
    qtbot.waitUntil(lambda: page.making is None, timeout=60_000)
    ask = practised.application.window.ask
    ask.give([False])  # type: ignore[attr-defined]
    page.print_list()
    assert ask.asked[-1][1] == "There is no printer here."  # type: ignore[attr-defined]
    assert page.list.isVisible()
    ask.give([folder / "no" / "list.pdf"])  # type: ignore[attr-defined]
    page.save_list()
    assert ask.asked[-1][1] == "The list was not saved."  # type: ignore[attr-defined]


def test_stop_begins_no_other_copy(page: Any, practised: OnScreen, folder: Path, qtbot) -> None:
    for number in range(8):
        practised.workspace.families.add(f"Family {number}")
    page.refresh()
    choose_all(page)
    page.start()
    assert focused() is page.stop
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.making is None, timeout=60_000)
    assert len(page.outcomes) < page.wanted == 11
    assert "Stopped: " in page.far.text()
    assert len(list(folder.iterdir())) == sum(one.files for one in page.outcomes)


def test_leaving_the_page_ends_it_and_tells_what_was_made(
    page: Any, practised: OnScreen, folder: Path
) -> None:
    choose_all(page)
    page.start()
    practised.application.window.navigator.go("home")
    settle()
    assert page.making is None
    practised.application.window.navigator.go("papers")
    assert len(list(folder.iterdir())) == sum(one.files for one in page.outcomes)
    assert "noted" in page.far.text()


def test_without_a_family_or_a_folder_it_says_so(
    page: Any, practised: OnScreen, tmp_path: Path
) -> None:
    page.choices.which.buttons["ticked"].click()
    page.start()
    assert page.trouble.words.text() == "Choose at least one family at the left."
    choose_all(page)
    practised.application.window.ask.give([tmp_path / "gone"])  # type: ignore[attr-defined]
    page.start()
    assert page.trouble.lead.text() == "Nothing was made: that folder cannot be written."
    assert page.making is None
