"""Overview, views, meetings and history of a family, used with the keyboard."""

from PySide6.QtCore import Qt

from tests.ui.application_fixture import focused, press, tab_to, type_words
from tests.ui.family_fixture import ALT, CTRL, ENTER, TAB, OnScreen


def statements(screen: OnScreen) -> list:
    return screen.workspace.views.statements(screen.family_id)


def said(screen: OnScreen, text: str) -> object:
    return screen.workspace.views.add_statement(screen.family_id, "worried", text)


def words_on(widget: object) -> str:
    labels = [one for one in widget.findChildren(object) if hasattr(one, "wordWrap")]
    return " ".join(one.text() for one in labels if one.isVisible())


def test_the_overview_leads_from_a_promise_to_the_plan(marlow: OnScreen) -> None:
    marlow.workspace.actions.add(
        marlow.family_id, {"what": "Buy a clock", "who_id": str(marlow.people["Mum"])}
    )
    marlow.go("overview")
    tab_to("Mum: Buy a clock")
    press(ENTER)
    assert marlow.page.name == "family.actions"


def test_the_overview_shows_what_was_typed_on_other_pages(marlow: OnScreen) -> None:
    marlow.go("actions").add()
    type_words("Buy a clock")
    marlow.go("people", person_id=marlow.people["El"])
    tab_to("I like to be called")
    focused().selectAll()
    type_words("Elly")
    page = marlow.go("overview")
    assert "nobody yet: Buy a clock" in words_on(page)
    assert "Elly" in page.heading.under.text()


def test_the_next_thing_to_do_is_one_key_away(marlow: OnScreen) -> None:
    marlow.go("overview")
    tab_to("Start the assessment")
    press(ENTER)
    assert marlow.page.name == "family.assessment"
    press(Qt.Key.Key_Left, ALT)
    assert marlow.page.name == "family.overview"


def test_words_typed_into_a_column_are_added_with_enter_and_the_box_is_ready(
    marlow: OnScreen,
) -> None:
    marlow.go("views")
    type_words("Mornings are hard")
    press(ENTER)
    press(Qt.Key.Key_2, ALT)
    type_words('"Nan comes"')
    press(ENTER)
    first, second = statements(marlow)
    assert (first.column, first.text) == ("worried", "Mornings are hard")
    assert (second.column, second.text, second.exact_words) == ("working_well", "Nan comes", True)
    type_words("next")
    assert marlow.page.three.cards[1].box.entry.words() == "next"


def test_words_still_in_the_box_are_kept_on_leaving(marlow: OnScreen) -> None:
    marlow.go("views")
    type_words("Mornings are hard")
    marlow.go("overview")
    assert [one.text for one in statements(marlow)] == ["Mornings are hard"]


def test_what_was_said_is_undone_in_words(marlow: OnScreen) -> None:
    marlow.go("views")
    type_words("Mornings are hard")
    press(ENTER)
    press(Qt.Key.Key_Z, CTRL)
    assert marlow.said == "Undone: Add what was said. Ctrl+Y does it again."
    assert statements(marlow) == []
    assert "Mornings are hard" not in words_on(marlow.page)


def test_a_statement_without_words_is_marked_and_the_old_ones_are_kept(marlow: OnScreen) -> None:
    said(marlow, "Mornings are hard")
    page = marlow.go("views")
    tab_to("Change: Mornings are hard")
    press(ENTER)
    focused().selectAll()
    press(Qt.Key.Key_Delete)
    assert page.three.panel.form.editor("text").problem.text().startswith("Error: Nothing stands")
    tab_to("Done")
    press(ENTER)
    assert [one.text for one in statements(marlow)] == ["Mornings are hard"]


def test_somebody_sees_it_differently_beside_the_words(marlow: OnScreen) -> None:
    said(marlow, "Mornings are hard")
    marlow.go("views")
    tab_to("Sees it differently: Mornings are hard")
    press(ENTER)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(TAB)
    type_words("The mornings are fair")
    tab_to("Done")
    press(ENTER)
    [row] = marlow.workspace.views.disagreements(marlow.family_id)
    assert (row.person_id, row.text) == (marlow.people["Mum"], "The mornings are fair")
    assert "Mum sees it differently:" in words_on(marlow.page)


def test_a_meeting_is_planned_with_one_key_and_opened(marlow: OnScreen) -> None:
    marlow.go("meetings")
    tab_to("Plan the first meeting")
    press(ENTER)
    [meeting] = marlow.workspace.meetings.of(marlow.family_id)
    assert (meeting.kind, marlow.page.name) == ("first", "family.meeting")


def test_a_meeting_starts_now_with_one_press_of_today_and_the_next_date_stands_at_once(
    marlow: OnScreen,
) -> None:
    marlow.go("meetings")
    tab_to("Start the first meeting now")
    press(ENTER)
    [meeting] = marlow.workspace.meetings.of(marlow.family_id)
    assert (meeting.kind, meeting.held_on, meeting.starts_at) == ("first", "2026-01-29", "15:30")
    assert marlow.page.name == "family.meeting"
    marlow.workspace.meetings.save(meeting.id, {"next_on": "2026-03-12", "next_at": "15:30"})
    marlow.go("meetings")
    assert "We meet again: Thursday 12 March 2026, 15:30" in words_on(marlow.page)


def test_a_meeting_that_will_not_be_held_is_taken_away_and_comes_back(marlow: OnScreen) -> None:
    marlow.workspace.meetings.add(marlow.family_id, "first")
    marlow.go("meetings")
    tab_to("This meeting will not be held")
    press(ENTER)
    assert marlow.said == "Taken away. Ctrl+Z brings it back."
    assert marlow.workspace.meetings.of(marlow.family_id) == []
    press(Qt.Key.Key_Z, CTRL)
    assert marlow.said.startswith("Undone: ")
    assert len(marlow.workspace.meetings.of(marlow.family_id)) == 1
    assert len(marlow.page.rows) == 1


def test_typed_words_find_a_step_of_the_history(marlow: OnScreen) -> None:
    marlow.workspace.requests.save(
        marlow.workspace.requests.current(marlow.family_id).id, {"caller": "Amira Hall"}
    )
    page = marlow.go("history")
    tab_to("Find in the history")
    type_words("amira hall")
    assert "Change the request" in words_on(page)
    assert "Add Ellie" not in words_on(page)
    focused().selectAll()
    type_words("zebra")
    assert "Nothing found." in words_on(page)


def test_the_history_keeps_both_wordings(marlow: OnScreen) -> None:
    worry = said(marlow, "Mum is very low")
    marlow.workspace.views.save_statement(worry.id, {"text": "Mum is poorly"})
    assert "“Mum is very low” became “Mum is poorly”" in words_on(marlow.go("history"))


def test_the_last_step_is_undone_from_the_history(marlow: OnScreen) -> None:
    said(marlow, "Mornings are hard")
    marlow.go("history")
    tab_to("Undo the last step")
    press(ENTER)
    assert marlow.said == "Undone: Add what was said"
    assert statements(marlow) == []
    assert "Undone: Add what was said" in words_on(marlow.page)
