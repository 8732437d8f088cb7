"""Somebody who does not want their own words shown: before others none of them is on the screen."""

from taf_desktop.ui.pages.meeting.number_card import NumberCard
from tests.ui.family_fixture import OnScreen
from tests.ui.meeting_screen import come_in, every_word, go, meeting
from tests.ui.test_meeting_excluded_parent import everything_there_is

WORDS = {
    "a statement": "I hide on the stairs",
    "what came of an action": "It is rubbish",
    "why not lower": "because of my tablets",
    "why she does not agree": "nobody asked me",
    "a report": "I wrote this myself",
}


def say(screen: OnScreen) -> None:
    """El says all of it, a goal is asked about first, and Mum and the health visitor are here."""
    workspace, people, review = screen.workspace, screen.people, meeting(screen)
    el, views = people["El"], workspace.views
    views.add_statement(
        screen.family_id,
        "worried",
        WORDS["a statement"],
        said_by=[el],
        changes={"exact_words": True},
    )
    for action in workspace.actions.of(screen.family_id):
        workspace.actions.hear(action.id, el, review.id, WORDS["what came of an action"])
    for goal in views.goals(screen.family_id):
        told = {"value": 4, "why_not_lower": WORDS["why not lower"]}
        views.mark(views.scale_for(goal.id).id, el, review.id, told)
    answer = {"decision": "disagrees", "reason": WORDS["why she does not agree"]}
    workspace.meetings.agree(review.id, el, answer)
    workspace.meetings.attend(review.id, el, {"report": WORDS["a report"]})
    come_in(screen, "Mum", "Ruth Okafor")


def shown(screen: OnScreen) -> set[str]:
    """Which of them stand in any part, with the numbers of El in front."""
    words = everything_there_is(screen)
    part = go(screen, "numbers")
    part.choose(screen.people["El"])
    words += every_word()
    return {what for what, told in WORDS.items() if told in words}


def test_they_stand_there_until_she_says_no(practised: OnScreen) -> None:
    say(practised)
    assert shown(practised) == set(WORDS)
    el = practised.people["El"]
    practised.workspace.agreements.say(practised.family_id, el, "own_words", {"decision": "no"})
    assert shown(practised) == set()


def test_what_is_hidden_is_not_lost_by_another_number(practised: OnScreen) -> None:
    say(practised)
    el = practised.people["El"]
    practised.workspace.agreements.say(practised.family_id, el, "own_words", {"decision": "no"})
    part = go(practised, "numbers")
    part.choose(el)
    card = part.findChild(NumberCard)
    assert "El's own words stay with El" in every_word()
    card.choice.edited.emit(7)
    part.page.leave()
    (mark,) = [
        row
        for row in practised.workspace.views.marks(practised.family_id)
        if row.person_id == el and row.scale_id == part.scale.id
        if row.meeting_id == meeting(practised).id
    ]
    assert (mark.value, mark.why_not_lower) == (7, WORDS["why not lower"])


def test_limits_are_not_shown_before_whoever_they_are_about(practised: OnScreen) -> None:
    come_in(practised, "El", "Mum", "Ruth Okafor")
    agreements, el = practised.workspace.agreements, practised.people["El"]
    told = {"decision": "yes_with_limits", "limits": "Nothing about my diary", "not_to": []}
    agreements.say(practised.family_id, el, "own_words", told)
    go(practised, "sharing")
    assert "Nothing about my diary" in every_word()
    ruth = str(practised.people["Ruth Okafor"])
    agreements.say(practised.family_id, el, "own_words", {"not_to": [ruth]})
    go(practised, "sharing")
    assert "Nothing about my diary" not in every_word()


def test_a_note_for_the_team_is_not_beside_a_name_before_the_family(practised: OnScreen) -> None:
    workspace, review, sam = practised.workspace, meeting(practised), practised.people["Sam Reed"]
    workspace.meetings.attend(review.id, sam, {"note": "Away while Mum is cross"})
    come_in(practised, "Ruth Okafor", "Miss Hall")
    row = go(practised, "here").rows[sam]
    assert "Away while Mum is cross" in every_word()
    come_in(practised, "Ruth Okafor", "Mum")
    row = go(practised, "here").rows[sam]
    row.more.click()
    assert "Away while Mum is cross" not in every_word()
    assert set(row.form.editors) == {"state", "report"}
    row = go(practised, "here").rows[practised.people["Priya Nair"]]
    row.more.click()
    assert "note" in row.form.editors
    kept = {one.person_id: one for one in workspace.meetings.attendance(review.id)}
    assert kept[sam].note == "Away while Mum is cross"


def test_a_note_for_the_team_goes_as_soon_as_somebody_of_the_family_comes_in(
    practised: OnScreen,
) -> None:
    workspace, review, sam = practised.workspace, meeting(practised), practised.people["Sam Reed"]
    come_in(practised, "Ruth Okafor")
    workspace.meetings.attend(review.id, sam, {"note": "Away while Mum is cross"})
    part = go(practised, "here")
    assert "Away while Mum is cross" in every_word()
    part.rows[practised.people["Mum"]].here.click()
    assert "Away while Mum is cross" not in every_word()
