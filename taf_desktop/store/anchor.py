"""The last heads of the chain, kept beside the key file: they tell an older file from the newest.

`next` is there while the records get another key: then either end of the chain is the right one.
"""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from taf_desktop.store.atomic import write_atomically
from taf_desktop.store.seals import Head

ANCHOR = "audit.json"
_HEADS = 3
_LARGEST_FILE = 4096


class Anchor:
    """The file of heads of one folder of records."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / ANCHOR

    def heads(self) -> list[Head]:
        """The heads that must all be on the chain, the newest first."""
        return _heads(self._read().get("heads"))

    def next_heads(self) -> list[Head]:
        """The head under the next key, while there is one."""
        return _heads(self._read().get("next"))

    def note(self, head: Head) -> None:
        """Add the newest head; when the disk refuses, the file stays a little behind."""
        self._write([head, *self.heads()][:_HEADS], [])

    def note_next(self, head: Head) -> None:
        """Add the head as it will be under the next key."""
        self._write(self.heads(), [head])

    def begin_again(self, head: Head) -> None:
        """Forget all heads but this one."""
        self._write([head], [])

    def _write(self, heads: list[Head], coming: list[Head]) -> None:
        stored = {"v": 1, "heads": [_stored(head) for head in heads]}
        with suppress(OSError):
            content = stored | {"next": [_stored(head) for head in coming]}
            write_atomically(self._path, json.dumps(content).encode())

    def _read(self) -> dict[str, Any]:
        try:
            if self._path.stat().st_size > _LARGEST_FILE:
                return {}
            stored = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return stored if isinstance(stored, dict) else {}


def _stored(head: Head) -> dict[str, Any]:
    return {"count": head.count, "mac": head.mac}


def _heads(stored: Any) -> list[Head]:  # noqa: ANN401  # whatever a file holds
    try:
        return [Head(count=int(one["count"]), mac=str(one["mac"])) for one in stored]
    except (KeyError, TypeError, ValueError):
        return []
