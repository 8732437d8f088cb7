"""After an erasure: the copies that still hold the record, and the certificate."""

from collections.abc import Sequence
from pathlib import Path

from taf_desktop.errors import UserError
from taf_desktop.packs.dates import date_words
from taf_desktop.services.erasing import OldCopy
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.focus_order import focus_soon
from taf_desktop.ui.page import Shell
from taf_desktop.ui.pages.keeping_page import AboutKeeping, erased_words
from taf_desktop.ui.pages.paper_view import PaperView
from taf_desktop.ui.pages.trouble import TroubleNote
from taf_desktop.ui.preferences import LivePreferences
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Columns,
    FlowRow,
    Label,
    PairRow,
    SecondaryButton,
)

MOST_COPIES = 8
"""Copies listed one by one; the others are counted."""

KINDS_OF_FILE = "PDF (*.pdf)"
STAYED = UserError(
    "Some copies could not be taken away.",
    "Another program may have them open, or they may not be written. Try again later.",
)


class ErasedPage(AboutKeeping):
    """What is left to do about one erasure, and what proves it."""

    name = "settings.erased"
    short = "Erased"

    def __init__(self, shell: Shell, workspace: Workspace, preferences: LivePreferences) -> None:
        super().__init__(shell, workspace, preferences)
        self.trouble = self.body.add(TroubleNote())
        columns = self.body.add(Columns((1, 1), stack_below=820))
        self.card = columns.add(0, Card("Copies that still hold it"))
        proof = columns.add(1, Card("The certificate"))
        proof.add(Label("It says the reference, the days, the rule and who erased it. No names."))
        self.save = SecondaryButton("Save the certificate", self.save_certificate)
        proof.add(FlowRow([self.save]))
        self.view = columns.add(1, PaperView())
        self.copies: Sequence[OldCopy] = ()
        self.pdf = b""

    def refresh(self) -> None:
        """Look through the copies again, and make the certificate of now."""
        erasing, wanted = self.workspace.erasing, self.args["erasure_id"]
        self.erasure = next(one for one in erasing.erasures() if one.id == wanted)
        self.set_heading(
            f"The record {self.erasure.reference} is erased",
            erased_words(self.erasure),
            SecondaryButton("Back to the list", self.back_to_list),
        )
        self.copies = erasing.copies_with(self.erasure.family, self.second)
        self.trouble.hide()
        self._show_copies()
        self.pdf = erasing.certificate(self.erasure.id, self.second)
        self.view.show_pdf(self.pdf, "the certificate")

    def _show_copies(self) -> None:
        card = self.card
        card.clear()
        if not self.copies:
            card.add(Label("None: no copy on this computer holds it any more."))
        for copy in self.copies[:MOST_COPIES]:
            card.add_row(PairRow(_moment(copy), aside=_place(copy, self.second)))
        if len(self.copies) > MOST_COPIES:
            card.add(Label(f"And {len(self.copies) - MOST_COPIES} more."))
        if self.copies:
            card.add(Label(_when_gone(self.copies)))
            card.add(
                Aside(
                    "Or take them away now: a new copy of everything else is made first. What "
                    "stood only in those old copies, also of other families, is gone then."
                )
            )
            card.add(FlowRow([SecondaryButton("Take these copies away", self.take_away)]))
        if self.second is not None and not self.second.is_dir():
            card.add(Label("The second place is not there now: its copies were not looked into."))

    def take_away(self) -> None:
        """Ask once more, then take away every copy that still holds it."""
        sure = self.shell.ask.confirm(
            self,
            "Take these copies away?",
            "A new copy of the records as they are now is made first. The old ones cannot be "
            "brought back.",
            yes="Take them away",
            no="Leave them",
        )
        stayed: list[OldCopy] = []
        erasing, copies = self.workspace.erasing, self.copies
        if not sure or not self.trouble.try_to(
            lambda: stayed.extend(erasing.take_away(copies, self.second))
        ):
            return
        self.refresh()
        self.shell.say("Some copies stayed" if stayed else "The old copies are gone")
        if stayed:
            self.trouble.tell(STAYED)
        focus_soon(self.save)

    def save_certificate(self) -> None:
        """Save the certificate where somebody chooses; its name names nobody."""
        suggested = f"{self.erasure.reference} certificate of erasure.pdf"
        title = "Where shall the certificate go?"
        where = self.shell.ask.save_where(self, title, suggested, KINDS_OF_FILE)
        if where is None:
            return
        try:
            self.workspace.erasing.save_certificate(self.pdf, where)
        except UserError as error:
            self.shell.show_error(error)
            return
        self.shell.say("The certificate is saved")


def _moment(copy: OldCopy) -> str:
    return f"{date_words(copy.made_at.date().isoformat())}, {copy.made_at:%H:%M}"


def _place(copy: OldCopy, second: Path | None) -> str:
    if copy.gone_by is None:
        return "Set aside when a copy was brought back; it stays until somebody takes it away"
    where = "In the second place" if copy.path.parent == second else "On this computer"
    return f"{where}; gone by {date_words(copy.gone_by.isoformat())}"


def _when_gone(copies: Sequence[OldCopy]) -> str:
    days = [copy.gone_by for copy in copies if copy.gone_by is not None]
    if len(days) < len(copies):
        return "Not all of them go by themselves."
    last = date_words(max(days).isoformat())
    return f"They go by themselves as newer ones are made; the last will have gone by {last}."
