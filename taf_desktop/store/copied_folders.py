"""Folders that another program copies or that lie on another computer: no place for open records.

A program that copies a file while it is written makes copies that are neither old nor new, and two
computers over one such folder lose what one of them wrote. Backups may lie there.
"""

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import Path

NAMES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "iclouddrive": "iCloud",
    "icloud drive": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
    "box sync": "Box",
}
NETWORK = "another computer"
REMOTE_TYPES = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "davfs", "fuse.sshfs", "fuse.rclone"}
)
MOUNTS = Path("/proc/self/mounts")
_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_REMOTE_DRIVE = 4


def copied_by(
    folder: Path, mounts: Path = MOUNTS, environment: Mapping[str, str] = os.environ
) -> str:
    """What copies this folder elsewhere, as people call it; nothing when nothing is known to."""
    whole = folder.expanduser().absolute()
    for part in whole.parts:
        for beginning, name in NAMES.items():
            # "OneDrive - Rutland County Council" is how such folders are called.
            if part.casefold() == beginning or part.casefold().startswith(f"{beginning} "):
                return name
    for variable in _ONEDRIVE:
        place = environment.get(variable)
        if place and whole.is_relative_to(place):
            return "OneDrive"
    return NETWORK if _is_remote(whole, mounts) else ""


def _is_remote(folder: Path, mounts: Path) -> bool:
    if str(folder).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        drive: int = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)
        return drive == _REMOTE_DRIVE
    return _type_of(folder, mounts) in REMOTE_TYPES


def _type_of(folder: Path, mounts: Path) -> str:
    """The file system that a folder lies on, by the list of the computer; nothing without one."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    found, kind = "", ""
    for line in lines:
        _device, place, type_, *_rest = [*line.split(" "), "", "", ""]
        place = place.replace("\\040", " ")
        if place and folder.is_relative_to(place) and len(place) >= len(found):
            found, kind = place, type_
    return kind
