"""One person who is asked apart: how, their word on each action, their number, what else."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from taf_desktop.errors import UserError
from taf_desktop.model.family import Person
from taf_desktop.model.meeting import Action
from taf_desktop.model.views import NEEDS_TO_HAPPEN, ScaleMark, Statement
from taf_desktop.packs.pack import Field
from taf_desktop.services.action_line import by_when_in_full
from taf_desktop.services.finishing import NO_LONGER_OPEN
from taf_desktop.services.people import spoken_name
from taf_desktop.ui.pages.action_rows import nameless
from taf_desktop.ui.pages.statement_words import left_out_words
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Choices,
    FlowRow,
    Heading,
    Label,
    ScaleChoice,
    SecondaryButton,
)

if TYPE_CHECKING:
    from taf_desktop.ui.pages.meeting.gathering import GatheringPart

FOR_THEM = "Here stands only what {name} may see. Read it out, and write down what {name} says."
NO_ACTIONS = "There is no open action to ask about."
NUMBER = "{name}'s number: {goal}"


class GatheringCard(Card):
    """The words of one person; everything is kept as it is typed or chosen."""

    def __init__(self, part: "GatheringPart", person: Person) -> None:
        self.part, self.person, self.name = part, person, spoken_name(person)
        super().__init__(f"What does {self.name} say?")
        ways = [
            (code.code, code.label)
            for code in part.workspace.pack.lists["heard"]
            if code.code != "invited"
        ]
        self.how = self.add(Choices(f"How did you hear from {self.name}?", ways))
        self.how.set_value(part.state(person.id))
        self.how.edited.connect(partial(part.keep_state, person.id))
        self.add(Label(FOR_THEM.format(name=self.name)))
        self._add_actions()
        self._add_numbers()
        self._add_rest()
        self.add(FlowRow([SecondaryButton("Next person", part.next_person)]))

    @property
    def _readers(self) -> Sequence[UUID]:
        """Whoever asks, and whoever is asked: both may see what stands here."""
        return (*self.part.room.here, self.person.id)

    def _add_actions(self) -> None:
        workspace, part = self.part.workspace, self.part
        told = workspace.actions.in_room(part.family_id, self._readers)
        self._names = workspace.meetings.names_before(part.family_id, self._readers)
        open_ones = [row for row in told.actions if row.status not in NO_LONGER_OPEN]
        self.add(Heading("How is it going?", 3))
        self.form = part.form(tuple(self._question(row) for row in open_ones))
        self.form.show_answers(self._said_before())
        saver = part.autosaved(self.form, self._hear)
        self.add(self.form if open_ones else Label(NO_ACTIONS))
        self.add(saver.note)
        if told.left_out:
            self.add(Aside(left_out_words(told.left_out)))

    def _question(self, action: Action) -> Field:
        """The action as it is asked about: what, who and by when."""
        who = self._names.get(str(action.who_id), "")
        told = ", ".join(one for one in (who, by_when_in_full(action.by_when)) if one)
        label = f"{action.number}. {action.what}" if action.what else nameless(action.number)
        return Field(key=str(action.id), kind="long_text", label=label, hint=told)

    def _said_before(self) -> dict[str, str | None]:
        rows = self.part.workspace.actions.updates(self.part.family_id)
        mine = (row for row in rows if row.meeting_id == self.part.meeting.id)
        return {str(row.action_id): row.note for row in mine if row.said_by == self.person.id}

    def _hear(self, changes: Mapping[str, Any]) -> None:
        hear = self.part.workspace.actions.hear
        for action_id, words in changes.items():
            hear(UUID(action_id), self.person.id, self.part.meeting.id, words)

    def _add_numbers(self) -> None:
        goals = self._goals()
        self.numbers: dict[UUID, ScaleChoice] = {}
        if goals:
            self.add(Heading("A number for each goal", 3))
        for goal in goals:
            self.numbers[goal.id] = self.add(self._number(goal))

    def _goals(self) -> list[Statement]:
        seen = self.part.workspace.views.in_room(self.part.family_id, self._readers)
        return [
            row
            for row in seen.statements
            if row.column == NEEDS_TO_HAPPEN and row.category == "goal"
        ]

    def _number(self, goal: Statement) -> ScaleChoice:
        words = self.part.workspace.pack.scale_words["goal"]
        now, last = self._marks(goal)
        before = "" if last is None or last.value is None else f"Last time: {last.value}"
        question = NUMBER.format(name=self.name, goal=goal.text)
        choice = ScaleChoice(question, words.low, words.high, before)
        if now is not None:
            choice.set_value(now.withheld if now.value is None else now.value)
        choice.edited.connect(partial(self._set_number, goal.id))
        return choice

    def _marks(self, goal: Statement) -> tuple[ScaleMark | None, ScaleMark | None]:
        """The number of whoever is asked in this review, and the one before."""
        meeting, views = self.part.meeting, self.part.workspace.views
        earlier = self.part.workspace.meetings.earlier(meeting)
        for found in views.scale_marks(self.part.family_id, meeting.id, earlier):
            if found.scale.goal_id == goal.id:
                return found.now.get(self.person.id), found.before.get(self.person.id)
        return None, None

    def _set_number(self, goal_id: UUID, value: int | str) -> None:
        told = {
            "value": value if isinstance(value, int) else None,
            "withheld": value if isinstance(value, str) else None,
        }
        views, meeting_id = self.part.workspace.views, self.part.meeting.id
        try:
            views.mark(views.scale_for(goal_id).id, self.person.id, meeting_id, told)
        except UserError as error:
            self.part.shell.show_error(error)
            return
        self.part.shell.say_saved()

    def _add_rest(self) -> None:
        """Room for what belongs to no action."""
        part = self.part
        field = part.workspace.pack.forms["attendance"].field("report")
        row = part.room.attendance.get(self.person.id)
        if not part.room.shows(field):
            return
        form = part.form((replace(field, label=f"What else {self.name} says"),))
        form.show_answers({"report": row.report if row else None})
        attend = partial(part.workspace.meetings.attend, part.meeting.id, self.person.id)
        saver = part.autosaved(form, attend)
        self.add(form)
        self.add(saver.note)
