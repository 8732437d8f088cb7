"""Saving a table from the practice's own screens: what is ticked, what is said, what is noted."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from taf_desktop.services.ways import CSV
from tests.accessibility.walk import assert_accessible, settle
from tests.ui.application_fixture import focused, press, tab_to
from tests.ui.family_fixture import OnScreen


@pytest.fixture
def page(practised: OnScreen) -> Any:
    """The page of tables, reached from the actions by the keyboard alone."""
    practised.application.window.navigator.go("actions")
    settle()
    tab_to("Save as a table")
    press(Qt.Key.Key_Return)
    return practised.page


def test_a_table_of_actions_is_saved_and_noted_by_the_keyboard_alone(
    practised: OnScreen, page: Any, tmp_path: Path
) -> None:
    path = tmp_path / "table.csv"
    practised.application.window.ask.give([path])  # type: ignore[attr-defined]
    page.way.show_options({CSV: "CSV"}, CSV)
    tab_to("Save this table")
    press(Qt.Key.Key_Return)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "noted with each family" in page.done.text()
    assert practised.said == "The table is saved, and noted"
    asked = practised.application.window.ask.asked[-1]  # type: ignore[attr-defined]
    assert "Marlow" not in asked[2]


def test_the_page_is_accessible(page: Any) -> None:
    assert_accessible(page)


def test_a_column_that_is_not_ticked_is_not_in_the_table(page: Any) -> None:
    tab_to("How we will know")
    press(Qt.Key.Key_Space)
    titles = [head.title for head in page.copy.table.heads]
    assert "How we will know" not in titles
    assert "What" in titles
    assert focused() is page.ticks["how_we_know"]


def test_what_is_hidden_goes_in_only_with_a_reason(page: Any, practised: OnScreen) -> None:
    tab_to("Put it in all the same")
    press(Qt.Key.Key_Space)
    assert page.copy.shows_hidden
    page.save()
    assert page.trouble.isVisible()
    assert "Write why" in page.trouble.words.text()
    assert focused() is page.reason.box
    assert practised.workspace.plans.issued(practised.family_id) == []
    page.open(table="table_meetings")
    assert not page.copy.shows_hidden


def test_a_folder_that_cannot_be_written_is_said_in_place(
    page: Any, practised: OnScreen, tmp_path: Path
) -> None:
    practised.application.window.ask.give([tmp_path / "no" / "table.xlsx"])  # type: ignore[attr-defined]
    page.save()
    assert page.trouble.lead.text() == "The table was not saved."
    assert page.done.isHidden()
