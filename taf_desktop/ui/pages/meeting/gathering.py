"""A review without a meeting: each person is asked apart, and their word kept as theirs."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from taf_desktop.errors import UserError
from taf_desktop.model.base import answers
from taf_desktop.services.people import spoken_name
from taf_desktop.ui.focus_order import focus_soon
from taf_desktop.ui.pages.meeting.gathering_card import GatheringCard
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.widgets import Card, Columns, EmptyState, RowButton

NOT_ASKED = "invited"
DAYS = ("held_on",)


class GatheringPart(MeetingPart):
    """Everybody with how they were asked at the left; one person's words at the right."""

    hint = "By telephone, on a visit or by message: ask each person, one after the other."

    def build(self) -> None:
        """The people, the day, and whoever is asked now."""
        self.everyone = [one for one in self.room.people if one.kind != "unborn"]
        self.columns = self.add(Columns((2, 3), stack_below=820))
        card = self.columns.add(0, Card("Who was asked?"))
        self.rows: dict[UUID, RowButton] = {}
        for person in self.everyone:
            row = RowButton(spoken_name(person), " ", on_click=partial(self.choose, person.id))
            self.rows[person.id] = card.add_row(row)
        if not self.everyone:
            card.add(EmptyState("Say who is in the family first.", "Add people", self._people))
        self._add_day()
        self.chosen = self._next_to_ask()
        self.card: GatheringCard | None = None
        self._show()

    def _add_day(self) -> None:
        card = self.columns.add(0, Card("The day of this review"))
        fields = self.page.section("details").fields
        form = self.form(tuple(one for one in fields if one.key in DAYS))
        form.show_answers(answers(self.meeting))
        saver = self.autosaved(form, partial(self.workspace.meetings.save, self.meeting.id))
        card.add(form)
        card.add(saver.note)

    def _people(self) -> None:
        self.shell.navigator.go("family.people", family_id=self.family_id)

    def state(self, person_id: UUID) -> str:
        """How somebody was asked."""
        return self.room.states.get(person_id) or NOT_ASKED

    def _next_to_ask(self) -> UUID | None:
        waiting = self.page.progress.asked.get(self.meeting.id)
        if waiting in self.rows:
            return waiting
        left = (one.id for one in self.everyone if self.state(one.id) == NOT_ASKED)
        return next(left, self.everyone[0].id if self.everyone else None)

    def _show(self) -> None:
        """Mark the rows, and show the words of whoever is asked."""
        self.show_states()
        self.columns.clear(1)
        person = next((one for one in self.everyone if one.id == self.chosen), None)
        self.card = self.columns.add(1, GatheringCard(self, person)) if person else None

    def show_states(self) -> None:
        """Say in each row how that person was asked."""
        words = self.workspace.pack.lists["heard"]
        for person in self.everyone:
            row = self.rows[person.id]
            row.set_chosen(person.id == self.chosen)
            row.show_words(spoken_name(person), words.label(self.state(person.id)))

    def choose(self, person_id: UUID) -> None:
        """Ask one person; what was typed for another is kept first."""
        if self.page.leave():
            self.chosen = self.page.progress.asked[self.meeting.id] = person_id
            self.page.refresh()

    def next_person(self) -> None:
        """On to the next who was not asked yet, else to the next in the list."""
        ids = [one.id for one in self.everyone]
        at = ids.index(self.chosen) + 1 if self.chosen in ids else 0
        order = ids[at:] + ids[:at]
        left = (one for one in order if self.state(one) == NOT_ASKED)
        following = next(left, order[0] if order else None)
        if following is not None:
            self.choose(following)
            part = self.page.part
            if isinstance(part, GatheringPart) and part.card is not None:
                focus_soon(part.card.how)

    def keep_state(self, person_id: UUID, state: str) -> None:
        """Keep how somebody was asked."""
        try:
            self.workspace.meetings.attend(self.meeting.id, person_id, {"state": state})
        except UserError as error:
            self.shell.show_error(error)
            return
        self.room = self.workspace.meetings.room(self.meeting.id)
        self.shell.say_saved()
        self.show_states()

    def first_focus(self) -> QWidget | None:
        """How the person was asked, once the page knows how high it is: or it would scroll past."""
        if self.card is not None:
            focus_soon(self.card.how)
        return None
