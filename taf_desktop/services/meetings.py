"""Meetings of the team around the family: who came, what was agreed, when we meet again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.model.base import Answer
from taf_desktop.model.meeting import Attendance, Meeting, PlanAgreement
from taf_desktop.services.corrections import Correction, corrections
from taf_desktop.services.desk import Desk
from taf_desktop.services.finishing import Missing, missing_from_meeting
from taf_desktop.services.kept_from import kept_from
from taf_desktop.services.kept_words import found_in
from taf_desktop.services.next_meeting import (
    ForCalendars,
    next_meeting_file,
    write_for_calendars,
)
from taf_desktop.services.planned import around, planned, words_of
from taf_desktop.services.records import living, one, put
from taf_desktop.services.room import Room, names_before, room_of
from taf_desktop.services.seen_together import seen_together
from taf_desktop.services.signing import Signing


@dataclass(frozen=True, kw_only=True)
class Finish:
    """What came of finishing a meeting: finished, or what is still missing."""

    missing: tuple[Missing, ...]

    @property
    def is_finished(self) -> bool:
        """Whether nothing was missing."""
        return not self.missing


def meetings_of(session: Session, family_id: UUID) -> list[Meeting]:
    """A family's meetings, the first one first."""
    return sorted(living(session, Meeting, family_id=family_id), key=lambda one_: one_.number)


