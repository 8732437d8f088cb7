"""Writing a small file so that a power cut leaves the old one or the new one."""

import os
from pathlib import Path

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def write_atomically(path: Path, content: bytes) -> None:
    """Write beside, force to disk, read back, and only then put it in its place."""
    half = path.with_name(path.name + ".part")
    with os.fdopen(os.open(half, _NEW_FILE, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if half.read_bytes() != content:
        raise OSError("the disk gave back other bytes than were written")
    os.replace(half, path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Force the names in a folder to disk, where the system knows how."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
