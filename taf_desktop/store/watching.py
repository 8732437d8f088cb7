"""What a session is watched for: all that is written is journalled, and reading only reads."""

from collections.abc import Callable

from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.orm.unitofwork import UOWTransaction

from taf_desktop.model.base import Record
from taf_desktop.store.journal import Step, write_changes


def journalling(step: Step) -> Callable[[Session, UOWTransaction, object], None]:
    """Writes the journal of a step before its changes are written."""

    def before_flush(session: Session, _context: UOWTransaction, _instances: object) -> None:
        # A step without a change would be undone without anything to see.
        if write_changes(session, step) and step not in session:
            session.add(step)

    return before_flush


def refuse_writing(session: Session, _context: UOWTransaction, _instances: object) -> None:
    """Stop a reading session that was asked to write."""
    if session.new or session.deleted or any(session.is_modified(row) for row in session.dirty):
        raise RuntimeError("a reading session was asked to write")


def refuse_records(session: Session, _context: UOWTransaction, _instances: object) -> None:
    """Stop a session that writes beside the journal from touching a record."""
    if any(isinstance(row, Record) for row in (*session.new, *session.dirty, *session.deleted)):
        raise RuntimeError("a record would pass by the journal")


def refuse_bulk(state: ORMExecuteState) -> None:
    """Stop a statement that would pass by the journal."""
    if not state.is_select:
        raise RuntimeError("a statement would pass by the journal")
