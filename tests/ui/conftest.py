"""Fixtures of the tests of what a person sees."""

from tests.ui.application_fixture import application, door, inside, locked
from tests.ui.family_fixture import marlow, practice_families, practised
from tests.ui.window_fixtures import shell, theme

__all__ = [
    "application", "door", "inside", "locked", "marlow", "practice_families", "practised",
    "shell", "theme",
]  # fmt: skip
