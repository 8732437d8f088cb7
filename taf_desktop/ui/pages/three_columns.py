"""Three columns at a family's table: worries, what works, what needs to happen, in their words."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.errors import UserError
from taf_desktop.model.views import NEEDS_TO_HAPPEN, WORRIED, Statement
from taf_desktop.ui.announce import announce
from taf_desktop.ui.focus_order import focus_soon
from taf_desktop.ui.pages.column_card import ColumnCard
from taf_desktop.ui.pages.columns_reading import ColumnsReading
from taf_desktop.ui.pages.desk_words import shortened
from taf_desktop.ui.pages.disagreement_panel import DisagreementPanel
from taf_desktop.ui.pages.family_page import FamilyPage
from taf_desktop.ui.pages.statement_panel import StatementPanel
from taf_desktop.ui.pages.statement_words import KEPT_UNSEEN, Around, left_out_words
from taf_desktop.ui.pages.waiting_columns import take_up_in, waiting_in
from taf_desktop.ui.widgets import Aside, Columns, LinkButton
from taf_desktop.ui.widgets.text import show_if

STACK_BELOW = 780
Panel = StatementPanel | DisagreementPanel


class ThreeColumns(QWidget):
    """What everybody sees, in three columns; `changed` is sent after anything was written.

    In a meeting only what everybody in the room may see is shown, and what is added belongs to
    the meeting. The page calls `refresh` to read again, and `leave` before it is left.
    """

    changed = Signal()
    action_wanted = Signal(object)
    """Somebody wants an action made of this statement."""

    def __init__(self, page: FamilyPage) -> None:
        super().__init__()
        self.page, self.workspace = page, page.workspace
        self.reading: ColumnsReading | None = None
        self.panel: Panel | None = None
        self._goal_for: UUID | None = None
        self._last: UUID | None = None
        self._column_first: str | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.left_out = Aside("")
        self._column.addWidget(self.left_out)
        self.columns = Columns((1, 1, 1), stack_below=STACK_BELOW)
        self.cards: list[ColumnCard] = []
        for at, column in enumerate(self.workspace.pack.columns):
            card = ColumnCard(column, at)
            self.cards.append(self.columns.add(at, card, 100))
            card.box.said.connect(partial(self._add, card))
            card.box.entry.edited.connect(lambda _words: page.shell.note_typing())
            card.box.spoke.connect(self._spoke)
            card.box.mend_last.connect(partial(self._mend_last, card))
            card.box.act_wanted.connect(partial(self._act, card))
            card.box.unpaired.connect(partial(self._aim, None))
        self._column.addWidget(self.columns, 1)

    def show_family(self, family_id: UUID, meeting_id: UUID | None = None) -> None:
        """Show a family's statements; in a meeting, those that everybody there may see."""
        now = self.reading
        if now is None or (family_id, meeting_id) != (now.family_id, now.meeting_id):
            now = self.reading = ColumnsReading(self.workspace, family_id, meeting_id)
            self._goal_for = self._last = None
            options, speaker = now.speakers(), now.last_speaker()
            for card in self.cards:
                card.box.clear()
                card.box.show_pair(None)
                card.box.set_people(options, speaker)
        self._close_panel()
        self.refresh()

    def refresh(self) -> None:
        """Read the statements again; what is typed in a box stays."""
        if self.reading is None:
            return
        self._close_panel()
        around = self.reading.read()
        self._show_left_out(self.reading.left_out)
        for card in self.cards:
            card.clear_rows()
            for statement in around.statements:
                if statement.column == card.column_id:
                    self._show(card, statement, around)

    def _show(self, card: ColumnCard, statement: Statement, around: Around) -> None:
        buttons = self._buttons(card, statement, around)
        card.add_statement(statement, around.card(statement, buttons))

    def _show_added(self, reading: ColumnsReading, card: ColumnCard, added: Statement) -> None:
        """Show what was added, if it may be seen here; the cards around it stay as they are."""
        if added.worry_id is not None:
            self.refresh()
            return
        around = reading.read_statements()
        self._show_left_out(reading.left_out)
        if any(row.id == added.id for row in around.statements):
            self._show(card, added, around)

    def _show_left_out(self, many: int) -> None:
        self.left_out.setText(left_out_words(many))
        show_if(self.left_out, many > 0)

    def leave(self) -> bool:
        """Keep what was typed, in a panel or a box; False when that was not possible."""
        if self.panel is not None and not self.panel.leave():
            return False
        return all(self._add(card) for card in self.cards if card.box.said_now())

    def halfway(self) -> dict[str, Any]:
        """What stands in the boxes and waits for Enter."""
        return waiting_in(self.cards, self._goal_for)

    def take_up(self, boxes: Mapping[str, Any]) -> None:
        """Put words that waited for Enter back into their boxes."""
        worry = self._statement(take_up_in(self.cards, boxes))
        if worry is not None:
            self._aim(worry)

    def focus_column(self, at: int) -> None:
        """Take the focus to the box of a column."""
        if self.panel is None:
            self.cards[at].box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _buttons(
        self, card: ColumnCard, statement: Statement, around: Around
    ) -> Sequence[LinkButton]:
        acts: list[tuple[str, str, Callable[[], object]]] = [
            ("change", "Change", partial(self.change, statement)),
            ("differ", "Sees it differently", partial(self._differ, statement)),
        ]
        if statement.column == WORRIED and not around.has_goal(statement):
            acts.append(("goal", "Goal for this worry", partial(self._aim, statement)))
        if statement.column == NEEDS_TO_HAPPEN and statement.category != "goal":
            acts.append(("be_goal", "Make it a goal", partial(self._make_goal, card, statement)))
        if statement.column == NEEDS_TO_HAPPEN and self._is_meeting:
            acts.append(("act", "Make an action", partial(self.action_wanted.emit, statement)))
        return [card.button(statement, key, words, act) for key, words, act in acts]

    def _make_goal(self, card: ColumnCard, statement: Statement) -> None:
        """What needs to happen becomes a goal, whether or not it answers a worry."""
        if not self.leave():
            return
        try:
            self.workspace.views.save_statement(statement.id, {"category": "goal"})
        except UserError as error:
            self.page.shell.show_error(error)
            return
        self.refresh()
        self.page.shell.say("It is a goal now. Ctrl+Z takes that back.")
        self.changed.emit()
        again = card.buttons.get((statement.id, "change"))
        if again is not None:
            focus_soon(again)

    def _spoke(self, speaker: str | None) -> None:
        for card in self.cards:
            card.box.set_speaker(speaker)

    def _add(self, card: ColumnCard) -> bool:
        said = card.box.said_now()
        reading = self.reading
        if said is None or reading is None:
            card.box.setFocus()
            return True
        paired = self._goal_for if card.column_id == NEEDS_TO_HAPPEN else None
        try:
            with self.workspace.halfway.entering(card.waiting):
                added = self.workspace.views.add_statement(
                    reading.family_id,
                    card.column_id,
                    said.words,
                    said_by=[UUID(said.speaker)] if said.speaker else [],
                    meeting_id=reading.meeting_id,
                    changes={"exact_words": said.exact}
                    | ({"worry_id": paired, "category": "goal"} if paired else {}),
                )
        except UserError as error:
            card.box.show_problem(f"{error.title} {error.message}")
            return False
        self._last = added.id
        card.box.clear()
        if paired:
            self._aim(None)
        self._show_added(reading, card, added)
        card.box.setFocus()
        self._tell()
        if added.id not in card.statements:
            self.page.shell.say(KEPT_UNSEEN)
        announce(card.box, f"Added: {shortened(said.words)}")
        return True

    def _act(self, card: ColumnCard) -> None:
        """Keep what stands in the box, and make an action of it where there are actions."""
        said = card.box.said_now()
        if said is None or not self._add(card) or not self._is_meeting:
            return
        added = self._statement(self._last)
        if added is not None:
            self.action_wanted.emit(added)

    def _tell(self) -> None:
        self.page.shell.say_saved()
        self.changed.emit()

    def _aim(self, worry: Statement | None) -> None:
        """Make the next thing that needs to happen the goal for a worry."""
        self._goal_for = worry.id if worry is not None else None
        card = next(card for card in self.cards if card.column_id == NEEDS_TO_HAPPEN)
        card.box.show_pair(shortened(worry.text, 90) if worry is not None else None)
        card.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _mend_last(self, card: ColumnCard) -> None:
        """Open what was added last; after coming back, what stands last in this column."""
        last = self._last or next(reversed(card.statements), None)
        statement = self._statement(last)
        if statement is not None:
            self.change(statement)

    def _statement(self, statement_id: UUID | None) -> Statement | None:
        return self.reading.statement(statement_id) if self.reading is not None else None

    @property
    def _is_meeting(self) -> bool:
        return self.reading is not None and self.reading.meeting_id is not None

    def whereabouts(self) -> dict[str, Any]:
        """What is put right, or else the column whose box has the focus."""
        if isinstance(self.panel, StatementPanel):
            return {"statement_id": self.panel.statement.id}
        held = self.page.focusWidget()
        written = (card for card in self.cards if held is not None and card.isAncestorOf(held))
        card = next(written, None)
        return {"column": card.column_id} if card is not None else {}

    def come_back(self, back_to: Mapping[str, Any]) -> None:
        """Show what was open, as `whereabouts` told it, as far as it may still be seen."""
        self._column_first = back_to.get("column")
        statement_id = back_to.get("statement_id")
        is_shown = any(statement_id in card.statements for card in self.cards)
        statement = self._statement(statement_id) if is_shown else None
        if statement is not None:
            self.change(statement)

    def first_focus(self) -> QWidget:
        """The words that are put right, or the box somebody wrote in, or the first one."""
        if self.panel is not None:
            return self.panel.first_focus()
        named = (card for card in self.cards if card.column_id == self._column_first)
        return next(named, self.cards[0]).box

    def change(self, statement: Statement) -> None:
        """Open what was said, to put it right."""
        if self.leave() and self.reading is not None:
            panel = StatementPanel(self.page, statement, self.reading.read())
            self._open(statement, "change", panel)

    def _differ(self, statement: Statement) -> None:
        if self.leave() and self.reading is not None:
            around, meeting_id = self.reading.read(), self.reading.meeting_id
            panel = DisagreementPanel(self.page, statement, around, meeting_id)
            self._open(statement, "differ", panel)

    def _open(self, statement: Statement, key: str, panel: Panel) -> None:
        self._close_panel()
        self.panel = panel
        self.columns.hide()
        self._column.insertWidget(1, panel)
        panel.done.connect(partial(self._done, statement.id, key))
        panel.first_focus().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _close_panel(self) -> None:
        if self.panel is None:
            return
        panel, self.panel = self.panel, None
        self._column.removeWidget(panel)
        panel.hide()
        panel.deleteLater()
        show_if(self.columns, True)

    def _done(self, statement_id: UUID, key: str) -> None:
        """Back to the columns, and to the button that was pressed."""
        self.refresh()
        for card in self.cards:
            if (statement_id, key) in card.buttons:
                card.buttons[statement_id, key].setFocus(Qt.FocusReason.ShortcutFocusReason)
                break
        else:
            self.focus_column(0)
        self.changed.emit()


def add_column_keys(page: FamilyPage, area: str) -> None:
    """Let Alt with 1, 2 and 3 go to the boxes of the columns that a page shows; once a page."""

    def go(at: int) -> None:
        shown = page.findChild(ThreeColumns)
        if shown is not None and shown.isVisible():
            shown.focus_column(at)

    for at, column in enumerate(page.workspace.pack.columns):
        page.shell.shortcuts.add(f"Alt+{at + 1}", column.add, partial(go, at), area, within=page)
