"""The second step of the first start: the passphrase that locks the records."""

from taf_desktop.ui.page import Shell
from taf_desktop.ui.pages.door import Door
from taf_desktop.ui.pages.new_passphrase import NewPassphrase
from taf_desktop.ui.pages.start_step import StartStep
from taf_desktop.ui.widgets import InsetNote, Tone


class PassphrasePage(StartStep):
    """Choose a passphrase, or take five words."""

    name = "start.passphrase"
    step = 1

    def __init__(self, shell: Shell, door: Door) -> None:
        super().__init__(shell, door)
        self.set_heading(
            "How are your records locked?",
            "With a passphrase: a password made of whole words. You type it each time you start.",
        )
        self.passphrase = NewPassphrase(door.suggest_passphrase, door.passphrase_problem)
        self.card.add(self.passphrase)
        self.card.add(
            InsetNote(
                "Nobody can look it up or reset it: not we, not your council, not the police. "
                "The recovery code of the next step is the only other way in.",
                "Important",
                Tone.DUE,
            )
        )

    def open(self, **args: object) -> None:
        """Show what was typed before."""
        super().open(**args)
        self.passphrase.show_words(self.door.first.passphrase, self.door.first.again)

    def leave(self) -> bool:
        """Keep what was typed for coming back."""
        self.door.first.passphrase = self.passphrase.text()
        self.door.first.again = self.passphrase.again.text()
        return super().leave()

    def go_on(self) -> None:
        """On to the recovery code, once the passphrase is good enough."""
        if self.passphrase.is_ready():
            self.shell.navigator.go("start.recovery")
