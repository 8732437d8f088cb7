"""A child's own plan: large, with drawings, in the child's own words and nobody else's."""

from taf_desktop.documents.content import (
    Blocks,
    Document,
    Drawing,
    Drawn,
    Heading,
    Run,
    Tone,
    WritingRoom,
    joined_blocks,
    paragraph,
    quiet,
    strong,
)
from taf_desktop.documents.frame import danger, framed, opening
from taf_desktop.documents.house_picture import house_figure
from taf_desktop.documents.plan_facts import ActionFacts, PlanFacts, ScaleFacts, StatementFacts
from taf_desktop.documents.scale_blocks import own_scale_figures, scale_ends
from taf_desktop.documents.statement_blocks import quoted
from taf_desktop.documents.wording import joined, weekday_words

TITLE = "My plan"
_SIZE = 18.0
_MOST = 6


def child_plan(facts: PlanFacts) -> Document:
    """What the child said and promised; where nothing is written yet, room to write together."""
    name = facts.greeted[0] if facts.greeted else ""
    blocks = (
        opening(f"{name}'s plan" if name else TITLE),
        *_said("What I like", Drawing.SUN, Tone.WORKING_WELL, facts.working_well),
        *_said("What worries me", Drawing.CLOUD, Tone.WORRIED, facts.worried),
        *_said("What I want", Drawing.STAR, Tone.NEEDS_TO_HAPPEN, facts.needs_to_happen),
        *_numbers(facts),
        *_promises(facts.actions),
        *_next(facts),
        *_ask(facts),
        *danger(facts),
    )
    return framed(facts, TITLE, blocks, flowing_size=_SIZE)


def _shown(title: str, drawing: Drawing, tone: Tone, blocks: Blocks) -> Blocks:
    return (Drawn(drawing, (Heading(2, title, tone), *blocks), tone),)


def _said(
    title: str, drawing: Drawing, tone: Tone, statements: tuple[StatementFacts, ...]
) -> Blocks:
    own = joined_blocks(map(_own, statements[:_MOST]))
    return _shown(title, drawing, tone, own or (WritingRoom(2),))


def _own(item: StatementFacts) -> Blocks:
    """What the child drew, and what the child said."""
    drawn = (house_figure(item.drawing, joined(item.said_by)),) if item.drawing else ()
    said = (paragraph(Run(quoted(item.text))),) if item.text else ()
    return (*drawn, *said)


def _numbers(facts: PlanFacts) -> Blocks:
    """The child's own numbers of the newest day, in words and as a picture."""
    scales = [goal.scale for goal in facts.goals if goal.scale] + list(facts.overall_scales)
    lines = tuple(line for scale in scales for line in _number(scale))
    return _shown("My number", Drawing.SPEECH, Tone.BRAND, lines) if lines else ()


def _number(scale: ScaleFacts) -> Blocks:
    days = [[mark for mark in day.marks if mark.number is not None] for day in scale.occasions[:2]]
    if not days or not days[0]:
        return ()
    said = paragraph("I said ", strong(str(days[0][0].number)), " out of 10.")
    before = "".join(f"Last time I said {mark.number}." for day in days[1:] for mark in day)
    lines = (said, *((paragraph(before),) if before else ()))
    return (paragraph(scale.question), *own_scale_figures(scale), *scale_ends(scale), *lines)


def _promises(actions: tuple[ActionFacts, ...]) -> Blocks:
    lines = tuple(
        paragraph(action.what, quiet(f", {action.by_when}" if action.by_when else ""))
        for action in actions[:_MOST]
        if not action.done
    )
    title = "What I do"
    return _shown(title, Drawing.HAND, Tone.NEEDS_TO_HAPPEN, lines or (WritingRoom(1),))


def _next(facts: PlanFacts) -> Blocks:
    when = weekday_words(facts.next_meeting.held_on) if facts.next_meeting else ""
    if not when:
        return ()
    line = paragraph(f"On {when}.")
    return _shown("We talk again", Drawing.CALENDAR, Tone.BRAND, (line,))


def _ask(facts: PlanFacts) -> Blocks:
    if facts.lead is None:
        return ()
    return (paragraph("You can ask ", strong(facts.lead.name), " if you do not like something."),)
