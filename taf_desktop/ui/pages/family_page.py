"""What every page of one family has in common: whose it is, its rail and its breadcrumb."""

from uuid import UUID

from taf_desktop.packs.pack import Field
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.editors import EditorContext, FormPanel
from taf_desktop.ui.page import Page, Shell
from taf_desktop.ui.pages.family_rail import family_crumbs, family_rail
from taf_desktop.ui.widgets import Crumb, RailEntry


class FamilyPage(Page):
    """A page about one family; `short` is its name in the breadcrumb."""

    short = ""

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell)
        self.workspace = workspace

    @property
    def family_id(self) -> UUID:
        """The family this page was opened for."""
        family_id: UUID = self.args["family_id"]
        return family_id

    def crumbs(self) -> list[Crumb]:
        """The way to this page."""
        return family_crumbs(self.workspace, self.family_id, self.short)

    def rail(self) -> list[RailEntry]:
        """The pages of this family."""
        return family_rail(self.workspace, self.family_id)

    def rail_key(self) -> tuple[str, dict[str, object]]:
        """The same page, whatever else it was opened with."""
        return self.name, {"family_id": self.family_id}

    def context(self) -> EditorContext:
        """Lists, people and today for the editors of this family."""
        people = [
            (person_id, name)
            for person_id, name in self.workspace.people.names(self.family_id).items()
        ]
        return EditorContext(pack=self.workspace.pack, people=people, today=self.workspace.today)

    def form(self, fields: tuple[Field, ...]) -> FormPanel:
        """Editors for fields of the pack, with this family's people."""
        return FormPanel(fields, self.context())
