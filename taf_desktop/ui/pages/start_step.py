"""One step of the first start: where we are, a card to fill in, Back and Next."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from taf_desktop.ui.page import Page, Shell, actions_row
from taf_desktop.ui.pages.door import STEPS, Door
from taf_desktop.ui.pages.trouble import TroubleNote
from taf_desktop.ui.widgets import (
    Card,
    Crumb,
    PrimaryButton,
    SecondaryButton,
    Stage,
    StageStrip,
)


class StartStep(Page):
    """What the three steps have in common."""

    step = 0
    next_words = "Next"

    def __init__(self, shell: Shell, door: Door) -> None:
        super().__init__(shell)
        self.door = door
        self.strip = self.body.add(StageStrip(_stages(self.step)))
        self.trouble = self.body.add(TroubleNote())
        self.card = self.body.add(Card())
        self.back = SecondaryButton("Back", self.go_back)
        self.next = PrimaryButton(self.next_words, self.go_on)
        self.body.add(actions_row(self.back, self.next))

    def crumbs(self) -> list[Crumb]:
        """Which step of how many."""
        return [Crumb("Welcome", "welcome"), Crumb(f"Step {self.step + 1} of {len(STEPS)}")]

    def go_back(self) -> None:
        """Back to the step before; what was typed stays."""
        self.leave()
        before = ("welcome", "start.you", "start.passphrase")[self.step]
        self.shell.navigator.go(before)

    def go_on(self) -> None:
        """Look at what was typed and go to the next step."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a box goes on, as in any short form."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
            return
        super().keyPressEvent(event)


def _stages(now: int) -> list[Stage]:
    states = ["done" if at < now else "now" if at == now else "to come" for at in range(len(STEPS))]
    return [Stage(words, state) for words, state in zip(STEPS, states, strict=True)]
