"""A form on which somebody who cannot come writes what they know, by hand."""

from taf_desktop.documents.content import (
    Document,
    KeepTogether,
    Size,
    TickBoxes,
    WritingRoom,
    joined_blocks,
    paragraph,
    quiet,
    strong,
)
from taf_desktop.documents.frame import (
    children_words,
    framed,
    key_facts,
    last_panel,
    opening,
    part,
)
from taf_desktop.documents.plan_facts import PlanFacts
from taf_desktop.documents.wording import listed, sentence, weekday_words
from taf_desktop.model.views import NEEDS_TO_HAPPEN, WORKING_WELL, WORRIED

TITLE = "Report form for a meeting"
_SIZE = 11.5
_QUESTIONS = (
    ("What have I done since last time?", 3, ""),
    ("What has changed?", 3, ""),
    ("What is working well?", 3, WORKING_WELL),
    ("What am I worried about, and what makes me think so?", 4, WORRIED),
    ("What needs to happen, and what can I do?", 3, NEEDS_TO_HAPPEN),
)
COLUMN_OF = {question: column for question, _lines, column in _QUESTIONS}
"""To which of the three columns the answer to a question belongs; none where it is empty."""

_HOW = (
    "Five lines are enough. Write as if the family reads it, because they will; say it to them "
    "first. Facts first, then what you think of them."
)


def report_form(facts: PlanFacts) -> Document:
    """Two pages to send with the invitation."""
    questions = joined_blocks(
        (KeepTogether(part(question, WritingRoom(lines))),)
        for question, lines, _column in _QUESTIONS
    )
    number = paragraph("My number today, from 0 (very hard) to 10 (going well):  ________")
    blocks = (
        opening("My report for the meeting", _when(facts)),
        *key_facts(_known(facts)),
        paragraph(quiet(_HOW), size=Size.SMALL),
        *part("From: name, job, and how to reach me", WritingRoom(2)),
        *questions,
        KeepTogether(part("Where we are", number, WritingRoom(1))),
        KeepTogether(_not_for_all()),
        last_panel(facts, is_form=True),
    )
    return framed(facts, TITLE, blocks, flowing_size=_SIZE)


def _when(facts: PlanFacts) -> str:
    meeting = facts.meeting
    at = meeting.starts_at and f"at {meeting.starts_at}"
    return sentence(listed(meeting.kind, listed(weekday_words(meeting.held_on), at, by=" ")))


def _known(facts: PlanFacts) -> tuple[tuple[str, str], ...]:
    lead = facts.lead.name if facts.lead else ""
    return (
        ("Reference", facts.reference),
        ("Children", children_words(facts)),
        ("Send it to", lead),
        ("For", facts.reader),
    )


def _not_for_all() -> tuple[KeepTogether, ...]:
    told = TickBoxes(("I have told the family what is written here.",))
    kept = strong("Is there anything here that somebody must not see? Who, and why?")
    return (KeepTogether(part("Before you send it", told, paragraph(kept), WritingRoom(2))),)
