"""Request, agreement and assessment typed into the real forms: kept, marked, undone."""

from PySide6.QtCore import QPoint, QRect, Qt

from taf_desktop.ui.widgets import LinkButton
from tests.ui.application_fixture import focused, press, tab_to, type_words
from tests.ui.family_fixture import CTRL, ENTER, TAB, OnScreen, click_at

SPACE = Qt.Key.Key_Space


def request(screen: OnScreen) -> object:
    return screen.workspace.requests.current(screen.family_id)


def agreements(screen: OnScreen) -> list:
    return screen.workspace.agreements.of(screen.family_id)


def test_a_request_typed_with_the_keyboard_arrives_and_starts_its_clock(marlow: OnScreen) -> None:
    page = marlow.go("request")
    tab_to("When it was received, day")
    for words in ("29", "1", "2026", "14:40"):
        type_words(words)
        press(TAB)
    tab_to("What they said, in their words")
    type_words("El gets herself up")
    press(TAB)
    episode = request(marlow)
    assert (episode.received_at, episode.concern) == ("2026-01-29T14:40", "El gets herself up")
    words = " ".join(one.text() for one in page.clocks.findChildren(object)
                     if hasattr(one, "wordWrap"))  # fmt: skip
    assert "due by" in words


def test_a_time_that_is_no_time_is_kept_as_typed_and_marked(marlow: OnScreen) -> None:
    page = marlow.go("request")
    received = page.panels[0].editor("received_at")
    marlow.focus(received.boxes.parts[0])
    for words in ("29", "1", "2026", "half nine"):
        type_words(words)
        press(TAB)
    tab_to("How it came")
    assert received.problem.text().startswith("Error: ")
    assert request(marlow).received_at == "2026-01-29 half nine"
    marlow.go("overview")
    received = marlow.go("request").panels[0].editor("received_at")
    assert received.time.text() == "half nine"
    assert received.problem.text().startswith("Error: ")


def test_a_box_that_has_the_focus_is_seen_whole(marlow: OnScreen) -> None:
    page = marlow.go("request")
    tab_to("What was checked")
    view, box = page.body.viewport(), focused()
    seen = QRect(box.mapTo(view, QPoint(0, 0)), box.size())
    assert view.rect().contains(seen)


def test_a_change_of_the_request_is_undone_in_words(marlow: OnScreen) -> None:
    marlow.go("request")
    tab_to("Who asked")
    type_words("Amira Hall")
    press(TAB)
    assert request(marlow).caller == "Amira Hall"
    press(Qt.Key.Key_Z, CTRL)
    assert marlow.said == "Undone: Change the request. Ctrl+Y does it again."
    assert request(marlow).caller is None
    assert marlow.page.panels[0].editor("caller").box.text() == ""


def test_a_child_is_asked_and_her_answer_and_limits_are_kept(marlow: OnScreen) -> None:
    marlow.go("agreements")
    tab_to("Ask El")
    press(ENTER)
    tab_to("Yes")
    press(Qt.Key.Key_Right)
    press(SPACE)
    tab_to("Limits, in their own words")
    type_words("Not my drawing")
    press(TAB)
    [row] = agreements(marlow)
    assert (row.person_id, row.limits) == (marlow.people["El"], "Not my drawing")
    assert row.decision == "yes_with_limits"


def test_a_change_of_mind_is_written_with_its_reason(marlow: OnScreen) -> None:
    marlow.workspace.agreements.add(marlow.family_id, marlow.people["Mum"], {"decision": "yes"})
    marlow.go("agreements")
    tab_to("If they change their mind")
    type_words("Too many people")
    tab_to("They have changed their mind")
    press(ENTER)
    [row] = agreements(marlow)
    assert (row.decision, row.details["withdrawn_reason"]) == ("withdrawn", "Too many people")
    press(Qt.Key.Key_Z, CTRL)
    assert marlow.said == "Undone: Change an agreement. Ctrl+Y does it again."
    assert agreements(marlow)[0].decision == "yes"


