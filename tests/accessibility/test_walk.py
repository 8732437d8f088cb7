"""The checks themselves find what they are there to find."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSlider, QVBoxLayout, QWidget

from taf_desktop.ui.widgets import Choice, Label, SecondaryButton
from tests.accessibility.walk import (
    clipped,
    forbidden,
    not_reached_by_tab,
    settle,
    too_small,
    unnamed,
    weak_focus,
)


@pytest.fixture
def page(qtbot, shell):
    widget = QWidget()
    qtbot.addWidget(widget)
    QVBoxLayout(widget)
    widget.resize(300, 400)
    for words in ("One", "Two"):
        widget.layout().addWidget(SecondaryButton(words))

    def shown(*more: QWidget) -> QWidget:
        for one in more:
            widget.layout().addWidget(one)
        widget.show()
        widget.activateWindow()
        settle()
        return widget

    return shown


def test_a_good_page_passes(page):
    good = page()
    for check in (unnamed, forbidden, too_small, not_reached_by_tab, weak_focus, clipped):
        assert check(good) == []


def test_a_box_without_a_name_is_found(page):
    assert unnamed(page(QLineEdit()))


def test_a_list_without_a_label_is_found(page):
    box = Choice()
    box.addItem("Polish")
    assert unnamed(page(box))


def test_a_small_target_is_found(page):
    button = QPushButton("x")
    button.setFixedSize(18, 18)
    assert too_small(page(button))


def test_a_keyboard_trap_is_found(page):
    class Trap(QLineEdit):
        def focusNextPrevChild(self, _next: bool) -> bool:
            return True

    assert "keyboard trap" in not_reached_by_tab(page(Trap()))[0]


def test_an_invisible_focus_is_found(page):
    button = QPushButton("quiet")
    button.setStyleSheet("QPushButton:focus { border: 1px solid #77808C; background: #FFFFFF; }")
    assert any("quiet" in words for words in weak_focus(page(button)))


def test_words_that_are_cut_off_are_found(page):
    label = Label("many words that need more room than they have")
    label.setFixedHeight(12)
    assert clipped(page(label))


def test_a_label_that_reads_mark_up_and_a_slider_are_found(page):
    found = forbidden(page(QLabel("x"), QSlider(Qt.Orientation.Horizontal)))
    assert len(found) == 2
