"""Fixtures of the tests of what a person sees."""

from tests.ui.application_fixture import application, door, inside, locked, practising
from tests.ui.family_fixture import marlow, practised
from tests.ui.window_fixtures import _put_away, shell, theme

__all__ = [
    "_put_away", "application", "door", "inside", "locked", "marlow", "practised",
    "practising", "shell", "theme",
]  # fmt: skip
