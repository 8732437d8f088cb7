"""The records as they stood on an earlier day, for readers who may see what they may see today."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from taf_desktop.model.base import Record
from taf_desktop.model.family import ProtectedFact
from taf_desktop.services.allowing import Allowing
from taf_desktop.services.people import family_people, team_people
from taf_desktop.services.unborn import unknown_to
from taf_desktop.store.family_rows import rows_of
from taf_desktop.store.past import as_at

_WHO_MAY_SEE_IT = ("audience", "notes_audience")
_FACTS = "fact_audience"


@contextmanager
def standing(allowing: Allowing, day: date | None) -> Iterator[Allowing]:
    """The same readers over the records at the end of a day; the records of now without one.

    What was written is as it was then, for whoever might see it then and may see it now: neither
    what is kept from somebody since nor what was not for them then must reach them by this way.
    """
    if day is None:
        yield allowing
        return
    session, family_id = allowing.session, allowing.family_id
    with as_at(session, family_id, day) as past:
        today = _keep_confidences(session, past, family_id)
        around = family_people(past, family_id) + team_people(past, family_id)
        unknown = unknown_to(past, around, allowing.readers)
        hidden = {person.id for person in (*unknown, *allowing.unknown)}
        people = {person.id: person for person in around if person.id not in hidden}
        yield replace(allowing, session=past, people=people, unknown=unknown, today=today)


def _keep_confidences(now: Session, past: Session, family_id: UUID) -> dict[UUID, Record]:
    """Carry over who may see what; the records of now, by id."""
    for then in past.scalars(select(ProtectedFact)).all():
        past.delete(then)
    past.flush()
    today = {row.id: row for row in rows_of(now, family_id)}
    for row in list(rows_of(past, family_id)):
        if row.id in today:
            _keep_confidence(row, today[row.id])
    past.add_all(_again(row) for row in today.values() if isinstance(row, ProtectedFact))
    past.commit()
    return today


def _keep_confidence(then: Record, now: Record) -> None:
    for name in _WHO_MAY_SEE_IT:
        if hasattr(then, name) and getattr(then, name) != getattr(now, name):
            setattr(then, name, replace(getattr(now, name), also=getattr(then, name)))
    if hasattr(then, _FACTS):
        setattr(then, _FACTS, getattr(now, _FACTS))


def _again(row: Record) -> Record:
    kind = type(row)
    return kind(**{column.key: getattr(row, column.key) for column in inspect(kind).column_attrs})
