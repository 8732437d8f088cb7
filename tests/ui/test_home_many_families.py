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
