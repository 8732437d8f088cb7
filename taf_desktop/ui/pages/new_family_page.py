"""Adding a family: a name, and then its people."""

from taf_desktop.errors import UserError
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.page import Page, Shell
from taf_desktop.ui.pages.desk_rail import desk_rail
from taf_desktop.ui.widgets import Card, Label, PrimaryButton, RailEntry, TextBox


class NewFamilyPage(Page):
    """One question: what is the family called?"""

    name = "family.new"

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell)
        self.workspace = workspace
        self.set_heading(
            "Who is the family?", "Their people come next. Nothing has to be complete."
        )
        card = self.body.add(Card("The family's name"))
        self.box = card.add(
            TextBox("Family name", "As the family says it. For example: Osei-Grant")
        )
        self.box.submitted.connect(self.add)
        card.add(PrimaryButton("Add the family", self.add))
        card.add(
            Label(
                "Only you see this until you share it. Brothers and sisters belong to one family."
            )
        )

    def refresh(self) -> None:
        """Start with an empty box."""
        self.box.set_text("")
        self.box.show_problem(None)

    def rail(self) -> list[RailEntry]:
        """The pages that belong to no family."""
        return desk_rail(self.workspace)

    def first_focus(self) -> TextBox:
        """The box for the name."""
        return self.box

    def add(self) -> None:
        """Add the family and go on to its people."""
        if not self.box.text().strip():
            self.box.show_problem("Write the family's name. A first name is fine for now.")
            self.box.setFocus()
            return
        try:
            family = self.workspace.families.add(self.box.text())
        except UserError as error:
            self.shell.show_error(error)
            return
        self.shell.say_saved()
        self.shell.navigator.go("family.people", family_id=family.id)
