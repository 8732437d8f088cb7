"""Processes that are split off one after another, do something, and are killed."""

import ctypes
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType


def tell(words: str) -> None:
    """Write a line that has left this process when the call returns."""
    os.write(sys.stdout.fileno(), f"{words}\n".encode())


_PR_SET_PDEATHSIG = 1
_TO_BE_EXACT = 0.004
"""Seconds before a moment in which it is waited for without sleeping."""


def die_with_parent() -> None:
    """Let the system end this process when the one that started it has gone, where it knows how."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def split_off(work: Callable[[list[str]], object]) -> None:
    """In the child: for each line that comes in, a process that works on it until killed.

    The work tells "begun" with its process id; when the process is gone, a line tells how.
    """
    die_with_parent()
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            die_with_parent()
            work(line.split())
            os._exit(0)
        _pid, status = os.waitpid(pid, 0)
        tell(f"gone {os.waitstatus_to_exitcode(status)}")


def tell_begun() -> None:
    """Say that from now on this process may be killed."""
    tell(f"begun {os.getpid()}")


class Victims:
    """In the test: starts what is to be killed, and kills it."""

    def __init__(self, child: subprocess.Popen[str], seed: str) -> None:
        self._child = child
        self._chance = random.Random(seed)

    def begin(self, *words: str) -> tuple[int, int]:
        """Let a process work; the ids of the one that starts the others, and of this one."""
        assert self._child.stdin is not None
        print(*words, file=self._child.stdin, flush=True)
        return self._child.pid, int(self._line().removeprefix("begun "))

    def kill(
        self,
        *words: str,
        within: float = 0,
        at_least: float = 0,
        after: Callable[[], bool] | None = None,
        after_told: str = "",
    ) -> list[str]:
        """Let a process work, and kill it at a random moment; the lines that it told.

        With `after_told`, the moment is counted from when it has told a line that begins so. With
        `after`, it comes at most 3 milliseconds after that has become so; when a busy
        computer lets it pass by unseen, it comes some seconds later.
        """
        _starter, pid = self.begin(*words)
        first = self._until(after_told) if after_told else []
        # Whoever types for long needs the processor more than whoever waits.
        time.sleep(at_least)
        self._wait(self._chance.uniform(0, within))
        if after is not None:
            _wait_until(after)
            self._wait(self._chance.uniform(0, 0.003))
        os.kill(pid, signal.SIGKILL)
        lines, ended = self._rest()
        assert ended == -signal.SIGKILL, "it ended before it was killed"
        return first + lines

    def let_die(self, *words: str) -> bool:
        """Let a process work that kills itself; False when it came to its end before."""
        self.begin(*words)
        _lines, ended = self._rest()
        assert ended in (0, -signal.SIGKILL)
        return ended != 0

    def _until(self, told: str) -> list[str]:
        """What a process tells up to the first line that begins so."""
        lines = [self._line()]
        while not lines[-1].startswith(told):
            lines.append(self._line())
        return lines

    def _rest(self) -> tuple[list[str], int]:
        """What a process tells until it is gone, and how it went."""
        lines: list[str] = []
        while not (line := self._line()).startswith("gone "):
            lines.append(line)
        return lines, int(line.removeprefix("gone "))

    def _line(self) -> str:
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        assert line, "the process that starts the others is gone"
        return line.rstrip("\n")

    def _wait(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        # Whoever is to be killed needs the computer more than the one who waits.
        time.sleep(max(0.0, seconds - _TO_BE_EXACT))
        _wait_until(lambda: time.monotonic() >= end)


def _wait_until(it_is_so: Callable[[], bool]) -> None:
    # Sleeping would be too coarse for moments within a write.
    end = time.monotonic() + 5
    while not it_is_so() and time.monotonic() < end:
        os.sched_yield()


@contextmanager
def victims(
    module: str, folder: Path, environment: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Victims]:
    """Processes of a child module that works in a folder."""
    with subprocess.Popen(
        [sys.executable, "-m", module, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | environment,
        cwd=Path(__file__).parents[2],
    ) as child:
        yield Victims(child, str(folder))
