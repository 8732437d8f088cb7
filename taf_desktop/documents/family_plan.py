"""The family's own plan: one page, warm and plain, with what is working well first."""

from collections.abc import Callable, Sequence

from taf_desktop.documents.agreement_blocks import agreement_in_short
from taf_desktop.documents.content import (
    Blocks,
    BulletList,
    Column,
    Document,
    Heading,
    KeepTogether,
    Panel,
    Row,
    Run,
    SideBySide,
    Size,
    Table,
    Tone,
    paragraph,
    quiet,
    strong,
)
from taf_desktop.documents.frame import (
    child_words,
    closing_panel,
    danger,
    framed,
    hanging_sizes,
    left_out_note,
    made_words,
    who_to_call,
)
from taf_desktop.documents.languages import Language, language_of
from taf_desktop.documents.plan_facts import (
    ActionFacts,
    GoalFacts,
    NextMeetingFacts,
    PlanFacts,
    ScaleFacts,
    StatementFacts,
)
from taf_desktop.documents.scale_blocks import (
    legend,
    scale_ends,
    scale_figures,
    scale_words,
    shared_ends,
)
from taf_desktop.documents.statement_blocks import short_statement, speaker_words, text_length
from taf_desktop.documents.wording import (
    day_at_time,
    day_words,
    helped_words,
    joined,
    passed_words,
    sentence,
    when_words,
)

_MOST_ACTIONS_BIG = 8
_MOST_TEXT_IN_CARD = 700
_MOST_DONE_IN_CARD = 3
_BODY_SIZES, _LEAST_SIZES = (14.0, 13.5, 13.0), (12.5, 12.0)
_FLOWING_SIZE = 13.0
_SHARES, _SHARES_PASSED = (5.05, 2.3, 2.65), (5.0, 1.7, 3.3)
"""Of the columns of the table; a day that has passed needs more room to say so."""


Shown = Callable[[ScaleFacts, Language], Blocks]


def family_plan(facts: PlanFacts) -> Document:
    """The plan for the family, on one page where an ordinary family's plan allows."""
    return framed(
        facts,
        language_of(facts.language).say("family_plan"),
        _blocks(facts),
        shorter=_blocks(facts, scale_words),
        body_sizes=_BODY_SIZES,
        least_sizes=hanging_sizes(_LEAST_SIZES, facts.language),
        wanted_pages=1 if len(_to_do(facts)) <= _MOST_ACTIONS_BIG else 2,
        flowing_size=_FLOWING_SIZE,
    )


def _blocks(facts: PlanFacts, shown: Shown = scale_figures) -> Blocks:
    """The whole plan, with everybody's numbers as pictures or in words."""
    to_do, language = _to_do(facts), language_of(facts.language)
    big, more = to_do[:_MOST_ACTIONS_BIG], to_do[_MOST_ACTIONS_BIG:]
    return (
        _opening(facts, language),
        *_well_and_worried(facts, language),
        *_actions(language.say("will_do"), big, language),
        *_numbers(facts, shown, language),
        *_much_done(facts, language),
        *agreement_in_short(facts, language, drawn=shown is scale_figures),
        *_closing(facts, language),
        *_actions(language.say("will_do_more"), more, language),
    )


def _opening(facts: PlanFacts, language: Language) -> Panel:
    children = joined([child_words(child, language) for child in facts.children], language)
    made = made_words(facts, language)
    first = strong(f"{language.say('for_children', children=children)} " if children else "")
    title = Heading(1, language.say("plan_of", name=facts.family_name))
    return Panel(Tone.BRAND, (title, paragraph(first, made)))


def _well_and_worried(facts: PlanFacts, language: Language) -> Blocks:
    """Two cards, beside each other where neither says much more than a few sentences."""
    done = _done_items(facts, language) if len(_done(facts)) <= _MOST_DONE_IN_CARD else ()
    well = _card(
        language.say("working_well"),
        Tone.WORKING_WELL,
        (*_said(facts.working_well, language), *done),
    )
    worried = _card(language.say("worried"), Tone.WORRIED, _said(facts.worried, language))
    length = text_length(facts.working_well) + sum(len(action.what) for action in _done(facts))
    other = text_length(facts.worried)
    if not (well and worried) or max(length, other) > _MOST_TEXT_IN_CARD:
        return (*well, *worried)
    return (SideBySide((well, worried), _card_shares(length, other)),)


def _card_shares(well: int, worried: int) -> tuple[int, int]:
    """How wide two cards are, so that the one with much more to say is not much higher."""
    if well >= worried * 0.7:
        return (1, 1)
    return (2, 3) if well >= worried * 0.4 else (1, 2)


def _said(statements: Sequence[StatementFacts], language: Language) -> tuple[Blocks, ...]:
    return tuple(short_statement(statement, language) for statement in statements)


