"""Papers: everybody holds the one that is meant for them before coats are on."""

from collections.abc import Sequence
from functools import partial

from taf_desktop.errors import UserError
from taf_desktop.model.issued import DocumentIssued
from taf_desktop.packs.dates import date_words
from taf_desktop.services.copies import PlanCopy
from taf_desktop.services.copy_styles import language_of_copy
from taf_desktop.services.handing_out import HandedOut
from taf_desktop.ui.pages.copies_made import made_words
from taf_desktop.ui.pages.desk_words import counted
from taf_desktop.ui.pages.meeting.deciding import DecisionPart
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Columns,
    InsetNote,
    Label,
    LinkButton,
    PairRow,
    Pill,
    PrimaryButton,
    SecondaryButton,
)

IN_THE_HAND = ("family_plan", "professional_plan", "child_plan")
"""The papers that people hold when they leave a meeting."""

EVERYBODYS = (
    "A child's plan for each child, our plan for each adult of the family, and the full plan for "
    "each person of the team. Each is made for that one person, with headings in their own "
    "language where there are any, and saved in a folder under the family's reference and a "
    "number, without a name."
)


def _left_out(many: int) -> str:
    return f"{many} left out" if many else "nothing left out"


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
            self.add(LinkButton("Finish the plan", self._finish))
        self.columns = self.add(Columns((1, 1), stack_below=820))
        kinds = self.workspace.plans.kinds()
        for at, document in enumerate(IN_THE_HAND):
            self._add_card(at % 2, document, kinds[document])
        others = {one: title for one, title in kinds.items() if one not in IN_THE_HAND}
        self._add_others(others)
        self._add_everybodys()
        self._add_corrections()

    def _add_corrections(self) -> None:
        """What was put right since the meeting: both wordings, who, and when."""
        found = self.workspace.meetings.corrections(self.meeting.id)
        if not found:
            return
        card = self.add(Card("Put right after the meeting"))
        card.set_aside("The full plan that is made now says so")
        for one in found:
            row = card.add_row(PairRow(f"{one.what}: {one.new or 'nothing any more'}"))
            row.add(Label(f"It said: {one.old}" if one.old else "It was empty before."))
            row.add(Aside(f"{one.who}, {date_words(one.at.date().isoformat())}, {one.at:%H:%M}"))

    def _add_everybodys(self) -> None:
        """A way to make each person's own copy in one go."""
        place = (len(IN_THE_HAND) + 1) % 2
        self.everybodys = self.columns.add(place, Card("Everybody's own copy"))
        self.everybodys.add(Label(EVERYBODYS))
        button = SecondaryButton("Make everybody's own copy", self.make_all)
        self.everybodys.add_foot(button)

    def make_all(self) -> None:
        """Make each person's copy, and show how much is left out of each before any is saved."""
        copies, card = self.workspace.handing_out.copies(self.meeting.id), self.everybodys
        card.clear()
        if not copies:
            card.add(Label("Nobody is marked as here yet, so there is nobody to make a copy for."))
            return
        for copy in copies:
            title = f"{copy.title}{language_of_copy(copy.language, marked=True)}"
            card.add_row(PairRow(self._whose(copy), Aside(_left_out(copy.left_out)), title))
        save = SecondaryButton("Save all of these in a folder", partial(self.save_all, copies))
        card.add_foot(save)
        save.setFocus()

    def _whose(self, copy: PlanCopy) -> str:
        """Whose copy it is, as far as everybody here may hear them named."""
        names = {person.id: person.full_name for person in self.room.people}
        return ", ".join(names.get(one, "Somebody") for one in copy.reader_ids)

    def save_all(self, copies: Sequence[PlanCopy]) -> None:
        """Save every person's copy into one folder, and say what came of it."""
        try:
            self.workspace.plans.refuse_unrecorded()
            folder = self.shell.ask.which_folder(self, "Which folder shall the copies go to?")
            if folder is not None:
                self._tell(self.workspace.handing_out.save_all(copies, folder))
        except UserError as error:
            self.shell.show_error(error)

    def _tell(self, handed: HandedOut) -> None:
        saved = counted(handed.saved, "copy was saved, and noted", "copies were saved, and noted")
        words = saved.capitalize()
        card = self.everybodys
        card.clear()
        card.add(Label(f"{words}."))
        for copy, why in handed.not_saved:
            card.add_row(PairRow(self._whose(copy), Pill("not saved", Tone.LATE), why))
        self.shell.say(words)
        if handed.not_saved:
            many = counted(len(handed.not_saved), "copy was", "copies were").capitalize()
            raise UserError(f"{many} not saved.", handed.not_saved[0][1])

    def _add_card(self, column: int, document: str, title: str) -> None:
        """One paper with what was made of it, and the way to look at it."""
        card = self.columns.add(column, Card(title))
        made = self._made(document)
        for row in made:
            pill = Pill(f"version {row.version}", Tone.DONE)
            card.add_row(PairRow(self._readers(row), pill, made_words(row)))
        if not made:
            card.add(Label("Not made yet."))
        words = "Look at it, and save or print it"
        go = partial(self._open, document)
        card.add_foot(PrimaryButton(words, go, f"{title}: {words.lower()}"))

    def _made(self, document: str) -> list[DocumentIssued]:
        """The copies of a paper that were made of this meeting, the first one first."""
        return [
            row
            for row in self.workspace.plans.issued(self.family_id)
            if row.document == document and row.meeting_id == self.meeting.id
        ]

    def _readers(self, row: DocumentIssued) -> str:
        """Who got a copy, as far as everybody here may hear them named."""
        names = self.names()
        return ", ".join(names.get(one, "Somebody") for one in row.readers)

    def _add_others(self, kinds: dict[str, str]) -> None:
        """The papers that only some families need, and who got them."""
        card = self.columns.add(len(IN_THE_HAND) % 2, Card("Other papers"))
        for document, title in kinds.items():
            card.add(LinkButton(title, partial(self._open, document)))
            for row in self._made(document):
                card.add(Aside(f"{self._readers(row)}: {made_words(row)}"))

    def _finish(self) -> None:
        """Finish the plan, or show what it still needs, where that is asked."""
        page = self.page
        page.go_to("decision")
        if isinstance(page.part, DecisionPart):
            page.part.finish()

    def _open(self, document: str) -> None:
        self.shell.navigator.go(
            "family.documents",
            family_id=self.family_id,
            meeting_id=self.meeting.id,
            document=document,
        )
