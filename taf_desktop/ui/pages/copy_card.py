"""The copy that is ready: whose it is, how much is left out, and its real pages."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.services.copies import PlanCopy
from taf_desktop.services.ways import PDF, file_ways
from taf_desktop.ui.announce import announce
from taf_desktop.ui.pages.copy_choices import OneOf
from taf_desktop.ui.pages.paper_view import PaperView
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    FlowRow,
    InsetNote,
    Label,
    PrimaryButton,
    SecondaryButton,
)
from taf_desktop.ui.widgets.buttons import Action
from taf_desktop.ui.widgets.text import show_if

NO_LOGO = "The council’s logo is not on it. Whoever looks after the pack can put that right."


class CopyCard(QWidget):
    """What is said about a copy, the two ways it can leave, and its pages below."""

    def __init__(self, save: Action, print_it: Action) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self.card = Card("This copy")
        self.whose = self.card.add(Label("", bold=True))
        self.left_out = self.card.add(Label(""))
        self.no_logo = self.card.add(InsetNote("", NO_LOGO, Tone.DUE))
        self.way = self.card.add(OneOf("Save it as"))
        self.way.show_options(file_ways(), PDF)
        self.save = PrimaryButton("Save this copy", save)
        self.print = SecondaryButton("Print this copy", print_it)
        self.card.add(FlowRow([self.save, self.print], gap=12))
        self.done = self.card.add(Aside(""))
        self.view = PaperView()
        column.addWidget(self.card)
        column.addWidget(self.view)
        column.addStretch(1)

    def show_copy(self, copy: PlanCopy) -> None:
        """Show a copy that can be saved and printed."""
        self.card.set_aside(f"version {copy.version}")
        self.whose.setText(f"For {copy.readers}.")
        self.left_out.setText(copy.left_out_words)
        self.no_logo.words.setText(copy.logo_fault)
        show_if(self.no_logo, bool(copy.logo_fault))
        self.view.show_pdf(copy.pdf, copy.title)
        self.show_done("")

    def show_none(self, why: str) -> None:
        """Say why there is no copy."""
        self.card.set_aside("")
        self.whose.setText("There is no copy yet.")
        self.left_out.setText(why)
        show_if(self.no_logo, False)
        self.view.show_pdf(b"", "")
        self.show_done("")

    def show_done(self, words: str) -> None:
        """Say how this copy left."""
        self.done.setText(words)
        show_if(self.done, bool(words))

    def speak(self) -> None:
        """Have a screen reader say for whom the copy is now."""
        announce(self, f"{self.whose.text()} {self.left_out.text()}")
