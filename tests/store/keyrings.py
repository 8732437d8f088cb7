"""Keyrings as they are met: one that keeps, one that refuses, one that is silent."""

from threading import Event


class Keeping:
    """Keeps what it is given, in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Forgetful(Keeping):
    """Says nothing and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class Refusing(Keeping):
    """Locked: every question ends with an error that names what was asked."""

    def _refuse(self, *asked: str) -> None:
        raise RuntimeError(f"Failed to unlock the collection for {asked}")

    def get_password(self, service: str, username: str) -> str | None:
        self._refuse(service, username)
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        self._refuse(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        self._refuse(service, username)


class Silent(Keeping):
    """Asks somebody who is not there, as a keyring does whose window nobody answers."""

    def __init__(self) -> None:
        super().__init__()
        self.end, self.asked = Event(), 0

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        self.end.wait(60)
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        self.asked += 1
        self.end.wait(60)
