"""What each person sees: statements in three columns, disagreement, and everybody's number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.model.audience import Audience
from taf_desktop.model.base import Answer
from taf_desktop.model.views import (
    NEEDS_TO_HAPPEN,
    Disagreement,
    Scale,
    ScaleMark,
    Statement,
)
from taf_desktop.services.desk import Desk
from taf_desktop.services.records import living, one, put
from taf_desktop.services.seen_together import seen_together

LONGEST_TEXT = 20_000
"""Characters of one statement; more would take a minute to set in type."""


@dataclass(frozen=True, kw_only=True)
class ScaleMarks:
    """A scale with everybody's number this time and the last time, by person id."""

    scale: Scale
    now: dict[UUID, ScaleMark]
    before: dict[UUID, ScaleMark]


@dataclass(frozen=True, kw_only=True)
class RoomViews:
    """What may be on a screen that everybody in a room can see, and how much may not."""

    statements: tuple[Statement, ...]
    disagreements: tuple[Disagreement, ...]
    left_out: int


class Views:
    """Everything that somebody said, and how they would score it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def statements(self, family_id: UUID) -> list[Statement]:
        """Every statement that still stands, in the order of its column."""
        with self._desk.store.read() as session:
            rows = living(session, Statement, family_id=family_id)
            return [row for row in rows if row.settled_on is None]

    def settled(self, family_id: UUID) -> list[Statement]:
        """Every statement that is settled, in the order of its column."""
        with self._desk.store.read() as session:
            rows = living(session, Statement, family_id=family_id)
            return [row for row in rows if row.settled_on is not None]

    def in_room(self, family_id: UUID, person_ids: Sequence[UUID]) -> RoomViews:
        """What stands, as far as every one of these people may see it."""
        with self._desk.store.read() as session:
            allowing = seen_together(session, family_id, person_ids, self._desk.pack)
            rows = living(session, Statement, family_id=family_id)
            statements = [row for row in rows if row.settled_on is None and allowing.reads(row)]
            shown = {row.id for row in statements}
            disagreements = [
                row
                for row in living(session, Disagreement, family_id=family_id)
                if row.statement_id in shown and allowing.reads(row)
            ]
        return RoomViews(
            statements=tuple(statements),
            disagreements=tuple(disagreements),
            left_out=allowing.left_out,
        )

    def add_statement(
        self,
        family_id: UUID,
        column: str,
        text: str,
        *,
        said_by: Sequence[UUID] = (),
        meeting_id: UUID | None = None,
        changes: Mapping[str, Answer] | None = None,
        audience: Audience | None = None,
    ) -> Statement:
        """Add what somebody said to a column; who may see it is the pack's default unless given."""
        statement = Statement(
            family_id=family_id,
            column=column,
            text=text.strip()[:LONGEST_TEXT],
            said_by=[str(person_id) for person_id in said_by],
            said_on=self._desk.today_text,
            meeting_id=meeting_id,
            audience=audience or Audience(),
        )
        put(statement, changes or {})
        with self._desk.store.write("Add what was said", family_id) as session:
            statement.position = len(living(session, Statement, family_id=family_id, column=column))
            session.add(statement)
        return statement

    def save_statement(self, statement_id: UUID, changes: Mapping[str, Answer]) -> Statement:
        """Save changes to a statement; the old wording stays in the history."""
        return self._change(statement_id, changes, "Change what was said")

    def show_to(self, statement_id: UUID, audience: Audience) -> None:
        """Say who may see a statement."""
        self._change(statement_id, {"audience": audience}, "Change who may see it")

    def take_away(self, statement_id: UUID) -> None:
        """Take a statement away; undo brings it back."""
        with self._desk.store.read() as session:
            family_id = one(session, Statement, statement_id).family_id
        with self._desk.store.write("Take away what was said", family_id) as session:
            one(session, Statement, statement_id).deleted_at = self._desk.now_text

    def pair(self, goal_id: UUID, worry_id: UUID | None) -> None:
        """Say which worry a goal answers."""
        self._change(goal_id, {"worry_id": worry_id}, "Pair a worry and a goal")

    def disagreements(self, family_id: UUID) -> list[Disagreement]:
        """Who sees which statement differently."""
        with self._desk.store.read() as session:
            return living(session, Disagreement, family_id=family_id)

    def disagree(
        self, statement_id: UUID, person_id: UUID, text: str, meeting_id: UUID | None = None
    ) -> Disagreement:
        """Write how somebody sees a statement differently, beside it."""
        with self._desk.store.read() as session:
            family_id = one(session, Statement, statement_id).family_id
        disagreement = Disagreement(
            family_id=family_id,
            statement_id=statement_id,
            person_id=person_id,
            text=text.strip()[:LONGEST_TEXT],
            meeting_id=meeting_id,
        )
        with self._desk.store.write("Add that somebody sees it differently", family_id) as session:
            session.add(disagreement)
        return disagreement

    def save_disagreement(
        self, disagreement_id: UUID, changes: Mapping[str, Answer]
    ) -> Disagreement:
        """Save changes to a disagreement; the old wording stays in the history."""
        with self._desk.store.read() as session:
            family_id = one(session, Disagreement, disagreement_id).family_id
        with self._desk.store.write("Change how somebody sees it", family_id) as session:
            disagreement = one(session, Disagreement, disagreement_id)
            put(disagreement, changes)
        return disagreement

    def withdraw_disagreement(self, disagreement_id: UUID) -> None:
        """Take a disagreement away; undo brings it back."""
        with self._desk.store.read() as session:
            family_id = one(session, Disagreement, disagreement_id).family_id
        with self._desk.store.write("Take a disagreement away", family_id) as session:
            one(session, Disagreement, disagreement_id).deleted_at = self._desk.now_text

    def goals(self, family_id: UUID) -> list[Statement]:
        """The goals of the family: what needs to happen, with the category of a goal."""
        return [
            row
            for row in self.statements(family_id)
            if row.column == NEEDS_TO_HAPPEN and row.category == "goal"
        ]

    def scales(self, family_id: UUID) -> list[Scale]:
        """The family's scales, one for each goal."""
        with self._desk.store.read() as session:
            return living(session, Scale, family_id=family_id)

    def scale_for(self, goal_id: UUID) -> Scale:
        """The scale of a goal, made with the pack's words when there is none yet."""
        with self._desk.store.read() as session:
            goal = one(session, Statement, goal_id)
            known = living(session, Scale, goal_id=goal_id)
        if known:
            return known[0]
        words = self._desk.pack.scale_words["goal"]
        scale = Scale(
            family_id=goal.family_id,
            goal_id=goal_id,
            question=goal.text,
            low_words=words.low,
            high_words=words.high,
        )
        with self._desk.store.write("Add a 0 to 10 scale", goal.family_id) as session:
            scale.position = len(living(session, Scale, family_id=goal.family_id))
            session.add(scale)
        return scale

    def mark(
        self, scale_id: UUID, person_id: UUID, meeting_id: UUID, changes: Mapping[str, Answer]
    ) -> ScaleMark:
        """Write one person's own number (0 to 10), or why there is none, at one meeting."""
        value = changes.get("value")
        if value is not None and value not in range(11):
            raise ValueError("a mark is 0 to 10")
        with self._desk.store.read() as session:
            family_id = one(session, Scale, scale_id).family_id
        with self._desk.store.write("Set a number", family_id) as session:
            known = living(
                session, ScaleMark, scale_id=scale_id, person_id=person_id, meeting_id=meeting_id
            )
            mark = known[0] if known else _new_mark(family_id, scale_id, person_id, meeting_id)
            mark.said_on = mark.said_on or self._desk.today_text
            put(mark, changes)
            session.add(mark)
        return mark

    def marks(self, family_id: UUID) -> list[ScaleMark]:
        """Every number that anybody ever gave, oldest first."""
        with self._desk.store.read() as session:
            return living(session, ScaleMark, family_id=family_id)

    def scale_marks(
        self, family_id: UUID, meeting_id: UUID, earlier: Sequence[UUID]
    ) -> list[ScaleMarks]:
        """Each scale with the numbers of a meeting, and those of the newest of earlier meetings."""
        with self._desk.store.read() as session:
            return marks_by_scale(session, family_id, meeting_id, earlier)

    def _change(self, record_id: UUID, changes: Mapping[str, Answer], words: str) -> Statement:
        with self._desk.store.read() as session:
            family_id = one(session, Statement, record_id).family_id
        with self._desk.store.write(words, family_id) as session:
            record = one(session, Statement, record_id)
            put(record, changes)
        return record


def marks_by_scale(
    session: Session, family_id: UUID, meeting_id: UUID, earlier: Sequence[UUID]
) -> list[ScaleMarks]:
    """Each scale with numbers of one meeting, and each person's newest earlier one."""
    marks = living(session, ScaleMark, family_id=family_id)
    order = {one_id: place for place, one_id in enumerate(earlier)}
    result = []
    for scale in living(session, Scale, family_id=family_id):
        mine = [mark for mark in marks if mark.scale_id == scale.id]
        before = sorted(
            (mark for mark in mine if mark.meeting_id in order),
            key=lambda mark: order[mark.meeting_id],  # type: ignore[index]  # filtered above
        )
        result.append(
            ScaleMarks(
                scale=scale,
                now={mark.person_id: mark for mark in mine if mark.meeting_id == meeting_id},
                before={mark.person_id: mark for mark in before},
            )
        )
    return result


def _new_mark(family_id: UUID, scale_id: UUID, person_id: UUID, meeting_id: UUID) -> ScaleMark:
    return ScaleMark(
        family_id=family_id, scale_id=scale_id, person_id=person_id, meeting_id=meeting_id
    )
