"""The recovery code: 160 random bits in groups of four, with a symbol that finds typing slips."""

import hashlib
from collections.abc import Callable

from taf_desktop.errors import UserError

RandomBytes = Callable[[int], bytes]
"""Gives that many random bytes."""

_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans("OIL", "011")
_DATA_SYMBOLS = 32


def new_code(random_bytes: RandomBytes) -> str:
    """A new code: 32 symbols of chance and one check symbol, in groups of four."""
    number = int.from_bytes(random_bytes(20), "big")
    symbols = "".join(_SYMBOLS[number >> 5 * place & 31] for place in range(31, -1, -1))
    return in_groups(symbols + _check_symbol(symbols))


def in_groups(symbols: str) -> str:
    """Symbols in groups of four with hyphens between them."""
    return "-".join(symbols[start : start + 4] for start in range(0, len(symbols), 4))


def normal(typed: str) -> str:
    """The symbols of a typed code; a UserError says so when it cannot be one."""
    symbols = "".join(letter for letter in typed.upper() if letter.isalnum())
    symbols = symbols.translate(_LOOKALIKES)
    if len(symbols) != _DATA_SYMBOLS + 1 or any(one not in _SYMBOLS for one in symbols):
        raise UserError(
            "That is not a whole recovery code.",
            "A recovery code has 33 letters and digits. Look at your sheet and type all groups.",
        )
    if _check_symbol(symbols[:-1]) != symbols[-1]:
        raise UserError(
            "The recovery code has a slip in it.",
            "One letter or digit is not the same as on your sheet. Compare each group.",
        )
    return symbols


def _check_symbol(symbols: str) -> str:
    digest = hashlib.sha256(symbols.encode()).digest()
    return _SYMBOLS[int.from_bytes(digest[:4], "big") % 32]
