"""The child's page: the laptop is handed over, and nothing but three houses is on it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from taf_desktop.errors import UserError
from taf_desktop.model.family import Person
from taf_desktop.services.drawings import House
from taf_desktop.services.people import spoken_name
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.focus_order import focus_soon
from taf_desktop.ui.page import Page, Shell, actions_row
from taf_desktop.ui.pages.meeting.house_card import HouseRoom, ShowingCard
from taf_desktop.ui.widgets import (
    Card,
    Columns,
    Crumb,
    Label,
    PrimaryButton,
    SecondaryButton,
    TextBox,
)
from taf_desktop.ui.widgets.houses import HouseButton, HouseWords

LEAST_DIGITS, MOST_DIGITS = 4, 8
MOST_WRONG = 5
"""Wrong tries at the digits before everything is locked."""


class HousesPage(Page):
    """Handing over, the houses, one house, who may see it, and giving the laptop back."""

    name = "family.houses"
    meeting = True

    def __init__(self, shell: Shell, workspace: Workspace, lock: Callable[[], object]) -> None:
        super().__init__(shell)
        self.workspace, self._lock = workspace, lock
        self._digits, self._wrong = "", 0
        self.houses: dict[str, House] = {}
        self.room: HouseRoom | None = None
        self.buttons: dict[str, HouseButton] = {}
        self.showing: dict[str, ShowingCard] = {}

    @property
    def child(self) -> Person:
        """Whose houses they are."""
        return self.workspace.people.one(self._id("person_id"))

    def _id(self, key: str) -> UUID:
        found: UUID = self.args[key]
        return found

    def refresh(self) -> None:
        """Begin with handing the laptop over; in the middle of it, stay where the child is."""
        if not self._digits:
            self.houses = self._kept()
            self._show_handing_over()

    def leave(self) -> bool:
        """Keep what is drawn; the page itself is only left with the digits."""
        return self._keep_room()

    def forget_savers(self) -> None:
        """The page goes, and with it the digits."""
        super().forget_savers()
        self._digits = ""

    def crumbs(self) -> list[Crumb]:
        """There is no way from here."""
        return []

    def first_focus(self) -> QWidget | None:
        """The box for the digits, until the laptop is handed over."""
        return None if self._digits else self.digits.box

    def _kept(self) -> dict[str, House]:
        ids = (self._id("family_id"), self._id("person_id"), self._id("meeting_id"))
        return self.workspace.drawings.houses(*ids)

    def _clear(self, title: str, under: str = "") -> None:
        self.body.clear_after(self.heading)
        self.room, self.buttons, self.showing = None, {}, {}
        self.set_heading(title, under)

    # Handing over and giving back

    def _show_handing_over(self) -> None:
        name = spoken_name(self.child)
        self._clear(
            f"Three houses for {name}",
            "The laptop goes to the child. Nothing else can be seen or opened until you type your "
            "digits.",
        )
        card = self.body.add(Card("Before you turn it round"))
        self.digits = card.add(
            TextBox("Digits that only you know", "Four or more. For this time only.", secret=True)
        )
        self.digits.submitted.connect(self.hand_over)
        card.add(
            Label(
                "What is drawn and written is kept at once. Only you and the child can see it "
                "until the child says who else may."
            )
        )
        self.body.add(
            actions_row(
                SecondaryButton("Back to the meeting", self._go_back),
                PrimaryButton(f"Give it to {name}", self.hand_over),
            )
        )

    def hand_over(self) -> None:
        """Remember the digits, close every other way, and show the houses."""
        typed = self.digits.text()
        good = typed.isascii() and typed.isdecimal()
        if not good or not LEAST_DIGITS <= len(typed) <= MOST_DIGITS:
            words = f"Type {LEAST_DIGITS} to {MOST_DIGITS} digits, such as the first of a number."
            self.digits.show_problem(words)
            self.digits.box.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._digits, self._wrong = typed, 0
        self.shell.hold()
        self.show_houses()

    def _show_giving_back(self) -> None:
        self._clear("Thank you!", "Please give the laptop back now.")
        card = self.body.add(Card("For the grown-up"))
        self.digits = card.add(TextBox("Your digits", secret=True))
        self.digits.submitted.connect(self.take_back)
        self.body.add(
            actions_row(
                SecondaryButton("Not finished yet", self.show_houses),
                PrimaryButton("Back to the meeting", self.take_back),
            )
        )
        focus_soon(self.digits.box)

    def take_back(self) -> None:
        """Back to the meeting with the right digits; after many wrong ones all is locked."""
        if self.digits.text() != self._digits:
            self._wrong += 1
            self.digits.set_text("")
            self.digits.show_problem("Those are not the digits. Ctrl+L locks the laptop.")
            if self._wrong >= MOST_WRONG:
                self._lock()
            return
        self._digits = ""
        self.shell.let_go()
        self._go_back()

    def _go_back(self) -> None:
        self.shell.navigator.go(
            "family.meeting",
            family_id=self._id("family_id"),
            meeting_id=self._id("meeting_id"),
            part="family",
        )

    # The houses

    def show_houses(self) -> None:
        """The three houses, in any order."""
        if not self._keep_room():
            return
        self._clear(f"{spoken_name(self.child)}'s houses", "Go into any house. Draw, or write.")
        columns = self.body.add(Columns((1, 1, 1), stack_below=620), 1)
        for at, (key, house) in enumerate(self.houses.items()):
            words = HouseWords(title=house.title, inside=inside_words(house))
            button = HouseButton(key, words, partial(self.enter, key))
            self.buttons[key] = columns.add(at, button, 1)
        self.body.add(actions_row(PrimaryButton("I am finished", self.finish)))
        focus_soon(next(iter(self.buttons.values())))

    def enter(self, key: str) -> None:
        """Go into a house."""
        self._clear(self.houses[key].title)
        self.room = self.body.add(HouseRoom(self.houses[key]), 1)
        self.room.edited.connect(self._keep_room)
        self.body.add(actions_row(PrimaryButton("Back to the houses", self.show_houses)))
        focus_soon(self.room.pad)

    def _keep_room(self) -> bool:
        """Keep what is in the house that is open; False when that was not possible."""
        if self.room is None:
            return True
        house = self.room.house()
        before = self.houses[house.house]
        unchanged = (house.title, house.words, house.strokes) == (
            before.title,
            before.words,
            before.strokes,
        )
        if unchanged or (house.is_empty and before.statement_id is None):
            self.houses[house.house] = replace(house, statement_id=before.statement_id)
            return True
        ids = (self._id("meeting_id"), self._id("family_id"), self._id("person_id"))
        try:
            house = replace(house, statement_id=before.statement_id)
            self.houses[house.house] = self.workspace.drawings.keep(*ids, house)
        except UserError as error:
            self.room.show_problem(f"{error.title} {error.message}")
            return False
        return True

    # Who may see it

    def finish(self) -> None:
        """Ask who may see what is in each house; with nothing in them, give the laptop back."""
        filled = [house for house in self.houses.values() if house.statement_id is not None]
        if not filled:
            self._show_giving_back()
            return
        self._clear("May I show this to …?", "You decide. You can change your mind later.")
        people = self._people()
        for house in filled:
            card = ShowingCard(house, people, self._allowed(house))
            card.edited.connect(partial(self._show_to, house))
            self.showing[house.house] = self.body.add(card)
        lead = self._lead_words()
        if lead:
            self.body.add(Label(lead))
        self.body.add(
            actions_row(
                SecondaryButton("Back to the houses", self.show_houses),
                PrimaryButton("That is right", self._show_giving_back),
            )
        )

    def _people(self) -> Sequence[tuple[UUID, str]]:
        lead = self.workspace.families.one(self._id("family_id")).lead_id
        return [
            (person.id, spoken_name(person))
            for person in self.workspace.people.everyone(self._id("family_id"))
            if person.kind != "unborn" and person.id not in (self._id("person_id"), lead)
        ]

    def _lead_words(self) -> str:
        lead = self.workspace.families.one(self._id("family_id")).lead_id
        if lead is None:
            return ""
        name = spoken_name(self.workspace.people.one(lead))
        return f"{name} can see it, because {name} looks after the plan."

    def _allowed(self, house: House) -> frozenset[UUID]:
        rows = self.workspace.views.statements(self._id("family_id"))
        found = next((row for row in rows if row.id == house.statement_id), None)
        return found.audience.people if found is not None else frozenset()

    def _show_to(self, house: House) -> None:
        if house.statement_id is None:
            return
        try:
            self.workspace.drawings.show_to(house.statement_id, self.showing[house.house].allowed())
        except UserError as error:
            self.shell.show_error(error)


def inside_words(house: House) -> str:
    """What is in a house, in words."""
    drawn = "drawn" if house.strokes else ""
    written = "written" if house.words.strip() else ""
    return " and ".join(part for part in (drawn, written) if part) or "empty"
