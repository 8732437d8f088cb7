"""The kinds of field: how each is checked, printed, and read from and written as text."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Protocol

from taf_desktop.packs.clocks import moment_from, moment_words, parse_moment
from taf_desktop.packs.dates import date_words, parse_partial
from taf_desktop.packs.numbers import problem_with_nhs_number, problem_with_upn
from taf_desktop.packs.pack import CodeList, Field
from taf_desktop.packs.times import minutes_said, time_said

Answer = Any
"""A JSON-native value; None where nothing was answered."""

_WHOLE = re.compile(r"[+-]?[0-9]{1,15}")
_POINT = re.compile(r"[+-]?[0-9]{0,15}\.[0-9]{1,15}")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")

YES_NO_WORDS = {"yes": "Yes", "no": "No", "not_known": "Not known"}


@dataclass(frozen=True, kw_only=True)
class Wording:
    """Where printers find the words for codes and for people."""

    lists: Mapping[str, CodeList] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


class Kind(Protocol):
    """How one kind of field behaves; nothing that was typed is ever lost by it."""

    def check(self, field: Field, value: Answer) -> str | None:
        """What is not right with an answer, in a plain sentence."""

    def words(self, field: Field, value: Answer, wording: Wording) -> str:
        """The answer as it is printed."""

    def parse(self, field: Field, text: str) -> Answer:
        """The answer for a typed text."""

    def text(self, field: Field, value: Answer) -> str:
        """The answer as a text that can be edited."""


def _problem_with_time(typed: str) -> str | None:
    """Say that words are no time, or that they may be the morning as well as the evening."""
    if time_said(typed) is not None:
        return None
    return "Which time is that? For example: 15:30, half three or 7pm."


_CHECKS: Mapping[str, Callable[[str], str | None]] = {
    "upn": problem_with_upn,
    "nhs_number": problem_with_nhs_number,
    "time": _problem_with_time,
}


class TextKind:
    """Words, kept as they are typed."""

    def check(self, field: Field, value: Answer) -> str | None:
        """Only what has an extra check can be mistyped, and that is a warning."""
        problem_with = _CHECKS.get(field.check)
        return problem_with(value) if value and problem_with else None

    def words(self, field: Field, value: Answer, wording: Wording) -> str:
        """The words themselves."""
        return value or ""

    def parse(self, field: Field, text: str) -> Answer:
        """The words themselves, or nothing; a time as it is said becomes one in digits."""
        return (time_said(text) if field.check == "time" else None) or text or None

    def text(self, field: Field, value: Answer) -> str:
        """The words themselves."""
        return value or ""


class DateKind(TextKind):
    """A day, a month, a year, or about a year."""

    def check(self, field: Field, value: Answer) -> str | None:
        """Say that something is no date; it stays in its box."""
        if not value or parse_partial(value) is not None:
            return None
        return "This is not a date. For example: 14 5 2026, May 2026 or about 2019."

    def words(self, field: Field, value: Answer, wording: Wording) -> str:
        """Such as 14 May 2026, or what was typed."""
        return date_words(value)

    def parse(self, field: Field, text: str) -> Answer:
        """The stored form of a date; what is none is kept as typed."""
        found = parse_partial(text)
        return found.as_text() if found else text or None


class MomentKind(TextKind):
    """A day and a time."""

    def check(self, field: Field, value: Answer) -> str | None:
        """Say that something is no day and time; it stays in its boxes."""
        if not value or moment_from(value) is not None:
            return None
        return "This is not a day and a time. For example: 5 1 2026, 08:40."

    def words(self, field: Field, value: Answer, wording: Wording) -> str:
        """Such as 08:40 on 5 January 2026, or what was typed."""
        return moment_words(value)

    def parse(self, field: Field, text: str) -> Answer:
        """The stored form of a day and a time; what is none is kept as typed."""
        return parse_moment(text) or text or None


class NumberKind:
    """A number; what is none is kept as typed."""

    def check(self, field: Field, value: Answer) -> str | None:
        """Say that something is no number."""
        if not isinstance(value, str):
            return None
        if field.check == "minutes":
            return "How many minutes is that? For example: 50, or an hour."
        return "This is not a number. For example: 8."

    def words(self, field: Field, value: Answer, wording: Wording) -> str:
        """The number in digits."""
        return self.text(field, value)

    def parse(self, field: Field, text: str) -> Answer:
        """A whole number or one with a point; commas may stand between thousands.

        Where minutes are asked for, "an hour" is 60.
        """
        if field.check == "minutes" and (minutes := minutes_said(text)) is not None:
            return minutes
        plain = (
            text.strip().replace(",", "") if _THOUSANDS.fullmatch(text.strip()) else text.strip()
        )
        if _WHOLE.fullmatch(plain):
            return int(plain)
        return float(plain) if _POINT.fullmatch(plain) else text or None

    def text(self, field: Field, value: Answer) -> str:
        """The number in digits, or what was typed."""
        if isinstance(value, float):
            return format(Decimal(repr(value)), "f")
        return "" if value is None else str(value)


class YesNoKind(TextKind):
    """Yes, no, or not known."""

    def words(self, field: Field, value: Answer, wording: Wording) -> str:
        """The words Yes, No or Not known."""
        return YES_NO_WORDS.get(value or "", value or "")

    def check(self, field: Field, value: Answer) -> str | None:
        """Say that something is none of the three."""
        return None if not value or value in YES_NO_WORDS else "This is not yes, no or not known."

    def parse(self, field: Field, text: str) -> Answer:
        """The code of a typed answer; what is none of the three is kept as typed."""
        plain = "_".join(text.lower().split())
        return plain if plain in YES_NO_WORDS else text or None


class ChoiceKind(TextKind):
    """One code of a list."""

    def words(self, field: Field, value: Answer, wording: Wording) -> str:
        """The words of the code."""
        known = wording.lists.get(field.list)
        return known.label(value) if known else value or ""


class PersonKind(TextKind):
    """One person around the family, by id."""

    def words(self, field: Field, value: Answer, wording: Wording) -> str:
        """The person's name."""
        return wording.names.get(value or "", "")


