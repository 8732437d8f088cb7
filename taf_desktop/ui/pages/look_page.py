"""Whether the records are as they were left: what was found, and what can be done about it."""

from collections.abc import Callable

from taf_desktop.errors import UserError
from taf_desktop.packs.dates import date_words
from taf_desktop.services.looking_through import Findings
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.focus_order import focus_soon
from taf_desktop.ui.page import Page, Shell
from taf_desktop.ui.pages.copy_words import long_moment
from taf_desktop.ui.pages.desk_rail import desk_rail
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Crumb,
    FlowRow,
    InsetNote,
    Label,
    PrimaryButton,
    RailEntry,
    SecondaryButton,
    Tone,
)

_MISSING = (
    "{came.made_again} entries could not be read and were made again from the history; "
    "{came.left_out} were left out, because what they belong to is gone."
)
MOST_CHANGES = 20
"""Changes listed one by one; the others are counted."""

DAMAGED = (
    "The file is damaged",
    "A part of it is not as it was written, as after a fault of the disk. It can be read and "
    "printed, but not changed, so that nothing gets worse. Let the newest copy that is whole be "
    "the records again, or save what can still be read of this file in a new folder.",
)
OLDER = (
    "These records are older than they were on this computer",
    "What was written last is missing. If an older copy was put back on purpose, that is as it "
    "should be: say so below. If not, another program or another person has put an old file in "
    "the place of the records: look into the copies for what is missing.",
)
NO_NOTE = (
    "The note that tells old records from new ones is missing",
    "The file “audit.json” beside the records is gone, as when only the records were copied to "
    "this computer. If they are the right ones, say so below.",
)
CHANGED = (
    "Something other than this program has changed the records",
    "Each thing that is written is sealed together with the one before it. These do not fit. Tell "
    "whoever looks after this computer, and compare with the copies.",
)


TellFound = Callable[[Findings], object]
"""Says on every page what came of looking through the records."""


class LookPage(Page):
    """One card for what was found, with the ways on."""

    name = "settings.look"

    def __init__(self, shell: Shell, workspace: Workspace, tell_found: TellFound) -> None:
        super().__init__(shell)
        self.workspace, self._tell_found = workspace, tell_found
        self.again = PrimaryButton("Look again", self.look_again)
        self.set_heading(
            "Are the records as they were left?",
            "Every part of the file and every seal in its journal is looked at after each "
            "unlocking, while you work.",
            self.again,
        )
        self.card = self.body.add(Card())
        self.earlier = self.body.add(Card("Said earlier"))

    def refresh(self) -> None:
        """Look through the records; nothing in them changes."""
        looking = self.workspace.looking_through
        found = looking.look()
        self._tell_found(found)
        self._show(found)
        said = looking.taken_for_newest()
        self.earlier.clear()
        for at, who in said:
            day, _, time = at.partition("T")
            words = f"{who} said that these are the right records."
            self.earlier.add(Label(f"{date_words(day)}, {time}: {words}"))
        self.earlier.setVisible(bool(said))

    def crumbs(self) -> list[Crumb]:
        """One step from settings."""
        return [Crumb("Home", "home"), Crumb("Settings", "settings"), Crumb("As they were left")]

    def rail(self) -> list[RailEntry]:
        """The pages that belong to no family."""
        return desk_rail(self.workspace)

    def rail_key(self) -> tuple[str, dict[str, object]]:
        """It is a part of the settings."""
        return "settings", {}

    def _show(self, found: Findings) -> None:
        card = self.card
        card.clear()
        if found.is_well:
            words = f"Looked through at {self.shell.clock():%H:%M}."
            card.add(InsetNote(words, "Everything is as this program wrote it", Tone.DONE))
            return
        for applies, (title, words) in (
            (not found.is_whole, DAMAGED),
            (bool(found.changes), CHANGED),
            (found.is_older, OLDER),
            (found.has_no_note, NO_NOTE),
        ):
            if applies:
                card.add(InsetNote(words, title, Tone.LATE))
        if not found.is_whole:
            card.add(Label(self._newest_words()))
        for change in found.changes[:MOST_CHANGES]:
            card.add(Aside(f"{change[:1].upper()}{change[1:]}."))
        if len(found.changes) > MOST_CHANGES:
            card.add(Aside(f"And {len(found.changes) - MOST_CHANGES} more."))
        self._add_ways_on(card, found)

    def _add_ways_on(self, card: Card, found: Findings) -> None:
        go = self.shell.navigator.go
        buttons = [SecondaryButton("Copies to fall back on", lambda: go("settings.backups"))]
        if found.is_older or found.has_no_note:
            right = SecondaryButton("These are the right records", self.take_for_newest)
            buttons.append(right)
        if not found.is_whole:
            buttons.append(SecondaryButton("Save what can be read", self.save_what_is_left))
        card.add(FlowRow(buttons, gap=12))

    def _newest_words(self) -> str:
        newest = self.workspace.backups.newest_whole()
        if newest is None:
            return "There is no whole copy on this computer."
        return f"The newest whole copy was made on {long_moment(newest)}."

    def save_what_is_left(self) -> None:
        """Save what can be read of a damaged file in a new folder; the file stays as it is."""
        chosen = self.shell.ask.which_folder(self, "Where shall it be saved?")
        if chosen is None:
            return
        folder = chosen / f"TAF records {self.shell.clock():%Y-%m-%d %H.%M}"
        try:
            came = self.workspace.looking_through.save_what_is_left(folder)
        except UserError as error:
            self.shell.show_error(error)
            return
        lost = came.left_out + came.made_again
        self.shell.ask.message(
            self,
            "What can be read is saved.",
            f"It is in the folder “{folder.name}” and opens with your passphrase. "
            + ("Nothing was missing." if not lost else _MISSING.format(came=came)),
        )

    def look_again(self) -> None:
        """Look through everything once more, now."""
        self.refresh()
        self.shell.say("Looked through once more")
        focus_soon(self.again)

    def take_for_newest(self) -> None:
        """Note that whoever is at the desk says that these are the right records."""
        sure = self.shell.ask.confirm(
            self,
            "Are these the right records?",
            "From now on they count as the newest. That you said so is kept with the records.",
            yes="They are the right ones",
            no="Stay",
        )
        if not sure:
            return
        try:
            self.workspace.looking_through.take_for_newest()
        except UserError as error:
            self.shell.show_error(error)
            return
        self.shell.say("These records count as the newest now")
        self.refresh()
        focus_soon(self.again)
