"""The memory of a process and of all that it has started, searched for words."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

_FORMS = ("utf-8", "utf-16-le", "utf-32-le")
_READABLE = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) r")
_PIECE = 1 << 24


def family_of(pid: int) -> list[int]:
    """A process and those below it."""
    below = Path(f"/proc/{pid}/task").glob("*/children")
    children = [int(child) for path in below for child in path.read_text().split()]
    return [pid, *(found for child in children for found in family_of(child))]


def forms_of(words: str) -> list[bytes]:
    """Words in every form that is used for text in memory."""
    return [words.encode(form) for form in _FORMS]


def times_in_memory(pid: int, wanted: Sequence[bytes]) -> int:
    """How often any of these is in the memory of a process."""
    overlap = max(map(len, wanted)) - 1
    found, last = 0, b""
    for piece in _pieces(pid):
        content = last + piece
        found += sum(content.count(form) for form in wanted)
        last = piece[-overlap:]
    return found


def _pieces(pid: int) -> Iterator[bytes]:
    maps = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8", errors="replace")
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps.splitlines():
            if (place := _READABLE.match(line)) is None:
                continue
            at, end = (int(number, 16) for number in place.groups())
            while at < end:
                try:
                    memory.seek(at)
                    piece = memory.read(min(_PIECE, end - at))
                except (OSError, ValueError, OverflowError):
                    # What the system keeps for itself cannot be read by anybody.
                    break
                if not piece:
                    break
                yield piece
                at += len(piece)
