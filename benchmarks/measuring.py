"""Measuring one thing beside its floor, in turn, so that a slow moment strikes both."""

import json
import os
import platform
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from statistics import median

Timed = Callable[[], float]
"""Does something once and tells the seconds of the part that counts."""

HEAD = ("what", "median ms", "worst ms", "floor", "median ms", "worst ms", "times the floor")
_WORDS = (0, 3)
"""The columns of the table that hold words."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """One thing that a person waits for, and the least that it could take."""

    name: str
    act: Timed
    floor_name: str
    floor: Timed
    repetitions: int = 20


@dataclass(frozen=True, kw_only=True)
class NotMeasured:
    """Something that could not be measured here, and why."""

    name: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Result:
    """What came out, in milliseconds."""

    name: str
    floor_name: str
    repetitions: int
    median_ms: float
    worst_ms: float
    floor_median_ms: float
    floor_worst_ms: float
    ratio: float

    def cells(self) -> tuple[str, ...]:
        """One row of the table."""
        own = (_rounded(self.median_ms), _rounded(self.worst_ms))
        floor = (_rounded(self.floor_median_ms), _rounded(self.floor_worst_ms))
        return (self.name, *own, self.floor_name, *floor, self._times())

    def _times(self) -> str:
        return f"{self.ratio:.1f}" if self.ratio < 10 else f"{self.ratio:.0f}"


def timed(act: Callable[[], object]) -> Timed:
    """All of something counts."""

    def once() -> float:
        start = time.perf_counter()
        act()
        return time.perf_counter() - start

    return once


def measure(case: Case, repetitions: int | None = None) -> Result:
    """Once to warm up, then pairs of the floor and the thing itself, either first by turns."""
    times = repetitions or case.repetitions
    case.floor(), case.act()
    pairs = [_pair(case, floor_first=at % 2 == 0) for at in range(times)]
    floor, own = ([seconds * 1000 for seconds in one] for one in zip(*pairs, strict=True))
    return Result(
        name=case.name,
        floor_name=case.floor_name,
        repetitions=times,
        median_ms=median(own),
        worst_ms=max(own),
        floor_median_ms=median(floor),
        floor_worst_ms=max(floor),
        ratio=median(own) / median(floor),
    )


def _pair(case: Case, *, floor_first: bool) -> tuple[float, float]:
    """What comes second finds the machine warm, so that neither may always be it."""
    if floor_first:
        return case.floor(), case.act()
    own = case.act()
    return case.floor(), own


def table(results: Sequence[Result]) -> str:
    """The results as a table that reads well in a terminal and in Markdown."""
    rows = [HEAD, *(one.cells() for one in results)]
    wide = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [" | ".join(_padded(row, wide)) for row in rows]
    lines.insert(1, "-|-".join("-" * width for width in wide))
    return "\n".join(f"| {line} |" if "-|-" not in line else f"|-{line}-|" for line in lines)


def write_json(
    results: Sequence[Result], path: Path, not_measured: Sequence[NotMeasured] = ()
) -> None:
    """The results for a program to read, with where they come from."""
    path.parent.mkdir(parents=True, exist_ok=True)
    told = {
        "measured_on": date.today().isoformat(),
        "python": platform.python_version(),
        "system": f"{sys.platform} {platform.machine()}",
        "processors": os.cpu_count(),
        "results": [asdict(one) for one in results],
        "not_measured": [asdict(one) for one in not_measured],
    }
    path.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def _padded(row: Sequence[str], wide: Sequence[int]) -> list[str]:
    is_number = [place not in _WORDS for place in range(len(row))]
    return [
        cell.rjust(width) if right else cell.ljust(width)
        for cell, width, right in zip(row, wide, is_number, strict=True)
    ]


def _rounded(milliseconds: float) -> str:
    return f"{milliseconds:.2f}" if milliseconds < 10 else f"{milliseconds:.0f}"
