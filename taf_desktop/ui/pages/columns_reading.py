"""What three columns show, read from the records: all of it, or the statements alone."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from taf_desktop.model.family import Person
from taf_desktop.model.views import Statement
from taf_desktop.services.people import spoken_name
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.pages.statement_words import Around, last_speaker, seen_here


class ColumnsReading:
    """Reads for one family; in a meeting only what everybody in the room may see.

    `left_out` is how many things may not be shown, of what was read last.
    """

    def __init__(
        self, workspace: Workspace, family_id: UUID, meeting_id: UUID | None = None
    ) -> None:
        self._workspace, self.family_id, self.meeting_id = workspace, family_id, meeting_id
        self.left_out = 0
        self._around: Around | None = None

    def read(self) -> Around:
        """Everything again."""
        seen = seen_here(self._workspace, self.family_id, self.meeting_id)
        people, is_whole = self._people()
        self.left_out = seen.left_out
        self._around = Around(
            drawings=self._workspace.drawings.of(self.family_id),
            pack=self._workspace.pack,
            names={str(one.id): spoken_name(one) for one in people},
            statements=seen.statements,
            disagreements=seen.disagreements,
            is_whole=is_whole,
        )
        return self._around

    def read_statements(self) -> Around:
        """The statements again: nobody came or went, and nothing was drawn."""
        if self._around is None:
            return self.read()
        seen = seen_here(self._workspace, self.family_id, self.meeting_id)
        self.left_out = seen.left_out
        self._around = replace(self._around, statements=seen.statements)
        return self._around

    def statement(self, statement_id: UUID | None) -> Statement | None:
        """One statement as it stands, whoever may see it."""
        rows = self._workspace.views.statements(self.family_id) if statement_id else []
        return next((one for one in rows if one.id == statement_id), None)

    def speakers(self) -> list[tuple[str, str]]:
        """Who may have said something, by id and name; those who are here first."""
        meetings = self._workspace.meetings
        here = set(meetings.present(self.meeting_id)) if self.meeting_id else set()
        people = [one for one in self._people()[0] if one.kind != "unborn"]
        people.sort(key=lambda person: person.id not in here)
        return [(str(person.id), spoken_name(person)) for person in people]

    def last_speaker(self) -> str | None:
        """Who said what was written down last today."""
        return last_speaker(self._workspace, self.family_id)

    def _people(self) -> tuple[Sequence[Person], bool]:
        """Those who may be named here, and whether these are all: in a meeting not always."""
        if self.meeting_id is None:
            return self._workspace.people.everyone(self.family_id), True
        room = self._workspace.meetings.room(self.meeting_id)
        return room.people, room.nameless == 0
