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
_BY_ONE = (Disagreement, ScaleMark, PlanAgreement)


@dataclass(frozen=True, kw_only=True)
class Permission:
    """What one person said: to whom nothing of theirs goes, and whether their own words stay."""

    never: frozenset[UUID] = frozenset()
    keeps_words: bool = False


def permissions(session: Session, family_id: UUID) -> dict[UUID, Permission]:
    """By person, what they said last about each thing; nobody who said nothing of the kind."""
    rows = living(session, Agreement, family_id=family_id)
    last: dict[tuple[UUID, str | None], Agreement] = {}
    for row in rows:
        before = last.get((row.person_id, row.kind), row)
        if _said_on(row) >= _said_on(before):
            last[row.person_id, row.kind] = row
    found: dict[UUID, Permission] = {}
    for row in last.values():
        known = found.get(row.person_id, Permission())
        keeps = row.kind == _OWN_WORDS and row.decision in _REFUSED
        found[row.person_id] = Permission(
            never=known.never | frozenset(map(UUID, row.not_to)),
            keeps_words=known.keeps_words or keeps,
        )
    return {person_id: one for person_id, one in found.items() if one != Permission()}


def _said_on(row: Agreement) -> str:
    withdrawn = row.withdrawn_on if row.decision == "withdrawn" else None
    return withdrawn or row.given_on or ""


def refused(
    given: Mapping[UUID, Permission], rows: Sequence[Record], readers: Sequence[Reader]
) -> bool:
    """Whether whoever said a thing does not want it to be shown to one of these readers.

    `rows` are the thing as it stood on several days. Whoever said it too has it all the same.
    """
    said = {one for row in rows for one in speakers(row)}
    others = [reader for reader in readers if reader.person_id not in said]
    own = any(map(_is_in_own_words, rows))
    return bool(others) and any(
        refuses(
            given, one, [*others, *(reader for reader in readers if reader.person_id == one)], own
        )
        for one in said
    )


def refuses(
    given: Mapping[UUID, Permission], person_id: UUID, readers: Sequence[Reader], own_words: bool
) -> bool:
    """Whether somebody does not want what is theirs, or their own words, to go to these readers.

    Words that stay with a person may stand where that person reads along, and the lead, who writes
    them down, has them all the same.
    """
    permission = given.get(person_id)
    if permission is None:
        return False
    others = [reader for reader in readers if reader.person_id != person_id]
    if any(reader.person_id in permission.never for reader in others):
        return True
    reads_along = len(others) < len(readers)
    stays = permission.keeps_words and own_words and not reads_along
    return stays and any(not reader.is_lead for reader in others)


def speakers(row: Record) -> Iterable[UUID]:
    """Whose words or number a record holds."""
    if isinstance(row, Statement):
        return map(UUID, row.said_by)
    return (row.person_id,) if isinstance(row, _BY_ONE) else ()


def _is_in_own_words(row: Record) -> bool:
    if isinstance(row, Statement):
        return row.exact_words or bool(row.house)
    return isinstance(row, Disagreement)
