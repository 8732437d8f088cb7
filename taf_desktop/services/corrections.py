"""What was put right in a plan after its meeting: both wordings, who did it, and when."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from taf_desktop.model.audience import Audience, Level
from taf_desktop.model.base import Record
from taf_desktop.model.meeting import APART, Action, Attendance, Meeting
from taf_desktop.model.views import Disagreement, ScaleMark, Statement
from taf_desktop.packs.pack import Pack
from taf_desktop.services.allowing import Allowing
from taf_desktop.services.concerning import behind
from taf_desktop.services.people import spoken_name
from taf_desktop.services.readers import may_learn
from taf_desktop.services.records import living
from taf_desktop.services.wordings import Wordings
from taf_desktop.store.journal import Change, Step

GONE = "Taken away"

_WORDS_OF: Mapping[type[Record], str] = {Statement: "text", Disagreement: "text", Action: "what"}
_FIELDS: Mapping[type[Record], frozenset[str]] = {
    Statement: frozenset({"text"}),
    Disagreement: frozenset({"text"}),
    Action: frozenset({"what", "who_id"}),
    ScaleMark: frozenset({"value", "why_not_lower", "one_higher"}),
}
"""What stands in minutes; how an action goes on is no correction."""

_RECORDS = [
    *(kind.__tablename__ for kind in _FIELDS),
    Meeting.__tablename__,
    Attendance.__tablename__,
]

_NOT_INVITED = "not_invited"
"""Why somebody was not invited, and that it is so, is for the team."""

_WHO_MAY_SEE_IT = ("audience", "notes_audience")

Pair = tuple[Step, Change]


@dataclass(frozen=True, kw_only=True)
class Correction:
    """One thing that was put right: which, its words before and after, who did it, and when."""

    what: str
    old: str
    new: str
    who: str
    at: datetime


def corrections(
    journal: Session,
    allowing: Allowing,
    meeting: Meeting,
    pack: Pack,
    until: date | None = None,
) -> list[Correction]:
    """What was changed between finishing a meeting and planning the next one, the oldest first.

    Only what these readers may see; somebody outside the plan reads none of it. What was changed
    and changed back is not told.
    """
    if allowing.is_outside:
        return []
    start, end = _span(journal, meeting)
    if start is None:
        return []
    pairs = list(_pairs(journal, meeting, (start, end), until))
    names = {str(one.id): spoken_name(one) for one in allowing.people.values()}
    earlier = _earlier_audiences(journal, meeting, start)
    spoke = _earlier_speakers(journal, meeting, start)
    telling = _Telling(journal, allowing, meeting, pack, Wordings(pack, names), earlier, spoke)
    ends: dict[tuple[UUID, str], tuple[Change, Pair]] = {}
    for step, change in pairs:
        key = (change.record_id, change.field)
        ends[key] = (ends[key][0] if key in ends else change, (step, change))
    new = {change.record_id for _, change in pairs if change.field == "id"}
    told = (telling.of(first, last) for first, last in ends.values() if first.record_id not in new)
    return sorted((one for one in told if one is not None), key=lambda one: one.at)


def _pairs(
    journal: Session, meeting: Meeting, span: tuple[str, str | None], until: date | None
) -> Iterator[Pair]:
    start, end = span
    query = (
        select(Step, Change)
        .join(Change, Change.step_id == Step.id)
        .where(Step.family_id == meeting.family_id, Step.hlc > start)
        .where(Change.record.in_(_RECORDS))
        .order_by(Step.hlc, Change.id)
    )
    if end is not None:
        query = query.where(Step.hlc < end)
    if until is not None:
        query = query.where(Step.at < (until + timedelta(days=1)).isoformat())
    yield from ((step, change) for step, change in journal.execute(query))


def _earlier_audiences(
    journal: Session, meeting: Meeting, start: str
) -> Mapping[UUID, Sequence[Audience]]:
    """Who might see each record at any time since, where that was changed, up to this day."""
    query = (
        select(Change)
        .join(Step, Change.step_id == Step.id)
        .where(Step.family_id == meeting.family_id, Step.hlc > start)
        .where(Change.field.in_(_WHO_MAY_SEE_IT))
    )
    found: dict[UUID, list[Audience]] = {}
    for change in journal.scalars(query):
        stored = [one for one in (change.old, change.new) if one is not None]
        found.setdefault(change.record_id, []).extend(map(Audience.from_json, stored))
    return found


def _earlier_speakers(journal: Session, meeting: Meeting, start: str) -> Mapping[UUID, Set[UUID]]:
    """Whose words a record held before it was said otherwise whose, or how exact, they are."""
    query = (
        select(Change)
        .join(Step, Change.step_id == Step.id)
        .where(Step.family_id == meeting.family_id, Step.hlc > start)
        .where(Change.record == Statement.__tablename__)
        .where(Change.field.in_(("said_by", "exact_words")))
    )
    found: dict[UUID, set[UUID]] = {}
    for change in journal.scalars(query):
        row = journal.get(Statement, change.record_id)
        said = change.old if change.field == "said_by" else (row.said_by if row else ())
        found.setdefault(change.record_id, set()).update(map(UUID, said or ()))
    return found


def _span(journal: Session, meeting: Meeting) -> tuple[str | None, str | None]:
    """The stamps of the steps that first finished a meeting and that made the next one."""
    later = {
        row.id
        for row in living(journal, Meeting, family_id=meeting.family_id)
        if row.number > meeting.number
    }
    query = (
        select(Step.hlc, Change)
        .join(Change, Change.step_id == Step.id)
        .where(Change.record == Meeting.__tablename__, Change.field.in_(("finished_at", "id")))
        .where(Change.record_id.in_({meeting.id, *later}))
        .order_by(Step.hlc)
    )
    found = [(hlc, change) for hlc, change in journal.execute(query)]
    finished = (
        hlc for hlc, one in found if one.record_id == meeting.id and one.field != "id" and one.new
    )
    made = (hlc for hlc, one in found if one.record_id in later and one.field == "id")
    return next(finished, None), next(made, None)


@dataclass(frozen=True)
class _Telling:
    """Says of a change what it put right, where the readers may know it."""

    journal: Session
    allowing: Allowing
    meeting: Meeting
    pack: Pack
    wordings: Wordings
    earlier: Mapping[UUID, Sequence[Audience]]
    spoke: Mapping[UUID, Set[UUID]]

    def of(self, first: Change, last: Pair) -> Correction | None:
        """From the first change of one answer to the last; None where there is nothing to tell."""
        step, change = last
        if first.old == change.new:
            return None
        words = self._words(first, change)
        if words is None or words[1] == words[2]:
            return None
        what, old, new = words
        at = datetime.fromisoformat(step.at)
        return Correction(what=what, old=old, new=new, who=step.who, at=at)

    def _words(self, first: Change, last: Change) -> tuple[str, str, str] | None:
        if first.record == Meeting.__tablename__:
            return self._of_meeting(first, last)
        if first.record == Attendance.__tablename__:
            return self._of_somebody(first, last)
        kind = next((one for one in _FIELDS if one.__tablename__ == first.record), None)
        row = self.journal.get(kind, first.record_id) if kind is not None else None
        if kind is None or row is None or not self._may_see(row):
            return None
        if first.field == "deleted_at":
            return (GONE, getattr(row, _WORDS_OF[kind]), "") if kind in _WORDS_OF else None
        if first.field in _FIELDS[kind] and first.old not in (None, ""):
            return None if self._stays(row, first.field) else self._both(first, last)
        return None

    def _may_see(self, row: Record) -> bool:
        of_other = isinstance(row, ScaleMark) and row.meeting_id != self.meeting.id
        rows = (row, *behind(self.journal, row))
        return not of_other and all(map(self._may_read, rows))

    def _stays(self, row: Record, field: str) -> bool:
        """Whether it is why somebody gave a number, in words that stay with them."""
        is_why = isinstance(row, ScaleMark) and field != "value"
        return is_why and self.allowing.keeps_words(row.person_id)  # type: ignore[attr-defined]

    def _may_read(self, row: Record) -> bool:
        audience: Audience = row.audience  # type: ignore[attr-defined]  # each kind has one
        spoke = self.spoke.get(row.id, ())
        return (
            self.allowing.may_read(row)
            and self._ever(row.id, audience)
            and not any(map(self.allowing.keeps_words, spoke))
        )

    def _ever(self, record_id: UUID, audience: Audience) -> bool:
        """Whether the readers may see it, and might all the time: an old wording is of then."""
        return all(map(self.allowing.may_see, (audience, *self.earlier.get(record_id, ()))))

    def _of_meeting(self, first: Change, last: Change) -> tuple[str, str, str] | None:
        """An answer about this very meeting, where its question is for these readers."""
        key = first.field.rsplit("/", 1)[-1]
        field = next((one for one in self.pack.forms["meeting"].fields if one.key == key), None)
        if first.record_id != self.meeting.id or field is None:
            return None
        hidden = bool(field.protects) and not may_learn(self.allowing.readers, field.protects)
        is_for_team = Level(field.audience) is not Level.EVERYONE
        if hidden or (is_for_team and not self.allowing.is_for_team):
            return None
        if key == "notes" and not self._ever(self.meeting.id, self.meeting.notes_audience):
            return None
        return self._both(first, last)

    def _of_somebody(self, first: Change, last: Change) -> tuple[str, str, str] | None:
        """Who was here, where it was said otherwise."""
        row = self.journal.get(Attendance, first.record_id)
        if first.field != "state" or row is None or row.meeting_id != self.meeting.id:
            return None
        name = self.allowing.name(row.person_id)
        if _NOT_INVITED in (first.old, last.new) and not self.allowing.is_for_team:
            return None
        if not name or not self.allowing.may_see(row.audience):
            return None
        words = self.pack.lists["heard" if self.meeting.kind == APART else "attendance"]
        return name, words.label(first.old), words.label(last.new)

    def _both(self, first: Change, last: Change) -> tuple[str, str, str] | None:
        before, after = self.wordings.of(first), self.wordings.of(last)
        if before is None or after is None:
            return None
        return before.label, before.old, after.new
