"""The closing summary: what has changed, what goes on, and whom to ring."""

from taf_desktop.documents.answer_blocks import answer_lines
from taf_desktop.documents.change_blocks import change_figures
from taf_desktop.documents.content import (
    Blocks,
    BulletList,
    Column,
    Document,
    KeepTogether,
    Row,
    Table,
    Tone,
    cells,
    paragraph,
    strong,
)
from taf_desktop.documents.frame import (
    children_words,
    framed,
    last_panel,
    opening,
    part,
)
from taf_desktop.documents.plan_facts import ActionFacts, PlanFacts, ScaleFacts, StatementFacts
from taf_desktop.documents.scale_blocks import mark_words
from taf_desktop.documents.statement_blocks import short_statement
from taf_desktop.documents.wording import day_words, joined, listed

TITLE = "Closing summary"
_SIZE = 13.0


def closing_summary(facts: PlanFacts) -> Document:
    """For the family and the team, at the end of the plan."""
    blocks = (
        opening(f"How far we have come: the {facts.family_name} family", children_words(facts)),
        *_answers(facts),
        *part("Where we were, and where we are", *_distance(facts)),
        *_said("What is working well", Tone.WORKING_WELL, facts.working_well),
        *_actions("What was done", [action for action in facts.actions if action.done]),
        *_actions("What goes on", [action for action in facts.actions if not action.done]),
        last_panel(facts),
    )
    return framed(facts, TITLE, blocks, flowing_size=_SIZE)


def _answers(facts: PlanFacts) -> Blocks:
    closing = facts.closing
    lines = [line for answer in closing.answers for line in answer_lines(answer)] if closing else []
    return part(closing.title if closing else "", *lines)


def _distance(facts: PlanFacts) -> Blocks:
    scales = [(goal.text, goal.scale) for goal in facts.goals if goal.scale]
    scales += [(scale.question, scale) for scale in facts.overall_scales]
    return tuple(block for title, scale in scales for block in _travelled(title, scale))


def _travelled(title: str, scale: ScaleFacts) -> Blocks:
    """Each person's first and newest number; never an average."""
    if not scale.occasions:
        return ()
    newest, first = scale.occasions[0], scale.occasions[-1]
    days = (first, newest) if first is not newest else (newest,)
    given = [{mark.person: mark_words(mark) for mark in day.marks} for day in days]
    rows = tuple(
        Row(cells(mark.person, *(day.get(mark.person, "") for day in given)))
        for mark in newest.marks
    )
    titles = ("First", "Now") if len(days) > 1 else ("Now",)
    heads = (listed(word, day_words(day.held_on)) for word, day in zip(titles, days, strict=True))
    columns = (Column("Who", 3), *(Column(head, 3) for head in heads))
    return (*_opening(title, scale), Table(columns, rows, first_column_names_row=True))


def _opening(title: str, scale: ScaleFacts) -> Blocks:
    """The title with the whole way as a picture, where there is a way."""
    change = change_figures(scale)
    heading = paragraph(strong(title))
    return (KeepTogether((heading, *change[:1])), *change[1:]) if change else (heading,)


def _said(title: str, tone: Tone, statements: tuple[StatementFacts, ...]) -> Blocks:
    items = tuple(map(short_statement, statements))
    return part(title, *((BulletList(items, tone),) if items else ()), tone=tone)


def _actions(title: str, actions: list[ActionFacts]) -> Blocks:
    items = tuple(
        (paragraph(action.what, f" ({_who(action)})" if _who(action) else ""),)
        for action in actions
    )
    return part(title, *((BulletList(items),) if items else ()))


def _who(action: ActionFacts) -> str:
    return listed(action.who, joined(action.helped_by))
