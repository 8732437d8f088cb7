"""One paper for many families: chosen, made into one folder, and a list of what was not made."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from taf_desktop.errors import UserError
from taf_desktop.services.batches import Order, Outcome
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.announce import announce
from taf_desktop.ui.making_many import MakingMany
from taf_desktop.ui.page import Page, Shell
from taf_desktop.ui.pages.batch_choices import BatchChoices
from taf_desktop.ui.pages.batch_list import BatchList
from taf_desktop.ui.pages.desk_rail import desk_rail
from taf_desktop.ui.pages.desk_words import counted
from taf_desktop.ui.pages.trouble import TroubleNote
from taf_desktop.ui.printing import print_pdf
from taf_desktop.ui.widgets import (
    Card,
    Columns,
    FlowRow,
    Label,
    PrimaryButton,
    RailEntry,
    SecondaryButton,
)
from taf_desktop.ui.widgets.text import show_if

TITLE = "A paper for many families"
NO_FAMILY = UserError("Nothing was made.", "Choose at least one family at the left.")
SPOKEN_EVERY = 10
"""Families after which a screen reader hears how far it is."""


class BatchPage(Page):
    """The choices at the left; the making, and the list of what was not made, at the right."""

    name = "papers"

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell)
        self.workspace = workspace
        self.making: MakingMany | None = None
        self.order: Order | None = None
        self.wanted = 0
        self.outcomes: list[Outcome] = []
        self.set_heading(
            TITLE,
            "One file for each, in one folder, under the family’s reference; each copy is noted.",
        )
        self.columns = self.body.add(Columns((1, 1), stack_below=820))
        self.choices = self.columns.add(0, BatchChoices(workspace))
        self.choices.edited.connect(self._show_many)
        self._build_making()
        self.list = self.columns.add(1, BatchList(self.print_list, self.save_list))
        self._show_state()

    def _build_making(self) -> None:
        self.card = self.columns.add(1, Card("Make them"))
        self.many = self.card.add(Label("", bold=True))
        self.trouble = self.card.add(TroubleNote())
        self.make = PrimaryButton("Choose the folder and make them", self.start)
        self.stop = SecondaryButton("Stop", self.stop_now)
        self.card.add(FlowRow([self.make, self.stop], gap=12))
        self.far = self.card.add(Label(""))

    def refresh(self) -> None:
        """Read the families again; what was made last stays to be read."""
        if self.making is None:
            self.choices.show_families(self.workspace.batches.families())

    def rail(self) -> list[RailEntry]:
        """The pages that belong to no family."""
        return desk_rail(self.workspace)

    def rail_key(self) -> tuple[str, dict[str, object]]:
        """It belongs to the home page."""
        return "home", {}

    def first_focus(self) -> QWidget | None:
        """The paper, which is chosen first."""
        return self.choices.paper.box

    def leave(self) -> bool:
        """Nothing is made behind somebody's back: what is begun is finished, and no more."""
        self._end()
        return super().leave()

    def forget_savers(self) -> None:
        """A page that is let go of makes nothing any more."""
        self._end()
        super().forget_savers()

    def start(self) -> None:
        """Ask for the folder, and begin."""
        families = self.choices.chosen()
        if not families:
            self.trouble.tell(NO_FAMILY)
            return
        folder = self.shell.ask.which_folder(self, "Which folder shall the papers go to?")
        if folder is None:
            return
        choices, batches = self.choices, self.workspace.batches
        paper, readers = choices.paper.value(), choices.readers.value()
        order = Order(document=paper, readers=readers, folder=folder)
        if not self.trouble.try_to(lambda: batches.refuse(order)):
            return
        self.order, self.outcomes, self.wanted = order, [], len(families)
        self.making = MakingMany(batches, order, families)
        self.making.made.connect(self._note)
        self.making.finished.connect(self._finish_if_done)
        self._show_state()
        self._tell_far()
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self.making.start()

    def stop_now(self) -> None:
        """Finish the copy that is being made, and no other."""
        if self.making is not None:
            self.making.stop()
            self.far.setText("It stops after this one …")

    def _note(self) -> None:
        if self.making is None or self.making.isInterruptionRequested():
            return
        self.outcomes = list(self.making.outcomes)
        self._tell_far()
        if len(self.outcomes) % SPOKEN_EVERY == 0:
            announce(self.far, self.far.text())

    def _tell_far(self) -> None:
        self.far.setText(f"{len(self.outcomes)} of {counted(self.wanted, 'family', 'families')}")

    def _finish_if_done(self) -> None:
        """What an earlier one sends late says nothing about the one that is made now."""
        if self.making is not None and self.making.is_done:
            self._finish(self.making)

    def _finish(self, making: MakingMany) -> None:
        """Say what came of it, and list what could not be made."""
        making.wait()
        self.making, self.outcomes = None, making.outcomes
        self.choices.show_families(self.workspace.batches.families())
        self._show_state()
        words = made_words(self.outcomes, self.wanted)
        self.far.setText(words)
        self.list.show_outcomes(self.outcomes)
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)
        # The top bar has room for the first of it only.
        self.shell.say(words.partition(";")[0].partition(".")[0])

    def _end(self) -> None:
        if self.making is not None:
            self.making.end()
            self._finish(self.making)

    def _show_state(self) -> None:
        is_making = self.making is not None
        self.choices.setEnabled(not is_making)
        show_if(self.make, not is_making)
        show_if(self.stop, is_making)
        if is_making:
            self.list.hide()

    def _show_many(self) -> None:
        many = counted(len(self.choices.chosen()), "family", "families").capitalize()
        self.many.setText(f"{many} chosen.")
        self.trouble.hide()

    def save_list(self) -> None:
        """Keep the list of what could not be made as a PDF."""
        name = f"TAF not made {self.workspace.today.isoformat()}.pdf"
        title = "Where shall the list go?"
        where = self.shell.ask.save_where(self, title, name, "PDF (*.pdf)")
        if where is not None:
            self._with_list(lambda pdf: self._save_list(pdf, where), "The list is saved")

    def _save_list(self, pdf: bytes, where: Path) -> None:
        self.workspace.batches.save_list(pdf, where)

    def print_list(self) -> None:
        """Print the list of what could not be made."""

        def print_it(pdf: bytes) -> None:
            printer = self.shell.ask.which_printer(self, "Print the list")
            if printer is not None:
                print_pdf(pdf, printer)

        self._with_list(print_it, "The list is printed")

    def _with_list(self, act: Callable[[bytes], object], said: str) -> None:
        if self.order is None:
            return
        try:
            act(self.workspace.batches.list_of(self.order, self.outcomes))
        except UserError as error:
            self.shell.show_error(error)
        else:
            self.shell.say(said)


def made_words(outcomes: Sequence[Outcome], wanted: int) -> str:
    """What came of a batch, in sentences."""
    files = sum(one.files for one in outcomes)
    made = counted(files, "file was made, and noted", "files were made, and noted").capitalize()
    none = sum(bool(one.why) for one in outcomes)
    if none:
        made += f"; {counted(none, 'family is', 'families are')} in the list of what could not be"
    rest = wanted - len(outcomes)
    left = counted(rest, "family was not begun", "families were not begun")
    return f"{made}. Stopped: {left}." if rest else f"{made}."
