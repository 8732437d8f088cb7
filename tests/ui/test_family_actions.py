"""Plan and actions of a family: add, change, tell what has come of it, take away, bring back."""

from PySide6.QtCore import Qt

from taf_desktop.model.audience import Audience, Level
from tests.ui.application_fixture import focused, press, tab_to, type_words
from tests.ui.family_fixture import CTRL, ENTER, OnScreen, click_at

TAB = Qt.Key.Key_Tab


def actions(screen: OnScreen) -> list:
    return screen.workspace.actions.of(screen.family_id)


def agree(screen: OnScreen, **changes: object) -> object:
    return screen.workspace.actions.add(screen.family_id, changes)


def goal(screen: OnScreen, text: str) -> object:
    return screen.workspace.views.add_statement(
        screen.family_id, "needs_to_happen", text, changes={"category": "goal"}
    )


def row_words(screen: OnScreen) -> list[str]:
    return [row.accessibleName() for row in screen.page.plan.rows.values()]


def test_an_action_is_added_with_the_keyboard_alone(marlow: OnScreen) -> None:
    marlow.go("actions")
    tab_to("Add an action")
    press(ENTER)
    type_words("Ring the GP for a review")
    press(TAB)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    tab_to("By when")
    type_words("6 February 2026")
    tab_to("Done")
    press(ENTER)
    [action] = actions(marlow)
    assert (action.what, action.who_id) == ("Ring the GP for a review", marlow.people["Mum"])
    assert action.by_when == "6 February 2026"
    assert focused().accessibleName().startswith("1. Ring the GP for a review, Mum")
    assert marlow.page.heading.under.text() == "The family holds 1 of 1."


def test_the_row_follows_the_words_while_they_are_typed(marlow: OnScreen) -> None:
    marlow.go("actions").add()
    type_words("Breakfast club")
    marlow.page.editor.saver.flush()
    [row] = marlow.page.plan.rows.values()
    type_words(" for both")
    press(TAB)
    assert marlow.page.plan.rows[actions(marlow)[0].id] is row
    assert row.accessibleName().startswith("1. Breakfast club for both, nobody yet")


def test_an_action_without_person_or_day_is_kept_and_says_so(marlow: OnScreen) -> None:
    marlow.go("actions").add()
    type_words("Letter to housing")
    assert marlow.page.leave()
    marlow.go("actions")
    assert row_words(marlow) == ["1. Letter to housing, nobody yet · no date yet, not complete yet"]
    assert marlow.page.heading.under.text() == "The family holds 0 of 1."


def test_a_new_action_that_stays_empty_leaves_nothing_behind(marlow: OnScreen) -> None:
    # The first look of the day is noted.
    marlow.go("overview")
    before = marlow.workspace.history.count()
    marlow.go("actions").add()
    marlow.go("overview")
    assert marlow.workspace.history.count() == before


def test_words_that_were_taken_out_leave_an_action_that_says_so(marlow: OnScreen) -> None:
    action = agree(marlow, what="Ring", who_id=str(marlow.people["Mum"]), by_when="every Friday")
    page = marlow.go("actions", action_id=action.id)
    page._change()
    page.editor.form.editor("what").box.selectAll()
    press(Qt.Key.Key_Delete)
    assert page.leave()
    assert actions(marlow)[0].what == ""
    assert row_words(marlow)[0].startswith("Action 1, with no words yet, Mum · every Friday")


def test_actions_stand_below_their_goals_and_what_is_done_below(marlow: OnScreen) -> None:
    mornings, dry = goal(marlow, "Up and fed by 8.50"), goal(marlow, "Finn sleeps dry")
    first = agree(marlow, what="Nan comes", goal_id=str(mornings.id))
    agree(marlow, what="Buy a clock")
    done = agree(marlow, what="Letter to housing", goal_id=str(dry.id))
    marlow.workspace.actions.report(done.id, "done")
    page = marlow.go("actions")
    cards = [one.accessibleName() for one in page.plan.findChildren(type(page.plan._loose))]
    assert cards == ["Up and fed by 8.50", "Finn sleeps dry", "Without a goal",
                     "Done, or no longer needed"]  # fmt: skip
    page.choose(first.id)
    page._change()
    page.editor.goal.buttons[str(dry.id)].click()
    assert actions(marlow)[0].goal_id == dry.id
    page.editor.goal.buttons["none"].click()
    assert actions(marlow)[0].goal_id is None


