"""Every page of a family: opening it changes nothing, and anybody can use it in every theme."""

import pytest

from tests.accessibility.walk import assert_accessible, settle
from tests.ui.family_fixture import OnScreen

PAGES = (
    "new", "overview", "people", "request", "agreements", "assessment", "views", "meetings",
    "actions", "history",
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


@pytest.mark.parametrize("name", ["people", "agreements", "meetings", "views", "actions"])
def test_an_empty_page_says_what_it_is_for_and_is_accessible(marlow: OnScreen, name: str) -> None:
    for person_id in marlow.people.values():
        marlow.workspace.people.take_away(person_id)
    marlow.go(name)
    assert_accessible(marlow.application.window)


def test_the_story_of_an_action_and_the_action_itself_are_accessible(
    theme: str, practised: OnScreen
) -> None:
    practised.application.preferences.choose(theme=theme)
    action = practised.workspace.actions.of(practised.family_id)[3]
    page = practised.go("actions", action_id=action.id)
    assert_accessible(practised.application.window)
    page._change()
    settle()
    assert_accessible(practised.application.window)


def test_an_adult_with_everything_that_is_asked_is_accessible(practised: OnScreen) -> None:
    practised.go("people", person_id=practised.people["Craig"])
    assert_accessible(practised.application.window)
