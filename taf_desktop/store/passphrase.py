"""Passphrases: five plain words by chance, and what makes one too easy to guess."""

from collections.abc import Callable, Sequence

from taf_desktop.paths import resource

Choose = Callable[[Sequence[str]], str]
"""Picks one of several by chance, such as `secrets.choice`."""

_WORDS = 5
_SHORTEST = 14
_TOO_EASY = ("password", "passphrase", "qwerty", "letmein", "12345678", "abcdefgh", "iloveyou")


def words() -> list[str]:
    """The words that a passphrase is made of; lines with # are notes."""
    lines = resource("words", "passphrase.txt").read_text(encoding="ascii").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def generate(choose: Choose) -> str:
    """A new passphrase of five words."""
    known = words()
    return " ".join(choose(known) for _ in range(_WORDS))


def problem_with(passphrase: str) -> str | None:
    """What makes a passphrase too easy to guess, in a sentence."""
    plain = "".join(passphrase.lower().split())
    if len(plain) < _SHORTEST:
        return f"Use {_SHORTEST} letters or more. Four or five words are easy to remember."
    if len(set(plain)) < 6:
        return "It repeats the same few letters. Use several different words."
    if any(plain.startswith(easy) for easy in _TOO_EASY):
        return "Many people choose this one. Use several words that have nothing in common."
    return None
