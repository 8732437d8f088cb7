"""Unlocking with this computer's sign-in: off unless somebody wants it, and for a day at most."""

import base64
from contextlib import suppress
from datetime import datetime, timedelta
from threading import Thread

from taf_desktop.errors import UserError
from taf_desktop.services.desk import Clock
from taf_desktop.services.keys import Keys
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.key_file import SIGN_IN, KeyFile, Opened
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.store.os_keyring import NoAnswerError, OsKeyring

__all__ = ["A_DAY", "NoAnswerError", "SignIn"]

A_DAY = timedelta(days=1)


class SignIn:
    """A random secret in the keyring of the computer, which opens a slot of its own."""

    def __init__(self, keys: Keys, clock: Clock, keyring: OsKeyring) -> None:
        self._keys, self._clock, self._keyring = keys, clock, keyring

    @property
    def is_on(self) -> bool:
        """Whether somebody has wanted it for these records."""
        try:
            return any(slot.kind == SIGN_IN for slot in self._keys.read().slots)
        except UserError:
            return False

    def turn_on(self, passphrase: str) -> None:
        """Let this computer's sign-in open the records for a day after each passphrase."""
        keys, opened = self._keys.open_to_change(passphrase)
        # One entry in one keyring: whoever wants it last has it.
        keys = keys.without(SIGN_IN, opened.data_key)
        secret = base64.b64encode(self._keys.random_bytes(32)).decode()
        changed = keys.with_slot(SIGN_IN, secret, opened, LEAST_WORK, self._keys.random_bytes)
        try:
            self._keyring.put(keys.store_id, self._dated(secret))
        except NoAnswerError as error:
            raise UserError(
                "It was not turned on.", f"{error} Your passphrase opens the records as before."
            ) from None
        self._keys.save(changed)

    def turn_off(self, workspace: Workspace) -> None:
        """Let only the passphrase and the recovery code open the records again."""
        keys = self._keys.read_to_change()
        self._keys.save(keys.without(SIGN_IN, workspace.store.data_key))
        # Without its slot the secret opens nothing, wherever it is still kept.
        with suppress(NoAnswerError):
            self._keyring.forget(keys.store_id)

    def open(self) -> tuple[KeyFile, Opened]:
        """What the sign-in opens; a NoAnswerError says in one sentence why it does not."""
        keys = self._keys.read()
        secret, since = _parts(self._keyring.get(keys.store_id))
        if secret is None or since is None:
            raise NoAnswerError("This computer’s sign-in does not know these records.")
        if not timedelta(0) <= self._clock() - since < A_DAY:
            raise NoAnswerError("The passphrase is asked for once a day.")
        opened = keys.open_with_sign_in(secret)
        if opened is None:
            raise NoAnswerError("This computer’s sign-in does not open these records any more.")
        return keys, opened

    def renew(self, opened: Opened) -> Thread | None:
        """Begin another day, after the passphrase was typed; nobody waits for it."""
        keys = self._keys.read()
        if not any((slot.kind, slot.user) == (SIGN_IN, opened.user) for slot in keys.slots):
            return None
        thread = Thread(target=self._begin_another_day, args=(keys.store_id,), daemon=True)
        thread.start()
        return thread

    def _begin_another_day(self, name: str) -> None:
        with suppress(NoAnswerError):
            secret, _since = _parts(self._keyring.get(name))
            if secret is not None:
                self._keyring.put(name, self._dated(secret))

    def _dated(self, secret: str) -> str:
        return f"{secret}|{self._clock().isoformat(timespec='seconds')}"


def _parts(value: str | None) -> tuple[str | None, datetime | None]:
    """The secret and when the passphrase was typed last; None for what is not there."""
    secret, _, since = (value or "").partition("|")
    try:
        when = datetime.fromisoformat(since)
    except ValueError:
        return None, None
    return (secret, when) if secret and when.tzinfo is not None else (None, None)
