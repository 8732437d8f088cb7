"""Which words took the place of which, who changed them and when, read from the journal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from taf_desktop.store.journal import Change, Step

_WORDED = {
    ("statement", "text"),
    ("disagreement", "text"),
    ("action", "what"),
    ("scale", "question"),
    ("agreement", "limits"),
}
"""The fields whose earlier words are shown beside those that stood."""


@dataclass(frozen=True, kw_only=True)
class Wording:
    """Words as they stood for a while: who wrote them, and when."""

    words: str
    who: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Rewording:
    """Words that stood at the end, and those before them, the newest first."""

    now: Wording
    before: tuple[Wording, ...]


def rewordings(changes: Iterable[tuple[Step, Change]]) -> Sequence[Rewording]:
    """Everything that was put in other words; `changes` stand the oldest first."""
    told: dict[tuple[UUID, str], list[Wording]] = {}
    for step, change in changes:
        if (change.record, change.field) in _WORDED and change.new:
            wording = Wording(
                words=str(change.new), who=step.who, at=datetime.fromisoformat(step.at)
            )
            told.setdefault((change.record_id, change.field), []).append(wording)
    found = []
    for wordings in told.values():
        *before, now = _without_halves(wordings)
        if before:
            found.append(Rewording(now=now, before=tuple(reversed(before))))
    return found


def _without_halves(wordings: Sequence[Wording]) -> list[Wording]:
    """Leave out what was saved while somebody was still typing on."""
    kept: list[Wording] = []
    for wording in wordings:
        while kept and kept[-1].who == wording.who and wording.words.startswith(kept[-1].words):
            kept.pop()
        kept.append(wording)
    return kept
