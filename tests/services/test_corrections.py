"""Minutes put right after the meeting: both wordings, who and when, on the screen and on paper."""

from pathlib import Path
from uuid import UUID

import pytest

from taf_desktop.model.audience import Audience, Level
from taf_desktop.services.workspace import Workspace
from tests.conftest import TestClock
from tests.documents.reading import on_paper

WRONG, RIGHT = "Finn is late every day.", "Finn was late nine times."


@pytest.fixture
def meeting_id(workspace: Workspace, clock: TestClock) -> UUID:
    """A meeting that was finished in January, with a worry in it; February has come."""
    family = workspace.families.add("Marlow")
    workspace.people.add(family.id, "adult", {"given_name": "Dana"})
    workspace.agencies.involve(family.id, workspace.owner_id)
    meeting = workspace.meetings.add(family.id, changes={"held_on": "2026-01-29"})
    for person in workspace.people.everyone(family.id):
        workspace.meetings.attend(meeting.id, person.id, {"state": "present"})
    workspace.views.add_statement(family.id, "worried", WRONG, meeting_id=meeting.id)
    workspace.meetings.save(meeting.id, {"finished_at": "2026-01-29T16:20"})
    clock.set("2026-02-03")
    return meeting.id


def put_right(workspace: Workspace, meeting_id: UUID, words: str = RIGHT) -> UUID:
    family_id = workspace.meetings.one(meeting_id).family_id
    [worry] = workspace.views.statements(family_id)
    workspace.views.save_statement(worry.id, {"text": words})
    return worry.id


def readers(workspace: Workspace, meeting_id: UUID) -> tuple[UUID, UUID]:
    """Dana, and whoever is at the desk."""
    family_id = workspace.meetings.one(meeting_id).family_id
    [dana] = workspace.people.of(family_id)
    return dana.id, workspace.owner_id


def text_of(
    workspace: Workspace, document: str, meeting_id: UUID, reader: UUID, folder: Path
) -> str:
    return on_paper(workspace.plans.preview(document, meeting_id, [reader]).paper, folder).text()


def test_both_wordings_stay_with_who_and_when(workspace: Workspace, meeting_id: UUID) -> None:
    put_right(workspace, meeting_id)
    [found] = workspace.meetings.corrections(meeting_id)
    assert (found.old, found.new) == (WRONG, RIGHT)
    assert (
        found.who
        == workspace.history.of_family(workspace.meetings.one(meeting_id).family_id)[0].who
    )
    assert found.at.date().isoformat() == "2026-02-03"


def test_nothing_is_told_of_a_word_changed_and_changed_back_or_changed_before_finishing(
    workspace: Workspace, meeting_id: UUID
) -> None:
    assert workspace.meetings.corrections(meeting_id) == []
    put_right(workspace, meeting_id)
    put_right(workspace, meeting_id, WRONG)
    assert workspace.meetings.corrections(meeting_id) == []


def test_what_changes_once_the_next_meeting_is_planned_belongs_to_that_one(
    workspace: Workspace, meeting_id: UUID
) -> None:
    workspace.meetings.add(workspace.meetings.one(meeting_id).family_id)
    put_right(workspace, meeting_id)
    assert workspace.meetings.corrections(meeting_id) == []


def test_who_was_here_and_the_notes_are_told_where_they_may_be(
    workspace: Workspace, meeting_id: UUID
) -> None:
    dana, owner = readers(workspace, meeting_id)
    workspace.meetings.save(meeting_id, {"notes": "For the team", "next_on": "2026-03-12"})
    assert [one.what for one in workspace.meetings.corrections(meeting_id)] == [
        "Day of the next meeting"
    ]
    workspace.meetings.attend(meeting_id, dana, {"state": "apologies"})
    told = {one.what: (one.old, one.new) for one in workspace.meetings.corrections(meeting_id)}
    assert told["Dana"] == ("Here", "Sent apologies")
    assert told["Notes"] == ("", "For the team")
    assert workspace.meetings.room(meeting_id).here == (owner,)


