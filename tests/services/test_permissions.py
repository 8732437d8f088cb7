"""What people said about showing their own words is heeded wherever those words stand."""

from uuid import UUID

import pytest

from taf_desktop.model.audience import Audience, Level
from taf_desktop.services.plans import PlanCopy
from taf_desktop.services.reports import ReportLine
from taf_desktop.services.workspace import Workspace
from tests.conftest import TestClock


class Told:
    """The Marlow family of practice, in which El says no, and that Ruth must not have her words."""

    def __init__(self, practice: Workspace) -> None:
        self.practice = practice
        lines = practice.families.lines()
        self.family_id = next(line.family.id for line in lines if line.family.name == "Marlow")
        self.meeting_id = practice.meetings.of(self.family_id)[-1].id
        self.el = self.person("Ellie")

    def person(self, name: str) -> UUID:
        everyone = self.practice.people.everyone(self.family_id)
        return next(one.id for one in everyone if one.given_name == name)

    def refuse(self, *names: str, decision: str = "no") -> None:
        never = [str(self.person(name)) for name in names]
        changes = {"decision": decision, "not_to": never}
        self.practice.agreements.say(self.family_id, self.el, "own_words", changes)

    def copy(self, *names: str, document: str = "whole_record") -> PlanCopy:
        readers = [self.person(name) for name in names]
        return self.practice.plans.preview(document, self.meeting_id, readers, self.family_id)

    def reads(self, words: str, *names: str, document: str = "whole_record") -> bool:
        return words in repr(self.copy(*names, document=document).paper)

    def statement(self, words: str, *names: str) -> UUID:
        said_by = [self.person(name) for name in names]
        return self.practice.views.add_statement(
            self.family_id, "worried", words, said_by=said_by, changes={"exact_words": True}
        ).id


@pytest.fixture
def told(practice: Workspace) -> Told:
    return Told(practice)


def test_a_disagreement_is_not_on_the_screen_either(told: Told) -> None:
    views = told.practice.views
    worry = views.add_statement(told.family_id, "worried", "Mornings are hard").id
    views.disagree(worry, told.el, "They are not")

    def seen(*names: str) -> bool:
        here = [told.person(name) for name in names]
        shown = views.in_room(told.family_id, here).disagreements
        return any(row.text == "They are not" for row in shown)

    assert seen("Ruth", "Dana")
    told.refuse("Jean")
    assert not seen("Ruth", "Dana")
    assert seen("Ruth", "Ellie")
    assert not seen("Jean", "Ellie")


def test_the_pages_of_own_words_in_the_assessment_stay(told: Told) -> None:
    made = told.practice.assessments.current(told.family_id)
    told.practice.assessments.save(made.id, {f"{told.el}/worry": "I hide on the stairs"})
    for name in ("Ruth", "Jean"):
        assert told.reads("I hide on the stairs", name, document="assessment")
    before = told.copy("Ruth", document="assessment").left_out
    told.refuse("Jean")
    for name in ("Ruth", "Jean"):
        assert not told.reads("I hide on the stairs", name, document="assessment")
    assert told.copy("Ruth", document="assessment").left_out == before + 1
    assert told.reads("I hide on the stairs", "Ellie", document="assessment")


def test_a_report_and_what_was_said_of_an_action_stay(told: Told) -> None:
    practice = told.practice
    action = practice.actions.of(told.family_id)[0]
    practice.actions.hear(action.id, told.el, told.meeting_id, "It is rubbish")
    lines = [ReportLine(text="I wrote this myself")]
    practice.reports.keep(told.meeting_id, told.el, lines, practice.reports.usual_audience())
    for words in ("It is rubbish", "I wrote this myself"):
        assert told.reads(words, "Ruth", document="professional_plan")
    told.refuse("Ruth")
    for words in ("It is rubbish", "I wrote this myself"):
        for document in ("professional_plan", "whole_record"):
            assert not told.reads(words, "Ruth", document=document)
    assert not told.reads("not to Ruth", "Ruth", document="professional_plan")
    assert told.reads("not to Ruth", "Amira", document="professional_plan")


