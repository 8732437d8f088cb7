"""From the first request to the closing: one stretch of help, its agreements and its assessment."""

from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from taf_desktop.model.audience import Audience, AudienceColumn, Level
from taf_desktop.model.base import Detailed, Record


class Episode(Detailed, Record, kw_only=True):
    """Request, screening, decision and level of need.

    Moments are text, "2026-01-05T08:40" or as typed; `policy` keeps the clocks of that day.
    """

    __tablename__ = "episode"

    family_id: Mapped[UUID] = mapped_column(ForeignKey("family.id"), index=True)
    received_at: Mapped[str | None] = mapped_column(default=None)
    channel: Mapped[str | None] = mapped_column(default=None)
    caller: Mapped[str | None] = mapped_column(default=None)
    caller_source: Mapped[str | None] = mapped_column(default=None)
    consent_known: Mapped[str | None] = mapped_column(default=None)
    concern: Mapped[str | None] = mapped_column(default=None)
    screened_at: Mapped[str | None] = mapped_column(default=None)
    screened_by: Mapped[str | None] = mapped_column(default=None)
    decided_at: Mapped[str | None] = mapped_column(default=None)
    decided_by: Mapped[str | None] = mapped_column(default=None)
    outcome: Mapped[str | None] = mapped_column(default=None)
    told_at: Mapped[str | None] = mapped_column(default=None)
    told_how: Mapped[str | None] = mapped_column(default=None)
    level_of_need: Mapped[str | None] = mapped_column(default=None)
    closed_on: Mapped[str | None] = mapped_column(default=None)
    closure_reason: Mapped[str | None] = mapped_column(default=None)
    policy: Mapped[dict[str, Any]] = mapped_column(JSON, default_factory=dict)


class Agreement(Detailed, Record, kw_only=True):
    """What one person agrees to, with which agencies to share it, and the limits in their words."""

    __tablename__ = "agreement"

    family_id: Mapped[UUID] = mapped_column(ForeignKey("family.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str | None] = mapped_column(default=None)
    decision: Mapped[str | None] = mapped_column(default=None)
    limits: Mapped[str | None] = mapped_column(default=None)
    agencies: Mapped[list[str]] = mapped_column(JSON, default_factory=list)
    not_to: Mapped[list[str]] = mapped_column(JSON, default_factory=list)
    how_given: Mapped[str | None] = mapped_column(default=None)
    given_on: Mapped[str | None] = mapped_column(default=None)
    place: Mapped[str | None] = mapped_column(default=None)
    recorded_by: Mapped[str | None] = mapped_column(default=None)
    withdrawn_on: Mapped[str | None] = mapped_column(default=None)
    audience: Mapped[Audience] = mapped_column(
        AudienceColumn, default_factory=lambda: Audience(level=Level.TEAM)
    )


class NoticeGiven(Record, kw_only=True):
    """That a privacy notice was given: kept apart from agreement and from the lawful basis."""

    __tablename__ = "notice_given"

    family_id: Mapped[UUID] = mapped_column(ForeignKey("family.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    version: Mapped[str | None] = mapped_column(default=None)
    given_on: Mapped[str | None] = mapped_column(default=None)


class Assessment(Record, kw_only=True):
    """A form of the pack with its answers, keyed "<person id>/<field>" when of each child."""

    __tablename__ = "assessment"

    family_id: Mapped[UUID] = mapped_column(ForeignKey("family.id"), index=True)
    form_id: Mapped[str]
    form_version: Mapped[str]
    pack_id: Mapped[str]
    pack_version: Mapped[str]
    started_on: Mapped[str | None] = mapped_column(default=None)
    completed_on: Mapped[str | None] = mapped_column(default=None)
    answers: Mapped[dict[str, Any]] = mapped_column(
        JSON, default_factory=dict, info={"by_key": True}
    )
    audience: Mapped[Audience] = mapped_column(AudienceColumn, default_factory=Audience)
    policy: Mapped[dict[str, Any]] = mapped_column(JSON, default_factory=dict)
