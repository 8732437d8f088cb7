"""A sentence that was saved again and again while it was typed stands once in the history."""

from datetime import timedelta
from uuid import UUID

import pytest

from taf_desktop.services.workspace import Workspace
from tests.conftest import TestClock


@pytest.fixture
def episode(workspace: Workspace) -> UUID:
    """The request of a family."""
    return workspace.requests.current(workspace.families.add("Marlow").id).id


def told(workspace: Workspace) -> list[tuple[str, str]]:
    """What the history says of questions, the newest first: before and after."""
    [family] = [line.family.id for line in workspace.families.lines()]
    lines = workspace.history.of_family(family)
    reworded = [one for line in lines for one in line.reworded]
    return [(one.old, one.new) for one in reworded if one.label != "Family name"]


def type_on(
    workspace: Workspace, clock: TestClock, episode: UUID, *saved: str, seconds: int = 2
) -> None:
    for words in saved:
        clock.now += timedelta(seconds=seconds)
        workspace.requests.save(episode, {"concern": words})


def test_one_sentence_is_one_line_however_often_it_was_saved(
    workspace: Workspace, clock: TestClock, episode: UUID
) -> None:
    type_on(workspace, clock, episode, "El gets", "El gets herself", "El gets herself up.")
    assert told(workspace) == [("", "El gets herself up.")]
    type_on(workspace, clock, episode, "El gets Finn", "El gets Finn up.")
    assert told(workspace) == [
        ("El gets herself up.", "El gets Finn up."),
        ("", "El gets herself up."),
    ]


def test_every_save_stays_in_the_journal(
    workspace: Workspace, clock: TestClock, episode: UUID
) -> None:
    type_on(workspace, clock, episode, "El", "El gets")
    words = [change.new for _step, change in workspace.history.of_record(episode)]
    assert words[:2] == ["El gets", "El"]


def test_what_was_gone_on_with_later_is_a_line_of_its_own(
    workspace: Workspace, clock: TestClock, episode: UUID
) -> None:
    type_on(workspace, clock, episode, "El gets", "El gets herself up.", seconds=61)
    assert told(workspace) == [("El gets", "El gets herself up."), ("", "El gets")]


def test_words_that_were_taken_back_are_told(
    workspace: Workspace, clock: TestClock, episode: UUID
) -> None:
    type_on(workspace, clock, episode, "El gets", "El gets up")
    workspace.history.undo()
    assert told(workspace) == [("El gets up", "El gets"), ("", "El gets up")]


def test_another_answer_in_between_ends_the_sentence(
    workspace: Workspace, clock: TestClock, episode: UUID
) -> None:
    type_on(workspace, clock, episode, "El gets")
    workspace.requests.save(episode, {"decision_reason": "Soon"})
    type_on(workspace, clock, episode, "El gets up")
    assert ("El gets", "El gets up") in told(workspace)
