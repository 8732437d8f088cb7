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
    Run,
    SideBySide,
    Table,
    cells,
    paragraph,
    quiet,
    strong,
)
from taf_desktop.documents.languages import Language, language_of
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
    language = language_of(facts.language)
    parts = [_goal(number, goal, language) for number, goal in enumerate(facts.goals, start=1)]
    parts += [_scale(scale, language, Heading(3, scale.question)) for scale in facts.overall_scales]
    if not parts:
        return ()
    scales = tuple(goal.scale for goal in facts.goals if goal.scale)
    key = legend((*scales, *facts.overall_scales), language)
    blocks = tuple(block for part in parts for block in part)
    return (Heading(2, language.say("goals")), *key, *blocks)


def _goal(number: int, goal: GoalFacts, language: Language) -> Blocks:
    worries = tuple(_answers(worry, language) for worry in goal.worries if worry)
    opening: Blocks = (Heading(3, language.say("goal", number=number, text=goal.text)), *worries)
    if goal.scale is None:
        return opening
    # A question that only repeats the goal is not printed twice.
    asked = goal.scale.question.strip()
    question = () if asked == goal.text.strip() else (paragraph(strong(asked)),)
    return _scale(goal.scale, language, *opening, *question)


def _answers(worry: str, language: Language) -> Paragraph:
    return paragraph(quiet(f"{language.say('worry_answered')} "), worry)


def _scale(scale: ScaleFacts, language: Language, *opening: Block) -> Blocks:
    """The opening with the picture, then every number in a table, and the reasons."""
    reasons = tuple(
        item
        for occasion in scale.occasions
        for mark in occasion.marks
        if (item := _reasons(occasion, mark, language))
    )
    return (
        KeepTogether((*opening, *scale_ends(scale, language), *_pictures(scale, language))),
        *_number_tables(scale, language),
        *((BulletList(reasons),) if reasons else ()),
    )


def _pictures(scale: ScaleFacts, language: Language) -> Blocks:
    """Today beside last time, and beside it how the numbers changed, once there is a change."""
    today, change = scale_figures(scale, language), change_figures(scale, language)
    if len(today) == len(change) == 1:
        return (SideBySide((today, change)),)
    return (*today, *change)


def _number_tables(scale: ScaleFacts, language: Language) -> Blocks:
    """The numbers of everybody by day, the newest day first, a few days to a table."""
    people = {mark.person: "" for occasion in scale.occasions for mark in occasion.marks}
    groups = [
        scale.occasions[start : start + _MOST_DAYS_IN_TABLE]
        for start in range(0, len(scale.occasions), _MOST_DAYS_IN_TABLE)
    ]
    return tuple(_number_table(tuple(people), group, language) for group in groups)


def _number_table(
    people: tuple[str, ...], occasions: tuple[OccasionFacts, ...], language: Language
) -> Table:
    given = [{mark.person: mark_words(mark, language) for mark in item.marks} for item in occasions]
    unknown = language.say("day_not_known")
    heads = (day_words(item.held_on, language) or unknown for item in occasions)
    days = (Column(f"{head[:1].upper()}{head[1:]}", 2.0) for head in heads)
    rows = tuple(Row(cells(name, *(day.get(name, "") for day in given))) for name in people)
    who = Column(language.say("who"), 2.4)
    return Table((who, *days), rows, first_column_names_row=True)


def _reasons(occasion: OccasionFacts, mark: MarkFacts, language: Language) -> Blocks:
    """Why a number is not lower and what would make it one higher, in the person's words."""
    said = (("not_lower", mark.why_not_lower), ("one_higher", mark.one_higher))
    text = "; ".join(
        language.say(key, words=quoted(words, language)) for key, words in said if words
    )
    if not text:
        return ()
    day = day_words(occasion.held_on, language)
    parts = language.parts(
        "said_number",
        name=strong(mark.person),
        number=Run(mark_words(mark, language)),
        words=Run(text),
    )
    return (paragraph(*parts, quiet(f" ({day})" if day else "")),)
