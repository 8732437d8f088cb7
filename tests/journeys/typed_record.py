"""What must stand in the records after the typed meeting: everything, and nothing twice."""

from collections import Counter

from taf_desktop.model.base import answers
from taf_desktop.services.workspace import Workspace
from tests.journeys.marlow import (
    DAMP,
    DANA_SEES,
    DRY,
    GOAL,
    NINE,
    PROMISES,
    WORRY,
    WORRY_PUT_RIGHT,
)
from tests.journeys.marlow_meetings import BREAKFAST, FIRST_NUMBERS
from tests.journeys.paced import LETTER

WHILE_TYPING = 2_000
"""Milliseconds that the program may leave something unsaved while keys come."""

SAID = (
    NINE,
    "Reading to Finn",
    "Mum crying in the kitchen",
    WORRY_PUT_RIGHT,
    DAMP,
    GOAL,
    DRY,
)
FOURTH = PROMISES[3].what


def all_was_kept(workspace: Workspace, promised: list[str], typed: int) -> None:
    """Look through everything that was said in the meeting.

    `promised` is what the window said was saved of the fourth action until the power went, after
    so many letters of it.
    """
    [family] = [line.family.id for line in workspace.families.lines()]
    [meeting] = workspace.meetings.of(family)
    names = workspace.people.names(family)
    statements = workspace.views.statements(family)
    assert Counter(row.text for row in statements) == Counter(SAID)
    [differs] = workspace.views.disagreements(family)
    assert (differs.text, names[str(differs.person_id)]) == (DANA_SEES, "Mum")
    marks = workspace.views.marks(family)
    by_goal = [
        {names[str(one.person_id)]: one.value for one in marks if one.scale_id == scale.id}
        for scale in workspace.views.scales(family)
    ]
    assert by_goal == [FIRST_NUMBERS, {"Mum": 2, "Ruth Okafor": 3}]
    assert [one.one_higher for one in marks if one.one_higher] == [BREAKFAST]
    assert [one.why_not_lower for one in marks if one.why_not_lower] == ["Nan came Tuesdays"]
    actions = workspace.actions.of(family)
    assert [row.what for row in actions] == [promise.what for promise in PROMISES]
    assert [names[str(row.who_id)] for row in actions] == [promise.who for promise in PROMISES]
    assert all(row.by_when and row.goal_id for row in actions)
    told = answers(meeting)
    assert (told["next_on"], told["next_at"], told["family_rating"]) == ("2026-03-12", "15:30", 8)
    assert meeting.finished_at is not None
    _the_promise_was_held(workspace, promised, typed)
    _both_wordings_are_in_the_history(workspace)


def _the_promise_was_held(workspace: Workspace, promised: list[str], typed: int) -> None:
    """Each "Saved" was true, the last one was fresh, and what followed went on from what stood."""
    [family] = [line.family.id for line in workspace.families.lines()]
    fourth = workspace.actions.of(family)[3]
    changes = [one for _step, one in workspace.history.of_record(fourth.id) if one.field == "what"]
    words = [one.new for one in reversed(changes)]
    assert promised, "nothing was saved before the power went"
    assert words[: len(promised)] == promised
    assert words[-1] == FOURTH
    assert all(FOURTH.startswith(one) for one in words)
    assert typed - len(promised[-1]) <= WHILE_TYPING / LETTER + 1
    assert typed > len(promised[-1]), "the power did not go amid typing"


def _both_wordings_are_in_the_history(workspace: Workspace) -> None:
    [family] = [line.family.id for line in workspace.families.lines()]
    reworded = {
        (one.old, one.new) for line in workspace.history.of_family(family) for one in line.reworded
    }
    assert (WORRY, WORRY_PUT_RIGHT) in reworded
