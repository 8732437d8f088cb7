"""The family's own plan: one page, warm and plain, with what is working well first."""

from collections.abc import Callable

from taf_desktop.documents.content import (
    Blocks,
    BulletList,
    Column,
    Document,
    Heading,
    KeepTogether,
    Panel,
    Paragraph,
    Row,
    Run,
    SideBySide,
    Size,
    Table,
    Tone,
    cells,
    paragraph,
    quiet,
    strong,
)
from taf_desktop.documents.frame import banner, stood_words
from taf_desktop.documents.plan_facts import (
    ActionFacts,
    GoalFacts,
    NextMeetingFacts,
    PlanFacts,
    ScaleFacts,
    StatementFacts,
)
from taf_desktop.documents.scale_blocks import legend, scale_ends, scale_figures, scale_words
from taf_desktop.documents.statement_blocks import short_statement, speaker_words, text_length
from taf_desktop.documents.wording import (
    count_words,
    day_words,
    joined,
    listed,
    sentence,
    weekday_words,
)

TITLE = "Our family plan"
_MOST_ACTIONS_BIG = 8
_MOST_TEXT_IN_CARD = 700
_MOST_DONE_IN_CARD = 3
_BODY_SIZES = (14.0, 13.5, 13.0, 12.5, 12.0)
_FLOWING_SIZE = 13.0
Shown = Callable[[ScaleFacts], Blocks]
"""How the numbers of a scale are shown."""

_SHARES = (5.05, 2.3, 2.65)


def family_plan(facts: PlanFacts) -> Document:
    """The plan for the family, on one page where an ordinary family's plan allows."""
    day = day_words(facts.made_on)
    version = f"version {facts.version}"
    return Document(
        title=listed(TITLE, stood_words(facts), facts.reference, version, day),
        reference=facts.reference,
        footer=listed(TITLE, facts.reference, version, day, _reader(facts), by=" · "),
        blocks=_blocks(facts),
        shorter=_blocks(facts, scale_words),
        banner=banner(facts),
        body_sizes=_BODY_SIZES,
        wanted_pages=1 if len(_to_do(facts)) <= _MOST_ACTIONS_BIG else 2,
        flowing_size=_FLOWING_SIZE,
    )


def _reader(facts: PlanFacts) -> str:
    return f"for {facts.reader}" if facts.reader else ""


def _blocks(facts: PlanFacts, shown: Shown = scale_figures) -> Blocks:
    """The whole plan, with everybody's numbers as pictures or in words."""
    to_do = _to_do(facts)
    big, more = to_do[:_MOST_ACTIONS_BIG], to_do[_MOST_ACTIONS_BIG:]
    return (
        _opening(facts),
        *_well_and_worried(facts),
        *_actions("What we will do", big),
        *_numbers(facts, shown),
        *_much_done(facts),
        *_closing(facts),
        *_actions("More that we will do", more),
    )


def _opening(facts: PlanFacts) -> Panel:
    children = joined([listed(child.name, child.age) for child in facts.children])
    held_on = facts.meeting.held_on or facts.made_on
    made = f"Made together on {weekday_words(held_on)}."
    first = (strong(f"For {children}. "),) if children else ()
    title = Heading(1, f"Our plan: the {facts.family_name} family")
    return Panel(Tone.BRAND, (title, paragraph(*first, made)))


def _well_and_worried(facts: PlanFacts) -> Blocks:
    """Two cards, beside each other where neither says much more than a few sentences."""
    done = _done_items(facts) if len(_done(facts)) <= _MOST_DONE_IN_CARD else ()
    well = _card(
        "What is working well",
        Tone.WORKING_WELL,
        (*map(short_statement, facts.working_well), *done),
    )
    worried = _card(
        "What we are worried about", Tone.WORRIED, tuple(map(short_statement, facts.worried))
    )
    length = text_length(facts.working_well) + sum(len(action.what) for action in _done(facts))
    other = text_length(facts.worried)
    if not (well and worried) or max(length, other) > _MOST_TEXT_IN_CARD:
        return (*well, *worried)
    return (SideBySide((well, worried), (1, 1) if length >= other * 0.7 else (2, 3)),)


def _card(title: str, tone: Tone, items: tuple[Blocks, ...]) -> Blocks:
    if not items:
        return ()
    return (Panel(tone, (Heading(2, title, tone), BulletList(items, tone))),)


def _to_do(facts: PlanFacts) -> list[ActionFacts]:
    return [action for action in facts.actions if not action.done]


