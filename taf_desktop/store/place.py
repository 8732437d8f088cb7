"""Where the records are: which file has their name, whether it can be one, and on which device."""

import os
import secrets
from pathlib import Path

from taf_desktop.errors import UserError

_SMALLEST_STORE = 4096


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
        f"{saved if is_rescued else ''}Your words are still on the screen; copy them before you "
        "close. Keep the records out of folders that are copied to a cloud.",
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
    """A random name for this installation, kept beside the store."""
    path = folder / "device"
    if path.exists():
        return path.read_text(encoding="ascii").strip()
    name = secrets.token_hex(8)
    if os.access(folder, os.W_OK):
        path.write_text(name, encoding="ascii")
        path.chmod(0o600)
    return name
