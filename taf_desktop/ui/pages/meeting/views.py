"""What the family sees, each in turn and children first; then the three columns for everybody."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from taf_desktop.errors import UserError
from taf_desktop.model.family import Person
from taf_desktop.model.views import WORKING_WELL, Statement
from taf_desktop.services.people import spoken_name
from taf_desktop.ui.announce import announce
from taf_desktop.ui.editors import FormPanel
from taf_desktop.ui.pages.desk_words import shortened
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.pages.meeting.progress import Draft
from taf_desktop.ui.pages.saying_box import SayingBox
from taf_desktop.ui.pages.statement_words import KEPT_UNSEEN, Around, left_out_words, seen_here
from taf_desktop.ui.pages.three_columns import ThreeColumns
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Choices,
    Columns,
    EmptyState,
    FlowRow,
    LinkButton,
    Pill,
    RowButton,
    SecondaryButton,
)

GATHERED = ("gathered", "gathered_by", "said_on")
"""What is asked about the words of somebody who is not in the room."""


class ViewsPart(MeetingPart):
    """The three columns, as far as everybody in the room may see them."""

    hint = "Alt+1, Alt+2 and Alt+3 go to a column. Enter adds, and stays for the next."

    def build(self) -> None:
        """The columns of this meeting."""
        self.three = self.add(ThreeColumns(self.page), 1)
        self.three.show_family(self.family_id, self.meeting.id)
        self.three.action_wanted.connect(self._act)
        self.three.come_back(self.back_to)

    def whereabouts(self) -> dict[str, Any]:
        """The column somebody writes in, or what is put right."""
        return self.three.whereabouts()

    def halfway(self) -> dict[str, Any]:
        """What stands in the columns."""
        return self.three.halfway()

    def take_up(self, boxes: Mapping[str, Any]) -> None:
        """Put words back into the columns."""
        self.three.take_up(boxes)

    def put_right(self, statement: Statement) -> None:
        """Open one statement for another word, and go back to reading when that is done."""
        self.three.change(statement)
        if self.three.panel is not None:
            self.three.panel.done.connect(partial(self.page.read_on, statement.id))

    def _act(self, statement: Statement) -> None:
        """Make an action of a statement: for a goal, or with the words that were said."""
        if statement.category == "goal":
            self.page.draft_action(Draft(goal_id=statement.id))
        else:
            goals = (row.id for row in self.goals() if row.worry_id == statement.worry_id)
            goal_id = next(goals, None) if statement.worry_id else None
            self.page.draft_action(Draft(words=statement.text, goal_id=goal_id))

    def leave(self) -> bool:
        """Keep what was typed; stay when that fails."""
        return self.three.leave()

    def first_focus(self) -> QWidget | None:
        """What was open when somebody left; else the box of the first column."""
        return self.three.first_focus()


class FamilyFirstPart(MeetingPart):
    """One person of the family at a time: what they say, in their words, and where it belongs."""

    hint = "Children first. Their own words, before anybody else speaks."

    def build(self) -> None:
        """Who speaks at the left; the box for their words at the right."""
        asked = {person.id for person in self.people()}
        self.speakers = [person for person in self.family() if person.id in asked]
        if not self.speakers:
            go = partial(self.page.go_to, "here")
            self.add(EmptyState("Say who is here first.", "Who is here?", go))
            return
        back_to, ids = self.back_to.get("person_id"), [one.id for one in self.speakers]
        self.chosen = back_to if back_to in ids else ids[0]
        self.columns = self.add(Columns((2, 3), stack_below=820))
        self.show_speakers()
        self.show_speaker()

    def whereabouts(self) -> dict[str, Any]:
        """Who speaks."""
        return {"person_id": self.chosen} if self.speakers else {}

    def halfway(self) -> dict[str, Any]:
        """What the person who speaks was saying."""
        return self.speaker.halfway() if self.speakers else {}

    def take_up(self, boxes: Mapping[str, Any]) -> None:
        """Put back what was being said, if it is that person's turn again."""
        if self.speakers:
            self.speaker.take_up(boxes)

    def said_here(self) -> Around:
        """What was said at this meeting and may be seen by everybody in the room."""
        seen = seen_here(self.workspace, self.family_id, self.meeting.id)
        return Around(
            drawings=self.workspace.drawings.of(self.family_id),
            pack=self.workspace.pack,
            names=self.names(),
            statements=[row for row in seen.statements if row.meeting_id == self.meeting.id],
            disagreements=seen.disagreements,
        )

    def show_speakers(self) -> None:
        """The family, with who has been heard today."""
        self.columns.clear(0)
        card = self.columns.add(0, Card("Who speaks?"))
        self.rows: dict[UUID, RowButton] = {}
        said = self.said_here().statements
        here = self.room.here
        for person in self.speakers:
            heard = any(str(person.id) in row.said_by for row in said)
            row = RowButton(
                spoken_name(person),
                "" if person.id in here else "not in the room",
                pill=Pill("heard today", Tone.DONE) if heard else None,
                on_click=partial(self.choose, person.id),
            )
            row.set_chosen(person.id == self.chosen)
            self.rows[person.id] = card.add_row(row)

    def choose(self, person_id: UUID) -> None:
        """Listen to one person."""
        if self.page.leave():
            self.chosen = person_id
            self.show_speakers()
            self.show_speaker()
            self.speaker.box.setFocus()

    def show_speaker(self) -> None:
        """The words of the chosen person, and room for more."""
        self.columns.clear(1)
        person = next(one for one in self.speakers if one.id == self.chosen)
        self.speaker = self.columns.add(1, SpeakerCard(self, person))

    def next_person(self) -> None:
        """Go on to the next of the family."""
        ids = [person.id for person in self.speakers]
        self.choose(ids[(ids.index(self.chosen) + 1) % len(ids)])

    def leave(self) -> bool:
        """Keep what was typed; stay when that fails."""
        return not self.speakers or self.speaker.keep_words()

    def first_focus(self) -> QWidget | None:
        """The words of the first person."""
        return self.speaker.box if self.speakers else None