def test_why_somebody_gave_a_number_or_an_answer_stays_and_the_number_stands(told: Told) -> None:
    views = told.practice.views
    scale = views.scale_for(views.goals(told.family_id)[0].id)
    why = {"value": 9, "why_not_lower": "because of my tablets"}
    views.mark(scale.id, told.el, told.meeting_id, why)
    said = {"decision": "disagrees", "reason": "nobody asked me"}
    told.practice.meetings.agree(told.meeting_id, told.el, said)
    told.refuse()
    paper = repr(told.copy("Ruth", document="professional_plan").paper)
    assert "my tablets" not in paper
    assert "nobody asked me" not in paper
    assert "Does not agree" in paper
    assert told.reads("my tablets", "Ellie", document="professional_plan")


def test_whoever_said_it_too_keeps_it(told: Told) -> None:
    told.statement("We both cried", "Ellie", "Dana")
    told.refuse()
    assert told.reads("We both cried", "Dana", document="family_plan")
    assert not told.reads("We both cried", "Jean", document="family_plan")


def test_the_last_answer_about_a_thing_counts(told: Told) -> None:
    told.statement("I like Fridays", "Ellie")
    told.refuse("Jean")
    answer = {"kind": "own_words", "decision": "yes", "not_to": []}
    told.practice.agreements.add(told.family_id, told.el, answer)
    assert told.reads("I like Fridays", "Jean", document="family_plan")


def test_a_number_is_not_on_a_screen_that_somebody_sees_who_must_not(told: Told) -> None:
    views, meetings = told.practice.views, told.practice.meetings
    scale = views.scale_for(views.goals(told.family_id)[0].id)
    mark = views.mark(scale.id, told.el, told.meeting_id, {"value": 9})
    meetings.attend(told.meeting_id, told.person("Ruth"), {"state": "present"})
    assert meetings.room(told.meeting_id).admits(mark.audience, told.el)
    told.refuse("Ruth", decision="yes_with_limits")
    assert not meetings.room(told.meeting_id).admits(mark.audience, told.el)


def test_an_old_wording_stays_with_whose_it_was(told: Told, clock: TestClock) -> None:
    practice = told.practice
    first, second = (told.statement(words, "Ellie") for words in ("I hate it", "I ran off"))
    practice.meetings.save(told.meeting_id, {"held_on": "2026-01-29"})
    practice.meetings.save(told.meeting_id, {"finished_at": "2026-01-29T16:20"})
    clock.set("2026-02-03")
    practice.views.save_statement(first, {"text": "El is unhappy", "exact_words": False})
    practice.views.save_statement(second, {"text": "El left", "said_by": []})
    for words in ("I hate it", "I ran off"):
        assert told.reads(words, "Ruth", document="professional_plan")
    told.refuse("Ruth")
    for words in ("I hate it", "I ran off"):
        assert not told.reads(words, "Ruth", document="professional_plan")


def test_a_number_that_was_0_is_told_when_it_is_put_right(told: Told, clock: TestClock) -> None:
    views, dana = told.practice.views, told.person("Dana")
    scale = views.scale_for(views.goals(told.family_id)[0].id)
    views.mark(scale.id, dana, told.meeting_id, {"value": 0})
    told.practice.meetings.save(told.meeting_id, {"held_on": "2026-01-29"})
    told.practice.meetings.save(told.meeting_id, {"finished_at": "2026-01-29T16:20"})
    clock.set("2026-02-03")
    views.mark(scale.id, dana, told.meeting_id, {"value": 7})
    found = told.practice.meetings.corrections(told.meeting_id)
    assert [(one.old, one.new) for one in found] == [("0", "7")]


def test_a_number_is_asked_for_with_the_words_that_the_readers_may_see(told: Told) -> None:
    views = told.practice.views
    goal = views.add_statement(
        told.family_id,
        "needs_to_happen",
        "Dana stops drinking before school",
        said_by=[told.el],
        meeting_id=told.meeting_id,
        changes={"category": "goal"},
        audience=Audience(level=Level.LEAD),
    )
    scale = views.scale_for(goal.id)
    views.mark(scale.id, told.person("Dana"), told.meeting_id, {"value": 3})
    views.save_statement(goal.id, {"text": "Mornings go well"})
    views.show_to(goal.id, Audience())
    for document in ("professional_plan", "single_person", "whole_record"):
        assert told.reads("Mornings go well", "Ellie", document=document)
        assert not told.reads("drinking", "Ellie", document=document)


