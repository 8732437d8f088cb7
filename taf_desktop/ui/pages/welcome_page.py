"""The first thing anybody sees: start with real families, or practise first."""

from taf_desktop.ui.page import Page, Shell
from taf_desktop.ui.pages.door import Door
from taf_desktop.ui.pages.trouble import TroubleNote
from taf_desktop.ui.widgets import (
    Card,
    Columns,
    Crumb,
    Label,
    PrimaryButton,
    SecondaryButton,
)


class WelcomePage(Page):
    """Two ways in, each in a few plain words."""

    name = "welcome"

    def __init__(self, shell: Shell, door: Door) -> None:
        super().__init__(shell)
        self.door = door
        self.set_heading(
            "Welcome to TAF Desktop",
            "For everyone who brings people together around a family: listen, meet, agree who "
            "does what, and see whether things get better.",
        )
        self.trouble = self.body.add(TroubleNote())
        self.start = PrimaryButton("Start my own records", self._start)
        self.practise = SecondaryButton("Practise with an example family", self._practise)
        columns = self.body.add(Columns((1, 1)))
        columns.add(0, self._own_records())
        columns.add(1, self._practice())
        self.body.add(self._promises())

    def _own_records(self) -> Card:
        card = Card("With your own families")
        card.add(
            Label(
                "Three short steps, about two minutes: who you are, a passphrase that locks your "
                "records, and a recovery code to keep somewhere safe."
            )
        )
        card.add(self.start)
        return card

    def _practice(self) -> Card:
        card = Card("To look around first")
        card.add(
            Label(
                "Three made-up families at different stages. Press everything, change anything: "
                "nothing there is real, and none of it mixes with your own records."
            )
        )
        card.add(self.practise)
        return card

    def _promises(self) -> Card:
        card = Card("Where what you write is kept")
        for words in (
            "On this laptop only, in one locked file. The program never uses the internet.",
            "Everything is saved as you type. There is no Save button, and Ctrl+Z takes a step "
            "back.",
            "Each person gets a copy of the plan that shows what they may see, and no more.",
        ):
            card.add_row(_row(words))
        return card

    def crumbs(self) -> list[Crumb]:
        """There is nowhere to go back to."""
        return [Crumb("Welcome")]

    def _start(self) -> None:
        self.shell.navigator.go("start.you")

    def _practise(self) -> None:
        self.trouble.try_to(self.door.practise)


def _row(words: str) -> Label:
    label = Label(words)
    label.setContentsMargins(16, 9, 16, 9)
    return label
