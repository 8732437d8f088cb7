"""Undo and redo, in words: what was added, changed and taken away comes back as it was."""

import pytest

from taf_desktop.errors import UserError
from taf_desktop.model.audience import Audience, Level
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.undo import redo, undo
from tests.conftest import PASSPHRASE


def names(workspace: Workspace) -> list[str]:
    """The families as the home page has them."""
    return sorted(line.family.name for line in workspace.families.lines())


def test_adding_is_taken_back_and_done_again(workspace: Workspace) -> None:
    workspace.families.add("Marlow")
    assert workspace.history.undo() == "Add a family"
    assert names(workspace) == []
    assert workspace.history.redo() == "Add a family"
    assert names(workspace) == ["Marlow"]


def test_a_change_is_taken_back_and_done_again(workspace: Workspace) -> None:
    family = workspace.families.add("Marlow")
    workspace.families.save(family.id, {"name": "Hughes", "postcode": "LE15"})
    assert workspace.history.undo() == "Change the family"
    back = workspace.families.one(family.id)
    assert (back.name, back.postcode) == ("Marlow", None)
    assert workspace.history.redo() == "Change the family"
    again = workspace.families.one(family.id)
    assert (again.name, again.postcode) == ("Hughes", "LE15")


def test_taking_away_is_taken_back_and_done_again(workspace: Workspace) -> None:
    family = workspace.families.add("Marlow")
    workspace.families.take_away(family.id)
    assert workspace.history.undo() == "Take a family away"
    assert names(workspace) == ["Marlow"]
    assert workspace.history.redo() == "Take a family away"
    assert names(workspace) == []


def test_an_answer_of_the_form_comes_back_and_its_neighbours_stay(workspace: Workspace) -> None:
    family = workspace.families.add("Marlow")
    child = workspace.people.add(family.id, "child", {"given_name": "El", "religion": "none"})
    workspace.people.save(child.id, {"religion": "Quaker", "language": "Welsh"})
    workspace.history.undo()
    assert workspace.people.one(child.id).details == {"religion": "none"}
    workspace.history.redo()
    assert workspace.people.one(child.id).details == {"religion": "Quaker", "language": "Welsh"}


def test_who_may_see_it_and_which_worry_it_answers_come_back(workspace: Workspace) -> None:
    family = workspace.families.add("Marlow")
    worry = workspace.views.add_statement(family.id, "worried", "It is damp")
    goal = workspace.views.add_statement(family.id, "needs_to_happen", "A dry room")
    workspace.views.show_to(goal.id, Audience(level=Level.LEAD))
    workspace.views.pair(goal.id, worry.id)
    assert workspace.history.undo() == "Pair a worry and a goal"
    assert workspace.history.undo() == "Change who may see it"
    found = {row.id: row for row in workspace.views.statements(family.id)}[goal.id]
    assert (found.worry_id, found.audience) == (None, Audience())
    workspace.history.redo()
    workspace.history.redo()
    found = {row.id: row for row in workspace.views.statements(family.id)}[goal.id]
    assert (found.worry_id, found.audience) == (worry.id, Audience(level=Level.LEAD))


def test_undo_walks_back_and_redo_walks_forth(workspace: Workspace) -> None:
    family = workspace.families.add("One")
    for name in ("Two", "Three", "Four"):
        workspace.families.save(family.id, {"name": name})
    back = []
    while workspace.families.lines():
        back.append(names(workspace)[0])
        workspace.history.undo()
    assert back == ["Four", "Three", "Two", "One"]
    forth = []
    while workspace.history.redo() is not None:
        forth.append(names(workspace)[0])
    assert forth == ["One", "Two", "Three", "Four"]


def test_undo_redo_undo_turns_the_same_step_each_time(workspace: Workspace) -> None:
    family = workspace.families.add("Marlow")
    workspace.families.save(family.id, {"name": "Hughes"})
    for _ in range(3):
        assert workspace.history.undo() == "Change the family"
        assert names(workspace) == ["Marlow"]
        assert workspace.history.redo() == "Change the family"
        assert names(workspace) == ["Hughes"]


def test_after_something_new_nothing_is_done_again(workspace: Workspace) -> None:
    family = workspace.families.add("Marlow")
    workspace.families.save(family.id, {"name": "Hughes"})
    workspace.history.undo()
    workspace.families.save(family.id, {"name": "Baines"})
    assert workspace.history.redo() is None
    assert workspace.history.undo() == "Change the family"
    assert names(workspace) == ["Marlow"]


def test_undo_goes_on_across_locking_and_unlocking(workspace: Workspace, vault: Vault) -> None:
    family = workspace.families.add("Marlow")
    workspace.families.save(family.id, {"name": "Hughes"})
    workspace.close()
    opened = vault.unlock(PASSPHRASE)
    assert opened.history.undo() == "Change the family"
    assert names(opened) == ["Marlow"]
    opened.close()
    opened = vault.unlock(PASSPHRASE)
    assert opened.history.redo() == "Change the family"
    assert names(opened) == ["Hughes"]
    opened.close()


def test_words_that_somebody_else_changed_since_are_not_undone(workspace: Workspace) -> None:
    family = workspace.families.add("Marlow")
    store = workspace._desk.store
    workspace.families.save(family.id, {"name": "Hughes", "postcode": "LE15"})
    store.who = "Ruth"
    workspace.families.save(family.id, {"name": "Baines"})
    store.who = "Amira"
    steps = workspace.history.count()
    with pytest.raises(UserError) as caught:
        undo(store)
    assert caught.value.title == "This could not be undone."
    assert "Somebody has changed the same words since." in caught.value.message
    kept = workspace.families.one(family.id)
    assert (kept.name, kept.postcode) == ("Baines", "LE15")
    assert workspace.history.count() == steps


def test_each_person_undoes_only_what_they_did_themselves(workspace: Workspace) -> None:
    workspace.families.add("Marlow")
    store = workspace._desk.store
    store.who = "Ruth"
    assert undo(store) is None
    workspace.families.add("Baines")
    assert undo(store) == "Add a family"
    assert names(workspace) == ["Marlow"]
    store.who = "Amira"
    assert redo(store) is None
    assert undo(store) == "Add a family"
    store.who = "Ruth"
    assert redo(store) == "Add a family"
    assert names(workspace) == ["Baines"]


def test_the_history_keeps_the_undoing_too(workspace: Workspace) -> None:
    family = workspace.families.add("Marlow")
    workspace.families.save(family.id, {"name": "Hughes"})
    workspace.history.undo()
    told = [(line.words, line.is_undoing) for line in workspace.history.of_family(family.id)]
    assert told == [
        ("Change the family", True),
        ("Change the family", False),
        ("Add a family", False),
    ]


def test_undo_ends_where_the_records_were_started(workspace: Workspace, vault: Vault) -> None:
    workspace.families.add("Marlow")
    assert workspace.history.undo() == "Add a family"
    assert workspace.history.undo() is None
    workspace.close()
    opened = vault.unlock(PASSPHRASE)
    assert opened.people.one(opened.owner_id).given_name == "Amira"
    assert opened.agencies.professionals() != []
    opened.close()


def test_saving_the_same_again_leaves_nothing_to_undo(workspace: Workspace) -> None:
    family = workspace.families.add("Marlow")
    workspace.families.save(family.id, {"name": "Hughes"})
    workspace.families.save(family.id, {"name": "Hughes"})
    workspace.history.undo()
    assert names(workspace) == ["Marlow"]
