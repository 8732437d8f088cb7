"""Records: ids in order, and answers that land in a column or in the details."""

from uuid import UUID, uuid4

from taf_desktop.model.base import answer, answers, set_answer
from taf_desktop.model.family import Person
from taf_desktop.model.ids import new_id
from taf_desktop.model.meeting import Meeting


def test_ids_sort_in_the_order_in_which_they_were_made() -> None:
    made = [str(new_id()) for _ in range(500)]
    assert made == sorted(made)
    assert len(set(made)) == 500
    assert {UUID(one).version for one in made} == {7}


def test_a_key_with_a_column_lands_in_the_column_and_any_other_in_the_details() -> None:
    person = Person(kind="child")
    set_answer(person, "given_name", "Łukasz")
    set_answer(person, "religion", "none")
    assert person.given_name == "Łukasz"
    assert person.details == {"religion": "none"}
    assert answers(person)["religion"] == "none"


def test_an_id_is_given_and_taken_as_text() -> None:
    agency = uuid4()
    person = Person(kind="professional")
    set_answer(person, "agency_id", str(agency))
    assert person.agency_id == agency
    assert answer(person, "agency_id") == str(agency)


def test_clearing_an_answer_leaves_nothing_behind() -> None:
    person = Person(kind="adult", given_name="Jean", details={"religion": "none"})
    set_answer(person, "given_name", None)
    set_answer(person, "religion", None)
    assert person.given_name == ""
    assert person.details == {}


def test_clearing_several_choices_gives_an_empty_list() -> None:
    meeting = Meeting(
        family_id=uuid4(), kind="first", number=1, pack_id="default", pack_version="1",
        decisions=["continue"],
    )  # fmt: skip
    set_answer(meeting, "decisions", None)
    assert meeting.decisions == []


def test_a_form_cannot_reach_the_id_or_the_tombstone() -> None:
    person = Person(kind="adult")
    known = person.id
    set_answer(person, "id", str(uuid4()))
    set_answer(person, "deleted_at", "2026-01-01")
    assert person.id == known
    assert person.deleted_at is None
