"""Writes until the disk is full, makes room, writes on, and tells what is there afterwards."""

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from taf_desktop.errors import UserError
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.key_slots import LEAST_WORK
from tests.conftest import OWNER, PASSPHRASE
from tests.faults.killing import die_with_parent
from tests.store.soundness import complaints_about

LONG = "Mum says " + "it is too much " * 200
MOST = 2_000


def write_until_refused(workspace: Workspace, said: list[str]) -> list[str]:
    """Add families one by one, noting those that were saved; the words of the refusal."""
    for number in range(len(said), len(said) + MOST):
        name = f"{number} {LONG}".strip()
        try:
            workspace.families.add(name)
        except UserError as error:
            return [error.title, error.message]
        said.append(name)
    raise AssertionError("the disk is never full")


def names(workspace: Workspace) -> list[str]:
    """The families that are there, in the order in which they were added."""
    found = [line.family.name for line in workspace.families.lines()]
    return sorted(found, key=lambda name: int(name.split()[0]))


def main(folder: Path) -> dict[str, Any]:
    """Fill the disk twice, with some room made in between."""
    ballast = folder / "ballast"
    ballast.write_bytes(os.urandom(128 * 1024))
    vault = Vault(folder / "records", lambda: datetime.now(UTC), work=LEAST_WORK)
    workspace, _code = vault.create(PASSPHRASE, OWNER, "rutland")
    said: list[str] = []
    told: dict[str, Any] = {"refused": write_until_refused(workspace, said)}
    told["saved"] = len(said)
    told["is_still_read"] = names(workspace) == said
    ballast.unlink()
    write_until_refused(workspace, said)
    told["saved_after_room_was_made"] = len(said) - told["saved"]
    workspace.close()
    opened = vault.unlock(PASSPHRASE)
    told["lost"] = len(set(said) - set(names(opened)))
    told["is_whole"] = names(opened) == said
    opened.close()
    told["complaints"] = complaints_about(vault.folder)
    return told


if __name__ == "__main__":
    die_with_parent()
    json.dump(main(Path(sys.argv[1])), sys.stdout)
