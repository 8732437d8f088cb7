"""The plan of a family as a list: each goal with its actions, those without one, what is done."""

from collections.abc import Iterable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.model.views import Statement
from taf_desktop.services.actions import ActionLine
from taf_desktop.ui.pages.action_rows import ActionRow, RowWords
from taf_desktop.ui.pages.desk_words import counted, shortened
from taf_desktop.ui.widgets import Aside, Card, Label, LinkButton, SecondaryButton, empty
from taf_desktop.ui.widgets.text import show_if

DONE_AT_ONCE = 6
NO_ACTIONS = "Small steps, with a name and a day. What everybody will do stands here."


class PlanList(QWidget):
    """Rows to choose from; an action that changes is shown anew where it stands."""

    chosen = Signal(object)
    wanted = Signal(object)
    """Somebody wants a new action for this goal."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[UUID, ActionRow] = {}
        self._all_done = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def fold(self) -> None:
        """Show only the newest of what is done."""
        self._all_done = False

    def show_plan(
        self, lines: Sequence[ActionLine], goals: Sequence[Statement], words: RowWords
    ) -> None:
        """Show the whole plan."""
        empty(self._column)
        self.rows, self._words = {}, words
        still = [line for line in lines if line.is_open]
        for goal in goals:
            mine = [line for line in lines if line.action.goal_id == goal.id]
            self._column.addWidget(self._goal_card(goal, mine))
        known = {goal.id for goal in goals}
        loose = [line for line in still if line.action.goal_id not in known]
        self._loose = Card("Without a goal" if goals else "The plan")
        self._column.addWidget(self._loose)
        self._add_rows(self._loose, loose)
        if not goals and not loose:
            self._loose.add(Label(NO_ACTIONS))
        show_if(self._loose, bool(loose) or not goals)
        self._show_done([line for line in lines if not line.is_open])

    def _goal_card(self, goal: Statement, lines: Sequence[ActionLine]) -> Card:
        still = [line for line in lines if line.is_open]
        card = Card(goal.text)
        card.add(Aside(_goal_words(goal, len(still), len(lines) - len(still))))
        self._add_rows(card, still)
        if goal.settled_on is None:
            add = partial(self.wanted.emit, goal.id)
            name = f"Add an action for: {shortened(goal.text)}"
            card.add_foot(LinkButton("Add an action for this goal", add, name))
        return card

    def _add_rows(self, card: Card, lines: Iterable[ActionLine]) -> None:
        for line in lines:
            row = ActionRow(line, self._words, partial(self.chosen.emit, line.action.id))
            self.rows[line.action.id] = card.add_row(row)

    def _show_done(self, lines: Sequence[ActionLine]) -> None:
        if not lines:
            return
        card = Card("Done, or no longer needed")
        self._column.addWidget(card)
        newest = sorted(lines, key=lambda line: line.action.done_on or "", reverse=True)
        most = len(newest) if self._all_done else DONE_AT_ONCE
        self._add_rows(card, newest[:most])
        if len(newest) > most:
            more = partial(self._show_all_done, card, newest[most:])
            self._more = card.add(SecondaryButton(f"Show the other {len(newest) - most}", more))

    def _show_all_done(self, card: Card, rest: Sequence[ActionLine]) -> None:
        self._all_done = True
        self._add_rows(card, rest)
        self.rows[rest[0].action.id].setFocus(Qt.FocusReason.OtherFocusReason)
        self._more.hide()

    def mark(self, action_id: UUID | None) -> None:
        """Mark the action that is shown beside the list."""
        for one, row in self.rows.items():
            row.set_chosen(one == action_id)

    def show_line(self, line: ActionLine) -> None:
        """Show what has become of one action; a new one comes below those without a goal."""
        row = self.rows.get(line.action.id)
        if row is not None:
            row.show_line(line)
            return
        self._add_rows(self._loose, [line])
        self._loose.show()


def _goal_words(goal: Statement, still: int, done: int) -> str:
    """That it is a goal, how many actions are open, and how many are done."""
    parts = ["Goal" if goal.settled_on is None else "Goal, settled since"]
    if still or not done:
        parts.append(f"{counted(still, 'action', 'actions')} to do")
    if done:
        parts.append(f"{counted(done, 'is', 'are')} done")
    return " · ".join(parts)