class Meetings:
    """Everything about the meetings of a family."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, family_id: UUID) -> list[Meeting]:
        """A family's meetings, the first one first."""
        with self._desk.store.read() as session:
            return meetings_of(session, family_id)

    def one(self, meeting_id: UUID) -> Meeting:
        """One meeting by id."""
        with self._desk.store.read() as session:
            return one(session, Meeting, meeting_id)

    def earlier(self, meeting: Meeting) -> list[UUID]:
        """The ids of the meetings before this one, oldest first."""
        return [row.id for row in self.of(meeting.family_id) if row.number < meeting.number]

    def add(
        self, family_id: UUID, kind: str | None = None, changes: Mapping[str, Answer] | None = None
    ) -> Meeting:
        """Plan a meeting: the first, then reviews; everybody around the family is put on the list.

        A review carries the place and the people of the meeting before it. In a review without a
        meeting (APART) everybody waits to be asked, and it is of today.
        """
        with self._desk.store.read() as session:
            before = meetings_of(session, family_id)
        meeting = planned(self._desk, family_id, kind, before)
        put(meeting, changes or {})
        with self._desk.store.write(words_of(meeting), family_id) as session:
            session.add(meeting)
            session.flush()
            for person_id, reason in around(session, family_id, before).items():
                session.add(
                    Attendance(
                        family_id=family_id,
                        meeting_id=meeting.id,
                        person_id=person_id,
                        state="invited" if reason is None else "not_invited",
                        note=reason or None,
                    )
                )
        return meeting

    def start(self, family_id: UUID) -> Meeting:
        """Begin the first meeting, or a review, now: of today, and of this minute."""
        now = {"held_on": self._desk.today_text, "starts_at": f"{self._desk.clock():%H:%M}"}
        return self.add(family_id, changes=now)

    def save(self, meeting_id: UUID, changes: Mapping[str, Answer]) -> Meeting:
        """Save answers about a meeting."""
        with self._desk.store.read() as session:
            family_id = one(session, Meeting, meeting_id).family_id
        with self._desk.store.write("Change the meeting", family_id) as session:
            meeting = one(session, Meeting, meeting_id)
            put(meeting, changes)
        return meeting

    def take_away(self, meeting_id: UUID) -> None:
        """Take a meeting away that will not be held; undo brings it back."""
        with self._desk.store.read() as session:
            family_id = one(session, Meeting, meeting_id).family_id
        with self._desk.store.write("Take a meeting away", family_id) as session:
            one(session, Meeting, meeting_id).deleted_at = self._desk.now_text

    def attendance(self, meeting_id: UUID) -> list[Attendance]:
        """Who was invited, came, or sent something."""
        with self._desk.store.read() as session:
            return living(session, Attendance, meeting_id=meeting_id)

    def attend(
        self, meeting_id: UUID, person_id: UUID, changes: Mapping[str, Answer]
    ) -> Attendance:
        """Say whether somebody came, and bring their report or the reason."""
        with self._desk.store.read() as session:
            family_id = one(session, Meeting, meeting_id).family_id
        with self._desk.store.write("Change who is here", family_id) as session:
            known = living(session, Attendance, meeting_id=meeting_id, person_id=person_id)
            row = (
                known[0]
                if known
                else Attendance(family_id=family_id, meeting_id=meeting_id, person_id=person_id)
            )
            put(row, changes)
            session.add(row)
        return row

    def present(self, meeting_id: UUID) -> list[UUID]:
        """The ids of those who came."""
        return [row.person_id for row in self.attendance(meeting_id) if row.state == "present"]

    def room(self, meeting_id: UUID) -> Room:
        """Who is here, and what of the meeting all of them may see."""
        with self._desk.store.read() as session:
            return room_of(session, one(session, Meeting, meeting_id), self._desk.pack)

    def names_before(self, family_id: UUID, person_ids: Sequence[UUID]) -> dict[str, str]:
        """Spoken names, by person id, of everybody who may be named before these people."""
        with self._desk.store.read() as session:
            return names_before(session, family_id, person_ids, self._desk.pack)

    def for_calendars(self, meeting_id: UUID, *, for_team: bool) -> ForCalendars:
        """The next meeting as a file for calendars: for the team, or plain for the family."""
        with self._desk.store.read() as session:
            return next_meeting_file(session, meeting_id, self._desk.clock(), for_team=for_team)

    def save_for_calendars(self, file: ForCalendars, path: Path) -> None:
        """Write such a file where a person wants it."""
        write_for_calendars(file, path)

    def plan_agreements(self, meeting_id: UUID) -> list[PlanAgreement]:
        """Who agrees to the plan of a meeting."""
        with self._desk.store.read() as session:
            return living(session, PlanAgreement, meeting_id=meeting_id)

    def agree(
        self, meeting_id: UUID, person_id: UUID, changes: Mapping[str, Answer]
    ) -> PlanAgreement:
        """Write whether somebody agrees to the plan, and why not."""
        return Signing(self._desk).agree(meeting_id, person_id, changes)

    def corrections(self, meeting_id: UUID) -> list[Correction]:
        """What was put right since a meeting was finished, as far as all who are here may see."""
        desk = self._desk
        with desk.store.read() as session:
            meeting = one(session, Meeting, meeting_id)
            here = room_of(session, meeting, desk.pack).here
            allowing = seen_together(session, meeting.family_id, here, desk.pack)
            kept = kept_from(allowing, desk.pack)
            return [
                told
                for told in corrections(session, allowing, meeting, desk.pack)
                if not any(found_in(f"{told.old}\n{told.new}", one) for one in kept)
            ]

    def missing(self, meeting_id: UUID) -> tuple[Missing, ...]:
        """What a meeting's plan still needs before it can be finished."""
        with self._desk.store.read() as session:
            return tuple(missing_from_meeting(session, one(session, Meeting, meeting_id)))

    def finish(self, meeting_id: UUID) -> Finish:
        """Finish a meeting's plan, or say what is missing and where to put it right."""
        missing = self.missing(meeting_id)
        if missing:
            return Finish(missing=missing)
        family_id = self.one(meeting_id).family_id
        with self._desk.store.write("Finish the meeting", family_id) as session:
            one(session, Meeting, meeting_id).finished_at = self._desk.now_text
        return Finish(missing=())

    def open_again(self, meeting_id: UUID) -> None:
        """Open a finished meeting again, so that something can be put right."""
        self.save(meeting_id, {"finished_at": None})
