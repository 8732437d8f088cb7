"""The hidden screen: plain, with nothing of the family behind it; and a card for family time."""

from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from taf_desktop.ui.page import Page, Shell
from taf_desktop.ui.widgets import Card, FlowRow, Label, PrimaryButton, SecondaryButton

BREAKS = (5, 10, 15)
"""How many minutes family time may be, to choose from."""


class HiddenPage(Page):
    """A plain page; the words of the meeting are gone from the screen, not covered."""

    name = "hidden"
    meeting = True

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.words = self.body.add(Label("Take the time you need."))
        self.button = PrimaryButton("Show it again", self.show_again)
        self.body.add(FlowRow([self.button]))
        card = self.body.add(Card("Family time"))
        card.add(Label("The family talks by itself. The others leave the room until then:"))
        self.breaks = {
            minutes: SecondaryButton(
                f"{minutes} minutes", partial(self.give_time, minutes), f"{minutes} minutes of it"
            )
            for minutes in BREAKS
        }
        card.add(FlowRow(list(self.breaks.values())))
        self.family_time = card

    def refresh(self) -> None:
        """Plain, whatever was chosen the last time."""
        self.set_heading("The screen is hidden", "Nothing is lost. Everything is saved.")
        self.words.setText("Take the time you need.")

    def give_time(self, minutes: int) -> None:
        """Say until when the family has the room to itself."""
        until = self.shell.clock() + timedelta(minutes=minutes)
        self.set_heading("Family time", "The room is yours.")
        self.words.setText(f"We go on at {until:%H:%M}.")
        self.shell.say(f"Family time until {until:%H:%M}")

    def show_again(self) -> None:
        """Go back to the part of the meeting that was hidden."""
        self.shell.navigator.go("family.meeting", **self.args)

    def first_focus(self) -> QWidget | None:
        """The way back."""
        return self.button
