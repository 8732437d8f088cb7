"""The early help assessment on paper: the form's pages with what was answered."""

from taf_desktop.documents.answer_blocks import answers_part
from taf_desktop.documents.content import Document, joined_blocks, paragraph
from taf_desktop.documents.frame import (
    children_words,
    framed,
    key_facts,
    last_panel,
    opening,
)
from taf_desktop.documents.plan_facts import AssessmentFacts, PlanFacts
from taf_desktop.documents.wording import day_words

TITLE = "Early help assessment"
_SIZE = 11.5
_NOTHING = "No assessment has been started yet, or nothing in it may be shown to this reader."


def assessment_paper(facts: PlanFacts) -> Document:
    """What was answered, page by page; questions without an answer are not printed."""
    made = facts.assessment or AssessmentFacts()
    pages = joined_blocks(answers_part(page) for page in made.pages if page.answers)
    pairs = (
        ("Reference", facts.reference),
        ("Children", children_words(facts)),
        ("Started", day_words(made.started_on)),
        ("Finished", day_words(made.completed_on) or "not finished yet"),
        ("This copy is for", facts.reader),
    )
    blocks = (
        opening(f"{TITLE}: the {facts.family_name} family"),
        *key_facts(pairs),
        *(pages or (paragraph(_NOTHING),)),
        last_panel(facts),
    )
    return framed(facts, TITLE, blocks, flowing_size=_SIZE)
