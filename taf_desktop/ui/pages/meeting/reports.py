"""What the others see, and what came of the last plan."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from taf_desktop.errors import UserError
from taf_desktop.model.family import Person
from taf_desktop.model.meeting import Action
from taf_desktop.services.actions import due_words
from taf_desktop.services.finishing import NO_LONGER_OPEN
from taf_desktop.services.people import spoken_name
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import Aside, Card, Columns, EmptyState, Label, Pill, PrimaryButton


class LastActionsPart(MeetingPart):
    """Each action of the last plan: what was promised, and how it stands now."""

    hint = "What did we say we would do, and what came of it?"

    def build(self) -> None:
        """A card for each action that was open when this meeting began."""
        self.cards: dict[int, ActionCard] = {}
        self.columns = self.add(Columns((1, 1), stack_below=900))
        told = self.room_actions()
        actions = [row for row in told.actions if self._was_open(row)]
        for at, action in enumerate(actions):
            card = ActionCard(self, action, with_notes=action.id in told.noted)
            # By number down the one and then the other, as it is read and as Tab goes.
            self.cards[action.number] = self.columns.add(at >= (len(actions) + 1) // 2, card)
        if not actions and not told.left_out:
            self.add(EmptyState("There were no open actions. What people will do comes later."))
        self.say_held_back(told.left_out)

    def leave(self) -> bool:
        """Write down what was typed into any card."""
        try:
            for card in self.cards.values():
                card.write_down()
        except UserError as error:
            self.shell.show_error(error)
            return False
        return True

    def _was_open(self, action: Action) -> bool:
        if action.meeting_id == self.meeting.id:
            return False
        if action.status not in NO_LONGER_OPEN:
            return True
        updates = self.workspace.actions.updates(self.family_id)
        return any(
            row.action_id == action.id and row.meeting_id == self.meeting.id for row in updates
        )


class ActionCard(Card):
    """One action of the last plan, with room for what has happened."""

    def __init__(self, part: LastActionsPart, action: Action, *, with_notes: bool) -> None:
        self.part, self.action = part, action
        workspace = part.workspace
        who = part.names().get(str(action.who_id), "Nobody yet")
        super().__init__(f"{action.number}. {action.what}")
        status = workspace.pack.lists["action_status"].label(action.status)
        self.pill = Pill(status, Tone.DONE if action.status in NO_LONGER_OPEN else Tone.INFO)
        self.add(Label(", ".join(word for word in (who, due_words(action.by_when)) if word)))
        self.add(self.pill)
        for row in workspace.actions.updates(part.family_id):
            if with_notes and row.action_id == action.id and row.note:
                self._tell(row.note, row.said_by)
        form = workspace.pack.forms["action_update"]
        self.form = self.add(part.form(form.fields))
        self.form.show_answers({"status": action.status})
        self._edited: dict[str, object] = {}
        self.form.edited.connect(self._edit)
        words = f"Write down what came of action {action.number}"
        self.button = self.add(PrimaryButton("Write it down", self._write, words))

    def _tell(self, note: str, said_by: UUID | None) -> None:
        """What was said of it before; a word told apart only where its speaker may be named."""
        names = self.part.names()
        if said_by is None:
            self.add(Aside(note))
        elif str(said_by) in names and not self.part.room.keeps_words(said_by):
            self.add(Aside(f"{names[str(said_by)]}: {note}"))

    def _edit(self, key: str, value: object) -> None:
        self._edited[key] = value

    def _write(self) -> None:
        if not self._edited:
            self.part.shell.say("Nothing is new yet: change how it stands, or write a note")
        elif self.part.leave():
            self.part.page.refresh()

    def write_down(self) -> None:
        """Write what is new about the action, if anything is."""
        if not self._edited:
            return
        given = {key: str(value) for key, value in self._edited.items() if value}
        self.part.workspace.actions.report(
            self.action.id,
            given.get("status", self.action.status),
            given.get("note"),
            by_when=given.get("by_when"),
            meeting_id=self.part.meeting.id,
        )
        self._edited = {}
        self.part.shell.say_saved()


class UpdatesPart(MeetingPart):
    """The reports of those who are not here, and what the team has seen."""

    hint = "Each service in a few plain words. What matters goes into the columns next."

    def build(self) -> None:
        """A card for each professional, with their report or update, kept as it is typed."""
        self.columns = self.add(Columns((1, 1), stack_below=900))
        team = self.team()
        for at, person in enumerate(team):
            self.columns.add(at % 2, self._card(person))
        if not team:
            self.add(EmptyState("Nobody from a service is in the team yet."))
        unread = len(team) if self.room.has_outsider else 0
        self.say_held_back(unread + self.room.nameless)

    def _card(self, person: Person) -> Card:
        name, state = spoken_name(person), self.room.states.get(person.id)
        # What somebody's work is called can tell where a child goes.
        work = "" if self.room.has_outsider else person.job_title or ""
        card = Card(name, work)
        if state not in (None, "present"):
            states = self.workspace.pack.lists["attendance"]
            card.add(Pill(states.label(state or ""), Tone.INFO))
        if self.room.has_outsider or self.room.keeps_words(person.id):
            card.add(Label("What they report is not shown here."))
            return card
        field = self.workspace.pack.forms["attendance"].field("report")
        row = self.room.attendance.get(person.id)
        # Each box has a name of its own, for those who do not see the card around it.
        label = f"What {name} sees" if state == "present" else f"{field.label}: {name}"
        form = self.form((replace(field, label=label),))
        form.show_answers({"report": row.report if row else None})
        save = partial(self.workspace.meetings.attend, self.meeting.id, person.id)
        saver = self.autosaved(form, save)
        card.add(form)
        card.add(saver.note)
        return card
