"""A picture shows its reader no more than words may: no drawing, number or name beyond theirs."""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session

from taf_desktop.documents.content import Figure, inside
from taf_desktop.documents.html import write_html
from taf_desktop.documents.registry import DOCUMENTS
from taf_desktop.model.audience import Audience, Level
from taf_desktop.services.drawings import House
from taf_desktop.services.workspace import Workspace
from tests.documents.leaking import corners
from tests.documents.reading import Paper
from tests.documents.test_writers import read_html

WORDS = {"worries": "zqworries", "good_things": "zqgood", "dreams": "zqdreams"}


class ElsHouses:
    """What El drew at the practice family's last meeting, in each house with a word of its own."""

    def __init__(self, practice: Workspace) -> None:
        lines = practice.families.lines()
        self.practice = practice
        self.family_id = next(one.family.id for one in lines if one.family.name == "Marlow")
        self.meeting_id = practice.plans.usual_meeting(self.family_id)
        people = practice.people.of(self.family_id)
        self.ids = {person.short_name: person.id for person in people}
        self.ids["Amira"] = practice.owner_id
        self.kept = [self.draw(house, words) for house, words in WORDS.items()]

    def draw(self, house: str, words: str) -> UUID:
        """Draw a line in a house; until El says so it is for nobody but the lead."""
        titles = self.practice.drawings.houses(self.family_id, self.ids["El"], self.meeting_id)
        strokes = ({"ink": "red", "width": 5, "points": [[10, 20], [300, 700]]},)
        made = House(house=house, title=titles[house].title, words=words, strokes=strokes)
        kept = self.practice.drawings.keep(self.meeting_id, self.family_id, self.ids["El"], made)
        return kept.statement_id

    def scales(self, reader: str) -> list[str]:
        """The words of all pictures in somebody's full plan."""
        copy = self.practice.plans.preview(
            "professional_plan", self.meeting_id, [self.ids[reader]], self.family_id
        )
        return [one.alt for one in pictures(copy.paper.blocks)]

    def drawn(self, document: str, reader: str) -> list[str]:
        """The words of the drawings in somebody's copy, and how often drawings were read for it."""
        asked: list[str] = []

        def listen(state: ORMExecuteState) -> None:
            asked.extend(["a question"] * ("FROM drawing" in str(state.statement)))

        event.listen(Session, "do_orm_execute", listen)
        try:
            copy = self.practice.plans.preview(
                document, self.meeting_id, [self.ids[reader]], self.family_id
            )
        finally:
            event.remove(Session, "do_orm_execute", listen)
        shown = [one.alt for one in pictures(copy.paper.blocks) if "drawing" in one.alt]
        assert shown or not asked
        return shown


def pictures(part: object) -> Iterator[Figure]:
    """Every figure at any depth of a document."""
    if isinstance(part, Figure):
        yield part
    else:
        for one in inside(part):
            yield from pictures(one)


@pytest.fixture
def houses(practice: Workspace) -> ElsHouses:
    return ElsHouses(practice)


def test_a_childs_own_plan_shows_what_the_child_drew_with_its_words(
    houses: ElsHouses, tmp_path: Path
) -> None:
    assert sorted(houses.drawn("child_plan", "El")) == [
        "El's drawing, House of dreams, 1 line in red.",
        "El's drawing, House of good things, 1 line in red.",
        "El's drawing, House of worries, 1 line in red.",
    ]
    copy = houses.practice.plans.preview(
        "child_plan", houses.meeting_id, [houses.ids["El"]], houses.family_id
    )
    found = corners(copy.pdf, tmp_path, "els")
    assert [words for words in WORDS.values() if not found.holding([words])] == []
    path = tmp_path / "els.pdf"
    path.write_bytes(copy.pdf)
    assert Paper(path).faults() == []


def test_no_drawing_is_in_the_childs_plan_of_anybody_else(houses: ElsHouses) -> None:
    houses.practice.drawings.show_to(houses.kept[0], [houses.ids["Dana"], houses.ids["Finn"]])
    others = [name for name in houses.ids if name != "El"]
    assert {"Dana", "Jean", "Finn", "Craig", "Amira"} <= set(others)
    assert [name for name in others if houses.drawn("child_plan", name)] == []


def test_no_other_paper_so_much_as_asks_for_a_drawing(houses: ElsHouses) -> None:
    houses.practice.drawings.show_to(houses.kept[0], [houses.ids["Dana"]])
    others = [one for one in DOCUMENTS if one != "child_plan"]
    assert [one for one in others if houses.drawn(one, "Dana")] == []


def test_a_drawing_that_is_kept_from_the_child_is_not_in_its_plan(houses: ElsHouses) -> None:
    never = Audience(level=Level.LEAD, never=frozenset({houses.ids["El"]}))
    houses.practice.views.show_to(houses.kept[0], never)
    assert len(houses.drawn("child_plan", "El")) == 2


def test_a_drawing_without_words_is_told_of_and_not_quoted_where_it_is_not_shown(
    houses: ElsHouses,
) -> None:
    kept = houses.draw("dreams", "")
    houses.practice.drawings.show_to(kept, [houses.ids["Dana"]])
    copy = houses.practice.plans.preview(
        "family_plan", houses.meeting_id, [houses.ids["Dana"]], houses.family_id
    )
    printed = read_html(write_html(copy.paper))
    told = " ".join("".join(printed.words).split())
    assert "A drawing by El" in told
    assert "“A drawing" not in told


def test_a_number_kept_from_a_reader_is_in_no_picture_of_their_copy(houses: ElsHouses) -> None:
    views = houses.practice.views
    els = [one for one in views.marks(houses.family_id) if one.person_id == houses.ids["El"]]
    never = Audience(never=frozenset({houses.ids["Jean"]}))
    for mark in els:
        views.mark(mark.scale_id, mark.person_id, mark.meeting_id, {"audience": never})
    told = {reader: " ".join(houses.scales(reader)) for reader in ("Jean", "Dana")}
    named = {reader: set(re.findall(r"\b(El|Mum)\b", words)) for reader, words in told.items()}
    assert named == {"Jean": {"Mum"}, "Dana": {"El", "Mum"}}


def test_two_people_who_are_called_the_same_keep_a_number_each(workspace: Workspace) -> None:
    family_id = workspace.families.add("Marlow").id
    nans = [
        workspace.people.add(family_id, "adult", {"given_name": name, "called": "Nan"}).id
        for name in ("Jean", "Joan", "Joan")
    ]
    meeting = workspace.meetings.add(family_id, changes={"held_on": "2026-01-29"})
    goal = workspace.views.add_statement(
        family_id, "needs_to_happen", "Up on time", changes={"category": "goal"}
    )
    scale = workspace.views.scale_for(goal.id)
    for place, nan in enumerate(nans):
        workspace.views.mark(scale.id, nan, meeting.id, {"value": 3 + place})
    copy = workspace.plans.preview("family_plan", meeting.id, nans, family_id)
    (alt,) = (one.alt for one in pictures(copy.paper.blocks))
    assert alt.endswith("Nan (Jean) 3; Nan (Joan) 4; Nan (Joan), 2 5.")
