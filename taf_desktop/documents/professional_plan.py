"""The full plan for the professionals of the team: everything this reader may see, in order."""

from taf_desktop.documents.action_blocks import action_table
from taf_desktop.documents.agreement_blocks import agreement_table
from taf_desktop.documents.content import (
    Block,
    Blocks,
    BulletList,
    Column,
    Document,
    Fact,
    Heading,
    KeepTogether,
    KeyFacts,
    Panel,
    Row,
    SideBySide,
    Table,
    Tone,
    cells,
    paragraph,
    strong,
)
from taf_desktop.documents.frame import (
    banner,
    children_words,
    is_to_come,
    left_out_note,
    stood_words,
)
from taf_desktop.documents.goal_blocks import goals_and_scales
from taf_desktop.documents.plan_facts import PersonFacts, PlanFacts, StatementFacts
from taf_desktop.documents.statement_blocks import full_statement, text_length
from taf_desktop.documents.wording import (
    day_words,
    listed,
    sentence,
    weekday_words,
)

TITLE = "Full plan of the team around the family"
_BODY_SIZE = 11.0
_MOST_TEXT_IN_COLUMN = 1500


def professional_plan(facts: PlanFacts) -> Document:
    """The whole plan at 11 points, with disagreement beside what was said."""
    day = day_words(facts.made_on)
    version = f"version {facts.version}"
    replaces = f"replaces the plan of {day_words(facts.replaces)}" if facts.replaces else ""
    return Document(
        title=listed(TITLE, stood_words(facts), facts.reference, version, day),
        reference=facts.reference,
        footer=listed(TITLE, facts.reference, version, day, replaces, by=" · "),
        blocks=_blocks(facts),
        banner=banner(facts),
        flowing_size=_BODY_SIZE,
    )


def _blocks(facts: PlanFacts) -> Blocks:
    return (
        _opening(facts),
        _particulars(facts),
        *_decisions(facts),
        *_who_was_there(facts),
        *_sharing(facts),
        *_history(facts),
        *_three_columns(facts),
        *goals_and_scales(facts),
        *action_table(facts),
        *agreement_table(facts),
        *_minutes(facts),
        *_corrections(facts),
    )


def _opening(facts: PlanFacts) -> Panel:
    replaced = f"It replaces the plan of {day_words(facts.replaces)}." if facts.replaces else ""
    made = f"Version {facts.version}, {day_words(facts.made_on)}."
    lines: list[Block] = [
        Heading(1, f"Full plan: the {facts.family_name} family"),
        paragraph(listed(made, replaced, by=" ")),
    ]
    if facts.reader:
        lines.append(paragraph(strong("This copy is for "), sentence(facts.reader)))
    lines += left_out_note(facts)
    lines.append(paragraph(strong(facts.danger_words, Tone.LATE)))
    return Panel(Tone.BRAND, tuple(lines))


def _particulars(facts: PlanFacts) -> KeyFacts:
    meeting, lead = facts.meeting, facts.lead or PersonFacts("")
    at = meeting.starts_at and f" at {meeting.starts_at}"
    kind = meeting.kind and f"{meeting.number}. {meeting.kind}"
    held = f"{weekday_words(meeting.held_on)}{at}"
    pairs = (
        ("Reference", facts.reference),
        ("Children", children_words(facts)),
        ("Lead professional", listed(lead.name, lead.role, lead.note)),
        (_meeting_label(facts), listed(kind, held, meeting.place)),
        ("Asked by" if meeting.is_apart else "Chair", meeting.chair),
        ("Notes by", meeting.notes_by),
        ("Organisation", facts.organisation),
    )
    return KeyFacts(tuple(_fact(label, text) for label, text in pairs if text))


def _meeting_label(facts: PlanFacts) -> str:
    if is_to_come(facts):
        return "Next meeting"
    return "Review" if facts.meeting.is_apart else "Meeting"


def _fact(label: str, text: str) -> Fact:
    return Fact(label, (paragraph(text),))


