"""What every part of a copy is gathered with: the allow-list, the pack, the meeting and the day."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from taf_desktop.documents.plan_facts import When
from taf_desktop.model.meeting import Meeting
from taf_desktop.packs.dates import date_words
from taf_desktop.packs.pack import Pack
from taf_desktop.services.actions import day_of
from taf_desktop.services.allowing import Allowing
from taf_desktop.services.meetings import meetings_of


@dataclass(frozen=True, kw_only=True)
class Copy:
    """One copy of a document, for the readers that `allow` names; most are of one meeting.

    `journal` is where the journal is read, which records of an earlier day do not hold; a copy that
    stands for the end of a day looks no further than `until`.
    """

    allow: Allowing
    pack: Pack
    meeting: Meeting | None
    today: date
    journal: Session
    until: date | None = None

    @property
    def session(self) -> Session:
        """The open reading session of this copy."""
        return self.allow.session

    def meetings_so_far(self) -> list[Meeting]:
        """The meetings up to and including this one; all where the copy is of none."""
        found = meetings_of(self.session, self.allow.family_id)
        last = self.meeting
        return [row for row in found if last is None or row.number <= last.number]

    def label(self, list_id: str, code: str | None) -> str:
        """The pack's words for a code, or nothing."""
        return self.pack.lists[list_id].label(code) if code else ""


def when(text: str | None) -> When:
    """A whole day as a date; anything else in the words for it."""
    return day_of(text) or date_words(text)
