"""Meetings, who was there, what was agreed, and who will do what by when."""

from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from taf_desktop.model.audience import Audience, AudienceColumn, Level
from taf_desktop.model.base import Detailed, Record

APART = "apart"
"""The kind of a review without a meeting: each person told their part apart from the others."""

HEARD = frozenset({"telephone", "visit", "message"})
"""How somebody's word was gathered for a review without a meeting, in place of being here."""

CAME = HEARD | {"present"}
"""Whoever took part: in the room, or heard apart."""


class Meeting(Detailed, Record, kw_only=True):
    """One meeting of the team around the family: first, review or closing; or a review apart."""

    __tablename__ = "meeting"

    family_id: Mapped[UUID] = mapped_column(ForeignKey("family.id"), index=True)
    kind: Mapped[str]
    number: Mapped[int]
    held_on: Mapped[str | None] = mapped_column(default=None)
    starts_at: Mapped[str | None] = mapped_column(default=None)
    minutes: Mapped[int | None] = mapped_column(default=None)
    place: Mapped[str | None] = mapped_column(default=None)
    place_kind: Mapped[str | None] = mapped_column(default=None)
    chair_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), default=None)
    notes_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), default=None)
    notes: Mapped[str | None] = mapped_column(default=None)
    notes_audience: Mapped[Audience] = mapped_column(
        AudienceColumn, default_factory=lambda: Audience(level=Level.TEAM)
    )
    decisions: Mapped[list[str]] = mapped_column(JSON, default_factory=list)
    next_on: Mapped[str | None] = mapped_column(default=None)
    next_at: Mapped[str | None] = mapped_column(default=None)
    next_place: Mapped[str | None] = mapped_column(default=None)
    finished_at: Mapped[str | None] = mapped_column(default=None)
    pack_id: Mapped[str]
    pack_version: Mapped[str]


class Attendance(Record, kw_only=True):
    """One person and one meeting: invited, came, sent apologies or a report, or was not invited."""

    __tablename__ = "attendance"

    family_id: Mapped[UUID] = mapped_column(ForeignKey("family.id"), index=True)
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    state: Mapped[str | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)
    report: Mapped[str | None] = mapped_column(default=None)
    audience: Mapped[Audience] = mapped_column(AudienceColumn, default_factory=Audience)


class PlanAgreement(Record, kw_only=True):
    """Whether one person agrees to the plan of one meeting, how they said so, and why not.

    `strokes` is a signature drawn on the screen, as a `Drawing` keeps its lines. `said_at` is when
    the answer was given, `said_after` the step of the journal after which the plan stood so.
    """

    __tablename__ = "plan_agreement"

    family_id: Mapped[UUID] = mapped_column(ForeignKey("family.id"), index=True)
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    decision: Mapped[str | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)
    how_given: Mapped[str | None] = mapped_column(default=None)
    witness_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), default=None)
    strokes: Mapped[list[dict[str, Any]] | None] = mapped_column(
        JSON(none_as_null=True), default=None
    )
    said_at: Mapped[str | None] = mapped_column(default=None)
    said_after: Mapped[str | None] = mapped_column(default=None)
    audience: Mapped[Audience] = mapped_column(AudienceColumn, default_factory=Audience)


class Action(Detailed, Record, kw_only=True):
    """One promise: what, who (a person), helped by, by when (a date or words), how we will know."""

    __tablename__ = "action"

    family_id: Mapped[UUID] = mapped_column(ForeignKey("family.id"), index=True)
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"), default=None)
    number: Mapped[int]
    what: Mapped[str]
    goal_id: Mapped[UUID | None] = mapped_column(ForeignKey("statement.id"), default=None)
    outcome: Mapped[str | None] = mapped_column(default=None)
    who_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), default=None)
    helped_by: Mapped[list[str]] = mapped_column(JSON, default_factory=list)
    by_when: Mapped[str | None] = mapped_column(default=None)
    how_we_know: Mapped[str | None] = mapped_column(default=None)
    status: Mapped[str] = mapped_column(default="not_started")
    done_on: Mapped[str | None] = mapped_column(default=None)
    carried: Mapped[int] = mapped_column(default=0)
    audience: Mapped[Audience] = mapped_column(AudienceColumn, default_factory=Audience)


class ActionUpdate(Record, kw_only=True):
    """What was said about an action on one day: its status then, a note, a new date.

    `said_by` is whose word the note is, where each person told theirs apart.
    """

    __tablename__ = "action_update"

    family_id: Mapped[UUID] = mapped_column(ForeignKey("family.id"), index=True)
    action_id: Mapped[UUID] = mapped_column(ForeignKey("action.id"))
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"), default=None)
    said_on: Mapped[str]
    status: Mapped[str]
    note: Mapped[str | None] = mapped_column(default=None)
    by_when: Mapped[str | None] = mapped_column(default=None)
    said_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), default=None)
