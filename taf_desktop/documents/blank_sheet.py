"""A sheet to write a whole meeting on by hand, for the day on which the laptop does not start."""

from taf_desktop.documents.content import (
    Blocks,
    Column,
    Document,
    Heading,
    PageBreak,
    Panel,
    Row,
    Table,
    TickBoxes,
    Tone,
    WritingRoom,
    cells,
    paragraph,
    strong,
)
from taf_desktop.documents.frame import framed, key_facts, last_panel, opening, part
from taf_desktop.documents.languages import Language, language_of
from taf_desktop.documents.plan_facts import PlanFacts
from taf_desktop.documents.wording import weekday_words

_SIZE = 11.0
_LEAST_PEOPLE = 8
_ACTIONS, _FEWER_ACTIONS = 8, 7


def blank_sheet(facts: PlanFacts) -> Document:
    """Four pages in the order of the meeting, with what is known printed already."""
    language = language_of(facts.language)
    return framed(
        facts,
        language.say("blank_sheet"),
        _blocks(facts, language, _ACTIONS),
        shorter=_blocks(facts, language, _FEWER_ACTIONS),
        body_sizes=(_SIZE,),
        wanted_pages=4,
        flowing_size=_SIZE,
    )


def _blocks(facts: PlanFacts, language: Language, actions: int) -> Blocks:
    """A page for each step; where letters are high, with room for fewer actions."""
    family = language.say("the_family_is", name=facts.family_name)
    return (
        opening(language.say("sheet_to_write"), family),
        *_known(facts, language),
        *_people(facts, language),
        PageBreak(),
        *_columns(language),
        PageBreak(),
        *_numbers(language),
        *_actions(language, actions),
        PageBreak(),
        *_end(facts, language),
        last_panel(facts, is_form=True),
    )


def _known(facts: PlanFacts, language: Language) -> Blocks:
    meeting = facts.meeting
    planned = (weekday_words(meeting.held_on, language), meeting.starts_at)
    pairs = (
        (language.say("reference"), facts.reference),
        (language.say("meeting"), language.label(meeting.kind)),
        (language.say("planned_for"), language.commas([one for one in planned if one])),
    )
    who = (language.say("who_leads"), language.say("who_writes"))
    return (*key_facts(pairs), *_to_fill((*_when_where(language), *who), language))


def _when_where(language: Language) -> tuple[str, str]:
    return language.say("day_and_time"), language.say("place")


def _to_fill(labels: tuple[str, ...], language: Language) -> Blocks:
    rows = tuple(Row((*cells(strong(label)), _room(1))) for label in labels)
    columns = (Column(language.say("to_fill_in"), 1), Column(language.say("by_hand"), 3))
    return (Table(columns, rows, first_column_names_row=True),)


def _room(lines: int) -> Blocks:
    return (WritingRoom(lines, ruled=False),)


def _people(facts: PlanFacts, language: Language) -> Blocks:
    meeting = facts.meeting
    names = [
        language.commas([one for one in (person.name, person.role) if one])
        for person in (*meeting.asked, *meeting.here)
    ]
    names += [""] * max(_LEAST_PEOPLE - len(names), 3)
    answers = (language.say("here"), language.say("sorry"), language.say("report"))
    state: Blocks = (TickBoxes(answers, beside=True),)
    rows = tuple(Row(((*cells(name)[0],) or _room(1), state, _room(1))) for name in names)
    heads = (language.say("who"), language.say("tick_one"), language.say("sharing_right"))
    columns = tuple(map(Column, heads, (2.9, 4, 2.3)))
    return part(language.say("who_is_here"), Table(columns, rows))


def _columns(language: Language) -> Blocks:
    titles = (
        (language.say("ask_working_well"), Tone.WORKING_WELL),
        (language.say("ask_worried"), Tone.WORRIED),
        (language.say("ask_needs"), Tone.NEEDS_TO_HAPPEN),
    )
    note = paragraph(language.say("exact_words"))
    panels = (Panel(tone, (Heading(3, title, tone), WritingRoom(7))) for title, tone in titles)
    return part(language.say("everybody_sees"), note, *panels)


def _numbers(language: Language) -> Blocks:
    heads = (
        language.say("who"),
        language.say("zero_to_ten"),
        language.say("why_not_lower"),
        language.say("what_one_higher"),
    )
    columns = tuple(map(Column, heads, (2, 1, 3, 3)))
    rows = tuple(Row((_room(1), _room(1), _room(1), _room(1))) for _ in range(5))
    goal = (paragraph(language.say("goal_and_ends")), WritingRoom(1))
    return part(language.say("everybodys_number"), *goal, Table(columns, rows))


def _actions(language: Language, many: int) -> Blocks:
    rows = tuple(
        Row((*cells(str(number)), _room(2), _room(2), _room(2))) for number in range(1, many + 1)
    )
    heads = map(language.say, ("number", "what", "who", "by_when"))
    columns = tuple(map(Column, heads, (0.6, 5, 2, 2)))
    return part(language.say("who_what_when"), Table(columns, rows, Tone.NEEDS_TO_HAPPEN))


def _end(facts: PlanFacts, language: Language) -> Blocks:
    names = [person.name for person in (*facts.meeting.asked, *facts.meeting.here)]
    names += [""] * max(_LEAST_PEOPLE - len(names), 2)
    answer: Blocks = (TickBoxes((language.say("yes"), language.say("no"))),)
    rows = tuple(Row(((*cells(name)[0],) or _room(1), answer, _room(1))) for name in names)
    heads = (language.say("who"), language.say("agrees"), language.say("if_not_why"))
    columns = tuple(map(Column, heads, (3, 2, 4)))
    return (
        *part(language.say("read_back"), Table(columns, rows)),
        *part(language.say("decided"), WritingRoom(4)),
        *part(language.say("next_time"), *_to_fill(_when_where(language), language)),
    )
