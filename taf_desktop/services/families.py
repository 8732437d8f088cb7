"""The families at this desk: adding one, and the line each has on the home page."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from taf_desktop.model.episode import Assessment, Episode
from taf_desktop.model.family import Family, Involvement, Person
from taf_desktop.model.keeping import Erasure
from taf_desktop.model.meeting import Action, Meeting
from taf_desktop.packs.dates import age_on, day_words
from taf_desktop.services.actions import day_of, days_late
from taf_desktop.services.desk import Desk
from taf_desktop.services.meetings import meetings_of
from taf_desktop.services.people import IN_NAMES, in_family_order, spoken_name
from taf_desktop.services.records import by_family, living, living_in_part, one


@dataclass(frozen=True, kw_only=True)
class FamilyLine:
    """A family on the home page: who, what comes next and when, and what is late, in words."""

    family: Family
    children: str
    lead: str
    next_words: str
    next_on: date | None
    status: str
    tone: str


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One step on a family's way: "Request 5 Jan", done or where we are."""

    words: str
    state: str
    page: str


class Families:
    """Everything about families as a whole."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, name: str) -> Family:
        """Add a family with its request, led by whoever is at the desk."""
        with self._desk.store.read() as session:
            reference = _next_reference(session, self._desk.today)
        family = Family(
            name=name.strip(),
            reference=reference,
            pack_id=self._desk.pack.id,
            pack_version=self._desk.pack.version,
            added_on=self._desk.today_text,
        )
        with self._desk.store.write("Add a family", family.id) as session:
            session.add(family)
            session.flush()
            family.lead_id = self._desk.owner_id
            session.add(Episode(family_id=family.id, policy=self._desk.pack.policy()))
            session.add(
                Involvement(
                    family_id=family.id,
                    person_id=self._desk.owner_id,
                    part="lead",
                    since=self._desk.today_text,
                )
            )
        return family

    def one(self, family_id: UUID) -> Family:
        """One family by id."""
        with self._desk.store.read() as session:
            return one(session, Family, family_id)

    def save(self, family_id: UUID, changes: dict[str, object]) -> Family:
        """Save answers about the family as a whole."""
        with self._desk.store.write("Change the family", family_id) as session:
            family = one(session, Family, family_id)
            for key, value in changes.items():
                setattr(family, key, value)
        return family

    def take_away(self, family_id: UUID) -> None:
        """Take a family off the list; undo brings it back."""
        with self._desk.store.write("Take a family away", family_id) as session:
            one(session, Family, family_id).deleted_at = self._desk.now_text

    def lines(self) -> list[FamilyLine]:
        """Every family, those with something due next first."""
        with self._desk.store.read() as session:
            families = living(session, Family)
            known = _Known(session)
        found = [self._line(family, known) for family in families]
        return sorted(
            found, key=lambda line: (line.next_on or date.max, line.family.name.casefold())
        )

    def _line(self, family: Family, known: "_Known") -> FamilyLine:
        lead = known.professionals.get(family.lead_id) if family.lead_id else None
        next_words, next_on = _next(family, known)
        status, tone = self._status(family, known)
        return FamilyLine(
            family=family,
            children=children_words(known.people[family.id], self._desk.today),
            lead="you" if family.lead_id == self._desk.owner_id else _lead_words(lead),
            next_words=next_words,
            next_on=next_on,
            status=status,
            tone=tone,
        )

    def _status(self, family: Family, known: "_Known") -> tuple[str, str]:
        late = [one_ for one_ in known.actions[family.id] if days_late(one_, self._desk.today) > 0]
        if late:
            return ("1 action late" if len(late) == 1 else f"{len(late)} actions late"), "late"
        if known.episodes[family.id][-1].closed_on:
            return "closed", "info"
        assessments = known.assessments[family.id]
        if assessments and not assessments[-1].completed_on:
            return "assessment started", "info"
        if not known.meetings[family.id]:
            return ("ready for a first meeting" if assessments else "new"), "info"
        return "on track", "done"

    def stages(self, family_id: UUID) -> list[Stage]:
        """The way from the request to the closing, and where the family is on it."""
        with self._desk.store.read() as session:
            episode = living(session, Episode, family_id=family_id)[-1]
            assessments = living(session, Assessment, family_id=family_id)
            meetings = meetings_of(session, family_id)
        done = assessments[-1].completed_on if assessments else None
        steps: list[tuple[str, str | None, str]] = [
            ("Request", episode.received_at, "request"),
            ("Assessment", done, "assessment"),
        ]
        steps += [
            (_stage_words(row), row.held_on if row.finished_at else None, "meetings")
            for row in meetings
        ]
        if not meetings:
            steps.append(("First meeting", None, "meetings"))
        steps.append(("Closing", episode.closed_on, "meetings"))
        return _with_states(steps)


_OF_PERSON = (*IN_NAMES, Person.family_id, Person.birth_date, Person.position)
_OF_MEETING = (
    Meeting.family_id, Meeting.kind, Meeting.number, Meeting.held_on, Meeting.starts_at,
    Meeting.next_on, Meeting.finished_at,
)  # fmt: skip
_OF_ACTION = (Action.family_id, Action.by_when, Action.status)
_OF_EPISODE = (Episode.family_id, Episode.closed_on)
_OF_ASSESSMENT = (Assessment.family_id, Assessment.completed_on)


class _Known:
    """What the lines of all families are made of, read once for all of them, by family."""

    def __init__(self, session: Session) -> None:
        everyone = living_in_part(session, Person, *_OF_PERSON)
        everyone.sort(key=lambda person: person.position)
        self.people = by_family(in_family_order(everyone))
        self.professionals = {person.id: person for person in everyone if person.is_professional}
        meetings = living_in_part(session, Meeting, *_OF_MEETING)
        self.meetings = by_family(sorted(meetings, key=lambda row: row.number))
        self.actions = by_family(living_in_part(session, Action, *_OF_ACTION))
        self.episodes = by_family(living_in_part(session, Episode, *_OF_EPISODE))
        self.assessments = by_family(living_in_part(session, Assessment, *_OF_ASSESSMENT))


def _next(family: Family, known: _Known) -> tuple[str, date | None]:
    meetings = known.meetings[family.id]
    planned = [row for row in meetings if row.finished_at is None and day_of(row.held_on)]
    if planned:
        return _meeting_words(planned[0]), day_of(planned[0].held_on)
    if meetings and (on := day_of(meetings[-1].next_on)) is not None:
        return f"meeting {meetings[-1].number + 1}", on
    if any(row.completed_on for row in known.assessments[family.id]):
        return "first meeting to be set", None
    return "no meeting yet", None


def children_words(people: list[Person], today: date) -> str:
    """The children with their ages: "El 9, Finn 4, Baby"."""
    return ", ".join(_child_words(person, today) for person in people if person.is_child)


def _child_words(person: Person, today: date) -> str:
    age = age_on(person.birth_date or "", today)
    return person.short_name if age is None else f"{person.short_name} {age}"


def _lead_words(lead: Person | None) -> str:
    return spoken_name(lead) if lead else "nobody yet"


def _meeting_words(meeting: Meeting) -> str:
    what = {"first": "first meeting", "closing": "closing meeting"}.get(
        meeting.kind, f"review {meeting.number - 1}"
    )
    parts = [meeting.starts_at or "", what]
    return ", ".join(part for part in parts if part)


def _stage_words(meeting: Meeting) -> str:
    return {"first": "First meeting", "closing": "Closing meeting"}.get(
        meeting.kind, f"Review {meeting.number - 1}"
    )


def _with_states(steps: list[tuple[str, str | None, str]]) -> list[Stage]:
    stages, found_now = [], False
    for words, when, page in steps:
        on = day_of((when or "")[:10])
        if on is not None:
            stages.append(Stage(words=f"{words} {day_words(on)}", state="done", page=page))
        elif not found_now:
            found_now = True
            stages.append(Stage(words=words, state="now", page=page))
        else:
            stages.append(Stage(words=words, state="later", page=page))
    return stages


def _next_reference(session: Session, today: date) -> str:
    # A reference that was erased is not given again: a certificate names it.
    known = [
        reference
        for column in (Family.reference, Erasure.reference)
        for reference in session.scalars(select(column))
    ]
    year = f"{today.year}-"
    numbers = [int(text.rsplit("-", 1)[1]) for text in known if text.startswith(f"TAF-{year}")]
    return f"TAF-{year}{max(numbers, default=0) + 1:04d}"
