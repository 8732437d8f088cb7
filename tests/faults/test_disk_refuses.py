"""The disk is full, does not answer or takes half: it is said, and no word is lost."""

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from taf_desktop.app import places_for
from taf_desktop.services.vault import Vault
from taf_desktop.store.key_slots import LEAST_WORK
from tests.conftest import OWNER, PASSPHRASE
from tests.faults.counting import PARTS, Count, count, in_parts, often
from tests.faults.places import in_memory
from tests.faults.shim import environment, make_shim, needs_the_shim

pytestmark = needs_the_shim

AT_ONCE = 50
"""How many faults one process goes through; its text grows with each."""


@in_parts
def test_what_was_said_to_be_saved_is_there_whichever_call_on_a_file_fails(part: int) -> None:
    row, times = count("disk full, failing or taking half, at some call"), often(1000) // PARTS
    for seed, begin in enumerate(range(0, times, AT_ONCE)):
        row.add(go_through(min(AT_ONCE, times - begin), seed * PARTS + part))
    assert row.tried == times
    assert row.met > 0, "no call ever failed"
    assert row.costs == (0, 0)


def go_through(times: int, seed: int) -> Count:
    """Let somebody type against so many faults, in a process of its own."""
    with in_memory() as folder:
        data = folder / "data"
        workspace, _code = Vault(places_for(data).records, _now, work=LEAST_WORK).create(
            PASSPHRASE, OWNER, "rutland"
        )
        family = workspace.families.add("Marlow")
        workspace.close()
        child = (sys.executable, "-m", "tests.faults.faulty_child")
        told = (str(data), str(folder / "beside"), str(family.id), str(times), str(seed))
        run = subprocess.run(
            [*child, *told],
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
            env=os.environ | environment(make_shim(folder), data),
            cwd=Path(__file__).parents[2],
        )
    assert run.returncode == 0, run.stderr
    return Count(**json.loads(run.stdout))


def _now() -> datetime:
    return datetime.now().astimezone()
