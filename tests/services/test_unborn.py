"""Who may know about a baby to come: every paper and shared screen follows what was decided."""

from uuid import UUID

import pytest

from taf_desktop.model.audience import Audience, Level
from taf_desktop.services.plans import PlanCopy
from taf_desktop.services.workspace import Workspace
from tests.conftest import TestClock

DUE = "20 October 2026"


class Expecting:
    """A family of a child, her mother who expects a baby, a father, and a professional."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, people = workspace, workspace.people
        self.family_id = workspace.families.add("Marlow").id
        self.ellie = people.add(self.family_id, "child", {"given_name": "Ellie"}).id
        self.baby = people.add(self.family_id, "unborn", {"due_date": "2026-10-20"}).id
        self.dana = people.add(self.family_id, "adult", {"given_name": "Dana"}).id
        self.craig = people.add(self.family_id, "adult", {"given_name": "Craig"}).id
        answers = {"given_name": "Ruth", "family_name": "Okafor", "job_title": "health visitor"}
        self.ruth = workspace.agencies.add_professional(answers, self.family_id).id
        people.relate(self.family_id, self.dana, self.baby, {"kind": "mother"})
        self.meeting_id = workspace.meetings.add(self.family_id).id
        for one in (self.dana, self.craig, self.ruth, workspace.owner_id):
            workspace.meetings.attend(self.meeting_id, one, {"state": "present"})

    def copy_for(self, *reader_ids: UUID, document: str = "family_plan") -> PlanCopy:
        return self.workspace.plans.preview(document, self.meeting_id, reader_ids)

    def knows(self, *reader_ids: UUID) -> bool:
        return "Baby" in repr(self.copy_for(*reader_ids).paper)


@pytest.fixture
def expecting(workspace: Workspace) -> Expecting:
    return Expecting(workspace)


def test_nobody_but_the_mother_and_the_lead_knows_until_somebody_says_so(
    expecting: Expecting,
) -> None:
    assert expecting.knows(expecting.dana)
    assert expecting.knows(expecting.workspace.owner_id)
    for one in (expecting.craig, expecting.ruth, expecting.ellie):
        assert not expecting.knows(one)
    assert not expecting.knows(expecting.dana, expecting.craig)


def test_a_copy_says_that_something_is_left_out_and_not_what(expecting: Expecting) -> None:
    assert expecting.copy_for(expecting.craig).left_out == (
        expecting.copy_for(expecting.dana).left_out + 1
    )


def test_whoever_is_ticked_knows_and_undo_takes_it_back(expecting: Expecting) -> None:
    people, history = expecting.workspace.people, expecting.workspace.history
    ticked = Audience(level=Level.NAMED, people=frozenset({expecting.ruth}))
    people.let_know(expecting.baby, ticked)
    assert expecting.knows(expecting.ruth)
    assert expecting.knows(expecting.dana)
    assert not expecting.knows(expecting.craig)
    told = history.of_family(expecting.family_id)[0]
    assert [(one.label, one.new) for one in told.reworded] == [
        ("Who may know about the baby", "Ruth Okafor")
    ]
    assert history.undo() == "Change who may know about the baby"
    assert not expecting.knows(expecting.ruth)
    people.let_know(expecting.baby, Audience())
    assert expecting.knows(expecting.craig, expecting.ruth)


@pytest.mark.parametrize("document", ["family_plan", "professional_plan", "whole_record"])
def test_no_paper_tells_of_the_baby_to_somebody_who_may_not_know(
    expecting: Expecting, document: str
) -> None:
    people = expecting.workspace.people
    people.relate(expecting.family_id, expecting.craig, expecting.baby, {"kind": "father"})
    told = repr(expecting.copy_for(expecting.craig, document=document).paper)
    assert "Baby" not in told
    assert DUE not in told


def test_a_text_that_gives_it_away_is_found_before_the_copy_leaves(expecting: Expecting) -> None:
    views = expecting.workspace.views
    views.add_statement(expecting.family_id, "worried", "Dana is pregnant and tired")
    (found,) = expecting.copy_for(expecting.craig).findings
    assert found.gives_away == "that a baby is coming (pregnant)"
    assert expecting.copy_for(expecting.dana).findings == ()


def test_a_shared_screen_names_the_baby_only_when_everybody_here_may_know(
    expecting: Expecting,
) -> None:
    meetings = expecting.workspace.meetings
    assert expecting.baby not in {one.id for one in meetings.room(expecting.meeting_id).people}
    for one in (expecting.craig, expecting.ruth):
        meetings.attend(expecting.meeting_id, one, {"state": "apologies"})
    assert expecting.baby in {one.id for one in meetings.room(expecting.meeting_id).people}


def test_a_table_follows(expecting: Expecting) -> None:
    def children() -> str:
        return str(expecting.workspace.tables.preview("table_families", ["children"]).table.rows)

    def actions() -> str:
        return str(expecting.workspace.tables.preview("table_actions", ["what"]).table.rows)

    expecting.workspace.actions.add(expecting.family_id, {"what": "A cot for the baby"})
    assert "Baby" in children()
    assert "cot" in actions()
    expecting.workspace.agencies.make_lead(expecting.family_id, expecting.ruth)
    assert "Baby" not in children()
    assert "cot" not in actions()


def test_words_about_the_baby_are_not_on_a_screen_before_whoever_must_not_know(
    expecting: Expecting,
) -> None:
    workspace, family_id = expecting.workspace, expecting.family_id
    said = [expecting.dana]
    words = "When the baby comes there is no room"
    workspace.views.add_statement(family_id, "worried", words, said_by=said)
    plain = workspace.views.add_statement(family_id, "worried", "It is cold", said_by=said)
    ask = {"what": "Ask the midwife about the cot", "who_id": expecting.dana}
    workspace.actions.add(family_id, ask, expecting.meeting_id)
    knowing, not_knowing = [expecting.dana, workspace.owner_id], [expecting.dana, expecting.ruth]
    assert len(workspace.views.in_room(family_id, knowing).statements) == 2
    assert len(workspace.actions.in_room(family_id, knowing).actions) == 1
    seen = workspace.views.in_room(family_id, not_knowing)
    assert [row.id for row in seen.statements] == [plain.id]
    assert seen.left_out == 1
    assert workspace.actions.in_room(family_id, not_knowing).actions == ()


def test_what_was_put_right_about_the_baby_is_not_told_before_them_either(
    expecting: Expecting, clock: TestClock
) -> None:
    workspace, meeting_id = expecting.workspace, expecting.meeting_id
    words = "When the baby comes there is no room"
    said = workspace.views.add_statement(expecting.family_id, "worried", words)
    workspace.meetings.save(
        meeting_id, {"held_on": "2026-01-20", "finished_at": "2026-01-20T16:20"}
    )
    clock.set("2026-02-03")
    workspace.views.save_statement(said.id, {"text": "There is no room"})
    assert workspace.meetings.corrections(meeting_id) == []
    for one in (expecting.craig, expecting.ruth):
        workspace.meetings.attend(meeting_id, one, {"state": "apologies"})
    found = workspace.meetings.corrections(meeting_id)
    assert words in [one.old for one in found]


@pytest.mark.parametrize(
    ("called", "words"),
    [
        ({"family_name": "Marlow"}, "The Marlow family"),
        ({"known_as": "Baby A"}, "She has a key"),
        ({"known_as": "The bump"}, "the school"),
        ({"known_as": "Little one"}, "He sleeps little"),
        ({}, "Parental mental health"),
        ({}, "respecting the rules"),
        ({}, "Finn wins at chess"),
    ],
)
def test_what_a_baby_is_called_flags_no_word_that_everybody_uses(
    expecting: Expecting, called: dict[str, str], words: str
) -> None:
    people, family_id = expecting.workspace.people, expecting.family_id
    people.save(expecting.dana, {"family_name": "Marlow"})
    people.save(expecting.baby, {"given_name": "Robin", **called})
    for text in (words, "Robin needs a cot"):
        expecting.workspace.views.add_statement(family_id, "worried", text)
    found = expecting.copy_for(expecting.ruth).findings
    assert [one.text for one in found] == ["Robin needs a cot"]


def test_a_baby_called_by_everyday_words_is_found_by_all_of_them(expecting: Expecting) -> None:
    people = expecting.workspace.people
    people.save(expecting.baby, {"known_as": "Little one"})
    words = "There is no cot for Little One"
    expecting.workspace.views.add_statement(expecting.family_id, "worried", words)
    assert [one.text for one in expecting.copy_for(expecting.ruth).findings] == [words]
