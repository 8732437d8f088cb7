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
    joined_blocks,
    paragraph,
    strong,
)
from taf_desktop.documents.frame import (
    children_words,
    framed,
    hanging_sizes,
    last_panel,
    opening,
    part,
    said_part,
)
from taf_desktop.documents.languages import Language, language_of
from taf_desktop.documents.plan_facts import ActionFacts, PlanFacts, ScaleFacts
from taf_desktop.documents.scale_blocks import mark_words, scale_words
from taf_desktop.documents.wording import day_words, joined

_SIZES = (13.0, 12.5, 12.0, 11.5)


def closing_summary(facts: PlanFacts) -> Document:
    """For the family and the team, at the end of the plan."""
    language = language_of(facts.language)
    return framed(
        facts,
        language.say("closing_summary"),
        _blocks(facts, language),
        shorter=_blocks(facts, language, is_short=True),
        flowing_size=_SIZES[0],
        body_sizes=hanging_sizes(_SIZES, facts.language),
    )


def _blocks(facts: PlanFacts, language: Language, *, is_short: bool = False) -> Blocks:
    """The whole summary; the short one tells the numbers of a single day in words."""
    heading = language.say("how_far", name=facts.family_name)
    well = language.say("working_well")
    done, going_on = language.say("was_done"), language.say("goes_on")
    return (
        opening(heading, children_words(facts)),
        *_answers(facts, language),
        *part(_distance_title(facts, language), *_distance(facts, language, is_short)),
        *said_part(well, Tone.WORKING_WELL, facts.working_well, language),
        *_actions(done, [action for action in facts.actions if action.done], language),
        *_actions(going_on, [action for action in facts.actions if not action.done], language),
        last_panel(facts),
    )


def _answers(facts: PlanFacts, language: Language) -> Blocks:
    closing = facts.closing
    if closing is None:
        return ()
    lines = (line for answer in closing.answers for line in answer_lines(answer, language))
    return part(language.label(closing.title), *lines)


def _distance_title(facts: PlanFacts, language: Language) -> str:
    """A way only where somebody gave numbers on two days."""
    scales = (*(goal.scale for goal in facts.goals if goal.scale), *facts.overall_scales)
    has_way = any(len(scale.occasions) > 1 for scale in scales)
    return language.say("were_and_are") if has_way else language.say("our_numbers")


def _distance(facts: PlanFacts, language: Language, is_short: bool) -> Blocks:
    scales = [(goal.text, goal.scale) for goal in facts.goals if goal.scale]
    scales += [(scale.question, scale) for scale in facts.overall_scales]
    return joined_blocks(
        (paragraph(strong(title)), *scale_words(scale, language))
        if is_short and len(scale.occasions) == 1
        else _travelled(title, scale, language)
        for title, scale in scales
    )


def _travelled(title: str, scale: ScaleFacts, language: Language) -> Blocks:
    """Each person's first and newest number; never an average."""
    if not scale.occasions:
        return ()
    newest, first = scale.occasions[0], scale.occasions[-1]
    days = (first, newest) if first is not newest else (newest,)
    given = [{mark.person: mark_words(mark, language) for mark in day.marks} for day in days]
    rows = tuple(
        Row(cells(mark.person, *(day.get(mark.person, "") for day in given)))
        for mark in newest.marks
    )
    titles = (language.say("first"), language.say("now"))[-len(days) :]
    heads = [
        language.commas([word, day] if day else [word])
        for word, day in zip(
            titles, (day_words(one.held_on, language) for one in days), strict=True
        )
    ]
    columns = tuple(Column(head, 3) for head in (language.say("who"), *heads))
    return (*_opening(title, scale, language), Table(columns, rows, first_column_names_row=True))


def _opening(title: str, scale: ScaleFacts, language: Language) -> Blocks:
    """The title with the whole way as a picture, where there is a way."""
    change = change_figures(scale, language)
    heading = paragraph(strong(title))
    return (KeepTogether((heading, *change[:1])), *change[1:]) if change else (heading,)


def _actions(title: str, actions: list[ActionFacts], language: Language) -> Blocks:
    items = tuple((paragraph(action.what, _who(action, language)),) for action in actions)
    return part(title, *((BulletList(items),) if items else ()))


def _who(action: ActionFacts, language: Language) -> str:
    people = (action.who, joined(action.helped_by, language))
    words = language.commas([one for one in people if one])
    return f" ({words})" if words else ""