def test_the_plan_that_is_made_again_says_what_it_takes_the_place_of(
    workspace: Workspace, meeting_id: UUID, clock: TestClock, tmp_path: Path
) -> None:
    dana, owner = readers(workspace, meeting_id)
    clock.set("2026-01-30")
    for document, reader in (("family_plan", dana), ("professional_plan", owner)):
        copy = workspace.plans.preview(document, meeting_id, [reader])
        workspace.plans.save(copy, tmp_path / f"{document}.pdf")
    clock.set("2026-02-03")
    put_right(workspace, meeting_id)
    full = text_of(workspace, "professional_plan", meeting_id, owner, tmp_path)
    assert "It replaces the plan of 30 January 2026." in full
    for words in ("Put right after the meeting", WRONG, RIGHT, "3 February 2026"):
        assert words in full
    family_plan = text_of(workspace, "family_plan", meeting_id, dana, tmp_path)
    assert "This takes the place of the plan of 30 January 2026." in family_plan
    assert WRONG not in family_plan


def test_a_first_copy_takes_nobodys_place(
    workspace: Workspace, meeting_id: UUID, tmp_path: Path
) -> None:
    dana, owner = readers(workspace, meeting_id)
    workspace.plans.save(
        workspace.plans.preview("family_plan", meeting_id, [dana]), tmp_path / "dana.pdf"
    )
    assert "takes the place" not in text_of(workspace, "family_plan", meeting_id, owner, tmp_path)
    assert "takes the place" not in text_of(workspace, "family_plan", meeting_id, dana, tmp_path)


def test_what_a_reader_may_not_see_is_not_told_as_put_right_either(
    workspace: Workspace, meeting_id: UUID, tmp_path: Path
) -> None:
    dana, owner = readers(workspace, meeting_id)
    worry_id = put_right(workspace, meeting_id)
    workspace.views.show_to(worry_id, Audience(level=Level.TEAM, never=frozenset({dana})))
    assert workspace.meetings.corrections(meeting_id) == []
    both = workspace.plans.preview("professional_plan", meeting_id, [dana, owner])
    words = on_paper(both.paper, tmp_path).text()
    assert WRONG not in words
    assert RIGHT not in words


def test_an_old_wording_is_not_told_to_somebody_who_was_not_to_read_it_then(
    workspace: Workspace, meeting_id: UUID
) -> None:
    dana, owner = readers(workspace, meeting_id)
    family_id = workspace.meetings.one(meeting_id).family_id
    [worry] = workspace.views.statements(family_id)
    workspace.views.show_to(worry.id, Audience(level=Level.LEAD))
    review = workspace.meetings.add(family_id)
    for person in (dana, owner):
        workspace.meetings.attend(review.id, person, {"state": "present"})
    workspace.meetings.save(review.id, {"finished_at": "2026-02-03T16:20"})
    put_right(workspace, review.id)
    workspace.views.show_to(worry.id, Audience())
    assert workspace.meetings.corrections(review.id) == []


def test_what_answers_something_hidden_is_not_told_either(
    workspace: Workspace, clock: TestClock
) -> None:
    family = workspace.families.add("Marlow")
    workspace.people.add(family.id, "adult", {"given_name": "Dana"})
    [dana] = workspace.people.of(family.id)
    meeting = workspace.meetings.add(family.id, changes={"held_on": "2026-01-29"})
    views, hidden = workspace.views, Audience(level=Level.LEAD)
    worry = views.add_statement(family.id, "worried", "Something hidden", audience=hidden)
    other = views.disagree(worry.id, dana.id, "I am not that ill", meeting.id)
    goal = views.add_statement(
        family.id, "needs_to_happen", "A clinic", changes={"category": "goal"}, audience=hidden
    )
    scale = views.scale_for(goal.id)
    views.mark(scale.id, dana.id, meeting.id, {"value": 3, "why_not_lower": "my tablets"})
    workspace.meetings.save(meeting.id, {"finished_at": "2026-01-29T16:20"})
    clock.set("2026-02-03")
    views.save_disagreement(other.id, {"text": "I am ill"})
    views.mark(scale.id, dana.id, meeting.id, {"value": 4, "why_not_lower": "all tablets"})
    copy = workspace.plans.preview("professional_plan", meeting.id, [dana.id])
    told = [words for words in ("I am ill", "tablets") if words in repr(copy.paper.blocks)]
    assert told == []
