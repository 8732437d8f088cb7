"""The next meeting for people's calendars: with the place for the team, plain for the family."""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.errors import UserError
from taf_desktop.exchange.calendar_file import CalendarEvent, calendar_file
from taf_desktop.model.family import ProtectedFact
from taf_desktop.model.meeting import Meeting
from taf_desktop.services.actions import day_of
from taf_desktop.services.people import team_people
from taf_desktop.services.readers import VENUE
from taf_desktop.services.records import living, one
from taf_desktop.store.atomic import write_atomically

USUAL_MINUTES = 60


@dataclass(frozen=True, kw_only=True)
class ForCalendars:
    """A file for calendars: its bytes, a name that names nobody, and whether it says where."""

    content: bytes
    file_name: str
    has_place: bool


def next_meeting_file(
    session: Session, meeting_id: UUID, now: datetime, *, for_team: bool
) -> ForCalendars:
    """The meeting that is to follow, as a file; the family's calendars are seen by many eyes.

    The place is left out when one of the team must not learn it.
    """
    meeting = one(session, Meeting, meeting_id)
    day = day_of(meeting.next_on)
    if day is None:
        raise UserError(
            "There is no file for calendars yet.",
            "Fill in the day of the next meeting first.",
        )
    place = (meeting.next_place or meeting.place or "").strip() if for_team else ""
    if place and _is_kept_from_team(session, meeting.family_id):
        place = ""
    event = CalendarEvent(
        meeting_id=meeting.id,
        day=day,
        starts=time_of(meeting.next_at),
        minutes=meeting.minutes or USUAL_MINUTES,
        place=place,
        made_at=now.astimezone(UTC),
    )
    return ForCalendars(
        content=calendar_file(event),
        file_name=f"meeting {day.isoformat()}.ics",
        has_place=bool(place),
    )


def write_for_calendars(file: ForCalendars, path: Path) -> None:
    """Write the file, whole or not at all."""
    try:
        write_atomically(path, file.content)
    except OSError:
        path.with_name(f"{path.name}.part").unlink(missing_ok=True)
        raise UserError(
            "The file for calendars was not saved.",
            "The folder cannot be written, or it is full. Choose another folder and save again.",
        ) from None


def time_of(text: str | None) -> time | None:
    """A time as it is typed ("15:30", "9.15"), or None when it is none."""
    try:
        return datetime.strptime((text or "").strip().replace(".", ":"), "%H:%M").time()
    except ValueError:
        return None


def _is_kept_from_team(session: Session, family_id: UUID) -> bool:
    team = {person.id for person in team_people(session, family_id)}
    facts = living(session, ProtectedFact, family_id=family_id, fact=VENUE)
    return any(row.person_id in team for row in facts)
