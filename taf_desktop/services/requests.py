"""The request for help: received, screened, decided, told; with the pack's clocks beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from taf_desktop.model.base import Answer
from taf_desktop.model.episode import Episode
from taf_desktop.packs.clocks import Clock, clock_from_json, moment_from, moment_words, spell
from taf_desktop.services.desk import Desk
from taf_desktop.services.records import living, one, put


@dataclass(frozen=True, kw_only=True)
class ClockReading:
    """One clock in words: "Screened within 2 hours", "met, after 1 hour 25 minutes"."""

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

    def clocks(self, episode: Episode) -> list[ClockReading]:
        """How the clocks of the day of the request stand, in words."""
        kept = episode.policy.get("clocks", {})
        ends = {"screening": episode.screened_at, "decision": episode.decided_at}
        return [
            self._read(clock_from_json(clock_id, kept[clock_id]), episode.received_at, end)
            for clock_id, end in ends.items()
            if clock_id in kept
        ]

    def _read(self, clock: Clock, start_text: str | None, end_text: str | None) -> ClockReading:
        label = f"{clock.label} {clock.within}"
        start, end = moment_from(start_text), moment_from(end_text)
        if start is None:
            return ClockReading(label=label, words="starts when it is received", tone="plain")
        due = clock.due(start)
        if end is not None:
            return _ended(label, start, end, due)
        by = moment_words(due.isoformat(), relative_to=self._desk.today)
        if self._desk.clock().replace(tzinfo=None) > due:
            return ClockReading(label=label, words=f"late: it was due by {by}", tone="late")
        return ClockReading(label=label, words=f"due by {by}", tone="due")


def _ended(label: str, start: datetime, end: datetime, due: datetime) -> ClockReading:
    if end < start:
        words = "the end is before the start: look at the times"
        return ClockReading(label=label, words=words, tone="due")
    took = spell(end - start)
    if end <= due:
        return ClockReading(label=label, words=f"met, after {took}", tone="done")
    return ClockReading(label=label, words=f"not met: it took {took}", tone="late")
