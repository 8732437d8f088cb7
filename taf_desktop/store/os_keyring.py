"""The keyring of this computer's sign-in: four known ones, asked in a thread with a limit of time.

It holds a way in beside the passphrase, never instead of it: keyrings have been lost when a system
changed or a profile roamed. Any other back end, such as one that writes a plain file, is not asked
and not even loaded.
"""

from collections.abc import Callable
from importlib import import_module
from queue import Empty, Queue
from threading import Thread
from typing import Protocol, TypeVar

T = TypeVar("T")

SERVICE = "TAF Desktop"
LONGEST_VALUE = 512
"""More letters than this were not put in by this program; Windows keeps at most 1,280."""
_SECONDS = 3.0
_KNOWN = (
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
)


class Backend(Protocol):
    """What a keyring can do."""

    def get_password(self, service: str, username: str) -> str | None:
        """What is kept under two names."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep something under two names."""

    def delete_password(self, service: str, username: str) -> None:
        """Keep it no more."""


class NoAnswerError(Exception):
    """The keyring is not there, did not answer in time, or refused; the words say which."""


def find_backend() -> Backend | None:
    """The keyring of this system, if it is one of the four and can be used."""
    for module, name in _KNOWN:
        try:
            kind = getattr(import_module(module), name)
            if kind.priority <= 0:
                continue
            backend: Backend = kind()
        except Exception:  # noqa: S112  # each says in its own way that it is not there
            continue
        if hasattr(backend, "persist"):
            # By itself it roams with the profile, to machines where these records are not.
            backend.persist = "local machine"
        return backend
    return None


class OsKeyring:
    """Keeps short values under a name; every question has an answer within the limit."""

    def __init__(
        self, find: Callable[[], Backend | None] = find_backend, seconds: float = _SECONDS
    ) -> None:
        self._find, self._seconds = find, seconds
        self._is_silent = False

    def get(self, name: str) -> str | None:
        """What is kept under the name; None when nothing is, or nothing that we put in."""
        value = self._ask(lambda backend: backend.get_password(SERVICE, name))
        return value if value is not None and len(value) <= LONGEST_VALUE else None

    def put(self, name: str, value: str) -> None:
        """Keep a value, and make sure that it was kept."""
        self._ask(lambda backend: backend.set_password(SERVICE, name, value))
        if self.get(name) != value:
            raise NoAnswerError("This computer’s sign-in did not keep it.")

    def forget(self, name: str) -> None:
        """Keep it no more."""
        self._ask(lambda backend: backend.delete_password(SERVICE, name))

    def _ask(self, question: Callable[[Backend], T]) -> T:
        # One that did not answer once is not waited for a second time.
        if self._is_silent:
            raise NoAnswerError("This computer’s sign-in did not answer.")
        answers: Queue[tuple[T] | NoAnswerError] = Queue(1)
        Thread(target=self._answer, args=(question, answers), daemon=True).start()
        try:
            answer = answers.get(timeout=self._seconds)
        except Empty:
            self._is_silent = True
            raise NoAnswerError("This computer’s sign-in did not answer.") from None
        if isinstance(answer, NoAnswerError):
            raise answer
        return answer[0]

    def _answer(
        self, question: Callable[[Backend], T], answers: "Queue[tuple[T] | NoAnswerError]"
    ) -> None:
        try:
            backend = self._find()
            if backend is None:
                answers.put(NoAnswerError("This computer’s sign-in cannot be used here."))
            else:
                answers.put((question(backend),))
        except Exception:  # whatever a system says when it is locked or refuses
            answers.put(NoAnswerError("This computer’s sign-in is locked, or refused."))
