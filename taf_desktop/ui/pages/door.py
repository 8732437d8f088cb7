"""What the pages before the workspace share: the first start as it is typed, and the way in."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from taf_desktop.packs.pack import Pack


@dataclass
class FirstStart:
    """What has been typed on the first start; kept in memory only, so that going back loses none.

    Nothing is on the disk before the recovery code has been confirmed.
    """

    answers: dict[str, str | None] = field(default_factory=dict)
    agency: str = ""
    pack_id: str = ""
    passphrase: str = ""
    again: str = ""
    code: str = ""
    asked: tuple[int, ...] = ()

    def forget_secrets(self) -> None:
        """Let go of what must not stay in memory."""
        self.passphrase = self.again = self.code = ""


class Door(Protocol):
    """What the pages before the workspace may ask for; a UserError says what did not happen."""

    first: FirstStart

    @property
    def packs(self) -> Mapping[str, Pack]:
        """The council packs to choose from."""

    @property
    def has_records(self) -> bool:
        """Whether there are records to unlock."""

    def suggest_passphrase(self) -> str:
        """Five words of chance."""

    def passphrase_problem(self, passphrase: str) -> str | None:
        """What is not good enough about a passphrase, in a sentence."""

    def new_recovery_code(self) -> str:
        """A recovery code for the records that are about to be made."""

    def save_recovery_sheet(self, code: str) -> bool:
        """Ask where, and save the sheet; whether it was saved."""

    def make_records(self) -> None:
        """Make the encrypted records from what was typed, and go in."""

    def unlock(self, passphrase: str) -> None:
        """Open the records and go in."""

    @property
    def has_sign_in(self) -> bool:
        """Whether somebody wants this computer's sign-in to open the records."""

    def unlock_by_sign_in(self) -> str:
        """Open the records with this computer's sign-in and go in; else why not, in a sentence."""

    def seconds_to_wait(self) -> int:
        """How long the next try has to wait after wrong ones; 0 when it may be made."""

    def recover(self, code: str, passphrase: str) -> None:
        """Open the records with the recovery code, set a new passphrase, and go in."""

    def practise(self) -> None:
        """Open the practice families and go in."""


Pick = Callable[[int, int], tuple[int, ...]]
"""Picks so many different numbers below a limit."""


def pick_by_chance(many: int, below: int) -> tuple[int, ...]:
    """Different numbers below a limit, in order."""
    return tuple(sorted(secrets.SystemRandom().sample(range(below), many)))


STEPS = ("Who you are", "How your records are locked", "Your recovery code")
"""The three steps of the first start."""
