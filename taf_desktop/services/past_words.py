"""What stood in a plan, as lines that can be read: a part for each heading."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from taf_desktop.documents.agreement_blocks import answer_words, given_words
from taf_desktop.documents.plan_facts import (
    ActionFacts,
    GoalFacts,
    MarkFacts,
    PersonFacts,
    PlanFacts,
    StatementFacts,
    When,
)
from taf_desktop.model.views import NEEDS_TO_HAPPEN, WORKING_WELL, WORRIED
from taf_desktop.packs.dates import long_day_words
from taf_desktop.packs.pack import Column
from taf_desktop.services.rewordings import Rewording


@dataclass(frozen=True, kw_only=True)
class PastLine:
    """One thing that stood there: its words, what belongs to it, and its earlier words."""

    words: str
    aside: str = ""
    under: tuple[str, ...] = ()
    reworded: Rewording | None = None


@dataclass(frozen=True, kw_only=True)
class PastPart:
    """A heading with what stood under it."""

    title: str
    lines: tuple[PastLine, ...]


def parts_of(
    facts: PlanFacts, reworded: Sequence[Rewording], columns: Sequence[Column]
) -> tuple[PastPart, ...]:
    """The whole plan, part by part; a part in which nothing stood is left out.

    The columns of the pack say what their parts are called.
    """
    titles = {column.id: column.title for column in columns}
    by_words = {one.now.words: one for one in reworded}
    told: Mapping[str, Iterable[PastLine]] = {
        "Meeting": _meeting(facts),
        titles[WORRIED]: _said(facts.worried, by_words),
        titles[WORKING_WELL]: _said(facts.working_well, by_words),
        "Goals and everybody’s number": _goals(facts.goals, by_words),
        titles[NEEDS_TO_HAPPEN]: _said(facts.needs_to_happen, by_words),
        "Who does what by when": _actions(facts.actions, by_words),
        "Who agreed to the plan": (
            PastLine(
                words=_joined(": ", one.who, answer_words(one)),
                aside=_joined(" · ", given_words(one), one.reason),
            )
            for one in facts.agreement
        ),
        "Who may be told what": (
            PastLine(
                words=_joined(": ", one.who, one.words),
                aside=_joined(", ", _day(one.agreed_on), one.limits),
            )
            for one in facts.sharing
        ),
    }
    parts = (PastPart(title=title, lines=tuple(lines)) for title, lines in told.items())
    return tuple(part for part in parts if part.lines)


def _meeting(facts: PlanFacts) -> Iterable[PastLine]:
    meeting, coming = facts.meeting, facts.next_meeting
    if not meeting.kind:
        return
    yield PastLine(
        words=_joined(", ", meeting.kind.capitalize(), _day(meeting.held_on), meeting.starts_at),
        aside=meeting.place,
    )
    for label, people in (
        ("Here", meeting.here),
        ("Invited", meeting.asked),
        ("Sent apologies or a report", meeting.apologies),
        ("No reply", meeting.no_reply),
        ("Not asked" if meeting.is_apart else "Not invited", meeting.not_invited),
        *((one.how, one.people) for one in meeting.heard),
    ):
        if people:
            yield PastLine(words=f"{label}: {_names(people)}")
    if facts.decisions:
        yield PastLine(words=f"Decided: {', '.join(facts.decisions)}")
    if coming is not None:
        next_one = _joined(", ", _day(coming.held_on), coming.starts_at)
        yield PastLine(words=f"Next meeting: {next_one}", aside=coming.place)


def _said(
    statements: Sequence[StatementFacts], by_words: Mapping[str, Rewording]
) -> Iterable[PastLine]:
    for one in statements:
        yield PastLine(
            words=f"“{one.text}”" if one.exact_words else one.text,
            aside=_joined(" · ", _listed(one.said_by), one.category),
            under=tuple(
                f"{seen.who} sees it differently: “{seen.words}”" for seen in one.seen_differently
            ),
            reworded=by_words.get(one.text),
        )


def _goals(goals: Sequence[GoalFacts], by_words: Mapping[str, Rewording]) -> Iterable[PastLine]:
    for goal in goals:
        occasions = goal.scale.occasions if goal.scale else ()
        yield PastLine(
            words=goal.text,
            under=tuple(
                f"{_day(one.held_on)}: {', '.join(_mark(mark) for mark in one.marks)}"
                for one in occasions
            ),
            reworded=by_words.get(goal.text),
        )


def _mark(mark: MarkFacts) -> str:
    return f"{mark.person} {mark.words or 'no number' if mark.number is None else mark.number}"


def _actions(
    actions: Sequence[ActionFacts], by_words: Mapping[str, Rewording]
) -> Iterable[PastLine]:
    for one in actions:
        by_when = f"by when: {one.by_when}" if one.by_when else ""
        yield PastLine(
            words=f"{one.number}. {one.what}",
            aside=_joined(" · ", one.who, by_when, one.status, one.late),
            under=tuple(f"{_day(note.held_on)}: {note.words}" for note in one.history),
            reworded=by_words.get(one.what),
        )


def _names(people: Sequence[PersonFacts]) -> str:
    return ", ".join(person.name for person in people)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)


def _day(when: When) -> str:
    return when if isinstance(when, str) else long_day_words(when)


def _joined(by: str, *parts: str) -> str:
    return by.join(part for part in parts if part)
