"""Who looked at a record is kept, and nothing else follows from a look."""

from datetime import date

from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from tests.conftest import PASSPHRASE, TestClock


def test_a_look_is_noted_once_a_day_for_each_person(workspace: Workspace, clock: TestClock) -> None:
    family = workspace.families.add("Marlow")
    for day in ("2026-01-29", "2026-01-29", "2026-02-03"):
        clock.set(day)
        workspace.lookers.note(family.id)
        workspace.lookers.note(family.id)
    [looker] = workspace.lookers.of_family(family.id)
    assert looker.who == "Amira"
    assert looker.days == (date(2026, 2, 3), date(2026, 1, 29))


def test_a_look_is_no_change_that_undo_takes_back_or_the_history_lists(
    workspace: Workspace,
) -> None:
    family = workspace.families.add("Marlow")
    workspace.families.save(family.id, {"name": "Marlowe"})
    workspace.lookers.note(family.id)
    assert [line.words for line in workspace.history.of_family(family.id)][-1] == "Add a family"
    assert "Look at the record" not in {
        line.words for line in workspace.history.of_family(family.id)
    }
    assert workspace.history.undo() != "Look at the record"
    assert workspace.families.one(family.id).name == "Marlow"
    assert workspace.lookers.of_family(family.id) != []


def test_the_history_tells_what_was_done_on_another_computer(
    vault: Vault, workspace: Workspace
) -> None:
    family = workspace.families.add("Marlow")
    workspace.close()
    # The name of the computer stays behind when only the records are copied to another.
    (vault.folder / "device").unlink()
    there = vault.unlock(PASSPHRASE)
    there.families.save(family.id, {"name": "Marlowe"})
    lines = there.history.of_family(family.id)
    assert [line.is_from_here for line in lines] == [True, False]
    there.close()


def test_a_look_does_not_put_off_the_day_on_which_a_record_may_go(
    workspace: Workspace, clock: TestClock
) -> None:
    family = workspace.families.add("Marlow")
    before = workspace.keeping.of(family.id)
    clock.set("2027-06-01")
    workspace.lookers.note(family.id)
    assert workspace.keeping.of(family.id).ends_on == before.ends_on


def test_looks_are_sealed_and_go_with_the_family_when_it_is_erased(
    vault: Vault, workspace: Workspace
) -> None:
    family = workspace.families.add("Marlow")
    workspace.lookers.note(family.id)
    assert workspace.store.breaks() == []
    workspace.erasing.erase(family.id, "a parent asked for it")
    assert workspace.lookers.of_family(family.id) == []
    assert workspace.store.breaks() == []
    workspace.lookers.note(family.id)
    assert workspace.lookers.of_family(family.id) == []
    workspace.close()
    again = vault.unlock(PASSPHRASE)
    assert again.store.breaks() == []
    again.close()
