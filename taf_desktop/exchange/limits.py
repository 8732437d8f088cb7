"""How much of somebody else's file is read, and how it is refused."""

from taf_desktop.errors import UserError

MOST_BYTES = 5_000_000
"""Bytes of a file that is read at all."""

MOST_UNPACKED = 20_000_000
"""Bytes of the words of a Word file once they are unpacked."""

MOST_LINES = 200
"""Lines of one report; each of them is looked at by a person."""

MOST_LETTERS = 20_000
"""Letters of one report, as in any box of the program."""


def refused(why: str) -> UserError:
    """That a file was not brought in, and why; nothing of the file stands in the words."""
    return UserError("The report was not brought in.", why)
