"""Who will do what by when, across one family or all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from taf_desktop.model.audience import Audience
from taf_desktop.model.base import Answer
from taf_desktop.model.family import Family, Person
from taf_desktop.model.meeting import Action, ActionUpdate
from taf_desktop.packs.dates import date_words, parse_partial
from taf_desktop.services.desk import Desk
from taf_desktop.services.finishing import NO_LONGER_OPEN
from taf_desktop.services.people import IN_NAMES, spoken_name
from taf_desktop.services.records import living, living_by_id, living_in_part, one, put
from taf_desktop.services.seen_together import seen_together


@dataclass(frozen=True, kw_only=True)
class ActionLine:
    """An action as a list shows it: whose it is, and how late in days (0 when it is not)."""

    action: Action
    family: Family
    who: str
    is_mine: bool
    days_late: int

    @property
    def is_open(self) -> bool:
        """Whether anything is still to be done."""
        return self.action.status not in NO_LONGER_OPEN

    @property
    def late_words(self) -> str:
        """How late it is, in words, or nothing."""
        return late_words(self.days_late)


@dataclass(frozen=True, kw_only=True)
class RoomActions:
    """The actions that may be on a screen that everybody in a room can see; how many may not."""

    actions: tuple[Action, ...]
    left_out: int
    noted: frozenset[UUID] = frozenset()
    """Ids of those of which everybody may read what others wrote about them."""


def day_of(text: str | None) -> date | None:
    """The day that a by-when text names, if it names a whole one."""
    found = parse_partial(text or "")
    return found.as_date() if found is not None else None


def due_words(by_when: str | None) -> str:
    """By when, in words: "by 20 October 2026", or as it was said: "every Friday"."""
    return f"by {date_words(by_when)}" if day_of(by_when) else (by_when or "")


def late_words(days: int) -> str:
    """How late something is, in words, or nothing."""
    if days <= 0:
        return ""
    return "1 day late" if days == 1 else f"{days} days late"


def days_late(action: Action, today: date) -> int:
    """How many days an open action is past its day."""
    due = day_of(action.by_when)
    if due is None or action.status in NO_LONGER_OPEN:
        return 0
    return max(0, (today - due).days)


class Actions:
    """Everything about actions."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, family_id: UUID) -> list[Action]:
        """Every action of a family by its number."""
        with self._desk.store.read() as session:
            rows = living(session, Action, family_id=family_id)
            return sorted(rows, key=lambda action: action.number)

    def in_room(self, family_id: UUID, person_ids: Sequence[UUID]) -> RoomActions:
        """The actions that every one of these people may see, by number."""
        with self._desk.store.read() as session:
            allowing = seen_together(session, family_id, person_ids, self._desk.pack)
            rows = sorted(allowing.rows(Action), key=lambda action: action.number)
            noted = frozenset(row.id for row in rows if allowing.may_see(row.audience))
        return RoomActions(actions=tuple(rows), left_out=allowing.left_out, noted=noted)

    def late_in(self, family_id: UUID) -> int:
        """How many actions of a family are past their day."""
        return sum(days_late(action, self._desk.today) > 0 for action in self.of(family_id))

    def late_everywhere(self) -> int:
        """How many actions of all families are past their day."""
        is_open = or_(Action.status.is_(None), Action.status.not_in(NO_LONGER_OPEN))
        query = (
            select(Action.by_when)
            .join(Family, Family.id == Action.family_id)
            .where(Action.deleted_at.is_(None), Family.deleted_at.is_(None), is_open)
        )
        with self._desk.store.read() as session:
            days = [day_of(by_when) for by_when in session.scalars(query)]
        return sum(day is not None and day < self._desk.today for day in days)

    def lines(self) -> list[ActionLine]:
        """Every action of every family, the most pressing first."""
        with self._desk.store.read() as session:
            families = {row.id: row for row in living(session, Family)}
            people = {row.id: row for row in living_in_part(session, Person, *IN_NAMES)}
            rows = [row for row in living(session, Action) if row.family_id in families]
        lines = [self._line(row, families[row.family_id], people) for row in rows]
        return sorted(lines, key=_pressing)

    def lines_of(self, family_id: UUID) -> list[ActionLine]:
        """Every action of one family, the most pressing first."""
        with self._desk.store.read() as session:
            family = one(session, Family, family_id)
            rows = living(session, Action, family_id=family_id)
            people = living_by_id(session, Person, [row.who_id for row in rows if row.who_id])
        lines = [self._line(row, family, people) for row in rows]
        return sorted(lines, key=_pressing)

    def _line(self, action: Action, family: Family, people: dict[UUID, Person]) -> ActionLine:
        who = people.get(action.who_id) if action.who_id else None
        return ActionLine(
            action=action,
            family=family,
            who=spoken_name(who) if who else "",
            is_mine=action.who_id == self._desk.owner_id,
            days_late=days_late(action, self._desk.today),
        )

    def add(
        self,
        family_id: UUID,
        changes: Mapping[str, Answer],
        meeting_id: UUID | None = None,
        audience: Audience | None = None,
    ) -> Action:
        """Add an action; a person and a date may come later."""
        action = Action(
            family_id=family_id,
            number=0,
            what="",
            meeting_id=meeting_id,
            audience=audience or Audience(),
        )
        put(action, changes)
        with self._desk.store.write("Add an action", family_id) as session:
            action.number = _next_number(session, family_id)
            session.add(action)
        return action

    def save(self, action_id: UUID, changes: Mapping[str, Answer]) -> Action:
        """Save answers about an action."""
        with self._desk.store.read() as session:
            known = one(session, Action, action_id)
        words = f"Change action {known.number}"
        with self._desk.store.write(words, known.family_id) as session:
            action = one(session, Action, action_id)
            put(action, changes)
        return action

    def show_to(self, action_id: UUID, audience: Audience) -> None:
        """Say who may see an action."""
        self.save(action_id, {"audience": audience})

    def take_away(self, action_id: UUID) -> None:
        """Take an action away; undo brings it back."""
        with self._desk.store.read() as session:
            known = one(session, Action, action_id)
        with self._desk.store.write(f"Take action {known.number} away", known.family_id) as session:
            one(session, Action, action_id).deleted_at = self._desk.now_text

    def report(
        self,
        action_id: UUID,
        status: str,
        note: str | None = None,
        *,
        by_when: str | None = None,
        on: str | None = None,
        meeting_id: UUID | None = None,
    ) -> Action:
        """Write what has happened to an action: a new status, a note, a new date; all are kept."""
        with self._desk.store.read() as session:
            known = one(session, Action, action_id)
        said_on = on or self._desk.today_text
        words = f"Change action {known.number} to {self._status_words(status)}"
        with self._desk.store.write(words, known.family_id) as session:
            action = one(session, Action, action_id)
            carried = by_when is not None and by_when != action.by_when
            action.status = status
            action.done_on = said_on if status in ("done", "done_going_on") else None
            action.by_when = by_when if by_when is not None else action.by_when
            action.carried += int(carried and meeting_id is not None)
            session.add(_update(action, said_on, note, by_when, meeting_id))
        return action

    def hear(
        self, action_id: UUID, person_id: UUID, meeting_id: UUID, words: str | None
    ) -> ActionUpdate:
        """Write one person's word on an action, told apart; how the action stands is not changed.

        Said again in the same review it takes the place of what they said first.
        """
        with self._desk.store.read() as session:
            known = one(session, Action, action_id)
        told = f"Write what somebody says of action {known.number}"
        with self._desk.store.write(told, known.family_id) as session:
            rows = living(
                session,
                ActionUpdate,
                action_id=action_id,
                meeting_id=meeting_id,
                said_by=person_id,
            )
            row = rows[0] if rows else _update(known, self._desk.today_text, None, None, meeting_id)
            row.said_by, row.note = person_id, words
            session.add(row)
        return row

    def _status_words(self, status: str) -> str:
        return self._desk.pack.lists["action_status"].label(status).lower()

    def updates(self, family_id: UUID) -> list[ActionUpdate]:
        """Everything that was said about the actions of a family, oldest first."""
        with self._desk.store.read() as session:
            return living(session, ActionUpdate, family_id=family_id)


def _update(
    action: Action, said_on: str, note: str | None, by_when: str | None, meeting_id: UUID | None
) -> ActionUpdate:
    return ActionUpdate(
        family_id=action.family_id,
        action_id=action.id,
        meeting_id=meeting_id,
        said_on=said_on,
        status=action.status,
        note=note,
        by_when=by_when,
    )


def _next_number(session: Session, family_id: UUID) -> int:
    numbers = [row.number for row in living(session, Action, family_id=family_id)]
    return max(numbers, default=0) + 1


def _pressing(line: ActionLine) -> tuple[bool, int, str, str]:
    due = day_of(line.action.by_when)
    return (
        not line.is_open,
        -line.days_late,
        due.isoformat() if due else "9999",
        line.family.name.casefold(),
    )
