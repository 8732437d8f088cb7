"""Ids that sort in the order in which they were made, as UUID version 7 does."""

import secrets
import time
from itertools import count
from uuid import UUID

_WITHIN_A_MILLISECOND = count()


def new_id() -> UUID:
    """A new UUID: 48 bits of milliseconds, 12 of a counter, 62 of chance."""
    milliseconds = time.time_ns() // 1_000_000
    step = next(_WITHIN_A_MILLISECOND) & 0xFFF
    high = milliseconds << 16 | 0x7000 | step
    low = 0b10 << 62 | secrets.randbits(62)
    return UUID(int=high << 64 | low)
