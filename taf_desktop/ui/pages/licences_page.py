"""The licences of the program and of what it stands on."""

from typing import Any

from taf_desktop.paths import notice
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.page import Page, Shell
from taf_desktop.ui.pages.desk_rail import desk_rail
from taf_desktop.ui.widgets import Card, Crumb, Label, PairRow, RailEntry


class LicencesPage(Page):
    """The texts as they come with the program."""

    name = "settings.licences"

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell)
        self.workspace = workspace
        self.set_heading("Licences", "Who made what this program stands on, and on what terms.")
        stands_on, notes = _notices(notice("THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8"))
        libraries = self.body.add(Card("What it stands on"))
        for library, licence in stands_on:
            libraries.add_row(PairRow(library, Label(licence)))
        others = self.body.add(Card("Fonts, icons and words"))
        for words in notes:
            others.add(Label(words))
        own = self.body.add(Card("TAF Desktop"))
        for paragraph in notice("LICENSE").read_text(encoding="utf-8").strip().split("\n\n"):
            own.add(Label(" ".join(paragraph.split())))

    def crumbs(self) -> list[Crumb]:
        """One step from settings."""
        return [Crumb("Home", "home"), Crumb("Settings", "settings"), Crumb("Licences")]

    def rail(self) -> list[RailEntry]:
        """The pages that belong to no family."""
        return desk_rail(self.workspace)

    def rail_key(self) -> tuple[str, dict[str, Any]]:
        """A part of settings."""
        return "settings", {}


def _notices(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    """The table of libraries, and the paragraphs below it, without their marks."""
    rows, notes = [], []
    for line in text.replace("`", "").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and cells[0] not in ("library", "---"):
            rows.append((cells[0], cells[1]))
        elif rows and line and not line.startswith("|"):
            notes.append(line)
    return rows, notes
