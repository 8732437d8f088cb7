"""A clock that never goes back, even when the laptop's does: wall time, then a counter."""

from collections.abc import Callable
from datetime import datetime

_START = "0000000000000-0000"


class HybridClock:
    """Gives sortable stamps: 13 digits of milliseconds and 4 of a counter, in hexadecimal."""

    def __init__(self, clock: Callable[[], datetime], last: str | None = None) -> None:
        self._clock = clock
        self._last = last or _START

    def tick(self) -> str:
        """The next stamp, later than every stamp before it."""
        milliseconds = max(0, int(self._clock().timestamp() * 1000))
        then, counter = (int(part, 16) for part in self._last.split("-"))
        if milliseconds > then:
            then, counter = milliseconds, 0
        elif counter < 0xFFFF:
            counter += 1
        else:
            then, counter = then + 1, 0
        self._last = f"{then:013x}-{counter:04x}"
        return self._last
