"""At the door: bringing an earlier copy back when the records cannot be opened."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from taf_desktop.errors import UserError
from taf_desktop.services.backups import Backup
from taf_desktop.ui.page import Page, Shell
from taf_desktop.ui.pages.backups_page import PutBack
from taf_desktop.ui.pages.copy_words import long_moment, size_words
from taf_desktop.ui.widgets import (
    Card,
    Crumb,
    EmptyState,
    FlowRow,
    PairRow,
    SecondaryButton,
)


class OldCopiesPage(Page):
    """At the door: bringing the newest whole copy back when the records cannot be opened."""

    name = "door.copies"

    def __init__(
        self, shell: Shell, copies: Callable[[], Sequence[Backup]], put_back: PutBack
    ) -> None:
        super().__init__(shell)
        self._copies, self._put_back = copies, put_back
        self.card = self.body.add(Card("The copies on this computer"))
        self.buttons: list[SecondaryButton] = []
        self.body.add(
            FlowRow([SecondaryButton("Back", lambda: shell.navigator.go("unlock"))], gap=12)
        )

    def refresh(self) -> None:
        """Read the folder again."""
        self.set_heading(
            "Bring back an earlier copy",
            "The file that cannot be opened is set aside, not thrown away. Afterwards you unlock "
            "the copy with your passphrase.",
        )
        self.card.clear()
        self.buttons = []
        for backup in self._copies():
            words = long_moment(backup)
            button = SecondaryButton(
                "Bring it back", partial(self.put_back, backup), f"Bring back the copy of {words}"
            )
            self.buttons.append(button)
            self.card.add_row(PairRow(words, button, size_words(backup.size)))
        if not self.buttons:
            self.card.add(EmptyState("There is no copy in the folder beside the records."))

    def crumbs(self) -> list[Crumb]:
        """One step from unlocking."""
        return [Crumb("Unlock", "unlock"), Crumb("Earlier copies")]

    def first_focus(self) -> QWidget | None:
        """The newest copy."""
        return self.buttons[0] if self.buttons else None

    def put_back(self, backup: Backup) -> None:
        """Let a copy be the records; then it is unlocked as ever."""
        sure = self.shell.ask.confirm(
            self,
            f"Bring back the copy of {long_moment(backup)}?",
            "What was written after that is not in it. The file of now is set aside in a folder "
            "beside the records.",
            yes="Bring it back",
            no="Stay",
        )
        if not sure:
            return
        try:
            self._put_back(backup.path)
        except UserError as error:
            self.shell.show_error(error)
            return
        self.shell.navigator.go("unlock")
        self.shell.say("The copy is in place: unlock it with your passphrase")
