"""A review without a meeting with the keyboard alone, from the button to the plan on paper."""

from PySide6.QtCore import Qt

from tests.ui.application_fixture import press, tab_to, type_words
from tests.ui.family_fixture import ENTER, OnScreen
from tests.ui.meeting_screen import every_word, meeting


def test_each_person_is_asked_apart_and_the_papers_are_of_that_review(practised: OnScreen) -> None:
    workspace = practised.workspace
    workspace.meetings.take_away(meeting(practised).id)
    practised.go("meetings")
    tab_to("Review without a meeting")
    press(ENTER)
    review = workspace.meetings.of(practised.family_id)[-1]
    tab_to("Mum, Not asked yet")
    press(ENTER)
    tab_to("By telephone")
    press(Qt.Key.Key_Space)
    tab_to("1. Nan comes")
    type_words("Nan came every time")
    tab_to("0 out of 10")
    type_words("6")
    tab_to("Next person")
    press(ENTER)
    assert "What does Nan say?" in every_word()
    mum = practised.people["Mum"]
    states = {row.person_id: row.state for row in workspace.meetings.attendance(review.id)}
    assert states[mum] == "telephone"
    [word] = [row for row in workspace.actions.updates(practised.family_id) if row.said_by == mum]
    assert (word.note, word.meeting_id) == ("Nan came every time", review.id)
    marks = [row for row in workspace.views.marks(practised.family_id) if row.person_id == mum]
    assert (marks[-1].value, marks[-1].meeting_id) == (6, review.id)
    practised.application.window.navigator.page.go_to("papers")
    tab_to("Our family plan: look at it")
    press(ENTER)
    assert practised.page.copy.meeting_id == review.id
