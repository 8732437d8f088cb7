"""Actions as a table for professionals: who promised what, and what has become of it."""

from taf_desktop.documents.content import (
    Block,
    Blocks,
    Column,
    Heading,
    Paragraph,
    Row,
    Size,
    Table,
    Tone,
    cells,
    paragraph,
    quiet,
    strong,
)
from taf_desktop.documents.plan_facts import ActionFacts, PlanFacts
from taf_desktop.documents.wording import day_words, joined

_COLUMNS = (
    Column("No.", 0.62),
    Column("What, and what for", 3.2),
    Column("Who", 1.7),
    Column("By when", 2.12),
    Column("How we will know", 2.15),
    Column("How it stands", 2.2),
)


def action_table(facts: PlanFacts) -> Blocks:
    """All actions under their heading, or nothing; what is said of none has no column."""
    if not facts.actions:
        return ()
    goals = {goal.text: f"for goal {number}" for number, goal in enumerate(facts.goals, 1)}
    cells_of = [_action_cells(action, goals) for action in facts.actions]
    known = [place for place in range(len(_COLUMNS)) if any(of_one[place] for of_one in cells_of)]
    rows = tuple(Row(tuple(of_one[place] for place in known)) for of_one in cells_of)
    tone = Tone.NEEDS_TO_HAPPEN
    columns = tuple(_COLUMNS[place] for place in known)
    table = Table(columns, rows, tone, first_column_names_row=True)
    return (Heading(2, "Who does what", tone), table)


def _action_cells(action: ActionFacts, goals: dict[str, str]) -> tuple[Blocks, ...]:
    helped = joined(action.helped_by)
    purposes = (action.outcome, goals.get(action.goal, action.goal))
    what = (paragraph(action.what), *(_small(text) for text in purposes if text))
    who = (*cells(action.who)[0], *((_small(f"helped by {helped}"),) if helped else ()))
    number, by_when, know = cells(
        strong(str(action.number)), day_words(action.by_when), action.how_we_will_know
    )
    return (number, what, who, by_when, know, _standing(action))


def _standing(action: ActionFacts) -> Blocks:
    """The status, how late it is, and what was said about it before, the newest last."""
    lines: list[Block] = [paragraph(action.status)] if action.status else []
    if action.late:
        lines.append(paragraph(strong(action.late, Tone.LATE)))
    for note in action.history:
        day = day_words(note.held_on)
        lines.append(_small(f"{day}: {note.words}" if day else note.words))
    return tuple(lines)


def _small(text: str) -> Paragraph:
    return paragraph(quiet(text), size=Size.SMALL)
