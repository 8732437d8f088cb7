"""The plan as it stood at the end of an earlier day, in words, with the wordings before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from taf_desktop.documents.needs import PLAN, Part
from taf_desktop.documents.plan_facts import PlanFacts
from taf_desktop.model.audience import Reader, Standing
from taf_desktop.model.meeting import Meeting
from taf_desktop.services.allowing import Allowing
from taf_desktop.services.copy import Copy
from taf_desktop.services.desk import Desk
from taf_desktop.services.meetings import meetings_of
from taf_desktop.services.past_words import PastPart, parts_of
from taf_desktop.services.people import family_people, team_people
from taf_desktop.services.plan_gathering import gather
from taf_desktop.services.plan_readers import usual_meeting
from taf_desktop.services.records import one
from taf_desktop.services.rewordings import Rewording, rewordings
from taf_desktop.store.family_rows import rows_of
from taf_desktop.store.journal import Step
from taf_desktop.store.past import as_at, changes_until


@dataclass(frozen=True, kw_only=True)
class PastPlan:
    """A plan as it stood on a day; no parts where nothing was written by then."""

    day: date
    parts: tuple[PastPart, ...]


class Past:
    """Reading what stood here before; nothing is ever changed by it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def first_day(self, family_id: UUID) -> date:
        """The day on which the first thing was written about a family."""
        with self._desk.store.read() as session:
            steps = select(Step.at).where(Step.family_id == family_id).order_by(Step.hlc)
            first = session.scalars(steps.limit(1)).first()
        return datetime.fromisoformat(first).date() if first else self._desk.today

    def meetings(self, family_id: UUID, day: date) -> list[Meeting]:
        """The meetings that were planned or held by the end of a day, the first one first."""
        with (
            self._desk.store.read() as session,
            as_at(session, family_id, day) as past,
        ):
            return meetings_of(past, family_id)

    def usual_meeting(self, family_id: UUID, day: date) -> UUID | None:
        """The meeting whose plan was in force at the end of a day."""
        with (
            self._desk.store.read() as session,
            as_at(session, family_id, day) as past,
        ):
            return usual_meeting(past, family_id)

    def plan(self, family_id: UUID, day: date) -> PastPlan:
        """The plan at the end of a day, as whoever is at the desk may read it: everything."""
        with self._desk.store.read() as session:
            reworded = _reworded(session, family_id, day)
            with as_at(session, family_id, day) as past:
                facts = self._facts(past, session, family_id, day)
        parts = parts_of(facts, reworded, self._desk.pack.columns) if facts is not None else ()
        return PastPlan(day=day, parts=parts)

    def _facts(self, past: Session, now: Session, family_id: UUID, day: date) -> PlanFacts | None:
        if not any(True for _row in rows_of(past, family_id)):
            return None
        meeting_id = usual_meeting(past, family_id)
        copy = Copy(
            allow=_everything(past, family_id, self._desk.owner_id),
            pack=self._desk.pack,
            meeting=one(past, Meeting, meeting_id) if meeting_id else None,
            today=day,
            journal=now,
            until=day,
        )
        needs = PLAN if meeting_id else frozenset({Part.VIEWS, Part.ALL_ACTIONS, Part.SHARING})
        return gather(copy, needs, version="", reader="", practice=False)


def _everything(past: Session, family_id: UUID, owner_id: UUID) -> Allowing:
    around = family_people(past, family_id) + team_people(past, family_id)
    return Allowing(
        session=past,
        family_id=family_id,
        readers=[Reader(person_id=owner_id, standing=Standing.TEAM, is_lead=True)],
        people={person.id: person for person in around},
    )


def _reworded(session: Session, family_id: UUID, day: date) -> Sequence[Rewording]:
    ids = [row.id for row in rows_of(session, family_id)]
    return rewordings(changes_until(session, ids, day))
