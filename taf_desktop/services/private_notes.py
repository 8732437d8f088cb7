"""A note on a meeting for the lead professional alone: on no paper, in no search, in no room."""

from uuid import UUID

from taf_desktop.model.base import answers
from taf_desktop.model.family import Family
from taf_desktop.model.meeting import Meeting
from taf_desktop.services.desk import Desk
from taf_desktop.services.records import living, one, put

KEY = "private_note"
"""No form of a pack has a question that begins so, so no page, paper or table asks for it."""


class PrivateNotes:
    """Read and written only by the lead professional of the family, each their own.

    Whoever leads after them, and can open the same records, was not who it was written for.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._key = f"{KEY}_{desk.owner_id.hex}"

    def may_be_read(self, family_id: UUID) -> bool:
        """Whether the person at the desk is the lead professional of this family."""
        with self._desk.store.read() as session:
            return one(session, Family, family_id).lead_id == self._desk.owner_id

    def many(self, family_id: UUID) -> int:
        """On how many meetings whoever leads or led wrote for themselves; never what."""
        with self._desk.store.read() as session:
            meetings = living(session, Meeting, family_id=family_id)
        return sum(any(key.startswith(KEY) for key in answers(meeting)) for meeting in meetings)

    def of(self, meeting_id: UUID) -> str | None:
        """The words; None for anybody but the lead professional, also where there are some."""
        with self._desk.store.read() as session:
            meeting = one(session, Meeting, meeting_id)
            if one(session, Family, meeting.family_id).lead_id != self._desk.owner_id:
                return None
            return str(answers(meeting).get(self._key) or "")

    def write(self, meeting_id: UUID, words: str) -> None:
        """Keep the words; what they were before stays in the journal, and not in the history."""
        with self._desk.store.read() as session:
            family_id = one(session, Meeting, meeting_id).family_id
        if not self.may_be_read(family_id):
            raise LookupError(meeting_id)
        with self._desk.store.write("Change the meeting", family_id) as session:
            put(one(session, Meeting, meeting_id), {self._key: words.strip() or None})
