"""Papers: everybody holds the one that is meant for them before coats are on."""

from functools import partial

from taf_desktop.packs.dates import date_words
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Card,
    Columns,
    InsetNote,
    Label,
    LinkButton,
    PairRow,
    Pill,
    PrimaryButton,
)

IN_THE_HAND = ("family_plan", "professional_plan", "child_plan")
"""The papers that people hold when they leave a meeting."""


class PapersPart(MeetingPart):
    """A card for each document, with what was made of it already."""

    hint = "Each copy shows only what its readers may see."

    def build(self) -> None:
        """The documents that can be made of this meeting."""
        if self.meeting.finished_at is None:
            self.add(
                InsetNote(
                    "Papers can be made now, with what is known so far.",
                    "The plan is not finished yet.",
                    Tone.DUE,
                )
            )
            self.add(LinkButton("Finish the plan", partial(self.page.go_to, "decision")))
        self.columns = self.add(Columns((1, 1), stack_below=820))
        kinds = self.workspace.plans.kinds()
        for at, document in enumerate(IN_THE_HAND):
            self._add_card(at % 2, document, kinds[document])
        others = {one: title for one, title in kinds.items() if one not in IN_THE_HAND}
        self._add_others(others)

    def _add_card(self, column: int, document: str, title: str) -> None:
        """One paper with what was made of it, and the way to look at it."""
        names = self.names()
        card = self.columns.add(column, Card(title))
        made = [
            row
            for row in self.workspace.plans.issued(self.family_id)
            if row.document == document and row.meeting_id == self.meeting.id
        ]
        for row in made:
            readers = ", ".join(names[one] for one in row.readers if one in names)
            pill = Pill(f"version {row.version}", Tone.DONE)
            card.add_row(PairRow(readers, pill, date_words(row.made_at[:10])))
        if not made:
            card.add(Label("Not made yet."))
        words = "Look at it, and save or print it"
        go = partial(self._open, document)
        card.add_foot(PrimaryButton(words, go, f"{title}: {words.lower()}"))

    def _add_others(self, kinds: dict[str, str]) -> None:
        """The papers that only some families need."""
        card = self.columns.add(len(IN_THE_HAND) % 2, Card("Other papers"))
        for document, title in kinds.items():
            card.add(LinkButton(title, partial(self._open, document)))

    def _open(self, document: str) -> None:
        self.shell.navigator.go(
            "family.documents",
            family_id=self.family_id,
            meeting_id=self.meeting.id,
            document=document,
        )
