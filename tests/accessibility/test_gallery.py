"""Every widget and every editor passes the accessibility checks, in all themes."""

import pytest
from PySide6.QtWidgets import QApplication

from taf_desktop.ui.theme import apply_theme
from tests.accessibility.walk import assert_accessible, screenshot, settle
from tests.ui.gallery import ANSWERS, FormPage, WidgetsPage


@pytest.fixture
def window(theme, shell):
    shell.navigator.register("gallery", lambda: WidgetsPage(shell))
    shell.navigator.register("form", lambda: FormPage(shell))
    return shell


@pytest.mark.parametrize("name", ["gallery", "form", "keyboard"])
def test_page_passes_every_check(window, theme, name):
    window.navigator.go(name)
    if name == "form":
        window.navigator.page.form.show_answers(ANSWERS)
        window.navigator.page.form.editor("born").set_value("45/5/2016")
    screenshot(window, f"gallery-{name}-{theme}")
    assert_accessible(window)


def test_page_in_a_meeting_has_targets_of_44(window, theme):
    class MeetingPage(WidgetsPage):
        meeting = True

    window.navigator.register("meeting", lambda: MeetingPage(window))
    window.navigator.go("meeting")
    settle()
    for button in window.navigator.page.heading_buttons:
        assert button.height() >= 44
    for button in window.rail_bar.buttons:
        assert button.height() >= 44
    assert not window.top.isVisible()


def test_small_window_shows_the_page_and_not_the_rail(window, qapp: QApplication):
    window.navigator.go("gallery")
    window.resize(900, 600)
    settle()
    assert window.rail_bar.isVisible()
    apply_theme(qapp, "light", 200)
    settle()
    assert not window.rail_bar.isVisible()
    assert window.top.menu.isVisible()
    window.top.menu.click()
    settle()
    assert window.rail_bar.isVisible()
