"""How the copy that is shown leaves: saved or printed as it stands, and noted for whom it is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from taf_desktop.errors import UserError
from taf_desktop.model.issued import DocumentIssued
from taf_desktop.services.copies import PlanCopy
from taf_desktop.services.ways import LOCKED, WAYS
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.page import Shell
from taf_desktop.ui.pages.copies_made import made_words
from taf_desktop.ui.pages.copy_card import CopyCard
from taf_desktop.ui.pages.findings_card import FindingsCard
from taf_desktop.ui.printing import print_pdf

SHOWN_ONCE = (
    "Write it down now: it is shown this once and kept nowhere. Tell it to the reader by "
    "telephone or face to face, never in the same message as the copy."
)


class CopyLeaving:
    """The copy that is shown, or why there is none, and the two ways out."""

    def __init__(
        self,
        shell: Shell,
        workspace: Workspace,
        page: QWidget,
        findings: FindingsCard,
        left: Callable[[], object],
    ) -> None:
        self._shell, self._workspace, self._page = shell, workspace, page
        self._findings, self._left = findings, left
        self.card = CopyCard(self.save, self.print)
        self.copy: PlanCopy | None = None
        self.trouble = UserError("", "")

    def save(self) -> None:
        """Write the pages that are shown to a file, and note for whom they are."""
        try:
            copy = self._ready()
            way, title = self.card.way.value(), "Where shall this copy go?"
            ask = self._shell.ask
            where = ask.save_where(self._page, title, copy.name_as(way), WAYS[way].filter)
            if where is not None:
                self._save(copy, where, way)
        except UserError as error:
            self._shell.show_error(error)

    def _save(self, copy: PlanCopy, where: Path, way: str) -> None:
        """Save it; the password of a locked copy is shown once, when there is such a copy."""
        plans = self._workspace.plans
        password = plans.new_password() if way == LOCKED else ""
        self._note(plans.save(copy, where, self._findings.decision(), way, password))
        if password:
            words = f"{password}\n\n{SHOWN_ONCE}"
            self._shell.ask.message(self._page, "The password of this copy", words)

    def print(self) -> None:
        """Print the pages that are shown, and note for whom they are."""
        try:
            copy = self._ready()
            printer = self._shell.ask.which_printer(self._page, "Print this copy")
            if printer is not None:
                print_pdf(copy.pdf, printer)
                decision = self._findings.decision()
                self._note(self._workspace.plans.record_printed(copy, decision))
        except UserError as error:
            self._shell.show_error(error)

    def _ready(self) -> PlanCopy:
        """The copy that is shown; raises when there is none, or when it could not be noted."""
        if self.copy is None:
            raise self.trouble
        self._workspace.plans.refuse_unrecorded()
        self._workspace.plans.refuse_unsettled(self.copy)
        return self.copy

    def _note(self, issued: DocumentIssued) -> None:
        self._left()
        self.card.show_done(made_words(issued))
        self._shell.say(f"{made_words(issued).partition(' on ')[0]}, and noted")
        self._shell.refresh_around()
