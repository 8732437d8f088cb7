"""Text that was not written for paper: mark-up, control characters, endless words, emoji."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from taf_desktop.documents.family_plan import family_plan
from taf_desktop.documents.pdf import write_pdf
from taf_desktop.documents.pdf.printable import lines
from taf_desktop.documents.plan_facts import (
    ActionFacts,
    DrawingFacts,
    MarkFacts,
    NextMeetingFacts,
    OccasionFacts,
    PersonFacts,
    PlanFacts,
    ScaleFacts,
    StatementFacts,
)
from taf_desktop.documents.professional_plan import professional_plan
from taf_desktop.documents.registry import DOCUMENTS
from taf_desktop.documents.shapes import Ink, Pen, Polyline
from tests.documents.plans import FIRST, FIRST_PLAN
from tests.documents.reading import on_paper, squeezed

HOSTILE = (
    "she said <b",
    "Marks & Spencer &amp; &lt;b&gt; &#0;",
    '<img src="/etc/hostname">',
    '<a href="file:///etc/passwd">x</a><link destination="javascript:1">',
    "</para><para>",
    "%(x)s {0} \\ ( ) ) ( [ ] << >>",
    "BT /F1 12 Tf ET EMC endstream endobj",
    "\x00\x01\x07\x1b[31m\x7f\x85",
    "\ud800 lone \udfff surrogates",
    "\ufeff\ufffe\uffff\u202e right to left\u202c\u2066",
    "W" * 3000,
    "no" + "\u00a0" * 500 + "break",
    "👨‍👩‍👧‍👦 🙂🏽 ❤️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "𝓗𝓮𝓵𝓵𝓸 ﬁne ①",
    "שלום مرحبا नमस्ते 你好 ไทย",
    "e\u0301" + "\u0301" * 400,
    "line\r\nline\n\n\n\rline\u2028line\u2029line\x0bline\x0cline",
    " ",
    "\n",
    "\t\t",
    "",
)


def hostile_plan(text: str, number: int = 1) -> PlanFacts:
    """A plan with the text in every place that takes one."""
    mark = MarkFacts(text, None, text, text, text)
    scale = ScaleFacts(text, text, text, (OccasionFacts(text, (mark, MarkFacts("Dana", 3))),))
    drawing = DrawingFacts(text, text, (Polyline(((1, 2), (900, 700)), Pen(Ink.RED, 5)),))
    statement = StatementFacts(text, (text, "El"), True, text, drawing=drawing)
    person = PersonFacts(text, text, text)
    return replace(
        FIRST_PLAN,
        reference=text,
        version=text,
        reader=text,
        family_name=text,
        lead=person,
        meeting=replace(FIRST_PLAN.meeting, place=text, notes=text, here=(person,), chair=text),
        working_well=(statement,),
        worried=(replace(statement, exact_words=False),),
        needs_to_happen=(statement,),
        goals=(replace(FIRST_PLAN.goals[0], text=text, worries=(text,), scale=scale),),
        actions=(ActionFacts(number, text, text, text, text, (text,), text, text, text, text),),
        decisions=(text,),
        next_meeting=NextMeetingFacts(text, text, text),
        danger_words=text,
        replaces=text,
    )


@pytest.mark.parametrize("kind", DOCUMENTS)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_in_every_place_gives_a_whole_accessible_file(
    kind: str, text: str, tmp_path: Path
) -> None:
    paper = on_paper(DOCUMENTS[kind].build(hostile_plan(text)), tmp_path)
    assert paper.faults() == []
    assert paper.sound()


@pytest.mark.parametrize("text", HOSTILE[:7], ids=range(7))
def test_mark_up_is_printed_as_it_was_typed(text: str, tmp_path: Path) -> None:
    facts = replace(FIRST_PLAN, worried=(StatementFacts(text),))
    assert squeezed(text) in squeezed(on_paper(professional_plan(facts), tmp_path).text())


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(alphabet=st.characters(), max_size=300))
def test_any_text_at_all_can_be_printed(text: str) -> None:
    assert write_pdf(family_plan(hostile_plan(text))).startswith(b"%PDF-1.7")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=40))
@example("°Ê\u0530")
def test_any_text_at_all_gives_an_accessible_file(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.mktemp("paper")
    facts = replace(FIRST_PLAN, worried=(StatementFacts(text),), family_name=text)
    assert on_paper(family_plan(facts), folder).faults() == []


def test_what_no_face_can_draw_is_named_or_marked() -> None:
    assert lines("🙂") == ["[slightly smiling face]"]
    assert lines("𝓗𝓮𝓵𝓵𝓸") == ["Hello"]
    assert lines("你") == ["\N{REPLACEMENT CHARACTER}"]
    assert lines("a\ud800b") == ["a\N{REPLACEMENT CHARACTER}b"]
    assert lines("one\r\ntwo\x00three") == ["one", "two three"]
    assert lines("Nguye\u0302\u0303n") == ["Nguyễn"]


def test_blanks_that_cannot_be_broken_fill_no_pages(tmp_path: Path) -> None:
    facts = replace(FIRST_PLAN, worried=(StatementFacts("late" + "\u00a0" * 9000 + "again"),))
    assert all(map(str.strip, on_paper(professional_plan(facts), tmp_path).page_texts()))
    assert lines("8\u00a050, \u00a0\u00a0\u00a0 9\u00a0\u00a015") == ["8\u00a050, 9\u00a015"]


def test_writing_a_plan_leaves_no_file_behind(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    code = (
        "from tests.documents.plans import FIRST_PLAN\n"
        "from taf_desktop.documents.family_plan import family_plan\n"
        "from taf_desktop.documents.pdf import write_pdf\n"
        "assert write_pdf(family_plan(FIRST_PLAN))\n"
    )
    folder = Path(__file__).parents[2]
    places = dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP", "XDG_CACHE_HOME"), str(home))
    subprocess.run(
        [sys.executable, "-B", "-c", code], cwd=folder, env=places, check=True, capture_output=True
    )
    assert list(home.rglob("*")) == []


def test_a_plan_of_a_day_is_dated_in_words() -> None:
    assert "29 January 2026" in family_plan(replace(FIRST_PLAN, made_on=FIRST)).footer
