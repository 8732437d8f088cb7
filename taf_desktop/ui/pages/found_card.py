"""Where the words that somebody looks for stand in the records, each a press away."""

from collections.abc import Sequence
from functools import partial

from taf_desktop.services.search import Findable
from taf_desktop.ui.navigator import Navigator
from taf_desktop.ui.pages.desk_words import counted
from taf_desktop.ui.widgets import Card, Label, RowButton
from taf_desktop.ui.widgets.text import show_if

MOST_FOUND = 12


class FoundCard(Card):
    """A row for each answer in which the words stand: the words, the family, the question."""

    def __init__(self, navigator: Navigator) -> None:
        super().__init__("In the records")
        self._navigator = navigator
        self.rows: list[RowButton] = []
        self._stands: list[tuple[object, ...]] | None = None
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing is looked for."""
        self.clear()
        self.rows, self._stands = [], None
        show_if(self, False)

    def show_found(self, found: Sequence[Findable], typed: str) -> None:
        """Show where the words stand; rows that stand there already are left alone."""
        self.set_aside(f"{counted(len(found), 'place', 'places')} found")
        shown: list[tuple[object, ...]] = [
            (one.record_id, one.family.name, one.where, one.around(typed))
            for one in found[:MOST_FOUND]
        ]
        shown.append((len(found),))
        if shown == self._stands:
            return
        self._stands = shown
        self.clear()
        self.rows = [self.add_row(self._row(one, typed)) for one in found[:MOST_FOUND]]
        if not found:
            self.add(Label("These words stand nowhere, at least not together."))
        elif len(found) > MOST_FOUND:
            self.add(Label(f"And {len(found) - MOST_FOUND} more: one more word finds fewer."))
        show_if(self, True)

    def _row(self, one: Findable, typed: str) -> RowButton:
        named = {"people": "person_id", "actions": "action_id"}.get(one.place)
        args = {"family_id": one.family.id} | ({named: one.record_id} if named else {})
        go = partial(self._navigator.go, f"family.{one.place}", **args)
        return RowButton(one.around(typed), f"{one.family.name} · {one.where}", on_click=go)
