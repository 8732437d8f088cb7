"""One paper for many families: each copy recorded, each refusal in plain words."""

from pathlib import Path

import pytest

from taf_desktop.errors import UserError
from taf_desktop.services.batches import (
    NO_MEETING,
    NOBODY,
    TO_SETTLE,
    BatchFamily,
    Order,
    Outcome,
    by_reason,
)
from taf_desktop.services.workspace import Workspace
from tests.documents.reading import Paper


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


def named(practice: Workspace, name: str) -> BatchFamily:
    return next(one for one in practice.batches.families() if one.name == name)


def order(folder: Path, document: str = "family_plan", readers: str = "usual") -> Order:
    return Order(document=document, readers=readers, folder=folder)


def make_all(practice: Workspace, wanted: Order) -> list[Outcome]:
    return [practice.batches.make(wanted, one) for one in practice.batches.families()]


def test_each_family_has_a_file_under_its_reference_that_is_noted(
    practice: Workspace, folder: Path
) -> None:
    outcomes = make_all(practice, order(folder))
    told = {one.family.name: (one.files, one.why) for one in outcomes}
    assert told == {"Marlow": (1, ""), "Osei-Grant": (1, ""), "Baines": (0, NO_MEETING)}
    references = {one.family.name: one.family.reference for one in outcomes}
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        f"{references[name]} family plan version 1.pdf" for name in ("Marlow", "Osei-Grant")
    )
    (noted,) = practice.plans.issued(named(practice, "Marlow").family_id)
    assert (noted.document, noted.how) == ("family_plan", "saved")
    assert practice.plans.issued(named(practice, "Baines").family_id) == []


def test_the_headings_are_in_the_language_of_all_readers(practice: Workspace, folder: Path) -> None:
    family = named(practice, "Marlow")
    for person in practice.people.of(family.family_id):
        if not person.is_professional:
            practice.people.save(person.id, {"first_language": "pol"})
    practice.batches.make(order(folder), family)
    (noted,) = practice.plans.issued(family.family_id)
    assert noted.language == "pl"
    practice.batches.make(order(folder, "professional_plan"), family)
    assert practice.plans.issued(family.family_id)[-1].language == "en-GB"


def test_the_kind_of_readers_is_who_the_copy_is_for(practice: Workspace, folder: Path) -> None:
    family = named(practice, "Marlow")
    practice.batches.make(order(folder, "professional_plan", "team"), family)
    (noted,) = practice.plans.issued(family.family_id)
    team = {str(one.id) for one in practice.people.team(family.family_id)}
    assert set(noted.readers)
    assert set(noted.readers) <= team


def test_a_paper_for_one_person_is_made_for_each_of_them(practice: Workspace, folder: Path) -> None:
    family = named(practice, "Marlow")
    outcome = practice.batches.make(order(folder, "whole_record", "adults"), family)
    noted = practice.plans.issued(family.family_id)
    assert outcome.files == len(noted) == len(list(folder.iterdir())) == 2
    assert all(len(one.readers) == 1 for one in noted)


def test_nobody_from_whom_something_is_kept_is_among_the_readers(
    practice: Workspace, folder: Path
) -> None:
    family = named(practice, "Marlow")
    kept_from = {str(one.person_id) for one in practice.people.protected_facts(family.family_id)}
    assert kept_from
    for kind in practice.batches.readers():
        practice.batches.make(order(folder, "agenda", kind), family)
    noted = practice.plans.issued(family.family_id)
    assert noted
    assert not kept_from & {reader for one in noted for reader in one.readers}


def test_what_has_to_be_settled_first_is_said_and_not_made(
    practice: Workspace, folder: Path
) -> None:
    family = named(practice, "Marlow")
    practice.people.add(family.family_id, "unborn", {})
    practice.views.add_statement(family.family_id, "worried", "Dana is pregnant and tired")
    outcome = practice.batches.make(order(folder), family)
    assert (outcome.files, outcome.why) == (0, TO_SETTLE)
    assert list(folder.iterdir()) == []
    assert practice.plans.issued(family.family_id) == []


def test_a_paper_that_is_usually_nobodys_says_so(practice: Workspace, folder: Path) -> None:
    outcome = practice.batches.make(order(folder, "whole_record"), named(practice, "Marlow"))
    assert outcome.why == NOBODY


def test_families_that_meet_in_the_next_days_are_known(practice: Workspace) -> None:
    near = {one.name for one in practice.batches.families() if one.is_soon}
    lines = practice.families.lines()
    days = {
        line.family.name: (line.next_on - practice.today).days for line in lines if line.next_on
    }
    assert near == {name for name, left in days.items() if 0 <= left <= 14}
    assert near


def test_a_folder_that_cannot_be_written_is_refused_before_and_said_for_each(
    practice: Workspace, tmp_path: Path
) -> None:
    wanted = order(tmp_path / "gone")
    with pytest.raises(UserError, match="that folder cannot be written"):
        practice.batches.refuse(wanted)
    outcomes = make_all(practice, wanted)
    assert sum(one.files for one in outcomes) == 0
    reasons = by_reason(outcomes)
    assert [len(whose) for why, whose in reasons.items() if "folder cannot be written" in why] == [
        2
    ]
    assert practice.plans.issued(named(practice, "Marlow").family_id) == []


def test_looking_whether_a_folder_can_be_written_leaves_nothing_there(
    practice: Workspace, folder: Path
) -> None:
    practice.batches.refuse(order(folder))
    assert list(folder.iterdir()) == []


def test_the_list_has_references_and_reasons_and_no_name(practice: Workspace, folder: Path) -> None:
    outcomes = make_all(practice, order(folder))
    pdf = practice.batches.list_of(order(folder), outcomes)
    practice.batches.save_list(pdf, folder / "list.pdf")
    paper = Paper(folder / "list.pdf")
    told = paper.text()
    assert paper.faults() == []
    assert named(practice, "Baines").reference in told
    assert NO_MEETING in " ".join(told.split())
    assert not any(line.family.name in told for line in practice.families.lines())
