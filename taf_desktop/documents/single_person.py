"""One person's own copy: what is about them, or about the children they are responsible for."""

from taf_desktop.documents.content import (
    Blocks,
    BulletList,
    Document,
    KeepTogether,
    Panel,
    Tone,
    paragraph,
    quiet,
    strong,
)
from taf_desktop.documents.frame import (
    children_words,
    danger,
    framed,
    left_out_note,
    opening,
    part,
    who_to_call,
)
from taf_desktop.documents.goal_blocks import goals_and_scales
from taf_desktop.documents.plan_facts import ActionFacts, PlanFacts, StatementFacts
from taf_desktop.documents.statement_blocks import full_statement
from taf_desktop.documents.wording import joined, listed, sentence

TITLE = "Copy for one person"
_SIZE = 13.0
_NOTHING = "There is nothing in the plan that is about you and may be shown to you."


def single_person(facts: PlanFacts) -> Document:
    """What one person may see of a plan, as short parts that need no table."""
    body = (
        *_said("What is working well", Tone.WORKING_WELL, facts.working_well),
        *_said("What we are worried about", Tone.WORRIED, facts.worried),
        *_said("What needs to happen", Tone.NEEDS_TO_HAPPEN, facts.needs_to_happen),
        *goals_and_scales(facts),
        *_actions(facts.actions),
        *_agreement(facts),
    )
    blocks = (_opening(facts), *(body or (paragraph(_NOTHING),)), _closing(facts))
    return framed(facts, TITLE, blocks, flowing_size=_SIZE)


def _opening(facts: PlanFacts) -> Panel:
    children = children_words(facts)
    about = f"About {children}." if children else ""
    return opening(f"A copy for {facts.reader}" if facts.reader else TITLE, about)


def _said(title: str, tone: Tone, statements: tuple[StatementFacts, ...]) -> Blocks:
    items = tuple(map(full_statement, statements))
    return part(title, *((BulletList(items, tone),) if items else ()), tone=tone)


def _actions(actions: tuple[ActionFacts, ...]) -> Blocks:
    tone = Tone.NEEDS_TO_HAPPEN
    items = tuple(_action(action) for action in actions)
    return part("Who does what", *((BulletList(items, tone),) if items else ()), tone=tone)


def _action(action: ActionFacts) -> Blocks:
    helped = f"helped by {joined(action.helped_by)}" if action.helped_by else ""
    who = listed(action.who, helped, action.by_when, action.status, action.late)
    last = action.history[-1].words if action.history else ""
    lines = (paragraph(strong(action.what)), paragraph(who), paragraph(quiet(last)))
    return tuple(line for line in lines if line.words)


def _agreement(facts: PlanFacts) -> Blocks:
    lines = tuple(
        paragraph(strong(f"{item.who}: "), listed(item.answer, item.reason))
        for item in facts.agreement
    )
    return part("Agreement to the plan", *lines)


def _closing(facts: PlanFacts) -> KeepTogether:
    ask = "If you have a question, answer the letter that this copy came with."
    whom = (paragraph(sentence(ask)),) if facts.is_outside else who_to_call(facts)
    return KeepTogether((Panel(Tone.BRAND, (*whom, *danger(facts), *left_out_note(facts))),))
