"""The agenda of a meeting: when, where, who, and the family first."""

from taf_desktop.documents.content import (
    Blocks,
    BulletList,
    Column,
    Document,
    Row,
    Table,
    cells,
    paragraph,
    quiet,
    strong,
)
from taf_desktop.documents.frame import (
    framed,
    last_panel,
    opening,
    part,
    when_and_where,
)
from taf_desktop.documents.plan_facts import ActionFacts, PersonFacts, PlanFacts
from taf_desktop.documents.wording import clock_words, count_words, listed

TITLE = "Agenda"
_SIZES = (13.5, 13.0, 12.5, 12.0, 11.5, 11.0)
_FAIR = (
    "Everybody can stop, take a break or ask what a word means at any time.",
    "What is agreed is written down together and read back at the end.",
)


def agenda(facts: PlanFacts) -> Document:
    """One page to send before a meeting."""
    kind = facts.meeting.kind
    blocks = (
        opening("What we will talk about", listed(kind, f"the {facts.family_name} family")),
        *when_and_where(facts),
        *part("In this order", *_parts(facts)),
        *part("Who is asked to come", *_people(facts.meeting.asked or facts.meeting.here)),
        *part("What we look at from the last plan", *_open(facts.actions)),
        *part("How we talk", BulletList(tuple((paragraph(line),) for line in _FAIR))),
        last_panel(facts),
    )
    return framed(facts, TITLE, blocks, flowing_size=12.5, body_sizes=_SIZES)


def _parts(facts: PlanFacts) -> Blocks:
    """The parts with the time each begins, where the meeting's own time is known."""
    rows, passed = [], 0
    for number, item in enumerate(facts.agenda, start=1):
        begins = clock_words(facts.meeting.starts_at, passed)
        minutes = count_words(item.minutes, "minute", "minutes") if item.minutes else ""
        rows.append(Row(cells(strong(f"{number}. {item.title}"), begins, minutes)))
        passed += item.minutes
    columns = (Column("What", 6), Column("From", 1.4), Column("How long", 2))
    return (Table(columns, tuple(rows), first_column_names_row=True),) if rows else ()


def _people(people: tuple[PersonFacts, ...]) -> Blocks:
    names = tuple(
        (paragraph(strong(person.name), quiet(f", {person.role}" if person.role else "")),)
        for person in people
    )
    return (BulletList(names),) if names else ()


def _open(actions: tuple[ActionFacts, ...]) -> Blocks:
    items = tuple(
        (paragraph(action.what, quiet(_promised(action))),) for action in actions if not action.done
    )
    return (BulletList(items),) if items else ()


def _promised(action: ActionFacts) -> str:
    words = listed(action.who, action.by_when)
    return f" ({words})" if words else ""
