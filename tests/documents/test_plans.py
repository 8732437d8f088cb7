"""The two plans: what they say, in which order, on how many pages."""

from dataclasses import replace
from pathlib import Path

import pytest

from taf_desktop.documents.content import Figure, SideBySide
from taf_desktop.documents.family_plan import family_plan
from taf_desktop.documents.pdf import fitted, write_pdf
from taf_desktop.documents.plan_facts import (
    ActionFacts,
    MarkFacts,
    OccasionFacts,
    PersonFacts,
    PlanFacts,
    ScaleFacts,
    StatementFacts,
)
from taf_desktop.documents.professional_plan import professional_plan
from taf_desktop.documents.registry import DOCUMENTS
from taf_desktop.documents.scale_blocks import scale_figures
from tests.documents.plans import FIRST, FIRST_PLAN, REVIEW_PLAN
from tests.documents.reading import Paper, on_paper, squeezed

EMPTY_PLAN = PlanFacts("TAF-2026-0009", "1", FIRST, "Dana", "O'Neill-Ní Bhriain")
NAMES = ("O'Neill-Ní Bhriain", "Łukasz", "Nguyễn Thị Minh", "Siân", "Żółć")
BIG_PLAN = replace(
    FIRST_PLAN,
    practice=True,
    family_name=NAMES[0],
    goals=FIRST_PLAN.goals * 3,
    actions=tuple(replace(FIRST_PLAN.actions[n % 6], number=n + 1) for n in range(30)),
    meeting=replace(FIRST_PLAN.meeting, here=tuple(PersonFacts(name) for name in NAMES)),
)
WHOLE_PLANS = ("family_plan", "professional_plan", "large_print", "largest_print")
PLANS = {"first": FIRST_PLAN, "review": REVIEW_PLAN, "empty": EMPTY_PLAN, "big": BIG_PLAN}


