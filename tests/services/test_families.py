"""Families: added, listed in words, and found on their way."""

from taf_desktop.services.workspace import Workspace
from tests.conftest import TestClock


def test_a_new_family_is_led_by_whoever_added_it(workspace: Workspace) -> None:
    family = workspace.families.add("Marlow")
    line = workspace.families.lines()[0]
    assert line.family.name == "Marlow"
    assert line.lead == "you"
    assert line.status == "new"
    assert [person.id for person in workspace.people.team(family.id)] == [workspace.owner_id]


def test_references_count_up_and_name_nobody(workspace: Workspace) -> None:
    made = [workspace.families.add(name).reference for name in ("Marlow", "Baines")]
    assert made == ["TAF-2026-0001", "TAF-2026-0002"]


def test_the_line_tells_children_with_ages_and_what_is_late(
    workspace: Workspace, clock: TestClock
) -> None:
    family = workspace.families.add("Marlow")
    workspace.people.add(
        family.id, "child", {"given_name": "Ellie", "known_as": "El", "birth_date": "2016-11-14"}
    )
    workspace.people.add(family.id, "unborn", {})
    workspace.actions.add(family.id, {"what": "Letter to housing", "by_when": "2026-02-10"})
    clock.set("2026-02-19")
    line = workspace.families.lines()[0]
    assert line.children == "El 9, Baby"
    assert (line.status, line.tone) == ("1 action late", "late")
    assert workspace.actions.lines()[0].late_words == "9 days late"


def test_a_family_taken_away_comes_back_with_undo(workspace: Workspace) -> None:
    family = workspace.families.add("Marlow")
    workspace.families.take_away(family.id)
    assert workspace.families.lines() == []
    assert workspace.history.undo() == "Take a family away"
    assert [line.family.name for line in workspace.families.lines()] == ["Marlow"]
