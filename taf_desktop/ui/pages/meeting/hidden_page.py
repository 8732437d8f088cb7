"""The hidden screen: plain, with nothing of the family behind it."""

from PySide6.QtWidgets import QWidget

from taf_desktop.ui.page import Page, Shell
from taf_desktop.ui.widgets import EmptyState, PrimaryButton


class HiddenPage(Page):
    """A plain page; the words of the meeting are gone from the screen, not covered."""

    name = "hidden"
    meeting = True

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.set_heading("The screen is hidden", "Nothing is lost. Everything is saved.")
        self.button = PrimaryButton("Show it again", self.show_again)
        self.body.add(EmptyState("Take the time you need."))
        self.body.add(self.button)

    def show_again(self) -> None:
        """Go back to the part of the meeting that was hidden."""
        self.shell.navigator.go("family.meeting", **self.args)

    def first_focus(self) -> QWidget | None:
        """The way back."""
        return self.button
