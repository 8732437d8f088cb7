"""The benchmarks run: one cheap case, once; how long it takes is nobody's concern here."""

import json
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.__main__ import run
from benchmarks.files import file_cases
from benchmarks.measuring import Case, NotMeasured, measure, table, timed, write_json
from benchmarks.meeting import meeting_cases
from benchmarks.papers import paper_cases
from benchmarks.records import opened, start_records


def test_a_case_is_measured_beside_its_floor_and_told(tmp_path: Path) -> None:
    done: list[str] = []
    case = Case(
        name="A letter",
        act=timed(lambda: done.append("own")),
        floor_name="a bare box",
        floor=timed(lambda: done.append("floor")),
    )
    result = measure(case, repetitions=2)
    warm, first, second = done[:2], done[2:4], done[4:]
    assert warm == first == ["floor", "own"]
    assert second == ["own", "floor"], "one of the two always finds the machine warm"
    assert result.ratio > 0
    assert "| A letter " in table([result])
    write_json([result], tmp_path / "bench.json")
    (kept,) = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))["results"]
    assert kept["name"] == "A letter"


def test_what_could_not_be_measured_is_told_with_the_reason(tmp_path: Path) -> None:
    missing = NotMeasured(name="A plan", why="no office was there")
    results, not_measured = run([missing], "plan", None)
    assert (results, not_measured) == ([], [missing])
    write_json(results, tmp_path / "bench.json", not_measured)
    told = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))
    assert told["not_measured"] == [{"name": "A plan", "why": "no office was there"}]


def test_what_is_asked_for_alone_is_measured() -> None:
    command = [sys.executable, "-m", "benchmarks", "--help"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "--only" in told


def test_a_letter_in_a_meeting_and_unlocking_can_be_measured(
    qapp: QApplication, tmp_path: Path
) -> None:
    start_records(tmp_path)
    with opened(qapp, tmp_path) as program:
        cases = meeting_cases(program, tmp_path)
        letter = measure(next(cases), repetitions=1)
        cases.close()
    unlocking = measure(next(file_cases(tmp_path)), repetitions=1)
    assert min(letter.median_ms, unlocking.median_ms) > 0


def test_every_paper_can_be_measured_beside_its_bare_words(
    qapp: QApplication, tmp_path: Path
) -> None:
    start_records(tmp_path)
    with opened(qapp, tmp_path) as program:
        assert program.workspace is not None
        for case in paper_cases(program.workspace, tmp_path):
            if isinstance(case, Case) and "ReportLab" in case.floor_name:
                assert measure(case, repetitions=1).median_ms > 0
