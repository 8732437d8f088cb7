"""The look keeps its promises by arithmetic."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from taf_desktop.ui.theme import THEMES, Tone, apply_theme, theme
from taf_desktop.ui.theme.contrast import ratio
from taf_desktop.ui.theme.stylesheet import stylesheet
from taf_desktop.ui.theme.tokens import LINE_PAIRS, TEXT_PAIRS


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("words", "ground"), TEXT_PAIRS)
def test_words_have_a_contrast_of_four_and_a_half(name, words, ground):
    worn = theme(name)
    assert ratio(worn.colour(words), worn.colour(ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("line", "ground"), LINE_PAIRS)
def test_borders_and_focus_have_a_contrast_of_three(name, line, ground):
    worn = theme(name)
    assert ratio(worn.colour(line), worn.colour(ground)) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_a_letter_on_a_persons_colour_can_be_read(name):
    worn = theme(name)
    for colour in worn.people:
        assert ratio(worn.colour("on_people"), colour) >= 4.5
        assert ratio(colour, worn.colour("card")) >= 3


def test_known_contrasts_are_computed_right():
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_has_the_same_tokens(name):
    assert set(theme(name).colours) == set(theme("light").colours)
    assert all(theme(name).tone(tone) for tone in Tone)


@pytest.mark.parametrize("zoom", [80, 100, 150, 200, 250])
def test_the_stylesheet_has_no_hole_at_any_zoom(zoom):
    for name in THEMES:
        assert "$" not in stylesheet(theme(name, zoom))


def test_zoom_out_of_range_is_brought_back():
    assert theme("light", 10).zoom == 80
    assert theme("light", 900).zoom == 250


def test_placeholder_is_as_dark_as_other_soft_words(qapp: QApplication):
    apply_theme(qapp, "light")
    shown = qapp.palette().color(QPalette.ColorRole.PlaceholderText)
    assert shown.name().upper() == theme("light").colour("soft")
    assert shown.alpha() == 255


def test_many_calls_into_qt_do_not_use_up_none(qapp: QApplication):
    button = QPushButton()
    for _ in range(20_000):
        button.unsetCursor()
    assert button.text() == ""
