"""The family, its people, and how they belong together."""

from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from taf_desktop.model.audience import Audience, AudienceColumn
from taf_desktop.model.base import Detailed, Record


class Family(Detailed, Record, kw_only=True):
    """The case: siblings share it; the reference stands in file names instead of the name."""

    __tablename__ = "family"

    name: Mapped[str]
    reference: Mapped[str]
    address: Mapped[str | None] = mapped_column(default=None)
    postcode: Mapped[str | None] = mapped_column(default=None)
    lead_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), default=None)
    pack_id: Mapped[str]
    pack_version: Mapped[str]
    added_on: Mapped[str]


class Person(Detailed, Record, kw_only=True):
    """A child, an unborn child, an adult of a family, or a professional (who has no family_id).

    Dates are partial dates as text; `called` is what the family calls the person ("Nan").
    `fact_audience` holds, by field key, an audience that differs from the pack's default.
    """

    __tablename__ = "person"

    kind: Mapped[str]
    family_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("family.id"), default=None, index=True
    )
    given_name: Mapped[str] = mapped_column(default="")
    family_name: Mapped[str] = mapped_column(default="")
    known_as: Mapped[str | None] = mapped_column(default=None)
    called: Mapped[str | None] = mapped_column(default=None)
    birth_date: Mapped[str | None] = mapped_column(default=None)
    due_date: Mapped[str | None] = mapped_column(default=None)
    sex: Mapped[str | None] = mapped_column(default=None)
    lives: Mapped[str | None] = mapped_column(default=None)
    lives_words: Mapped[str | None] = mapped_column(default=None)
    address: Mapped[str | None] = mapped_column(default=None)
    postcode: Mapped[str | None] = mapped_column(default=None)
    telephone: Mapped[str | None] = mapped_column(default=None)
    email: Mapped[str | None] = mapped_column(default=None)
    safe_contact: Mapped[str | None] = mapped_column(default=None)
    in_network: Mapped[str | None] = mapped_column(default=None)
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"), default=None)
    job_title: Mapped[str | None] = mapped_column(default=None)
    position: Mapped[int] = mapped_column(default=0)
    fact_audience: Mapped[dict[str, Any]] = mapped_column(
        JSON, default_factory=dict, info={"by_key": True}
    )

    @property
    def short_name(self) -> str:
        """What people in the room say: the known-as name, else the first name, else what it is."""
        if self.kind == "unborn" and not (self.known_as or self.given_name):
            return "Baby"
        return self.known_as or self.given_name or self.called or self.family_name

    @property
    def full_name(self) -> str:
        """First and family name as they stand on paper."""
        whole = f"{self.given_name} {self.family_name}".strip()
        return whole or self.short_name

    @property
    def is_child(self) -> bool:
        """Whether the plan is for this person: a child or a baby not yet born."""
        return self.kind in ("child", "unborn")

    @property
    def is_professional(self) -> bool:
        """Whether the person is here for a service and not for the family."""
        return self.kind == "professional"


class Relationship(Detailed, Record, kw_only=True):
    """What an adult is to one child, with parental responsibility and its basis."""

    __tablename__ = "relationship"

    family_id: Mapped[UUID] = mapped_column(ForeignKey("family.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    child_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str | None] = mapped_column(default=None)
    parental_responsibility: Mapped[str | None] = mapped_column(default=None)
    basis: Mapped[str | None] = mapped_column(default=None)
    lives_with: Mapped[str | None] = mapped_column(default=None)


class ProtectedFact(Record, kw_only=True):
    """A fact that one person must not learn: address, school, gp or venue."""

    __tablename__ = "protected_fact"

    family_id: Mapped[UUID] = mapped_column(ForeignKey("family.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    fact: Mapped[str]
    reason: Mapped[str | None] = mapped_column(default=None)


class Agency(Record, kw_only=True):
    """A school, a health team, a charity: where professionals come from."""

    __tablename__ = "agency"

    name: Mapped[str]
    kind: Mapped[str | None] = mapped_column(default=None)
    telephone: Mapped[str | None] = mapped_column(default=None)
    address: Mapped[str | None] = mapped_column(default=None)


class Involvement(Record, kw_only=True):
    """A professional who works with a family, and in which part."""

    __tablename__ = "involvement"

    family_id: Mapped[UUID] = mapped_column(ForeignKey("family.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    part: Mapped[str | None] = mapped_column(default=None)
    since: Mapped[str | None] = mapped_column(default=None)
    until: Mapped[str | None] = mapped_column(default=None)


class Absence(Record, kw_only=True):
    """Days on which somebody cannot come: from, until, or certain days of the week (by name).

    Of a professional it holds for every family, and has no family_id. `why` is for the team alone.
    """

    __tablename__ = "absence"

    family_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("family.id"), default=None, index=True
    )
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    first_on: Mapped[str | None] = mapped_column(default=None)
    last_on: Mapped[str | None] = mapped_column(default=None)
    weekdays: Mapped[list[str]] = mapped_column(JSON, default_factory=list)
    why: Mapped[str | None] = mapped_column(default=None)
    audience: Mapped[Audience] = mapped_column(AudienceColumn, default_factory=Audience)
