"""Gathers, by allow-list, what a copy may say of everybody's views and numbers."""

from collections import Counter
from collections.abc import Mapping, Sequence
from uuid import UUID

from taf_desktop.documents.plan_facts import (
    DisagreementFacts,
    DrawingFacts,
    GoalFacts,
    MarkFacts,
    OccasionFacts,
    ScaleFacts,
    StatementFacts,
)
from taf_desktop.documents.strokes_picture import stroke_lines
from taf_desktop.model.drawing import Drawing
from taf_desktop.model.views import Disagreement, Scale, ScaleMark, Statement
from taf_desktop.services.copy import Copy, when
from taf_desktop.services.drawings import DREW
from taf_desktop.services.records import living


class ViewsGathering:
    """Statements, goals and everybody's numbers."""

    def __init__(self, copy: Copy) -> None:
        self.copy = copy

    def drawn(self, statements: Sequence[Statement]) -> dict[UUID, DrawingFacts]:
        """What was drawn with each of these statements; no other drawing is read."""
        return {
            row.id: DrawingFacts(row.house, drawing.title, lines)
            for row in statements
            if row.house
            for drawing in living(self.copy.session, Drawing, statement_id=row.id)
            if (lines := stroke_lines(drawing.strokes))
        }

    def said(
        self, statements: Sequence[Statement], drawn: Mapping[UUID, DrawingFacts] | None = None
    ) -> dict[UUID, StatementFacts]:
        """Statements as print has them, with disagreement and what was drawn beside them."""
        drawings = drawn or {}
        apart: dict[UUID, list[DisagreementFacts]] = {}
        for row in self.copy.allow.rows(Disagreement):
            facts = DisagreementFacts(who=self.copy.allow.name(row.person_id), words=row.text)
            apart.setdefault(row.statement_id, []).append(facts)
        return {
            row.id: StatementFacts(
                text=self._text(row, is_drawn=row.id in drawings),
                said_by=self.copy.allow.names(row.said_by),
                exact_words=row.exact_words and not _is_wordless(row),
                category=self.copy.pack.category_label(row.column, row.category),
                seen_differently=tuple(apart.get(row.id, ())),
                drawing=drawings.get(row.id),
            )
            for row in statements
        }

    def _text(self, row: Statement, *, is_drawn: bool) -> str:
        """What was said; of a drawing without words only whose it is, where it is not shown."""
        if not _is_wordless(row):
            return row.text
        names = " and ".join(self.copy.allow.names(row.said_by))
        return "" if is_drawn else f"{DREW} by {names}" if names else DREW

    def goals(self, statements: Sequence[Statement]) -> tuple[GoalFacts, ...]:
        """Goals with the worries they answer and their scales."""
        texts = {row.id: row.text for row in statements}
        scales = {row.goal_id: row for row in self._scales()}
        marks = self.copy.allow.rows(ScaleMark)
        return tuple(
            GoalFacts(
                text=goal.text,
                worries=(texts[goal.worry_id],) if goal.worry_id in texts else (),
                scale=self._scale(scales[goal.id], goal, marks)
                if goal.id in scales and self.copy.allow.may_read(goal)
                else None,
            )
            for goal in statements
            if goal.category == "goal"
        )

    def own_goals(self) -> tuple[GoalFacts, ...]:
        """What the readers gave a number for, whoever said it, where they may see it."""
        marks = self.copy.allow.rows(ScaleMark)
        scales = {row.goal_id: row for row in self._scales()}
        marked = {mark.scale_id for mark in marks}
        goals = living(self.copy.session, Statement, family_id=self.copy.allow.family_id)
        return tuple(
            GoalFacts(text=goal.text, scale=self._scale(scales[goal.id], goal, marks))
            for goal in goals
            if goal.id in scales
            and scales[goal.id].id in marked
            and goal.settled_on is None
            and self.copy.allow.may_read(goal)
        )

    def _scales(self) -> list[Scale]:
        return living(self.copy.session, Scale, family_id=self.copy.allow.family_id)

    def _scale(self, scale: Scale, goal: Statement, marks: Sequence[ScaleMark]) -> ScaleFacts:
        """Everybody's numbers, asked as the goal stands: an older wording may be for fewer."""
        occasions, names = [], self._names(marks)
        for meeting in reversed(self.copy.meetings_so_far()):
            given = [
                mark
                for mark in marks
                if mark.scale_id == scale.id and mark.meeting_id == meeting.id
            ]
            if given:
                facts = tuple(self._mark(mark, names) for mark in given)
                occasions.append(OccasionFacts(held_on=when(meeting.held_on), marks=facts))
        return ScaleFacts(
            question=goal.text,
            low_words=scale.low_words,
            high_words=scale.high_words,
            occasions=tuple(occasions),
        )

    def _names(self, marks: Sequence[ScaleMark]) -> dict[UUID, str]:
        """A name of its own for whoever gave a number, so that no two numbers become one."""
        allow = self.copy.allow
        called = {mark.person_id: allow.name(mark.person_id) or "Somebody" for mark in marks}
        often = Counter(called.values())
        names: dict[UUID, str] = {}
        for person_id, name in called.items():
            person = allow.people.get(person_id)
            if often[name] > 1 and person is not None and not allow.is_outside:
                name = f"{name} ({person.full_name})"
            alike = sum(one == name or one.startswith(f"{name}, ") for one in names.values())
            names[person_id] = f"{name}, {alike + 1}" if alike else name
        return names

    def _mark(self, mark: ScaleMark, names: Mapping[UUID, str]) -> MarkFacts:
        withheld = self.copy.pack.lists["mark_withheld"]
        return MarkFacts(
            person=names[mark.person_id],
            number=mark.value,
            words=withheld.label(mark.withheld) if mark.withheld else "",
            why_not_lower=self.copy.allow.own_words(mark.person_id, mark.why_not_lower),
            one_higher=self.copy.allow.own_words(mark.person_id, mark.one_higher),
        )


def _is_wordless(row: Statement) -> bool:
    return bool(row.house) and row.text == DREW
