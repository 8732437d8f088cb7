"""Who can open these records: letting a colleague in with their own passphrase, or shutting out."""

from functools import partial

from PySide6.QtCore import Qt

from taf_desktop.services.keys import MOST_PEOPLE, Colleague, Holder
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.page import Shell, actions_row
from taf_desktop.ui.pages.keys_pages import KeysPage
from taf_desktop.ui.pages.new_passphrase import NewPassphrase
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Columns,
    Label,
    PairRow,
    PrimaryButton,
    SecondaryButton,
    TextBox,
)


class OpenersPage(KeysPage):
    """Everybody with a passphrase, and a form for one more."""

    name = "settings.openers"

    def __init__(self, shell: Shell, workspace: Workspace, vault: Vault) -> None:
        super().__init__(shell, workspace, vault)
        self.set_heading(
            "Who can open these records?",
            "Everybody listed here reads and changes everything, each with their own passphrase. "
            "What they write stands under their own name.",
        )
        self.body.add(self.trouble)
        sure = self.body.add(Card("First, to be sure that it is you"))
        sure.add(self.now)
        columns = self.body.add(Columns((1, 1)))
        self.people = columns.add(0, Card("They can open them"))
        columns.add(1, self._letting_in())
        self.body.add(actions_row(SecondaryButton(self.back_words, self.back)))

    def _letting_in(self) -> Card:
        card = Card("Let a colleague in")
        self.given_name = card.add(TextBox("Their first name"))
        self.family_name = card.add(TextBox("Their family name"))
        self.job_title = card.add(TextBox("What they do"))
        self.passphrase = card.add(
            NewPassphrase(
                self.vault.suggest_passphrase, self.vault.passphrase_problem, "Their passphrase"
            )
        )
        card.add(Aside("Let them type it, and look away. Nobody else needs to know it."))
        self.passphrase.submitted.connect(self.let_in)
        self.given_name.edited.connect(lambda _words: self.given_name.show_problem(None))
        card.add(actions_row(PrimaryButton("Let them in", self.let_in)))
        return card

    def refresh(self) -> None:
        """List everybody who has a passphrase now."""
        self.people.clear()
        for holder in self.vault.keys.holders(self.workspace):
            self.people.add_row(self._row(holder))
        self.people.add(
            Aside(
                f"Up to {MOST_PEOPLE} people. Shutting somebody out gives the records another key, "
                "which they never had. What they wrote stays."
            )
        )

    def _row(self, holder: Holder) -> PairRow:
        code = (
            "has a recovery code" if holder.has_recovery_code else "no recovery code of their own"
        )
        if holder.is_you:
            return PairRow(holder.name, Label("You", wrap=False), code)
        out = SecondaryButton(f"Shut {holder.name} out", partial(self.shut_out, holder.name))
        return PairRow(holder.name, out, code)

    def forget(self) -> None:
        """Empty the boxes."""
        super().forget()
        self.passphrase.clear()
        for box in (self.given_name, self.family_name, self.job_title):
            box.set_text("")
            box.show_problem(None)

    def let_in(self) -> None:
        """Let the colleague in, and say so."""
        if not self.typed_now() or not self._has_name() or not self.passphrase.is_ready():
            return
        colleague = Colleague(
            given_name=self.given_name.text().strip(),
            family_name=self.family_name.text().strip(),
            job_title=self.job_title.text().strip(),
        )
        now, theirs, keys = self.now.text(), self.passphrase.text(), self.vault.keys
        let_in: list[str] = []
        if self.trouble.try_to(
            lambda: let_in.append(keys.let_in(self.workspace, now, colleague, theirs))
        ):
            self.forget()
            self.refresh()
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
            self.shell.say(f"{let_in[0]} can open the records now")
        else:
            self.now.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_name(self) -> bool:
        if self.given_name.text().strip():
            return True
        self.given_name.show_problem("Write their first name: it stands beside what they write.")
        self.given_name.box.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def shut_out(self, name: str) -> None:
        """Ask once more, then shut somebody out, and say so."""
        if not self.typed_now() or not self._is_sure(name):
            return
        now = self.now.text()
        if self.trouble.try_to(lambda: self.vault.keys.shut_out(self.workspace, now, name)):
            self.now.set_text("")
            self.refresh()
            self.shell.say(f"{name} can open the records no more")
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_sure(self, name: str) -> bool:
        return self.shell.ask.confirm(
            None,
            f"Shut {name} out?",
            f"From now on {name}’s passphrase and recovery code open nothing on this computer, "
            f"backups included. What {name} wrote stays. A copy that was made before and is kept "
            "somewhere else still opens with the old passphrase. This cannot be undone; you can "
            f"let {name} in again with a new passphrase.",
            yes=f"Shut {name} out",
            no="Leave it as it is",
        )