class SeveralKind:
    """Several codes or several people."""

    def __init__(self, one: Kind) -> None:
        self._one = one

    def check(self, field: Field, value: Answer) -> str | None:
        """Any choice is right."""
        return None

    def words(self, field: Field, value: Answer, wording: Wording) -> str:
        """The words of each, with commas."""
        each = (self._one.words(field, one, wording) for one in value or ())
        return ", ".join(words for words in each if words)

    def parse(self, field: Field, text: str) -> Answer:
        """Codes or ids with commas between them."""
        return [one for part in text.split(",") if (one := part.strip())] or None

    def text(self, field: Field, value: Answer) -> str:
        """Codes or ids with commas between them."""
        return ", ".join(value or ())


class RowsKind:
    """Rows with a few fields each; a row is known by its id."""

    def check(self, field: Field, value: Answer) -> str | None:
        """The first problem of any row, with the row's number."""
        if isinstance(value, str):
            return "These rows could not be read; they are kept as they came."
        for number, row in enumerate(value or (), start=1):
            for column in field.fields:
                problem = KINDS[column.kind].check(column, row.get(column.key))
                if problem:
                    return f"Row {number}, {column.label}: {problem}"
        return None

    def words(self, field: Field, value: Answer, wording: Wording) -> str:
        """A line for each row."""
        if isinstance(value, str):
            return value
        return "\n".join(self._row_words(field.fields, row, wording) for row in value or ())

    def _row_words(self, fields: Sequence[Field], row: Mapping[str, Any], wording: Wording) -> str:
        each = (KINDS[one.kind].words(one, row.get(one.key), wording) for one in fields)
        return ", ".join(words for words in each if words)

    def parse(self, field: Field, text: str) -> Answer:
        """Rows from JSON, as `text` writes them; anything else is kept as it came."""
        try:
            rows = json.loads(text)
        except (ValueError, RecursionError):
            return text or None
        is_rows = isinstance(rows, list) and all(isinstance(row, dict) for row in rows)
        return rows or None if is_rows else text

    def text(self, field: Field, value: Answer) -> str:
        """Rows as JSON: people edit them cell by cell, files carry them like this."""
        if isinstance(value, str):
            return value
        return json.dumps(value, ensure_ascii=False) if value else ""


TEXT_KINDS = frozenset({"short_text", "long_text"})
"""The kinds in which people write words of their own."""

KINDS: dict[str, Kind] = {
    "short_text": TextKind(),
    "long_text": TextKind(),
    "date": DateKind(),
    "moment": MomentKind(),
    "number": NumberKind(),
    "yes_no": YesNoKind(),
    "choice": ChoiceKind(),
    "choices": SeveralKind(ChoiceKind()),
    "person": PersonKind(),
    "people": SeveralKind(PersonKind()),
    "rows": RowsKind(),
}
"""Every kind of field that a pack can use."""


def problem(field: Field, value: Answer) -> str | None:
    """What is not right with an answer, in a plain sentence."""
    return KINDS[field.kind].check(field, value)
