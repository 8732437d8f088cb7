"""Who changed what and when, read from the journal; and taking things back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, or_, select

from taf_desktop.model.family import Person
from taf_desktop.model.issued import DocumentIssued
from taf_desktop.services.copies_told import TABLE_MADE, copies_in, readers_in
from taf_desktop.services.desk import Desk
from taf_desktop.services.lookers import steps_of_looks
from taf_desktop.services.people import family_people, spoken_name, team_people
from taf_desktop.services.typing_on import without_halves
from taf_desktop.services.wordings import Reworded, Wordings
from taf_desktop.store.journal import Change, Step
from taf_desktop.store.undo import last_stamp, next_stamp, redo, undo


@dataclass(frozen=True, kw_only=True)
class HistoryLine:
    """One step as it is read: when, who, what, and the words before and after.

    `is_from_here` says whether it was done on this computer; `copies` tell of each paper that left
    the program: which, for whom, how.
    """

    at: datetime
    who: str
    words: str
    reworded: tuple[Reworded, ...]
    is_undoing: bool
    is_from_here: bool = True
    copies: tuple[str, ...] = ()


class History:
    """Everything that was ever done, and the way back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of_family(self, family_id: UUID) -> list[HistoryLine]:
        """Every step of one family, the newest first."""
        with self._desk.store.read() as session:
            theirs, shared = Step.family_id == family_id, _with_others(family_id)
            told = or_(theirs, Step.id.in_(shared)), Step.id.not_in(steps_of_looks())
            query = select(Step).where(*told).order_by(Step.hlc.desc())
            steps = list(session.scalars(query))
            changed = select(Change).where(Change.step_id.in_([step.id for step in steps]))
            of_others = select(DocumentIssued.id).where(DocumentIssued.family_id != family_id)
            changed = changed.where(Change.record_id.not_in(of_others))
            changes = list(session.scalars(changed.order_by(Change.id)))
            around = family_people(session, family_id) + team_people(session, family_id)
        names = {str(person.id): spoken_name(person) for person in around}
        names |= self._names_of_readers(changes, names)
        wordings = Wordings(self._desk.pack, names)
        by_step: dict[UUID, list[Change]] = {}
        for change in changes:
            by_step.setdefault(change.step_id, []).append(change)
        whole = without_halves(steps, by_step)
        lines = [_line(step, step_changes, wordings, names) for step, step_changes in whole]
        here = self._desk.store.device
        return [
            replace(line, is_from_here=step.device == here)
            for line, (step, _changes) in zip(lines, whole, strict=True)
        ]

    def _names_of_readers(
        self, changes: Sequence[Change], known: Mapping[str, str]
    ) -> dict[str, str]:
        """The names of readers of copies who are not around the family any more."""
        readers = {reader for change in changes for reader in readers_in(change)} - known.keys()
        with self._desk.store.read() as session:
            found = (session.get(Person, UUID(reader)) for reader in readers)
            return {str(person.id): spoken_name(person) for person in found if person}

    def of_record(self, record_id: UUID) -> list[tuple[Step, Change]]:
        """Every change of one record, the newest first: old and new words are both kept."""
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

    def now(self) -> str:
        """A mark: what is done from now on comes after it."""
        return last_stamp(self._desk.store)

    def next_step(self, *, again: bool) -> str | None:
        """When the step was done that `undo`, or `redo`, would turn now; comparable with `now`."""
        return next_stamp(self._desk.store, again=again)


def _with_others(family_id: UUID) -> Select[UUID]:
    """The steps that noted a copy of several families, this one among them."""
    copies = select(DocumentIssued.id).where(DocumentIssued.family_id == family_id)
    return select(Change.step_id).where(Change.record_id.in_(copies))


def _line(
    step: Step, changes: Sequence[Change], wordings: Wordings, names: Mapping[str, str]
) -> HistoryLine:
    found = (wordings.of(change) for change in changes)
    copies = tuple(copies_in(changes, names))
    return HistoryLine(
        at=datetime.fromisoformat(step.at),
        who=step.who,
        words=step.words or (TABLE_MADE if copies else ""),
        reworded=tuple(one for one in found if one is not None and one.old != one.new),
        is_undoing=step.undoes is not None,
        copies=copies,
    )
