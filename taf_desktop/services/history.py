"""Who changed what and when, read from the journal; and taking things back."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from taf_desktop.services.desk import Desk
from taf_desktop.store.journal import Change, Step
from taf_desktop.store.undo import redo, undo


@dataclass(frozen=True, kw_only=True)
class HistoryEntry:
    """One step with everything it changed; `undoes` is set when it took another step back."""

    step: Step
    changes: tuple[Change, ...]

    @property
    def is_undoing(self) -> bool:
        """Whether this step took another one back."""
        return self.step.undoes is not None


class History:
    """Everything that was ever done, and the way back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of_family(self, family_id: UUID) -> list[HistoryEntry]:
        """Every step of one family, the newest first."""
        with self._desk.store.read() as session:
            query = select(Step).where(Step.family_id == family_id).order_by(Step.hlc.desc())
            steps = list(session.scalars(query))
            ids = [step.id for step in steps]
            rows = session.scalars(
                select(Change).where(Change.step_id.in_(ids)).order_by(Change.id)
            )
            by_step: dict[UUID, list[Change]] = {}
            for change in rows:
                by_step.setdefault(change.step_id, []).append(change)
        return [HistoryEntry(step=step, changes=tuple(by_step.get(step.id, ()))) for step in steps]

    def of_record(self, record_id: UUID) -> list[tuple[Step, Change]]:
        """Every change of one record, the newest first: old and new wordings are both kept."""
        with self._desk.store.read() as session:
            query = (
                select(Step, Change)
                .join(Change, Change.step_id == Step.id)
                .where(Change.record_id == record_id)
                .order_by(Step.hlc.desc())
            )
            return [(step, change) for step, change in session.execute(query)]

    def count(self) -> int:
        """How many steps were ever written: opening a page must not change it."""
        with self._desk.store.read() as session:
            return len(list(session.scalars(select(Step.id))))

    def undo(self) -> str | None:
        """Take back the newest thing that was done here; its words, or None."""
        return undo(self._desk.store)

    def redo(self) -> str | None:
        """Do again what was taken back last; its words, or None."""
        return redo(self._desk.store)
