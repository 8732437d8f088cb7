"""Measures everything; prints a table and writes build/bench.json."""

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.files import file_cases
from benchmarks.measuring import Case, NotMeasured, Result, measure, table, write_json
from benchmarks.meeting import meeting_cases
from benchmarks.pages import page_cases
from benchmarks.papers import paper_cases
from benchmarks.records import opened, start_records
from tests.journeys.offscreen import start_offscreen

BUILD = Path(__file__).parents[1] / "build"


def cases(folder: Path) -> Iterator[Case | NotMeasured]:
    """Every case, each to be measured before the next is asked for."""
    start_records(folder)
    with opened(start_offscreen(), folder) as program:
        yield from meeting_cases(program, folder)
        workspace = program.workspace
        assert workspace is not None  # noqa: S101  # opened above
        yield from paper_cases(workspace, folder)
        yield from page_cases(program)
    yield from file_cases(folder)


def run(
    wanted: Iterable[Case | NotMeasured], only: str, repetitions: int | None
) -> tuple[list[Result], list[NotMeasured]]:
    """Measure the cases whose name holds some words, and say each as it is done."""
    results, not_measured = [], []
    for case in wanted:
        if only.casefold() not in case.name.casefold():
            continue
        if isinstance(case, NotMeasured):
            not_measured.append(case)
        else:
            results.append(measure(case, repetitions))
            print(".", end="", file=sys.stderr, flush=True)
    return results, not_measured


def main() -> None:
    """What is typed decides what is measured."""
    ask = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    ask.add_argument("--only", default="", help="measure only what has these words in its name")
    ask.add_argument("--repetitions", type=int, help="how often each is done")
    told = ask.parse_args()
    # Beside the program and not in the system's own place, which may be memory and no disk.
    BUILD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD, prefix="bench-") as folder:
        results, not_measured = run(cases(Path(folder)), told.only, told.repetitions)
    print("\n" + table(results))
    for one in not_measured:
        print(f"not measured: {one.name}: {one.why}")
    write_json(results, BUILD / "bench.json", not_measured)


if __name__ == "__main__":
    main()
