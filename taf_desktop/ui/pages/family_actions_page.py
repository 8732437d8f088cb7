"""Plan and actions: each goal with what will be done for it, and one action whole beside it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from taf_desktop.errors import UserError
from taf_desktop.model.views import Statement
from taf_desktop.services.actions import ActionLine
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.page import Shell
from taf_desktop.ui.pages.action_editor import ActionEditor
from taf_desktop.ui.pages.action_panel import ActionPanel
from taf_desktop.ui.pages.action_rows import RowWords, held_words
from taf_desktop.ui.pages.family_page import FamilyPage
from taf_desktop.ui.pages.plan_list import PlanList
from taf_desktop.ui.widgets import Columns, PrimaryButton, QuietButton, SecondaryButton

QUESTION = "What will we do?"
HOW_TO_BRING_BACK = "Taken away. Ctrl+Z brings it back."


class FamilyActionsPage(FamilyPage):
    """The plan at the left; at the right the story of one action, or the action itself."""

    name = "family.actions"
    short = "Plan and actions"

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell, workspace)
        self.columns = self.body.add(Columns((6, 5), stack_below=820))
        self.plan = self.columns.add(0, PlanList())
        self.plan.chosen.connect(self.choose)
        self.plan.wanted.connect(self.add)
        self.chosen: UUID | None = None
        self.panel: ActionPanel | None = None
        self.editor: ActionEditor | None = None
        self.lines: Sequence[ActionLine] = ()

    def open(self, action_id: UUID | None = None, **args: object) -> None:
        """Show a family's plan, with one action beside it if one is named."""
        self.chosen, self.editor = action_id, None
        self.plan.fold()
        super().open(**args)

    def refresh(self) -> None:
        """Read the plan again; what stands beside it stays, as far as it is still there."""
        writing, line = self.editor, self._read()
        if writing is not None and (line is not None or writing.action is None):
            self._show_editor(line, writing.first_goal)
        else:
            self._show_story(line)

    def leave(self) -> bool:
        """Keep what was typed; stay when that fails."""
        try:
            if self.panel is not None:
                self.panel.write_down()
        except UserError as error:
            self.shell.show_error(error)
            return False
        return super().leave()

    def choose(self, action_id: UUID) -> None:
        """Show the story of an action, with the focus where something new can be written."""
        if self.leave():
            self._turn_to(action_id)
            if self.panel is not None:
                self.panel.focus_form()

    def add(self, goal_id: UUID | None = None) -> None:
        """Begin a new action; nothing is kept until something is written."""
        if self.leave():
            self.chosen = None
            self._write(goal_id)

    def first_focus(self) -> QWidget | None:
        """What is new about the action that was asked for, when there is one."""
        return self.panel.form if self.panel is not None else None

    def _read(self) -> ActionLine | None:
        """Read the actions again; the line of the chosen one, if it is still there."""
        self.lines = self.workspace.actions.lines_of(self.family_id)
        return next((line for line in self.lines if line.action.id == self.chosen), None)

    def _turn_to(self, action_id: UUID | None) -> None:
        self.chosen, self.editor = action_id, None
        self.refresh()
        self.shell.refresh_around()

    def _write(self, goal_id: UUID | None = None) -> None:
        """Show the chosen action itself, or an empty one, ready to be written."""
        editor = self._show_editor(self._read(), goal_id)
        editor.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_plan(self) -> None:
        words = RowWords(
            pack=self.workspace.pack,
            names=self.workspace.people.names(self.family_id),
            today=self.workspace.today,
        )
        self.plan.show_plan(self.lines, self._goals(), words)
        self.plan.mark(self.chosen)

    def _goals(self) -> list[Statement]:
        """The goals that stand, and settled ones for which something is still to be done."""
        still = {line.action.goal_id for line in self.lines if line.is_open}
        settled = self.workspace.views.settled(self.family_id)
        goals = self.workspace.views.goals(self.family_id)
        return [*goals, *(row for row in settled if row.id in still)]

    def _held(self) -> str:
        family = [person.id for person in self.workspace.people.of(self.family_id)]
        return held_words(self.lines, family)

    def _clear(self, beside: bool) -> None:
        """Show heading and plan, in the order in which Tab comes to them, and nothing beside."""
        button = SecondaryButton if beside else PrimaryButton
        self.set_heading(QUESTION, self._held(), button("Add an action", self.add))
        self._show_plan()
        self.columns.clear(1)
        self.forget_savers()
        self.panel = self.editor = None

    def _show_story(self, line: ActionLine | None) -> None:
        self.chosen = line.action.id if line is not None else None
        self._clear(line is not None)
        self.panel = ActionPanel(self.shell, self.workspace, self._ready, self._buttons)
        self.columns.add(1, self.panel)
        self.panel.show_line(line)
        self.panel.setVisible(bool(self.lines))

    def _buttons(self) -> list[QWidget]:
        return [
            SecondaryButton("Change the action itself", self._change),
            QuietButton("Take it away", self._take_away),
        ]

    def _show_editor(self, line: ActionLine | None, goal_id: UUID | None) -> ActionEditor:
        self._clear(True)
        action = line.action if line is not None else None
        self.editor = self.columns.add(1, ActionEditor(self, action, self._goals(), goal_id))
        self.editor.add_buttons(self._ready, QuietButton("Take it away", self._take_away))
        self.editor.saved.connect(self._show_saved)
        self.editor.moved.connect(self._show_moved)
        return self.editor

    def _show_saved(self) -> None:
        """Show what was typed in its row; the rows around it stay as they are."""
        if self.editor is None or self.editor.action is None:
            return
        self.chosen = self.editor.action.id
        line = self._read()
        if line is not None:
            self.plan.show_line(line)
            self.plan.mark(self.chosen)
            self.heading.show_words(QUESTION, self._held())

    def _show_moved(self) -> None:
        """Show the action below its other goal."""
        self._read()
        self._show_plan()

    def _change(self) -> None:
        if self.leave():
            self._write()

    def _ready(self) -> None:
        """Keep what was typed, show the story as it is now, and go back to the row."""
        if self.leave():
            self._turn_to(self.chosen)
            row = self.plan.rows.get(self.chosen) if self.chosen else None
            (row or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_away(self) -> None:
        if not self.leave():
            return
        if self.chosen is not None:
            try:
                self.workspace.actions.take_away(self.chosen)
            except UserError as error:
                self.shell.show_error(error)
                return
            self.shell.say(HOW_TO_BRING_BACK)
        self._turn_to(None)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
