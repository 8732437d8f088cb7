"""Keeps Python alive below version 3.12, where Qt's binding uses `None`, `True` and `False` up.

PySide6 6.12.0 is built as if these could not die, which is so only from Python 3.12 on. On 3.11
calls that return nothing, or send a signal, take one reference too many; after some thousands the
interpreter stops with "deallocating None". So many references are added that it never comes to it.
"""

import ctypes
import sys

ENOUGH = 1 << 60
"""More calls than a computer makes in a lifetime."""


def keep_constants_alive() -> None:
    """Add references to the constants where Python counts them; nothing from Python 3.12 on."""
    # An object's count is its first machine word; asked of the version's number so that
    # type checkers for one version do not call the rest unreachable.
    for constant in (None, True, False):
        if sys.hexversion < 0x030C0000 and sys.getrefcount(constant) < ENOUGH:
            ctypes.c_ssize_t.from_address(id(constant)).value += ENOUGH
