"""Who looked at a family's record and on which days; to look is noted, and changes nothing else."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from taf_desktop.model.family import Family
from taf_desktop.model.occurrence import LOOKED, Occurrence
from taf_desktop.services.desk import Desk
from taf_desktop.services.records import living
from taf_desktop.store.journal import Change


@dataclass(frozen=True, kw_only=True)
class Looker:
    """Somebody who can open these records, and the days on which they looked, the newest first."""

    who: str
    days: tuple[date, ...]


class Lookers:
    """The note of each look at a family's record, one a day for each person."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def note(self, family_id: UUID) -> None:
        """Note that whoever is at the desk looks at a family's record, if not noted today."""
        store, today = self._desk.store, self._desk.today_text
        if store.is_read_only:
            return
        with store.read() as session:
            looks = _looks(session, family_id)
            is_noted = any(look.who == store.who and look.at[:10] == today for look in looks)
            if is_noted or session.get(Family, family_id) is None:
                return
        look = Occurrence(family_id=family_id, kind=LOOKED, who=store.who, at=self._desk.now_text)
        with store.write("Look at the record", family_id) as session:
            session.add(look)

    def of_family(self, family_id: UUID) -> list[Looker]:
        """Everybody who looked, whoever looked last first."""
        days: dict[str, list[date]] = {}
        with self._desk.store.read() as session:
            looks = sorted(_looks(session, family_id), key=lambda look: look.at, reverse=True)
        for look in looks:
            days.setdefault(look.who, []).append(date.fromisoformat(look.at[:10]))
        return [Looker(who=who, days=tuple(found)) for who, found in days.items()]


def steps_of_looks() -> Select[UUID]:
    """The ids of the steps that only note a look, and changed nothing."""
    return select(Change.step_id).where(Change.record == Occurrence.__tablename__)


def _looks(session: Session, family_id: UUID) -> list[Occurrence]:
    found = living(session, Occurrence, family_id=family_id)
    return [one for one in found if one.kind == LOOKED]
