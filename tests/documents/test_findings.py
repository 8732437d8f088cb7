"""Protected facts in free text: found whole, in parts and misspelt, and never in everyday words."""

from dataclasses import replace

import pytest

from taf_desktop.services.findings import Settlement, cleared, find
from taf_desktop.services.free_text import texts_of, without
from taf_desktop.services.kept_words import Kept, found_in
from tests.documents.plans import DAMP, FIRST_PLAN, WORRY

ADDRESS = Kept(what="where they live", words="4 Weaver's Yard")
TOWN = Kept(what="where they live", words="Oakham")
POSTCODE = Kept(what="where they live", words="LE15 0XX")
SCHOOL = Kept(what="the school", words="Oakfield Primary")
CHURCH = Kept(what="the school", words="Church Street School")
GP = Kept(what="the GP", words="GP", every_word=True)
JEAN = Kept(what="who else", words="Jean", every_word=True)
EL = Kept(what="who else", words="El", every_word=True)
LANE = Kept(what="where they live", words="4 Church Lane")
AVENUE = Kept(what="where they live", words="12 The Avenue")
HIGH = Kept(what="where they live", words="100 High Street")
LONG_NAME = Kept(what="the school", words="Church Street Primary School")
SAINTS = Kept(what="the school", words="All Saints")
GROVE = Kept(what="the school", words="The Grove")
YEAR = Kept(what="the school", words="Year 4")
HOME = Kept(what="where meetings are", words="At the family's home")
BABY = Kept(what="a baby", words="baby", every_word=True)
DUE = Kept(what="a baby", words="14 July", whole=True)
TELEPHONE = Kept(what="how to reach them", words="01632 960 001", whole=True)
BROTHER = Kept(what="who else", words="My brother", every_word=True)
UNCLE = Kept(what="who else", words="Uncle Will", every_word=True)
WILL = Kept(what="who else", words="Will", every_word=True)


@pytest.mark.parametrize(
    ("kept", "text"),
    [
        (ADDRESS, "She lives at 4 Weaver's Yard."),
        (ADDRESS, "the one in Weavers yard"),
        (ADDRESS, "WEAVER’S"),
        (ADDRESS, "Weavrs Yard"),
        (TOWN, "near Oakham station"),
        (TOWN, "in Okham"),
        (TOWN, "OAKHAM-based"),
        (POSTCODE, "LE15 0XX"),
        (POSTCODE, "le150xx"),
        (POSTCODE, "somewhere in LE15"),
        (SCHOOL, "at Oakfield"),
        (SCHOOL, "OakfieldPrimary"),
        (SCHOOL, "Oakfeild primary school"),
        (SCHOOL, "Oak field Primary"),
        (CHURCH, "at Church Street School"),
        (GP, "Ring the GP."),
        (JEAN, "Jean comes."),
        (EL, "El and Finn"),
        (Kept(what="where they live", words="2 Elms"), "by the Elm"),
        (EL, "El's house"),
        (EL, "at Els"),
        (JEAN, "at Jean’s"),
        (GP, "the GP's letter, two GPs"),
        (GP, "to the G.P."),
        (Kept(what="the school", words="Oak Field Primary"), "at Oakfield"),
        (BABY, "the baby's cot"),
        (BABY, "babys things"),
        (LANE, "they went to Church Lane"),
        (AVENUE, "on The Avenue"),
        (HIGH, "off the High Street"),
        (HIGH, "on High St."),
        (LANE, "down Church Ln"),
        (Kept(what="where they live", words="12 High St"), "in the High Street"),
        (YEAR, "in yr 4"),
        (YEAR, "in year four"),
        (Kept(what="who else", words="Mum's friend", every_word=True), "MUM'S FRIEND came"),
        (Kept(what="who else", words="Mum's friend", every_word=True), "Mums friend came"),
        (Kept(what="when", words="12/3", whole=True), "see you on 12/3"),
        (LONG_NAME, "at Church Primary"),
        (LONG_NAME, "Church Street School"),
        (SAINTS, "at Saints"),
        (GROVE, "she goes to the grove"),
        (YEAR, "in Year 4"),
        (HOME, "at the family home"),
        (SCHOOL, "Oak field"),
        (SCHOOL, "Oak-field"),
        (SCHOOL, "oak_field, Oak.field"),
        (SCHOOL, "O a k f i e l d"),
        (SCHOOL, "Oak\u00adfield, Oak\u200bfield"),
        (SCHOOL, "Oa\u2060kfield"),
        (SCHOOL, "oakf\u00a0ield"),
        (POSTCODE, "near LE 15"),
        (DUE, "she is due on 14 July"),
        (DUE, "due 14. july"),
        (TELEPHONE, "ring 01632 960001"),
        (TELEPHONE, "01632-960-001"),
        (BROTHER, "my brother came"),
        (UNCLE, "with uncle Will"),
        (WILL, "will came"),
    ],
)
def test_what_gives_something_away_is_found(kept: Kept, text: str) -> None:
    assert found_in(text, kept) != []


