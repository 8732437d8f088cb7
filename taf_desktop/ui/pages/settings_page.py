"""Settings: how it looks, when it locks, the ways in, where the records are, and the licences."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from taf_desktop import __version__
from taf_desktop.errors import UserError
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.page import Page, Shell
from taf_desktop.ui.pages.backups_page import PutBack
from taf_desktop.ui.pages.desk_rail import desk_rail
from taf_desktop.ui.pages.look_page import TellFound
from taf_desktop.ui.preferences import LivePreferences
from taf_desktop.ui.theme import ZOOM_STEP
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Choices,
    Columns,
    FlowRow,
    Label,
    LinkButton,
    PairRow,
    RailEntry,
    SecondaryButton,
    TickBox,
)
from taf_desktop.ui.widgets.text import breakable

LOOKS = (
    ("system", "As the computer is set"),
    ("light", "Light"),
    ("dark", "Dark"),
    ("contrast", "High contrast"),
)
MINUTES = (1, 2, 5, 10, 15)


@dataclass(frozen=True, kw_only=True)
class Keeping:
    """What settings are about: preferences, the folder, and what changes it.

    `tell_found` says on every page what came of looking through the records. Practice has no
    vault, because its passphrase is no secret; it can begin `again` instead.
    """

    preferences: LivePreferences
    folder: Path
    vault: Vault | None = None
    again: Callable[[], object] | None = None
    put_back: PutBack | None = None
    tell_found: TellFound | None = None


class SettingsPage(Page):
    """Every choice works at once, and can be chosen back."""

    name = "settings"

    def __init__(self, shell: Shell, workspace: Workspace, keeping: Keeping) -> None:
        super().__init__(shell)
        self.workspace, self.keeping = workspace, keeping
        self.set_heading("Settings", "What you choose works at once, on this computer only.")
        self.look = Choices("Colours", LOOKS)
        self.zoom = Label("", wrap=False)
        self.minutes = Choices(
            "Lock when nobody has touched the program for",
            [(str(count), "1 minute" if count == 1 else f"{count} minutes") for count in MINUTES],
            "What you typed is saved first. Ctrl+L locks at any time.",
        )
        columns = self.body.add(Columns((1, 1)))
        for card in (self._looks(), self._locking()):
            columns.add(0, card)
        for card in (self._records(), self._about()):
            columns.add(1, card)
        self.look.edited.connect(lambda code: self._choose(theme=code))
        self.minutes.edited.connect(lambda code: self._choose(idle_minutes=int(code)))
        keeping.preferences.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is chosen now."""
        now = self.keeping.preferences.now
        self.look.set_value(now.theme)
        self.minutes.set_value(str(now.idle_minutes))
        self.zoom.setText(f"Now {now.zoom} %")
        if self.keeping.vault is not None:
            self.sign_in.set_value(self.keeping.vault.sign_in.is_on)

    def rail(self) -> list[RailEntry]:
        """The pages that belong to no family."""
        return desk_rail(self.workspace)

    def _looks(self) -> Card:
        card = Card("How it looks")
        card.add(self.look)
        card.add(Label("Size of everything", bold=True))
        self.smaller = SecondaryButton("Smaller", lambda: self._zoom_by(-ZOOM_STEP))
        self.normal = SecondaryButton("Normal", lambda: self._choose(zoom=100), "Normal size")
        self.larger = SecondaryButton("Larger", lambda: self._zoom_by(ZOOM_STEP))
        card.add(FlowRow([self.smaller, self.normal, self.larger, self.zoom], gap=12))
        card.add(Aside("Ctrl and plus, Ctrl and minus, and Ctrl and 0 do the same on every page."))
        return card

    def _locking(self) -> Card:
        if self.keeping.vault is None:
            return self._practising()
        card = Card("How it is locked")
        card.add(self.minutes)
        card.add(Label("The two ways in", bold=True))
        go = self.shell.navigator.go
        self.passphrase = SecondaryButton(
            "Change the passphrase", lambda: go("settings.passphrase")
        )
        self.code = SecondaryButton("Make a new recovery code", lambda: go("settings.recovery"))
        self.openers = SecondaryButton("Who can open these records", lambda: go("settings.openers"))
        card.add(FlowRow([self.passphrase, self.code, self.openers], gap=12))
        self.sign_in = card.add(TickBox("Unlock with this computer’s sign-in"))
        self.sign_in.edited.connect(self._choose_sign_in)
        card.add(
            Aside(
                "Only where nobody else uses your sign-in to this computer. The passphrase is "
                "still asked for once a day, and goes on opening your records."
            )
        )
        return card

    def _practising(self) -> Card:
        card = Card("Practice")
        card.add(
            Label(
                "Everybody in these families is made up. When you have tried enough, begin again "
                "with the three families as they were."
            )
        )
        card.add(FlowRow([SecondaryButton("Begin practice again", self._begin_again)]))
        return card

    def _records(self) -> Card:
        card = Card("Your records" if self.keeping.vault else "The practice records")
        pack = self.workspace.pack
        card.add_row(PairRow("Council pack", _words(f"{pack.name}, version {pack.version}")))
        card.add(Label("Where they are", bold=True))
        card.add(Label(breakable(self.keeping.folder)))
        card.add(
            Aside(
                "On this computer only. Everything in that folder is locked; copies of it in the "
                "folder “backups” are too."
            )
        )
        go = self.shell.navigator.go
        buttons = [SecondaryButton("What is kept how long", lambda: go("settings.keeping"))]
        if self.keeping.put_back is not None:
            copies = SecondaryButton("Copies to fall back on", lambda: go("settings.backups"))
            buttons.insert(0, copies)
        if self.keeping.tell_found is not None:
            look = "Are they as they were left?"
            buttons.append(SecondaryButton(look, lambda: go("settings.look")))
        card.add(FlowRow(buttons, gap=12))
        return card

    def _about(self) -> Card:
        card = Card("About")
        card.add_row(PairRow("TAF Desktop", _words(f"version {__version__}")))
        card.add(
            Label(
                "Free to use and to change, under the MIT licence. It never uses the internet and "
                "tells nobody how you use it."
            )
        )
        card.add(
            FlowRow([LinkButton("Licences", lambda: self.shell.navigator.go("settings.licences"))])
        )
        return card

    def _choose_sign_in(self, wanted: bool) -> None:
        vault = self.keeping.vault
        if vault is None:
            return
        if wanted:
            # It counts only after the passphrase was typed.
            self.sign_in.set_value(False)
            self.shell.navigator.go("settings.sign_in")
            return
        try:
            vault.sign_in.turn_off(self.workspace)
        except UserError as error:
            self.shell.show_error(error)
        self.refresh()

    def _zoom_by(self, step: int) -> None:
        self._choose(zoom=self.keeping.preferences.now.zoom + step)

    def _choose(
        self, theme: str | None = None, zoom: int | None = None, idle_minutes: int | None = None
    ) -> None:
        try:
            self.keeping.preferences.choose(theme=theme, zoom=zoom, idle_minutes=idle_minutes)
        except UserError as error:
            self.shell.show_error(error)

    def _begin_again(self) -> None:
        if self.keeping.again is not None and self.shell.ask.confirm(
            None,
            "Begin practice again?",
            "Everything that you changed in practice goes. Your own records stay as they are.",
            yes="Begin again",
            no="Keep it",
        ):
            self.keeping.again()


def _words(words: str) -> QWidget:
    return Label(words, wrap=False)
