"""The door: making new records, unlocking them, and getting back in with the recovery code."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from taf_desktop.documents.pdf import write_pdf
from taf_desktop.documents.recovery_sheet import recovery_sheet
from taf_desktop.errors import UserError
from taf_desktop.model.family import Agency, Person
from taf_desktop.model.issued import StoreInfo
from taf_desktop.packs.loading import load
from taf_desktop.services.desk import Clock, Desk
from taf_desktop.services.keys import Keys
from taf_desktop.services.records import living, put
from taf_desktop.services.sign_in import SignIn
from taf_desktop.services.workspace import Workspace
from taf_desktop.store import passphrase as passphrases
from taf_desktop.store.atomic import write_atomically
from taf_desktop.store.copied_folders import copied_by
from taf_desktop.store.key_file import Opened, heal_key_file, new_keys
from taf_desktop.store.key_slots import Work
from taf_desktop.store.os_keyring import OsKeyring
from taf_desktop.store.recovery_code import RandomBytes, new_code
from taf_desktop.store.store import KEYS, RECORDS, Store

_NOT_COPIED = (
    "A file that is open here and copied there is damaged sooner or later. Choose a folder on this "
    "computer. Copies to fall back on may go there."
)


@dataclass(frozen=True, kw_only=True)
class Owner:
    """Who the records belong to, as they write themselves."""

    given_name: str
    family_name: str = ""
    job_title: str = ""
    agency: str = ""
    telephone: str = ""
    email: str = ""

    def answers(self) -> Mapping[str, str]:
        """The details that stand on the person's own record."""
        return {
            key: getattr(self, key)
            for key in ("given_name", "family_name", "job_title", "telephone", "email")
        }


