"""What a copy is of and who it is for: the meeting, and a tick for each reader."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.model.family import Person
from taf_desktop.model.meeting import Meeting
from taf_desktop.packs.dates import date_words
from taf_desktop.packs.pack import Pack
from taf_desktop.services.people import spoken_name
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.widgets import Choice, Label, TickBox
from taf_desktop.ui.widgets.boxes import empty
from taf_desktop.ui.widgets.questions import Question

KEPT_FROM = "some things are kept from this person"
INVITED = "invited"


class OneOf(Question):
    """One of several things, by id, from a list that opens."""

    edited = Signal(str)

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.box = Choice()
        self.box.setAccessibleName(label)
        self.label.setBuddy(self.box)
        self.put(self.box)
        self.box.activated.connect(lambda _at: self.edited.emit(self.value()))

    def show_options(self, options: Mapping[str, str], chosen: str) -> None:
        """Show the words by id, with one chosen, without telling anybody."""
        self.box.clear()
        for one, words in options.items():
            self.box.addItem(words, one)
        self.box.setCurrentIndex(max(0, self.box.findData(chosen)))

    def value(self) -> str:
        """The id of what is chosen; nothing where there is nothing to choose."""
        return str(self.box.currentData() or "")


class MeetingChoice(Question):
    """One of the meetings, the newest first."""

    edited = Signal(object)

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.box = Choice()
        self.box.setAccessibleName(label)
        self.label.setBuddy(self.box)
        self.put(self.box)
        self.box.activated.connect(lambda _at: self.edited.emit(self.value()))

    def show_meetings(self, meetings: Sequence[Meeting], chosen: UUID, pack: Pack) -> None:
        """Show the meetings, with one chosen, without telling anybody."""
        self.box.clear()
        for meeting in reversed(meetings):
            self.box.addItem(meeting_words(meeting, pack), str(meeting.id))
        self.box.setCurrentIndex(max(0, self.box.findData(str(chosen))))

    def value(self) -> UUID:
        """The chosen meeting."""
        return UUID(self.box.currentData())


class ReaderTicks(QWidget):
    """A tick for each person, in groups with a heading."""

    edited = Signal()
    clicked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.only_one = False
        self.clicked.connect(self._choose)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.boxes: dict[UUID, TickBox] = {}

    def show_people(
        self, groups: Mapping[str, Sequence[Person]], notes: Mapping[UUID, str]
    ) -> None:
        """Show these people, with what there is to know of one before ticking."""
        empty(self._column)
        self.boxes = {}
        for words, people in groups.items():
            if people:
                self._column.addWidget(Label(words, bold=True))
            for person in people:
                note = notes.get(person.id, "")
                box = TickBox(f"{reader_words(person)}, {note}" if note else reader_words(person))
                box.setAccessibleDescription(f"Who is this copy for? {words}")
                box.edited.connect(lambda _on, one=person.id: self.clicked.emit(one))
                self.boxes[person.id] = box
                self._column.addWidget(box)

    def _choose(self, person_id: UUID) -> None:
        """Let go of the others, where the paper is for one person."""
        if self.only_one and self.boxes[person_id].value():
            self.tick([person_id])
        self.edited.emit()

    def tick(self, chosen: Collection[UUID]) -> None:
        """Show these people as ticked, without telling anybody."""
        for person_id, box in self.boxes.items():
            box.set_value(person_id in chosen)

    def ticked(self) -> list[UUID]:
        """The people who are ticked, as they stand."""
        return [person_id for person_id, box in self.boxes.items() if box.value()]


def meeting_words(meeting: Meeting, pack: Pack) -> str:
    """A meeting in a list: "Review, 12 March 2026"."""
    kind = pack.lists["meeting_kind"].label(meeting.kind)
    return f"{kind}, {date_words(meeting.held_on) or 'no day yet'}"


def reader_words(person: Person) -> str:
    """A person as a reader: the name on paper, and what they are called."""
    name, spoken = person.full_name, spoken_name(person)
    return name if spoken in (name, person.given_name) else f"{name} ({spoken})"


def reader_notes(workspace: Workspace, meeting_id: UUID | None, family_id: UUID) -> dict[UUID, str]:
    """What there is to know of people before ticking: here or not, and kept from what."""
    words = workspace.pack.lists["attendance"]
    notes = {
        row.person_id: words.label(row.state or "").lower()
        for row in (workspace.meetings.attendance(meeting_id) if meeting_id else ())
        if row.state not in (None, INVITED)
    }
    kept_from = workspace.people.protected_facts(family_id)
    return notes | {row.person_id: KEPT_FROM for row in kept_from}
