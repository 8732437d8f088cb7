"""Goals for professionals: the worry each answers, its scale by person and day, and why."""

from taf_desktop.documents.change_blocks import change_figures
from taf_desktop.documents.content import (
    Block,
    Blocks,
    BulletList,
    Column,
    Heading,
    KeepTogether,
    Paragraph,
    Row,
    SideBySide,
    Table,
    cells,
    paragraph,
    quiet,
    strong,
    words,
)
from taf_desktop.documents.plan_facts import (
    GoalFacts,
    MarkFacts,
    OccasionFacts,
    PlanFacts,
    ScaleFacts,
)
from taf_desktop.documents.scale_blocks import legend, mark_words, scale_ends, scale_figures
from taf_desktop.documents.statement_blocks import quoted
from taf_desktop.documents.wording import day_words

_MOST_DAYS_IN_TABLE = 5


def goals_and_scales(facts: PlanFacts) -> Blocks:
    """Every goal with its scale, then the scales that belong to no goal."""
    parts = [_goal(number, goal) for number, goal in enumerate(facts.goals, start=1)]
    parts += [_scale(scale, Heading(3, scale.question)) for scale in facts.overall_scales]
    if not parts:
        return ()
    scales = tuple(goal.scale for goal in facts.goals if goal.scale)
    key = legend((*scales, *facts.overall_scales))
    blocks = tuple(block for part in parts for block in part)
    return (Heading(2, "Goals, and where we are"), *key, *blocks)


def _goal(number: int, goal: GoalFacts) -> Blocks:
    worries = tuple(_answers(worry) for worry in goal.worries if worry)
    opening: Blocks = (Heading(3, f"Goal {number}. {goal.text}"), *worries)
    if goal.scale is None:
        return opening
    # A question that only repeats the goal is not printed twice.
    asked = goal.scale.question.strip()
    question = () if asked == goal.text.strip() else (paragraph(strong(asked)),)
    return _scale(goal.scale, *opening, *question)


def _answers(worry: str) -> Paragraph:
    return paragraph(quiet("The worry it answers: "), worry)


def _scale(scale: ScaleFacts, *opening: Block) -> Blocks:
    """The opening with the picture, then every number in a table, and the reasons."""
    reasons = tuple(
        item
        for occasion in scale.occasions
        for mark in occasion.marks
        if (item := _reasons(occasion, mark))
    )
    return (
        KeepTogether((*opening, *scale_ends(scale), *_pictures(scale))),
        *_number_tables(scale),
        *((BulletList(reasons),) if reasons else ()),
    )


def _pictures(scale: ScaleFacts) -> Blocks:
    """Today beside last time, and beside it how the numbers changed, once there is a change."""
    today, change = scale_figures(scale), change_figures(scale)
    if len(today) == len(change) == 1:
        return (SideBySide((today, change)),)
    return (*today, *change)


def _number_tables(scale: ScaleFacts) -> Blocks:
    """The numbers of everybody by day, the newest day first, a few days to a table."""
    people = {mark.person: "" for occasion in scale.occasions for mark in occasion.marks}
    groups = [
        scale.occasions[start : start + _MOST_DAYS_IN_TABLE]
        for start in range(0, len(scale.occasions), _MOST_DAYS_IN_TABLE)
    ]
    return tuple(_number_table(tuple(people), group) for group in groups)


def _number_table(people: tuple[str, ...], occasions: tuple[OccasionFacts, ...]) -> Table:
    given = [{mark.person: mark_words(mark) for mark in item.marks} for item in occasions]
    days = (Column(day_words(item.held_on) or "Day not known", 2.0) for item in occasions)
    rows = tuple(Row(cells(name, *(day.get(name, "") for day in given))) for name in people)
    return Table((Column("Who", 2.4), *days), rows, first_column_names_row=True)


def _reasons(occasion: OccasionFacts, mark: MarkFacts) -> Blocks:
    """Why a number is not lower and what would make it one higher, in the person's words."""
    if not (mark.why_not_lower or mark.one_higher):
        return ()
    lower = f"not lower because {quoted(mark.why_not_lower)}" if mark.why_not_lower else ""
    higher = f"one higher would be {quoted(mark.one_higher)}" if mark.one_higher else ""
    day = day_words(occasion.held_on)
    number = f" said {mark_words(mark)}: "
    text = "; ".join(part for part in (lower, higher) if part)
    return (Paragraph(words(strong(mark.person), number, text, quiet(f" ({day})" if day else ""))),)
