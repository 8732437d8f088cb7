"""The first meeting at speaking speed, in the real program: hidden, locked, and the power cut."""

from pathlib import Path

import pytest

from tests.documents.reading import Paper
from tests.journeys.set_clock import needs_the_clock
from tests.journeys.typed_child import PAPERS
from tests.journeys.typed_meeting import Typed, hold_meeting, look_at_everything

pytestmark = needs_the_clock

LEAST_KEYS = 1_500
"""Fewer than the words of the meeting have: with less, scenes were left out."""


@pytest.fixture(scope="module")
def meeting(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Typed]:
    """The folder of a meeting that was held, and what was told during it."""
    folder = tmp_path_factory.mktemp("typed").resolve()
    return folder, hold_meeting(folder)


def test_all_that_was_typed_is_there_once_after_a_shield_a_lock_and_a_power_cut(
    meeting: tuple[Path, Typed],
) -> None:
    look_at_everything(*meeting)


def test_somebody_who_types_sixty_words_a_minute_keeps_up_with_the_meeting(
    meeting: tuple[Path, Typed],
) -> None:
    _folder, typed = meeting
    assert typed.keys > LEAST_KEYS
    assert {scene["scene"]: scene["late"] for scene in typed.scenes if scene["late"]} == {}
    assert typed.scenes[-1]["at"] < "16:20"


def test_the_papers_are_sound_before_anybody_leaves(meeting: tuple[Path, Typed]) -> None:
    folder, _typed = meeting
    for path in (folder / PAPERS).iterdir():
        assert Paper(path).faults() == []
