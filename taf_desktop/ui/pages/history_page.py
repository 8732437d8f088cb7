"""The history of a family: who did what and when, with the old and the new words."""

from collections.abc import Sequence
from datetime import date

from taf_desktop.packs.dates import date_words, long_day_words
from taf_desktop.services.history import HistoryLine
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.page import Shell
from taf_desktop.ui.pages.day_choice import DayChoice
from taf_desktop.ui.pages.desk_words import counted
from taf_desktop.ui.pages.family_page import FamilyPage
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Columns,
    EmptyState,
    Label,
    PairRow,
    SecondaryButton,
    TextBox,
)

MOST_DAYS = 12
"""Days of looking listed for each person; earlier ones are counted."""
MOST_STEPS = 60
"""Steps shown at a time; the box above finds the others."""


class HistoryPage(FamilyPage):
    """A card for each day, the newest first; every wording is kept."""

    name = "family.history"
    short = "History"

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell, workspace)
        self.top = self.body.add(Columns((1, 1)))
        self.finder = self.top.add(0, TextBox("Find in the history", "A word, a name or a day"))
        self.day = self.top.add(1, DayChoice(workspace, self._show_past))
        self.finder.edited.connect(lambda _typed: self._show())
        self.lookers = self.body.add(Card("Who has looked at this record"))
        self._lines: Sequence[HistoryLine] = ()
        self.cards: list[Card] = []

    def refresh(self) -> None:
        """Read the journal again."""
        self._lines = self.workspace.history.of_family(self.family_id)
        self.set_heading(
            "What was changed, when and by whom?",
            "Nothing is lost: what was written before stays here.",
            SecondaryButton("Undo the last step", self._undo),
        )
        self._show_lookers()
        self._show()

    def _show_lookers(self) -> None:
        found = self.workspace.lookers.of_family(self.family_id)
        self.lookers.clear()
        for looker in found:
            days = [date_words(day.isoformat()) for day in looker.days[:MOST_DAYS]]
            if (more := len(looker.days) - MOST_DAYS) > 0:
                days.append(f"and {counted(more, 'day', 'days')} before")
            self.lookers.add_row(PairRow(looker.who, aside=", ".join(days)))
        self.lookers.setVisible(bool(found))

    def _show_past(self, day: date) -> None:
        self.shell.navigator.go("family.past", family_id=self.family_id, day=day.isoformat())

    def _undo(self) -> None:
        words = self.workspace.history.undo()
        self.shell.say(f"Undone: {words}" if words else "There is nothing to undo")
        self.refresh()
        self.shell.refresh_around()

    def _show(self) -> None:
        self.body.clear_after(self.lookers)
        self.cards = []
        found = [line for line in self._lines if self._matches(line)]
        if not found:
            self.body.add(EmptyState("Nothing found." if self._lines else "Nothing yet."))
        day = None
        for line in found[:MOST_STEPS]:
            if line.at.date() != day:
                day = line.at.date()
                self.cards.append(self.body.add(Card(long_day_words(day))))
            self._add(self.cards[-1], line)
        if len(found) > MOST_STEPS:
            more = len(found) - MOST_STEPS
            self.body.add(Label(f"{more} earlier steps: use the box above to find them."))

    def _add(self, card: Card, line: HistoryLine) -> None:
        undone = "Undone: " if line.is_undoing else ""
        elsewhere = "" if line.is_from_here else ", on another computer"
        entry = card.add_row(
            PairRow(f"{undone}{line.words}", Aside(f"{line.at:%H:%M}, {line.who}{elsewhere}"))
        )
        for copy in line.copies:
            entry.add(Aside(copy))
        for one in line.reworded:
            became = f"“{one.old}” became “{one.new or 'nothing'}”" if one.old else f"“{one.new}”"
            entry.add(Aside(f"{one.label}: {became}"))

    def _matches(self, line: HistoryLine) -> bool:
        typed = self.finder.text().casefold().split()
        told = [line.words, line.who, long_day_words(line.at.date())]
        told += line.copies
        told += [f"{one.label} {one.old} {one.new}" for one in line.reworded]
        whole = " ".join(told).casefold()
        return all(word in whole for word in typed)
