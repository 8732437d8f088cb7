"""What a council pack holds: plain values, checked when they are loaded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from taf_desktop.packs.clocks import Clock
from taf_desktop.packs.logo import Logo
from taf_desktop.packs.retention import Retention


@dataclass(frozen=True, kw_only=True)
class Field:
    """One question: its key, its kind, and what helps a person to answer it.

    `audience` is the level that applies unless somebody changes it; `protects` names the
    protected fact that an answer gives away (address, school, gp or venue); `needed` is asked
    for at finishing only; `check` is an extra check that warns: upn, nhs_number, not_to_come (a
    day), time (of day) or minutes.
    """

    key: str
    kind: str
    label: str
    hint: str = ""
    list: str = ""
    audience: str = "everyone"
    protects: str = ""
    needed: bool = False
    check: str = ""
    fields: tuple["Field", ...] = ()


@dataclass(frozen=True, kw_only=True)
class Section:
    """One page of a form; `each` asks it of every child or adult, with {name} in its words.

    What stands on a page of `own_words` goes only where that person lets it.
    """

    id: str
    title: str
    question: str = ""
    hint: str = ""
    each: str = ""
    own_words: bool = False
    fields: tuple[Field, ...]

    def named(self, name: str) -> "Section":
        """The section with a person's name wherever {name} stands, in labels and hints too."""
        return replace(
            self,
            title=_named(self.title, name),
            question=_named(self.question, name),
            hint=_named(self.hint, name),
            fields=tuple(
                replace(one, label=_named(one.label, name), hint=_named(one.hint, name))
                for one in self.fields
            ),
        )


def _named(words: str, name: str) -> str:
    return words.replace("{name}", name)


@dataclass(frozen=True, kw_only=True)
class Form:
    """Sections of questions, with the version under which answers were given."""

    id: str
    version: str
    title: str
    sections: tuple[Section, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields of all sections in order."""
        return tuple(field for section in self.sections for field in section.fields)

    def field(self, key: str) -> Field:
        """The field with this key; a KeyError when there is none."""
        for candidate in self.fields:
            if candidate.key == key:
                return candidate
        raise KeyError(key)


@dataclass(frozen=True, kw_only=True)
class Code:
    """One entry of a list: what is stored, and what people read."""

    code: str
    label: str
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class CodeList:
    """Entries in the order in which they are offered."""

    id: str
    codes: tuple[Code, ...]

    def __iter__(self) -> Iterator[Code]:
        return iter(self.codes)

    def label(self, code: str | None) -> str:
        """The words for a code; a code this pack does not know comes back as it is."""
        return next((one.label for one in self.codes if one.code == code), code or "")


@dataclass(frozen=True, kw_only=True)
class Column:
    """One of the three columns, with the categories of what can be said in it."""

    id: str
    title: str
    add: str
    categories: tuple[Code, ...]


@dataclass(frozen=True, kw_only=True)
class ScaleWords:
    """What 0 and 10 mean, in words."""

    low: str
    high: str


@dataclass(frozen=True, kw_only=True)
class AgendaItem:
    """One part of a meeting, and the minutes it usually takes."""

    part: str
    title: str
    minutes: int = 0


@dataclass(frozen=True, kw_only=True)
class Branding:
    """What a council puts on its paper; `logo` is the name of a picture beside the pack's files."""

    organisation: str
    colour: str
    privacy_notice_version: str
    emergency_words: str
    logo: str = ""


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Somebody to ring: shown where a family or a worker needs it."""

    name: str
    telephone: str
    when: str = ""


@dataclass(frozen=True, kw_only=True)
class SchoolHoliday:
    """Days on which schools are closed, the first and the last (both as 2026-02-16)."""

    name: str
    starts: str
    ends: str


NOT_TOLD: Mapping[str, bool] = MappingProxyType({"told": False})
"""Marks what no file of a pack says by itself."""


@dataclass(frozen=True, kw_only=True)
class Pack:
    """Everything that differs between councils.

    A logo that cannot be used is none, and `logo_fault` says why: papers are made without it.
    """

    id: str
    name: str
    version: str
    base: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
    lists: Mapping[str, CodeList] = field(default_factory=dict)
    columns: tuple[Column, ...] = ()
    clocks: Mapping[str, Clock] = field(default_factory=dict)
    scale_words: Mapping[str, ScaleWords] = field(default_factory=dict)
    agendas: Mapping[str, tuple[AgendaItem, ...]] = field(default_factory=dict)
    retention: Mapping[str, Retention] = field(default_factory=dict)
    branding: Branding
    contacts: tuple[Contact, ...] = ()
    school_holidays: tuple[SchoolHoliday, ...] = ()
    logo: Logo | None = field(default=None, metadata=NOT_TOLD)
    logo_fault: str = field(default="", metadata=NOT_TOLD)

    def school_holiday(self, day: date) -> SchoolHoliday | None:
        """The school holiday that a day lies in; None when schools are open, or nobody knows."""
        on = day.isoformat()
        return next((one for one in self.school_holidays if one.starts <= on <= one.ends), None)

    def column(self, column_id: str) -> Column:
        """The column with this id."""
        return next(column for column in self.columns if column.id == column_id)

    def category_label(self, column_id: str, category: str | None) -> str:
        """The words for a category of a column, or nothing."""
        found = (one for one in self.column(column_id).categories if one.code == category)
        return next((one.label for one in found), "")

    def policy(self) -> dict[str, Any]:
        """Today's clocks, to be kept with a record so that it is judged by the rules of its day."""
        return {
            "pack": self.id,
            "version": self.version,
            "clocks": {clock.id: clock.as_json() for clock in self.clocks.values()},
        }
