"""Copies to fall back on: which there are, what is in one, and bringing something back."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from taf_desktop.errors import UserError
from taf_desktop.services.backups import Backup, BackupFamily
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.focus_order import focus_soon
from taf_desktop.ui.page import Page, Shell
from taf_desktop.ui.pages.copy_words import moment_words, size_words
from taf_desktop.ui.pages.desk_rail import desk_rail
from taf_desktop.ui.pages.desk_words import counted
from taf_desktop.ui.preferences import LivePreferences
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Columns,
    Crumb,
    EmptyState,
    FlowRow,
    InsetNote,
    Label,
    PairRow,
    PrimaryButton,
    QuietButton,
    RailEntry,
    RowButton,
    SecondaryButton,
    Tone,
)
from taf_desktop.ui.widgets.text import breakable

PutBack = Callable[[Path], object]
"""Closes the records and lets a copy be the records again."""


class BackupsPage(Page):
    """The copies at the left, what is in the chosen one at the right."""

    name = "settings.backups"

    def __init__(
        self, shell: Shell, workspace: Workspace, preferences: LivePreferences, put_back: PutBack
    ) -> None:
        super().__init__(shell)
        self.workspace, self.preferences, self._put_back = workspace, preferences, put_back
        self.make = PrimaryButton("Make a copy now", self.make_now)
        self.set_heading(
            "Copies to fall back on",
            "They are made by themselves: when you lock, and every half hour in which something "
            "was written. Each one is opened and checked before it counts.",
            self.make,
        )
        self.columns = self.body.add(Columns((1, 1), stack_below=760))
        self.list_card = self.columns.add(0, Card("On this computer"))
        self.second_card = self.columns.add(0, Card("A second place"))
        self.chosen: Path | None = None
        self.rows: dict[Path, RowButton] = {}
        self.family_buttons: dict[str, SecondaryButton] = {}

    @property
    def second(self) -> Path | None:
        """The second folder, if one was chosen."""
        chosen = self.preferences.now.second_backups
        return Path(chosen) if chosen else None

    def refresh(self) -> None:
        """Read the folder again."""
        copies = self.workspace.backups.kept()
        if self.chosen not in {backup.path for backup in copies}:
            self.chosen = copies[0].path if copies else None
        self._show_list(copies)
        self._show_second()
        self._show_chosen([backup for backup in copies if backup.path == self.chosen])

    def crumbs(self) -> list[Crumb]:
        """One step from settings."""
        return [Crumb("Home", "home"), Crumb("Settings", "settings"), Crumb("Copies")]

    def rail(self) -> list[RailEntry]:
        """The pages that belong to no family."""
        return desk_rail(self.workspace)

    def rail_key(self) -> tuple[str, dict[str, object]]:
        """It is a part of the settings."""
        return "settings", {}

    def _show_list(self, copies: Sequence[Backup]) -> None:
        card = self.list_card
        card.clear()
        self.rows = {}
        if not copies:
            card.add(EmptyState("There is no copy yet. The first one is made when you lock."))
        for backup in copies:
            row = RowButton(
                moment_words(backup, self.workspace),
                size_words(backup.size),
                on_click=partial(self.choose, backup.path),
            )
            row.set_chosen(backup.path == self.chosen)
            self.rows[backup.path] = card.add_row(row)

    def _show_second(self) -> None:
        card = self.second_card
        card.clear()
        if self.second is None:
            card.add(
                Label(
                    "All copies are on this computer. If it is lost, so are they: choose a memory "
                    "stick or a folder of your service, and each copy goes there too. It is "
                    "locked there as it is here."
                )
            )
            card.add(FlowRow([SecondaryButton("Choose a second folder", self.choose_second)]))
            return
        card.add(Label("Each copy also goes to:", bold=True))
        card.add(Label(breakable(self.second)))
        card.add(
            FlowRow(
                [
                    SecondaryButton("Choose another folder", self.choose_second),
                    QuietButton("Only on this computer", partial(self._set_second, "")),
                ]
            )
        )

    def _show_chosen(self, found: Sequence[Backup]) -> None:
        self.columns.clear(1)
        self.family_buttons = {}
        if not found:
            return
        backup = found[0]
        card = self.columns.add(1, Card(f"In the copy: {moment_words(backup, self.workspace)}"))
        try:
            families = self.workspace.backups.families_in(backup.path)
        except UserError as error:
            card.add(InsetNote(error.message, error.title, Tone.LATE))
        else:
            self._show_families(card, backup, families)
        go_back = SecondaryButton(
            "Let this copy be the records again", partial(self.put_back, backup)
        )
        card.add_foot(FlowRow([go_back]))

    def _show_families(self, card: Card, backup: Backup, families: Sequence[BackupFamily]) -> None:
        if not families:
            card.add(Label("There is no family in it."))
        for line in families:
            words = f"Bring back the {line.name} family"
            button = SecondaryButton("Bring back", partial(self.bring_back, backup, line), words)
            self.family_buttons[line.name] = button
            card.add_row(PairRow(line.name, button, _inside(line)))
        card.add(Aside("A family comes back as it stood then. What was added since stays."))

    def choose(self, path: Path) -> None:
        """Look into one copy."""
        self.chosen = path
        self.refresh()

    def make_now(self) -> None:
        """Make a copy now, also in the second place."""
        try:
            self.workspace.backups.make(self.second)
            self.shell.say("A copy was made and checked")
        except UserError as error:
            self.shell.show_error(error)
        self.chosen = None
        self.refresh()
        focus_soon(self.make)

    def choose_second(self) -> None:
        """Ask for a folder, and try it at once."""
        folder = self.shell.ask.which_folder(self, "Where shall the second copies go?")
        if folder is not None and self._set_second(folder):
            self.make_now()

    def _set_second(self, folder: Path | str) -> bool:
        try:
            self.preferences.choose(second_backups=folder if isinstance(folder, Path) else "")
        except UserError as error:
            self.shell.show_error(error)
            return False
        self.refresh()
        return True

    def bring_back(self, backup: Backup, line: BackupFamily) -> None:
        """Bring one family back; it is a step like any other."""
        try:
            self.workspace.backups.bring_back(backup.path, line.family_id)
        except UserError as error:
            self.shell.show_error(error)
            return
        self.shell.say(f"The {line.name} family is back. Ctrl+Z takes that back.")
        self.refresh()

    def put_back(self, backup: Backup) -> None:
        """Let everything be as it was in this copy; the records of now are set aside."""
        sure = self.shell.ask.confirm(
            self,
            f"Go back to {moment_words(backup, self.workspace)}, with everything?",
            "Everything written since then will not be there any more. The records as they are "
            "now are set aside in a folder beside them, not thrown away. You will be asked for "
            f"your passphrase.{self._erased_words(backup)}",
            yes="Go back to this copy",
            no="Stay",
        )
        if not sure:
            return
        try:
            self._put_back(backup.path)
        except UserError as error:
            self.shell.show_error(error)

    def _erased_words(self, backup: Backup) -> str:
        """That what was erased for good would be back, and has to be erased again."""
        try:
            erased = self.workspace.backups.erased_in(backup.path)
        except UserError:
            return ""
        if not erased:
            return ""
        named = ", ".join(erased)
        return (
            f" This copy is older than an erasure: {named} would be in the records again, and has "
            "to be erased once more."
        )


def _inside(line: BackupFamily) -> str:
    parts = (
        counted(line.people, "person", "people"),
        counted(line.meetings, "meeting", "meetings"),
        counted(line.actions, "action", "actions"),
    )
    here = "" if line.is_here else ". Not in the records now"
    return f"{', '.join(parts).capitalize()}{here}"
