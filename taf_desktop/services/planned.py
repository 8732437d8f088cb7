"""What a meeting that is planned knows already: from the one before, and who is around."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.model.family import ProtectedFact
from taf_desktop.model.meeting import APART, Attendance, Meeting
from taf_desktop.services.desk import Desk
from taf_desktop.services.people import family_people, team_people
from taf_desktop.services.readers import VENUE
from taf_desktop.services.records import living

FIRST, REVIEW, CLOSING = "first", "review", "closing"


def words_of(meeting: Meeting) -> str:
    """What the history says of planning it."""
    if meeting.kind == APART:
        return "Begin a review without a meeting"
    return "Add the first meeting" if meeting.number == 1 else "Add a meeting"


def planned(desk: Desk, family_id: UUID, kind: str | None, before: Sequence[Meeting]) -> Meeting:
    """The first meeting, or one that goes on from the last."""
    last = before[-1] if before else None
    meeting = Meeting(
        family_id=family_id,
        kind=kind or (REVIEW if before else FIRST),
        number=last.number + 1 if last else 1,
        held_on=last.next_on if last else None,
        starts_at=last.next_at if last else None,
        place=(last.next_place or last.place) if last else None,
        place_kind=last.place_kind if last else None,
        chair_id=last.chair_id if last else desk.owner_id,
        notes_by_id=last.notes_by_id if last else None,
        pack_id=desk.pack.id,
        pack_version=desk.pack.version,
    )
    return _apart(desk, meeting) if meeting.kind == APART else meeting


def _apart(desk: Desk, meeting: Meeting) -> Meeting:
    """Of today, by whoever is at the desk; a day that was agreed for later still stands."""
    if meeting.held_on and meeting.held_on > desk.today_text:
        meeting.next_on, meeting.next_at = meeting.held_on, meeting.starts_at
    meeting.held_on, meeting.starts_at = desk.today_text, None
    meeting.next_place, meeting.place, meeting.place_kind = meeting.place, None, None
    meeting.chair_id = desk.owner_id
    return meeting


def around(session: Session, family_id: UUID, before: Sequence[Meeting]) -> dict[UUID, str | None]:
    """Everybody around the family, with the reason for not being invited where there is one.

    Whoever was not invited last time, or must not learn where a meeting is, is not invited.
    """
    reasons: dict[UUID, str] = {
        row.person_id: row.reason or ""
        for row in living(session, ProtectedFact, family_id=family_id, fact=VENUE)
    }
    if before:
        rows = living(session, Attendance, meeting_id=before[-1].id)
        reasons |= {row.person_id: row.note or "" for row in rows if row.state == "not_invited"}
    people = family_people(session, family_id) + team_people(session, family_id)
    return {person.id: reasons.get(person.id) for person in people if person.kind != "unborn"}
