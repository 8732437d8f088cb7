"""Who is here: one tick for each person, and why somebody is not."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from taf_desktop.model.base import answers
from taf_desktop.model.family import Person
from taf_desktop.packs.pack import Field
from taf_desktop.services.people import spoken_name
from taf_desktop.services.room import Room
from taf_desktop.ui.editors import FormPanel
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.pages.statement_words import left_out_words
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Columns,
    EmptyState,
    FlowRow,
    Label,
    LinkButton,
    Pill,
    SecondaryButton,
    TickBox,
)
from taf_desktop.ui.widgets.text import show_if

HERE, INVITED = "present", "invited"
OTHER_SCREEN = (
    "F9 shows the meeting on the other screen. Your own notes and the minutes that are left then "
    "stand on this one."
)
NOT_EVERYTHING = (
    "Not everything is shown from now on, because not everybody in the room may see everything. "
    "Nothing is lost."
)
AGAIN = "What is shown has changed with who is here. Nothing is lost."


class HerePart(MeetingPart):
    """The people at the left; day, time and place at the right."""

    hint = "Tick everybody who is in the room."

    def build(self) -> None:
        """A row for each person, and the details of the meeting."""
        self.columns = self.add(Columns((3, 2), stack_below=820))
        card = self.columns.add(0, Card("Who is here?"))
        self.rows: dict[UUID, PersonRow] = {}
        for person in self.room.people:
            if person.kind != "unborn":
                self.rows[person.id] = card.add_row(PersonRow(self, person))
        if not self.rows:
            card.add(EmptyState("Say who is in the family first.", "Add people", self._people))
        else:
            card.add_foot(SecondaryButton("Everybody who is expected is here", self._all_here))
        details = self.columns.add(1, Card("When and where"))
        fields = self.allowed(self.page.section("details").fields)
        kept, names = answers(self.meeting), self.names()
        form = self.form(tuple(one for one in fields if _may_name(one, kept.get(one.key), names)))
        form.show_answers(kept)
        saver = self.autosaved(form, partial(self.workspace.meetings.save, self.meeting.id))
        self.details = details.add(form)
        details.add(saver.note)
        if len(QGuiApplication.screens()) > 1:
            details.add(Aside(OTHER_SCREEN))
        if hidden := len(self.page.section("details").fields) - len(form.editors):
            details.add(Aside(left_out_words(hidden)))
        if self.room.nameless:
            card.add(Aside(left_out_words(self.room.nameless)))

    def _people(self) -> None:
        self.shell.navigator.go("family.people", family_id=self.family_id)

    def _all_here(self) -> None:
        for person_id, row in self.rows.items():
            if row.state in (None, INVITED):
                self.workspace.meetings.attend(self.meeting.id, person_id, {"state": HERE})
        self._settle()

    def tick(self, row: "PersonRow", here: bool) -> None:
        """Somebody came or went: what may stand on the screen follows at once."""
        before = self.room
        row.keep({"state": HERE if here else INVITED})
        self.shell.say_saved()
        self._follow(before)

    def follow_room(self) -> None:
        """Show what may be shown now that somebody came or went by the list of answers."""
        self._follow(self.room)

    def _follow(self, before: Room) -> None:
        self.room = self.workspace.meetings.room(self.meeting.id)
        if self._limits(before) != self._limits(self.room):
            self.page.refresh()
            less = self.room.has_outsider and not before.has_outsider
            self.shell.say(NOT_EVERYTHING if less else AGAIN)

    def _limits(self, room: Room) -> tuple[bool, int, set[str], set[UUID]]:
        """What decides how much may be on the screen, and whose note or report goes from it."""
        secret = {fact for reader in room.readers for fact in reader.must_not_learn}
        notes = room.shows(self.workspace.pack.forms["attendance"].field("note"))
        gone = {
            person_id
            for person_id, row in room.attendance.items()
            if (row.note and not notes) or (row.report and room.keeps_words(person_id))
        }
        return room.has_outsider, room.nameless, secret, gone

    def _settle(self) -> None:
        self.shell.say_saved()
        self.page.refresh()


class PersonRow(QWidget):
    """One person: a tick for being here, and room for what else there is to say."""

    def __init__(self, part: HerePart, person: Person) -> None:
        super().__init__()
        self.part, self.person = part, person
        self.state = part.room.states.get(person.id)
        self._kept = part.room.attendance.get(person.id)
        name = spoken_name(person)
        self.here = TickBox("Here")
        self.here.setAccessibleName(f"{name} is here")
        self.here.edited.connect(partial(part.tick, self))
        self.pill = Pill("", Tone.INFO)
        self.more = LinkButton("Not here, or a note", self._open, f"{name}: not here, or a note")
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(16, 8, 16, 8)
        row = QHBoxLayout()
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(name, bold=True))
        self.about = Aside(self._note())
        words.addWidget(self.about)
        row.addLayout(words, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        # In one line where there is room, else one below the other.
        row.addWidget(FlowRow([self.pill, self.more, self.here], gap=12), 0, middle)
        self._outer.addLayout(row)
        self.form: FormPanel | None = None
        self._show()

    def _show(self) -> None:
        words = self.part.workspace.pack.lists["attendance"].label(self.state or "")
        self.here.set_value(self.state == HERE)
        self.pill.set(words, Tone.INFO)
        show_if(self.pill, self.state not in (None, HERE, INVITED))
        show_if(self.about, bool(self.about.text()))

    def keep(self, changes: dict[str, object]) -> None:
        """Keep what was said about this person, and show it."""
        meetings = self.part.workspace.meetings
        row = meetings.attend(self.part.meeting.id, self.person.id, changes)
        self.state = row.state
        # What else is kept of this person stands here only if all who are here now may see it.
        self._kept = meetings.room(self.part.meeting.id).attendance.get(self.person.id)
        self.about.setText(self._note())
        self._show()
        if self.form is not None and "state" in changes:
            self._show_answers(self.form)

    def _show_answers(self, form: FormPanel) -> None:
        form.show_answers({"state": self.state})
        if self._kept is not None:
            form.show_answers(answers(self._kept))

    def _open(self) -> None:
        """Show the questions about somebody who is not here, or hide them again."""
        if self.form is not None:
            show_if(self.form, self.form.isHidden())
            return
        state, *others = self.part.workspace.pack.forms["attendance"].fields
        state = replace(state, label=f"{spoken_name(self.person)}: here or not")
        # An empty box would take the place of words that stand there and are not shown.
        words = [one for one in others if one.key != "note" or not self._hides_note()]
        self.form = self.part.form((state, *words) if self._shows_words() else (state,))
        self._show_answers(self.form)
        saver = self.part.autosaved(self.form, self.keep)
        saver.saved.connect(self.part.follow_room)
        self._outer.addWidget(self.form)
        self._outer.addWidget(saver.note)
        self.form.focus_field("state")

    def _shows_words(self) -> bool:
        room = self.part.room
        return not (room.has_outsider or room.keeps_words(self.person.id))

    def _note(self) -> str:
        """What is said beside a name; why somebody was not invited is not for this screen."""
        row = self._kept
        if row is None or row.state == "not_invited" or self._hides_note():
            return ""
        return row.note or ""

    def _hides_note(self) -> bool:
        """Whether a note stands there that not everybody who is here may see."""
        field = self.part.workspace.pack.forms["attendance"].field("note")
        has_note = self._kept is not None and bool(self._kept.note)
        return has_note and not self.part.room.shows(field)


def _may_name(field: Field, value: object, names: Mapping[str, str]) -> bool:
    """Whether the answer is not somebody whose name may not be on the screen."""
    return field.kind != "person" or value is None or str(value) in names
