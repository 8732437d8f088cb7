"""Tables for a spreadsheet: only what their reader may see, and each that leaves is noted."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from taf_desktop.errors import UserError
from taf_desktop.model.audience import Audience, Level
from taf_desktop.services.tables import TableCopy
from taf_desktop.services.ways import CSV, WORKBOOK
from taf_desktop.services.workspace import Workspace

KEPT_BACK = "(kept back)"


@pytest.fixture
def family_id(practice: Workspace) -> UUID:
    lines = practice.families.lines()
    return next(line.family.id for line in lines if line.family.name == "Marlow")


def made(practice: Workspace, table_id: str, **how: bool) -> TableCopy:
    keys = [key for key, _words, _usual in practice.tables.columns(table_id)]
    return practice.tables.preview(table_id, keys, **how)


def column(copy: TableCopy, title: str) -> list[object]:
    at = [head.title for head in copy.table.heads].index(title)
    return [row[at] for row in copy.table.rows]


def test_every_action_family_and_meeting_has_its_row(practice: Workspace) -> None:
    lines = practice.families.lines()
    held = [one for line in lines for one in practice.meetings.of(line.family.id)]
    actions, families = made(practice, "table_actions"), made(practice, "table_families")
    assert len(actions.table.rows) == len(practice.actions.lines()) > 3
    assert sorted(column(families, "Family")) == sorted(line.family.name for line in lines)
    assert len(made(practice, "table_meetings").table.rows) == len(held) > 1
    assert date(2026, 1, 19) in column(actions, "By when")
    assert "every Friday" in column(actions, "By when")


def test_only_the_columns_that_were_ticked_are_in(practice: Workspace) -> None:
    copy = practice.tables.preview("table_actions", ["who", "what"])
    assert [head.title for head in copy.table.heads] == ["What", "Who"]


def test_an_action_that_is_not_for_the_reader_is_not_in_it(
    practice: Workspace, family_id: UUID
) -> None:
    action = practice.actions.of(family_id)[0]
    before = made(practice, "table_actions")
    never = Audience(level=Level.EVERYONE, never=frozenset({practice.owner_id}))
    practice.actions.show_to(action.id, never)
    after = made(practice, "table_actions")
    assert len(after.table.rows) == len(before.table.rows) - 1
    assert action.what not in column(after, "What")
    assert after.left_out[family_id] == before.left_out[family_id] + 1


def test_a_family_in_whose_team_the_reader_is_not_is_counted_and_not_in_it(
    practice: Workspace, family_id: UUID
) -> None:
    other = next(one for one in practice.people.team(family_id) if one.id != practice.owner_id)
    practice.agencies.make_lead(family_id, other.id)
    practice.agencies.release(family_id, practice.owner_id)
    copy = made(practice, "table_families")
    assert "Marlow" not in column(copy, "Family")
    assert copy.families_out == 1


def test_what_somebody_must_not_learn_is_kept_back_also_in_what_was_typed(
    practice: Workspace, family_id: UUID
) -> None:
    address = practice.families.one(family_id).address
    assert address
    practice.actions.add(family_id, {"what": f"Meet at {address}"})
    for table, title in (("table_families", "Address"), ("table_meetings", "Where")):
        assert KEPT_BACK in column(made(practice, table), title)
    for table in practice.tables.kinds():
        assert address.split(",")[0] not in repr(made(practice, table).table.rows)


def test_it_goes_in_when_that_is_chosen_with_a_reason_and_both_are_noted(
    practice: Workspace, family_id: UUID, tmp_path: Path
) -> None:
    copy = made(practice, "table_families", shows_hidden=True)
    address = practice.families.one(family_id).address
    assert address in column(copy, "Address")
    path = tmp_path / "table.csv"
    with pytest.raises(UserError, match="was not saved"):
        practice.tables.save(copy, path, CSV)
    assert not path.exists()
    practice.tables.save(copy, path, CSV, "The coordinator visits every family")
    note = practice.plans.issued(family_id)[-1]
    assert note.reason == "The coordinator visits every family"
    assert note.decided_by == practice.owner_id
    assert {one["decided"] for one in note.settled} == {"may stand"}


def test_a_table_that_leaves_is_noted_with_each_family_in_it(
    practice: Workspace, family_id: UUID, tmp_path: Path
) -> None:
    copy = made(practice, "table_actions")
    name = copy.name_as(WORKBOOK, date(2026, 3, 12))
    assert name == "TAF actions 2026-03-12.xlsx"
    practice.tables.save(copy, tmp_path / name, WORKBOOK)
    assert (tmp_path / name).read_bytes().startswith(b"PK")
    assert (tmp_path / name).stat().st_mode & 0o077 == 0
    for line in practice.families.lines():
        (note,) = practice.plans.issued(line.family.id)
        assert (note.document, note.how, note.version) == ("table_actions", WORKBOOK, 1)
        assert note.readers == [str(practice.owner_id)]
        told = practice.history.of_family(line.family.id)[0]
        assert told.words == "Record that a table was made"
        assert len(told.copies) == 1
        assert told.copies[0].startswith("Table of actions, version 1, for ")
        assert "saved as an Excel workbook" in told.copies[0]


def test_what_cannot_be_written_is_said_and_noted_nowhere(
    practice: Workspace, family_id: UUID, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="The table was not saved"):
        practice.tables.save(made(practice, "table_actions"), tmp_path / "no" / "t.csv", CSV)
    assert practice.plans.issued(family_id) == []


def test_where_nothing_can_be_noted_no_table_is_made(practice: Workspace, tmp_path: Path) -> None:
    practice.store.change_no_more()
    with pytest.raises(UserError, match="No table was made"):
        practice.tables.save(made(practice, "table_actions"), tmp_path / "t.csv", CSV)
    assert not (tmp_path / "t.csv").exists()


def test_a_family_that_is_erased_leaves_the_note_of_the_table_with_the_others(
    practice: Workspace, family_id: UUID, tmp_path: Path
) -> None:
    practice.tables.save(made(practice, "table_actions"), tmp_path / "t.csv", CSV)
    others = [one.family.id for one in practice.families.lines() if one.family.id != family_id]
    practice.erasing.erase(family_id, "A parent asked for it")
    assert practice.store.breaks() == []
    for other in others:
        told = practice.history.of_family(other)[0]
        assert told.words == "Record that a table was made"
        assert told.copies[0].startswith("Table of actions, version 1, for ")
