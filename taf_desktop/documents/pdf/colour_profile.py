"""The colours of the paper as numbers that any machine understands: sRGB as an ICC profile.

The profile is worked out here from the figures of IEC 61966-2-1, so that no file has to be shipped.
"""

import struct
from collections.abc import Mapping
from functools import lru_cache

_STEPS = 1024
# The white and the three colours, adapted to the D50 of profiles.
_WHITE = (0.9642, 1.0, 0.8249)
_COLOURS = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_CURVES = (b"rTRC", b"gTRC", b"bTRC")
_NAME = b"sRGB IEC61966-2.1"
_HEAD = 128


@lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """A display profile of version 2.1 with one table for each curve, about 2.5 KB."""
    curve = _curve()
    tags = {
        b"desc": _description(),
        b"cprt": b"text\0\0\0\0No copyright, use freely\0",
        b"wtpt": _colour(_WHITE),
        **{name: _colour(parts) for name, parts in _COLOURS.items()},
        **dict.fromkeys(_CURVES, curve),
    }
    return _assembled(tags)


def _assembled(tags: Mapping[bytes, bytes]) -> bytes:
    """The head, the table of tags and their contents; equal contents stand there once."""
    start = _HEAD + 4 + 12 * len(tags)
    table, contents = b"", b""
    places: dict[bytes, int] = {}
    for name, content in tags.items():
        if content not in places:
            places[content] = start + len(contents)
            contents += content + b"\0" * (-len(content) % 4)
        table += struct.pack(">4sII", name, places[content], len(content))
    body = struct.pack(">I", len(tags)) + table + contents
    return _head(_HEAD + len(body)) + body


def _head(size: int) -> bytes:
    made_on = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    kinds = b"mntrRGB XYZ "
    head = struct.pack(">I4sI", size, b"\0\0\0\0", 0x02100000) + kinds + made_on + b"acsp"
    light = struct.pack(">3i", *map(_fixed, _WHITE))
    return head.ljust(68, b"\0") + light + b"\0" * (_HEAD - 80)


def _fixed(value: float) -> int:
    return round(value * 65536)


def _colour(parts: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *map(_fixed, parts))


def _curve() -> bytes:
    """How much light each step of a colour gives."""
    steps = (_light(step / (_STEPS - 1)) for step in range(_STEPS))
    values = struct.pack(f">{_STEPS}H", *(round(light * 65535) for light in steps))
    return b"curv\0\0\0\0" + struct.pack(">I", _STEPS) + values


def _light(signal: float) -> float:
    return signal / 12.92 if signal <= 0.04045 else ((signal + 0.055) / 1.055) ** 2.4


def _description() -> bytes:
    """The name of the profile, in plain letters only."""
    name = _NAME + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(name)) + name + b"\0" * (12 + 67)
