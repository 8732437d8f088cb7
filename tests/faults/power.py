"""A disk as it may be after the power went: what was forced to it is there, of the rest anything.

A file has what it had when it was last forced to disk, and of what came later nothing, all, the
beginning, any part, or any part in torn pieces of a sector. A name that was given or taken away
since its folder was forced to disk may or may not have been.
"""

import random
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.shim import Call

SECTOR = 512
HOW = ("none", "all", "beginning", "part", "torn")

Files = dict[str, bytes]


@dataclass
class _File:
    """The content that was forced to disk, and what was done since."""

    content: bytearray = field(default_factory=bytearray)
    waiting: list[Call] = field(default_factory=list)


class Disk:
    """A folder on a disk that is written to call by call; the power may go after any."""

    def __init__(self, folder: Path) -> None:
        files = (path for path in sorted(folder.rglob("*")) if path.is_file())
        self._now = {
            str(path.relative_to(folder)): _File(bytearray(path.read_bytes())) for path in files
        }
        self._forced = dict(self._now)
        self._renamed: dict[str, list[tuple[str, _File | None]]] = defaultdict(list)

    def do(self, call: Call) -> None:
        """Do one call."""
        name = call.name
        if call.kind == "c":
            self._now[name] = _File()
            self._name(name, self._now[name])
        elif call.kind == "u":
            del self._now[name]
            self._name(name, None)
        elif call.kind == "r":
            other = call.content.decode()
            self._now[other] = self._now.pop(name)
            self._name(other, self._now[other])
            self._name(name, None)
        elif call.kind == "s" and name not in self._now:
            self._force_names(name)
        elif call.kind == "s":
            _do_all(self._now[name].content, self._now[name].waiting)
            self._now[name].waiting = []
        elif call.kind in "wt":
            self._now[name].waiting.append(call)

    def _name(self, name: str, file: _File | None) -> None:
        self._renamed[name.rpartition("/")[0]].append((name, file))

    def _force_names(self, folder: str) -> None:
        for name, file in self._renamed.pop(folder, []):
            _give(self._forced, name, file)

    @property
    def is_busy(self) -> bool:
        """Whether anything was done that is not forced to disk yet."""
        return bool(self._renamed) or any(file.waiting for file in self._now.values())

    def after_a_cut(self, how: str, chance: random.Random) -> Files:
        """The files as they may be found when the power comes back."""
        there = dict(self._forced)
        for changes in self._renamed.values():
            for name, file in changes[: _how_many(how, len(changes), chance)]:
                _give(there, name, file)
        found = {}
        for name, file in there.items():
            content = bytearray(file.content)
            _do_all(content, _survivors(file.waiting, how, chance))
            found[name] = bytes(content)
        return found


def _give(names: dict[str, _File], name: str, file: _File | None) -> None:
    if file is None:
        names.pop(name, None)
    else:
        names[name] = file


def _how_many(how: str, most: int, chance: random.Random) -> int:
    return {"none": 0, "all": most}.get(how, chance.randint(0, most))


def _survivors(waiting: list[Call], how: str, chance: random.Random) -> list[Call]:
    if how in ("none", "all", "beginning"):
        return waiting[: _how_many(how, len(waiting), chance)]
    if how == "part":
        return [call for call in waiting if chance.random() < 0.5]
    return [piece for call in waiting for piece in _pieces(call) if chance.random() < 0.6]


def _pieces(call: Call) -> list[Call]:
    """A write in the pieces that a disk writes at once."""
    if call.kind != "w":
        return [call]
    found, at, end = [], call.number, call.number + len(call.content)
    while at < end:
        stop = min(end, (at // SECTOR + 1) * SECTOR)
        content = call.content[at - call.number : stop - call.number]
        found.append(Call(kind="w", name=call.name, number=at, content=content))
        at = stop
    return found


def _do_all(content: bytearray, calls: list[Call]) -> None:
    for call in calls:
        if call.kind == "t":
            del content[call.number :]
        content.extend(bytes(max(0, call.number - len(content))))
        if call.kind == "w":
            content[call.number : call.number + len(call.content)] = call.content