@pytest.mark.parametrize(
    ("kept", "text"),
    [
        (ADDRESS, "They play in the yard."),
        (TOWN, "Oak trees, and a ham sandwich"),
        (POSTCODE, "LE16 and 15 others"),
        (SCHOOL, "He likes his primary school, and the field."),
        (CHURCH, "They go to church, cross the street, then to school."),
        (GP, "going past"),
        (JEAN, "in jeans"),
        (EL, "else, elbow, well"),
        (SCHOOL, ""),
        (LANE, "the church, and a lane"),
        (HIGH, "high time, the street, 100 words"),
        (LONG_NAME, "his primary school, the church"),
        (SAINTS, "all of them"),
        (GROVE, "he drove, to prove a groove"),
        (YEAR, "4 times every year"),
        (HOME, "at home with the family"),
        (DUE, "in July, 14 of them"),
        (Kept(what="when", words="12/3", whole=True), "123 words"),
        (Kept(what="where meetings are", words="School"), "he likes school"),
        (Kept(what="where meetings are", words="At home"), "calm at home"),
        (Kept(what="where meetings are", words="Phone call"), "her phone"),
        (ADDRESS, "he weaves stories"),
        (TELEPHONE, "01632 and 960"),
        (BROTHER, "my tea, his brother"),
        (UNCLE, "he will ring his uncle"),
        (SCHOOL, "an oak in the field"),
    ],
)
def test_everyday_words_are_not_taken_for_it(kept: Kept, text: str) -> None:
    assert found_in(text, kept) == []


def test_a_finding_says_what_is_given_away_and_by_which_word() -> None:
    (found,) = find(FIRST_PLAN, [Kept(what="the damp", words="Damp", every_word=True)], {})[:1]
    assert found.text == DAMP
    assert found.gives_away == "the damp (damp)"
    assert found.settlement is None


def test_what_is_not_settled_is_left_out_and_what_may_stand_stands() -> None:
    kept = [Kept(what="the damp", words="Damp", every_word=True)]
    first = find(FIRST_PLAN, kept, {})
    assert DAMP not in set(texts_of(cleared(FIRST_PLAN, first)))
    second = find(FIRST_PLAN, kept, {DAMP: Settlement.MAY_STAND})
    assert DAMP in set(texts_of(cleared(FIRST_PLAN, second)))


def test_a_text_that_is_left_out_is_nowhere_and_is_counted() -> None:
    facts = without(FIRST_PLAN, {WORRY, DAMP})
    assert {WORRY, DAMP} & set(texts_of(facts)) == set()
    assert facts.worried == ()
    assert facts.goals[0].worries == ()
    assert facts.left_out == FIRST_PLAN.left_out + 2
    assert [goal.text for goal in facts.goals] == [goal.text for goal in FIRST_PLAN.goals]


def test_a_reason_that_is_left_out_leaves_its_number() -> None:
    facts = without(FIRST_PLAN, {"Nan came Tuesdays"})
    scale = facts.goals[0].scale
    assert scale is not None
    assert scale.occasions[0].marks[0].number == 4
    assert scale.occasions[0].marks[0].why_not_lower == ""


def test_every_text_of_the_facts_is_looked_through() -> None:
    notes = replace(FIRST_PLAN.meeting, notes="about the Snug")
    facts = replace(FIRST_PLAN, meeting=notes, decisions=("Meet in the Snug",))
    kept = [Kept(what="where meetings are", words="the Snug")]
    texts = {found.text for found in find(facts, kept, {})}
    assert {"about the Snug", "Meet in the Snug", "Oakfield Primary, the Snug"} <= texts
