"""The shim between a program and the disk: made here, put before a child, spoken to from within."""

import ctypes
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

_SOURCE = Path(__file__).with_name("disk.c")
NOTE = "n"
"""The kind of a call that is only words of the program."""
_HEAD = struct.Struct("<cIqq")
_KILLED = -1
LIBRARY, FOLDER, LOG = "LD_PRELOAD", "FAULTS_FOLDER", "FAULTS_LOG"

needs_the_shim = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("cc") is None,
    reason="the shim between program and disk needs Linux and a C compiler",
)


@dataclass(frozen=True, kw_only=True)
class Call:
    """One thing that was done to a file: see disk.c for the kinds."""

    kind: str
    name: str
    number: int
    content: bytes


def make_shim(folder: Path) -> Path:
    """Compile the shim into a folder."""
    library = folder / "disk.so"
    subprocess.run(
        ["cc", "-O1", "-shared", "-fPIC", "-o", str(library), str(_SOURCE)], check=True, timeout=60
    )
    return library


def environment(library: Path, folder: Path, log: Path | None = None) -> dict[str, str]:
    """What a child is started with that writes and fails through the shim."""
    told = {LIBRARY: str(library), FOLDER: str(folder)}
    return told if log is None else told | {LOG: str(log)}


def calls_in(log: Path) -> Iterator[Call]:
    """What was written down, in order."""
    content, at = log.read_bytes(), 0
    while at < len(content):
        kind, long, number, size = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        name, rest = content[at : at + long], content[at + long : at + long + size]
        at += long + size
        yield Call(kind=kind.decode(), name=name.decode(), number=number, content=rest)


def note(words: str) -> None:
    """In a child: put words between what is written down, if anything is."""
    if LOG in os.environ:
        ctypes.CDLL(None).faults_note(words.encode())


def die_at(call: int) -> None:
    """In a child: end this process, as a kill does, before a call on a file that is no write."""
    ctypes.CDLL(None).faults_begin(ctypes.c_long(call), ctypes.c_long(1), _KILLED)


def let_fail(call: int, times: int, reason: int) -> None:
    """In a child: from that call on a file on let so many fail; reason 0 is a short write."""
    ctypes.CDLL(None).faults_begin(ctypes.c_long(call), ctypes.c_long(times), reason)


def fail_no_more() -> int:
    """In a child: let every call do its work again; how many have failed."""
    end = ctypes.CDLL(None).faults_end
    end.restype = ctypes.c_long
    return int(end())
