"""Who may know about a baby to come: nobody but the mother and the lead, until somebody says so."""

from collections.abc import Sequence
from uuid import UUID

from taf_desktop.errors import UserError
from taf_desktop.model.audience import Audience, Level
from taf_desktop.model.family import Person
from taf_desktop.services.people import spoken_name
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.page import Shell
from taf_desktop.ui.pages.audience_editor import listed
from taf_desktop.ui.widgets import Card, FlowRow, InsetNote, Label, TickBox, Tone
from taf_desktop.ui.widgets.text import show_if

TITLE = "Who may know about the baby?"
WHAT_FOLLOWS = (
    "The program leaves the baby out of every paper and shared screen for anybody else. Before a "
    "paper leaves, words such as “pregnant” in it have to be decided about."
)
NO_MOTHER = (
    "Nobody is written down as the baby’s mother yet. Choose her at the left, and say there what "
    "she is to the baby."
)


class BabyCard(Card):
    """Who always knows, and a tick for everybody else around the family."""

    def __init__(self, shell: Shell, workspace: Workspace, baby: Person, family_id: UUID) -> None:
        super().__init__(TITLE)
        self._shell, self._workspace, self._baby = shell, workspace, baby
        people = workspace.people
        self._knowing = people.knowing(baby.id)
        around = [one for one in people.everyone(family_id) if one.kind != "unborn"]
        always = {*self._knowing.mothers, self._knowing.lead_id}
        self.always = self.add(Label(self._always_words(around)))
        self.no_mother = self.add(InsetNote(NO_MOTHER, "", Tone.DUE))
        show_if(self.no_mother, not self._knowing.mothers)
        self.everybody = self.add(TickBox("Everybody in the family and the team"))
        self.boxes = {one.id: TickBox(_whose(one)) for one in around if one.id not in always}
        self.named = self.add(FlowRow(list(self.boxes.values()), gap=12))
        for box in (self.everybody, *self.boxes.values()):
            box.setAccessibleDescription(TITLE)
            box.edited.connect(lambda _on: self._write())
        self.add(InsetNote(WHAT_FOLLOWS, "", Tone.INFO))
        self._show()

    def _always_words(self, around: Sequence[Person]) -> str:
        parts = {self._knowing.lead_id: "the lead professional"}
        parts |= dict.fromkeys(self._knowing.mothers, "the mother")
        told = [f"{spoken_name(one)} ({parts[one.id]})" for one in around if one.id in parts]
        return f"Always: {listed(told)}." if told else "Nobody knows by their part in the plan."

    def _show(self) -> None:
        audience = self._knowing.audience
        self.everybody.set_value(self._knowing.everybody)
        for person_id, box in self.boxes.items():
            box.set_value(person_id in audience.people)
        show_if(self.named, not self._knowing.everybody)

    def _write(self) -> None:
        """Keep what is ticked at once; undo takes it back."""
        ticked = frozenset(person_id for person_id, box in self.boxes.items() if box.value())
        level = Level.EVERYONE if self.everybody.value() else Level.NAMED
        people = self._workspace.people
        try:
            people.let_know(self._baby.id, Audience(level=level, people=ticked))
        except UserError as error:
            self._shell.show_error(error)
        else:
            self._shell.say_saved()
        self._knowing = people.knowing(self._baby.id)
        self._show()


def _whose(person: Person) -> str:
    """A person as whoever works with the family knows them: the name, and what they are here."""
    spoken, part = spoken_name(person), person.job_title if person.is_professional else ""
    return f"{spoken}, {part}" if part else spoken
