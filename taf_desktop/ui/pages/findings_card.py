"""What has to be looked at before a copy leaves: words that seem to give something away."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from taf_desktop.model.family import Person
from taf_desktop.services.copies import Decided, PlanCopy
from taf_desktop.services.findings import Finding, Settlement
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.pages.copy_choices import OneOf
from taf_desktop.ui.widgets import Aside, Card, Choices, Label, TextBox
from taf_desktop.ui.widgets.text import show_if

ANSWERS = (
    (Settlement.LEFT_OUT.value, "Leave it out of this copy"),
    (Settlement.MAY_STAND.value, "It may stand"),
)
MEANING = (
    "These words seem to say what this reader must not learn. Decide about each; until then the "
    "copy is without them, and cannot be saved or printed."
)
WHO = "Who decided what is left out, or may stand?"
WHY = ("Why was it decided so?", "Kept with the record, never on the copy.")


class FindingsCard(Card):
    """Each text with the two answers, and below them who decided and why."""

    decided = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("Before this copy leaves")
        self.who, self.why = OneOf(WHO), TextBox(*WHY)

    def show_copy(self, copy: PlanCopy, deciders: Sequence[Person], owner: UUID) -> None:
        """Show what was found; who decided and why are asked where something is kept back."""
        who, why = self.who.box.currentData(), self.why.text()
        self.clear()
        show_if(self, bool(copy.findings) or copy.is_outside)
        undecided = sum(one.settlement is None for one in copy.findings)
        self.set_aside(f"{undecided} to decide" if undecided else "")
        if copy.findings:
            self.add(Label(MEANING))
        for at, finding in enumerate(copy.findings, start=1):
            self._add(at, finding)
        self.who, self.why = self.add(OneOf(WHO)), self.add(TextBox(*WHY))
        names = {str(person.id): person.full_name for person in deciders}
        self.who.show_options(names, who or str(owner))
        self.why.set_text(why or copy.reason)

    def forget(self) -> None:
        """Start anew for another reader."""
        self.who.box.clear()
        self.why.set_text("")

    def decision(self) -> Decided:
        """Who decided, and why, as it stands in the card."""
        return Decided(by=UUID(self.who.value()), reason=self.why.text().strip())

    def _add(self, at: int, finding: Finding) -> None:
        self.add(Label(f"{at}. {finding.text}", bold=True))
        self.add(Aside(f"It seems to say {finding.gives_away}."))
        answers = self.add(Choices(f"What should happen to number {at}?", ANSWERS))
        answers.set_value(finding.settlement.value if finding.settlement else None)
        answers.edited.connect(partial(self.decided.emit, finding.text))


def deciders(workspace: Workspace, family_id: UUID) -> list[Person]:
    """Who may decide what stands in a copy: the team, and whoever is at the desk."""
    people, owner_id = workspace.people, workspace.owner_id
    team = people.team(family_id)
    known = any(person.id == owner_id for person in team)
    return team if known else [people.one(owner_id), *team]
