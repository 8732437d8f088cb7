"""Who does what by when: said in one line at the right, kept at once, listed at the left."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from taf_desktop.errors import UserError
from taf_desktop.model.meeting import Action
from taf_desktop.services.action_line import ActionWords, names_of, understand
from taf_desktop.services.actions import RoomActions, day_of
from taf_desktop.services.day_remarks import DayLimits, about_action
from taf_desktop.services.finishing import NO_LONGER_OPEN, Missing
from taf_desktop.ui.announce import announce
from taf_desktop.ui.pages.desk_words import shortened
from taf_desktop.ui.pages.meeting.action_form import LINE, ActionForm
from taf_desktop.ui.pages.meeting.action_line_box import ActionLineBox
from taf_desktop.ui.pages.meeting.action_list import ActionList, Spoken
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.pages.statement_words import left_out_words
from taf_desktop.ui.widgets import Aside, Columns, RowButton
from taf_desktop.ui.widgets.text import show_if


class ActionsPart(MeetingPart):
    """The actions of the plan, the line for the next one, and one action in boxes."""

    hint = "Small steps, with a name and a day. The family carries as many as the services."

    def build(self) -> None:
        """The list; the line, with an empty action below it."""
        self.spoken_names = names_of(self.room.people)
        self.columns = self.add(Columns((1, 1), stack_below=820))
        spoken = Spoken(pack=self.workspace.pack, names=self.names(), meeting_id=self.meeting.id)
        self.list = self.columns.add(0, ActionList(spoken, self.choose))
        self.left_out = self.columns.add(0, Aside(""))
        self._show_plan(self.room_actions())
        self.line = self.columns.add(1, ActionLineBox())
        draft = self.page.progress.take_draft()
        self.form_card = self.columns.add(
            1, ActionForm(self, self.goals(), self._limits(), draft.goal_id)
        )
        self._connect()
        if draft.words:
            self.line.set_words(draft.words)
            self._read(draft.words)
        elif self.back_to.get("action_id") in self.rows:
            self._show(self.back_to["action_id"])

    def _connect(self) -> None:
        self.line.typed.connect(self._read)
        self.line.typed.connect(lambda _words: self.shell.note_typing())
        self.line.entered.connect(self._enter)
        self.line.mend_last.connect(self._mend_last)
        self.form_card.kept.connect(self._show_kept)
        self.form_card.next_wanted.connect(self.next_action)
        self.form_card.taken_away.connect(self._take_away)

    @property
    def rows(self) -> Mapping[UUID, RowButton]:
        """The rows of the plan by action."""
        return self.list.rows

    def _show_plan(self, told: RoomActions) -> None:
        self.list.show_actions([row for row in told.actions if self._is_of_the_plan(row)])
        self.left_out.setText(left_out_words(told.left_out))
        show_if(self.left_out, told.left_out > 0)

    def _is_of_the_plan(self, action: Action) -> bool:
        return action.status not in NO_LONGER_OPEN or action.meeting_id == self.meeting.id

    def _limits(self) -> DayLimits:
        """What days are held to; the next meeting only where its day may be on the screen."""
        fields = self.page.section("next").fields
        known = any(self.room.shows(field) for field in fields if field.key == "next_on")
        return DayLimits(
            pack=self.workspace.pack,
            start=self.workspace.today,
            next_on=day_of(self.meeting.next_on) if known else None,
        )

    def _read(self, typed: str) -> None:
        """Show what is understood of the line so far, in words and in the boxes below."""
        if self.form_card.action is not None:
            if not self.form_card.keep():
                return
            self.form_card.show_action(None)
            self.list.mark(None)
        if not typed.strip():
            self.form_card.show_action(None)
            self.line.show_understood("")
            return
        found = understand(typed, self.spoken_names, self.workspace.today)
        self.form_card.show_words(found.answers())
        self.line.show_understood(self._told(found))

    def _told(self, found: ActionWords) -> str:
        day = day_of(found.by_when)
        remark = found.doubt or (about_action(day, self.form_card.limits) if day else "")
        return f"{found.words(self.names())}: “{found.what}”\n{remark}".strip()

    def _enter(self) -> None:
        """Keep the line as an action, and be ready for the next."""
        words = self.line.words()
        if words and self._keep_line():
            announce(self.line, f"Added: {shortened(words)}")
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_line(self) -> bool:
        return not self.line.words() or self.form_card.keep()

    def _show_kept(self, action: Action) -> None:
        """Show what was saved in its row; the rows around it stay as they are."""
        self.line.clear_words()
        told = self.room_actions()
        if any(row.id == action.id for row in told.actions):
            self.list.show_action(action)
        else:
            # Now that not everybody here may see it, it leaves the list.
            self._show_plan(told)
        self.list.mark(action.id)

    def choose(self, action_id: UUID) -> None:
        """Show one action in the boxes."""
        if self.page.leave():
            self._show(action_id)
            self.form_card.panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, action_id: UUID) -> None:
        actions = self.workspace.actions.of(self.family_id)
        self.form_card.show_action(next(row for row in actions if row.id == action_id))
        self.list.mark(action_id)

    def whereabouts(self) -> dict[str, Any]:
        """The action in the boxes."""
        action = self.form_card.action
        return {"action_id": action.id} if action is not None else {}

    def halfway(self) -> dict[str, Any]:
        """The line that is being said, and the goal it is for."""
        if not self.line.words():
            return {}
        goal = self.form_card.goal_id
        return {LINE: {"words": self.line.entry.words(), "goal_id": str(goal) if goal else None}}

    def take_up(self, boxes: Mapping[str, Any]) -> None:
        """Show the line that was being said, and what is understood of it."""
        half = boxes.get(LINE)
        if half is not None:
            self.form_card.goal_id = UUID(half["goal_id"]) if half["goal_id"] else None
            self.form_card.show_action(None)
            self.line.entry.take_up(half["words"])
            self._read(half["words"])

    def next_action(self) -> None:
        """Keep this action and begin another."""
        if self.page.leave():
            self.form_card.show_action(None)
            self.list.mark(None)
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mend_last(self) -> None:
        """Go to the action that was added last."""
        if self.list.rows:
            self.choose(list(self.list.rows)[-1])

    def _take_away(self) -> None:
        action = self.form_card.action
        if action is None or not self.page.leave():
            return
        try:
            self.workspace.actions.take_away(action.id)
        except UserError as error:
            self.shell.show_error(error)
            return
        self.shell.say("Taken away. Ctrl+Z brings it back.")
        self.page.refresh()
        if self.page.part is not None:
            (self.page.part.first_focus() or self.page).setFocus()

    def show_gap(self, gap: Missing) -> None:
        """Open the action that misses something, at the question; never one that is not shown."""
        if gap.record_id is not None and gap.record_id in self.rows:
            self.choose(gap.record_id)
            self.form_card.panel.focus_field(gap.key)

    def leave(self) -> bool:
        """Keep what stands in the line; stay when that fails."""
        return self._keep_line()

    def first_focus(self) -> QWidget | None:
        """The line of the next action, or the one that is in the boxes."""
        return self.line if self.form_card.action is None else self.form_card.panel
