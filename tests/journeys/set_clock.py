"""The clock of a child process, set by a test: it waits as any clock, or goes on by itself."""

import shutil
import struct
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest

_SOURCE = Path(__file__).with_name("clock.c")
_NUMBERS = struct.Struct("=qq")
_SECOND = 1_000_000_000
FILE, WAITS = "CLOCK_FILE", "CLOCK_WAITS"

needs_the_clock = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("cc") is None,
    reason="a clock of its own needs Linux and a C compiler",
)


class SetClock:
    """Tells the time of the children that are started with its environment, and puts it on."""

    def __init__(self, folder: Path, start: datetime, *, waits: bool) -> None:
        self._library, self._file, self.waits = folder / "clock.so", folder / "clock", waits
        command = ["cc", "-O1", "-shared", "-fPIC", "-o", str(self._library), str(_SOURCE)]
        subprocess.run(command, check=True, timeout=60)
        ahead = int((start.timestamp() - time.time()) * _SECOND)
        self._file.write_bytes(_NUMBERS.pack(ahead, 0))

    @property
    def environment(self) -> dict[str, str]:
        """What a child is started with whose clock this is."""
        told = {
            "LD_PRELOAD": str(self._library),
            FILE: str(self._file),
            # Only this loop of Qt can be seen to wait.
            "QT_NO_GLIB": "1",
            "TZ": "Europe/London",
        }
        return told | ({WAITS: "1"} if self.waits else {})

    def put_on(self, seconds: float) -> None:
        """Let time pass while no child runs."""
        ahead, gone = _NUMBERS.unpack(self._file.read_bytes())
        self._file.write_bytes(_NUMBERS.pack(ahead + int(seconds * _SECOND), gone))
