"""Who can open the records: each person's way in, letting somebody in, and shutting them out."""

import secrets
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select

from taf_desktop.errors import UserError
from taf_desktop.model.family import Person
from taf_desktop.model.issued import StoreInfo
from taf_desktop.services.desk import Clock
from taf_desktop.services.records import living
from taf_desktop.services.workspace import Workspace
from taf_desktop.store import key_turning
from taf_desktop.store import passphrase as passphrases
from taf_desktop.store.backup_shelf import end_putting_in_place
from taf_desktop.store.journal import Step
from taf_desktop.store.key_file import RECOVERY, KeyFile, Opened, read_key_file
from taf_desktop.store.key_slots import Work, work_for_this_machine
from taf_desktop.store.recovery_code import RandomBytes
from taf_desktop.store.store import KEYS, RECORDS, Store
from taf_desktop.store.wrong_tries import TRIES, WrongTries

MOST_PEOPLE = 8


@dataclass(frozen=True, kw_only=True)
class Colleague:
    """Somebody who shall be able to open the records, as they write themselves."""

    given_name: str
    family_name: str = ""
    job_title: str = ""

    @property
    def full_name(self) -> str:
        """Both names."""
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True, kw_only=True)
class Holder:
    """Somebody who can open the records: the name beside what they write."""

    name: str
    is_you: bool
    has_recovery_code: bool


class Keys:
    """The key file of one folder of records."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        work: Work | None = None,
        random_bytes: RandomBytes = secrets.token_bytes,
    ) -> None:
        self._folder, self._work, self.random_bytes = folder, work, random_bytes
        self.tries = WrongTries(folder / TRIES, clock)

    def move(self, folder: Path) -> None:
        """Look for the key file in another folder from now on."""
        self._folder = folder
        self.tries.move(folder / TRIES)

    @property
    def strength(self) -> Work:
        """How much work a new passphrase makes for whoever guesses it."""
        return self._work or work_for_this_machine()

    def read(self) -> KeyFile:
        """What stands in the key file; a UserError when it cannot be used."""
        return read_key_file(self._folder / KEYS)

    def save(self, keys: KeyFile) -> None:
        """Put other keys in the place of those that are there."""
        try:
            keys.save(self._folder / KEYS)
        except OSError:
            raise UserError(
                "The keys were not saved, so nothing was changed.",
                "The folder cannot be written, or the disk is full. Make room and try again.",
            ) from None

    def open(self, passphrase: str) -> tuple[KeyFile, Opened]:
        """Try a passphrase; after several wrong ones there is a wait."""
        keys = self.read()
        with self.tries.counted():
            return keys, keys.open_with_passphrase(passphrase)

    def settle(self, keys: KeyFile, opened: Opened) -> tuple[KeyFile, Opened, bytes]:
        """End what was broken off with the records, and find the key that they have.

        That is an earlier one where an older backup was put back.
        """
        path = self._folder / RECORDS
        end_putting_in_place(path)
        next_key, known = opened.next_key, [opened.data_key, *keys.earlier_keys(opened.data_key)]
        if next_key is not None and key_turning.opens(path, next_key):
            keys = key_turning.end(keys, opened, self.random_bytes)
            opened = replace(opened, data_key=next_key, next_key=None)
            known = [next_key]
        under = next((key for key in known if key_turning.opens(path, key)), None)
        if under is None:
            # Whatever is the matter with them, opening them says so; the keys stay as they are.
            return keys, opened, opened.data_key
        if next_key is not None:
            keys, opened = key_turning.abandon(keys), replace(opened, next_key=None)
            # Where they cannot be saved, both keys stay, and this is done again next time.
            with suppress(UserError):
                self.save(keys)
        return keys, opened, under

    def strengthen(self, keys: KeyFile, opened: Opened, passphrase: str) -> None:
        """Ask as much work of whoever guesses as a new passphrase would on this computer."""
        if not keys.is_below(self.strength, opened):
            return
        # It is asked again at the next unlocking; nobody has to know.
        with suppress(UserError):
            self.save(keys.with_passphrase(passphrase, opened, self.strength, self.random_bytes))

    def change_passphrase(self, passphrase: str, new_passphrase: str) -> None:
        """Give one person a new passphrase; the old one opens no more."""
        _check_strong(new_passphrase)
        keys, opened = self.open_to_change(passphrase)
        if new_passphrase != passphrase:
            _check_unused(keys, new_passphrase)
        self.save(keys.with_passphrase(new_passphrase, opened, self.strength, self.random_bytes))

    def change_recovery_code(self, passphrase: str, code: str) -> None:
        """Give one person another recovery code; the old sheet opens no more."""
        keys, opened = self.open_to_change(passphrase)
        self.save(keys.with_recovery_code(code, opened, self.strength, self.random_bytes))

    def holders(self, workspace: Workspace) -> list[Holder]:
        """Everybody who can open the records, in the order in which they were let in."""
        keys = self.read()
        with_code = {slot.user for slot in keys.slots if slot.kind == RECOVERY}
        return [
            Holder(
                name=user, is_you=user == workspace.store.who, has_recovery_code=user in with_code
            )
            for user in keys.users
        ]

    def let_in(
        self, workspace: Workspace, passphrase: str, colleague: Colleague, new_passphrase: str
    ) -> str:
        """Let a colleague open everything with their own passphrase; the name they write under."""
        _check_strong(new_passphrase)
        keys, opened = self.open_to_change(passphrase)
        name = _free_name(workspace.store, keys, colleague)
        _check_unused(keys, new_passphrase)
        person = Person(
            kind="professional",
            given_name=colleague.given_name,
            family_name=colleague.family_name,
            job_title=colleague.job_title or None,
        )
        _note_opener(workspace.store, f"Let {name} open the records", person)
        theirs = Opened(data_key=opened.data_key, user=name, person=person.id.hex)
        try:
            changed = keys.with_passphrase(new_passphrase, theirs, self.strength, self.random_bytes)
            self.save(changed)
        except UserError:
            _forget_opener(workspace.store, f"{name} was not let in", person.id.hex)
            raise
        return name

    def shut_out(self, workspace: Workspace, passphrase: str, name: str) -> None:
        """Take a person's way in away, and give the records a key that they never had."""
        keys, opened = self.open_to_change(passphrase)
        if name == opened.user:
            raise UserError(
                "You cannot shut yourself out.",
                "Somebody else who can open these records can do it for you.",
            )
        person = next((slot.person for slot in keys.slots if slot.user == name), None)
        if person is None:
            raise UserError("Nobody was shut out.", "They could not open these records any more.")
        self._turn(workspace.store, keys, opened, leaving=name)
        _forget_opener(workspace.store, f"{name} opens the records no more", person)

    def turn(self, workspace: Workspace, passphrase: str) -> None:
        """Give the records another key; everybody's passphrase and recovery code stay."""
        keys, opened = self.open_to_change(passphrase)
        self._turn(workspace.store, keys, opened, leaving=None)

    def _turn(self, store: Store, keys: KeyFile, opened: Opened, leaving: str | None) -> None:
        store.check_writable()
        next_key = self.random_bytes(len(opened.data_key))
        both = key_turning.begin(keys, opened, next_key, self.random_bytes, leaving)
        store.back_up()
        self.save(both)
        # When it breaks off here, both keys stay until the next unlocking finds which one counts.
        store.turn_key(next_key)
        ended = key_turning.end(both, replace(opened, next_key=next_key), self.random_bytes)
        with suppress(UserError):
            self.save(ended)
        known = (opened.data_key, *keys.earlier_keys(opened.data_key))
        key_turning.turn_backups(store.backups(), known, next_key, self._folder / KEYS)

    def open_to_change(self, passphrase: str) -> tuple[KeyFile, Opened]:
        """Try a passphrase for changing the keys; a UserError while another change is going on."""
        self.read_to_change()
        return self.open(passphrase)

    def read_to_change(self) -> KeyFile:
        """What stands in the key file; a UserError while a change of the data key is going on."""
        keys = self.read()
        if keys.is_turning:
            raise UserError(
                "The keys were not changed: an earlier change was broken off.",
                "Lock your records, unlock them again, and try once more. Nothing is lost.",
            )
        return keys


