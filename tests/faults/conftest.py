"""Shows at the end what was provoked and what it cost."""

import pytest

from tests.faults.counting import COUNTS, table


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write the table below the results."""
    if COUNTS:
        terminalreporter.section("faults")
        for line in table(COUNTS):
            terminalreporter.write_line(line)
