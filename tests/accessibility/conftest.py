"""Fixtures of the tests of what a person sees."""

from tests.ui.window_fixtures import shell, theme

__all__ = ["shell", "theme"]
