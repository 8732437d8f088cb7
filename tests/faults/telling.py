"""Shows at the end of a run what was provoked and what it cost, whichever process counted it."""

from dataclasses import asdict
from typing import Any

import pytest

from tests.faults.counting import COUNTS, SIZE, Count, table, together


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand the rows to the process that tells them; end with 1 where any fault cost anything."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["faults"] = [asdict(row) for row in COUNTS]
    elif session.exitstatus == pytest.ExitCode.OK and any(any(row.costs) for row in COUNTS):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:  # a worker of pytest-xdist
    """Take the rows of a worker that has ended."""
    told = getattr(node, "workeroutput", {}).get("faults", [])
    COUNTS.extend(Count(**row) for row in told)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write the table below the results."""
    if COUNTS:
        terminalreporter.section(f"faults: {SIZE}")
        for line in table(together(COUNTS)):
            terminalreporter.write_line(line)
