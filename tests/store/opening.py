"""A second run of the program: opens records, reads, tries to write, and tells what it met."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from taf_desktop.errors import UserError
from taf_desktop.services.vault import Vault
from taf_desktop.store.key_slots import LEAST_WORK
from tests.conftest import PASSPHRASE


def told(error: UserError) -> list[str]:
    """The sentences of an error."""
    return [error.title, error.message]


def open_and_tell(folder: Path) -> dict[str, Any]:
    """Open the records, list the families, add one; what was refused is told in its words."""
    vault = Vault(folder, lambda: datetime.now(UTC), work=LEAST_WORK)
    try:
        workspace = vault.unlock(PASSPHRASE)
    except UserError as error:
        return {"opening": told(error)}
    found: dict[str, Any] = {"is_read_only": workspace.is_read_only}
    found["families"] = [line.family.name for line in workspace.families.lines()]
    try:
        workspace.families.add("Typed there")
    except UserError as error:
        found["writing"] = told(error)
    workspace.close()
    return found


if __name__ == "__main__":
    json.dump(open_and_tell(Path(sys.argv[1])), sys.stdout)
