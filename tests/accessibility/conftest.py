"""Fixtures of the tests of what a person sees."""

from tests.ui.window_fixtures import _put_away, shell, theme

__all__ = ["_put_away", "shell", "theme"]
