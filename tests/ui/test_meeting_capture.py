"""What is said in a meeting, typed at speaking speed: lines, statements, numbers."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from taf_desktop.services.actions import day_of
from taf_desktop.ui.coming_back import from_page, from_text
from tests.accessibility.walk import settle
from tests.ui.application_fixture import focused, press, tab_to, type_words
from tests.ui.family_fixture import ALT, CTRL, ENTER, OnScreen
from tests.ui.meeting_screen import come_in, every_word, go, meeting, statement

ROOM = ("Mum", "Nan", "El", "Sam Reed")


@pytest.fixture
def room(practised: OnScreen) -> OnScreen:
    """The review, with the family and their worker in the room."""
    come_in(practised, *ROOM)
    return practised


def actions(screen: OnScreen) -> list:
    rows = screen.workspace.actions.of(screen.family_id)
    return [row for row in rows if row.meeting_id == meeting(screen).id]


def said(screen: OnScreen) -> list:
    return screen.workspace.views.statements(screen.family_id)


def shown(screen: OnScreen) -> str:
    labels = screen.page.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_one_line_is_understood_at_once_and_enter_stays_for_the_next(room: OnScreen) -> None:
    part = go(room, "actions")
    assert focused().accessibleName() == "An action in one line"
    type_words("Mum and Sam ring housing by Fri 6 Feb")
    told = "Mum, helped by Sam Reed, by Friday 6 February 2026: “Ring housing”"
    assert told in shown(room)
    assert part.form_card.panel.editor("by_when").box.text() == "6 February 2026"
    assert actions(room) == []
    press(ENTER)
    [added] = actions(room)
    assert (added.what, added.by_when) == ("Ring housing", "2026-02-06")
    assert added.who_id == room.people["Mum"]
    assert added.helped_by == [str(room.people["Sam Reed"])]
    assert "7. Ring housing, Mum, by Friday 6 February 2026" in part.rows[added.id].accessibleName()
    assert focused().accessibleName() == "An action in one line"
    type_words("Nan reads to Finn every Tuesday")
    press(ENTER)
    assert [row.what for row in actions(room)] == ["Ring housing", "Reads to Finn"]


def test_what_was_understood_is_put_right_in_the_boxes_below(room: OnScreen) -> None:
    go(room, "actions")
    type_words("Sam rings housing by Friday")
    tab_to("Who will do it")
    press(Qt.Key.Key_Home)
    for _ in range(3):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    [added] = actions(room)
    assert (added.what, added.by_when) == ("Rings housing", "2026-01-30")
    assert added.who_id == room.people["Mum"]
    assert room.page.part.line.words() == ""
    tab_to("By when")
    press(Qt.Key.Key_A, CTRL)
    type_words("every Monday")
    press(Qt.Key.Key_Tab)
    assert [row.by_when for row in actions(room)] == ["every Monday"]


def test_a_day_as_it_is_said_becomes_the_day_that_is_meant_when_the_box_is_left(
    room: OnScreen,
) -> None:
    go(room, "actions")
    type_words("Mum rings housing")
    press(ENTER)
    press(Qt.Key.Key_Up)
    tab_to("By when")
    type_words("next week")
    press(Qt.Key.Key_Tab)
    assert [day_of(row.by_when) for row in actions(room)] == [date(2026, 2, 6)]
    box = room.page.part.form_card.panel.editor("by_when").box
    assert box.text() == "6 February 2026"
    box.setFocus()
    press(Qt.Key.Key_A, CTRL)
    type_words("when the letter comes")
    press(Qt.Key.Key_Tab)
    assert [row.by_when for row in actions(room)] == ["when the letter comes"]


def test_an_action_without_person_or_day_is_kept(room: OnScreen) -> None:
    go(room, "actions")
    type_words("somebody mends the gate")
    assert "Nobody yet, no day yet" in shown(room)
    press(ENTER)
    [added] = actions(room)
    assert (added.what, added.who_id, added.by_when) == ("Somebody mends the gate", None, None)
    gaps = {gap.words for gap in room.workspace.meetings.missing(meeting(room).id)}
    assert "Action 7 has nobody who will do it." in gaps


def test_a_line_without_enter_is_kept_once_on_leaving(room: OnScreen) -> None:
    go(room, "actions")
    type_words("Mum rings the GP tomorrow")
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_F12)
    assert [row.what for row in actions(room)] == ["Rings the GP"]
    assert room.page.part.line.words() == ""


def test_enter_leaves_the_cards_of_what_was_said_before_as_they_are(room: OnScreen) -> None:
    part = go(room, "views")
    before = {key: card for column in part.three.cards for key, card in column.statements.items()}
    press(Qt.Key.Key_2, ALT)
    type_words("Nan comes on Tuesdays")
    press(ENTER)
    after = {key: card for column in part.three.cards for key, card in column.statements.items()}
    added = statement(room, "Nan comes on Tuesdays")
    assert after.keys() - before.keys() == {added.id}
    assert all(after[key] is card for key, card in before.items())
    assert list(part.three.cards[1].statements)[-1] == added.id
    press(Qt.Key.Key_Z, CTRL)
    assert "Nan comes on Tuesdays" not in every_word()


def test_half_a_statement_is_taken_up_again_after_the_screen_was_hidden(room: OnScreen) -> None:
    go(room, "views")
    press(Qt.Key.Key_2, ALT)
    type_words("Nan comes on Tue")
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_F12)
    assert focused().accessibleName() == "Add something that works"
    press(Qt.Key.Key_Up)
    assert focused().accessibleName() == "In their words"
    press(Qt.Key.Key_End)
    type_words("sdays")
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_F12)
    assert focused().accessibleName() == "In their words"
    assert [row.text for row in said(room) if "Tue" in row.text] == ["Nan comes on Tuesdays"]


def test_the_action_in_the_boxes_is_there_again_after_the_screen_was_hidden(
    room: OnScreen,
) -> None:
    go(room, "actions")
    type_words("Mum rings the GP tomorrow")
    press(ENTER)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_F12)
    assert focused().accessibleName() == "What will be done"
    assert room.page.part.form_card.action.what == "Rings the GP"


def test_numbers_that_were_covered_stay_covered_when_the_screen_is_shown_again(
    room: OnScreen,
) -> None:
    part = go(room, "numbers")
    for person_id in part._here():
        part.set_number(person_id, 4)
    part.choose(room.people["Nan"])
    assert not part.shown
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_F12)
    assert not room.page.part.shown
    assert room.page.part.chosen == room.people["Nan"]
    room.page.part.show_together()
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_F12)
    assert room.page.part.shown


def test_the_second_goal_is_asked_about_again_after_the_program_was_locked(
    room: OnScreen,
) -> None:
    part = go(room, "numbers")
    part._choose_goal(1)
    second = room.page.part.goal
    told = from_page(room.page, room.workspace.owner_id, "")
    room.page.progress.turn_to(UUID(int=0))
    room.application.window.navigator.go(told.page, **from_text(told.as_text()).args)
    settle()
    assert room.page.part.goal.id == second.id != part.goal.id


def test_a_line_that_was_taken_back_leaves_nothing(room: OnScreen) -> None:
    part = go(room, "actions")
    type_words("Mum")
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Delete)
    assert not part.line.understood.isVisible()
    go(room, "agree")
    assert actions(room) == []


@pytest.mark.parametrize(
    ("day", "remark"),
    [
        ("by 20 January", "Tuesday 20 January 2026 is in the past."),
        ("by Sat 7 Feb", "Saturday 7 February 2026 is no working day."),
        ("by 18 February", "Schools are closed: spring half-term (example dates)."),
        ("by 6 April 2026", "Monday 6 April 2026 is a bank holiday."),
        ("by 13 March", "Friday 13 March 2026 is after the next meeting, Thursday 12 March 2026."),
        ("by Thu 6 Feb", "Friday 6 February 2026: is that the day you mean?"),
    ],
)
def test_an_odd_day_is_said_gently_and_kept(room: OnScreen, day: str, remark: str) -> None:
    room.workspace.meetings.save(meeting(room).id, {"next_on": "2026-03-12"})
    go(room, "actions")
    type_words(f"Mum rings {day}")
    assert remark in shown(room)
    press(ENTER)
    [added] = actions(room)
    assert added.by_when is not None


def test_a_day_beyond_the_limit_for_reviews_is_said(room: OnScreen) -> None:
    go(room, "actions")
    type_words("Mum rings by 1 May 2026")
    assert "Friday 1 May 2026 is more than 12 weeks away." in shown(room)


def test_up_in_the_empty_line_goes_to_the_last_action(room: OnScreen) -> None:
    part = go(room, "actions")
    type_words("Mum rings the GP tomorrow")
    press(ENTER)
    press(Qt.Key.Key_Up)
    assert part.form_card.action.what == "Rings the GP"
    assert focused().accessibleName() == "What will be done"


def test_an_action_that_was_added_is_undone_with_one_key(room: OnScreen) -> None:
    go(room, "actions")
    type_words("Mum rings the GP tomorrow")
    press(ENTER)
    press(Qt.Key.Key_Z, CTRL)
    assert actions(room) == []
    assert "Rings the GP" not in every_word()


def test_a_next_step_becomes_an_action_with_its_words(room: OnScreen) -> None:
    step = room.workspace.views.add_statement(
        room.family_id, "needs_to_happen", "Nan comes on Friday", changes={"category": "next_step"}
    )
    go(room, "views")
    tab_to("Make an action: Nan comes on Friday")
    press(ENTER)
    assert room.page.rail_key()[1]["part"] == "actions"
    assert "Nan, by Friday 30 January 2026: “Comes”" in shown(room)
    assert actions(room) == []
    press(ENTER)
    assert [row.what for row in actions(room)] == ["Comes"]
    assert statement(room, "Nan comes on Friday").id == step.id


def test_a_goal_gets_an_action_that_is_for_it(room: OnScreen) -> None:
    go(room, "views")
    tab_to("Make an action: Finn sleeps in a dry room.")
    press(ENTER)
    type_words("Sam writes to housing by Friday")
    press(ENTER)
    [added] = actions(room)
    assert added.goal_id == statement(room, "Finn sleeps").id


def test_control_and_enter_keeps_the_words_and_makes_an_action_of_them(room: OnScreen) -> None:
    go(room, "views")
    press(Qt.Key.Key_3, ALT)
    type_words("Mum rings the GP tomorrow")
    press(ENTER, CTRL)
    assert statement(room, "Mum rings the GP tomorrow").column == "needs_to_happen"
    assert "Mum, by Friday 30 January 2026: “Rings the GP”" in shown(room)
    press(ENTER)
    assert [row.what for row in actions(room)] == ["Rings the GP"]


def test_a_draft_is_given_out_once(room: OnScreen) -> None:
    go(room, "views")
    tab_to("Make an action: Finn sleeps in a dry room.")
    press(ENTER)
    go(room, "agree")
    part = go(room, "actions")
    assert part.form_card.goal_id is None
    assert actions(room) == []


def test_every_key_of_a_meeting_stands_on_the_keyboard_page(room: OnScreen) -> None:
    go(room, "views")
    press(Qt.Key.Key_F1)
    words = shown(room)
    for key in ("F12", "Alt+1", "Ctrl+Enter", "Ctrl+'", "Up", "0 to 10"):
        assert f"\n{key}\n" in words


def scores(screen: OnScreen) -> dict:
    earlier = screen.workspace.meetings.earlier(meeting(screen))
    found = screen.workspace.views.scale_marks(screen.family_id, meeting(screen).id, earlier)
    return {name: found[0].now[one] for name, one in screen.people.items() if one in found[0].now}


def test_numbers_stay_hidden_until_all_have_chosen_and_come_together(room: OnScreen) -> None:
    part = go(room, "numbers")
    for name in ROOM:
        part.choose(room.people[name])
        assert part.choice.choice.value() is None
        press(Qt.Key.Key_7 if name == "Mum" else Qt.Key.Key_5)
        settle()
        assert part.picture.picture.marks == ()
    assert scores(room)["Mum"].value == 7
    assert "Everybody here has chosen." in shown(room)
    part.choose(room.people["Mum"])
    settle()
    assert part.choice.choice.value() is None
    assert "Mum has chosen." in shown(room)
    tab_to("Show all the numbers together")
    press(ENTER)
    told = part.picture.picture.accessibleDescription()
    assert "Mum 7, last time 4" in told
    assert "El 5, last time 3" in told
    assert part.choice.choice.value() == 7


def test_who_has_still_to_choose_is_said(room: OnScreen) -> None:
    part = go(room, "numbers")
    part.choose(room.people["Mum"])
    press(Qt.Key.Key_7)
    assert "Still to choose: El, Nan, Sam Reed" in shown(room)


def test_somebody_would_rather_not_say(room: OnScreen) -> None:
    part = go(room, "numbers")
    part.choose(room.people["El"])
    part.choice.choice.rather_not.click()
    assert (scores(room)["El"].value, scores(room)["El"].withheld) == (None, "rather_not_say")
    assert "El, has chosen, shown beside" in part.rows[room.people["El"]].accessibleName()


def test_there_are_eleven_large_buttons(room: OnScreen) -> None:
    buttons = go(room, "numbers").choice.choice.buttons
    assert [button.text() for button in buttons] == [str(number) for number in range(11)]
    assert min(min(button.width(), button.height()) for button in buttons) >= 40


def test_why_not_lower_goes_to_what_works_with_one_press(room: OnScreen) -> None:
    part = go(room, "numbers")
    part.choose(room.people["Mum"])
    tab_to("What makes it that and not lower")
    type_words("Nan has a key now")
    press(Qt.Key.Key_Tab)
    assert focused().accessibleName().startswith("Write it under “What's working well?”")
    press(ENTER)
    press(ENTER)
    [row] = [one for one in said(room) if one.text == "Nan has a key now"]
    assert (row.column, row.category) == ("working_well", "strength")
    assert row.said_by == [str(room.people["Mum"])]
    assert row.meeting_id == meeting(room).id


def test_one_higher_goes_to_what_needs_to_happen_with_one_press(room: OnScreen) -> None:
    part = go(room, "numbers")
    part.choose(room.people["El"])
    tab_to("What would make it one higher")
    press(Qt.Key.Key_Tab)
    press(ENTER)
    assert focused().accessibleName() == "What would make it one higher"
    type_words("Mum gets up on Mondays")
    press(Qt.Key.Key_Tab)
    press(ENTER)
    assert statement(room, "Mum gets up on Mondays").column == "needs_to_happen"


def test_nobody_from_outside_the_room_is_waited_for(practised: OnScreen) -> None:
    come_in(practised, "Mum")
    part = go(practised, "numbers")
    part.choose(practised.people["Mum"])
    press(Qt.Key.Key_4)
    assert "Everybody here has chosen." in shown(practised)
