"""What is read back: each statement, then each action that is still open, in words."""

from dataclasses import dataclass
from uuid import UUID

from taf_desktop.model.meeting import Action
from taf_desktop.model.views import Statement
from taf_desktop.services.action_line import by_when_in_full
from taf_desktop.services.actions import RoomActions
from taf_desktop.services.finishing import NO_LONGER_OPEN
from taf_desktop.services.views import RoomViews
from taf_desktop.ui.pages.action_rows import nameless
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.pages.statement_words import seen_here
from taf_desktop.ui.theme import Tone

TONES = {
    "worried": Tone.WORRIED,
    "working_well": Tone.WELL,
    "needs_to_happen": Tone.NEEDED,
}
UNNAMED = "somebody who is not named here"


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing that is read out: under which title, its words, whose it is, who differs."""

    record: Statement | Action
    title: str
    words: str
    said: str
    tone: Tone | None = None
    differing: tuple[tuple[str, str], ...] = ()
    asked: tuple[str, ...] = ()
    """Questions of an action that have no answer yet, by key."""

    @property
    def id(self) -> UUID:
        """The record's id."""
        return self.record.id


@dataclass(frozen=True, kw_only=True)
class ReadBack:
    """Everything that may be read out in this room, and how much may not."""

    items: tuple[Item, ...]
    left_out: int

    @classmethod
    def of(cls, part: MeetingPart) -> "ReadBack":
        """Ask for what everybody who is here may see."""
        seen = seen_here(part.workspace, part.family_id, part.meeting.id)
        plan = part.room_actions()
        said = (
            _said(part, seen, statement, column.title)
            for column in part.workspace.pack.columns
            for statement in seen.statements
            if statement.column == column.id
        )
        return cls(items=(*said, *_actions(part, plan)), left_out=seen.left_out + plan.left_out)


def _said(part: MeetingPart, seen: RoomViews, row: Statement, title: str) -> Item:
    names = part.names()
    return Item(
        record=row,
        title=title,
        words=f"“{row.text}”" if row.exact_words else row.text,
        said=", ".join(names[one] for one in row.said_by if one in names),
        tone=TONES.get(row.column),
        differing=tuple(
            (names.get(str(one.person_id), "Somebody"), one.text)
            for one in seen.disagreements
            if one.statement_id == row.id
        ),
    )


def _actions(part: MeetingPart, plan: RoomActions) -> list[Item]:
    names = part.names()
    return [_action(row, names) for row in plan.actions if row.status not in NO_LONGER_OPEN]


def _action(row: Action, names: dict[str, str]) -> Item:
    who = names.get(str(row.who_id), UNNAMED) if row.who_id else ""
    when = by_when_in_full(row.by_when)
    return Item(
        record=row,
        title="Who does what by when",
        words=row.what or nameless(row.number),
        said=", ".join(one for one in (who, when) if one),
        asked=tuple(key for key, told in (("who_id", who), ("by_when", when)) if not told),
    )
