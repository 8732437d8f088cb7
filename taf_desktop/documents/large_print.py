"""The family's plan in large print: one column, no tables, each promise a small block."""

from taf_desktop.documents.content import (
    Blocks,
    BulletList,
    Document,
    Heading,
    Paragraph,
    Size,
    Tone,
    joined_blocks,
    paragraph,
    strong,
)
from taf_desktop.documents.frame import framed, last_panel, opening, part
from taf_desktop.documents.plan_facts import (
    ActionFacts,
    GoalFacts,
    MarkFacts,
    PlanFacts,
    ScaleFacts,
    StatementFacts,
)
from taf_desktop.documents.scale_blocks import legend, mark_words, scale_figures
from taf_desktop.documents.statement_blocks import short_statement
from taf_desktop.documents.wording import joined, listed, sentence, weekday_words

TITLE = "Our family plan in large print"
LARGEST_TITLE = "Our family plan in very large print"
_LARGE, _LARGEST = 18.0, 28.0


def large_print(facts: PlanFacts) -> Document:
    """The plan at 18 points."""
    return framed(facts, TITLE, _blocks(facts), flowing_size=_LARGE)


def largest_print(facts: PlanFacts) -> Document:
    """The plan at 28 points."""
    return framed(facts, LARGEST_TITLE, _blocks(facts), flowing_size=_LARGEST)


def _blocks(facts: PlanFacts) -> Blocks:
    held_on = weekday_words(facts.meeting.held_on or facts.made_on)
    return (
        opening(f"Our plan: the {facts.family_name} family", f"Made together on {held_on}."),
        *_said("What is working well", Tone.WORKING_WELL, facts.working_well),
        *_said("What we are worried about", Tone.WORRIED, facts.worried),
        *_actions(facts.actions),
        *_goals(facts),
        *_said("What needs to happen", Tone.NEEDS_TO_HAPPEN, facts.needs_to_happen),
        *_next(facts),
        last_panel(facts),
    )


def _said(title: str, tone: Tone, statements: tuple[StatementFacts, ...]) -> Blocks:
    items = tuple(map(short_statement, statements))
    return part(title, *((BulletList(items, tone),) if items else ()), tone=tone)


def _actions(actions: tuple[ActionFacts, ...]) -> Blocks:
    tone = Tone.NEEDS_TO_HAPPEN
    items = tuple(map(_action, actions))
    return part("What we will do", *((BulletList(items, tone),) if items else ()), tone=tone)


def _action(action: ActionFacts) -> Blocks:
    helped = f"helped by {joined(action.helped_by)}" if action.helped_by else ""
    lines: list[Paragraph] = [paragraph(strong(f"{action.number}. {action.what}"))]
    lines += [
        paragraph(f"{label}: ", text)
        for label, text in (
            ("Who", listed(action.who, helped)),
            ("When", action.by_when),
        )
        if text
    ]
    if action.late:
        lines.append(paragraph(strong(action.late, Tone.LATE)))
    if action.done:
        lines.append(paragraph("Done."))
    return tuple(lines)


def _goals(facts: PlanFacts) -> Blocks:
    goals = joined_blocks(map(_goal, facts.goals))
    overall = joined_blocks(_scale(scale.question, scale) for scale in facts.overall_scales)
    scales = tuple(goal.scale for goal in facts.goals if goal.scale)
    key = legend((*scales, *facts.overall_scales), Size.BODY)
    return part("What we want, and where we are today", *goals, *overall, *key)


def _goal(goal: GoalFacts) -> Blocks:
    return _scale(goal.text, goal.scale)


def _scale(title: str, scale: ScaleFacts | None) -> Blocks:
    """A goal with everybody's number in words, last time's beside it, and then as a picture."""
    lines: list[Paragraph] = []
    if scale is not None and scale.occasions:
        lines.append(paragraph(f"0: {sentence(scale.low_words)} 10: {sentence(scale.high_words)}"))
        before = {m.person: m for occasion in scale.occasions[1:2] for m in occasion.marks}
        lines += [_mark(mark, before.get(mark.person)) for mark in scale.occasions[0].marks]
    pictures = scale_figures(scale, large=True) if scale else ()
    return (Heading(3, title), *lines, *pictures)


def _mark(mark: MarkFacts, last: MarkFacts | None) -> Paragraph:
    before = f", last time {mark_words(last)}" if last else ""
    return paragraph(f"{mark.person}: ", strong(mark_words(mark)), before)


def _next(facts: PlanFacts) -> Blocks:
    following = facts.next_meeting
    if following is None:
        return ()
    at = f"at {following.starts_at}" if following.starts_at else ""
    when = listed(weekday_words(following.held_on), at, by=" ")
    return part("We meet again", paragraph(sentence(listed(when, following.place))))