class Vault:
    """One folder of records, opened or not."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        *,
        practice: bool = False,
        work: Work | None = None,
        random_bytes: RandomBytes = secrets.token_bytes,
        keyring: OsKeyring | None = None,
    ) -> None:
        self.folder = folder
        self._clock = clock
        self._practice = practice
        self.keys = Keys(folder, clock, work, random_bytes)
        self.sign_in = SignIn(self.keys, clock, keyring or OsKeyring())

    @property
    def exists(self) -> bool:
        """Whether records were started here."""
        return (self.folder / KEYS).exists() or (self.folder / RECORDS).exists()

    def suggest_passphrase(self) -> str:
        """Five plain words, chosen by chance."""
        return passphrases.generate(secrets.choice)

    def passphrase_problem(self, typed: str) -> str | None:
        """What is wrong with a new passphrase, in a sentence."""
        return passphrases.problem_with(typed)

    def new_recovery_code(self) -> str:
        """A recovery code that can be shown and confirmed before anything is written."""
        return new_code(self.keys.random_bytes)

    def create(
        self, passphrase: str, owner: Owner, pack_id: str, code: str | None = None
    ) -> tuple[Workspace, str]:
        """Start records in an empty folder; the workspace, and the recovery code to write down.

        With a `code`, the one that was confirmed is used instead of a new one.
        """
        if self.exists:
            raise UserError(
                "No new records were started.", "There are records in this folder already."
            )
        if not self._practice and (problem := passphrases.problem_with(passphrase)) is not None:
            raise UserError("This passphrase is too easy to guess.", problem)
        self._refuse_copied_folder()
        _make_folder(self.folder)
        keys, opened, code = new_keys(
            passphrase, owner.given_name, self.keys.strength, self.keys.random_bytes, code
        )
        self.keys.save(keys)
        store = Store.create(self.folder, opened.data_key, self._clock, opened.user)
        self._write_owner(store, owner, pack_id)
        return self._workspace(store), code

    def _refuse_copied_folder(self) -> None:
        by = copied_by(self.folder)
        if by:
            raise UserError(
                f"No new records were started: their folder is kept by {by}.", _NOT_COPIED
            )

    def go_on_in(self, workspace: Workspace, folder: Path) -> None:
        """Go on with the open records in a new folder, where all of them are put first."""
        by = copied_by(folder)
        if by:
            raise UserError(f"Nothing was saved there: that folder is kept by {by}.", _NOT_COPIED)
        workspace.store.go_on_in(folder)
        self.folder = folder
        self.keys.move(folder)

    def unlock(self, passphrase: str) -> Workspace:
        """Open the records with the passphrase; after several wrong ones there is a wait."""
        keys, opened, under = self.keys.settle(*self.keys.open(passphrase))
        workspace = self._open(opened, under)
        self.keys.strengthen(keys, opened, passphrase)
        self.sign_in.renew(opened)
        return workspace

    def unlock_by_sign_in(self) -> Workspace:
        """Open the records with this computer's sign-in; a NoAnswerError says why not."""
        _keys, opened, under = self.keys.settle(*self.sign_in.open())
        return self._open(opened, under)

    def seconds_to_wait(self) -> int:
        """How long the next try has to wait after wrong ones; 0 when it may be made."""
        return self.keys.tries.seconds_left()

    def recover(self, code: str, new_passphrase: str) -> Workspace:
        """Open the records with the recovery code and give them a new passphrase."""
        if (problem := passphrases.problem_with(new_passphrase)) is not None:
            raise UserError("This passphrase is too easy to guess.", problem)
        keys = self.keys.read()
        keys, opened, under = self.keys.settle(keys, keys.open_with_recovery_code(code))
        workspace = self._open(opened, under)
        strength, random_bytes = self.keys.strength, self.keys.random_bytes
        self.keys.save(keys.with_passphrase(new_passphrase, opened, strength, random_bytes))
        self.keys.tries.forget()
        return workspace

    def recovery_sheet(self, code: str) -> bytes:
        """A page to print with the recovery code on it, as a PDF."""
        return write_pdf(recovery_sheet(code, self._clock().date()))

    def save_recovery_sheet(self, code: str, path: Path) -> None:
        """Save that page, for its owner's eyes only."""
        try:
            write_atomically(path, self.recovery_sheet(code))
        except OSError:
            raise UserError(
                "The sheet was not saved.",
                "That folder cannot be written, or the disk is full. Choose another place, or copy "
                "the code by hand: that is enough.",
            ) from None

    def change_passphrase(self, passphrase: str, new_passphrase: str) -> None:
        """Give the records a new passphrase; they stay open, and the old one opens no more."""
        self.keys.change_passphrase(passphrase, new_passphrase)

    def change_recovery_code(self, passphrase: str, code: str) -> None:
        """Give the records another recovery code; the old sheet opens no more."""
        self.keys.change_recovery_code(passphrase, code)

    def _open(self, opened: Opened, under: bytes) -> Workspace:
        store = Store.open(self.folder, under, self._clock, opened.user)
        try:
            if under != opened.data_key and not store.is_read_only:
                store.turn_key(opened.data_key)
            workspace = self._workspace(store, opened.person)
        except BaseException:
            store.close()
            raise
        heal_key_file(self.folder / KEYS)
        return workspace

    def _write_owner(self, store: Store, owner: Owner, pack_id: str) -> None:
        person = Person(kind="professional")
        put(person, owner.answers())
        with store.write("Start the records") as session:
            if owner.agency:
                agency = Agency(name=owner.agency)
                session.add(agency)
                person.agency_id = agency.id
            session.add(person)
            session.add(StoreInfo(owner_id=person.id, pack_id=pack_id, practice=self._practice))

    def _workspace(self, store: Store, person: str = "") -> Workspace:
        with store.read() as session:
            info = living(session, StoreInfo)[0]
        desk = Desk(
            store=store,
            pack=load(info.pack_id),
            clock=self._clock,
            owner_id=UUID(person) if person else info.owner_id,
        )
        return Workspace(desk, is_practice=info.practice, notes=self._notes())

    def _notes(self) -> tuple[str, ...]:
        """What whoever works here should know about where the records are."""
        by = copied_by(self.folder)
        if not by:
            return ()
        return (
            f"The folder of these records is kept by {by}. That can damage them: close the "
            "program and move the folder to this computer alone.",
        )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        raise UserError(
            "No new records were started.",
            "The folder could not be made. Choose a folder on this computer that you may write to.",
        ) from None
