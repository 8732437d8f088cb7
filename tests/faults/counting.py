"""What was provoked, how often it was met, and what it cost: the rows of one table."""

import os
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

SIZE = os.environ.get("FAULTS", "short")
"""How much is provoked: "short" at every test, "full" by `make faults`, "release" before one."""

_LEAST = 10

COUNTS: "list[Count]" = []
"""What the tests of this run have counted."""


def often(times: int) -> int:
    """How often to provoke a fault that is provoked `times` times in a full run."""
    if SIZE == "release":
        return times * 10
    return times if SIZE == "full" else min(times, max(_LEAST, times // 50))


PARTS = 1 if SIZE == "short" else 4
"""Into how many tests a long campaign is divided, so that no processor stands idle at the end."""

in_parts = pytest.mark.parametrize("part", range(PARTS))
"""Divides a test, which takes every so many-th fault of its campaign."""


@dataclass(kw_only=True)
class Count:
    """One kind of fault: tried, met, words lost that were said to be saved, damage not noticed."""

    what: str
    tried: int = 0
    met: int = 0
    lost: int = 0
    undetected: int = 0

    @property
    def costs(self) -> tuple[int, int]:
        """What must both be 0."""
        return self.lost, self.undetected

    def add(self, other: "Count") -> None:
        """Count what another part of the run has counted of the same kind."""
        self.tried += other.tried
        self.met += other.met
        self.lost += other.lost
        self.undetected += other.undetected


def count(what: str) -> Count:
    """A new row of the table."""
    row = Count(what=what)
    COUNTS.append(row)
    return row


def together(rows: Sequence[Count]) -> list[Count]:
    """One row for each kind, however many tests have counted it."""
    found: dict[str, Count] = {}
    for row in rows:
        found.setdefault(row.what, Count(what=row.what)).add(row)
    return list(found.values())


def table(rows: Sequence[Count]) -> list[str]:
    """The rows below their headings, in columns."""
    wide = max((len(row.what) for row in rows), default=0)
    heads = ("tried", "met the fault", "lost", "undetected")
    lines = [" | ".join((f"{'what':{wide}}", *heads))]
    for row in rows:
        numbers = zip((row.tried, row.met, row.lost, row.undetected), heads, strict=True)
        cells = (f"{number:>{len(head)}}" for number, head in numbers)
        lines.append(" | ".join((f"{row.what:{wide}}", *cells)))
    return lines
