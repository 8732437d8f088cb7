"""What was made already: which document, which version, for whom, when and how."""

from collections.abc import Mapping, Sequence

from taf_desktop.model.issued import DocumentIssued
from taf_desktop.packs.dates import date_words
from taf_desktop.services.copy_styles import language_of_copy
from taf_desktop.services.titles import title_of
from taf_desktop.services.ways import how_words
from taf_desktop.ui.pages.audience_editor import listed
from taf_desktop.ui.pages.desk_words import counted
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import Aside, Card, Label, PairRow, Pill, SecondaryButton

ROWS_AT_ONCE = 5
SOMEBODY = "somebody who is no longer here"


class CopiesMade(Card):
    """The newest copies first; older ones behind a button."""

    def __init__(self) -> None:
        super().__init__("What was made already")
        self._issued: Sequence[DocumentIssued] = ()
        self._names: Mapping[str, str] = {}
        self._most = ROWS_AT_ONCE

    def show_issued(self, issued: Sequence[DocumentIssued], names: Mapping[str, str]) -> None:
        """Show these copies, given oldest first; names are by person id."""
        self._issued, self._names, self._most = issued, names, ROWS_AT_ONCE
        self._show()

    def _show(self) -> None:
        self.clear()
        self.set_aside("newest first" if len(self._issued) > 1 else "")
        newest = list(reversed(self._issued))
        if not newest:
            self.add(Label("Nothing yet. Each copy that is saved or printed is noted here."))
        for row in newest[: self._most]:
            self.add_row(self._row(row))
        more = len(newest) - self._most
        if more > 0:
            self.add_foot(SecondaryButton(f"Show {counted(more, 'more', 'more')}", self._show_all))

    def _row(self, issued: DocumentIssued) -> PairRow:
        version = Pill(f"version {issued.version}", Tone.DONE)
        row = PairRow(title_of(issued.document), version)
        people = [self._names.get(one, SOMEBODY) for one in issued.readers]
        row.add(Aside(f"For {listed(people)}" if people else "For nobody named"))
        row.add(Aside(made_words(issued)))
        return row

    def _show_all(self) -> None:
        self._most = len(self._issued)
        self._show()


def made_words(issued: DocumentIssued) -> str:
    """When and how a copy left: "Printed on 29 January 2026 at 15:30, 2 things left out"."""
    told = how_words(issued.how)
    how = told[:1].upper() + told[1:]
    day, _, time = issued.made_at.partition("T")
    left_out = counted(issued.left_out, "thing", "things") if issued.left_out else "nothing"
    language = language_of_copy(issued.language)
    return f"{how}{language} on {date_words(day)} at {time}; {left_out} left out"
