"""Putting a record on hold: it is not erased until somebody lifts that again."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.page import Shell, actions_row
from taf_desktop.ui.pages.keeping_page import AboutKeeping, kept_words
from taf_desktop.ui.pages.trouble import TroubleNote
from taf_desktop.ui.preferences import LivePreferences
from taf_desktop.ui.widgets import Label, PrimaryButton, SecondaryButton, TextBox


class HoldPage(AboutKeeping):
    """Why a record must stay, in a sentence."""

    name = "settings.hold"
    short = "Hold"

    def __init__(self, shell: Shell, workspace: Workspace, preferences: LivePreferences) -> None:
        super().__init__(shell, workspace, preferences)
        self.trouble = self.body.add(TroubleNote())
        self.kept = self.body.add(Label(""))
        self.reason = self.body.add(
            TextBox("Why must it stay?", "For instance: a court or the family has asked for it.")
        )
        self.reason.submitted.connect(self.hold)
        set_it = PrimaryButton("Put it on hold", self.hold)
        self.body.add(actions_row(set_it, SecondaryButton("Back", self.back_to_list)))

    @property
    def family_id(self) -> UUID:
        """The family this page was opened for."""
        family_id: UUID = self.args["family_id"]
        return family_id

    def refresh(self) -> None:
        """Show whose record it is."""
        kept = self.workspace.keeping.of(self.family_id)
        self.set_heading(
            f"Put the record of the {kept.name} family on hold?",
            "On hold it cannot be erased, whatever the rules say, until somebody lifts that.",
        )
        self.kept.setText(kept_words(kept))
        self.trouble.hide()
        self.reason.set_text("")

    def first_focus(self) -> QWidget | None:
        """The reason."""
        return self.reason.box

    def hold(self) -> None:
        """Set the hold, and go back to the list."""
        reason = self.reason.text()
        if self.trouble.try_to(lambda: self.workspace.keeping.hold(self.family_id, reason)):
            self.back_to_list()
            self.shell.say("The record is on hold")
        else:
            self.reason.box.setFocus(Qt.FocusReason.OtherFocusReason)
