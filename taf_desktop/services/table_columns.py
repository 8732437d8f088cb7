"""The columns of each table, declared once: their words, their width, and what stands in them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, TypeVar

from taf_desktop.exchange.tables import Cell
from taf_desktop.model.meeting import CAME, Action, Meeting
from taf_desktop.packs.dates import date_words
from taf_desktop.services.actions import day_of, days_late
from taf_desktop.services.families import children_words
from taf_desktop.services.finishing import NO_LONGER_OPEN
from taf_desktop.services.readers import ADDRESS, VENUE
from taf_desktop.services.table_reading import FamilyRead

R = TypeVar("R")


@dataclass(frozen=True, kw_only=True)
class TableColumn(Generic[R]):
    """One column; an unusual one is in the table only where somebody ticks it."""

    key: str
    title: str
    width: int
    value: Callable[[FamilyRead, R], Cell]
    is_usual: bool = True


@dataclass(frozen=True, kw_only=True)
class TableKind(Generic[R]):
    """A table: its words, its columns, and the rows that a family has in it."""

    title: str
    about: str
    columns: tuple[TableColumn[R], ...]
    rows: Callable[[FamilyRead], Iterator[R]]

    def lines(self, family: FamilyRead, keys: frozenset[str]) -> Iterator[tuple[Cell, ...]]:
        """The cells of a family's rows, in the columns with these keys."""
        columns = [column for column in self.columns if column.key in keys]
        for row in self.rows(family):
            yield tuple(column.value(family, row) for column in columns)


def _day(text: str | None) -> Cell:
    """A whole day as a day; anything else in the words for it."""
    return day_of(text) or date_words(text)


def _typed_day(family: FamilyRead, text: str | None) -> Cell:
    """The same of a day that somebody may have put in words of their own."""
    return day_of(text) or family.free(date_words(text))


def _to_come(family: FamilyRead, text: str | None) -> Cell:
    """A day or a time of a meeting that is to come, kept back with the venue."""
    kept = family.fact(VENUE, text)
    return _typed_day(family, text) if kept == (text or "") else kept


def _when(family: FamilyRead, row: Meeting, text: str | None) -> Cell:
    """A day or a time of a meeting that is over or to come."""
    return _typed_day(family, text) if row.finished_at else _to_come(family, text)


def _family(family: FamilyRead, _row: object) -> Cell:
    return family.family.name


def _reference(family: FamilyRead, _row: object) -> Cell:
    return family.family.reference


def _family_columns() -> tuple[TableColumn[R], ...]:
    return (
        TableColumn(key="family", title="Family", width=20, value=_family),
        TableColumn(key="reference", title="Reference", width=15, value=_reference),
    )


def _actions(family: FamilyRead) -> Iterator[Action]:
    return (row for row in family.actions if family.admits(row.audience))


def _helped_by(family: FamilyRead, row: Action) -> Cell:
    return ", ".join(name for one in row.helped_by if (name := family.name(one)))


_ACTIONS: TableKind[Action] = TableKind(
    title="Actions",
    about="One row for each action: what, who, by when, and how far it is.",
    rows=_actions,
    columns=(
        *_family_columns(),
        TableColumn(key="number", title="Number", width=9, value=lambda _, row: row.number),
        TableColumn(key="what", title="What", width=48, value=lambda one, row: one.free(row.what)),
        TableColumn(key="who", title="Who", width=20, value=lambda one, row: one.name(row.who_id)),
        TableColumn(key="helped_by", title="Helped by", width=20, value=_helped_by),
        TableColumn(
            key="by_when",
            title="By when",
            width=19,
            value=lambda one, row: _typed_day(one, row.by_when),
        ),
        TableColumn(
            key="how_we_know",
            title="How we will know",
            width=36,
            value=lambda one, row: one.free(row.how_we_know),
        ),
        TableColumn(
            key="status",
            title="Status",
            width=16,
            value=lambda one, row: one.label("action_status", row.status),
        ),
        TableColumn(
            key="done_on",
            title="Done on",
            width=19,
            value=lambda one, row: _typed_day(one, row.done_on),
        ),
        TableColumn(
            key="days_late",
            title="Days late",
            width=10,
            value=lambda one, row: days_late(row, one.today) or None,
        ),
    ),
)


def _itself(family: FamilyRead) -> Iterator[FamilyRead]:
    return iter((family,))


