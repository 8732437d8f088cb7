"""Whether the records are whole and as this program left them, and what is done if not."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from taf_desktop.model.occurrence import TAKEN_FOR_NEWEST, Occurrence
from taf_desktop.services.desk import Desk
from taf_desktop.services.records import living
from taf_desktop.store.chain import BEHIND, NO_NOTE
from taf_desktop.store.salvage import Salvaged


@dataclass(frozen=True, kw_only=True)
class Findings:
    """What came of looking through the records.

    `changes` says in a few words each what something else has changed; `is_older` that what was
    written last is missing, `has_no_note` that nothing outside the file says how far it went.
    """

    is_whole: bool = True
    changes: tuple[str, ...] = ()
    is_older: bool = False
    has_no_note: bool = False

    @property
    def is_well(self) -> bool:
        """Whether nothing was found."""
        return self == Findings()


class LookingThrough:
    """Looks at every page of the file and every seal of the journal."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def is_whole(self) -> bool:
        """Look at the whole file, which takes a moment; from then on a damaged one is only read."""
        whole = self._desk.store.is_whole()
        if not whole:
            self._desk.store.change_no_more()
        return whole

    def look(self, pause: Callable[[], object] = lambda: None) -> Findings:
        """Look at the file, and where that is whole at the seals too.

        After each slice there is a `pause`, in which others work with the records; what it raises
        ends the look.
        """
        if not self.is_whole():
            return Findings(is_whole=False)
        found = self._desk.store.breaks(pause)
        return Findings(
            changes=tuple(one for one in found if one not in (BEHIND, NO_NOTE)),
            is_older=BEHIND in found,
            has_no_note=NO_NOTE in found,
        )

    def save_what_is_left(self, folder: Path) -> Salvaged:
        """Write what can be read of damaged records into a new folder, where they open as ever."""
        return self._desk.store.salvage(folder)

    def taken_for_newest(self) -> list[tuple[str, str]]:
        """When and by whom these records were said to be the right ones, the newest first."""
        with self._desk.store.read() as session:
            said = [row for row in living(session, Occurrence) if row.kind == TAKEN_FOR_NEWEST]
        return [(row.at, row.who) for row in reversed(said)]

    def take_for_newest(self) -> None:
        """Say that these records are the right ones, as after an older copy was put back."""
        self._desk.store.accept_as_newest()
        with self._desk.store.write("Take these records for the newest") as session:
            session.add(
                Occurrence(kind=TAKEN_FOR_NEWEST, who=self._desk.store.who, at=self._desk.now_text)
            )
