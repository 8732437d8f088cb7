"""A log that can hold nothing a family said: event names, numbers, and where a fault was met."""

import json
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

_LARGEST = 512 * 1024
_NAMES = frozenset({"count", "milliseconds", "version", "record", "fault", "at", "platform"})


class EventLog:
    """Writes one JSON line for each event, by allow-list."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self._path = path
        self._clock = clock
        self._lock = threading.Lock()

    def event(self, name: str, **numbers: int | str) -> None:
        """Write an event; a KeyError for anything that is not on the list."""
        if unknown := numbers.keys() - _NAMES:
            raise KeyError(f"not on the list of what may be logged: {sorted(unknown)}")
        line = json.dumps(
            {"when": self._clock().isoformat(timespec="seconds"), "event": name} | numbers
        )
        with self._lock:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            if self._path.exists() and self._path.stat().st_size > _LARGEST:
                self._path.replace(self._path.with_suffix(".old"))
            with self._path.open("a", encoding="utf-8") as file:
                file.write(line + "\n")

    def fault(self, error: BaseException) -> None:
        """Write that something went wrong: its type and place, never its words."""
        frames = traceback.extract_tb(error.__traceback__)
        place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
        self.event("fault", fault=type(error).__name__, at=place)


def catch_faults(log: EventLog, tell: Callable[[], None]) -> None:
    """Send every fault that nobody caught to the log, then tell the person without its words."""

    def caught(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        # A full disk must not keep the person from hearing that something went wrong.
        with suppress(OSError):
            log.fault(error)
        tell()

    def caught_in_thread(told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            log.fault(told.exc_value)

    sys.excepthook = caught
    threading.excepthook = caught_in_thread
