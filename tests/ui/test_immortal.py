"""The program lives on after more calls of Qt than a constant of Python has references."""

import subprocess
import sys
from pathlib import Path

MANY_CALLS = """
import taf_desktop.ui
from PySide6.QtCore import QObject, Signal

class Sender(QObject):
    sent = Signal(bool)

sender = Sender()
sender.sent.connect(lambda sent: None)
for _ in range(50_000):
    sender.sent.emit(True)
    sender.sent.emit(False)
    sender.setObjectName("")
print("alive")
"""


def test_a_hundred_thousand_signals_do_not_end_the_program() -> None:
    run = subprocess.run(
        [sys.executable, "-c", MANY_CALLS],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "alive\n", "")
