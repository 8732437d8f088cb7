"""What stays in this room, and who may be told what: what each person said, and is it still so."""

from functools import partial

from taf_desktop.model.base import answers
from taf_desktop.model.episode import Agreement
from taf_desktop.model.family import Person
from taf_desktop.packs.dates import date_words
from taf_desktop.services.people import spoken_name
from taf_desktop.ui.pages.meeting.asking import AskForm
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Columns,
    FlowRow,
    InsetNote,
    Label,
    Pill,
    SecondaryButton,
)

BEFORE = (
    "What {} agreed to before may not be shown here: not everybody in the room may see everything. "
    "It is kept, and what {} says now is kept too."
)
TONES = {"yes": Tone.DONE, "yes_with_limits": Tone.DONE}


class SharingPart(MeetingPart):
    """A card for each person with what they agreed to, and buttons for what they say today."""

    hint = "Ask each person. They can change their mind at any time."

    def build(self) -> None:
        """The statement to read out, then each person."""
        words = self.workspace.pack.words["agreement_statement"]
        self.add(InsetNote(words, "To read out together:", Tone.INFO))
        self.columns = self.add(Columns((1, 1), stack_below=820))
        rows = self.room.agreements
        asked = [person for person in self.family() if person.id in self.room.here]
        for at, person in enumerate(asked):
            mine = [row for row in rows if row.person_id == person.id]
            self.columns.add(at % 2, self._card(person, mine))
        if not asked:
            self.add(Label("First tick who is here; then each of the family is asked."))

    def _card(self, person: Person, rows: list[Agreement]) -> Card:
        name = spoken_name(person)
        card = Card(name)
        for row in rows:
            self._tell(card, row)
        if not rows and self.room.has_outsider:
            card.add(Aside(BEFORE.format(name, name)))
        elif not rows:
            card.add(Label(f"{name} has not been asked yet."))
        ask = AskForm(self, person, rows)
        words = "Something has changed" if rows else f"Ask {name}"
        buttons = [SecondaryButton(words, ask.open, f"{name}: {words.lower()}")]
        if rows:
            still = partial(self._still, rows)
            buttons.insert(0, SecondaryButton("Still right", still, f"{name}: still right, today"))
        card.add(FlowRow(buttons))
        card.add(ask)
        return card

    def _tell(self, card: Card, row: Agreement) -> None:
        pack = self.workspace.pack
        decision = pack.lists["agreement_decision"].label(row.decision or "") or "Not filled in"
        about = pack.lists["agreement_kind"].label(row.kind or "")
        card.add(Label(about, bold=True))
        card.add(FlowRow([Pill(decision, TONES.get(row.decision or "", Tone.DUE))]))
        limits = answers(row).get("limits")
        if limits and not self.room.keeps_words(row.person_id):
            card.add(Label(str(limits)))
        if shared := self._shared_with(row):
            card.add(Label(f"May be shared with: {', '.join(shared)}"))
        confirmed = row.details.get("confirmed_on")
        day = date_words(str(confirmed)) if confirmed else date_words(row.given_on)
        card.add(Aside(f"{'Still right on' if confirmed else 'Said on'} {day}" if day else ""))

    def _shared_with(self, row: Agreement) -> list[str]:
        """The services it may be shared with; their names tell an outsider who is around."""
        if self.room.has_outsider:
            return []
        agencies = {str(agency.id): agency.name for agency in self.workspace.agencies.all()}
        return [agencies[one] for one in row.agencies if one in agencies]

    def _still(self, rows: list[Agreement]) -> None:
        today = self.workspace.today.isoformat()
        for row in rows:
            self.workspace.agreements.save(row.id, {"confirmed_on": today})
        self.shell.say_saved()
        self.page.refresh()
