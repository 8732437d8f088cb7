"""The request for help: received, screened, decided, told; with the pack's clocks beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from taf_desktop.model.base import Answer
from taf_desktop.model.episode import Episode
from taf_desktop.services.desk import Desk
from taf_desktop.services.records import living, one, put


@dataclass(frozen=True, kw_only=True)
class ClockReading:
    """One clock in words: "Screened within 2 hours: met, after 1 hour 25 minutes"."""

    label: str
    words: str
    tone: str


class Requests:
    """Everything about the first request and where it led."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def current(self, family_id: UUID) -> Episode:
        """The stretch of help that a family is in now."""
        with self._desk.store.read() as session:
            return living(session, Episode, family_id=family_id)[-1]

    def save(self, episode_id: UUID, changes: Mapping[str, Answer]) -> Episode:
        """Save answers about the request."""
        with self._desk.store.read() as session:
            family_id = one(session, Episode, episode_id).family_id
        with self._desk.store.write("Change the request", family_id) as session:
            episode = one(session, Episode, episode_id)
            put(episode, changes)
        return episode
