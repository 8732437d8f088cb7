"""What every part of a meeting has in common."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.model.family import Person
from taf_desktop.model.meeting import Meeting
from taf_desktop.model.views import Statement
from taf_desktop.packs.pack import Field
from taf_desktop.services.actions import RoomActions
from taf_desktop.services.finishing import Missing
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.autosave import Autosaver, Save
from taf_desktop.ui.editors import FormPanel
from taf_desktop.ui.page import Shell
from taf_desktop.ui.pages.statement_words import left_out_words, seen_here
from taf_desktop.ui.widgets import Aside
from taf_desktop.ui.widgets.boxes import Some

if TYPE_CHECKING:
    from taf_desktop.ui.pages.meeting.meeting_page import MeetingPage


class MeetingPart(QWidget):
    """One part of the agenda; built anew each time it is shown, from what is kept.

    `back_to` tells where somebody was on it before, in the words of `whereabouts`.
    """

    hint = ""

    def __init__(self, page: "MeetingPage", meeting: Meeting, back_to: Mapping[str, Any]) -> None:
        super().__init__()
        self.page, self.meeting, self.back_to = page, meeting, back_to
        self.room = page.workspace.meetings.room(meeting.id)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        self.build()

    @property
    def workspace(self) -> Workspace:
        """The open records."""
        return self.page.workspace

    @property
    def shell(self) -> Shell:
        """The window around the page."""
        return self.page.shell

    @property
    def family_id(self) -> UUID:
        """Whose meeting it is."""
        return self.meeting.family_id

    def build(self) -> None:
        """Make the widgets of this part."""

    def whereabouts(self) -> dict[str, Any]:
        """Who or what is open on this part, by id."""
        return {}

    def leave(self) -> bool:
        """Keep what was typed and not yet written down; False when that was not possible."""
        return True

    def halfway(self) -> dict[str, Any]:
        """What stands in boxes that wait for Enter, by box; empty boxes are left out."""
        return {}

    def take_up(self, boxes: Mapping[str, Any]) -> None:
        """Put words back into the boxes in which they stood, as `halfway` told them."""

    def show_gap(self, gap: Missing) -> None:
        """Go to what a plan still needs, where it stands on this part."""

    def add(self, widget: Some, stretch: int = 0) -> Some:
        """Put a widget below what is there."""
        self.column.addWidget(widget, stretch)
        return widget

    def form(self, fields: tuple[Field, ...]) -> FormPanel:
        """Editors for fields of the pack, with this family's people."""
        return self.page.form(fields)

    def autosaved(self, form: FormPanel, save: Save) -> Autosaver:
        """Save what is typed into a form, and show beside it when that fails."""
        saver = self.page.keep(Autosaver(save, self.shell))
        form.edited.connect(saver.set)
        form.left.connect(lambda _key: saver.flush())
        return saver

    def names(self) -> dict[str, str]:
        """Spoken names by id, of everybody who may be named in this room."""
        return self.room.names

    def people(self) -> list[Person]:
        """Everybody who was asked to this meeting, those who are here first."""
        states = self.room.states
        people = [
            person
            for person in self.room.people
            if person.kind != "unborn" and states.get(person.id) != "not_invited"
        ]
        return sorted(people, key=lambda person: states.get(person.id) != "present")

    def family(self) -> list[Person]:
        """The people of the family who can be spoken with: children first."""
        return [
            person
            for person in self.room.people
            if person.family_id == self.family_id and person.kind != "unborn"
        ]

    def team(self) -> list[Person]:
        """The professionals around the family who may be named in this room."""
        return [person for person in self.room.people if person.is_professional]

    def allowed(self, fields: tuple[Field, ...]) -> tuple[Field, ...]:
        """Those of several fields whose answers may be on this screen."""
        return tuple(field for field in fields if self.room.shows(field))

    def say_held_back(self, many: int) -> None:
        """Say how much is not on the screen, never what."""
        if many:
            self.add(Aside(left_out_words(many)))

    def room_actions(self) -> RoomActions:
        """The actions that everybody who is here may see."""
        return self.workspace.actions.in_room(self.family_id, self.room.here)

    def goals(self) -> list[Statement]:
        """The goals that everybody who is here may see."""
        seen = seen_here(self.workspace, self.family_id, self.meeting.id).statements
        shown = {row.id for row in seen}
        return [row for row in self.workspace.views.goals(self.family_id) if row.id in shown]

    def first_focus(self) -> QWidget | None:
        """What has the focus when the part opens."""
        return None
