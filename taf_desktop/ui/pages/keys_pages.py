"""Changing the ways in: another passphrase, another recovery code, this computer's sign-in."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.page import Page, Shell, actions_row
from taf_desktop.ui.pages.desk_rail import desk_rail
from taf_desktop.ui.pages.new_passphrase import NewPassphrase
from taf_desktop.ui.pages.recovery_page import CodeGroups, code_groups
from taf_desktop.ui.pages.sheet import save_sheet
from taf_desktop.ui.pages.trouble import TroubleNote
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Crumb,
    Label,
    PrimaryButton,
    RailEntry,
    SecondaryButton,
    TextBox,
)


class KeysPage(Page):
    """What both have in common: the passphrase of now, and whoever is at the desk types it."""

    back_words = "Back to settings"

    def __init__(self, shell: Shell, workspace: Workspace, vault: Vault) -> None:
        super().__init__(shell)
        self.workspace, self.vault = workspace, vault
        self.trouble = TroubleNote()
        self.now = TextBox("The passphrase you use now", secret=True)
        self.now.edited.connect(lambda _words: self.now.show_problem(None))

    def open(self, **args: object) -> None:
        """An empty box, and no old trouble."""
        super().open(**args)
        self.forget()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no secret behind on a page that nobody sees."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget()

    def forget(self) -> None:
        """Empty the boxes."""
        self.now.set_text("")
        self.now.show_problem(None)
        self.trouble.hide()

    def crumbs(self) -> list[Crumb]:
        """One step from settings."""
        return [Crumb("Home", "home"), Crumb("Settings", "settings"), Crumb(self.title())]

    def rail(self) -> list[RailEntry]:
        """The pages that belong to no family."""
        return desk_rail(self.workspace)

    def rail_key(self) -> tuple[str, dict[str, Any]]:
        """A part of settings."""
        return "settings", {}

    def first_focus(self) -> QWidget:
        """The passphrase of now."""
        return self.now.box

    def back(self) -> None:
        """Go back to settings."""
        self.shell.navigator.go("settings")

    def typed_now(self) -> bool:
        """Whether the passphrase of now was typed; if not, says so at the box."""
        if self.now.text():
            return True
        self.now.show_problem("Type the passphrase that opens your records today.")
        self.now.box.setFocus(Qt.FocusReason.OtherFocusReason)
        return False


class ChangePassphrasePage(KeysPage):
    """The old passphrase once, the new one twice."""

    name = "settings.passphrase"

    def __init__(self, shell: Shell, workspace: Workspace, vault: Vault) -> None:
        super().__init__(shell, workspace, vault)
        self.set_heading(
            "Change the passphrase",
            "From then on only the new one opens your records. The recovery code stays as it is.",
        )
        self.body.add(self.trouble)
        card = self.body.add(Card())
        card.add(self.now)
        self.passphrase = card.add(
            NewPassphrase(vault.suggest_passphrase, vault.passphrase_problem, "New passphrase")
        )
        self.passphrase.submitted.connect(self.change)
        self.body.add(
            actions_row(
                SecondaryButton(self.back_words, self.back),
                PrimaryButton("Change the passphrase", self.change),
            )
        )

    def forget(self) -> None:
        """Empty the boxes."""
        super().forget()
        self.passphrase.clear()

    def change(self) -> None:
        """Change it, and say so."""
        if not self.typed_now() or not self.passphrase.is_ready():
            return
        old, new = self.now.text(), self.passphrase.text()
        if self.trouble.try_to(lambda: self.vault.change_passphrase(old, new)):
            self.back()
            self.shell.say("The passphrase is changed")
        else:
            self.now.box.setFocus(Qt.FocusReason.OtherFocusReason)


class ChangeRecoveryPage(KeysPage):
    """Another code, on paper before it counts."""

    name = "settings.recovery"

    def __init__(self, shell: Shell, workspace: Workspace, vault: Vault) -> None:
        super().__init__(shell, workspace, vault)
        self.set_heading(
            "Make a new recovery code",
            "For when the sheet is lost, or somebody may have seen it. The old sheet then opens "
            "nothing.",
        )
        self.body.add(self.trouble)
        self._new_code = ""
        self.groups = CodeGroups()
        self.saved = Aside("")
        self.saved.hide()
        card = self.body.add(Card("1. Put the new code on paper"))
        card.add(self.groups)
        card.add(SecondaryButton("Save a sheet to print", self._save_sheet))
        card.add(self.saved)
        sure = self.body.add(Card("2. Let it count from now on"))
        sure.add(Label("Until you press the button, the old code is the one that opens."))
        sure.add(self.now)
        self.now.submitted.connect(self.change)
        self.body.add(
            actions_row(
                SecondaryButton(self.back_words, self.back),
                PrimaryButton("Use the new code", self.change),
            )
        )

    def open(self, **args: object) -> None:
        """A new code each time: one that was not taken is worth nothing."""
        super().open(**args)
        self._new_code = self.vault.new_recovery_code()
        self.groups.show_groups(code_groups(self._new_code))
        self.saved.hide()

    def forget(self) -> None:
        """Empty the box, and let go of the code."""
        super().forget()
        self._new_code = ""
        self.groups.show_groups([])

    def change(self) -> None:
        """Let the new code count, and say so."""
        if not self.typed_now():
            return
        passphrase, code = self.now.text(), self._new_code
        if self.trouble.try_to(lambda: self.vault.change_recovery_code(passphrase, code)):
            self.back()
            self.shell.say("The new recovery code counts from now on")
        else:
            self.now.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_sheet(self) -> None:
        def save() -> None:
            code = self._new_code
            if save_sheet(self.shell, lambda to: self.vault.save_recovery_sheet(code, to)):
                self.saved.setText(
                    "The sheet is saved. Print it, then delete the file from this laptop."
                )
                self.saved.show()

        self.trouble.try_to(save)


class SignInPage(KeysPage):
    """The passphrase once more, before this computer's sign-in may open the records."""

    name = "settings.sign_in"

    def __init__(self, shell: Shell, workspace: Workspace, vault: Vault) -> None:
        super().__init__(shell, workspace, vault)
        self.set_heading(
            "Unlock with this computer’s sign-in?",
            "Whoever is signed in to this computer as you can then open your records, for a day "
            "after you typed the passphrase. Leave it off where you share the sign-in.",
        )
        self.body.add(self.trouble)
        card = self.body.add(Card())
        card.add(self.now)
        self.now.submitted.connect(self.turn_on)
        self.body.add(
            actions_row(
                SecondaryButton(self.back_words, self.back),
                PrimaryButton("Turn it on", self.turn_on),
            )
        )

    def turn_on(self) -> None:
        """Turn it on, and say so."""
        if not self.typed_now():
            return
        passphrase = self.now.text()
        if self.trouble.try_to(lambda: self.vault.sign_in.turn_on(passphrase)):
            self.back()
            self.shell.say("This computer’s sign-in opens your records now")
        else:
            self.now.box.setFocus(Qt.FocusReason.OtherFocusReason)
