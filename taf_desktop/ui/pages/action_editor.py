"""Changing an action itself: what, who, by when, for which goal, and who may see it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from taf_desktop.model.base import answers
from taf_desktop.model.meeting import Action
from taf_desktop.model.views import Statement
from taf_desktop.packs.dates import date_words
from taf_desktop.ui.autosave import Autosaver
from taf_desktop.ui.pages.audience_editor import AudienceEditor
from taf_desktop.ui.pages.desk_words import shortened
from taf_desktop.ui.pages.family_page import FamilyPage
from taf_desktop.ui.widgets import Card, Choices, FlowRow, PrimaryButton

NO_GOAL = "none"
LETTERS_OF_GOAL = 70


class ActionEditor(Card):
    """One action whole; typed words save themselves, and the first ones make a new action."""

    saved = Signal()
    moved = Signal()

    def __init__(
        self,
        page: FamilyPage,
        action: Action | None,
        goals: Sequence[Statement],
        goal_id: UUID | None = None,
    ) -> None:
        """Without an action it is a new one, for a goal if one is named."""
        super().__init__(f"Action {action.number}" if action else "A new action")
        self.page, self.workspace, self.action = page, page.workspace, action
        self.first_goal = goal_id
        self.form = page.form(self.workspace.pack.forms["action"].fields)
        self.saver = page.keep(Autosaver(self._save, page.shell))
        self.saver.saved.connect(self.saved)
        self.form.edited.connect(self.saver.set)
        self.form.left.connect(lambda _key: self.saver.flush())
        if action is not None:
            # A day is kept as 2026-02-06, which nobody would write.
            shown = {"by_when": date_words(action.by_when) or None}
            self.form.show_answers(answers(action) | shown)
        self.add(self.form)
        self.goal = self._goals(goals, action.goal_id if action else goal_id)
        self.audience = self._audience()
        self.add(self.saver.note)

    def add_buttons(self, done: Callable[[], object], *others: QWidget) -> None:
        """End with the button for somebody who is ready, and others beside it."""
        self.add_foot(FlowRow([PrimaryButton("Done", done), *others]))

    def _goals(self, goals: Sequence[Statement], goal_id: UUID | None) -> Choices:
        words = [(str(goal.id), shortened(goal.text, LETTERS_OF_GOAL)) for goal in goals]
        choices = Choices("For which goal", [*words, (NO_GOAL, "None of these")])
        known = {goal.id for goal in goals}
        choices.set_value(str(goal_id) if goal_id in known else NO_GOAL)
        choices.edited.connect(self._move)
        if goals:
            self.add(choices)
        return choices

    def _audience(self) -> AudienceEditor:
        people = list(self.workspace.people.names(self.page.family_id).items())
        editor = self.add(AudienceEditor(self.workspace.pack, people, "Who may see this action?"))
        if self.action is not None:
            editor.show_audience(self.action.audience)
        editor.edited.connect(lambda audience: self._set_at_once("audience", audience))
        return editor

    def _move(self, goal_id: str) -> None:
        self._set_at_once("goal_id", None if goal_id == NO_GOAL else UUID(goal_id))
        self.moved.emit()

    def _set_at_once(self, key: str, value: object) -> None:
        self.saver.set(key, value)
        self.saver.flush()

    def _save(self, changes: Mapping[str, Any]) -> None:
        actions = self.workspace.actions
        if self.action is None:
            told = {"goal_id": self.first_goal, **changes}
            audience = told.pop("audience", None)
            self.action = actions.add(self.page.family_id, told, audience=audience)
            self.set_title(f"Action {self.action.number}")
            return
        self.action = actions.save(self.action.id, changes)
