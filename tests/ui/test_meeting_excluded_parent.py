"""The excluded parent in the room: what he must not learn is nowhere, whatever part is open."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel

from taf_desktop.model.audience import Audience, Level
from taf_desktop.model.meeting import APART
from taf_desktop.services.readers import ADDRESS, GP, SCHOOL, VENUE
from taf_desktop.ui.pages.meeting.read_aloud import NOT_HERE, NOTHING
from taf_desktop.ui.widgets.strokes import Sheet
from tests.accessibility.walk import assert_accessible, settle
from tests.journeys.hand import Hand
from tests.ui.family_fixture import OnScreen
from tests.ui.meeting_screen import REVIEW_PARTS, come_in, every_word, go, meeting

SECRET = {
    "the address": "Weaver's Yard",
    "the school": "Oakfield",
    "the doctor": "Church Street Surgery",
    "the next place": "Rowan Hub",
    "the next time": "16:45",
    "what a child said": "just be nine",
    "what a report says": "about 40 words",
    "a goal": "Finn sleeps in a dry room",
    "an action": "Letter to housing",
    "what was agreed to": "my depression",
    "why he is not asked": "for their safety",
    "a note about somebody": "her court date",
    "why not lower": "Grandma has a key",
    "the teacher who is not here": "Miss Hall",
    "and her work": "pastoral lead",
    "a service": "Speech and language",
}
"""What Craig must not learn, each in words that stand nowhere else."""


@pytest.fixture
def family(practised: OnScreen) -> OnScreen:
    """The review, with Craig in the room and everything filled in that he must not learn."""
    people, workspace = practised.people, practised.workspace
    come_in(practised, "Craig", "Mum", "Ruth Okafor")
    workspace.people.save(people["El"], {"gp": SECRET["the doctor"]})
    views, meetings, review = workspace.views, workspace.meetings, meeting(practised)
    for words in ("We like Weaver's Yard", "They go to Church Street Surgery"):
        views.add_statement(practised.family_id, "working_well", words, said_by=[people["Mum"]])
    changes = {"next_on": "2026-03-12", "next_at": "16:45", "next_place": "Rowan Hub"}
    meetings.save(review.id, changes)
    meetings.attend(review.id, people["Priya Nair"], {"report": "He has about 40 words"})
    meetings.attend(review.id, people["Nan"], {"note": "Away: her court date"})
    told = {"decision": "not_asked", "reason": "Not asked, for their safety"}
    meetings.agree(review.id, people["Craig"], told)
    for goal in views.goals(practised.family_id):
        scale, why = views.scale_for(goal.id), {"why_not_lower": "Grandma has a key"}
        views.mark(scale.id, people["Mum"], review.id, {"value": 5, **why})
    return practised


def everything_there_is(screen: OnScreen) -> str:
    """All words of every part, with whatever opens at the press of a button opened."""
    words = []
    for part_name in REVIEW_PARTS:
        part = go(screen, part_name)
        words.append(every_word())
        for opened in _opened(part_name, part):
            settle()
            words.append(opened)
    return "\n".join(words)


def _opened(name: str, part) -> list[str]:
    if name == "here":
        for row in part.rows.values():
            row._open()
        return [every_word()]
    if name == "numbers" and part.asked_goals:
        part.show_together()
        return [every_word(), *(_chosen(part, one) for one in part.asked)]
    if name == "actions":
        return [_chosen(part, one) for one in list(part.rows)]
    if name == "family":
        return [_chosen(part, one.id) for one in part.speakers]
    if name == "agree":
        return [_read_out(part)]
    if name == "decision":
        part.finish()
        return [every_word()]
    return []


def _read_out(part) -> str:
    """Everything that is read out one by one, and whoever might hear a yes."""
    words = []
    for _ in part.reader.all.items:
        words += [label.text() for label in part.reader.findChildren(QLabel)]
        part.reader.go_on()
    for card in part.people_cards.values():
        if not card.hidden:
            card._ask_who()
    return "\n".join(words).replace("\u200b", "") + every_word()


def _chosen(part, record_id) -> str:
    part.choose(record_id)
    return every_word()


def test_what_he_must_not_learn_is_in_no_widget_whatever_part_is_open(family: OnScreen) -> None:
    for page in ("overview", "people", "views", "actions", "history"):
        family.go(page)
    words = everything_there_is(family)
    assert {what for what, secret in SECRET.items() if secret in words} == set()


def keep_nothing_from_him(screen: OnScreen) -> None:
    """Neither a protected fact nor what Mum and El said about showing him their words."""
    screen.workspace.people.protect(screen.family_id, screen.people["Craig"], [])
    for row in screen.workspace.agreements.of(screen.family_id):
        screen.workspace.agreements.save(row.id, {"not_to": []})


def test_the_same_search_finds_all_of_it_when_nothing_is_kept_from_him(family: OnScreen) -> None:
    keep_nothing_from_him(family)
    words = everything_there_is(family)
    missing = {what for what, secret in SECRET.items() if secret not in words}
    assert missing == {"a note about somebody"}, "a note is for the team, and Mum is here"


@pytest.mark.parametrize("fact", [ADDRESS, SCHOOL, GP, VENUE])
def test_one_protected_fact_is_enough(family: OnScreen, fact: str) -> None:
    family.workspace.people.protect(family.family_id, family.people["Craig"], [fact])
    words = everything_there_is(family)
    for what in ("the next place", "what a child said", "a goal", "an action", "the school"):
        assert SECRET[what] not in words


def test_a_signature_is_not_shown_to_somebody_outside_the_plan(family: OnScreen) -> None:
    line = {"ink": "black", "width": 5, "points": [[0, 0], [300, 200]]}
    family.workspace.signing.sign(meeting(family).id, family.people["Mum"], [line])
    part = go(family, "agree")
    assert part.findChildren(Sheet) == []
    assert part.people_cards[family.people["Mum"]].ways.parent() is None
    craig = family.people["Craig"]
    family.workspace.meetings.attend(meeting(family).id, craig, {"state": "apologies"})
    assert [one.strokes for one in go(family, "agree").findChildren(Sheet)] == [[line]]


def test_what_is_on_the_screen_goes_the_moment_he_is_ticked_as_here(family: OnScreen) -> None:
    craig = family.people["Craig"]
    family.workspace.meetings.attend(meeting(family).id, craig, {"state": "apologies"})
    part = go(family, "here")
    assert "Oakfield" in every_word()
    part.rows[craig].here.click()
    assert "Oakfield" not in every_word()
    assert craig in family.workspace.meetings.present(meeting(family).id)
    family.page.part.rows[craig].here.click()
    assert "Oakfield" in every_word()


def test_what_is_hidden_is_neither_lost_nor_changed(family: OnScreen) -> None:
    before = family.workspace.history.count()
    everything_there_is(family)
    assert family.workspace.history.count() == before
    row = next(
        one
        for one in family.workspace.meetings.plan_agreements(meeting(family).id)
        if one.person_id == family.people["Craig"]
    )
    assert row.reason == "Not asked, for their safety"


OWN = {
    "his own words": "I was at every birthday",
    "what he promised": "Send a card each month",
    "what he agreed to": "Showing my own words or drawings",
}
STILL_SECRET = {
    "what two said together": "We both shout too much",
    "what was kept for the team": "He told me about Leicester",
    "a place in his own words": "I drove past the Weavers place",
    "what came of it": "No card came for Finn",
    "with whom he shares": "Rainbow Nursery",
}
"""Each about him or by him, and none of it for a screen that he can see."""


def his_own(screen: OnScreen) -> None:
    """Craig said, promised and agreed to something; others wrote of it."""
    workspace, craig, mum = screen.workspace, screen.people["Craig"], screen.people["Mum"]

    def say(words: str, by: list[UUID], **more: Audience) -> None:
        workspace.views.add_statement(screen.family_id, "worried", words, said_by=by, **more)

    say(OWN["his own words"], [craig])
    say(STILL_SECRET["what two said together"], [craig, mum])
    say(STILL_SECRET["a place in his own words"], [craig])
    team = Audience(level=Level.TEAM)
    say(STILL_SECRET["what was kept for the team"], [craig], audience=team)
    promised = {"what": OWN["what he promised"], "who_id": str(craig)}
    action = workspace.actions.add(screen.family_id, promised)
    note = STILL_SECRET["what came of it"]
    workspace.actions.report(action.id, "under_way", note, on="2026-02-01")
    nursery = workspace.agencies.add(STILL_SECRET["with whom he shares"], "early_years")
    told = {"decision": "yes", "agencies": [str(nursery.id)]}
    workspace.agreements.say(screen.family_id, craig, "own_words", told)


def test_he_sees_what_is_his_own_and_nothing_that_others_wrote_of_it(family: OnScreen) -> None:
    his_own(family)
    words = everything_there_is(family)
    assert {what for what, told in OWN.items() if told not in words} == set()
    secrets = SECRET | STILL_SECRET
    assert {what for what, secret in secrets.items() if secret in words} == set()
    keep_nothing_from_him(family)
    words = everything_there_is(family)
    told = set(STILL_SECRET.values()) - {STILL_SECRET["what was kept for the team"]}
    assert {secret for secret in told if secret not in words} == set()


def test_each_is_asked_what_they_agree_to_and_only_his_own_answer_stays(family: OnScreen) -> None:
    hand = Hand(family.application.window)
    go(family, "sharing")
    assert hand.reads().count("not everybody in the room may see everything") == 2
    for name, limits in (("Craig", "Not by post"), ("Mum", "Not in the evening")):
        hand.press(f"{name}: ask {name.lower()}")
        hand.choose(f"What they say ({name})", "Yes, with limits")
        hand.fill(f"Limits, in their own words ({name})", limits)
    go(family, "agree")
    go(family, "sharing")
    words = every_word()
    assert "Not by post" in words
    assert "Not in the evening" not in words
    rows = family.workspace.agreements.of(family.family_id)
    kept = {row.limits: row.kind for row in rows if row.given_on == "2026-01-29"}
    assert kept["Not by post"] == "take_part"
    assert any(row.limits == "Not in the evening" for row in rows)


def test_that_something_is_not_shown_is_said_where_it_stood(family: OnScreen) -> None:
    come_in(family, "Mum")
    part = go(family, "here")
    assert "place" in part.details.editors
    part.rows[family.people["Craig"]].here.click()
    settle()
    assert family.page.said.text().startswith("Not everything is shown from now on")
    assert "place" not in family.page.part.details.editors
    beside = [label.text() for label in family.page.part.columns.findChildren(QLabel)]
    assert any("not shown here, because" in words for words in beside)


def test_that_nothing_can_be_read_back_is_not_taken_for_nothing_being_there(
    family: OnScreen,
) -> None:
    go(family, "agree")
    settle()
    words = [label.text() for label in family.page.findChildren(QLabel) if label.isVisible()]
    assert NOT_HERE in words
    assert NOTHING not in words


def test_he_sees_what_he_is_named_for(family: OnScreen) -> None:
    craig = family.people["Craig"]
    action = family.workspace.actions.of(family.family_id)[0]
    family.workspace.actions.show_to(
        action.id, Audience(level=Level.EVERYONE, people=frozenset({craig}))
    )
    part = go(family, "actions")
    assert list(part.rows) == [action.id]
    assert "are not shown here" in every_word()


def test_what_he_is_named_for_is_not_shown_where_it_says_where_they_live(family: OnScreen) -> None:
    craig = family.people["Craig"]
    action = family.workspace.actions.of(family.family_id)[0]
    family.workspace.actions.save(action.id, {"what": "Fetch the cot from Weaver's Yard"})
    family.workspace.actions.show_to(
        action.id, Audience(level=Level.EVERYONE, people=frozenset({craig}))
    )
    assert list(go(family, "actions").rows) == []
    assert "Weaver" not in every_word()


def test_the_day_on_which_he_agreed_does_not_hide_what_he_agreed_to(family: OnScreen) -> None:
    his_own(family)
    held = meeting(family).held_on
    for row in family.workspace.agreements.of(family.family_id):
        if row.person_id == family.people["Craig"]:
            family.workspace.agreements.save(row.id, {"given_on": held})
    assert OWN["what he agreed to"] in everything_there_is(family)


def test_what_the_team_alone_may_read_is_not_on_a_screen_turned_to_the_family(
    practised: OnScreen,
) -> None:
    review = meeting(practised)
    come_in(practised, "Mum", "Miss Hall")
    practised.workspace.meetings.save(review.id, {"notes": "Ask the midwife first"})
    go(practised, "decision")
    assert "Ask the midwife" not in every_word()
    come_in(practised, "Miss Hall", "Sam Reed")
    go(practised, "decision")
    assert "Ask the midwife" in every_word()


def test_a_tick_for_somebody_else_brings_no_note_about_them_back(family: OnScreen) -> None:
    part = go(family, "here")
    part.rows[family.people["Nan"]].here.click()
    assert SECRET["a note about somebody"] not in every_word()
    assert family.people["Nan"] in family.workspace.meetings.present(meeting(family).id)


def test_everybodys_own_copies_name_nobody_who_may_not_be_named(family: OnScreen) -> None:
    part = go(family, "papers")
    part.make_all()
    words = every_word()
    assert "Dana Marlow" in words or "Mum" in words
    assert "Hall" not in words
    family.application.window.ask.give([Path("/nowhere/at/all")])
    part.save_all(family.workspace.handing_out.copies(meeting(family).id))
    words = every_word()
    assert "not saved" in words
    assert "Hall" not in words


def test_whoever_is_asked_apart_reads_no_name_that_gives_a_place_away(family: OnScreen) -> None:
    workspace, craig, ruth = family.workspace, family.people["Craig"], family.people["Ruth Okafor"]
    told = {"what": "Tell Craig of the talking", "who_id": str(workspace.owner_id)}
    for_them = Audience(level=Level.NAMED, people=frozenset({craig, ruth}))
    workspace.actions.add(family.family_id, told, audience=for_them)
    review = workspace.meetings.add(family.family_id, APART, {"chair_id": ruth})
    page = family.go("meeting", meeting_id=review.id, part="gathering")
    page.part.choose(craig)
    card = page.part.card
    asked = "\n".join(label.text() for label in card.findChildren(QLabel))
    assert "Tell Craig of the talking" in asked
    assert "Hall" not in asked


def test_what_was_said_at_the_desk_is_not_behind_the_meeting(family: OnScreen) -> None:
    family.go("people")
    family.workspace.people.add(family.family_id, "adult", {"given_name": "Zqaunt"})
    family.application.window.undo()
    assert "Zqaunt" in family.said
    go(family, "here")
    assert "Zqaunt" not in every_word()


@pytest.mark.parametrize("part", REVIEW_PARTS)
def test_what_is_left_is_still_accessible(family: OnScreen, part: str) -> None:
    go(family, part)
    assert_accessible(family.application.window)
