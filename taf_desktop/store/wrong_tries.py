"""How long to wait after wrong passphrases, counted in a small file that holds no secret.

It slows whoever sits at this laptop; whoever has a copy of the file is slowed by Argon2id alone.
"""

import json
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from taf_desktop.errors import WrongPassphraseError
from taf_desktop.store.atomic import write_atomically

TRIES = "tries.json"
_WAITS = (0, 0, 0, 5, 15, 30, 60, 120, 300)
_MOST = 1_000_000
_LARGEST_FILE = 1024


@dataclass(frozen=True, kw_only=True)
class _Counted:
    """How many wrong tries in a row, and when the last one was."""

    count: int
    last: datetime

    @property
    def wait(self) -> int:
        """How many seconds have to pass after the last one."""
        return _WAITS[min(self.count, len(_WAITS) - 1)]


class WrongTries:
    """Counts a try before it is made, so that ending the program in the middle gains nothing."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self._path, self._clock = path, clock
        # Where the folder cannot be written, at least this run of the program counts.
        self._here: _Counted | None = None

    def move(self, path: Path) -> None:
        """Count in another file from now on."""
        self._path = path

    def seconds_left(self) -> int:
        """How many seconds are left to wait; 0 when the next try may be made."""
        counted = self._counted()
        if counted is None:
            return 0
        if counted.last > self._clock():
            # The clock was moved back: the wait begins again, and is no longer than it was.
            counted = self._note(counted.count)
        end = counted.last + timedelta(seconds=counted.wait)
        return max(0, math.ceil((end - self._clock()).total_seconds()))

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Make one try: refused while there is a wait, forgotten with all others when it is right.

        The body raises when the passphrase is wrong.
        """
        if (seconds := self.seconds_left()) > 0:
            raise WrongPassphraseError(
                f"Wait {in_seconds(seconds)}, then try again.",
                "The passphrase was wrong several times. Nothing is lost, and nothing is ever "
                "wiped; the wait only slows down somebody who guesses.",
            )
        before = self._counted()
        self._note(1 if before is None else min(before.count + 1, _MOST))
        yield
        self.forget()

    def forget(self) -> None:
        """Begin again at nothing."""
        self._here = None
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _note(self, count: int) -> _Counted:
        counted = _Counted(count=count, last=self._clock())
        self._here = counted
        stored = {"v": 1, "count": count, "last": counted.last.isoformat()}
        with suppress(OSError):
            write_atomically(self._path, json.dumps(stored).encode())
        return counted

    def _counted(self) -> _Counted | None:
        known = [one for one in (self._here, _read(self._path)) if one is not None]
        return max(known, key=lambda one: one.count, default=None)


def in_seconds(count: int) -> str:
    """A number of seconds in words."""
    return "1 second" if count == 1 else f"{count} seconds"


def _read(path: Path) -> _Counted | None:
    """What the file says; a file that is missing or spoilt says nothing."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            return None
        stored: Any = json.loads(path.read_bytes())
        count, last = stored["count"], datetime.fromisoformat(stored["last"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if type(count) is not int or not 0 < count <= _MOST or last.tzinfo is None:
        return None
    return _Counted(count=count, last=last)
