"""The first Marlow meeting, typed at speaking speed into the real program, with the power cut.

`python -m tests.journeys.typed_meeting --real-time` takes the 55 minutes that the meeting takes.
Without it the clock goes on whenever the program only waits: the same keys, timers and kills.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Timer
from typing import Any

from taf_desktop.app import places_for
from taf_desktop.paths import resource
from taf_desktop.services.practice import PracticeFamily
from taf_desktop.services.vault import Vault
from taf_desktop.store.key_slots import LEAST_WORK
from tests.conftest import OWNER, PASSPHRASE
from tests.journeys import typed_child
from tests.journeys.marlow_meetings import FIRST_MEETING, HALF, TO_TAKE_HOME, open_again
from tests.journeys.set_clock import SetClock
from tests.journeys.typed_child import DONE, IN_THE_AIR, PAPERS, READY, SAVED
from tests.journeys.typed_record import all_was_kept
from tests.store.soundness import complaints_about

START = datetime.fromisoformat("2026-01-29T15:24:00+00:00")
DARK = 40
"""Seconds until the power is back."""

LONGEST = 240
"""Seconds after which a meeting that does not wait has hung."""

_NAMES = [scene.__name__ for scene in FIRST_MEETING]
_LOCKS, _CUT = "lock_amid_the_numbers", "begin_the_fourth"
BEFORE_THE_CUT = _NAMES[: _NAMES.index(_CUT) + 1]
AFTER_THE_CUT = _NAMES[_NAMES.index(_CUT) + 1 :]


@dataclass(kw_only=True)
class Typed:
    """What was told during the meeting."""

    scenes: list[dict[str, Any]] = field(default_factory=list)
    promised: list[str] = field(default_factory=list)
    """What stood in the box each time the window said that it was saved, until the cut."""
    say: Callable[[str], object] = field(default=lambda _words: None)

    @property
    def keys(self) -> int:
        """How many keys were pressed."""
        return sum(scene["keys"] for scene in self.scenes)


def vault_in(folder: Path) -> Vault:
    """The records of the meeting."""
    return Vault(places_for(folder / "data").records, lambda: START, work=LEAST_WORK)


def write_down_the_family(folder: Path) -> None:
    """The Marlow family as it is known before anybody has met."""
    told = tomllib.loads(resource("practice", "marlow.toml").read_text(encoding="utf-8"))
    workspace, _code = vault_in(folder).create(PASSPHRASE, OWNER, "rutland")
    PracticeFamily(workspace, told | {"statements": [], "meetings": []}).tell()
    workspace.close()


class Program:
    """The program in a process of its own, and what it tells."""

    def __init__(self, child: subprocess.Popen[str], typed: Typed) -> None:
        self.child, self._typed = child, typed
        self._until(READY)

    def type(self, scene: str) -> None:
        """Let one scene be typed to its end."""
        print(scene, file=self.child.stdin, flush=True)
        self._until(READY if scene == _LOCKS else DONE)

    def type_until_in_the_air(self, scene: str) -> None:
        """Let a scene be typed until somebody is about to press the next key."""
        print(scene, file=self.child.stdin, flush=True)
        self._until(IN_THE_AIR)

    def _until(self, wanted: str) -> None:
        assert self.child.stdout is not None
        for line in self.child.stdout:
            words = line.rstrip("\n")
            if words.startswith(SAVED):
                self._typed.promised.append(words.removeprefix(f"{SAVED} "))
            if words.startswith(DONE):
                self._typed.scenes.append(json.loads(words.removeprefix(DONE)))
                self._typed.say(in_words(self._typed.scenes[-1]))
            if words.startswith(wanted):
                return
            assert not words.startswith(READY), "it was locked although nobody pressed Lock"
        raise AssertionError("the program ended in the middle of the meeting")


@contextmanager
def program(folder: Path, clock: SetClock, typed: Typed) -> Iterator[Program]:
    """Start the program."""
    with subprocess.Popen(
        [sys.executable, "-m", typed_child.__name__, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | clock.environment,
        cwd=Path(__file__).parents[2],
    ) as child:
        hung = Timer(LONGEST, child.kill)
        if not clock.waits:
            hung.start()
        try:
            yield Program(child, typed)
        finally:
            hung.cancel()
            child.kill()


def in_words(scene: dict[str, Any]) -> str:
    """One scene as it went."""
    late = f", {scene['late']:.0f} s behind" if scene["late"] else ""
    return f"  {scene['at']}  {scene['scene']}: {scene['keys']} keys{late}"


def hold_meeting(folder: Path, typed: Typed | None = None, *, real_time: bool = False) -> Typed:
    """Type the meeting into the program; the power is cut amid a word."""
    (folder / PAPERS).mkdir()
    write_down_the_family(folder)
    typed, clock = typed or Typed(), SetClock(folder, START, waits=real_time)
    with program(folder, clock, typed) as running:
        running.type("open_first")
        for scene in BEFORE_THE_CUT[:-1]:
            running.type(scene)
        running.type_until_in_the_air(_CUT)
        os.kill(running.child.pid, signal.SIGKILL)
        assert running.child.wait() == -signal.SIGKILL
    clock.put_on(DARK)
    with program(folder, clock, typed) as running:
        for scene in (open_again.__name__, *AFTER_THE_CUT, "close"):
            running.type(scene)
        assert running.child.wait() == 0
    return typed


def look_at_everything(folder: Path, typed: Typed) -> None:
    """Open the records as after starting the program again, and look through all of them."""
    workspace = vault_in(folder).unlock(PASSPHRASE)
    all_was_kept(workspace, typed.promised, HALF)
    assert workspace.is_whole()
    workspace.close()
    assert complaints_about(places_for(folder / "data").records) == []
    log = places_for(folder / "data").log
    assert not log.exists() or "fault" not in log.read_text(encoding="utf-8")
    held_on = START.date()
    papers = [f"{held_on} {title}.pdf" for title in TO_TAKE_HOME]
    assert sorted(path.name for path in (folder / PAPERS).iterdir()) == papers


def main() -> None:
    """Type the meeting, and say how it went."""
    ask = argparse.ArgumentParser(prog="typed_meeting", description=__doc__)
    ask.add_argument("--real-time", action="store_true", help="wait as long as people speak")
    told = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        typed = Typed(say=partial(print, flush=True))
        hold_meeting(Path(folder).resolve(), typed, real_time=told.real_time)
        look_at_everything(Path(folder).resolve(), typed)
    print(f"{typed.keys} keys; saved before the power went: {typed.promised[-1]!r}")


if __name__ == "__main__":
    main()
