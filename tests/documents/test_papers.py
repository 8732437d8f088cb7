"""The papers beside the two plans: what each says, for whom, and on how many pages."""

from dataclasses import replace
from pathlib import Path

import pytest

from taf_desktop.documents.agenda import agenda
from taf_desktop.documents.agreement_page import agreement_page
from taf_desktop.documents.assessment_paper import assessment_paper
from taf_desktop.documents.blank_sheet import blank_sheet
from taf_desktop.documents.child_plan import child_plan
from taf_desktop.documents.closing_summary import closing_summary
from taf_desktop.documents.content import Document, Table
from taf_desktop.documents.invitation import invitation
from taf_desktop.documents.languages import language_of, languages
from taf_desktop.documents.large_print import large_print, largest_print
from taf_desktop.documents.pdf import fitted
from taf_desktop.documents.plan_facts import (
    AgendaFacts,
    AnswerFacts,
    AnswersFacts,
    AssessmentFacts,
    ConsentFacts,
    PersonFacts,
    PlanFacts,
    RecordFacts,
    StatementFacts,
)
from taf_desktop.documents.report_form import report_form
from taf_desktop.documents.single_person import single_person
from taf_desktop.documents.whole_record import whole_record
from taf_desktop.documents.wording import clock_words
from tests.documents.plans import FIRST, FIRST_PLAN, REVIEW_PLAN
from tests.documents.reading import on_paper, squeezed

ASKED = (PersonFacts("Dana Marlow", "Mum"), PersonFacts("Ruth Okafor", "health visitor"))
BEFORE = replace(
    FIRST_PLAN,
    reader="Dana Marlow",
    greeted=("Dana",),
    meeting=replace(FIRST_PLAN.meeting, here=(), asked=ASKED),
    agenda=(AgendaFacts("Welcome", 2), AgendaFacts("The family speaks first", 8)),
)
CONSENT = replace(
    BEFORE,
    consent=ConsentFacts("I understand why.", ("Sharing", "Asking"), ("Housing",), "3.1"),
)
ANSWERS = AnswersFacts("Why now", (AnswerFacts("What has led to this", "Late marks. " * 20),))
ASSESSED = replace(BEFORE, assessment=AssessmentFacts(FIRST, "", (ANSWERS,)))
CLOSED = replace(
    REVIEW_PLAN,
    closing=AnswersFacts("Closing the plan", (AnswerFacts("Why we close", "Needs met"),)),
)
RECORD = replace(CLOSED, record=(RecordFacts("The people", (ANSWERS,)),))
CHILD = replace(
    FIRST_PLAN,
    greeted=("El",),
    reader="Ellie Marlow",
    working_well=(StatementFacts("I can just be nine.", ("El",), True),),
    worried=(),
    needs_to_happen=(),
    goals=(),
    actions=FIRST_PLAN.actions[5:],
)


def printed(document: Document, folder: Path) -> str:
    """All the words on all the pages, without blanks; the file is sound and accessible."""
    paper = on_paper(document, folder)
    assert paper.faults() == []
    assert paper.sound()
    return squeezed(paper.text())


def missing(document: Document, folder: Path, *wanted: str) -> list[str]:
    """Which of these words are not printed."""
    found = printed(document, folder)
    return [words for words in wanted if squeezed(words) not in found]


def test_the_agenda_says_when_each_part_begins(tmp_path: Path) -> None:
    wanted = ("1. Welcome 15:30 2 minutes", "2. The family speaks first 15:32 8 minutes")
    assert missing(agenda(BEFORE), tmp_path, *wanted, "Ruth Okafor, health visitor") == []


@pytest.mark.parametrize(
    ("starts", "words"),
    [("15:30", "15:34"), ("9.58", "10:02"), ("23:58", "00:02"), ("after lunch", ""), ("25:00", "")],
)
def test_a_time_is_counted_on_only_from_a_time(starts: str, words: str) -> None:
    assert clock_words(starts, 4) == words


def test_an_invitation_greets_its_reader_and_names_the_others(tmp_path: Path) -> None:
    found = printed(invitation(BEFORE), tmp_path)
    assert "DearDana," in found
    assert squeezed("Thursday 29 January 2026") in found
    assert squeezed("Ruth Okafor, health visitor") in found
    assert squeezed("Dana Marlow, Mum") not in found


def test_a_copy_for_one_person_has_no_table_and_says_how_to_ask(tmp_path: Path) -> None:
    outside = replace(FIRST_PLAN, is_outside=True, lead=None, goals=(), reader="Craig Pike")
    copy = single_person(outside)
    wanted = ("A copy for Craig Pike", "answer the letter that this copy came with")
    assert missing(copy, tmp_path, *wanted) == []
    assert not any(isinstance(block, Table) for block in copy.blocks)


def test_a_copy_that_may_say_nothing_says_so(tmp_path: Path) -> None:
    nothing = PlanFacts("TAF-2026-0009", "1", FIRST, "Craig Pike", "")
    assert missing(single_person(nothing), tmp_path, "nothing in the plan that is about you") == []


