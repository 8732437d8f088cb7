"""Every page of a family: opening it changes nothing, and anybody can use it in every theme."""

import pytest

from tests.accessibility.walk import assert_accessible
from tests.ui.family_fixture import OnScreen

PAGES = (
    "overview", "people", "request", "agreements", "assessment", "views", "meetings", "actions",
    "history",
)  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_opening_a_page_changes_nothing(practised: OnScreen, name: str) -> None:
    before = practised.workspace.history.count()
    practised.go(name)
    practised.go("overview")
    assert practised.workspace.history.count() == before


@pytest.mark.parametrize("name", PAGES)
def test_each_page_is_accessible(theme: str, practised: OnScreen, name: str) -> None:
    practised.application.preferences.choose(theme=theme)
    practised.go(name)
    assert_accessible(practised.application.window)
