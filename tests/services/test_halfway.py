"""Half a sentence is kept beside the records: in no journal, for one person, and never twice."""

import pytest

from taf_desktop.errors import UserError
from taf_desktop.model.family import Family
from taf_desktop.model.halfway import Halfway
from taf_desktop.services.halfway import Half
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from tests.conftest import PASSPHRASE

HERE = Half(place="here", boxes={"line": "Mum rings", "column": "It is damp"})


def open_again(workspace: Workspace, vault: Vault) -> Workspace:
    workspace.close()
    return vault.unlock(PASSPHRASE)


def test_what_was_kept_last_is_there_after_opening_again(
    workspace: Workspace, vault: Vault
) -> None:
    workspace.halfway.keep(Half(place="before"))
    workspace.halfway.keep(HERE)
    opened = open_again(workspace, vault)
    assert opened.halfway.kept == HERE
    assert opened.halfway.kept.day == "2026-01-29"
    opened.halfway.keep(None)
    opened.halfway.keep(None)
    again = open_again(opened, vault)
    assert again.halfway.kept is None
    again.close()


def test_it_is_no_step_of_the_journal_and_breaks_nothing_in_it(workspace: Workspace) -> None:
    family = workspace.families.add("Marlow")
    before = workspace.store.last_step_at()
    steps = [line.words for line in workspace.history.of_family(family.id)]
    workspace.halfway.keep(HERE)
    assert workspace.store.last_step_at() == before
    assert [line.words for line in workspace.history.of_family(family.id)] == steps
    assert workspace.store.breaks() == []
    assert workspace.history.undo() == "Add a family"


def test_what_is_entered_leaves_its_box_in_the_same_step(
    workspace: Workspace, vault: Vault
) -> None:
    workspace.halfway.keep(HERE)
    with workspace.halfway.entering("line"):
        workspace.families.add("Marlow")
    assert workspace.halfway.kept.boxes == {"column": "It is damp"}
    opened = open_again(workspace, vault)
    assert opened.halfway.kept.boxes == {"column": "It is damp"}
    opened.close()


def test_what_could_not_be_entered_still_waits(workspace: Workspace, vault: Vault) -> None:
    workspace.halfway.keep(HERE)
    with pytest.raises(UserError), workspace.halfway.entering("line"):
        raise UserError("It was not saved.", "Try again.")
    assert workspace.halfway.kept == HERE
    with pytest.raises(LookupError), workspace.halfway.entering("line"):
        raise LookupError
    workspace.families.add("Marlow")
    opened = open_again(workspace, vault)
    assert opened.halfway.kept == HERE
    opened.close()


def test_a_box_in_which_nothing_waited_changes_nothing(workspace: Workspace) -> None:
    workspace.halfway.keep(HERE)
    with workspace.halfway.entering("another"):
        workspace.families.add("Marlow")
    assert workspace.halfway.kept == HERE


def test_it_goes_with_the_family(workspace: Workspace, vault: Vault) -> None:
    family = workspace.families.add("Marlow")
    workspace.halfway.keep(Half(place="here", family_id=family.id, boxes={"line": "Mum rings"}))
    workspace.erasing.erase(family.id, "They asked for it.")
    opened = open_again(workspace, vault)
    assert opened.halfway.kept is None
    opened.close()


def test_records_that_are_only_read_keep_nothing_and_need_no_place_for_it(
    workspace: Workspace,
) -> None:
    with workspace.store.file.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE halfway")
    workspace.store.change_no_more()
    workspace.halfway.keep(HERE)
    assert workspace.halfway.kept is None
    with pytest.raises(UserError):
        workspace.store.keep_beside(Halfway(owner_id=workspace.owner_id, place="here", at=""))


def test_no_record_goes_by_this_way(workspace: Workspace) -> None:
    family = workspace.families.add("Marlow")
    with workspace.store.read() as session:
        row = session.get(Family, family.id)
    row.name = "Other"
    with pytest.raises(RuntimeError, match="pass by the journal"):
        workspace.store.keep_beside(row)
    with pytest.raises(RuntimeError, match="pass by the journal"):
        workspace.store.forget_beside(Family, family.id)
    assert workspace.families.one(family.id).name == "Marlow"
