"""How long each family is kept: counted by the council's rules, held, and never by itself."""

from datetime import date
from uuid import UUID

import pytest

from taf_desktop.errors import UserError
from taf_desktop.services.workspace import Workspace
from tests.conftest import TestClock


@pytest.fixture
def family_id(workspace: Workspace) -> UUID:
    """A family with two children of whom a plan was begun."""
    family_id = workspace.families.add("Marlow").id
    for name, born in (("El", "2016-11-14"), ("Finn", "2021-05-03")):
        workspace.people.add(family_id, "child", {"given_name": name, "birth_date": born})
    workspace.meetings.add(family_id)
    return family_id


def close(workspace: Workspace, family_id: UUID, day: str = "2026-07-16") -> None:
    episode = workspace.requests.current(family_id)
    workspace.requests.save(episode.id, {"closed_on": day})


def test_a_family_that_is_still_open_is_not_counted(
    workspace: Workspace, family_id: UUID, clock: TestClock
) -> None:
    clock.set("2090-01-01")
    kept = workspace.keeping.of(family_id)
    assert (kept.ends_on, kept.may_go) == (None, False)
    assert kept.why.startswith("Still open")


def test_a_closed_family_is_kept_until_the_youngest_child_is_25(
    workspace: Workspace, family_id: UUID, clock: TestClock
) -> None:
    close(workspace, family_id)
    kept = workspace.keeping.of(family_id)
    assert kept.ends_on == date(2046, 5, 3)
    assert kept.why == "25 years from the birth of the youngest child, 3 May 2021."
    assert not kept.may_go
    clock.set("2046-05-02")
    assert not workspace.keeping.of(family_id).may_go
    clock.set("2046-05-03")
    assert workspace.keeping.of(family_id).may_go


def test_a_baby_to_come_is_the_youngest_child(workspace: Workspace, family_id: UUID) -> None:
    workspace.people.add(family_id, "unborn", {"due_date": "2026-10-20"})
    close(workspace, family_id)
    assert workspace.keeping.of(family_id).ends_on == date(2051, 10, 20)


def test_where_a_birth_is_not_known_nobody_can_count(
    workspace: Workspace, family_id: UUID, clock: TestClock
) -> None:
    workspace.people.add(family_id, "child", {"given_name": "Jo"})
    close(workspace, family_id)
    clock.set("2090-01-01")
    kept = workspace.keeping.of(family_id)
    assert (kept.ends_on, kept.is_over) == (None, False)
    assert "date of birth is not known" in kept.why


def test_a_finished_closing_meeting_closes_too(workspace: Workspace, family_id: UUID) -> None:
    last = workspace.meetings.add(family_id, "closing", {"held_on": "2026-07-16"})
    assert workspace.keeping.of(family_id).ends_on is None
    workspace.meetings.save(last.id, {"finished_at": "2026-07-16T16:20"})
    assert workspace.keeping.of(family_id).ends_on == date(2046, 5, 3)


def test_a_request_without_a_plan_is_counted_from_its_decision(workspace: Workspace) -> None:
    family_id = workspace.families.add("Baines").id
    assert "no decision" in workspace.keeping.of(family_id).why
    episode = workspace.requests.current(family_id)
    workspace.requests.save(episode.id, {"decided_at": "2026-01-05T15:20"})
    kept = workspace.keeping.of(family_id)
    assert kept.ends_on == date(2032, 1, 5)
    assert kept.why == "6 years from the decision on the request, 5 January 2026."


def test_the_first_to_go_is_told_first_and_one_taken_off_the_list_is_told_too(
    workspace: Workspace, family_id: UUID
) -> None:
    request = workspace.families.add("Baines").id
    episode = workspace.requests.current(request)
    workspace.requests.save(episode.id, {"decided_at": "2026-01-05T15:20"})
    workspace.families.take_away(request)
    assert [kept.name for kept in workspace.keeping.families()] == ["Baines", "Marlow"]


def test_a_hold_stops_it_until_it_is_lifted(
    workspace: Workspace, family_id: UUID, clock: TestClock
) -> None:
    close(workspace, family_id)
    clock.set("2050-01-01")
    workspace.keeping.hold(family_id, " A court has asked for it. ")
    kept = workspace.keeping.of(family_id)
    assert kept.is_over
    assert not kept.may_go
    assert kept.hold is not None
    told = (kept.hold.reason, kept.hold.since, kept.hold.set_by)
    assert told == ("A court has asked for it.", "2050-01-01", "Amira")
    workspace.keeping.lift(family_id)
    assert workspace.keeping.of(family_id).may_go
    words = [line.words for line in workspace.history.of_family(family_id)]
    assert words[:2] == ["Lift the hold of a record", "Hold a record"]


def test_a_hold_needs_a_reason(workspace: Workspace, family_id: UUID) -> None:
    with pytest.raises(UserError, match="No hold was set"):
        workspace.keeping.hold(family_id, "   ")
    assert workspace.keeping.of(family_id).hold is None


def test_nothing_goes_by_itself(workspace: Workspace, family_id: UUID, clock: TestClock) -> None:
    close(workspace, family_id)
    clock.set("2090-01-01")
    before = workspace.history.count()
    assert [kept.may_go for kept in workspace.keeping.families()] == [True]
    assert workspace.history.count() == before
    assert workspace.families.one(family_id).name == "Marlow"


def test_practice_families_may_go_at_any_time(practice: Workspace) -> None:
    assert all(kept.may_go for kept in practice.keeping.families())
