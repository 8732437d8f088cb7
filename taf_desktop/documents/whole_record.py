"""The whole record, for somebody who asks to see what is kept about them."""

from taf_desktop.documents.action_blocks import action_table
from taf_desktop.documents.answer_blocks import answers_part
from taf_desktop.documents.content import (
    Blocks,
    BulletList,
    Document,
    Heading,
    joined_blocks,
)
from taf_desktop.documents.frame import framed, left_out_note, opening, part
from taf_desktop.documents.goal_blocks import goals_and_scales
from taf_desktop.documents.plan_facts import PlanFacts, RecordFacts, StatementFacts
from taf_desktop.documents.statement_blocks import full_statement

TITLE = "The whole record"
_SIZE = 11.0
_EXPLAINED = (
    "This is everything that is kept about this family in this program and may be shown to the "
    "person it was made for, in the order in which it happened."
)


def whole_record(facts: PlanFacts) -> Document:
    """Chapter by chapter, as one story that can be followed."""
    assessment = facts.assessment.pages if facts.assessment else ()
    blocks = (
        opening(
            f"The record of the {facts.family_name} family",
            f"For {facts.reader}." if facts.reader else "",
            _EXPLAINED,
        ),
        *left_out_note(facts),
        *joined_blocks(map(_chapter, facts.record)),
        *_chapter(RecordFacts("Assessment", assessment)),
        *part("What was said", *_said(facts)),
        *goals_and_scales(facts),
        *action_table(facts),
        *_chapter(RecordFacts("Closing", (facts.closing,) if facts.closing else ())),
    )
    return framed(facts, TITLE, blocks, flowing_size=_SIZE)


def _chapter(chapter: RecordFacts) -> Blocks:
    entries = joined_blocks(answers_part(entry, level=3) for entry in chapter.entries)
    return (Heading(2, chapter.title), *entries) if entries else ()


def _said(facts: PlanFacts) -> Blocks:
    columns = (
        ("What is working well", facts.working_well),
        ("What we are worried about", facts.worried),
        ("What needs to happen", facts.needs_to_happen),
    )
    return joined_blocks(_column(title, said) for title, said in columns)


def _column(title: str, statements: tuple[StatementFacts, ...]) -> Blocks:
    if not statements:
        return ()
    return (Heading(3, title), BulletList(tuple(map(full_statement, statements))))
