"""The way in as it really is: the vault behind the pages of the first start and of unlocking."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

from taf_desktop.errors import UserError
from taf_desktop.packs.loading import load, pack_ids
from taf_desktop.packs.pack import Pack
from taf_desktop.services.desk import Clock
from taf_desktop.services.practice import open_practice
from taf_desktop.services.sign_in import NoAnswerError
from taf_desktop.services.vault import Owner, Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.page import Shell
from taf_desktop.ui.pages.door import FirstStart
from taf_desktop.ui.pages.sheet import save_sheet

GoIn = Callable[[Workspace], object]
"""Shows the records that were opened."""


class FrontDoor:
    """Opens a workspace one way or another, and hands it over."""

    def __init__(
        self, shell: Shell, vault: Vault, practice: Path, clock: Clock, go_in: GoIn
    ) -> None:
        self._shell, self._vault, self._clock = shell, vault, clock
        self._practice, self._go_in = practice, go_in
        self.first = FirstStart()

    @cached_property
    def packs(self) -> Mapping[str, Pack]:
        """The council packs to choose from, the neutral one first."""
        return {pack_id: load(pack_id) for pack_id in pack_ids()}

    @property
    def has_records(self) -> bool:
        """Whether there are records to unlock."""
        return self._vault.exists

    def suggest_passphrase(self) -> str:
        """Five words of chance."""
        return self._vault.suggest_passphrase()

    def passphrase_problem(self, passphrase: str) -> str | None:
        """What is not good enough about a passphrase, in a sentence."""
        return self._vault.passphrase_problem(passphrase)

    def new_recovery_code(self) -> str:
        """A recovery code for the records that are about to be made."""
        return self._vault.new_recovery_code()

    def save_recovery_sheet(self, code: str) -> bool:
        """Ask where, and save the sheet; whether it was saved."""
        return save_sheet(self._shell, lambda where: self._vault.save_recovery_sheet(code, where))

    def make_records(self) -> None:
        """Make the encrypted records from what was typed, and go in."""
        first = self.first
        answers = {key: words for key, words in first.answers.items() if words}
        owner = Owner(
            given_name=answers["given_name"],
            family_name=answers.get("family_name", ""),
            job_title=answers.get("job_title", ""),
            telephone=answers.get("telephone", ""),
            agency=first.agency.strip(),
        )
        workspace, _code = self._vault.create(
            first.passphrase, owner, first.pack_id, code=first.code
        )
        first.forget_secrets()
        self._go_in(workspace)

    def unlock(self, passphrase: str) -> None:
        """Open the records and go in."""
        self._go_in(self._vault.unlock(passphrase))

    @property
    def has_sign_in(self) -> bool:
        """Whether somebody wants this computer's sign-in to open the records."""
        return self._vault.sign_in.is_on

    def unlock_by_sign_in(self) -> str:
        """Open the records with this computer's sign-in and go in; else why not, in a sentence."""
        try:
            workspace = self._vault.unlock_by_sign_in()
        except NoAnswerError as error:
            return str(error)
        self._go_in(workspace)
        return ""

    def seconds_to_wait(self) -> int:
        """How long the next try has to wait after wrong ones; 0 when it may be made."""
        return self._vault.seconds_to_wait()

    def recover(self, code: str, passphrase: str) -> None:
        """Open the records with the recovery code, set a new passphrase, and go in."""
        self._go_in(self._vault.recover(code, passphrase))

    def practise(self) -> None:
        """Open the practice families and go in."""
        try:
            self._go_in(open_practice(self._practice, self._clock))
        except OSError:
            raise UserError(
                "The practice families were not opened.",
                "Their folder cannot be written, or the disk is full. Make room and try again.",
            ) from None