def test_a_childs_plan_has_the_childs_words_and_room_for_more(tmp_path: Path) -> None:
    found = printed(child_plan(CHILD), tmp_path)
    for words in ("El's plan", "“I can just be nine.”", "Choose Friday's breakfast", "What I want"):
        assert squeezed(words) in found
    assert on_paper(child_plan(CHILD), tmp_path).pages() == 1


@pytest.mark.parametrize(("build", "points"), [(large_print, 18.0), (largest_print, 28.0)])
def test_large_print_is_large_and_has_no_table(build: object, points: float) -> None:
    document = {large_print: large_print, largest_print: largest_print}[build](FIRST_PLAN)
    assert document.flowing_size == points
    assert document.body_sizes == ()
    assert not any(isinstance(block, Table) for block in document.blocks)


def test_large_print_says_all_that_the_family_plan_says(tmp_path: Path) -> None:
    wanted = [action.what for action in FIRST_PLAN.actions]
    wanted += [goal.text for goal in FIRST_PLAN.goals]
    wanted += ["El: 3", "Dana sees it differently", "Thursday 12 March 2026 at 15:30"]
    assert missing(large_print(FIRST_PLAN), tmp_path, *wanted) == []


def test_the_page_to_sign_names_who_signs_and_what_it_means(tmp_path: Path) -> None:
    wanted = (
        "I understand why.",
        "Sharing",
        "Housing",
        "Signature",
        "privacy notice (version 3.1)",
    )
    assert missing(agreement_page(CONSENT), tmp_path, *wanted) == []
    assert on_paper(agreement_page(CONSENT), tmp_path).pages() == 1


def test_the_report_form_says_for_which_meeting_and_to_whom(tmp_path: Path) -> None:
    wanted = ("First meeting, Thursday 29 January 2026 at 15:30", "Send it to Amira Hall")
    assert missing(report_form(BEFORE), tmp_path, *wanted, "What has changed?") == []
    assert on_paper(report_form(BEFORE), tmp_path).pages() == 2


def test_the_blank_sheet_has_the_names_and_room_for_others(tmp_path: Path) -> None:
    wanted = ("Dana Marlow, Mum", "What are we worried about?", "Agrees to the plan")
    assert missing(blank_sheet(BEFORE), tmp_path, *wanted) == []
    assert on_paper(blank_sheet(BEFORE), tmp_path).pages() == 4


def test_the_assessment_prints_each_answer_below_its_question(tmp_path: Path) -> None:
    wanted = ("Why now", "What has led to this Late marks.", "not finished yet")
    assert missing(assessment_paper(ASSESSED), tmp_path, *wanted) == []


def test_the_closing_summary_shows_the_way_and_no_average(tmp_path: Path) -> None:
    wanted = ("Why we close: Needs met", "First, 29 January 2026", "Now, 12 March 2026", "Dana 4 6")
    assert missing(closing_summary(CLOSED), tmp_path, *wanted) == []


def test_the_whole_record_has_every_chapter(tmp_path: Path) -> None:
    wanted = ("The people", "What was said", "Goals, and where we are", "Who does what", "Closing")
    assert missing(whole_record(RECORD), tmp_path, *wanted) == []


@pytest.mark.parametrize("code", ["en-GB", "cy"])
def test_a_childs_plan_takes_a_second_page_with_room_to_draw_rather_than_smaller_letters(
    code: str, tmp_path: Path
) -> None:
    language = language_of(code)
    said = REVIEW_PLAN.working_well[3:]
    facts = replace(CHILD, goals=FIRST_PLAN.goals[:1], worried=said, working_well=said * 4)
    plan = fitted(child_plan(replace(facts, language=code)))
    assert (plan.body_sizes, plan.flowing_size) == ((18,), 18)
    first, second = on_paper(plan, tmp_path).page_texts()
    assert language.say("room_to_draw") in second
    assert squeezed(language.say("i_said", number=4)) in squeezed(f"{first}{second}")


def test_a_childs_plan_says_less_where_that_saves_a_page(tmp_path: Path) -> None:
    facts = replace(CHILD, goals=FIRST_PLAN.goals[:1], worried=REVIEW_PLAN.working_well[3:])
    facts = replace(facts, next_meeting=None)
    paper = on_paper(fitted(child_plan(facts)), tmp_path)
    assert paper.pages() == 1
    assert "I said" not in paper.text()
    assert paper.faults() == []
    short = on_paper(fitted(child_plan(replace(CHILD, goals=(), worried=()))), tmp_path)
    assert short.pages() == 1
    assert "Room to draw" not in short.text()


def test_a_closing_summary_of_an_ordinary_family_is_on_one_page(tmp_path: Path) -> None:
    facts = replace(CLOSED, goals=CLOSED.goals[:1], worried=(), actions=CLOSED.actions[:2])
    summary = closing_summary(replace(facts, language="pl"))
    assert on_paper(summary, tmp_path).pages() == 1


@pytest.mark.parametrize("code", languages())
def test_the_blank_sheet_is_four_pages_in_every_language(code: str, tmp_path: Path) -> None:
    people = (*ASKED, *(PersonFacts(f"Person {n}", "speech and language") for n in range(5)))
    facts = replace(BEFORE, language=code, meeting=replace(BEFORE.meeting, asked=people))
    assert on_paper(fitted(blank_sheet(facts)), tmp_path).pages() == 4