def test_the_limits_somebody_named_stay_with_them_too(told: Told) -> None:
    words = "I do not want Ruth to know about my tablets"
    changes = {"decision": "yes_with_limits", "limits": words, "not_to": []}
    say = told.practice.agreements.say
    say(told.family_id, told.el, "own_words", changes)
    for document in ("professional_plan", "whole_record"):
        assert told.reads(words, "Ruth", document=document)
    say(told.family_id, told.el, "own_words", {"not_to": [str(told.person("Ruth"))]})
    for document in ("professional_plan", "whole_record"):
        assert not told.reads(words, "Ruth", document=document)
        assert told.reads(words, "Amira", document=document)


def test_what_is_withdrawn_today_counts_more_than_an_answer_of_before(
    told: Told, clock: TestClock
) -> None:
    agreements = told.practice.agreements
    told.statement("I like Fridays", "Ellie")
    told.refuse("Jean", decision="yes")
    first = [row for row in agreements.of(told.family_id) if row.kind == "own_words"][-1]
    answer = {"kind": "own_words", "decision": "yes", "not_to": []}
    agreements.save(first.id, {"not_to": []})
    agreements.add(told.family_id, told.el, answer)
    assert told.reads("I like Fridays", "Jean", document="family_plan")
    clock.set("2026-02-03")
    agreements.withdraw(first.id)
    assert not told.reads("I like Fridays", "Jean", document="family_plan")
    told.refuse(decision="yes")
    assert told.reads("I like Fridays", "Jean", document="family_plan")


def test_words_written_down_as_somebodys_later_are_theirs_in_a_plan_of_before(
    told: Told, clock: TestClock
) -> None:
    views = told.practice.views
    said = views.add_statement(told.family_id, "worried", "I hate the shouting").id
    then = clock().date()
    clock.set("2026-02-03")

    def stood(name: str) -> bool:
        copy = told.practice.plans.preview(
            "professional_plan",
            told.meeting_id,
            [told.person(name)],
            told.family_id,
            stood_on=then,
        )
        return "I hate the shouting" in repr(copy.paper)

    assert stood("Ruth")
    views.save_statement(said, {"said_by": [str(told.el)], "exact_words": True})
    told.refuse("Jean")
    assert not stood("Ruth")
    assert not stood("Jean")
    assert stood("Ellie")


def test_that_somebody_was_not_invited_after_all_is_for_the_team(
    told: Told, clock: TestClock
) -> None:
    meetings, jean = told.practice.meetings, told.person("Jean")
    meetings.save(told.meeting_id, {"held_on": "2026-01-29", "finished_at": "2026-01-29T16:20"})
    clock.set("2026-02-03")
    meetings.attend(told.meeting_id, jean, {"state": "not_invited"})

    def told_of(*names: str) -> bool:
        copy = told.copy(*names, document="professional_plan")
        return "Not invited" in repr(copy.paper)

    assert told_of("Ruth")
    assert not told_of("Dana")
    assert not told_of("Ruth", "Dana")


def test_whoever_leads_has_the_whole_plan_also_when_not_in_the_list_of_the_team(
    told: Told,
) -> None:
    lead, preview = told.person("Amira"), told.practice.plans.preview
    before = preview("professional_plan", told.meeting_id, [lead], told.family_id)
    told.practice.agencies.release(told.family_id, lead)
    after = preview("professional_plan", told.meeting_id, [lead], told.family_id)
    assert (after.is_outside, after.findings) == (False, ())
    assert after.left_out == before.left_out


def test_what_somebody_wrote_is_not_on_a_screen_before_others(told: Told) -> None:
    practice, meeting_id = told.practice, told.meeting_id
    practice.meetings.agree(
        meeting_id, told.el, {"decision": "disagrees", "reason": "nobody asked me"}
    )
    for name in ("Ruth", "Dana"):
        practice.meetings.attend(meeting_id, told.person(name), {"state": "present"})
    room = practice.meetings.room(meeting_id)
    assert room.said_of_plan[told.el].reason == "nobody asked me"
    assert not room.keeps_words(told.el)
    told.refuse("Jean")
    room = practice.meetings.room(meeting_id)
    assert told.el not in room.said_of_plan
    assert room.agreed[told.el] == "disagrees"
    assert room.keeps_words(told.el)
    practice.meetings.attend(meeting_id, told.el, {"state": "present"})
    assert not practice.meetings.room(meeting_id).keeps_words(told.el)
