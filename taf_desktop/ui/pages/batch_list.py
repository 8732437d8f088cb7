"""What a batch could not make: under each reason the families, to print or to keep."""

from collections.abc import Sequence

from taf_desktop.services.batches import Outcome, by_reason
from taf_desktop.ui.pages.desk_words import counted
from taf_desktop.ui.widgets import Aside, Card, FlowRow, PairRow, SecondaryButton
from taf_desktop.ui.widgets.buttons import Action


class BatchList(Card):
    """Hidden while everything could be made."""

    def __init__(self, print_it: Action, save: Action) -> None:
        super().__init__("What could not be made")
        self._print, self._save = print_it, save
        self.hide()

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Show what is missing, and why."""
        reasons = by_reason(outcomes)
        self.clear()
        self.set_aside(counted(sum(map(len, reasons.values())), "family", "families"))
        for why, whose in reasons.items():
            row = self.add_row(PairRow(why))
            row.add(Aside("\n".join(f"{one.name}, {one.reference}" for one in whose)))
        save = SecondaryButton("Save this list", self._save)
        self.add_foot(FlowRow([SecondaryButton("Print this list", self._print), save], gap=12))
        self.setVisible(bool(reasons))
