"""Reading it back: everything that goes into the plan, and whether each person agrees to it."""

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.errors import UserError
from taf_desktop.model.family import Person
from taf_desktop.services.people import spoken_name
from taf_desktop.ui.editors import FormPanel
from taf_desktop.ui.focus_order import focus_soon
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.pages.meeting.person_agrees import PersonAgrees
from taf_desktop.ui.pages.meeting.read_aloud import ReadAloud
from taf_desktop.ui.pages.meeting.read_list import ReadList
from taf_desktop.ui.pages.meeting.sign_room import SignRoom
from taf_desktop.ui.widgets import Columns, FlowRow, Heading, LinkButton
from taf_desktop.ui.widgets.boxes import Some
from taf_desktop.ui.widgets.text import show_if

ASKED = "Does each person agree?"
WORDS = {"agrees_in_part": "I agree to a part of this plan."}
WHOLE = "I agree to this plan."


class AgreePart(MeetingPart):
    """The words one by one, large; or all in a list. Then each person's yes or no."""

    hint = "Read it out loud. Is it right like that?"

    def build(self) -> None:
        """What was said, what will be done, and who agrees."""
        self.reader: ReadAloud | None = None
        self.list: ReadList | None = None
        self.room_to_sign: SignRoom | None = None
        self.signing: Person | None = None
        self.people_cards: dict[UUID, PersonAgrees] = {}
        self.main = QWidget()
        self.main_column = QVBoxLayout(self.main)
        self.main_column.setContentsMargins(0, 0, 0, 0)
        self.main_column.setSpacing(16)
        self.add(self.main)
        if self.page.progress.as_list:
            self._build_list()
        else:
            self._build_one_by_one()

    @property
    def forms(self) -> dict[UUID, FormPanel]:
        """The boxes for each person's answer."""
        return {person_id: card.form for person_id, card in self.people_cards.items()}

    def _put(self, widget: Some) -> Some:
        self.main_column.addWidget(widget)
        return widget

    def _build_list(self) -> None:
        self._put(FlowRow([LinkButton("Read it out one by one", self._show_one_by_one)]))
        columns = self._put(Columns((3, 2), stack_below=820))
        self.list = ReadList(self, columns)
        columns.add(1, Heading(ASKED, 2))
        for person in self.family():
            columns.add(1, self._person(person))

    def _build_one_by_one(self) -> None:
        self.reader = self._put(ReadAloud(self))
        self.reader.finished.connect(self.ask_who_agrees)
        self.reader.list_wanted.connect(self._show_list)
        self._put(Heading(ASKED, 2))
        columns = self._put(Columns((1, 1), stack_below=820))
        people = self.family()
        for at, person in enumerate(people):
            # The first half stands at the left, so that Tab goes from each to the next.
            columns.add(int(at >= (len(people) + 1) // 2), self._person(person))

    def _person(self, person: Person) -> PersonAgrees:
        card = self.people_cards[person.id] = PersonAgrees(self, person, self.sign)
        card.answered.connect(self._go_on_after)
        return card

    def _show_list(self) -> None:
        self._show_as(as_list=True)

    def _show_one_by_one(self) -> None:
        self._show_as(as_list=False)

    def _show_as(self, *, as_list: bool) -> None:
        if self.page.leave():
            self.page.progress.as_list = as_list
            self.page.refresh()

    def _go_on_after(self, person_id: UUID) -> None:
        """Show what is kept now, and go on to whoever has not answered yet."""
        self.page.refresh()
        part = self.page.part
        if isinstance(part, AgreePart):
            part.ask_who_agrees(person_id)

    def ask_who_agrees(self, last: UUID | None = None) -> None:
        """The first of the family who has not answered yet, else whoever answered last."""
        cards = list(self.people_cards.values())
        first = [card for card in cards if card.form.answers()["decision"] is None]
        if last in self.people_cards:
            first.append(self.people_cards[last])
        for card in (*first, *cards)[:1]:
            focus_soon(card.form)

    def focus_statement(self, statement_id: UUID) -> None:
        """Go on reading at something that was said."""
        if self.list is not None:
            self.list.focus(statement_id)
        elif self.reader is not None:
            self.reader.go_to(statement_id)

    def sign(self, person: Person) -> None:
        """Let somebody sign; nothing else stands on the part meanwhile."""
        if not self.page.leave():
            return
        row = self.room.said_of_plan.get(person.id)
        words = WORDS.get((row.decision or "") if row is not None else "", WHOLE)
        self.signing = person
        self.room_to_sign = self.add(SignRoom(spoken_name(person), words))
        self.room_to_sign.kept.connect(self._signed)
        self.room_to_sign.put_off.connect(self.page.refresh)
        show_if(self.main, False)
        focus_soon(self.room_to_sign.pad)

    def _signed(self, strokes: list[dict[str, object]]) -> None:
        person = self.signing
        if person is not None and self._keep(strokes):
            self._go_on_after(person.id)

    def _keep(self, strokes: list[dict[str, object]]) -> bool:
        """Keep a signature; False, and it stays on the paper, where that was not possible."""
        person = self.signing
        if person is None:
            return True
        try:
            self.workspace.signing.sign(self.meeting.id, person.id, strokes)
        except UserError as error:
            self.shell.show_error(error)
            return False
        self.room_to_sign = self.signing = None
        self.shell.say_saved()
        return True

    def leave(self) -> bool:
        """Keep what was typed, and a signature that was drawn and not kept by its button."""
        if self.room_to_sign is not None and (drawn := self.room_to_sign.drawn()):
            return self._keep(drawn)
        return self.reader is None or self.reader.leave()

    def first_focus(self) -> QWidget | None:
        """The button that goes on reading."""
        return self.reader.onward if self.reader is not None else None
