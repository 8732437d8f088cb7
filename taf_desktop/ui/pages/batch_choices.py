"""What a batch is to be: which paper, for which readers, and for which families."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.services.batches import SOON, BatchFamily
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.pages.copy_choices import OneOf
from taf_desktop.ui.widgets import Aside, Card, Choices, FlowRow, Label, TickBox
from taf_desktop.ui.widgets.text import show_if

ALL, NEAR, TICKED = "all", "near", "ticked"
WHOSE = (
    "Each copy shows only what all its readers may see. A paper for one person is made once for "
    "each of them; nobody from whom something is kept is among them."
)


class BatchChoices(QWidget):
    """Three cards; `edited` tells that something else is chosen."""

    edited = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._families: Sequence[BatchFamily] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        paper, families = Card("Which paper, and for whom?"), Card("Which families?")
        self.paper = paper.add(OneOf("The paper"))
        self.readers = paper.add(OneOf("Each copy is for"))
        paper.add(Aside(WHOSE))
        kinds, readers = workspace.plans.kinds(), workspace.batches.readers()
        self.paper.show_options(kinds, next(iter(kinds)))
        self.readers.show_options(readers, next(iter(readers)))
        ways = [
            (ALL, "All of them"),
            (NEAR, f"Those who meet in the next {SOON} days"),
            (TICKED, "Those that I tick"),
        ]
        self.which = families.add(Choices("Make it for", ways))
        self.none = families.add(Label("There is no such family now."))
        self._rows = families.add(FlowRow(gap=12))
        self.ticks: dict[str, TickBox] = {}
        self.which.edited.connect(lambda _way: self._tell())
        for one_of in (self.paper, self.readers):
            one_of.edited.connect(lambda _id: self.edited.emit())
        for card in (paper, families):
            column.addWidget(card)
        self.which.set_value(NEAR)

    def show_families(self, families: Sequence[BatchFamily]) -> None:
        """Show a tick for each family; those that were ticked stay so."""
        ticked = {reference for reference, box in self.ticks.items() if box.value()}
        self._families = families
        self._rows.clear()
        self.ticks = {}
        for family in families:
            box = self.ticks[family.reference] = self._rows.add(TickBox(family.name))
            box.setAccessibleDescription(f"Which families? {family.reference}")
            box.set_value(family.reference in ticked)
            box.edited.connect(lambda _on: self._tell())
        self._tell()

    def chosen(self) -> list[BatchFamily]:
        """The families that it is to be made for."""
        way = self.which.value()
        return [
            one
            for one in self._families
            if way == ALL or (one.is_soon if way == NEAR else self.ticks[one.reference].value())
        ]

    def _tell(self) -> None:
        show_if(self._rows, self.which.value() == TICKED)
        show_if(self.none, not self.chosen() and self.which.value() != TICKED)
        self.edited.emit()
