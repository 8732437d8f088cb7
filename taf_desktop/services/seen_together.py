"""The allow-list of a screen: nobody settles there what typed words give away, so none stand."""

from collections.abc import Sequence
from functools import cache
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.model.base import Record
from taf_desktop.packs.pack import Pack
from taf_desktop.services.allowing import Allowing, allow
from taf_desktop.services.kept_from import WHO_ELSE, kept_from
from taf_desktop.services.kept_words import Kept, found_in
from taf_desktop.services.own_words import typed


def seen_together(
    session: Session, family_id: UUID, person_ids: Sequence[UUID], pack: Pack
) -> Allowing:
    """What all of these people may see at once, and only what gives nothing away to one of them.

    A copy is looked through before it leaves and somebody decides; a screen is seen at once.
    """
    allowing = allow(session, family_id, person_ids)

    @cache
    def kept() -> list[Kept]:
        # Mostly nobody asks, and then nothing is looked for.
        return kept_from(allowing, pack)

    def gives_away(row: Record) -> bool:
        # Whoever shows somebody a record by name has read whose names stand in it.
        named = not allowing.reader_ids.isdisjoint(row.audience.people)  # type: ignore[attr-defined]
        heeded = (one for one in kept() if not (named and one.what == WHO_ELSE))
        text = typed(row)
        return any(found_in(text, one) for one in heeded)

    allowing.gives_away = gives_away
    return allowing
