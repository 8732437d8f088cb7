"""What a child says and draws by itself: kept at once, shown to nobody until the child says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.model.audience import Audience, Level
from taf_desktop.model.drawing import Drawing
from taf_desktop.model.family import Person
from taf_desktop.model.views import NEEDS_TO_HAPPEN, WORKING_WELL, WORRIED, Statement
from taf_desktop.services.desk import Desk
from taf_desktop.services.records import living, one

WIDE, HIGH = 1000, 750
"""The sheet that is drawn on, in its own whole numbers."""

MOST_STROKES, MOST_POINTS = 600, 4000

HOUSES: Mapping[str, str] = MappingProxyType(
    {"worries": WORRIED, "good_things": WORKING_WELL, "dreams": NEEDS_TO_HAPPEN}
)
"""The three houses of the pack's list, and the column in which what is in them stands."""

DREW = "A drawing"
"""What stands in the column for a drawing without words."""


@dataclass(frozen=True, kw_only=True)
class House:
    """What a child put into one house: its name, words, lines, and the record that keeps them."""

    house: str
    title: str
    words: str = ""
    strokes: tuple[dict[str, Any], ...] = field(default=())
    statement_id: UUID | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said or drawn."""
        return not self.words.strip() and not self.strokes


class Drawings:
    """Everything about what children draw."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, family_id: UUID) -> dict[UUID, Drawing]:
        """The drawings of a family by the statement that each belongs to."""
        with self._desk.store.read() as session:
            rows = living(session, Drawing, family_id=family_id)
        return {row.statement_id: row for row in rows}

    def houses(self, family_id: UUID, person_id: UUID, meeting_id: UUID) -> dict[str, House]:
        """What a child put into each house at this meeting; all three are there."""
        titles = {code.code: code.label for code in self._desk.pack.lists["house"]}
        found = {house: House(house=house, title=titles[house]) for house in HOUSES}
        with self._desk.store.read() as session:
            drawings = {
                row.statement_id: row for row in living(session, Drawing, family_id=family_id)
            }
            said = living(session, Statement, family_id=family_id, meeting_id=meeting_id)
        for row in said:
            drawing = drawings.get(row.id)
            if row.house in found and drawing is not None and drawing.person_id == person_id:
                found[row.house] = House(
                    house=row.house,
                    title=drawing.title,
                    words="" if row.text == DREW else row.text,
                    strokes=tuple(drawing.strokes),
                    statement_id=row.id,
                )
        return found

    def keep(self, meeting_id: UUID, family_id: UUID, person_id: UUID, house: House) -> House:
        """Keep what is in a house; until the child says who may see it, only the lead may."""
        with self._desk.store.read() as session:
            name = one(session, Person, person_id).short_name
        with self._desk.store.write(f"Keep what {name} drew", family_id) as session:
            statement = _statement(session, house, family_id, person_id, meeting_id)
            statement.said_on = statement.said_on or self._desk.today_text
            drawing = next(iter(living(session, Drawing, statement_id=statement.id)), None)
            if drawing is None:
                drawing = Drawing(
                    family_id=family_id,
                    statement_id=statement.id,
                    person_id=person_id,
                    title=house.title,
                )
                session.add(drawing)
            drawing.title = house.title.strip() or drawing.title
            drawing.strokes = [dict(stroke) for stroke in house.strokes]
            kept = statement.id
        return House(
            house=house.house,
            title=drawing.title,
            words=house.words,
            strokes=house.strokes,
            statement_id=kept,
        )

    def show_to(self, statement_id: UUID, person_ids: Sequence[UUID]) -> None:
        """Say whom the child lets see it, besides the lead professional."""
        with self._desk.store.read() as session:
            known = one(session, Statement, statement_id)
        own = [UUID(one_) for one_ in known.said_by]
        level = Level.NAMED if person_ids else Level.LEAD
        audience = Audience(level=level, people=frozenset([*person_ids, *own]))
        with self._desk.store.write("Change who may see a drawing", known.family_id) as session:
            one(session, Statement, statement_id).audience = audience


def _statement(
    session: Session, house: House, family_id: UUID, person_id: UUID, meeting_id: UUID
) -> Statement:
    """The statement of a house, made when there is none yet."""
    words = house.words.strip() or DREW
    if house.statement_id is not None:
        statement = one(session, Statement, house.statement_id)
        statement.text = words
        statement.gathered = _gathered(house)
        return statement
    column = HOUSES[house.house]
    statement = Statement(
        family_id=family_id,
        column=column,
        text=words,
        said_by=[str(person_id)],
        exact_words=True,
        gathered=_gathered(house),
        house=house.house,
        meeting_id=meeting_id,
        audience=Audience(level=Level.LEAD, people=frozenset([person_id])),
        position=len(living(session, Statement, family_id=family_id, column=column)),
    )
    session.add(statement)
    session.flush()
    return statement


def _gathered(house: House) -> str:
    return "houses" if house.strokes else "written"