def _is_open(family: FamilyRead) -> list[Action]:
    open_ones = [row for row in family.actions if row.status not in NO_LONGER_OPEN]
    return [row for row in open_ones if row.audience.admits(family.reader)]


def _next_meeting(family: FamilyRead, _row: object) -> Cell:
    """The first meeting that is planned and not finished; else the day that was agreed last."""
    planned = [row.held_on for row in family.meetings if not row.finished_at and row.held_on]
    agreed = [row.next_on for row in family.meetings[-1:]]
    return _to_come(family, next(iter([*planned, *agreed]), None))


def _address(family: FamilyRead, _row: object) -> Cell:
    return family.fact(ADDRESS, family.family.address)


def _postcode(family: FamilyRead, _row: object) -> Cell:
    return family.fact(ADDRESS, family.family.postcode)


_FAMILIES: TableKind[FamilyRead] = TableKind(
    title="Families",
    about="One row for each family: the children, who leads, what comes next, what is late.",
    rows=_itself,
    columns=(
        *_family_columns(),
        TableColumn(
            key="children",
            title="Children",
            width=30,
            value=lambda one, _: children_words(list(one.family_people), one.today),
        ),
        TableColumn(
            key="lead",
            title="Lead professional",
            width=22,
            value=lambda one, _: one.name(one.family.lead_id),
        ),
        TableColumn(
            key="added_on",
            title="Here since",
            width=19,
            value=lambda one, _: _day(one.family.added_on),
        ),
        TableColumn(
            key="meetings",
            title="Meetings held",
            width=10,
            value=lambda one, _: sum(bool(row.finished_at) for row in one.meetings),
        ),
        TableColumn(key="next_meeting", title="Next meeting", width=19, value=_next_meeting),
        TableColumn(
            key="still_to_do",
            title="Actions to do",
            width=10,
            value=lambda one, _: len(_is_open(one)),
        ),
        TableColumn(
            key="late",
            title="Actions late",
            width=10,
            value=lambda one, _: sum(days_late(row, one.today) > 0 for row in _is_open(one)),
        ),
        TableColumn(key="address", title="Address", width=36, value=_address, is_usual=False),
        TableColumn(key="postcode", title="Postcode", width=12, value=_postcode, is_usual=False),
    ),
)


def _meetings(family: FamilyRead) -> Iterator[Meeting]:
    return iter(family.meetings)


def _was_there(family: FamilyRead, row: Meeting) -> Cell:
    came = [one for one in family.attendance if one.meeting_id == row.id and one.state in CAME]
    return ", ".join(family.name(one.person_id) for one in came if family.admits(one.audience))


_MEETINGS: TableKind[Meeting] = TableKind(
    title="Meetings",
    about="One row for each meeting: which, when, who was there, and when the next one is.",
    rows=_meetings,
    columns=(
        *_family_columns(),
        TableColumn(key="number", title="Number", width=9, value=lambda _, row: row.number),
        TableColumn(
            key="kind",
            title="Meeting",
            width=18,
            value=lambda one, row: one.label("meeting_kind", row.kind),
        ),
        TableColumn(
            key="held_on",
            title="Day",
            width=19,
            value=lambda one, row: _when(one, row, row.held_on),
        ),
        TableColumn(
            key="starts_at",
            title="Begins at",
            width=11,
            value=lambda one, row: _when(one, row, row.starts_at),
        ),
        TableColumn(key="was_there", title="Who was there", width=40, value=_was_there),
        TableColumn(
            key="finished",
            title="Plan finished",
            width=14,
            value=lambda _, row: "yes" if row.finished_at else "not yet",
        ),
        TableColumn(
            key="next_on",
            title="Next meeting",
            width=19,
            value=lambda one, row: _to_come(one, row.next_on),
        ),
        TableColumn(
            key="next_at",
            title="Next begins at",
            width=15,
            value=lambda one, row: _to_come(one, row.next_at),
        ),
        TableColumn(
            key="place",
            title="Where",
            width=30,
            value=lambda one, row: one.fact(VENUE, row.place),
            is_usual=False,
        ),
        TableColumn(
            key="next_place",
            title="Where next",
            width=30,
            value=lambda one, row: one.fact(VENUE, row.next_place),
            is_usual=False,
        ),
    ),
)

TABLES: Mapping[str, TableKind[Action] | TableKind[FamilyRead] | TableKind[Meeting]] = (
    MappingProxyType(
        {"table_actions": _ACTIONS, "table_families": _FAMILIES, "table_meetings": _MEETINGS}
    )
)
