"""What every paper says around its own words: footer, closing panel, ends of scales, days."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from taf_desktop.documents.agenda import agenda
from taf_desktop.documents.blank_sheet import blank_sheet
from taf_desktop.documents.closing_summary import closing_summary
from taf_desktop.documents.content import Document, paragraph
from taf_desktop.documents.family_plan import family_plan
from taf_desktop.documents.frame import last_panel
from taf_desktop.documents.languages import NOT_CHECKED, language_of, languages
from taf_desktop.documents.large_print import large_print
from taf_desktop.documents.pdf import fitted
from taf_desktop.documents.plan_facts import PlanAgreementFacts
from taf_desktop.documents.professional_plan import professional_plan
from taf_desktop.documents.registry import DOCUMENTS
from taf_desktop.documents.single_person import single_person
from taf_desktop.services.copies import CopyStyle
from taf_desktop.services.workspace import Workspace
from tests.documents.plans import FIRST, FIRST_PLAN, REVIEW_PLAN
from tests.documents.reading import Paper, on_paper, squeezed
from tests.documents.test_papers import BEFORE, CLOSED

OTHERS = [one for one in languages() if not languages()[one].is_english]
FORMS = ("invitation", "agenda", "agreement_page", "report_form", "blank_sheet")
LOW, HIGH = "This is not happening at all", "This is happening all the time, whoever is watching"


def with_ends(low: str, high: str) -> tuple[object, ...]:
    """The goals of the first plan, all with these ends."""
    return tuple(
        replace(goal, scale=replace(goal.scale, low_words=low, high_words=high))
        for goal in FIRST_PLAN.goals
        if goal.scale
    )


@pytest.mark.parametrize("lines", range(30, 38))
def test_the_panel_at_the_end_is_on_one_page(lines: int, tmp_path: Path) -> None:
    before = (paragraph("word"),) * lines
    made = Document("A paper", "R", "footer", (*before, last_panel(REVIEW_PLAN)))
    for page in on_paper(made, tmp_path).page_texts():
        assert ("Who to call" in page) == ("call 999" in page) == ("Not everything" in page)


@pytest.mark.parametrize("code", OTHERS)
def test_a_footer_names_few_readers_and_never_loses_that_nobody_checked(
    code: str, tmp_path: Path
) -> None:
    names = [f"Featherstonehaugh-Wolstenholme {n}" for n in "abcdef"]
    for build in (agenda, blank_sheet):
        facts = replace(BEFORE, reader=", ".join(names), language=code)
        printed = on_paper(build(facts), tmp_path).text()
        assert squeezed(NOT_CHECKED) in squeezed(printed)
        assert "+ 4" in printed
        assert names[2] not in printed.split(language_of(code).say("agenda"))[-1]


def test_a_footer_names_up_to_three_readers() -> None:
    assert "for A, B, C" in agenda(replace(BEFORE, reader="A, B, C")).footer
    assert "for A, B + 2" in agenda(replace(BEFORE, reader="A, B, C, D")).footer


def test_a_meeting_that_is_to_come_was_not_held_yet(tmp_path: Path) -> None:
    ahead = replace(FIRST_PLAN.meeting, held_on=FIRST + timedelta(days=7))
    facts = replace(FIRST_PLAN, meeting=ahead)
    found = on_paper(family_plan(facts), tmp_path).text()
    assert "For our meeting on Thursday 5 February 2026." in found
    assert "Made together" not in found
    assert "Next meeting First meeting" not in found
    full = squeezed(on_paper(professional_plan(facts), tmp_path).text())
    assert squeezed("Next meeting 1. First meeting, Thursday 5 February 2026 at 15:30") in full
    assert "Made together" in on_paper(family_plan(FIRST_PLAN), tmp_path).text()


@pytest.mark.parametrize("build", [family_plan, large_print])
def test_ends_that_all_scales_share_are_said_once_and_in_the_language(
    build: object, tmp_path: Path
) -> None:
    build = {family_plan: family_plan, large_print: large_print}[build]
    same = replace(FIRST_PLAN, goals=with_ends(LOW, HIGH))
    assert on_paper(build(same), tmp_path).text().count("0: This is not happening at all.") == 1
    polish = on_paper(build(replace(same, language="pl")), tmp_path).text()
    assert squeezed("0: To w ogóle się nie dzieje.") in squeezed(polish)
    assert LOW not in polish
    own = on_paper(build(FIRST_PLAN), tmp_path).text()
    for goal in FIRST_PLAN.goals:
        assert squeezed(f"0: {goal.scale.low_words}.") in squeezed(own)


def test_a_day_that_has_passed_is_told_quietly_to_a_family(tmp_path: Path) -> None:
    actions = (replace(FIRST_PLAN.actions[2], late="37 days late", days_late=37),)
    facts = replace(FIRST_PLAN, actions=actions)
    for build in (family_plan, large_print, single_person):
        found = on_paper(build(facts), tmp_path).text()
        assert "2 February 2026 (passed)" in found
        assert "late" not in found.split("breakfast-club")[1].split("What we want")[0]
    assert "37 days late" in on_paper(professional_plan(facts), tmp_path).text()


def test_an_answer_stands_before_all_who_gave_it(tmp_path: Path) -> None:
    said = tuple(PlanAgreementFacts(who, "Agrees", in_own_words=True) for who in ("Mum", "El"))
    no = PlanAgreementFacts("Nan", "Does not agree", "Too many.", in_own_words=True)
    facts = replace(FIRST_PLAN, agreement=(*said, no))
    found = on_paper(family_plan(facts), tmp_path).text()
    assert "Agrees: Mum and El Does not agree: Nan, “Too many.”" in found


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_no_paper_says_how_much_is_left_out(kind: str, tmp_path: Path) -> None:
    facts = replace(REVIEW_PLAN, left_out=28)
    found = squeezed(on_paper(DOCUMENTS[kind].build(facts), tmp_path).text())
    assert "28things" not in found
    told = squeezed("Not everything is in this copy") in found
    assert told is (kind not in (*FORMS, "child_plan"))


@pytest.mark.parametrize("code", OTHERS)
def test_a_translated_paper_says_whom_to_ask(code: str, tmp_path: Path) -> None:
    asked = language_of(code).say("ask_to_read", name="Amira Hall")
    for kind in ("family_plan", "child_plan"):
        made = DOCUMENTS[kind].build(replace(FIRST_PLAN, language=code))
        assert asked in str(made.blocks)
        assert asked not in str(DOCUMENTS[kind].build(replace(FIRST_PLAN, lead=None)).blocks)


def test_a_closing_summary_of_one_day_of_numbers_speaks_of_no_way(tmp_path: Path) -> None:
    one_day = on_paper(closing_summary(replace(CLOSED, goals=FIRST_PLAN.goals)), tmp_path).text()
    assert "Our numbers" in one_day
    assert "Where we were" not in one_day
    assert "Where we were" in on_paper(closing_summary(CLOSED), tmp_path).text()


def test_a_closing_summary_tells_one_day_in_words_where_that_saves_a_page(tmp_path: Path) -> None:
    facts = replace(CLOSED, goals=FIRST_PLAN.goals, worried=(), actions=CLOSED.actions[:2])
    urdu = fitted(closing_summary(replace(facts, language="ur", working_well=())))
    paper = on_paper(urdu, tmp_path)
    assert paper.pages() == 1
    assert paper.faults() == []
    assert fitted(closing_summary(facts)) == closing_summary(facts)


def test_the_plan_of_the_practice_family_is_one_page_in_every_language(
    practice: Workspace, tmp_path: Path
) -> None:
    family = next(line.family for line in practice.families.lines() if line.family.name == "Marlow")
    meeting = practice.plans.usual_meeting(family.id, "family_plan")
    readers = list(practice.plans.usual_readers("family_plan", meeting, family.id))
    for code in languages():
        made = practice.plans.preview(
            "family_plan", meeting, readers, family.id, style=CopyStyle(language=code)
        )
        path = tmp_path / f"{code}.pdf"
        path.write_bytes(made.pdf)
        assert Paper(path).pages() == 1, code
        if code == "en-GB":
            assert made.paper.shorter
            least = replace(made.paper, least_sizes=(), shorter=())
            assert fitted(least) == least
            assert on_paper(least, tmp_path).pages() == 1
