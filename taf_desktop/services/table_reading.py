"""What a table may say of each family: read for whoever is at the desk, by the allow-list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.model.audience import Audience, Reader, Standing
from taf_desktop.model.family import Family, Involvement, Person, ProtectedFact
from taf_desktop.model.meeting import Action, Attendance, Meeting
from taf_desktop.packs.pack import Pack
from taf_desktop.services.allowing import allow
from taf_desktop.services.desk import Desk
from taf_desktop.services.kept_from import babies_written, facts_written
from taf_desktop.services.kept_words import Kept, found_in
from taf_desktop.services.people import in_family_order, spoken_name
from taf_desktop.services.records import living, living_of
from taf_desktop.services.unborn import unknown_to, untold

KEPT_BACK = "(kept back)"


@dataclass(kw_only=True)
class FamilyRead:
    """One family as its rows are made: what the reader may see, and a count of what stays out.

    `hidden` are the facts that somebody around the family must not learn; `kept` is how they stand
    in the records. With `shows_hidden` they may stand in the table all the same.
    """

    family: Family
    reader: Reader
    everybody: dict[UUID, Person]
    family_people: Sequence[Person]
    pack: Pack
    today: date
    hidden: frozenset[str]
    kept: Sequence[Kept]
    shows_hidden: bool
    actions: Sequence[Action] = ()
    meetings: Sequence[Meeting] = ()
    attendance: Sequence[Attendance] = ()
    left_out: int = field(default=0)

    def admits(self, audience: Audience) -> bool:
        """Whether the reader is on the list; counts what they may not see."""
        admitted = audience.admits(self.reader)
        self.left_out += not admitted
        return admitted

    def fact(self, fact: str, words: str | None) -> str:
        """Words that give a fact away, kept back where somebody must not learn it."""
        if not words or self.shows_hidden or fact not in self.hidden:
            return words or ""
        self.left_out += 1
        return KEPT_BACK

    def free(self, words: str | None) -> str:
        """What somebody typed, kept back where it seems to give such a fact away."""
        if not words or self.shows_hidden or not any(found_in(words, one) for one in self.kept):
            return words or ""
        self.left_out += 1
        return KEPT_BACK

    def name(self, person_id: UUID | str | None) -> str:
        """The spoken name of somebody, or nothing."""
        known = self.everybody.get(UUID(str(person_id))) if person_id else None
        return self.free(spoken_name(known)) if known else ""

    def label(self, list_id: str, code: str | None) -> str:
        """The pack's words for a code, or nothing."""
        return self.pack.lists[list_id].label(code) if code else ""


def read_families(session: Session, desk: Desk, *, shows_hidden: bool) -> Iterator[FamilyRead]:
    """The families in whose team the person at the desk is, by name."""
    families = sorted(living(session, Family), key=lambda one: one.name.casefold())
    ids = [family.id for family in families]
    everybody = {person.id: person for person in living(session, Person)}
    facts = living_of(session, ProtectedFact, ids)
    involved = living_of(session, Involvement, ids)
    of_family = living_of(session, Person, ids)
    actions, meetings = living_of(session, Action, ids), living_of(session, Meeting, ids)
    attendance = living_of(session, Attendance, ids)
    for family in families:
        team = {row.person_id for row in involved[family.id]}
        hidden = facts[family.id]
        reader = _reader(desk, family, everybody[desk.owner_id], team, hidden)
        if reader is None:
            continue
        unknown = unknown_to(session, of_family[family.id], [reader])
        yield FamilyRead(
            family=family,
            reader=reader,
            everybody=everybody,
            family_people=in_family_order(
                one for one in of_family[family.id] if one not in unknown
            ),
            pack=desk.pack,
            today=desk.today,
            hidden=frozenset(row.fact for row in hidden),
            kept=[
                *_kept(session, desk.pack, hidden),
                *babies_written(untold(session, family.id, [reader]), of_family[family.id]),
            ],
            shows_hidden=shows_hidden,
            actions=sorted(actions[family.id], key=lambda row: row.number),
            meetings=sorted(meetings[family.id], key=lambda row: row.number),
            attendance=attendance[family.id],
            left_out=len(unknown),
        )


def _reader(
    desk: Desk, family: Family, owner: Person, team: set[UUID], facts: Sequence[ProtectedFact]
) -> Reader | None:
    """The person at the desk as a reader of this family; None when they stand outside its plan."""
    kept_from_them = any(row.person_id == owner.id for row in facts)
    is_lead = family.lead_id == owner.id
    if kept_from_them or not (is_lead or owner.id in team):
        return None
    return Reader(
        person_id=owner.id, standing=Standing.TEAM, is_lead=is_lead, agency_id=owner.agency_id
    )


def _kept(session: Session, pack: Pack, hidden: Sequence[ProtectedFact]) -> list[Kept]:
    """What somebody around this family must not learn, as it stands in the records."""
    facts: dict[UUID, list[str]] = {}
    for row in hidden:
        facts.setdefault(row.person_id, []).append(row.fact)
    return [
        one
        for person_id, theirs in facts.items()
        for one in facts_written(allow(session, hidden[0].family_id, [person_id]), pack, theirs)
    ]
