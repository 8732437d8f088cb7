"""Everybody's own number: each in turn, hidden until it is time, then all together."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from taf_desktop.errors import UserError
from taf_desktop.model.views import Scale, ScaleMark, Statement
from taf_desktop.packs.dates import date_words
from taf_desktop.services.finishing import Missing
from taf_desktop.services.people import spoken_name
from taf_desktop.services.views import ScaleMarks
from taf_desktop.ui.announce import announce
from taf_desktop.ui.pages.meeting.number_card import NumberCard
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Columns,
    EmptyState,
    FlowRow,
    Heading,
    Mark,
    Pill,
    PrimaryButton,
    RowButton,
    ScalePicture,
    SecondaryButton,
)


class NumbersPart(MeetingPart):
    """One goal at a time: who has chosen, the choice of one person, then the picture."""

    hint = "Each person says their own. Nobody's number is wrong, and none is averaged."

    def build(self) -> None:
        """The goals as buttons, then the goal that is asked about."""
        self.asked_goals = self.goals()
        if not self.asked_goals and self.workspace.views.goals(self.family_id):
            hidden = len(self.workspace.views.goals(self.family_id))
            self.say_held_back(hidden)
            return
        if not self.asked_goals:
            go = partial(self.page.go_to, "views")
            self.add(EmptyState("There is no goal yet. A number needs a goal.", "Add a goal", go))
            return
        self.goal = self._goal_asked()
        if len(self.asked_goals) > 1:
            self.add(FlowRow([self._goal_button(at) for at in range(len(self.asked_goals))]))
        self.question = self.add(Heading(self.goal.text, 2))
        self.scale, self.marks = self._marks()
        self.asked = [person.id for person in self.people()]
        self._be_where_it_was()
        self.picture = self.add(ScalePicture())
        self.reveal = self.add(FlowRow([], gap=14))
        self.columns = self.add(Columns((2, 3), stack_below=820))
        self._show()

    def _goal_asked(self) -> Statement:
        """The goal that was asked about when the part was left, by lock too; else the next."""
        ids = [goal.id for goal in self.asked_goals]
        progress, back_to = self.page.progress, self.back_to.get("goal_id")
        if progress.goal is None and back_to in ids:
            progress.goal = ids.index(back_to)
        progress.goal = min(progress.goal or 0, len(ids) - 1)
        return self.asked_goals[progress.goal]

    def whereabouts(self) -> dict[str, Any]:
        """The goal, who is asked, and whether the numbers are shown."""
        if not self.asked_goals:
            return {}
        return {"goal_id": self.goal.id, "person_id": self.chosen, "shown": self.shown}

    def _be_where_it_was(self) -> None:
        """Ask whoever was asked; what was covered when the part was left stays covered."""
        back_to = self.back_to if self.back_to.get("goal_id") == self.goal.id else {}
        person_id = back_to.get("person_id")
        self.chosen = person_id if person_id in self.asked else self._first_without()
        self.shown = bool(back_to.get("shown", self._all_have()))

    def _goal_button(self, at: int) -> PrimaryButton | SecondaryButton:
        goal = self.asked_goals[at]
        words = f"Goal {at + 1} of {len(self.asked_goals)}"
        kind = PrimaryButton if at == self.page.progress.goal else SecondaryButton
        return kind(words, partial(self._choose_goal, at), f"{words}: {goal.text}")

    def _choose_goal(self, at: int) -> None:
        if self.page.leave():
            self.page.progress.goal = at
            self.page.refresh()

    def _marks(self) -> tuple[Scale | None, ScaleMarks | None]:
        earlier = self.workspace.meetings.earlier(self.meeting)
        found = self.workspace.views.scale_marks(self.family_id, self.meeting.id, earlier)
        mine = next((one for one in found if one.scale.goal_id == self.goal.id), None)
        if mine is None:
            return None, None
        now, before = self._admitted(mine.now), self._admitted(mine.before)
        return mine.scale, replace(mine, now=now, before=before)

    def _admitted(self, marks: Mapping[UUID, ScaleMark]) -> dict[UUID, ScaleMark]:
        return {one: mark for one, mark in marks.items() if self.room.admits(mark.audience, one)}

    def mark_of(self, person_id: UUID) -> ScaleMark | None:
        """What a person said at this meeting, if anything."""
        return self.marks.now.get(person_id) if self.marks else None

    def _has(self, person_id: UUID) -> bool:
        mark = self.mark_of(person_id)
        return mark is not None and (mark.value is not None or mark.withheld is not None)

    def _here(self) -> list[UUID]:
        here = set(self.room.here)
        return [person_id for person_id in self.asked if person_id in here]

    def _all_have(self) -> bool:
        here = self._here()
        return bool(here) and all(self._has(person_id) for person_id in here)

    def _first_without(self) -> UUID | None:
        left = (person_id for person_id in self.asked if not self._has(person_id))
        return next(left, self.asked[0] if self.asked else None)

    def _show(self) -> None:
        self._show_picture()
        self._show_reveal()
        self._show_people()
        self._show_choice()

    def _show_picture(self) -> None:
        words = self.workspace.pack.scale_words["goal"]
        low = self.scale.low_words if self.scale else words.low
        high = self.scale.high_words if self.scale else words.high
        marks = [mark for person in self.asked if (mark := self._mark(person))]
        self.picture.set_marks(marks if self.shown else (), low, high, self._last_time(marks))

    def _mark(self, person_id: UUID) -> Mark | None:
        mark = self.mark_of(person_id)
        before = self.marks.before.get(person_id) if self.marks else None
        number = mark.value if mark else None
        last = before.value if before else None
        if number is None and last is None:
            return None
        return Mark(self.names().get(str(person_id), ""), number, before=last)

    def _last_time(self, marks: list[Mark]) -> str:
        if not self.shown or not any(mark.before is not None for mark in marks):
            return ""
        earlier = self.workspace.meetings.earlier(self.meeting)
        return date_words(self.workspace.meetings.one(earlier[-1]).held_on)

    def _show_people(self) -> None:
        self.columns.clear(0)
        card = self.columns.add(0, Card("Who has chosen?"))
        here = set(self._here())
        self.rows: dict[UUID, RowButton] = {}
        for person in self.people():
            aside = "" if person.id in here else "not here"
            row = RowButton(
                spoken_name(person),
                aside,
                pill=self._pill(person.id),
                on_click=partial(self.choose, person.id),
            )
            row.set_chosen(person.id == self.chosen)
            self.rows[person.id] = card.add_row(row)

    def _show_reveal(self) -> None:
        """Below the picture, so that pressing it keeps the picture in sight."""
        self.reveal.clear()
        words = "Hide the numbers" if self.shown else "Show all the numbers together"
        ready = self._all_have() and not self.shown
        kind = PrimaryButton if ready else SecondaryButton
        self.show_button = self.reveal.add(kind(words, self.show_together))
        self.reveal.add(self._waiting_for())

    def _waiting_for(self) -> Aside:
        """Who is here and has not chosen yet; the numbers are best shown when all have."""
        names = self.names()
        left = [names[str(one)] for one in self._here() if not self._has(one)]
        if self.shown:
            return Aside("Everybody's number is shown.")
        if not left:
            return Aside("Everybody here has chosen." if self._here() else "Nobody is here yet.")
        return Aside(f"Still to choose: {', '.join(left)}")

    def _pill(self, person_id: UUID) -> Pill | None:
        mark = self.mark_of(person_id)
        if mark is None or not self._has(person_id):
            return None
        if not self.shown:
            return Pill("has chosen", Tone.DONE)
        if mark.value is None:
            withheld = self.workspace.pack.lists["mark_withheld"]
            return Pill(withheld.label(mark.withheld or ""), Tone.INFO)
        return Pill(str(mark.value), Tone.INFO)

    def show_together(self) -> None:
        """Show everybody's number, or hide them again."""
        if not self.page.leave():
            return
        self.shown = not self.shown
        self._show()
        words = self.picture.picture.accessibleDescription()
        announce(self, words if self.shown else "The numbers are hidden")

    def choose(self, person_id: UUID) -> None:
        """Ask one person."""
        if self.page.leave():
            self.chosen = person_id
            self._show()
            self.choice.setFocus()

    def _show_choice(self) -> None:
        self.columns.clear(1)
        self.page.forget_savers()
        person = next((one for one in self.people() if one.id == self.chosen), None)
        if person is not None:
            self.choice = self.columns.add(1, NumberCard(self, person, self.mark_of(person.id)))

    def set_number(self, person_id: UUID, value: int | str) -> None:
        """Somebody chose a number, or would rather not say."""
        number = value if isinstance(value, int) else None
        withheld = value if isinstance(value, str) else None
        try:
            self.save_mark(person_id, {"value": number, "withheld": withheld})
        except UserError as error:
            self.shell.show_error(error)
            return
        self.shell.say_saved()
        self._show_picture()
        self._show_reveal()
        self._show_people()

    def save_mark(self, person_id: UUID, changes: Mapping[str, object]) -> None:
        """Keep what somebody says of this goal at this meeting."""
        self.scale = self.scale or self.workspace.views.scale_for(self.goal.id)
        self.workspace.views.mark(self.scale.id, person_id, self.meeting.id, changes)
        self.scale, self.marks = self._marks()

    def next_person(self) -> None:
        """Go on to the next person in the list."""
        if self.chosen is not None:
            at = self.asked.index(self.chosen)
            self.choose(self.asked[(at + 1) % len(self.asked)])

    def go_on(self) -> None:
        """Ask the next of those who are here; once all have chosen, on to showing the numbers."""
        here = self._here()
        at = here.index(self.chosen) + 1 if self.chosen in here else 0
        following = next((one for one in here[at:] + here[:at] if not self._has(one)), None)
        if following is not None:
            self.choose(following)
        else:
            self.show_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_gap(self, gap: Missing) -> None:
        """Turn to the goal that has no number yet."""
        ids = [goal.id for goal in self.asked_goals]
        if gap.record_id in ids:
            self._choose_goal(ids.index(gap.record_id))

    def first_focus(self) -> QWidget | None:
        """The number of the person who is asked."""
        return self.choice if self.asked_goals and self.chosen is not None else None
