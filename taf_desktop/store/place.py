"""Where the records are: which file has their name, whether it can be one, and on which device."""

import re
import secrets
from contextlib import suppress
from pathlib import Path

from taf_desktop.errors import UserError
from taf_desktop.store.atomic import write_atomically

RECORDS, KEYS, BACKUPS = "records.db", "keys.json", "backups"
"""What there is in a folder of records."""

_SMALLEST_STORE = 4096
_NAME = re.compile(rb"[0-9a-f]{16}")


def identity(path: Path) -> tuple[int, int] | None:
    """Which file has this name; None when none has."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def replaced(*, is_rescued: bool) -> UserError:
    """What is said when another file stands in the place of the records."""
    saved = "Everything saved before is in the newest file of the “backups” folder beside them. "
    return UserError(
        "Nothing was saved: the records were moved or replaced by another program.",
        f"{saved if is_rescued else ''}Your words are still on the screen. Choose another folder "
        "at the top of the window: everything is saved there, and your words with it.",
    )


def check_file(path: Path) -> None:
    """Refuse, in a sentence, a file that is missing or too short to be the records."""
    if not path.exists():
        raise UserError(
            "The records are not where they were.",
            f"The key file is there, but {path.name} is missing. Bring it back from the "
            "“backups” folder beside it; nothing new was made.",
        )
    if path.stat().st_size < _SMALLEST_STORE:
        raise UserError(
            "The records could not be opened: the file is empty or cut off.",
            "Nothing was changed. Bring back the newest whole copy from the “backups” folder.",
        )


def device(folder: Path) -> str:
    """A random name for this installation, kept beside the store; a spoilt one is made anew."""
    path = folder / "device"
    known = path.read_bytes().strip() if path.exists() else b""
    if _NAME.fullmatch(known):
        return known.decode()
    name = secrets.token_hex(8)
    with suppress(OSError):
        write_atomically(path, name.encode())
    return name
