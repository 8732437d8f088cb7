"""Processes that are made for being killed end with the test that made them, however it ended."""

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace

STARTER = """
import signal, sys
from pathlib import Path
from tests.faults.killing import victims

with victims("tests.faults.working_child", Path(sys.argv[1])) as workers:
    print(*workers.begin("migrate", sys.argv[1]), flush=True)
    signal.pause()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent")
def test_when_a_test_is_killed_what_it_started_is_gone_too(
    workspace: Workspace, vault: Vault
) -> None:
    workspace.close()
    with subprocess.Popen(
        [sys.executable, "-c", STARTER, str(vault.folder)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as test:
        assert test.stdout is not None
        watched = [os.pidfd_open(int(pid)) for pid in test.stdout.readline().split()]
        assert len(watched) == 2
        test.kill()
        for handle in watched:
            gone, _, _ = select.select([handle], [], [], 30)
            os.close(handle)
            assert gone, "a process outlived the one that started it"