def test_the_reason_of_a_change_of_mind_is_not_lost_before_the_button(marlow: OnScreen) -> None:
    marlow.workspace.agreements.add(marlow.family_id, marlow.people["Mum"], {"decision": "yes"})
    marlow.go("agreements")
    tab_to("If they change their mind")
    type_words("Too many people")
    marlow.go("overview")
    page = marlow.go("agreements")
    assert page.panel.why.text() == "Too many people"


def test_the_list_says_what_was_answered_at_the_right(marlow: OnScreen) -> None:
    marlow.workspace.agreements.add(marlow.family_id, marlow.people["Mum"], {})
    page = marlow.go("agreements")
    page.panel.form.editor("decision").buttons["no"].click()
    tab_to("Limits, in their own words")
    rows = [one.accessibleName() for one in page.people_card.findChildren(object)
            if one.property("kind") == "row"]  # fmt: skip
    assert len(rows) == 1
    assert rows[0].startswith("Mum")
    assert ", No" in rows[0]


def test_a_privacy_notice_is_written_down_with_one_press(marlow: OnScreen) -> None:
    marlow.go("agreements")
    tab_to("Privacy notice given to Mum today")
    press(ENTER)
    [notice] = marlow.workspace.agreements.notices(marlow.family_id)
    assert (notice.person_id, notice.given_on) == (marlow.people["Mum"], "2026-01-29")


def test_an_assessment_is_begun_and_its_words_are_there_on_coming_back(marlow: OnScreen) -> None:
    marlow.go("assessment")
    tab_to("Start the assessment")
    press(ENTER)
    tab_to("Written together with")
    type_words("Mum and El")
    tab_to("Next: ")
    press(ENTER)
    tab_to("What has led to this")
    type_words("Late four times")
    marlow.go("overview")
    answers = marlow.workspace.assessments.current(marlow.family_id).answers
    assert (answers["written_with"], answers["why_now"]) == ("Mum and El", "Late four times")
    page = marlow.go("assessment", index=1)
    assert page.form_panel.answers()["why_now"] == "Late four times"


def test_finishing_too_early_lists_what_is_needed_and_leads_there(marlow: OnScreen) -> None:
    marlow.workspace.assessments.start(marlow.family_id)
    page = marlow.go("assessment", index=99)
    tab_to("Finish the assessment")
    press(ENTER)
    assert marlow.workspace.assessments.current(marlow.family_id).completed_on is None
    links = [one for one in page.findChildren(LinkButton) if one.words().startswith("Why now: ")]
    marlow.focus(links[0])
    press(ENTER)
    assert page.pages[page.index].title == "Why now"


def test_an_answer_of_the_assessment_is_undone_in_words(marlow: OnScreen) -> None:
    assessment = marlow.workspace.assessments.start(marlow.family_id)
    marlow.go("assessment")
    tab_to("Written together with")
    type_words("Mum")
    press(TAB)
    press(Qt.Key.Key_Z, CTRL)
    assert marlow.said.startswith("Undone: ")
    now = marlow.workspace.assessments.current(marlow.family_id)
    assert now.id == assessment.id
    assert "written_with" not in now.answers
    assert focused() is not None


def test_one_click_on_the_rail_goes_there_although_typed_words_are_saved_first(
    marlow: OnScreen,
) -> None:
    marlow.workspace.assessments.start(marlow.family_id)
    page = marlow.go("assessment")
    tab_to("Written together with")
    type_words("Mum")
    window = marlow.application.window
    there = window.rail_bar.button("Why now")
    click_at(window, there.mapTo(window, there.rect().center()))
    assert page.pages[page.index].title == "Why now"
    answers = marlow.workspace.assessments.current(marlow.family_id).answers
    assert answers["written_with"] == "Mum"
