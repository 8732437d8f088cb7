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
from taf_desktop.documents.plan_facts import PlanFacts
from taf_desktop.documents.wording import listed, weekday_words

TITLE = "Blank meeting sheet"
_SIZE = 11.0
_LEAST_PEOPLE = 8
_ACTIONS = 8


def blank_sheet(facts: PlanFacts) -> Document:
    """Four pages in the order of the meeting, with what is known printed already."""
    blocks = (
        opening("Meeting sheet to write on", f"The {facts.family_name} family."),
        *_known(facts),
        *_people(facts),
        PageBreak(),
        *_columns(),
        PageBreak(),
        *_numbers(),
        *_actions(),
        PageBreak(),
        *_end(facts),
        last_panel(facts),
    )
    return framed(facts, TITLE, blocks, flowing_size=_SIZE)


def _known(facts: PlanFacts) -> Blocks:
    meeting = facts.meeting
    day = listed(weekday_words(meeting.held_on), meeting.starts_at)
    pairs = (("Reference", facts.reference), ("Meeting", meeting.kind), ("Planned for", day))
    by_hand = ("Day and time", "Place", "Who leads it", "Who writes it down")
    return (*key_facts(pairs), *_to_fill(by_hand))


def _to_fill(labels: tuple[str, ...]) -> Blocks:
    rows = tuple(Row((*cells(strong(label)), _room(1))) for label in labels)
    columns = (Column("To fill in", 1), Column("By hand", 3))
    return (Table(columns, rows, first_column_names_row=True),)


def _room(lines: int) -> Blocks:
    return (WritingRoom(lines, ruled=False),)


def _people(facts: PlanFacts) -> Blocks:
    meeting = facts.meeting
    names = [listed(person.name, person.role) for person in (*meeting.asked, *meeting.here)]
    names += [""] * max(_LEAST_PEOPLE - len(names), 3)
    state: Blocks = (TickBoxes(("here", "sorry", "report")),)
    rows = tuple(Row(((*cells(name)[0],) or _room(1), state, _room(1))) for name in names)
    columns = (Column("Who", 3), Column("Tick one", 3), Column("Is sharing still all right?", 3))
    return part("Who is here, and what may be shared", Table(columns, rows))


def _columns() -> Blocks:
    titles = (
        ("What is working well?", Tone.WORKING_WELL),
        ("What are we worried about?", Tone.WORRIED),
        ("What needs to happen?", Tone.NEEDS_TO_HAPPEN),
    )
    note = paragraph("The family speaks first. Write their exact words, and who said them.")
    panels = (Panel(tone, (Heading(3, title, tone), WritingRoom(7))) for title, tone in titles)
    return part("What everybody sees", note, *panels)


def _numbers() -> Blocks:
    columns = (Column("Who", 2), Column("0 to 10", 1), Column("Why not lower?", 3),
               Column("What would make it one higher?", 3))  # fmt: skip
    rows = tuple(Row((_room(1), _room(1), _room(1), _room(1))) for _ in range(5))
    goal = (paragraph("The goal, and what 0 and 10 mean:"), WritingRoom(1))
    return part("Everybody's number", *goal, Table(columns, rows))


def _actions() -> Blocks:
    rows = tuple(
        Row((*cells(str(number)), _room(2), _room(2), _room(2)))
        for number in range(1, _ACTIONS + 1)
    )
    columns = (Column("No.", 0.6), Column("What", 5), Column("Who", 2), Column("By when", 2))
    return part("Who does what by when", Table(columns, rows, Tone.NEEDS_TO_HAPPEN))


def _end(facts: PlanFacts) -> Blocks:
    names = [person.name for person in (*facts.meeting.asked, *facts.meeting.here)]
    names += [""] * max(_LEAST_PEOPLE - len(names), 2)
    answer: Blocks = (TickBoxes(("yes", "no")),)
    rows = tuple(Row(((*cells(name)[0],) or _room(1), answer, _room(1))) for name in names)
    columns = (Column("Who", 3), Column("Agrees to the plan", 2), Column("If not, why", 4))
    return (
        *part("Read it back: do we agree?", Table(columns, rows)),
        *part("What we decided, and what stays open", WritingRoom(4)),
        *part("Next time", *_to_fill(("Day and time", "Place"))),
    )
