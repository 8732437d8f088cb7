"""What was provoked, how often it was met, and what it cost: the rows of one table."""

import os
from collections.abc import Sequence
from dataclasses import dataclass

FULL = os.environ.get("FAULTS") == "full"
"""Whether the whole number is wanted; the tests of every day take a tenth of it."""

COUNTS: "list[Count]" = []
"""What the tests of this run have counted."""


def often(times: int) -> int:
    """How often to provoke a fault that is provoked `times` times in a full run."""
    return times if FULL else max(1, times // 10)


@dataclass(kw_only=True)
class Count:
    """One kind of fault: tried, met, words lost that were said to be saved, damage not noticed."""

    what: str
    tried: int = 0
    met: int = 0
    lost: int = 0
    undetected: int = 0


def count(what: str) -> Count:
    """A new row of the table."""
    row = Count(what=what)
    COUNTS.append(row)
    return row


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
