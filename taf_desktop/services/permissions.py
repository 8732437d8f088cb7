"""What people said may be shown of their own words, and to whom it must not be shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.model.audience import Reader
from taf_desktop.model.base import Record
from taf_desktop.model.episode import Agreement
from taf_desktop.model.meeting import PlanAgreement
from taf_desktop.model.views import Disagreement, ScaleMark, Statement
from taf_desktop.services.records import living

_OWN_WORDS = "own_words"
_REFUSED = ("no", "withdrawn")


@dataclass(frozen=True, kw_only=True)
class Permission:
    """What one person said: to whom nothing of theirs goes, and whether their own words stay."""

    never: frozenset[UUID] = frozenset()
    keeps_words: bool = False


def permissions(session: Session, family_id: UUID) -> dict[UUID, Permission]:
    """By person, what they said last about each thing; nobody who said nothing of the kind."""
    found: dict[UUID, Permission] = {}
    for row in living(session, Agreement, family_id=family_id):
        before = found.get(row.person_id, Permission())
        keeps = row.decision in _REFUSED if row.kind == _OWN_WORDS else before.keeps_words
        found[row.person_id] = Permission(
            never=before.never | frozenset(map(UUID, row.not_to)), keeps_words=keeps
        )
    return {person_id: one for person_id, one in found.items() if one != Permission()}


def refused(given: Mapping[UUID, Permission], row: Record, readers: Sequence[Reader]) -> bool:
    """Whether whoever said a thing does not want it to be shown to one of these readers.

    Words that stay with a person may stand where that person reads along, and the lead, who writes
    them down, has them all the same.
    """
    return any(
        _refuses(person_id, given[person_id], row, readers)
        for person_id in speakers(row)
        if person_id in given
    )


def _refuses(
    person_id: UUID, permission: Permission, row: Record, readers: Sequence[Reader]
) -> bool:
    ids = {reader.person_id for reader in readers} - {person_id}
    if ids & permission.never:
        return True
    reads_along = any(reader.person_id == person_id for reader in readers)
    others = any(not reader.is_lead for reader in readers)
    return permission.keeps_words and _is_in_own_words(row) and others and not reads_along


def speakers(row: Record) -> Iterable[UUID]:
    """Whose words or number a record holds."""
    if isinstance(row, Statement):
        return map(UUID, row.said_by)
    return (row.person_id,) if isinstance(row, Disagreement | ScaleMark | PlanAgreement) else ()


def _is_in_own_words(row: Record) -> bool:
    if isinstance(row, Statement):
        return row.exact_words or bool(row.house)
    return isinstance(row, Disagreement)
