"""What is copied is marked as confidential, holds words alone, and is gone after locking."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from taf_desktop.app import Application
from taf_desktop.ui.clipboard import MARKS
from tests.accessibility.walk import settle
from tests.ui.application_fixture import press, tab_to, type_words

CTRL = Qt.KeyboardModifier.ControlModifier


def copy_words(application: Application, name: str) -> QMimeData:
    """Type into a box of the request, and copy all of it."""
    family_id = application.workspace.families.lines()[0].family.id
    application.window.navigator.go("family.request", family_id=family_id)
    settle()
    tab_to(name)
    type_words("El is tired")
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_C, CTRL)
    return QApplication.clipboard().mimeData()


def test_what_is_copied_from_a_long_box_is_marked(inside: Application) -> None:
    copied = copy_words(inside, "What they said, in their words")
    assert copied.text() == "El is tired"
    assert all(copied.hasFormat(kind) for kind in MARKS)


def test_what_is_copied_from_a_line_is_marked_and_holds_no_styles(inside: Application) -> None:
    copied = copy_words(inside, "Who asked")
    assert copied.text() == "El is tired"
    assert all(copied.hasFormat(kind) for kind in MARKS)
    assert not copied.hasHtml()


def test_locking_takes_it_off_the_clipboard(inside: Application) -> None:
    copy_words(inside, "Who asked")
    inside.window.lock()
    settle()
    assert QApplication.clipboard().text() == ""


def test_it_can_still_be_pasted_here(inside: Application) -> None:
    copy_words(inside, "Who asked")
    tab_to("Who screened it")
    press(Qt.Key.Key_V, CTRL)
    family_id = inside.workspace.families.lines()[0].family.id
    press(Qt.Key.Key_Tab)
    assert inside.workspace.requests.current(family_id).screened_by == "El is tired"
