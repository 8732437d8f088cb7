"""When somebody cannot come: noted once, and thought of wherever a day is named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.model.base import Answer
from taf_desktop.model.family import Absence, Person
from taf_desktop.model.meeting import Meeting
from taf_desktop.services.away import Away, away_of
from taf_desktop.services.desk import Desk
from taf_desktop.services.people import spoken_name
from taf_desktop.services.records import living, one, put
from taf_desktop.services.room import Room, room_of


@dataclass(frozen=True, kw_only=True)
class AbsenceLine:
    """An absence as it was noted, with its days under the name of whose it is."""

    row: Absence
    away: Away


def _lines(session: Session, people: Sequence[Person]) -> list[AbsenceLine]:
    return [
        AbsenceLine(row=row, away=away_of(row, spoken_name(person)))
        for person in people
        for row in living(session, Absence, person_id=person.id)
    ]


class Absences:
    """Everything about days on which somebody cannot come."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of_person(self, person_id: UUID) -> list[AbsenceLine]:
        """What was noted about one person, also what is over."""
        with self._desk.store.read() as session:
            return _lines(session, [one(session, Person, person_id)])

    def in_room(self, meeting_id: UUID) -> list[AbsenceLine]:
        """What everybody who is here may know and is not over."""
        with self._desk.store.read() as session:
            room = room_of(session, one(session, Meeting, meeting_id), self._desk.pack)
            lines = _lines(session, _nameable(room))
        return [
            line
            for line in lines
            if room.admits(line.row.audience, line.row.person_id)
            and not line.away.is_over(self._desk.today)
        ]

    def add(self, family_id: UUID, person_id: UUID, answers: Mapping[str, Answer]) -> Absence:
        """Note when somebody cannot come; a professional's holds for every family."""
        with self._desk.store.read() as session:
            person = one(session, Person, person_id)
        absence = Absence(family_id=person.family_id, person_id=person_id)
        put(absence, answers)
        with self._desk.store.write("Note when somebody is away", family_id) as session:
            session.add(absence)
        return absence

    def save(self, family_id: UUID, absence_id: UUID, changes: Mapping[str, Answer]) -> Absence:
        """Put right when somebody cannot come."""
        with self._desk.store.write("Change when somebody is away", family_id) as session:
            absence = one(session, Absence, absence_id)
            put(absence, changes)
        return absence

    def take_away(self, family_id: UUID, absence_id: UUID) -> None:
        """Take a note away that does not hold any more; undo brings it back."""
        with self._desk.store.write("Take away when somebody is away", family_id) as session:
            one(session, Absence, absence_id).deleted_at = self._desk.now_text


def _nameable(room: Room) -> Sequence[Person]:
    return [person for person in room.people if person.kind != "unborn"]
