"""A child's own plan: large, with drawings, in the child's own words and nobody else's."""

from taf_desktop.documents.content import (
    Block,
    Blocks,
    Document,
    Drawing,
    Drawn,
    Heading,
    KeepTogether,
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
_TO_DRAW = (18, 14, 10, 6)
"""How many lines high the room to draw is, where a second page has it."""


def child_plan(facts: PlanFacts) -> Document:
    """What the child said and promised; where nothing is written yet, room to write together."""
    language = language_of(facts.language)
    blocks = _blocks(facts, language)
    return framed(
        facts,
        language.say("child_plan"),
        blocks,
        shorter=_blocks(facts, language, is_short=True),
        roomier=tuple((*blocks, _room_to_draw(lines, language)) for lines in _TO_DRAW),
        body_sizes=(_SIZE,),
        flowing_size=_SIZE,
        helper=False,
    )


def _blocks(facts: PlanFacts, language: Language, *, is_short: bool = False) -> Blocks:
    """The whole plan; the short one leaves the numbers to the picture, and less room to write."""
    name = facts.greeted[0] if facts.greeted else ""
    likes, worries, wants = map(language.say, ("likes", "worries_me", "i_want"))
    room = WritingRoom(1 if is_short else 2)
    said = (
        (likes, Drawing.SUN, Tone.WORKING_WELL, facts.working_well),
        (worries, Drawing.CLOUD, Tone.WORRIED, facts.worried),
        (wants, Drawing.STAR, Tone.NEEDS_TO_HAPPEN, facts.needs_to_happen),
    )
    boxes: list[Block] = [
        *(_said(*item, language, room) for item in said),
        *_numbers(facts, language, in_words=not is_short),
        _promises(facts.actions, language),
        *_next(facts, language),
    ]
    title = language.say("plan_of_child", name=name) if name else language.say("child_plan")
    end = KeepTogether((boxes[-1], *_ask(facts, language), *danger(facts)))
    return (opening(title), *boxes[:-1], end)


def _room_to_draw(lines: int, language: Language) -> KeepTogether:
    heading = Heading(2, language.say("room_to_draw"))
    return KeepTogether((heading, WritingRoom(lines, ruled=False)))


def _shown(title: str, drawing: Drawing, tone: Tone, blocks: Blocks) -> Drawn:
    return Drawn(drawing, (Heading(2, title, tone), *blocks), tone)


def _said(
    title: str,
    drawing: Drawing,
    tone: Tone,
    statements: tuple[StatementFacts, ...],
    language: Language,
    room: WritingRoom,
) -> Drawn:
    own = joined_blocks(_own(item, language) for item in statements[:_MOST])
    return _shown(title, drawing, tone, own or (room,))


def _own(item: StatementFacts, language: Language) -> Blocks:
    """What the child drew, and what the child said."""
    who = joined(item.said_by, language)
    drawn = (house_figure(item.drawing, who, language),) if item.drawing else ()
    said = (paragraph(Run(quoted(item.text, language))),) if item.text else ()
    return (*drawn, *said)


def _numbers(facts: PlanFacts, language: Language, *, in_words: bool) -> tuple[Block, ...]:
    """The child's own numbers of the newest day as a picture, and in words where there is room."""
    scales = [goal.scale for goal in facts.goals if goal.scale] + list(facts.overall_scales)
    lines = joined_blocks(_number(scale, language, in_words=in_words) for scale in scales)
    title = language.say("my_number")
    shown = _shown(title, Drawing.SPEECH, Tone.BRAND, lines)
    return (KeepTogether((shown,)),) if lines else ()


def _number(scale: ScaleFacts, language: Language, *, in_words: bool) -> Blocks:
    days = [[mark for mark in day.marks if mark.number is not None] for day in scale.occasions[:2]]
    if not days or not days[0]:
        return ()
    said = paragraph(*language.parts("i_said", number=strong(str(days[0][0].number))))
    before = [language.say("i_said_before", number=one.number) for day in days[1:] for one in day]
    lines = (said, *((paragraph("".join(before)),) if before else ()))
    pictures = own_scale_figures(scale, language)
    told = (paragraph(scale.question), *pictures, *scale_ends(scale, language))
    return (*told, *lines) if in_words else told


def _promises(actions: tuple[ActionFacts, ...], language: Language) -> Drawn:
    lines = tuple(_promise(action, language) for action in actions[:_MOST] if not action.done)
    title = language.say("i_do")
    return _shown(title, Drawing.HAND, Tone.NEEDS_TO_HAPPEN, lines or (WritingRoom(1),))


def _promise(action: ActionFacts, language: Language) -> Paragraph:
    when = day_words(action.by_when, language)
    return paragraph(action.what, quiet(language.commas(["", when]) if when else ""))


def _next(facts: PlanFacts, language: Language) -> tuple[Drawn, ...]:
    when = weekday_words(facts.next_meeting.held_on, language) if facts.next_meeting else ""
    if not when:
        return ()
    line = paragraph(language.say("on_day", day=when))
    return (_shown(language.say("we_talk_again"), Drawing.CALENDAR, Tone.BRAND, (line,)),)


def _ask(facts: PlanFacts, language: Language) -> Blocks:
    if facts.lead is None:
        return ()
    return (paragraph(*language.parts("you_can_ask", name=strong(facts.lead.name))),)