class SpeakerCard(Card):
    """What one person says: a box, the column it belongs to, and what they said so far."""

    def __init__(self, part: FamilyFirstPart, person: Person) -> None:
        self.part, self.person = part, person
        self.name, self._waiting = spoken_name(person), f"said by {person.id}"
        super().__init__(f"{self.name}, what would you like to say?")
        pack = part.workspace.pack
        self.where = Choices("Where does it belong?", [(one.id, one.title) for one in pack.columns])
        self.where.set_value(WORKING_WELL)
        self.box = SayingBox(f"In {self.name}’s words", "Enter keeps it, and stays")
        self.box.set_people([(str(person.id), self.name)], str(person.id))
        self.box.who_label.hide()
        self.box.who.hide()
        self.box.said.connect(self.keep_words)
        self.box.entry.edited.connect(lambda _words: part.shell.note_typing())
        self.box.mend_last.connect(self._mend_last)
        self.add(self.where)
        self.add(self.box)
        self.gathering: FormPanel | None = None
        self._gathered: dict[str, object] = {}
        self._add_gathering()
        self._add_said()
        row: list[QWidget] = [SecondaryButton("Next person", part.next_person)]
        if person.is_child:
            words = f"Give {self.name} the laptop: three houses"
            row.append(SecondaryButton(words, self._hand_over))
        self.add(FlowRow(row))

    def halfway(self) -> dict[str, Any]:
        """What stands in the box, and where it belongs."""
        half = self.box.half()
        return {self._waiting: half | {"where": self.where.value()}} if half is not None else {}

    def take_up(self, boxes: Mapping[str, Any]) -> None:
        """Show what this person was saying."""
        half = boxes.get(self._waiting)
        if half is not None:
            self.box.take_up(half)
            self.where.set_value(half["where"])

    def _hand_over(self) -> None:
        self.part.shell.navigator.go(
            "family.houses",
            family_id=self.part.family_id,
            meeting_id=self.part.meeting.id,
            person_id=self.person.id,
        )

    def _add_gathering(self) -> None:
        if self.person.id in self.part.room.here:
            return
        form = self.part.workspace.pack.forms["statement"]
        self.gathering = self.add(self.part.form(tuple(form.field(key) for key in GATHERED)))
        self.gathering.edited.connect(self._gathered.__setitem__)

    def _mine(self, around: Around) -> list[Statement]:
        return [row for row in around.statements if str(self.person.id) in row.said_by]

    def _add_said(self) -> None:
        around = self.part.said_here()
        for statement in self._mine(around):
            column = around.column(statement.column).title
            change = LinkButton(
                "Change",
                partial(self.part.page.go_to, "views"),
                f"Change: {shortened(statement.text, 40)}",
            )
            self.add_row(around.card(statement, [Aside(column), change]))
        seen = seen_here(self.part.workspace, self.part.family_id, self.part.meeting.id)
        if seen.left_out:
            self.add(Aside(left_out_words(seen.left_out)))

    def _mend_last(self) -> None:
        """Take the last words back into the box."""
        mine = self._mine(self.part.said_here())
        if not mine:
            return
        last = mine[-1]
        self.part.workspace.views.take_away(last.id)
        self.part.show_speakers()
        self.part.show_speaker()
        fresh = self.part.speaker
        fresh.where.set_value(last.column)
        fresh.box.entry.set_words(last.text)
        fresh.box.exact.set_value(last.exact_words)
        fresh.box.setFocus()

    def keep_words(self) -> bool:
        """Write down what stands in the box; the words stay when that fails."""
        said = self.box.said_now()
        if said is None:
            return True
        changes: dict[str, object] = {"exact_words": said.exact, **self._gathered}
        try:
            with self.part.workspace.halfway.entering(self._waiting):
                added = self.part.workspace.views.add_statement(
                    self.part.family_id,
                    self.where.value() or WORKING_WELL,
                    said.words,
                    said_by=[self.person.id],
                    meeting_id=self.part.meeting.id,
                    changes=changes,
                )
        except UserError as error:
            self.box.show_problem(f"{error.title} {error.message}")
            return False
        self.box.clear()
        if any(row.id == added.id for row in self.part.said_here().statements):
            self.part.shell.say_saved()
        else:
            self.part.shell.say(KEPT_UNSEEN)
        announce(self.box, f"Added: {shortened(said.words)}")
        self.part.show_speakers()
        where = self.where.value()
        self.part.show_speaker()
        self.part.speaker.where.set_value(where)
        self.part.speaker.box.setFocus()
        return True
