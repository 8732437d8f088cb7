"""What each person sees: three columns, whether the children were heard, and what is settled."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from taf_desktop.errors import UserError
from taf_desktop.model.family import Person
from taf_desktop.model.views import Statement
from taf_desktop.packs.dates import date_words
from taf_desktop.services.people import spoken_name
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.page import Shell
from taf_desktop.ui.pages.audience_editor import listed
from taf_desktop.ui.pages.desk_words import counted
from taf_desktop.ui.pages.family_page import FamilyPage
from taf_desktop.ui.pages.statement_words import Around
from taf_desktop.ui.pages.three_columns import ThreeColumns, add_column_keys
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    FlowRow,
    LinkButton,
    Pill,
    QuietButton,
    StatementCard,
    Tone,
)
from taf_desktop.ui.widgets.text import show_if


class ViewsPage(FamilyPage):
    """The family's own words, gathered at a table or one by one."""

    name = "family.views"
    short = "Family's views"

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell, workspace)
        self.heard = self.body.add(FlowRow(gap=10))
        self.others = self.body.add(Aside(""))
        self.three = self.body.add(ThreeColumns(self), 1)
        self.three.changed.connect(self._show_around)
        self.fold = QuietButton("", self._turn)
        self.body.add(self.fold)
        self.settled = self.body.add(Card("What is settled"))
        self._unfolded = False
        add_column_keys(self, "Family's views")

    def open(self, **args: object) -> None:
        """Show a family's views, with what is settled folded away."""
        self._unfolded = False
        super().open(**args)

    def refresh(self) -> None:
        """Read the statements again."""
        self.set_heading(
            "What does each person see?",
            "In their own words, and who said it. Nobody has to agree: both views stand here.",
        )
        self.three.show_family(self.family_id)
        self._show_around()

    def leave(self) -> bool:
        """Keep what was typed; stay when that fails."""
        return self.three.leave() and super().leave()

    def halfway(self) -> dict[str, Any]:
        """What stands in the boxes of the columns."""
        return self.three.halfway()

    def take_up(self, boxes: Mapping[str, Any]) -> None:
        """Put words back into the columns."""
        self.three.take_up(boxes)

    def _show_around(self) -> None:
        statements = self.workspace.views.statements(self.family_id)
        settled = self.workspace.views.settled(self.family_id)
        self._show_heard([*statements, *settled])
        self._show_settled(settled)

    def _show_heard(self, said: Sequence[Statement]) -> None:
        self.heard.clear()
        children = [one for one in self.workspace.people.of(self.family_id) if one.kind == "child"]
        for child in children:
            self.heard.add(_heard_pill(child, said))
        names = self.workspace.people.names(self.family_id)
        mine = {str(child.id) for child in children}
        speakers = dict.fromkeys(one for row in said for one in row.said_by)
        others = [names[one] for one in speakers if one in names and one not in mine]
        self.others.setText(f"Also heard: {listed(others)}." if others else "")
        show_if(self.others, bool(others))

    def _show_settled(self, settled: Sequence[Statement]) -> None:
        words = counted(len(settled), "thing is settled", "things are settled").capitalize()
        self.fold.set_words(f"{'Hide' if self._unfolded else 'Show'} what is settled: {words}")
        show_if(self.fold, bool(settled))
        show_if(self.settled, bool(settled) and self._unfolded)
        self.settled.clear()
        around = Around(
            drawings=self.workspace.drawings.of(self.family_id),
            pack=self.workspace.pack,
            names=self.workspace.people.names(self.family_id),
            statements=settled,
            disagreements=self.workspace.views.disagreements(self.family_id),
        )
        for one in settled:
            self.settled.add_row(self._settled_card(one, around))

    def _settled_card(self, statement: Statement, around: Around) -> StatementCard:
        back = LinkButton(
            "Not settled after all",
            partial(self._unsettle, statement),
            f"Not settled after all: {statement.text}",
        )
        day = Aside(f"Settled on {date_words(statement.settled_on)}")
        return around.card(statement, [day, back])

    def _unsettle(self, statement: Statement) -> None:
        try:
            self.workspace.views.save_statement(statement.id, {"settled_on": None})
        except UserError as error:
            self.shell.show_error(error)
            return
        self.shell.say_saved()
        self.refresh()
        self.fold.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self._show_around()

    def first_focus(self) -> QWidget | None:
        """The box of the first column, so that words can be typed at once."""
        return self.three.cards[0].box


def _heard_pill(child: Person, said: Sequence[Statement]) -> Pill:
    mine = [one for one in said if str(child.id) in one.said_by]
    name = spoken_name(child)
    if not mine:
        return Pill(f"{name} has not been heard yet", Tone.DUE)
    exact = any(one.exact_words for one in mine)
    last = max((one.said_on for one in mine if one.said_on), default=None)
    own = ", in their own words" if exact else ""
    day = f", last on {date_words(last)}" if last else ""
    return Pill(f"{name} has been heard{own}{day}", Tone.DONE)
