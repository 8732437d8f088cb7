"""Who may see a thing: a value on every statement, view, action and personal fact."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Dialect
from sqlalchemy.types import TypeDecorator


class Level(StrEnum):
    """How far a thing may travel before names are looked at."""

    EVERYONE = "everyone"
    TEAM = "team"
    NAMED = "named"
    LEAD = "lead"


_LEVELS = frozenset(Level)


class Standing(StrEnum):
    """How a reader stands to the family's plan."""

    FAMILY = "family"
    TEAM = "team"
    OUTSIDE = "outside"


@dataclass(frozen=True, kw_only=True)
class Reader:
    """The one person a screen or a document is for.

    `must_not_learn` holds the protected facts: address, school, gp, venue.
    """

    person_id: UUID
    standing: Standing
    is_lead: bool = False
    agency_id: UUID | None = None
    must_not_learn: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Audience:
    """Who is allowed, by level, by name and by agency; `never` wins over everything.

    `also` is a second list that has to allow as well: who might read the words of an earlier day.
    """

    level: Level = Level.EVERYONE
    people: frozenset[UUID] = field(default_factory=frozenset)
    agencies: frozenset[UUID] = field(default_factory=frozenset)
    never: frozenset[UUID] = field(default_factory=frozenset)
    also: "Audience | None" = None

    def admits(self, reader: Reader) -> bool:
        """Whether this reader is on the list; nobody is by default."""
        if reader.person_id in self.never or not (self.also is None or self.also.admits(reader)):
            return False
        if reader.is_lead or reader.person_id in self.people:
            return True
        if reader.standing is Standing.OUTSIDE:
            return False
        if reader.agency_id is not None and reader.agency_id in self.agencies:
            return True
        if self.level is Level.EVERYONE:
            return True
        return self.level is Level.TEAM and reader.standing is Standing.TEAM

    def admits_all(self, readers: Iterable[Reader]) -> bool:
        """Whether every one of several readers of the same copy is on the list."""
        return all(self.admits(reader) for reader in readers)

    def as_json(self) -> dict[str, Any]:
        """The stored form: a level and sorted ids, without empty lists."""
        ids = {
            name: sorted(str(one) for one in getattr(self, name))
            for name in ("people", "agencies", "never")
        }
        also = {"also": self.also.as_json()} if self.also is not None else {}
        return {"level": self.level.value} | {one: some for one, some in ids.items() if some} | also

    @classmethod
    def from_json(cls, stored: dict[str, Any] | None) -> "Audience":
        """Read the stored form; what cannot be read is for the lead professional only."""
        if not isinstance(stored, dict) or stored.get("level") not in _LEVELS:
            return cls(level=Level.LEAD)
        ids = {
            name: frozenset(UUID(one) for one in stored.get(name, ()))
            for name in ("people", "agencies", "never")
        }
        also = cls.from_json(stored["also"]) if "also" in stored else None
        return cls(level=Level(stored["level"]), also=also, **ids)


Stored = dict[str, Any] | None
"""The JSON form of an audience."""


class AudienceColumn(TypeDecorator[Audience]):
    """Keeps an audience as JSON in its row."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Audience | None, dialect: Dialect) -> Stored:
        """The audience as JSON-able words and ids."""
        return None if value is None else value.as_json()

    def process_result_value(self, value: Stored, dialect: Dialect) -> Audience:
        """The audience that a row holds."""
        return Audience.from_json(value)