def test_an_action_added_under_a_goal_is_for_that_goal(marlow: OnScreen) -> None:
    mornings = goal(marlow, "Up and fed by 8.50")
    marlow.go("actions")
    tab_to("Add an action for: Up and fed by 8.50")
    press(ENTER)
    type_words("Nan comes on Tuesdays")
    assert marlow.page.leave()
    assert actions(marlow)[0].goal_id == mornings.id


def test_what_has_come_of_it_is_written_with_its_story(marlow: OnScreen) -> None:
    action = agree(marlow, what="Chase the referral", by_when="2026-01-20")
    marlow.go("actions")
    tab_to("1. Chase the referral")
    assert "9 days late" in focused().accessibleName()
    press(ENTER)
    press(Qt.Key.Key_Down)
    press(TAB)
    type_words("Rang twice")
    tab_to("Write it down")
    press(ENTER)
    [update] = marlow.workspace.actions.updates(marlow.family_id)
    assert (update.action_id, update.note, update.said_on) == (
        action.id, "Rang twice", "2026-01-29",
    )  # fmt: skip
    assert focused() is marlow.page.plan.rows[action.id]


def test_a_new_day_that_is_no_day_is_kept_and_marked(marlow: OnScreen) -> None:
    action = agree(marlow, what="Chase the referral", by_when="2026-02-10")
    page = marlow.go("actions", action_id=action.id)
    day = page.panel.form.editor("by_when")
    marlow.focus(day.boxes.parts[0])
    type_words("45")
    tab_to("Write it down")
    assert day.problem.text().startswith("Error: ")
    assert day.boxes.parts[0].text() == "45"


def test_taken_away_with_words_and_brought_back(marlow: OnScreen) -> None:
    action = agree(marlow, what="Buy a clock")
    marlow.go("actions", action_id=action.id)
    tab_to("Take it away")
    press(ENTER)
    assert marlow.said == "Taken away. Ctrl+Z brings it back."
    assert actions(marlow) == []
    press(Qt.Key.Key_Z, CTRL)
    assert marlow.said == "Undone: Take action 1 away. Ctrl+Y does it again."
    assert row_words(marlow)[0].startswith("1. Buy a clock")


def test_undoing_the_addition_while_it_is_written_leaves_a_calm_page(marlow: OnScreen) -> None:
    marlow.go("actions").add()
    type_words("Buy a clock")
    press(TAB)
    press(Qt.Key.Key_Z, CTRL)
    assert marlow.said == "Undone: Add an action. Ctrl+Y does it again."
    assert actions(marlow) == []
    assert (marlow.page.editor, marlow.page.chosen) == (None, None)


def test_who_may_see_it_is_kept_and_said_in_the_row(marlow: OnScreen) -> None:
    action = agree(marlow, what="Antenatal booking")
    page = marlow.go("actions", action_id=action.id)
    page._change()
    page.editor.audience.level.buttons["team"].click()
    assert actions(marlow)[0].audience == Audience(level=Level.TEAM)
    assert "The team, not the family" in row_words(marlow)[0]


def test_a_new_action_for_named_people_is_never_open_to_all(marlow: OnScreen) -> None:
    page = marlow.go("actions")
    page.add()
    page.editor.audience.level.buttons["team"].click()
    marlow.focus(page.editor.form)
    type_words("Antenatal booking")
    assert page.leave()
    changes = marlow.workspace.history.of_record(actions(marlow)[0].id)
    audiences = [change.new for _step, change in changes if change.field == "audience"]
    assert audiences
    assert all("team" in str(one) for one in audiences)


def test_one_click_on_another_row_opens_it_although_typed_words_are_saved_first(
    marlow: OnScreen,
) -> None:
    first, second = agree(marlow, what="Buy a clock"), agree(marlow, what="Ring the GP")
    page = marlow.go("actions", action_id=first.id)
    page._change()
    type_words("Together: ")
    window, row = marlow.application.window, page.plan.rows[second.id]
    click_at(window, row.mapTo(window, row.rect().center()))
    assert (page.chosen, page.editor) == (second.id, None)
    assert "Together: " in actions(marlow)[0].what


def test_a_day_is_shown_in_words_and_stays_as_it_was_unless_somebody_types(
    marlow: OnScreen,
) -> None:
    action = agree(marlow, what="Ring", by_when="2026-02-06")
    page = marlow.go("actions", action_id=action.id)
    page._change()
    assert page.editor.form.editor("by_when").box.text() == "6 February 2026"
    type_words("Please: ")
    assert page.leave()
    assert actions(marlow)[0].by_when == "2026-02-06"
