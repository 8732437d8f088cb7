"""Everybody's own copy in one go: who gets which, under which names, and what is noted."""

from pathlib import Path
from uuid import UUID

import pytest

from taf_desktop.errors import UserError
from taf_desktop.services.workspace import Workspace


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.fixture
def family_id(practice: Workspace) -> UUID:
    lines = practice.families.lines()
    return next(line.family.id for line in lines if line.family.name == "Marlow")


@pytest.fixture
def meeting_id(practice: Workspace, family_id: UUID) -> UUID:
    found = practice.plans.usual_meeting(family_id)
    assert found is not None
    return found


def test_each_person_who_took_part_has_the_paper_that_is_theirs(
    practice: Workspace, meeting_id: UUID
) -> None:
    copies = practice.handing_out.copies(meeting_id)
    assert [(copy.readers, copy.document) for copy in copies] == [
        ("Ellie Marlow", "child_plan"),
        ("Dana Marlow", "family_plan"),
        ("Jean Marlow", "family_plan"),
        ("Amira Hall", "professional_plan"),
        ("Ruth Okafor", "professional_plan"),
        ("Sam Reed", "professional_plan"),
        ("Priya Nair", "professional_plan"),
    ]
    assert all(len(copy.reader_ids) == 1 for copy in copies)


def test_all_are_saved_under_a_reference_and_a_number_and_noted(
    practice: Workspace, family_id: UUID, meeting_id: UUID, folder: Path
) -> None:
    copies = practice.handing_out.copies(meeting_id)
    told = practice.handing_out.save_all(copies, folder)
    assert (told.saved, told.not_saved) == (7, ())
    names = sorted(path.name for path in folder.iterdir())
    reference = practice.families.one(family_id).reference
    assert names[:3] == [
        f"{reference} child plan version 1 copy 1.pdf",
        f"{reference} family plan version 1 copy 1.pdf",
        f"{reference} family plan version 1 copy 2.pdf",
    ]
    assert len(names) == 7
    assert not any(person in "".join(names) for person in ("Marlow", "Dana", "Hall", "Ellie"))
    rows = practice.plans.issued(family_id)
    assert [row.readers for row in rows] == [[str(copy.reader_ids[0])] for copy in copies]


def test_no_file_is_written_over(practice: Workspace, meeting_id: UUID, folder: Path) -> None:
    copies = practice.handing_out.copies(meeting_id)[:1]
    practice.handing_out.save_all(copies, folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    practice.handing_out.save_all(copies, folder)
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert len(after) == 2
    assert before.items() <= after.items()


def test_what_cannot_be_saved_is_listed_and_noted_nowhere(
    practice: Workspace, family_id: UUID, meeting_id: UUID, tmp_path: Path
) -> None:
    copies = practice.handing_out.copies(meeting_id)
    told = practice.handing_out.save_all(copies, tmp_path / "no such folder")
    assert told.saved == 0
    assert [copy.readers for copy, _why in told.not_saved] == [copy.readers for copy in copies]
    assert {why for _copy, why in told.not_saved} == {"The plan was not saved."}
    assert practice.plans.issued(family_id) == []


def test_where_nothing_can_be_noted_none_is_saved(
    practice: Workspace, meeting_id: UUID, folder: Path
) -> None:
    copies = practice.handing_out.copies(meeting_id)
    practice.store.change_no_more()
    with pytest.raises(UserError, match="No copy was made"):
        practice.handing_out.save_all(copies, folder)
    assert list(folder.iterdir()) == []


def test_nobody_from_whom_something_is_kept_is_among_them(
    practice: Workspace, family_id: UUID, meeting_id: UUID
) -> None:
    craig = next(one for one in practice.people.of(family_id) if one.given_name == "Craig")
    practice.meetings.attend(meeting_id, craig.id, {"state": "present"})
    copies = practice.handing_out.copies(meeting_id)
    assert craig.id not in {one for copy in copies for one in copy.reader_ids}
