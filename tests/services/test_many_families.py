"""Many families: what is read does not grow into one question to the file for each of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, event

from taf_desktop.services.search import FAMILIES_AT_ONCE, find
from taf_desktop.services.workspace import Workspace

READS: dict[str, Callable[[Workspace], object]] = {
    "the lines of the families": lambda workspace: workspace.families.lines(),
    "the lines of the actions": lambda workspace: workspace.actions.lines(),
    "how many are late": lambda workspace: workspace.actions.late_everywhere(),
    "all words": lambda workspace: workspace.search.everything(),
}


@contextmanager
def asked() -> Iterator[list[str]]:
    """The questions that are put to the file meanwhile."""
    questions: list[str] = []

    def note(_connection, _cursor, statement, *_rest) -> None:
        questions.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield questions
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def add(workspace: Workspace, name: str) -> None:
    family_id = workspace.families.add(name).id
    child = workspace.people.add(family_id, "child", {"given_name": f"Child of {name}"})
    workspace.views.add_statement(family_id, "worried", f"A worry about {name}")
    changes = {"what": f"Ring {name}", "by_when": "2026-01-01", "who_id": str(child.id)}
    workspace.actions.add(family_id, changes)
    workspace.meetings.add(family_id)


@pytest.mark.parametrize("what", READS)
def test_more_families_are_read_with_the_same_questions(workspace: Workspace, what: str) -> None:
    add(workspace, "Ashdown")
    with asked() as few:
        READS[what](workspace)
    for name in ("Birley", "Cransley"):
        add(workspace, name)
    with asked() as many:
        READS[what](workspace)
    assert few
    assert len(many) == len(few)


def test_late_actions_are_counted_across_families_that_are_still_here(
    workspace: Workspace,
) -> None:
    for name in ("Ashdown", "Birley"):
        add(workspace, name)
    assert workspace.actions.late_everywhere() == 2
    workspace.families.take_away(workspace.families.lines()[0].family.id)
    assert workspace.actions.late_everywhere() == 1


def test_words_are_found_in_every_part_that_is_read(workspace: Workspace) -> None:
    for number in range(FAMILIES_AT_ONCE + 1):
        workspace.families.add(f"Holme {number}")
    assert len(list(workspace.search.in_parts())) == 2
    found = find(workspace.search.everything(), "holme")
    assert len({one.family.id for one in found}) == FAMILIES_AT_ONCE + 1
