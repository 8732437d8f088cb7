"""Who can open these records, from the keyboard: letting a colleague in and shutting out."""

import pytest
from PySide6.QtCore import Qt

from taf_desktop.app import Application
from taf_desktop.errors import UserError
from taf_desktop.services.keys import Colleague
from taf_desktop.ui.pages.openers_page import OpenersPage
from taf_desktop.ui.widgets import PairRow
from taf_desktop.ui.widgets.text import Label
from tests.accessibility.walk import assert_accessible, settle
from tests.conftest import PASSPHRASE
from tests.ui.application_fixture import focused, press, tab_to, type_words

ENTER = Qt.Key.Key_Return
HERS = "heron lantern copper twelve"


def page_of(application: Application) -> OpenersPage:
    """The page, open."""
    application.window.navigator.go("settings.openers")
    settle()
    page = application.window.navigator.page
    assert isinstance(page, OpenersPage)
    return page


def listed(page: OpenersPage) -> list[list[str]]:
    """The words of each row of the list."""
    settle()
    return [
        [label.text() for label in row.findChildren(Label)]
        for row in page.people.findChildren(PairRow)
    ]


@pytest.fixture
def shared(inside: Application) -> Application:
    """Open records that Ruth can open too."""
    assert inside.workspace is not None
    ruth = Colleague(given_name="Ruth", family_name="Cole")
    inside.vault.keys.let_in(inside.workspace, PASSPHRASE, ruth, HERS)
    return inside


def test_settings_lead_to_the_list(inside: Application) -> None:
    inside.window.navigator.go("settings")
    settle()
    tab_to("Who can open these records")
    press(ENTER)
    page = inside.window.navigator.page
    assert page.title() == "Who can open these records?"
    assert listed(page) == [["Amira", "has a recovery code", "You"]]


def test_a_colleague_is_let_in_from_the_keyboard(inside: Application) -> None:
    page = page_of(inside)
    type_words(PASSPHRASE)
    for name, words in (
        ("Their first name", "Ruth"),
        ("Their family name", "Cole"),
        ("What they do", "family worker"),
        ("Their passphrase", HERS),
        ("The same passphrase again", HERS),
    ):
        tab_to(name)
        type_words(words)
    press(ENTER)
    assert [row[0] for row in listed(page)] == ["Amira", "Ruth"]
    assert page.now.text() == page.passphrase.text() == page.given_name.text() == ""
    assert focused().accessibleName() == "The passphrase you use now"
    inside.lock()
    settle()
    type_words(HERS)
    press(ENTER)
    assert inside.window.navigator.page.title() == "Good afternoon, Ruth"


def test_without_the_own_passphrase_nothing_is_done(shared: Application) -> None:
    page = page_of(shared)
    tab_to("Shut Ruth out")
    press(ENTER)
    assert page.now.problem.text() == ("Error: Type the passphrase that opens your records today.")
    assert focused() is page.now.box
    assert shared.window.ask.asked == []


def test_a_colleague_without_a_name_is_asked_for_at_the_box(inside: Application) -> None:
    page = page_of(inside)
    type_words(PASSPHRASE)
    tab_to("Let them in")
    press(ENTER)
    assert page.given_name.problem.text().startswith("Error: Write their first name")
    assert focused() is page.given_name.box


def test_whoever_is_shut_out_is_gone_after_one_question(shared: Application) -> None:
    page = page_of(shared)
    shared.window.ask.give([True])
    type_words(PASSPHRASE)
    tab_to("Shut Ruth out")
    press(ENTER)
    [(_kind, title, words)] = shared.window.ask.asked
    assert title == "Shut Ruth out?"
    assert "cannot be undone" in words
    assert [row[0] for row in listed(page)] == ["Amira"]
    assert shared.workspace is not None
    shared.workspace.families.add("Osei")
    with pytest.raises(UserError):
        shared.vault.keys.open(HERS)


def test_whoever_answers_no_changes_nothing(shared: Application) -> None:
    page = page_of(shared)
    shared.window.ask.give([False])
    type_words(PASSPHRASE)
    tab_to("Shut Ruth out")
    press(ENTER)
    assert [row[0] for row in listed(page)] == ["Amira", "Ruth"]


def test_a_wrong_passphrase_is_said_on_the_page(shared: Application) -> None:
    page = page_of(shared)
    shared.window.ask.give([True])
    type_words("not this one at all")
    tab_to("Shut Ruth out")
    press(ENTER)
    assert page.trouble.isVisible()
    assert page.trouble.lead.text() == "That is not the passphrase."
    assert focused() is page.now.box


def test_the_page_is_accessible(theme: str, shared: Application) -> None:
    shared.preferences.choose(theme=theme)
    page_of(shared)
    assert_accessible(shared.window)
