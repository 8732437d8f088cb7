"""Whose copy a plan usually is, and of which meeting: what a person finds chosen already."""

from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.model.family import ProtectedFact
from taf_desktop.model.meeting import Attendance, Meeting
from taf_desktop.services.meetings import meetings_of
from taf_desktop.services.people import family_people, team_people
from taf_desktop.services.records import living

CAME = frozenset({"present"})
TOOK_PART = CAME | {"apologies", "report_sent", "substitute"}
ASKED = frozenset({"invited"})


def usual_meeting(session: Session, family_id: UUID) -> UUID | None:
    """The last meeting that was held; the first to come when none was; None without any."""
    meetings = meetings_of(session, family_id)
    came = {
        row.meeting_id for row in living(session, Attendance, family_id=family_id, state="present")
    }
    held = [row.id for row in meetings if row.finished_at or row.id in came]
    if held:
        return held[-1]
    return meetings[0].id if meetings else None


def usual_readers(session: Session, meeting: Meeting, *, for_family: bool) -> list[UUID]:
    """The family who came, or the team who took part; before a meeting, those who were asked.

    Nobody from whom something is kept is among them: a copy for them is a choice of its own.
    """
    rows = living(session, Attendance, meeting_id=meeting.id)
    states = {row.person_id: row.state for row in rows}
    took_part = CAME if for_family else TOOK_PART
    wanted = took_part if "present" in states.values() else ASKED
    around = (family_people if for_family else team_people)(session, meeting.family_id)
    kept_from = {
        row.person_id for row in living(session, ProtectedFact, family_id=meeting.family_id)
    }
    return [
        person.id
        for person in around
        if states.get(person.id) in wanted and person.id not in kept_from
    ]
