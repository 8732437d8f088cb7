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
        names = self.names()
        issued = self.workspace.plans.issued(self.family_id)
        for at, (document, title) in enumerate(self.workspace.plans.kinds().items()):
            card = self.columns.add(at % 2, Card(title))
            made = [
                row
                for row in issued
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

    def _open(self, document: str) -> None:
        self.shell.navigator.go(
            "family.documents",
            family_id=self.family_id,
            meeting_id=self.meeting.id,
            document=document,
        )
