"""The plan as it stood on an earlier day: read only, and marked as the past at its top."""

from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from taf_desktop.packs.dates import date_words, long_day_words
from taf_desktop.services.past_words import PastLine, PastPart
from taf_desktop.services.rewordings import Rewording, Wording
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.page import Shell
from taf_desktop.ui.pages.day_choice import DayChoice
from taf_desktop.ui.pages.family_page import FamilyPage
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Crumb,
    EmptyState,
    InsetNote,
    PairRow,
    SecondaryButton,
    Tone,
)

PAST = "This is the past. Nothing can be changed here, and what came later is not shown."


class PastPage(FamilyPage):
    """A card for each part of the plan, with the words that were there before."""

    name = "family.past"
    short = "History"

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell, workspace)
        self.body.add(InsetNote(PAST, "Not the plan of today", Tone.LATE))
        self.choice = self.body.add(DayChoice(workspace, self._go_to))
        self.cards: list[Card] = []

    @property
    def day(self) -> date:
        """The day whose end is shown."""
        return date.fromisoformat(self.args["day"])

    def crumbs(self) -> list[Crumb]:
        """One step from the history."""
        *around, history = super().crumbs()
        args = {"family_id": self.family_id}
        day = date_words(self.args["day"])
        return [*around, Crumb(history.words, "family.history", args), Crumb(day)]

    def rail_key(self) -> tuple[str, dict[str, object]]:
        """It is a part of the history."""
        return "family.history", {"family_id": self.family_id}

    def first_focus(self) -> QWidget | None:
        """The way back: the boxes above hold a day already."""
        return self.back

    def refresh(self) -> None:
        """Rebuild the plan of that day from the journal."""
        self.back = SecondaryButton("Back to the history", self._back)
        papers = SecondaryButton("Papers of that day", self._papers)
        has_meeting = bool(self.workspace.past.meetings(self.family_id, self.day))
        self.set_heading(
            f"The plan as it stood on {long_day_words(self.day)}",
            "As it was at the end of that day.",
            *((papers, self.back) if has_meeting else (self.back,)),
        )
        self.choice.set_day(self.day)
        self.body.clear_after(self.choice)
        plan = self.workspace.past.plan(self.family_id, self.day)
        self.cards = [self.body.add(_card(part)) for part in plan.parts]
        if not plan.parts:
            self.body.add(EmptyState(self._nothing_yet()))

    def _nothing_yet(self) -> str:
        first = self.workspace.past.first_day(self.family_id)
        if first > self.day:
            return f"Nothing was written here by then. It began on {long_day_words(first)}."
        return "There was no plan by then."

    def _go_to(self, day: date) -> None:
        self.shell.navigator.go(self.name, family_id=self.family_id, day=day.isoformat())

    def _papers(self) -> None:
        args = {"family_id": self.family_id, "stood_on": self.day.isoformat()}
        self.shell.navigator.go("family.documents", **args)

    def _back(self) -> None:
        self.shell.navigator.go("family.history", family_id=self.family_id)


def _card(part: PastPart) -> Card:
    card = Card(part.title)
    for line in part.lines:
        card.add_row(_row(line))
    return card


def _row(line: PastLine) -> PairRow:
    row = PairRow(line.words)
    for words in (line.aside, *line.under):
        if words:
            row.add(Aside(words))
    if line.reworded is not None:
        row.add(_earlier(line.reworded))
    return row


def _earlier(reworded: Rewording) -> InsetNote:
    said = [
        f"Before, from {when_words(one.at)} ({one.who}): “{one.words}”" for one in reworded.before
    ]
    return InsetNote("\n".join(said), _since(reworded.now))


def _since(now: Wording) -> str:
    return f"In these words since {when_words(now.at)} ({now.who})"


def when_words(at: datetime) -> str:
    """When something was written: "16:12 on 29 January 2026"."""
    return f"{at:%H:%M} on {date_words(at.date().isoformat())}"
