"""Whom a record is about: the people it names by id, its words, and who is responsible for whom."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.model.base import Record
from taf_desktop.model.family import Relationship
from taf_desktop.model.views import Disagreement, Scale, ScaleMark, Statement
from taf_desktop.services.records import living

_ONE_PERSON = ("person_id", "who_id")
_PEOPLE = ("said_by", "helped_by")
_WORDS = ("text", "what")


def children_of(session: Session, family_id: UUID, person_ids: Sequence[UUID]) -> frozenset[UUID]:
    """The children for whom every one of these people has parental responsibility."""
    rows = living(session, Relationship, family_id=family_id, parental_responsibility="yes")
    theirs = [{row.child_id for row in rows if row.person_id == one} for one in person_ids]
    return frozenset(set.intersection(*theirs)) if theirs else frozenset()


def person_ids_in(row: Record) -> set[UUID]:
    """The people who said, promised, gave or agreed to what a record holds."""
    single = {getattr(row, name, None) for name in _ONE_PERSON}
    several = {UUID(one) for name in _PEOPLE for one in getattr(row, name, None) or ()}
    return {one for one in single if one is not None} | several


def words_of(row: Record) -> str:
    """The words in which a record may name somebody."""
    return " ".join(getattr(row, name, None) or "" for name in _WORDS)


def behind(session: Session, row: Record) -> list[Statement]:
    """What was said that a record answers: who may not see it does not learn of the answer."""
    said_id: UUID | None = None
    if isinstance(row, Disagreement):
        said_id = row.statement_id
    elif isinstance(row, ScaleMark):
        scale = session.get(Scale, row.scale_id)
        said_id = scale.goal_id if scale else None
    said = session.get(Statement, said_id) if said_id else None
    return [said] if said else []
