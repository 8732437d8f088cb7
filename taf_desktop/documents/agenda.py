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
    hanging_sizes,
    last_panel,
    opening,
    part,
    when_and_where,
)
from taf_desktop.documents.languages import Language, language_of
from taf_desktop.documents.plan_facts import ActionFacts, PersonFacts, PlanFacts
from taf_desktop.documents.wording import clock_words, day_words

_SIZES = (13.5, 13.0, 12.5, 12.0, 11.5, 11.0)


def agenda(facts: PlanFacts) -> Document:
    """One page to send before a meeting."""
    language = language_of(facts.language)
    kind = language.label(facts.meeting.kind)
    family = language.say("the_family", name=facts.family_name)
    people = facts.meeting.asked or facts.meeting.here
    blocks = (
        opening(
            language.say("will_talk_about"), language.commas([kind, family] if kind else [family])
        ),
        *when_and_where(facts),
        *part(language.say("in_order"), *_parts(facts, language)),
        *part(language.say("asked_to_come"), *_people(people, language)),
        *part(language.say("from_last_plan"), *_open(facts.actions, language)),
        *part(language.say("how_we_talk"), _fair(language)),
        last_panel(facts, is_form=True),
    )
    title = language.say("agenda")
    return framed(
        facts, title, blocks, flowing_size=12.5, body_sizes=hanging_sizes(_SIZES, facts.language)
    )


def _fair(language: Language) -> BulletList:
    lines = (language.say("may_stop"), language.say("written_together"))
    return BulletList(tuple((paragraph(line),) for line in lines))


def _parts(facts: PlanFacts, language: Language) -> Blocks:
    """The parts with the time each begins, where the meeting's own time is known."""
    rows, passed = [], 0
    for number, item in enumerate(facts.agenda, start=1):
        begins = clock_words(facts.meeting.starts_at, passed)
        minutes = language.count("minutes", item.minutes) if item.minutes else ""
        title = f"{number}. {language.label(item.title)}"
        rows.append(Row(cells(strong(title), begins, minutes)))
        passed += item.minutes
    heads = (language.say("what"), language.say("from_time"), language.say("how_long"))
    columns = tuple(map(Column, heads, (6, 1.4, 2)))
    return (Table(columns, tuple(rows), first_column_names_row=True),) if rows else ()


def _people(people: tuple[PersonFacts, ...], language: Language) -> Blocks:
    names = tuple(
        (
            paragraph(
                strong(person.name),
                quiet(language.commas(["", person.role]) if person.role else ""),
            ),
        )
        for person in people
    )
    return (BulletList(names),) if names else ()


def _open(actions: tuple[ActionFacts, ...], language: Language) -> Blocks:
    items = tuple(
        (paragraph(action.what, quiet(_promised(action, language))),)
        for action in actions
        if not action.done
    )
    return (BulletList(items),) if items else ()


def _promised(action: ActionFacts, language: Language) -> str:
    known = (action.who, day_words(action.by_when, language))
    words = language.commas([one for one in known if one])
    return f" ({words})" if words else ""
