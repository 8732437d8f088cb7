"""Home with more families than a page can show, and words that are read ahead."""

from PySide6.QtCore import Qt

from taf_desktop.app import Application
from taf_desktop.ui.pages.home_page import MOST_FAMILIES, MOST_WHILE_TYPING
from taf_desktop.ui.widgets import RowButton
from tests.accessibility.walk import settle
from tests.ui.application_fixture import focused, press, tab_to, type_words

MANY = MOST_FAMILIES + 2


def with_many(application: Application) -> Application:
    for number in range(MANY - 1):
        application.workspace.families.add(f"Holme {number}")
    application.window.navigator.go("home")
    settle()
    return application


def rows(application: Application) -> int:
    return len(application.window.navigator.page.families.findChildren(RowButton))


def test_the_families_due_next_are_listed_and_the_rest_is_a_press_away(
    inside: Application,
) -> None:
    home = with_many(inside)
    assert rows(home) == MOST_FAMILIES
    tab_to(f"Show all {MANY} families")
    press(Qt.Key.Key_Return)
    assert rows(home) == MANY
    assert focused().isVisible()


def test_typing_lists_fewer_and_says_how_many_there_are(inside: Application) -> None:
    home = with_many(inside)
    tab_to("Find a name or any words")
    type_words("ho")
    assert rows(home) == MOST_WHILE_TYPING
    type_words("lme 1")
    assert "Holme 1" in focused().window().findChild(RowButton).accessibleName()


def test_words_are_read_ahead_while_the_first_letters_are_typed(inside: Application) -> None:
    home = with_many(inside)
    words = home.window.navigator.page._words
    tab_to("Find a name or any words")
    assert not words.is_whole
    type_words("ho")
    while not words.is_whole:
        settle()
    home.window.navigator.go("actions")
    assert not words.is_whole


def test_a_letter_that_changes_nothing_leaves_what_was_found_where_it_stands(
    inside: Application,
) -> None:
    home = with_many(inside)
    page = home.window.navigator.page
    tab_to("Find a name or any words")
    type_words("holm")
    found, listed = list(page.found.rows), page.families.findChildren(RowButton)
    assert len(found) > 1
    type_words("e ")
    assert list(map(id, page.found.rows)) == list(map(id, found))
    assert page.families.findChildren(RowButton) == listed
    type_words("z")
    assert page.found.rows == page.families.findChildren(RowButton) == []
    press(Qt.Key.Key_Backspace)
    assert len(page.found.rows) == len(found)
    assert rows(home) == MOST_WHILE_TYPING


def test_a_family_with_another_name_is_found_under_that_one(inside: Application) -> None:
    family = inside.workspace.families.add("Quill")
    home = with_many(inside)
    tab_to("Find a name or any words")
    type_words("quill")
    page = home.window.navigator.page
    assert page.found.rows[0].accessibleName().startswith("Quill TAF")
    home.workspace.families.save(family.id, {"name": "Quillon"})
    home.window.navigator.go("home")
    settle()
    assert page.found.rows[0].accessibleName().startswith("Quillon TAF")
    assert page.families.findChild(RowButton).accessibleName().startswith("Quillon")