def _done(facts: PlanFacts) -> list[ActionFacts]:
    return [action for action in facts.actions if action.done]


def _done_items(facts: PlanFacts) -> tuple[Blocks, ...]:
    """What was done since last time, with who did it."""
    return tuple(
        (paragraph(strong("Done: "), action.what, quiet(speaker_words(action.who))),)
        for action in _done(facts)
    )


def _actions(title: str, actions: list[ActionFacts]) -> Blocks:
    if not actions:
        return ()
    rows = tuple(Row(_action_cells(action)) for action in actions)
    headings = (title, "Who", "By when")
    columns = tuple(map(Column, headings, _SHARES))
    return (Table(columns, rows, Tone.NEEDS_TO_HAPPEN, heading_level=2),)


def _action_cells(action: ActionFacts) -> tuple[Blocks, ...]:
    helped = joined(action.helped_by)
    who = paragraph(action.who, quiet(f", helped by {helped}" if helped else ""))
    late = cells(strong(action.late, Tone.LATE))[0]
    when: Blocks = (paragraph(action.by_when), *late)
    number = strong(f"{action.number}. ", Tone.NEEDS_TO_HAPPEN)
    return ((paragraph(number, Run(action.what)),), (who,), when)


def _numbers(facts: PlanFacts, shown: Shown) -> Blocks:
    """Everybody's number for each goal, two goals beside each other; then the other wishes."""
    goals = [goal for goal in facts.goals if goal.scale and goal.scale.occasions]
    scales = [goal.scale for goal in goals if goal.scale]
    overall = [scale for scale in facts.overall_scales if scale.occasions]
    parts = [
        _number(goal.text or goal.scale.question, goal.scale, shown) for goal in goals if goal.scale
    ]
    parts += [_number(scale.question, scale, shown) for scale in overall]
    wishes = _wishes(facts, goals)
    if not parts and not wishes:
        return ()
    pairs = [tuple(parts[start : start + 2]) for start in range(0, len(parts), 2)]
    figures = [SideBySide(pair) if len(pair) == 2 else KeepTogether(pair[0]) for pair in pairs]
    title = "What we want, and where we are today" if parts else "What we want"
    key = legend((*scales, *overall)) if shown is scale_figures else ()
    return (KeepTogether((Heading(2, title), *figures[:1])), *figures[1:], *key, *wishes)


def _number(title: str, scale: ScaleFacts, shown: Shown) -> Blocks:
    return (paragraph(strong(title)), *shown(scale), *scale_ends(scale))


def _wishes(facts: PlanFacts, shown: list[GoalFacts]) -> Blocks:
    """Goals without a number, and what else needs to happen."""
    texts = {goal.text for goal in shown}
    others = [StatementFacts(goal.text) for goal in facts.goals if goal not in shown]
    known = texts | {other.text for other in others}
    others += [item for item in facts.needs_to_happen if item.text not in known]
    return (BulletList(tuple(map(short_statement, others))),) if others else ()


def _closing(facts: PlanFacts) -> Blocks:
    left_out = count_words(facts.left_out, "thing is", "things are")
    note = f"{left_out} not in this copy: not everything is for everybody."
    lines = (
        _next_meeting(facts),
        _who_to_call(facts),
        paragraph(strong(facts.danger_words, Tone.LATE)),
        paragraph(quiet(note if facts.left_out else ""), size=Size.SMALL),
    )
    return (Panel(Tone.BRAND, tuple(line for line in lines if line.words)),)


def _next_meeting(facts: PlanFacts) -> Paragraph:
    following = facts.next_meeting or NextMeetingFacts()
    at = following.starts_at and f" at {following.starts_at}"
    when = f"{weekday_words(following.held_on)}{at}"
    if not when:
        return paragraph()
    where = f", {following.place}" if following.place else ""
    return paragraph(strong("We meet again: ", Tone.BRAND), strong(when), sentence(where))


def _who_to_call(facts: PlanFacts) -> Paragraph:
    lead = facts.lead
    if lead is None:
        return paragraph()
    rest = "".join(f", {part}" for part in (lead.role, lead.note) if part)
    return paragraph(strong("Who to call: ", Tone.BRAND), strong(lead.name), sentence(rest))


def _much_done(facts: PlanFacts) -> Blocks:
    """Done actions on a card of their own, where they are many."""
    many = len(_done(facts)) > _MOST_DONE_IN_CARD
    return _card("Already done", Tone.WORKING_WELL, _done_items(facts)) if many else ()