def _check_strong(passphrase: str) -> None:
    if (problem := passphrases.problem_with(passphrase)) is not None:
        raise UserError("This passphrase is too easy to guess.", problem)


def _check_unused(keys: KeyFile, passphrase: str) -> None:
    """Two people with one passphrase could not be told apart."""
    try:
        keys.open_with_passphrase(passphrase)
    except UserError:
        return
    raise UserError(
        "Choose another passphrase.", "This one opens the records already, for somebody else."
    )


def _free_name(store: Store, keys: KeyFile, colleague: Colleague) -> str:
    if len(keys.users) >= MOST_PEOPLE:
        raise UserError(
            "Nobody was let in.", f"No more than {MOST_PEOPLE} people can open the same records."
        )
    with store.read() as session:
        # Whoever wrote here before keeps the name for good.
        taken = {*keys.users, *session.scalars(select(Step.who).distinct())}
    free = [name for name in (colleague.given_name, colleague.full_name) if name not in taken]
    if not free:
        raise UserError(
            "Nobody was let in.",
            "Somebody with this name writes in these records already. Write the name differently, "
            "so that the two can be told apart.",
        )
    return free[0]


def _note_opener(store: Store, words: str, person: Person) -> None:
    with store.write(words) as session:
        session.add(person)
        info = living(session, StoreInfo)[0]
        info.openers = [*info.openers, person.id.hex]


def _forget_opener(store: Store, words: str, person: str) -> None:
    """Note that a person opens the records no more; what they wrote stays theirs."""
    with store.write(words) as session:
        info = living(session, StoreInfo)[0]
        info.openers = [opener for opener in info.openers if opener != person]
