"""Whose copy a plan usually is, and of which meeting: what a person finds chosen already."""

from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.documents.needs import Usual
from taf_desktop.model.family import Person, ProtectedFact
from taf_desktop.model.meeting import APART, CAME, Attendance, Meeting
from taf_desktop.services.meetings import meetings_of
from taf_desktop.services.people import family_people, team_people
from taf_desktop.services.records import living

TOOK_PART = CAME | {"apologies", "report_sent", "substitute"}
ASKED = frozenset({"invited"})


def usual_meeting(session: Session, family_id: UUID, *, next_one: bool = False) -> UUID | None:
    """The last meeting that was held; the first to come when none was; None without any.

    With `next_one` the first that was not held yet comes before those that were; nobody is invited
    to a review without a meeting.
    """
    meetings = meetings_of(session, family_id)
    came = {
        row.meeting_id
        for row in living(session, Attendance, family_id=family_id)
        if row.state in CAME
    }
    held = [row.id for row in meetings if row.finished_at or row.id in came]
    to_come = [row.id for row in meetings if row.id not in held and row.kind != APART]
    if next_one and to_come:
        return to_come[0]
    if held:
        return held[-1]
    return meetings[0].id if meetings else None


def usual_readers(session: Session, meeting: Meeting, usual: Usual) -> list[UUID]:
    """Who usually has a document; before a meeting, those of them who were asked.

    Nobody from whom something is kept is among them: a copy for them is a choice of its own.
    """
    rows = living(session, Attendance, meeting_id=meeting.id)
    states = {row.person_id: row.state for row in rows}
    wanted = ASKED if CAME.isdisjoint(states.values()) else _CAME_OR_MORE[usual]
    kept_from = {
        row.person_id for row in living(session, ProtectedFact, family_id=meeting.family_id)
    }
    found = [
        person.id
        for person in _around(session, meeting.family_id, usual)
        if states.get(person.id) in wanted and person.id not in kept_from
    ]
    return found[:1] if usual is Usual.CHILD else found


_CAME_OR_MORE = {
    Usual.FAMILY: CAME,
    Usual.ADULTS: CAME,
    Usual.CHILD: CAME,
    Usual.TEAM: TOOK_PART,
    Usual.EVERYBODY: TOOK_PART,
    Usual.NOBODY: frozenset[str](),
}


def _around(session: Session, family_id: UUID, usual: Usual) -> list[Person]:
    family, team = family_people(session, family_id), team_people(session, family_id)
    return {
        Usual.FAMILY: family,
        Usual.ADULTS: [person for person in family if person.kind == "adult"],
        Usual.CHILD: [person for person in family if person.kind == "child"],
        Usual.TEAM: team,
        Usual.EVERYBODY: family + team,
        Usual.NOBODY: [],
    }[usual]


def usual_without_meeting(
    session: Session, family_id: UUID, usual: Usual, *, is_chosen: bool = False
) -> list[UUID]:
    """Who usually has a document before there is any meeting: the family's adults, if anybody.

    Others where somebody chose that kind of reader.
    """
    kept_from = {row.person_id for row in living(session, ProtectedFact, family_id=family_id)}
    wanted = is_chosen or usual is Usual.ADULTS
    around = _around(session, family_id, usual) if wanted else []
    found = [one.id for one in around if one.id not in kept_from and one.kind != "unborn"]
    return found[:1] if usual is Usual.CHILD else found
