"""Erasing a family: what goes and cannot come back is said first; then the reference is typed."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.page import Shell, actions_row
from taf_desktop.ui.pages.keeping_page import AboutKeeping, kept_words
from taf_desktop.ui.pages.trouble import TroubleNote
from taf_desktop.ui.preferences import LivePreferences
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    InsetNote,
    Label,
    PrimaryButton,
    SecondaryButton,
    TextBox,
    Tone,
)
from taf_desktop.ui.widgets.text import show_if

GOES = (
    "The family and everybody in it, what they said and drew, every assessment, meeting, plan, "
    "agreement and action, and every wording of them in the history.",
    "Undo does not bring it back, and neither does “Bring back” from a copy.",
    "What stays: that a record with this reference was erased, when, by whom and by which rule. "
    "Professionals and services stay, because they work with other families too.",
    "What this program cannot reach: papers that were printed, saved or sent, and what stands "
    "about this family in another family’s record.",
)


class ErasePage(AboutKeeping):
    """The one page whose step cannot be taken back."""

    name = "settings.erase"
    short = "Erase"

    def __init__(self, shell: Shell, workspace: Workspace, preferences: LivePreferences) -> None:
        super().__init__(shell, workspace, preferences)
        self.body.add(InsetNote("This cannot be undone.", "For ever", Tone.LATE))
        goes = self.body.add(Card("What goes, and what does not"))
        for words in GOES:
            goes.add(Label(words))
        card = self.body.add(Card("To be sure"))
        self.when = card.add(Label(""))
        self.trouble = card.add(TroubleNote())
        self.reason = card.add(
            TextBox(
                "Why does it go before its time?",
                "Without names, because it stays. For instance: a parent asked for it.",
            )
        )
        self.typed = card.add(TextBox("Type the reference"))
        self.typed.submitted.connect(self.erase)
        self.typed.edited.connect(lambda _words: self.typed.show_problem(None))
        keep = SecondaryButton("Keep it", self.back_to_list)
        card.add(actions_row(keep, PrimaryButton("Erase for ever", self.erase)))
        card.add(Aside("Afterwards you see which copies still hold it, and can take them away."))

    @property
    def family_id(self) -> UUID:
        """The family this page was opened for."""
        family_id: UUID = self.args["family_id"]
        return family_id

    def refresh(self) -> None:
        """Show whose record it is and how long it was to be kept."""
        self.kept = self.workspace.keeping.of(self.family_id)
        self.set_heading(f"Erase the record of the {self.kept.name} family?", self.kept.reference)
        self.when.setText(kept_words(self.kept))
        show_if(self.reason, not self.kept.is_over)
        self.trouble.hide()
        for box in (self.reason, self.typed):
            box.set_text("")
            box.show_problem(None)

    def first_focus(self) -> QWidget | None:
        """The first box; nothing that erases."""
        return self.typed.box if self.kept.is_over else self.reason.box

    def erase(self) -> None:
        """Erase it, let go of every page that shows it, and show what is left to do."""
        reference = self.kept.reference
        if self.typed.text().strip().casefold() != reference.casefold():
            self.typed.show_problem(f"Type {reference}, to be sure that it is this one.")
            self.typed.box.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        reason, erasing = self.reason.text(), self.workspace.erasing
        if not self.trouble.try_to(lambda: erasing.erase(self.family_id, reason)):
            box = self.typed.box if self.kept.is_over else self.reason.box
            box.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.shell.navigator.go("settings.erased", erasure_id=erasing.erasures()[0].id)
        self.shell.forget_others()
        self.shell.say(f"The record {reference} is erased")
