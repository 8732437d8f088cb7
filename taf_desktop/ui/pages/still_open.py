"""Says quietly that a meeting's plan is not finished, with the way to what it still needs."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.services.finishing import Missing
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.pages.desk_words import counted
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import InsetNote, LinkButton, empty
from taf_desktop.ui.widgets.text import show_if

NAMED = 1
"""How many gaps are named here; the meeting itself lists them all."""


class StillOpen(QWidget):
    """A note, and a link to where the first gap can be filled; `go` opens a part of the meeting."""

    def __init__(self, workspace: Workspace, go: Callable[[str], object]) -> None:
        super().__init__()
        self._meetings, self._go = workspace.meetings, go
        self._parts = workspace.pack.lists["agenda_part"]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.note = InsetNote("", "This plan is not finished yet.", Tone.DUE)
        column.addWidget(self.note)
        self._links = QVBoxLayout()
        column.addLayout(self._links)

    def show_meeting(self, meeting_id: UUID | None) -> None:
        """Name what the plan of a meeting still needs; without a meeting nothing is shown."""
        if meeting_id is None or self._meetings.one(meeting_id).finished_at is not None:
            self.show_gaps((), finished=True)
        else:
            self.show_gaps(self._meetings.missing(meeting_id), finished=False)

    def show_gaps(self, missing: Sequence[Missing], *, finished: bool) -> None:
        """Name the first gaps; a finished plan shows nothing at all."""
        empty(self._links)
        show_if(self, not finished)
        if not finished:
            part = missing[0].part if missing else "decision"
            self.note.words.setText(open_words(missing))
            words = f"To the meeting: {self._parts.label(part)}"
            self._links.addWidget(LinkButton(words, partial(self._go, part)))


def open_words(missing: Sequence[Missing]) -> str:
    """What a plan that is not finished still needs: the first gaps, and how many more."""
    if not missing:
        return "The papers can be made now. Nothing is missing to finish it."
    named = " ".join(gap.words for gap in missing[:NAMED])
    more = len(missing) - NAMED
    rest = f" And {counted(more, 'more thing', 'more things')}." if more > 0 else ""
    return f"The papers can be made now, with what is known so far. Still open: {named}{rest}"
