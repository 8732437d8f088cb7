"""What is kept how long: the families whose time has come, what is on hold, and the rules."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from taf_desktop.errors import UserError
from taf_desktop.model.keeping import Erasure
from taf_desktop.packs.clocks import moment_words
from taf_desktop.packs.dates import date_words
from taf_desktop.services.keeping import KeptFamily
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.page import Page, Shell
from taf_desktop.ui.pages.desk_rail import desk_rail
from taf_desktop.ui.preferences import LivePreferences
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Columns,
    Crumb,
    EmptyState,
    FlowRow,
    PairRow,
    QuietButton,
    RailEntry,
    SecondaryButton,
)

NAME = "settings.keeping"


class AboutKeeping(Page):
    """A page about letting records go; it belongs to the settings."""

    short = ""

    def __init__(self, shell: Shell, workspace: Workspace, preferences: LivePreferences) -> None:
        super().__init__(shell)
        self.workspace, self.preferences = workspace, preferences

    @property
    def second(self) -> Path | None:
        """The second folder of copies, if one was chosen."""
        chosen = self.preferences.now.second_backups
        return Path(chosen) if chosen else None

    def crumbs(self) -> list[Crumb]:
        """From the settings by way of the list."""
        way = [Crumb("Home", "home"), Crumb("Settings", "settings")]
        return [*way, *((Crumb("How long", NAME), Crumb(self.short)) if self.short else ())]

    def rail(self) -> list[RailEntry]:
        """The pages that belong to no family."""
        return desk_rail(self.workspace)

    def rail_key(self) -> tuple[str, dict[str, object]]:
        """It is a part of the settings."""
        return "settings", {}

    def back_to_list(self) -> None:
        """Go to the list of families."""
        self.shell.navigator.go(NAME)


class KeepingPage(AboutKeeping):
    """Nothing goes by itself: a person decides about each family."""

    name = NAME

    def __init__(self, shell: Shell, workspace: Workspace, preferences: LivePreferences) -> None:
        super().__init__(shell, workspace, preferences)
        self.set_heading(
            "What is kept how long?", "Nothing goes by itself: you decide about each family."
        )
        columns = self.body.add(Columns((3, 2), stack_below=820))
        self.over = columns.add(0, Card("Their time has come"))
        self.held = columns.add(0, Card("On hold"))
        self.kept = columns.add(0, Card("Kept on"))
        self.rules = columns.add(1, Card("The rules of your council"))
        self.erased = columns.add(1, Card("Erased"))

    def crumbs(self) -> list[Crumb]:
        """One step from the settings."""
        return [*super().crumbs(), Crumb("How long")]

    def refresh(self) -> None:
        """Count again."""
        families = self.workspace.keeping.families()
        free = [one for one in families if one.hold is None]
        on_hold = [one for one in families if one.hold is not None]
        self._show(self.over, [one for one in free if one.is_over], "There is no such family now.")
        self._show(self.held, on_hold, "No record is on hold.")
        self._show(self.kept, [one for one in free if not one.is_over], "No other family is here.")
        self._show_rules()
        self._show_erased()

    def _show(self, card: Card, families: Iterable[KeptFamily], otherwise: str) -> None:
        card.clear()
        if not [card.add_row(self._row(one)) for one in families]:
            card.add(EmptyState(otherwise))

    def _row(self, kept: KeptFamily) -> PairRow:
        row = PairRow(_whose(kept))
        row.add(Aside(kept_words(kept)))
        if kept.hold is not None:
            set_by = f"{kept.hold.set_by}, {date_words(kept.hold.since)}"
            row.add(Aside(f"On hold: {kept.hold.reason} ({set_by})"))
        row.add(FlowRow(list(self._buttons(kept)), gap=12))
        return row

    def _buttons(self, kept: KeptFamily) -> Iterable[QWidget]:
        whose, args = _whose(kept), {"family_id": kept.family_id}
        if kept.hold is not None:
            words = f"Lift the hold: {whose}"
            yield SecondaryButton("Lift the hold", partial(self.lift, kept), words)
            return
        go = self.shell.navigator.go
        kind = SecondaryButton if kept.is_over else QuietButton
        yield kind("Erase …", partial(go, "settings.erase", **args), f"Erase: {whose}")
        words = f"Put on hold: {whose}"
        yield QuietButton("Put on hold …", partial(go, "settings.hold", **args), words)

    def lift(self, kept: KeptFamily) -> None:
        """Lift a hold; undo sets it again."""
        try:
            self.workspace.keeping.lift(kept.family_id)
        except UserError as error:
            self.shell.show_error(error)
            return
        self.shell.say("The hold is lifted. Ctrl+Z sets it again.")
        self.refresh()

    def _show_rules(self) -> None:
        self.rules.clear()
        for what, rule in self.workspace.keeping.rules().items():
            self.rules.add_row(PairRow(what)).add(Aside(f"{rule.words}. {rule.basis}"))
        pack = self.workspace.pack
        self.rules.add(
            Aside(
                f"From the council pack {pack.name}, version {pack.version}. The youngest child of "
                "a family governs; a day that is half known counts from the last it may be."
            )
        )

    def _show_erased(self) -> None:
        self.erased.clear()
        erasures = self.workspace.erasing.erasures()
        if not erasures:
            self.erased.add(EmptyState("Nothing was erased yet."))
        for erasure in erasures:
            look = partial(self.shell.navigator.go, "settings.erased", erasure_id=erasure.id)
            words = f"Look at the erasure of {erasure.reference}"
            button = SecondaryButton("Look at it", look, words)
            self.erased.add_row(PairRow(erasure.reference, button, erased_words(erasure)))


def _whose(kept: KeptFamily) -> str:
    return f"{kept.name}, {kept.reference}"


def kept_words(kept: KeptFamily) -> str:
    """Until when, and how that is counted."""
    if kept.ends_on is None:
        return kept.why
    day = date_words(kept.ends_on.isoformat())
    return f"{'Was kept' if kept.is_over else 'Kept'} until {day}: {kept.why}"


def erased_words(erasure: Erasure) -> str:
    """When it was, and who did it."""
    return f"Erased {moment_words(erasure.erased_at)}, {erasure.erased_by}"
