"""The plan as it stood on an earlier day, rebuilt from the journal."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from taf_desktop.model.views import Statement
from taf_desktop.services.past import PastPlan
from taf_desktop.services.past_words import PastLine
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.family_rows import rows_of, shared_ids
from taf_desktop.store.past import as_at
from tests.conftest import TestClock

MONDAY, TUESDAY, WEDNESDAY = (f"2026-02-0{day}" for day in (2, 3, 4))


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.fixture
def family_id(workspace: Workspace, clock: TestClock) -> UUID:
    """A family added on Monday morning."""
    clock.set(MONDAY, "09:00")
    return workspace.families.add("Marlow").id


def lines(plan: PastPlan, title: str) -> tuple[PastLine, ...]:
    return next((part.lines for part in plan.parts if part.title == title), ())


def worries(workspace: Workspace, family_id: UUID, on: str) -> list[str]:
    plan = workspace.past.plan(family_id, day(on))
    return [line.words for line in lines(plan, "What are we worried about?")]


def test_a_day_ends_at_midnight(workspace: Workspace, family_id: UUID, clock: TestClock) -> None:
    for on, time in ((MONDAY, "23:59"), (TUESDAY, "00:00")):
        clock.set(on, time)
        workspace.views.add_statement(family_id, "worried", f"said at {time}")
    assert worries(workspace, family_id, MONDAY) == ["said at 23:59"]
    assert worries(workspace, family_id, TUESDAY) == ["said at 23:59", "said at 00:00"]


def test_what_was_taken_away_since_comes_back(
    workspace: Workspace, family_id: UUID, clock: TestClock
) -> None:
    worry = workspace.views.add_statement(family_id, "worried", "It is damp")
    clock.set(TUESDAY)
    workspace.views.take_away(worry.id)
    assert worries(workspace, family_id, MONDAY) == ["It is damp"]
    assert worries(workspace, family_id, TUESDAY) == []


def test_what_was_undone_since_comes_back_and_what_was_undone_that_day_does_not(
    workspace: Workspace, family_id: UUID, clock: TestClock
) -> None:
    workspace.views.add_statement(family_id, "worried", "It is damp")
    clock.set(TUESDAY)
    workspace.history.undo()
    clock.set(WEDNESDAY)
    workspace.history.redo()
    found = [worries(workspace, family_id, on) for on in (MONDAY, TUESDAY, WEDNESDAY)]
    assert found == [["It is damp"], [], ["It is damp"]]


def test_each_wording_is_told_with_who_and_when(
    workspace: Workspace, family_id: UUID, clock: TestClock
) -> None:
    worry = workspace.views.add_statement(family_id, "worried", "Mum is very low")
    clock.set(MONDAY, "16:12")
    workspace._desk.store.who = "Ruth"
    workspace.views.save_statement(worry.id, {"text": "Mum is poorly"})
    clock.set(TUESDAY)
    workspace.views.save_statement(worry.id, {"text": "Mum is well"})
    (line,) = lines(workspace.past.plan(family_id, day(MONDAY)), "What are we worried about?")
    assert line.words == "Mum is poorly"
    assert line.reworded is not None
    now, (before,) = line.reworded.now, line.reworded.before
    assert (now.who, f"{now.at:%H:%M}") == ("Ruth", "16:12")
    assert (before.words, before.who, f"{before.at:%H:%M}") == ("Mum is very low", "Amira", "09:00")


def test_words_saved_while_typing_on_are_no_wordings_of_their_own(
    workspace: Workspace, family_id: UUID
) -> None:
    action = workspace.actions.add(family_id, {"what": "Ring"})
    for words in ("Ring the", "Ring the GP"):
        workspace.actions.save(action.id, {"what": words})
    (line,) = lines(workspace.past.plan(family_id, day(MONDAY)), "Who does what by when")
    assert line.words == "1. Ring the GP"
    assert line.reworded is None


def test_answers_of_a_form_are_as_they_were(
    workspace: Workspace, family_id: UUID, clock: TestClock
) -> None:
    person = workspace.people.add(family_id, "child", {"religion": "none", "language": "Twi"})
    clock.set(TUESDAY)
    workspace.people.save(person.id, {"religion": "Quaker", "language": None})
    with workspace._desk.store.read() as session:
        for on, told in (
            (MONDAY, {"religion": "none", "language": "Twi"}),
            (TUESDAY, {"religion": "Quaker"}),
        ):
            with as_at(session, family_id, day(on)) as past:
                assert past.get(type(person), person.id).details == told


def test_before_the_first_day_there_is_no_plan(workspace: Workspace, family_id: UUID) -> None:
    assert workspace.past.plan(family_id, date(2026, 2, 1)).parts == ()
    assert workspace.past.first_day(family_id) == day(MONDAY)


def test_another_family_is_not_there(workspace: Workspace, family_id: UUID) -> None:
    other = workspace.families.add("Baines").id
    workspace.views.add_statement(other, "worried", "Theirs")
    with workspace._desk.store.read() as session, as_at(session, family_id, day(MONDAY)) as past:
        assert past.scalars(select(Statement)).all() == []
        assert [row.id for row in rows_of(past, other)] == []


def test_as_at_today_every_record_is_what_it_is_now(
    told_workspace: Workspace, clock: TestClock
) -> None:
    """The journal alone gives back every field of every kind of record."""
    for line in told_workspace.families.lines():
        with told_workspace._desk.store.read() as session:
            now = {row.id: row for row in rows_of(session, line.family.id)}
            with as_at(session, line.family.id, clock().date()) as past:
                then = {row.id: row for row in rows_of(past, line.family.id)}
                assert shared_ids(past) == shared_ids(session)
        assert then == now
        assert len(now) >= 10


def test_looking_at_the_past_changes_nothing(told_workspace: Workspace) -> None:
    before = told_workspace.history.count()
    for line in told_workspace.families.lines():
        told_workspace.past.plan(line.family.id, told_workspace.today)
    assert told_workspace.history.count() == before