def _who_was_there(facts: PlanFacts) -> Blocks:
    meeting = facts.meeting
    groups = (
        *((one.how, one.people) for one in meeting.heard),
        ("Here", meeting.here),
        ("Apologies", meeting.apologies),
        ("No reply", meeting.no_reply),
        ("Not asked" if meeting.is_apart else "Not invited", meeting.not_invited),
    )
    known = tuple(Fact(label, _people(people)) for label, people in groups if people)
    title = "Who told their part, without a meeting" if meeting.is_apart else "Who was there"
    return (Heading(2, title), KeyFacts(known)) if known else ()


def _people(people: tuple[PersonFacts, ...]) -> Blocks:
    """Each with the role, and on a line of its own what they sent or why they are not here."""
    lines: list[Block] = []
    for person in people:
        lines.append(paragraph(strong(person.name), f", {person.role}" if person.role else ""))
        lines += [paragraph(person.note)] if person.note else []
    return tuple(lines)


def _sharing(facts: PlanFacts) -> Blocks:
    rows = tuple(
        Row(cells(item.who, item.words, item.limits, day_words(item.agreed_on)))
        for item in facts.sharing
    )
    columns = (
        Column("Who", 1.6),
        Column("Agrees to share with", 3.4),
        Column("Limits, in their words", 3),
        Column("Since", 1.9),
    )
    table = Table(columns, rows, first_column_names_row=True)
    return (Heading(2, "Agreements to share"), table) if rows else ()


def _three_columns(facts: PlanFacts) -> Blocks:
    """The three columns beside each other, or below each other where there is very much text."""
    columns = (
        ("What we are worried about", Tone.WORRIED, facts.worried),
        ("What is working well", Tone.WORKING_WELL, facts.working_well),
        ("What needs to happen", Tone.NEEDS_TO_HAPPEN, facts.needs_to_happen),
    )
    panels = tuple((_column(*column),) for column in columns if column[2])
    if not panels:
        return ()
    title = Heading(2, "What the family and the team see")
    if max(text_length(column[2]) for column in columns) > _MOST_TEXT_IN_COLUMN:
        return (title, *(panel for part in panels for panel in part))
    return (title, SideBySide(panels))


def _column(title: str, tone: Tone, statements: tuple[StatementFacts, ...]) -> Panel:
    items = tuple(full_statement(statement) for statement in statements)
    return Panel(tone, (Heading(3, title, tone), BulletList(items, tone)))


def _decisions(facts: PlanFacts) -> Blocks:
    following = facts.next_meeting
    decided: Blocks = ()
    if facts.decisions:
        decided = (BulletList(tuple((paragraph(text),) for text in facts.decisions)),)
    if following is not None:
        at = following.starts_at and f"at {following.starts_at}"
        when = listed(weekday_words(following.held_on), at, by=" ")
        where = f", {following.place}" if following.place else ""
        decided += (paragraph(strong("Next meeting: "), strong(when), where),)
    heading = Heading(2, "What was decided, and when we meet again")
    return (KeepTogether((heading, *decided)),) if decided else ()


def _minutes(facts: PlanFacts) -> Blocks:
    if not facts.meeting.notes:
        return ()
    heading = Heading(2, "Notes of the meeting")
    return (KeepTogether((heading, paragraph(facts.meeting.notes))),)


def _corrections(facts: PlanFacts) -> Blocks:
    """Both wordings of what was put right: nothing that was written is made to vanish."""
    rows = tuple(
        Row(cells(item.what, item.old, item.new, listed(item.who, day_words(item.on))))
        for item in facts.corrections
    )
    columns = (
        Column("What", 1.8),
        Column("It said", 3),
        Column("It says now", 3),
        Column("Put right by, and when", 2.2),
    )
    table = Table(columns, rows, first_column_names_row=True)
    return (Heading(2, "Put right after the meeting"), table) if rows else ()


def _history(facts: PlanFacts) -> Blocks:
    rows = tuple(
        Row(cells(f"{item.number}. {item.kind}", day_words(item.held_on), item.words))
        for item in facts.history
    )
    columns = (Column("Meeting", 2.4), Column("Day", 2), Column("What came of it", 5))
    table = Table(columns, rows, first_column_names_row=True)
    return (Heading(2, "Earlier meetings"), table) if rows else ()
