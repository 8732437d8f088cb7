"""One action in boxes: what was understood of a line, put right where it is not."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal

from taf_desktop.model.audience import Audience
from taf_desktop.model.base import answers
from taf_desktop.model.meeting import Action
from taf_desktop.model.views import Statement
from taf_desktop.packs.dates import date_words
from taf_desktop.services.actions import day_of
from taf_desktop.services.day_remarks import DayLimits, about_action
from taf_desktop.ui.pages.audience_editor import AudienceEditor
from taf_desktop.ui.pages.desk_words import shortened
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import Card, Choices, FlowRow, InsetNote, PrimaryButton, QuietButton
from taf_desktop.ui.widgets.text import show_if

NO_GOAL = "none"
LETTERS_OF_GOAL = 70
NEW = "A new action"
LINE = "action line"
"""What the words in the line are kept under until they are an action."""


class ActionForm(Card):
    """The boxes of one action; it shows another without being built anew.

    Typed words save themselves into the action that is shown; with none the first ones make one,
    together with what `show_words` put there. `kept` carries what was saved.
    """

    kept = Signal(object)
    next_wanted = Signal()
    taken_away = Signal()

    def __init__(
        self, part: MeetingPart, goals: Sequence[Statement], limits: DayLimits, goal_id: UUID | None
    ) -> None:
        super().__init__(NEW)
        self.part, self.limits = part, limits
        self.action: Action | None = None
        self.goal_id = goal_id
        self._words: dict[str, Any] = {}
        self.panel = self.add(part.form(part.workspace.pack.forms["action"].fields))
        self.remark = InsetNote("", "", Tone.DUE)
        self.panel.insert_after("by_when", self.remark)
        self.saver = part.autosaved(self.panel, self._save)
        self.saver.saved.connect(lambda: self.kept.emit(self.action))
        self.panel.edited.connect(self._edited)
        self._add_goals(goals)
        self._add_audience()
        self.add(self.saver.note)
        self.take = QuietButton("Take it away", self.taken_away.emit)
        self.add(FlowRow([PrimaryButton("Next action", self.next_wanted.emit), self.take]))
        self.show_action(None)

    def _add_goals(self, goals: Sequence[Statement]) -> None:
        words = [(str(goal.id), shortened(goal.text, LETTERS_OF_GOAL)) for goal in goals]
        self.goals = Choices("For which goal?", [*words, (NO_GOAL, "None of these")])
        self.goals.edited.connect(self._choose_goal)
        self.add(self.goals)
        show_if(self.goals, bool(goals))

    def _add_audience(self) -> None:
        people = list(self.part.names().items())
        question = "Who may see this action?"
        self.audience = AudienceEditor(self.part.workspace.pack, people, question)
        self.audience.edited.connect(lambda audience: self._set_at_once("audience", audience))
        self.add(self.audience)
        # Somebody who is not among the names would silently be taken off the list.
        show_if(self.audience, self.part.room.nameless == 0)

    def show_action(self, action: Action | None) -> None:
        """Show an action, or empty boxes for a new one."""
        self.action, self._words = action, {}
        self.set_title(f"Action {action.number}" if action else NEW)
        self.panel.show_answers(in_words(answers(action)) if action else {})
        # The next action is mostly for the goal that people are talking about.
        goal = action.goal_id if action else self.goal_id
        self.goals.set_value(str(goal) if str(goal) in self.goals.buttons else NO_GOAL)
        self.audience.show_audience(action.audience if action else Audience())
        show_if(self.take, action is not None)
        self._remark()

    def show_words(self, words: Mapping[str, Any]) -> None:
        """Show what was understood of a line, not kept yet; what was put right by hand stays."""
        self._words = dict(words)
        self.panel.show_answers(in_words(self._words) | in_words(self.saver.waiting))
        self._remark()

    def keep(self) -> bool:
        """Keep what stands there now; False when that was not possible."""
        if self._words and self.action is None:
            self.saver.set("what", self.saver.waiting.get("what") or self._words["what"])
        return self.saver.flush()

    def _edited(self, key: str, _value: object) -> None:
        if key == "by_when":
            self._remark()

    def _remark(self) -> None:
        """Say gently when the day is odd; it is kept all the same."""
        by_when = self.panel.editor("by_when").value()
        day = day_of(by_when if isinstance(by_when, str) else None)
        words = about_action(day, self.limits) if day else ""
        self.remark.words.setText(words)
        show_if(self.remark, bool(words))

    def _choose_goal(self, goal_id: str) -> None:
        self.goal_id = None if goal_id == NO_GOAL else UUID(goal_id)
        if self.action is not None or self._words or self.saver.waiting:
            self._set_at_once("goal_id", self.goal_id)

    def _set_at_once(self, key: str, value: object) -> None:
        self.saver.set(key, value)
        self.saver.flush()

    def _save(self, changes: Mapping[str, Any]) -> None:
        actions = self.part.workspace.actions
        if self.action is not None:
            self.action = actions.save(self.action.id, changes)
            return
        told = {"goal_id": self.goal_id, **self._words, **changes}
        audience, meeting = told.pop("audience", None), self.part.meeting
        with self.part.workspace.halfway.entering(LINE):
            self.action = actions.add(meeting.family_id, told, meeting.id, audience)
        self._words = {}
        self.set_title(f"Action {self.action.number}")
        self.take.show()


def in_words(told: Mapping[str, Any]) -> dict[str, Any]:
    """Answers as they are shown: a day is kept as 2026-02-06, which nobody would write."""
    by_when = told.get("by_when")
    return {**told, "by_when": date_words(by_when) or None} if by_when else dict(told)