@pytest.fixture(scope="module")
def big_paper(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    """The full plan of the big family."""
    return on_paper(professional_plan(BIG_PLAN), tmp_path_factory.mktemp("big"))


@pytest.fixture(scope="module")
def big_structure(big_paper: Paper) -> str:
    """Its structure, which takes seconds to read."""
    return big_paper.structure()


@pytest.mark.parametrize("kind", DOCUMENTS)
@pytest.mark.parametrize("plan", PLANS)
def test_every_plan_is_pdf_ua_and_a_whole_file(kind: str, plan: str, tmp_path: Path) -> None:
    paper = on_paper(DOCUMENTS[kind].build(PLANS[plan]), tmp_path)
    assert paper.faults() == []
    assert paper.sound()


@pytest.mark.parametrize("plan", ["first", "review"])
def test_the_marlow_family_plan_is_one_page(plan: str, tmp_path: Path) -> None:
    paper = on_paper(family_plan(PLANS[plan]), tmp_path)
    assert paper.pages() == 1
    assert "Page 1 of 1" in paper.text()


def test_numbers_are_in_words_where_their_pictures_would_need_a_second_page(
    tmp_path: Path,
) -> None:
    four_goals = family_plan(replace(REVIEW_PLAN, goals=REVIEW_PLAN.goals * 2))
    assert on_paper(four_goals, tmp_path).pages() == 2
    words = fitted(four_goals)
    paper = on_paper(words, tmp_path)
    assert paper.pages() == 1
    assert paper.faults() == []
    printed = paper.text()
    assert printed.count("Dana, Ruth, Sam 6, last time 4. El 6, last time 3.") == 2
    assert "Full circle" not in printed
    one_goal = replace(FIRST_PLAN, goals=FIRST_PLAN.goals[:1], worried=())
    assert fitted(family_plan(one_goal)) == family_plan(one_goal)
    never = family_plan(BIG_PLAN)
    assert fitted(never) is never


def test_the_family_plan_reads_what_works_before_worries_before_actions(tmp_path: Path) -> None:
    read = on_paper(family_plan(FIRST_PLAN), tmp_path).structure()
    parts = [
        "Our plan: the Marlow family",
        "What is working well",
        "just be nine.”",
        "What we are worried about",
        "Dana sees it differently:",
        "What we will do",
        "Choose Friday's breakfast",
        "What we want, and where we are today",
        "We meet again:",
        "Who to call:",
        "call 999",
    ]
    places = [read.index(part) for part in parts]
    assert places == sorted(places)


def test_lines_of_a_paragraph_do_not_run_together_when_read_aloud(tmp_path: Path) -> None:
    read = on_paper(family_plan(FIRST_PLAN), tmp_path).structure()
    assert FIRST_PLAN.worried[0].text in read


def test_the_professional_plan_prints_everything_it_was_given(tmp_path: Path) -> None:
    printed = squeezed(on_paper(professional_plan(REVIEW_PLAN), tmp_path).text())
    for words in (
        "Full plan: the Marlow family",
        "It replaces the plan of 29 January 2026.",
        "This copy is for Amira Hall, Ruth Okafor, Sam Reed, Priya Nair.",
        "Not everything is in this copy",
        "Tom Bright, housing officer",
        "Craig Pike, Finn's father reason recorded",
        "Not my health to school",
        "“Mum laughed on Friday.”",
        "The mornings are fair. Finn is not behind, he is just quiet.",
        "Goal 2. Finn sleeps in a dry room.",
        "not lower because “Nan came Tuesdays”; one higher would be “breakfast three days”",
        "rather not say",
        "30 days late",
        "Housing came, no date. Carried forward.",
        "The lead professional stays Amira Hall.",
        "Thursday 23 April 2026 at 15:30",
        "El's view was gathered the day before by Amira.",
        "Plan agreed by Dana, Jean and El.",
    ):
        assert squeezed(words) in printed


def test_more_than_eight_actions_go_on_and_none_is_dropped(tmp_path: Path) -> None:
    actions = tuple(ActionFacts(n, f"Promise {n} end{n}.", "Dana") for n in range(1, 31))
    printed = on_paper(family_plan(replace(FIRST_PLAN, actions=actions)), tmp_path).text()
    assert "More that we will do" in printed
    assert [n for n in range(1, 31) if f"{n}. Promise {n} end{n}." not in printed] == []


@pytest.mark.parametrize("kind", WHOLE_PLANS)
def test_three_hundred_actions_are_all_printed_to_their_last_word(
    kind: str, tmp_path: Path
) -> None:
    actions = tuple(
        ActionFacts(
            n,
            f"Start{n} " + "and go on " * (n % 40) + f"stop{n}",
            NAMES[n % 5],
            f"day{n}",
            how_we_will_know=f"known{n}",
        )
        for n in range(1, 301)
    )
    paper = on_paper(DOCUMENTS[kind].build(replace(FIRST_PLAN, actions=actions)), tmp_path)
    printed = squeezed(paper.text())
    wanted = ["start{}", "stop{}", "day{}"] + ["known{}"] * (kind == "professional_plan")
    missing = [
        w
        for n in range(1, 301)
        for w in (x.format(n) for x in wanted)
        if w.lower() not in printed.lower()
    ]
    assert missing == []
    assert paper.faults() == []


@pytest.mark.parametrize("kind", WHOLE_PLANS)
def test_a_statement_of_ten_thousand_characters_flows_over_pages_uncut(
    kind: str, tmp_path: Path
) -> None:
    told = " ".join(f"word{n}" for n in range(1, 1300))
    action = ActionFacts(1, told, "Łukasz", history=())
    facts = replace(
        FIRST_PLAN,
        worried=(StatementFacts(told, ("El",), exact_words=True), *FIRST_PLAN.worried),
        actions=(action, *FIRST_PLAN.actions[1:]),
    )
    paper = on_paper(DOCUMENTS[kind].build(facts), tmp_path)
    assert squeezed(paper.text()).count("word1299") == 2
    printed = squeezed(paper.text())
    assert [n for n in range(1, 1300) if f"word{n}" not in printed] == []
    assert paper.faults() == []


def test_names_of_every_family_are_printed_as_they_are_written(tmp_path: Path) -> None:
    facts = replace(
        FIRST_PLAN, meeting=replace(FIRST_PLAN.meeting, here=tuple(map(PersonFacts, NAMES)))
    )
    printed = on_paper(professional_plan(facts), tmp_path).text()
    assert [name for name in NAMES if name not in printed] == []


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_same_plan_always_gives_the_same_bytes(kind: str) -> None:
    build = DOCUMENTS[kind].build
    assert write_pdf(build(FIRST_PLAN)) == write_pdf(build(FIRST_PLAN))
    assert write_pdf(build(FIRST_PLAN)) != write_pdf(build(REVIEW_PLAN))


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_title_of_the_file_names_nobody(kind: str) -> None:
    title = DOCUMENTS[kind].build(FIRST_PLAN).title
    assert "Marlow" not in title
    assert "TAF-2026-0001, version 1, 29 January 2026" in title


def test_a_practice_plan_says_on_every_page_that_nothing_is_real(
    big_paper: Paper, big_structure: str
) -> None:
    assert big_paper.text().count("Practice: nothing here is real") == big_paper.pages() > 1
    assert big_structure.count("Practice: nothing here is real") == 1


def test_a_repeated_table_head_is_seen_on_each_page_and_read_once(
    big_paper: Paper, big_structure: str
) -> None:
    assert big_paper.text().count("How we will know") > 1
    assert big_structure.count("How we will") == 1


def test_the_scale_says_in_words_what_its_picture_shows() -> None:
    scale = ScaleFacts(
        "How is it?",
        "bad",
        "good",
        (
            OccasionFacts(REVIEW_PLAN.made_on, (MarkFacts("Dana", 6), MarkFacts("El", 6))),
            OccasionFacts(FIRST, (MarkFacts("Dana", 4), MarkFacts("Jean", None, "not asked"))),
        ),
    )
    figure = scale_figures(scale)[0]
    assert isinstance(figure, Figure)
    assert figure.alt == (
        "Scale from 0 to 10. How is it? 0: bad. 10: good. Numbers today, 12 March 2026; last "
        "time, 29 January 2026: Dana 6, last time 4; El 6; Jean no number, last time not asked."
    )


def test_a_scale_with_very_many_people_is_shown_in_parts_with_everybody(tmp_path: Path) -> None:
    marks = tuple(MarkFacts(f"Person {n} of many", n % 11) for n in range(300))
    scale = ScaleFacts("How is it?", "bad", "good", (OccasionFacts(FIRST, marks),))
    facts = replace(EMPTY_PLAN, overall_scales=(scale,))
    paper = on_paper(professional_plan(facts), tmp_path)
    printed = paper.text()
    assert [n for n in range(300) if f"Person {n} of many" not in printed] == []
    assert paper.faults() == []


def test_long_cards_stand_below_each_other_instead_of_beside() -> None:
    long = StatementFacts("Very much to say. " * 60)
    beside = family_plan(FIRST_PLAN).blocks
    below = family_plan(replace(FIRST_PLAN, worried=(long,), goals=())).blocks
    assert any(isinstance(block, SideBySide) for block in beside)
    assert not any(isinstance(block, SideBySide) for block in below)


def test_the_professional_plan_says_first_what_was_decided(tmp_path: Path) -> None:
    read = on_paper(professional_plan(REVIEW_PLAN), tmp_path).structure()
    parts = ("Organisation", "Reference", "What was decided", "Next meeting:", "Who was there")
    places = [read.index(part) for part in parts[1:]]
    assert places == sorted(places)


def test_a_column_that_is_empty_in_every_row_of_the_actions_is_left_out(tmp_path: Path) -> None:
    actions = tuple(replace(one, how_we_will_know="") for one in FIRST_PLAN.actions)
    nobody = on_paper(professional_plan(replace(FIRST_PLAN, actions=actions)), tmp_path).text()
    assert "How we will" not in nobody
    some = (*actions[1:], FIRST_PLAN.actions[0])
    known = on_paper(professional_plan(replace(FIRST_PLAN, actions=some)), tmp_path).text()
    assert "How we will" in known


def test_a_report_of_somebody_who_did_not_come_has_its_own_line(tmp_path: Path) -> None:
    lines = on_paper(professional_plan(FIRST_PLAN), tmp_path).lines()
    assert "sent a report" in lines
