"""Reading back everything at once: a card for each column, and one for the actions."""

from functools import partial
from uuid import UUID

from taf_desktop.model.views import Statement
from taf_desktop.ui.focus_order import focus_soon
from taf_desktop.ui.pages.desk_words import shortened
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.pages.meeting.read_items import Item, ReadBack
from taf_desktop.ui.pages.statement_words import left_out_words
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Columns,
    FlowRow,
    Label,
    LinkButton,
    PairRow,
    Pill,
    SecondaryButton,
)

QUESTIONS: dict[tuple[str, ...], str] = {("who_id",): "Who will do it?", ("by_when",): "By when?"}
BOTH = "Who, and by when?"


class ReadList:
    """Fills one column of a part with all that is read back."""

    def __init__(self, part: MeetingPart, columns: Columns) -> None:
        self.part, self.columns = part, columns
        self.changes: dict[UUID, LinkButton] = {}
        self.all = ReadBack.of(part)
        cards: dict[str, Card] = {}
        for item in self.all.items:
            if item.title not in cards:
                cards[item.title] = columns.add(0, Card(item.title, tone=item.tone))
            self._add(cards[item.title], item)
        self._add_actions_foot(cards)
        if self.all.left_out:
            columns.add(0, Aside(left_out_words(self.all.left_out)))

    def _add(self, card: Card, item: Item) -> None:
        if not isinstance(item.record, Statement):
            words = QUESTIONS.get(item.asked, BOTH)
            pill = Pill(words, Tone.DUE) if item.asked else None
            card.add_row(PairRow(item.words, pill, item.said))
            return
        name = f"Change: {shortened(item.record.text, 40)}"
        change = LinkButton("Change", partial(self.part.page.put_right, item.record), name)
        self.changes[item.id] = change
        told = card.add_row(PairRow(item.words, change, item.said))
        for who, words in item.differing:
            told.add(Label(f"{who} sees it differently: {words}"))

    def _add_actions_foot(self, cards: dict[str, Card]) -> None:
        acts = [item for item in self.all.items if not isinstance(item.record, Statement)]
        title = acts[0].title if acts else "Who does what by when"
        card = cards.get(title) or self.columns.add(0, Card(title))
        go = partial(self.part.page.go_to, "actions")
        card.add_foot(FlowRow([SecondaryButton("Change an action", go)]))

    def focus(self, statement_id: UUID) -> None:
        """Take the focus to something that was said; it may have gone meanwhile."""
        if statement_id in self.changes:
            focus_soon(self.changes[statement_id])
