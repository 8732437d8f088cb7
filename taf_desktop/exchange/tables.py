"""A table on its way to somebody's spreadsheet: its columns, and rows of text, numbers and days."""

from dataclasses import dataclass
from datetime import date

Cell = str | int | date | None
"""What stands in one place: text, a whole number, a day, or nothing."""


@dataclass(frozen=True, kw_only=True)
class Head:
    """The words over a column, and how many letters wide it is."""

    title: str
    width: int


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows below their heads; the title names the sheet, never anybody."""

    title: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]
