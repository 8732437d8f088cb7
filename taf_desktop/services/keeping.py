"""How long each family's record is kept by the council's rules, and what holds it longer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from taf_desktop.errors import UserError
from taf_desktop.model.episode import Assessment, Episode
from taf_desktop.model.family import Family, Person
from taf_desktop.model.issued import DocumentIssued, StoreInfo
from taf_desktop.model.keeping import LegalHold
from taf_desktop.model.meeting import Meeting
from taf_desktop.packs.dates import date_words
from taf_desktop.packs.retention import (
    BIRTH,
    CLOSING,
    COPIES,
    DECISION,
    FAMILY,
    PRACTICE,
    REQUEST,
    TITLES,
    Retention,
    latest_day,
)
from taf_desktop.services.desk import Desk
from taf_desktop.services.lookers import steps_of_looks
from taf_desktop.services.planned import CLOSING as CLOSING_MEETING
from taf_desktop.services.records import living, one
from taf_desktop.store.journal import Step

_OPEN = "Still open: nothing is counted until the help has ended."
_NO_RULE = "The council pack has no rule for this, so it is kept."
_UNKNOWN = {
    BIRTH: "It cannot be counted: a child’s date of birth is not known.",
    CLOSING: _OPEN,
    DECISION: "It cannot be counted: no decision on the request is written down.",
}


@dataclass(frozen=True, kw_only=True)
class KeptFamily:
    """A family with the last day on which it is kept, and why that day, in words.

    Without `ends_on` nothing can be counted yet; `rule` is the rule in words.
    """

    family_id: UUID
    name: str
    reference: str
    rule: str
    ends_on: date | None
    why: str
    is_over: bool
    hold: LegalHold | None = None

    @property
    def may_go(self) -> bool:
        """Whether its time has come and nothing holds it."""
        return self.is_over and self.hold is None


@dataclass(frozen=True, kw_only=True)
class _Counted:
    """One rule, the day it counts from, and why there is none."""

    rule: Retention
    start: date | None
    missing: str = ""

    @property
    def ends_on(self) -> date | None:
        return self.rule.ends(self.start) if self.start else None


class Keeping:
    """The rules, the families with their days, and holds; nothing goes by itself."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def rules(self) -> dict[str, Retention]:
        """What the council's rules are for, in words, and the rules."""
        return {TITLES[kind]: rule for kind, rule in self._desk.pack.retention.items()}

    def families(self) -> list[KeptFamily]:
        """Every family, those whose time came first at the top; also those off the list."""
        with self._desk.store.read() as session:
            found = [self._kept(session, family) for family in session.scalars(select(Family))]
        return sorted(found, key=lambda one_: (one_.ends_on or date.max, one_.name.casefold()))

    def of(self, family_id: UUID) -> KeptFamily:
        """One family with its day."""
        with self._desk.store.read() as session:
            return self._kept(session, one(session, Family, family_id))

    def hold(self, family_id: UUID, reason: str) -> None:
        """Say that a family's record must not be erased, and why."""
        if not reason.strip():
            raise UserError(
                "No hold was set.", "Write why the record must stay: somebody will ask one day."
            )
        hold = LegalHold(
            family_id=family_id,
            reason=reason.strip(),
            since=self._desk.today_text,
            set_by=self._desk.store.who,
        )
        with self._desk.store.write("Hold a record", family_id) as session:
            session.add(hold)

    def lift(self, family_id: UUID) -> None:
        """Say that nothing holds a family's record any more."""
        with self._desk.store.write("Lift the hold of a record", family_id) as session:
            for row in _holds(session, family_id):
                row.lifted_on = self._desk.today_text

    def _kept(self, session: Session, family: Family) -> KeptFamily:
        counted = list(self._counted(session, family))
        holds = _holds(session, family.id)
        ends_on, why = _when(counted)
        return KeptFamily(
            family_id=family.id,
            name=family.name,
            reference=family.reference,
            rule=counted[0].rule.words if counted else "",
            ends_on=ends_on,
            why=why,
            is_over=ends_on is not None and ends_on <= self._desk.today,
            hold=holds[-1] if holds else None,
        )

    def _counted(self, session: Session, family: Family) -> Iterable[_Counted]:
        """The rules that a family falls under, the one for its record first."""
        rules = self._desk.pack.retention
        if any(row.practice for row in living(session, StoreInfo)):
            kinds: Sequence[str] = (PRACTICE,)
        else:
            kinds = (
                FAMILY if _had_a_plan(session, family.id) else REQUEST,
                *((COPIES,) if living(session, DocumentIssued, family_id=family.id) else ()),
            )
        for kind in kinds:
            if kind in rules:
                yield _count(session, family.id, rules[kind], must_be_closed=kind == FAMILY)


def _count(session: Session, family_id: UUID, rule: Retention, *, must_be_closed: bool) -> _Counted:
    if must_be_closed and _closed_on(session, family_id) is None:
        return _Counted(rule=rule, start=None, missing=_OPEN)
    starts = {BIRTH: _youngest_born, CLOSING: _closed_on, DECISION: _decided_on}
    start = starts.get(rule.trigger, _changed_on)(session, family_id)
    return _Counted(rule=rule, start=start, missing=_UNKNOWN.get(rule.trigger, _OPEN))


def _when(counted: Sequence[_Counted]) -> tuple[date | None, str]:
    """The last of the days on which the rules end, and how it is counted."""
    for one_ in counted:
        if one_.ends_on is None:
            return None, one_.missing
    if not counted:
        return None, _NO_RULE
    last = max(counted, key=lambda one_: one_.ends_on or date.min)
    start = date_words(last.start.isoformat()) if last.start else ""
    return last.ends_on, f"{last.rule.words}, {start}."


def _had_a_plan(session: Session, family_id: UUID) -> bool:
    return bool(
        living(session, Meeting, family_id=family_id)
        or living(session, Assessment, family_id=family_id)
    )


def _holds(session: Session, family_id: UUID) -> list[LegalHold]:
    return [row for row in living(session, LegalHold, family_id=family_id) if not row.lifted_on]


def _youngest_born(session: Session, family_id: UUID) -> date | None:
    """The latest birth of a child; None when one of them is not known."""
    people = living(session, Person, family_id=family_id)
    born = [latest_day(one_.birth_date or one_.due_date) for one_ in people if one_.is_child]
    known = [day for day in born if day is not None]
    return max(known) if known and len(known) == len(born) else None


def _closed_on(session: Session, family_id: UUID) -> date | None:
    """The day on which the help ended last; None while it goes on."""
    closed = [latest_day(row.closed_on) for row in living(session, Episode, family_id=family_id)]
    if closed and closed[-1] is not None:
        return closed[-1]
    meetings = living(session, Meeting, family_id=family_id)
    last = max(meetings, key=lambda row: row.number, default=None)
    if last is None or last.kind != CLOSING_MEETING or not last.finished_at:
        return None
    return latest_day(last.held_on) or latest_day(last.finished_at)


def _decided_on(session: Session, family_id: UUID) -> date | None:
    days = [latest_day(row.decided_at) for row in living(session, Episode, family_id=family_id)]
    return days[-1] if days else None


def _changed_on(session: Session, family_id: UUID) -> date | None:
    theirs = Step.family_id == family_id, Step.id.not_in(steps_of_looks())
    newest = select(Step.at).where(*theirs).order_by(Step.hlc.desc()).limit(1)
    return latest_day(session.scalars(newest).first())
