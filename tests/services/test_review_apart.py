"""A review without a meeting: each person's word kept as theirs, and the plan says how it came."""

from pathlib import Path
from uuid import UUID

import pytest

from taf_desktop.model.audience import Audience
from taf_desktop.model.meeting import APART
from taf_desktop.services.reports import ReportLine
from taf_desktop.services.workspace import Workspace
from tests.conftest import TestClock
from tests.documents.reading import on_paper


@pytest.fixture
def family_id(workspace: Workspace, clock: TestClock) -> UUID:
    """A family after its first meeting, with a goal, an action, and the next date agreed."""
    family = workspace.families.add("Marlow")
    for name in ("Dana", "Craig"):
        workspace.people.add(family.id, "adult", {"given_name": name})
    workspace.agencies.involve(family.id, workspace.owner_id)
    workspace.agencies.make_lead(family.id, workspace.owner_id)
    first = workspace.meetings.add(family.id)
    goal = workspace.views.add_statement(
        family.id, "needs_to_happen", "Finn sleeps.", changes={"category": "goal"}
    )
    dana = person(workspace, family.id, "Dana")
    told = {"what": "Ring housing", "who_id": dana, "by_when": "2026-02-13", "goal_id": goal.id}
    workspace.actions.add(family.id, told, first.id)
    workspace.meetings.save(
        first.id,
        {"held_on": "2026-01-29", "place": "The Snug", "next_on": "2026-04-23", "next_at": "15:30"},
    )
    clock.set("2026-03-12")
    return family.id


def person(workspace: Workspace, family_id: UUID, name: str) -> UUID:
    people = workspace.people.everyone(family_id)
    return next(one.id for one in people if one.given_name == name)


def text_of(
    workspace: Workspace, document: str, meeting_id: UUID, reader: UUID, folder: Path
) -> str:
    """The words of one person's copy."""
    copy = workspace.plans.preview(document, meeting_id, [reader])
    return on_paper(copy.paper, folder).text()


def heard(workspace: Workspace, family_id: UUID, name: str, words: str) -> UUID:
    """A review in which one person was rung up and said something of the action."""
    review = workspace.meetings.add(family_id, APART)
    who = person(workspace, family_id, name)
    workspace.meetings.attend(review.id, who, {"state": "telephone"})
    [action] = workspace.actions.of(family_id)
    workspace.actions.hear(action.id, who, review.id, words)
    return review.id


def test_it_is_of_today_at_no_place_and_the_date_that_was_agreed_still_stands(
    workspace: Workspace, family_id: UUID
) -> None:
    review = workspace.meetings.add(family_id, APART)
    assert (review.held_on, review.place) == ("2026-03-12", None)
    assert (review.next_on, review.next_at) == ("2026-04-23", "15:30")
    after = workspace.meetings.add(family_id)
    assert (after.held_on, after.place) == ("2026-04-23", "The Snug")


def test_the_history_says_so_and_undo_takes_it_back(workspace: Workspace, family_id: UUID) -> None:
    workspace.meetings.add(family_id, APART)
    assert workspace.history.of_family(family_id)[0].words == "Begin a review without a meeting"
    workspace.history.undo()
    assert [row.kind for row in workspace.meetings.of(family_id)] == ["first"]


def test_a_word_said_again_takes_the_place_of_the_first_and_the_status_stays(
    workspace: Workspace, family_id: UUID
) -> None:
    review_id = heard(workspace, family_id, "Dana", "They did not answer.")
    [action] = workspace.actions.of(family_id)
    who = person(workspace, family_id, "Dana")
    workspace.actions.hear(action.id, who, review_id, "They rang back.")
    [update] = workspace.actions.updates(family_id)
    assert (update.note, update.said_by) == ("They rang back.", who)
    assert workspace.actions.of(family_id)[0].status == "not_started"
    old = [one.old for one in workspace.history.of_family(family_id)[0].reworded]
    assert old == ["They did not answer."]


def test_whoever_asks_is_at_the_screen_and_nobody_who_is_rung_up(
    workspace: Workspace, family_id: UUID
) -> None:
    craig = person(workspace, family_id, "Craig")
    workspace.people.protect(family_id, craig, ["address"])
    review_id = heard(workspace, family_id, "Craig", "Fine.")
    assert workspace.meetings.room(review_id).here == (workspace.owner_id,)
    assert not workspace.meetings.room(review_id).has_outsider


def test_the_papers_say_that_there_was_no_meeting_and_who_was_asked_how(
    workspace: Workspace, family_id: UUID, tmp_path: Path
) -> None:
    review_id = heard(workspace, family_id, "Dana", "They rang back.")
    dana = person(workspace, family_id, "Dana")
    family_plan = text_of(workspace, "family_plan", review_id, dana, tmp_path)
    assert "Reviewed without a meeting, up to Thursday 12 March 2026" in family_plan
    assert "Made together" not in family_plan
    full = text_of(workspace, "professional_plan", review_id, workspace.owner_id, tmp_path)
    for words in (
        "2. Review without a meeting",
        "Who told their part, without a meeting",
        "By telephone Dana",
        "Dana: They rang back.",
        "It replaces the plan of 29 January 2026.",
    ):
        assert words in full


def test_somebody_outside_the_plan_reads_nobody_elses_word(
    workspace: Workspace, family_id: UUID, tmp_path: Path
) -> None:
    review_id = heard(workspace, family_id, "Dana", "They rang back.")
    craig = person(workspace, family_id, "Craig")
    workspace.people.protect(family_id, craig, ["address"])
    [action] = workspace.actions.of(family_id)
    workspace.actions.save(action.id, {"what": "Craig rings housing", "who_id": craig})
    workspace.actions.show_to(action.id, Audience(people=frozenset({craig})))
    words = text_of(workspace, "single_person", review_id, craig, tmp_path)
    assert "Craig rings housing" in words
    assert "rang back" not in words


def test_a_report_from_a_file_is_a_message_and_nobody_is_invited_to_it(
    workspace: Workspace, family_id: UUID
) -> None:
    first = workspace.meetings.of(family_id)[0]
    workspace.meetings.attend(first.id, workspace.owner_id, {"state": "present"})
    review = workspace.meetings.add(family_id, APART)
    assert workspace.plans.usual_meeting(family_id, "invitation") == first.id
    craig = person(workspace, family_id, "Craig")
    workspace.reports.keep(review.id, craig, [ReportLine(text="All is well.")], Audience())
    assert workspace.meetings.room(review.id).states[craig] == "message"


def test_it_is_finished_when_each_was_asked_and_the_next_date_stands(
    workspace: Workspace, family_id: UUID
) -> None:
    review_id = heard(workspace, family_id, "Dana", "They rang back.")
    [goal] = workspace.views.goals(family_id)
    dana = person(workspace, family_id, "Dana")
    parts = [gap.part for gap in workspace.meetings.missing(review_id)]
    assert parts == ["gathering", "numbers", "agree", "decision"]
    for row in workspace.meetings.attendance(review_id):
        if row.state == "invited":
            workspace.meetings.attend(review_id, row.person_id, {"state": "no_reply"})
    workspace.views.mark(workspace.views.scale_for(goal.id).id, dana, review_id, {"value": 6})
    workspace.signing.agree(review_id, dana, {"decision": "agrees"})
    decision = next(iter(workspace.pack.lists["decision"])).code
    workspace.meetings.save(review_id, {"decisions": [decision]})
    assert workspace.meetings.finish(review_id).is_finished
    assert workspace.plans.usual_meeting(family_id) == review_id