def _card(title: str, tone: Tone, items: tuple[Blocks, ...]) -> Blocks:
    if not items:
        return ()
    return (Panel(tone, (Heading(2, title, tone), BulletList(items, tone))),)


def _to_do(facts: PlanFacts) -> list[ActionFacts]:
    return [action for action in facts.actions if not action.done]


def _done(facts: PlanFacts) -> list[ActionFacts]:
    return [action for action in facts.actions if action.done]


def _done_items(facts: PlanFacts, language: Language) -> tuple[Blocks, ...]:
    """What was done since last time, with who did it."""
    done = language.say("done")
    return tuple(
        (paragraph(strong(f"{done} "), action.what, quiet(speaker_words(action.who))),)
        for action in _done(facts)
    )


def _actions(title: str, actions: list[ActionFacts], language: Language) -> Blocks:
    if not actions:
        return ()
    rows = tuple(Row(_action_cells(action, language)) for action in actions)
    headings = (title, language.say("who"), language.say("by_when"))
    passed = any(passed_words(action, language) for action in actions)
    columns = tuple(map(Column, headings, _SHARES_PASSED if passed else _SHARES))
    return (Table(columns, rows, Tone.NEEDS_TO_HAPPEN, heading_level=2),)


def _action_cells(action: ActionFacts, language: Language) -> tuple[Blocks, ...]:
    helped = helped_words(action, language)
    who = paragraph(action.who, quiet(f"{language.commas(['', helped])}" if helped else ""))
    when = when_words(action, language)
    number = strong(f"{action.number}. ", Tone.NEEDS_TO_HAPPEN)
    return ((paragraph(number, Run(action.what)),), (who,), (paragraph(*when),))


def _numbers(facts: PlanFacts, shown: Shown, language: Language) -> Blocks:
    """Everybody's number for each goal, two goals beside each other; then the other wishes."""
    goals = [goal for goal in facts.goals if goal.scale and goal.scale.occasions]
    scales = [goal.scale for goal in goals if goal.scale]
    overall = [scale for scale in facts.overall_scales if scale.occasions]
    told = [(goal.text or goal.scale.question, goal.scale) for goal in goals if goal.scale]
    told += [(scale.question, scale) for scale in overall]
    ends = shared_ends([scale for _, scale in told], language)
    parts = [
        (
            paragraph(strong(asked)),
            *shown(scale, language),
            *(() if ends else scale_ends(scale, language)),
        )
        for asked, scale in told
    ]
    wishes = _wishes(facts, goals, language)
    if not parts and not wishes:
        return ()
    pairs = [tuple(parts[start : start + 2]) for start in range(0, len(parts), 2)]
    figures = [SideBySide(pair) if len(pair) == 2 else KeepTogether(pair[0]) for pair in pairs]
    title = language.say("wants_and_numbers") if parts else language.say("wants")
    key = legend((*scales, *overall), language) if shown is scale_figures else ()
    return (KeepTogether((Heading(2, title), *figures[:1])), *figures[1:], *ends, *key, *wishes)


def _wishes(facts: PlanFacts, shown: list[GoalFacts], language: Language) -> Blocks:
    """Goals without a number, and what else needs to happen."""
    texts = {goal.text for goal in shown}
    others = [StatementFacts(goal.text) for goal in facts.goals if goal not in shown]
    known = texts | {other.text for other in others}
    others += [item for item in facts.needs_to_happen if item.text not in known]
    return (BulletList(_said(others, language)),) if others else ()


def _closing(facts: PlanFacts, language: Language) -> Blocks:
    lines: Blocks = (
        *_next_meeting(facts, language),
        *who_to_call(facts),
        *danger(facts),
        *_replaces(facts, language),
        *left_out_note(facts),
    )
    return (closing_panel(lines),)


def _replaces(facts: PlanFacts, language: Language) -> Blocks:
    """That it takes the place of an earlier copy, where something was put right."""
    if not facts.replaces:
        return ()
    day = day_words(facts.replaces, language)
    return (paragraph(quiet(language.say("replaces", day=day)), size=Size.SMALL),)


def _next_meeting(facts: PlanFacts, language: Language) -> Blocks:
    following = facts.next_meeting or NextMeetingFacts()
    when = day_at_time(following.held_on, following.starts_at, language)
    if not when:
        return ()
    where = language.commas(["", following.place]) if following.place else ""
    again = f"{language.say('meet_again')} "
    return (paragraph(strong(again, Tone.BRAND), strong(when), sentence(where)),)


def _much_done(facts: PlanFacts, language: Language) -> Blocks:
    """Done actions on a card of their own, where they are many."""
    many = len(_done(facts)) > _MOST_DONE_IN_CARD
    done = _done_items(facts, language)
    return _card(language.say("done_already"), Tone.WORKING_WELL, done) if many else ()
