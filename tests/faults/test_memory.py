"""After locking nothing that was written is in the memory of a process that is still alive."""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from taf_desktop.app import places_for
from taf_desktop.services.vault import Vault
from taf_desktop.store.key_slots import LEAST_WORK
from tests.conftest import OWNER
from tests.faults.counting import SIZE, count
from tests.faults.locking_child import AT_THE_DOOR, INSIDE, WRITTEN
from tests.faults.memory import family_of, forms_of, times_in_memory

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/mem").exists(), reason="memory is looked into where there is /proc"
)

LOCKS = 1 if SIZE == "short" else 5


class Program:
    """The program in a process of its own, and what it must not keep."""

    def __init__(self, child: "subprocess.Popen[str]", passphrase: str, key: bytes) -> None:
        self.child, self.passphrase, self.key = child, passphrase, key
        self.said: list[str] = []

    def ask(self, *words: str) -> None:
        """Send a line."""
        print(*words, file=self.child.stdin, flush=True)

    def wait_for(self, words: str) -> None:
        """Wait until it says where it is."""
        assert self.child.stdout is not None
        self.said.append(self.child.stdout.readline().strip())
        assert self.said[-1] == words

    def holds(self, *wanted: bytes) -> bool:
        """Whether any of these is in its memory, or in that of a process it has started."""
        return any(times_in_memory(pid, wanted) for pid in family_of(self.child.pid))


@contextmanager
def running(folder: Path) -> Iterator[Program]:
    """The program at the door of its records."""
    passphrase = secrets.token_hex(12)
    vault = Vault(places_for(folder).records, _now, work=LEAST_WORK)
    workspace, _code = vault.create(passphrase, OWNER, "rutland")
    key = workspace.store.data_key
    workspace.close()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.locking_child", str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
    ) as child:
        program = Program(child, passphrase, key)
        program.wait_for(AT_THE_DOOR)
        yield program
        child.kill()
        program.said += child.communicate()


def test_after_locking_neither_words_nor_keys_are_in_any_memory(tmp_path: Path) -> None:
    row = count("words and keys in memory after locking")
    for number in range(LOCKS):
        words = secrets.token_hex(12)
        with running(tmp_path / str(number)) as program:
            program.ask("unlock", program.passphrase)
            program.wait_for(INSIDE)
            program.ask("write", words)
            program.wait_for(WRITTEN)
            row.met += program.holds(*forms_of(words)) and program.holds(program.key)
            program.ask("lock")
            program.wait_for(AT_THE_DOOR)
            gone = [*forms_of(words), *forms_of(program.passphrase)]
            row.tried += 1
            row.undetected += program.holds(*gone, program.key, program.key.hex().encode())
        assert words not in "".join(program.said)
    assert row.met == row.tried, "nothing was in memory even while it was shown"
    assert row.costs == (0, 0)


def _now() -> datetime:
    return datetime.now().astimezone()
