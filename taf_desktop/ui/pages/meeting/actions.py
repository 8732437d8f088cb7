"""Who does what by when: typed at the right, kept at once, listed at the left."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from taf_desktop.model.audience import Audience
from taf_desktop.model.base import answers
from taf_desktop.model.meeting import Action
from taf_desktop.services.actions import due_words
from taf_desktop.services.finishing import NO_LONGER_OPEN
from taf_desktop.ui.pages.audience_editor import AudienceEditor, audience_words
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.pages.statement_words import left_out_words
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Choices,
    Columns,
    FlowRow,
    Label,
    Pill,
    PrimaryButton,
    QuietButton,
    RowButton,
)

ALREADY_SHOWN = 8
"""Actions that a family can carry; more get a kind word."""


class ActionsPart(MeetingPart):
    """The actions of the plan, and the one that is being written."""

    hint = "Small steps, with a name and a day. The family carries as many as the services."

    def build(self) -> None:
        """The list, and an empty action."""
        self.columns = self.add(Columns((1, 1), stack_below=820))
        self.chosen: UUID | None = None
        self._show_list()
        self._show_form()

    def _actions(self) -> list[Action]:
        return [
            row
            for row in self.room.actions
            if row.status not in NO_LONGER_OPEN or row.meeting_id == self.meeting.id
        ]

    def _show_list(self) -> None:
        self.columns.clear(0)
        self.room = self.room_actions()
        card = self.columns.add(0, Card("The plan"))
        actions, names = self._actions(), self.names()
        self.rows: dict[UUID, RowButton] = {}
        for action in actions:
            who = names.get(str(action.who_id), "Nobody yet")
            seen = audience_words(action.audience, self.workspace.pack, names)
            aside = ", ".join(part for part in (who, due_words(action.by_when)) if part)
            new = action.meeting_id == self.meeting.id
            row = RowButton(
                f"{action.number}. {action.what}",
                f"{aside}. {seen}." if seen else aside,
                pill=None if new else Pill("from last time", Tone.INFO),
                on_click=partial(self.choose, action.id),
            )
            row.set_chosen(action.id == self.chosen)
            self.rows[action.id] = card.add_row(row)
        if not actions:
            card.add(Label("What everybody will do stands here."))
        if len(actions) > ALREADY_SHOWN:
            card.add(Label("That is a lot for one family. Could something wait until next time?"))
        if self.room.left_out:
            card.add(Aside(left_out_words(self.room.left_out)))

    def choose(self, action_id: UUID | None) -> None:
        """Show one action whole, or an empty one."""
        if self.page.leave():
            self.chosen = action_id
            self._show_list()
            self._show_form()
            self.panel.setFocus()

    def _show_form(self) -> None:
        self.columns.clear(1)
        self.page.forget_savers()
        action = self._chosen()
        title = f"Action {action.number}" if action else "A new action"
        card = self.columns.add(1, Card(title))
        self.panel = card.add(self.form(self.workspace.pack.forms["action"].fields))
        if action is not None:
            self.panel.show_answers(answers(action))
        self.saver = self.autosaved(self.panel, self._save)
        self.saver.saved.connect(self._show_list)
        self._add_goals(card, action)
        self._add_audience(card, action)
        card.add(self.saver.note)
        buttons: list[QWidget] = [PrimaryButton("Next action", self.next_action)]
        if action is not None:
            buttons.append(QuietButton("Take it away", self._take_away))
        card.add(FlowRow(buttons))

    def _add_goals(self, card: Card, action: Action | None) -> None:
        goals = self.workspace.views.goals(self.family_id)
        if len(goals) > 1:
            choices = Choices("For which goal?", [(str(goal.id), goal.text) for goal in goals])
            choices.set_value(str(action.goal_id) if action and action.goal_id else None)
            choices.edited.connect(partial(self._set_at_once, "goal_id"))
            card.add(choices)

    def _add_audience(self, card: Card, action: Action | None) -> None:
        pack, people = self.workspace.pack, list(self.names().items())
        self.audience = card.add(AudienceEditor(pack, people, "Who may see this action?"))
        if action is not None:
            self.audience.show_audience(action.audience)
        self.audience.edited.connect(partial(self._set_at_once, "audience"))

    def _set_at_once(self, key: str, value: object) -> None:
        self.saver.set(key, UUID(value) if key == "goal_id" and isinstance(value, str) else value)
        self.saver.flush()

    def _chosen(self) -> Action | None:
        actions = self.workspace.actions.of(self.family_id)
        return next((row for row in actions if row.id == self.chosen), None)

    def _save(self, changes: dict[str, object]) -> None:
        audience = changes.pop("audience", None)
        if self.chosen is None:
            told = audience if isinstance(audience, Audience) else None
            added = self.workspace.actions.add(self.family_id, changes, self.meeting.id, told)
            self.chosen = added.id
            return
        if isinstance(audience, Audience):
            self.workspace.actions.show_to(self.chosen, audience)
        if changes:
            self.workspace.actions.save(self.chosen, changes)

    def next_action(self) -> None:
        """Keep this action and begin another."""
        self.choose(None)

    def _take_away(self) -> None:
        if self.chosen is not None and self.page.leave():
            self.workspace.actions.take_away(self.chosen)
            self.shell.say("Taken away. Ctrl+Z brings it back.")
            self.choose(None)

    def first_focus(self) -> QWidget | None:
        """The words of the new action."""
        return self.panel
