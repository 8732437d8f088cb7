"""A child's own plan: large, with drawings, in the child's own words and nobody else's."""

from taf_desktop.documents.content import (
    Blocks,
    Document,
    Drawing,
    Drawn,
    Heading,
    Paragraph,
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
from taf_desktop.documents.languages import Language, language_of
from taf_desktop.documents.plan_facts import ActionFacts, PlanFacts, ScaleFacts, StatementFacts
from taf_desktop.documents.scale_blocks import own_scale_figures, scale_ends
from taf_desktop.documents.statement_blocks import quoted
from taf_desktop.documents.wording import day_words, joined, weekday_words

_SIZE = 18.0
"""Points; a second page rather than smaller letters."""

_MOST = 6


def child_plan(facts: PlanFacts) -> Document:
    """What the child said and promised; where nothing is written yet, room to write together."""
    language = language_of(facts.language)
    title, name = language.say("child_plan"), facts.greeted[0] if facts.greeted else ""
    likes, worries, wants = map(language.say, ("likes", "worries_me", "i_want"))
    blocks = (
        opening(language.say("plan_of_child", name=name) if name else title),
        *_said(likes, Drawing.SUN, Tone.WORKING_WELL, facts.working_well, language),
        *_said(worries, Drawing.CLOUD, Tone.WORRIED, facts.worried, language),
        *_said(wants, Drawing.STAR, Tone.NEEDS_TO_HAPPEN, facts.needs_to_happen, language),
        *_numbers(facts, language),
        *_promises(facts.actions, language),
        *_next(facts, language),
        *_ask(facts, language),
        *danger(facts),
    )
    return framed(facts, title, blocks, flowing_size=_SIZE, helper=False)


def _shown(title: str, drawing: Drawing, tone: Tone, blocks: Blocks) -> Blocks:
    return (Drawn(drawing, (Heading(2, title, tone), *blocks), tone),)


def _said(
    title: str,
    drawing: Drawing,
    tone: Tone,
    statements: tuple[StatementFacts, ...],
    language: Language,
) -> Blocks:
    own = joined_blocks(_own(item, language) for item in statements[:_MOST])
    return _shown(title, drawing, tone, own or (WritingRoom(2),))


def _own(item: StatementFacts, language: Language) -> Blocks:
    """What the child drew, and what the child said."""
    who = joined(item.said_by, language)
    drawn = (house_figure(item.drawing, who, language),) if item.drawing else ()
    said = (paragraph(Run(quoted(item.text, language))),) if item.text else ()
    return (*drawn, *said)


def _numbers(facts: PlanFacts, language: Language) -> Blocks:
    """The child's own numbers of the newest day, in words and as a picture."""
    scales = [goal.scale for goal in facts.goals if goal.scale] + list(facts.overall_scales)
    lines = tuple(line for scale in scales for line in _number(scale, language))
    title = language.say("my_number")
    return _shown(title, Drawing.SPEECH, Tone.BRAND, lines) if lines else ()


def _number(scale: ScaleFacts, language: Language) -> Blocks:
    days = [[mark for mark in day.marks if mark.number is not None] for day in scale.occasions[:2]]
    if not days or not days[0]:
        return ()
    said = paragraph(*language.parts("i_said", number=strong(str(days[0][0].number))))
    before = [language.say("i_said_before", number=one.number) for day in days[1:] for one in day]
    lines = (said, *((paragraph("".join(before)),) if before else ()))
    pictures = own_scale_figures(scale, language)
    return (paragraph(scale.question), *pictures, *scale_ends(scale), *lines)


def _promises(actions: tuple[ActionFacts, ...], language: Language) -> Blocks:
    lines = tuple(_promise(action, language) for action in actions[:_MOST] if not action.done)
    title = language.say("i_do")
    return _shown(title, Drawing.HAND, Tone.NEEDS_TO_HAPPEN, lines or (WritingRoom(1),))


def _promise(action: ActionFacts, language: Language) -> Paragraph:
    when = day_words(action.by_when, language)
    return paragraph(action.what, quiet(language.commas(["", when]) if when else ""))


def _next(facts: PlanFacts, language: Language) -> Blocks:
    when = weekday_words(facts.next_meeting.held_on, language) if facts.next_meeting else ""
    if not when:
        return ()
    line = paragraph(language.say("on_day", day=when))
    return _shown(language.say("we_talk_again"), Drawing.CALENDAR, Tone.BRAND, (line,))


def _ask(facts: PlanFacts, language: Language) -> Blocks:
    if facts.lead is None:
        return ()
    return (paragraph(*language.parts("you_can_ask", name=strong(facts.lead.name))),)
