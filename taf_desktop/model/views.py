"""What the family and the team see: statements in three columns, and everybody's number."""

from uuid import UUID

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from taf_desktop.model.audience import Audience, AudienceColumn
from taf_desktop.model.base import Record

WORRIED = "worried"
WORKING_WELL = "working_well"
NEEDS_TO_HAPPEN = "needs_to_happen"


class Statement(Record, kw_only=True):
    """One thing that somebody said, in a column and a category; a goal names the worry it answers.

    `said_by` holds person ids as text; `exact_words` means nobody may reword it.
    """

    __tablename__ = "statement"

    family_id: Mapped[UUID] = mapped_column(ForeignKey("family.id"), index=True)
    column: Mapped[str]
    text: Mapped[str]
    category: Mapped[str | None] = mapped_column(default=None)
    said_by: Mapped[list[str]] = mapped_column(JSON, default_factory=list)
    exact_words: Mapped[bool] = mapped_column(default=False)
    gathered: Mapped[str | None] = mapped_column(default=None)
    gathered_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), default=None)
    house: Mapped[str | None] = mapped_column(default=None)
    said_on: Mapped[str | None] = mapped_column(default=None)
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"), default=None)
    worry_id: Mapped[UUID | None] = mapped_column(ForeignKey("statement.id"), default=None)
    position: Mapped[int] = mapped_column(default=0)
    settled_on: Mapped[str | None] = mapped_column(default=None)
    audience: Mapped[Audience] = mapped_column(AudienceColumn, default_factory=Audience)


class Disagreement(Record, kw_only=True):
    """That somebody sees a statement differently, in their words, beside it."""

    __tablename__ = "disagreement"

    family_id: Mapped[UUID] = mapped_column(ForeignKey("family.id"), index=True)
    statement_id: Mapped[UUID] = mapped_column(ForeignKey("statement.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    text: Mapped[str]
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"), default=None)
    audience: Mapped[Audience] = mapped_column(AudienceColumn, default_factory=Audience)


class Scale(Record, kw_only=True):
    """The question from 0 to 10 that goes with a goal, with both ends in words."""

    __tablename__ = "scale"

    family_id: Mapped[UUID] = mapped_column(ForeignKey("family.id"), index=True)
    goal_id: Mapped[UUID | None] = mapped_column(ForeignKey("statement.id"), default=None)
    question: Mapped[str]
    low_words: Mapped[str]
    high_words: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)


class ScaleMark(Record, kw_only=True):
    """One person's own number at one occasion; never averaged.

    `value` is 0 to 10, or None with `withheld` saying why ("rather_not_say", "not_asked").
    """

    __tablename__ = "scale_mark"

    family_id: Mapped[UUID] = mapped_column(ForeignKey("family.id"), index=True)
    scale_id: Mapped[UUID] = mapped_column(ForeignKey("scale.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"), default=None)
    said_on: Mapped[str | None] = mapped_column(default=None)
    value: Mapped[int | None] = mapped_column(default=None)
    withheld: Mapped[str | None] = mapped_column(default=None)
    why_not_lower: Mapped[str | None] = mapped_column(default=None)
    one_higher: Mapped[str | None] = mapped_column(default=None)
    audience: Mapped[Audience] = mapped_column(AudienceColumn, default_factory=Audience)
