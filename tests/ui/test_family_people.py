"""A family is begun, and its people typed in: kept as typed, marked where wrong, undone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel

from taf_desktop.app import Application
from taf_desktop.model.family import Person
from taf_desktop.ui.pages.baby_card import BabyCard
from tests.accessibility.walk import assert_accessible
from tests.ui.application_fixture import focused, press, tab_to, type_words
from tests.ui.family_fixture import CTRL, ENTER, TAB, OnScreen


def person(screen: OnScreen, given_name: str) -> Person:
    people = screen.workspace.people.everyone(screen.family_id)
    return next(one for one in people if one.given_name == given_name)


def test_a_typed_name_and_enter_add_a_family_and_lead_to_its_people(inside: Application) -> None:
    inside.window.navigator.go("family.new")
    type_words("Osei-Grant")
    press(ENTER)
    names = [line.family.name for line in inside.workspace.families.lines()]
    assert sorted(names) == ["Marlow", "Osei-Grant"]
    assert inside.window.navigator.page.title() == "Who is in the Osei-Grant family?"


def test_a_family_without_a_name_is_asked_for_one_where_the_box_stands(inside: Application) -> None:
    inside.window.navigator.go("family.new")
    type_words("  ")
    press(ENTER)
    page = inside.window.navigator.page
    assert page.name == "family.new"
    assert page.box.problem.text().startswith("Error: Write the family's name")
    assert focused() is page.box.box
    assert len(inside.workspace.families.lines()) == 1


def test_a_child_is_added_and_named_with_the_keyboard(marlow: OnScreen) -> None:
    marlow.go("people")
    tab_to("Add a child")
    press(ENTER)
    type_words("Finn")
    press(TAB)
    finn = person(marlow, "Finn")
    assert (finn.kind, finn.full_name) == ("child", "Finn Marlow")
    assert marlow.page.rows[finn.id].accessibleName().startswith("Finn Marlow")


def test_the_row_shows_the_name_as_soon_as_it_is_typed(marlow: OnScreen) -> None:
    page = marlow.go("people", person_id=marlow.people["Mum"])
    type_words("-Jane")
    press(TAB)
    type_words("Pike")
    press(TAB)
    row = page.rows[marlow.people["Mum"]]
    assert row.accessibleName().startswith("Dana-Jane Pike (Mum)")
    assert "Dana-Jane Pike (Mum)" in [one.text() for one in row.findChildren(object)
                                      if hasattr(one, "wordWrap")]  # fmt: skip


def test_a_birthday_that_is_no_day_is_kept_as_typed_and_marked(marlow: OnScreen) -> None:
    page = marlow.go("people", person_id=marlow.people["El"])
    born = page.panel.form.editor("birth_date")
    marlow.focus(born.boxes.parts[0])
    for words in ("31", "2", "2016"):
        type_words(words)
        press(TAB)
    tab_to("Girl")
    assert born.problem.text().startswith("Error: ")
    page = marlow.go("people", person_id=marlow.people["El"])
    born = page.panel.form.editor("birth_date")
    assert "31" in person(marlow, "Ellie").birth_date
    assert born.problem.text().startswith("Error: ")


def test_a_baby_to_come_may_be_due_in_a_month_that_is_not_known_to_the_day(
    marlow: OnScreen,
) -> None:
    marlow.go("people").add("unborn")
    due = marlow.page.panel.form.editor("due_date")
    marlow.focus(due.boxes.parts[1])
    type_words("Oct")
    press(TAB)
    type_words("2026")
    assert marlow.page.leave()
    [baby] = [one for one in marlow.workspace.people.of(marlow.family_id) if one.kind == "unborn"]
    assert baby.due_date == "2026-10"


def test_adding_somebody_is_undone_in_words_and_done_again(marlow: OnScreen) -> None:
    marlow.go("people").add("adult")
    press(Qt.Key.Key_Z, CTRL)
    assert marlow.said.startswith("Undone: Add ")
    assert len(marlow.workspace.people.of(marlow.family_id)) == 2
    press(Qt.Key.Key_Y, CTRL)
    assert len(marlow.workspace.people.of(marlow.family_id)) == 3


def test_somebody_taken_away_comes_back_with_the_words_about_them(marlow: OnScreen) -> None:
    marlow.go("people", person_id=marlow.people["Mum"])
    tab_to("Take Dana away")
    press(ENTER)
    assert marlow.said == "Dana is taken away. Ctrl+Z brings them back."
    press(Qt.Key.Key_Z, CTRL)
    assert person(marlow, "Dana").called == "Mum"


def test_what_somebody_must_not_learn_is_ticked_with_the_reason(marlow: OnScreen) -> None:
    page = marlow.go("people", person_id=marlow.people["Mum"])
    page.panel.facts["address"].click()
    marlow.focus(page.panel.reason)
    type_words("Said by the court, 3 May")
    press(TAB)
    [fact] = marlow.workspace.people.protected_facts(marlow.family_id)
    assert (fact.fact, fact.reason) == ("address", "Said by the court, 3 May")


def test_a_professional_comes_with_the_service_that_was_typed(marlow: OnScreen) -> None:
    marlow.go("people")
    tab_to("Add a professional")
    press(ENTER)
    type_words("Ruth")
    tab_to("School, team or service")
    type_words("Health visiting")
    press(TAB)
    ruth = person(marlow, "Ruth")
    agencies = {one.id: one.name for one in marlow.workspace.agencies.all()}
    assert agencies[ruth.agency_id] == "Health visiting"


def test_a_service_and_a_reason_still_being_typed_are_kept_on_leaving(marlow: OnScreen) -> None:
    marlow.go("people").add_professional()
    type_words("Ruth")
    tab_to("School, team or service")
    type_words("Health visiting")
    assert marlow.page.leave()
    assert [one.name for one in marlow.workspace.agencies.all()] == ["Health visiting"]
    page = marlow.go("people", person_id=marlow.people["Mum"])
    page.panel.facts["address"].click()
    marlow.focus(page.panel.reason)
    type_words("Said by the court")
    assert page.leave()
    [fact] = marlow.workspace.people.protected_facts(marlow.family_id)
    assert fact.reason == "Said by the court"


def test_who_may_know_about_a_baby_is_ticked_at_once_and_undone(marlow: OnScreen) -> None:
    people = marlow.workspace.people
    baby = people.add(marlow.family_id, "unborn", {})
    page = marlow.go("people", person_id=baby.id)
    card = page.findChild(BabyCard)
    assert "Miss Hall" in card.always.text() or "Amira Hall" in card.always.text()
    assert card.no_mother.isVisible()
    assert not any(box.value() for box in (card.everybody, *card.boxes.values()))
    tab_to("Mum")
    press(Qt.Key.Key_Space)
    assert people.knowing(baby.id).audience.people == {marlow.people["Mum"]}
    press(Qt.Key.Key_Z, CTRL)
    assert people.knowing(baby.id).audience.people == frozenset()
    assert not page.findChild(BabyCard).boxes[marlow.people["Mum"]].value()


def test_the_babys_mother_needs_no_tick(marlow: OnScreen) -> None:
    people, mother = marlow.workspace.people, marlow.people["Mum"]
    baby = people.add(marlow.family_id, "unborn", {})
    people.relate(marlow.family_id, mother, baby.id, {"kind": "mother"})
    page = marlow.go("people", person_id=baby.id)
    card = page.findChild(BabyCard)
    assert "Mum (the mother)" in card.always.text()
    assert mother not in card.boxes
    assert_accessible(marlow.application.window)


def test_the_next_person_is_one_key_or_the_end_of_the_form_away(marlow: OnScreen) -> None:
    page = marlow.go("people", person_id=marlow.people["Mum"])
    tab_to("First name")
    press(Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    assert page.panel.person.kind == "adult"
    assert page.panel.person.id != marlow.people["Mum"]
    type_words("Dean {Holt}")
    press(Qt.Key.Key_Tab)
    titles = [card.accessibleName() for card in page.panel.cards]
    about = "About an adult: Dean {Holt}"
    assert titles == [about, "What Dean {Holt} is to Ellie", "What Dean {Holt} must not learn"]
    tab_to("Add another adult")
    press(Qt.Key.Key_Return)
    assert page.panel.person.given_name == ""
    assert focused().accessibleName() == "First name"


def test_on_the_people_page_limits_are_listed_births_have_no_today_and_letters_find_an_uncle(
    marlow: OnScreen,
) -> None:
    page = marlow.go("people", person_id=marlow.people["Mum"])
    page.panel.facts["address"].click()
    words = [label.text() for label in page.rows[marlow.people["Mum"]].findChildren(QLabel)]
    assert "adult · must not learn where the family lives" in words
    assert page.panel.form.editors["birth_date"].boxes.today.isHidden()
    boxes = page.panel.findChildren(QComboBox)
    box = next(one for one in boxes if one.findText("Aunt or uncle") >= 0)
    box.setFocus()
    type_words("unc")
    assert box.currentText() == "Aunt or uncle"
