"""Several people on one laptop: each their own way in, and none for whoever was shut out."""

import secrets
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from taf_desktop.errors import UserError
from taf_desktop.services.keys import MOST_PEOPLE, Colleague
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.anchor import ANCHOR
from taf_desktop.store.key_file import KeyFile, Opened, read_key_file
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.store.key_turning import begin, opens
from taf_desktop.store.store import KEYS, RECORDS
from tests.conftest import OWNER, PASSPHRASE, TestClock
from tests.store.soundness import complaints, complaints_about

RUTH = Colleague(given_name="Ruth", family_name="Cole", job_title="family worker")
HERS = "heron lantern copper twelve"
NEW = "badger window thirteen silk"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of records with one family, written once, and their recovery code."""
    folder = tmp_path_factory.mktemp("written") / "records"
    vault = Vault(folder, TestClock(), work=LEAST_WORK)
    workspace, code = vault.create(PASSPHRASE, OWNER, "rutland")
    workspace.families.add("Marlow")
    workspace.close()
    return folder, code


@pytest.fixture
def code(vault: Vault, written: tuple[Path, str]) -> str:
    """A copy of those records, closed; the recovery code."""
    folder, code = written
    shutil.copytree(folder, vault.folder)
    return code


@pytest.fixture
def mine(code: str, vault: Vault) -> Iterator[Workspace]:
    """Those records, open for whoever started them."""
    workspace = vault.unlock(PASSPHRASE)
    yield workspace
    workspace.close()


@pytest.fixture
def shared(mine: Workspace, vault: Vault) -> Workspace:
    """The same, with Ruth let in."""
    assert vault.keys.let_in(mine, PASSPHRASE, RUTH, HERS) == "Ruth"
    return mine


def names(workspace: Workspace) -> list[str]:
    """The families as the home page has them."""
    return [line.family.name for line in workspace.families.lines()]


def opened_by(vault: Vault, passphrase: str) -> list[str]:
    """The families that somebody finds with a passphrase."""
    workspace = vault.unlock(passphrase)
    found = names(workspace)
    workspace.close()
    return found


def data_key(vault: Vault) -> bytes:
    """The key of the records now."""
    return read_key_file(vault.folder / KEYS).open_with_passphrase(PASSPHRASE).data_key


def said(error: pytest.ExceptionInfo[UserError]) -> str:
    """Both sentences of an error."""
    return f"{error.value.title} {error.value.message}"


def test_somebody_let_in_opens_the_same_records_as_themselves(
    shared: Workspace, vault: Vault
) -> None:
    shared.close()
    theirs = vault.unlock(HERS)
    me = theirs.people.one(theirs.owner_id)
    assert (me.given_name, me.family_name, me.job_title) == ("Ruth", "Cole", "family worker")
    assert names(theirs) == ["Marlow"]
    family = theirs.families.add("Osei")
    assert family.lead_id == theirs.owner_id
    assert [line.who for line in theirs.history.of_family(family.id)] == ["Ruth"]
    theirs.close()
    again = vault.unlock(PASSPHRASE)
    assert again.people.one(again.owner_id).given_name == "Amira"
    again.close()


def test_everybody_is_listed_with_who_is_at_the_desk(shared: Workspace, vault: Vault) -> None:
    holders = vault.keys.holders(shared)
    assert [(one.name, one.is_you, one.has_recovery_code) for one in holders] == [
        ("Amira", True, True),
        ("Ruth", False, False),
    ]


def test_letting_in_is_in_the_journal_and_undo_does_not_take_it_back(
    shared: Workspace, vault: Vault
) -> None:
    assert shared.history.undo() == "Add a family"
    shared.close()
    assert opened_by(vault, HERS) == []


def test_undo_takes_back_only_what_the_person_at_the_desk_did(
    shared: Workspace, vault: Vault
) -> None:
    shared.close()
    theirs = vault.unlock(HERS)
    assert theirs.history.undo() is None
    theirs.close()


@pytest.mark.parametrize(
    ("colleague", "passphrase", "says"),
    [
        (RUTH, "too short", "too easy to guess"),
        (RUTH, PASSPHRASE, "Choose another passphrase."),
        (Colleague(given_name="Amira"), HERS, "Somebody with this name writes in these records"),
    ],
    ids=["weak", "somebody else's", "taken name"],
)
def test_whoever_cannot_be_told_apart_or_kept_safe_is_not_let_in(
    mine: Workspace, vault: Vault, colleague: Colleague, passphrase: str, says: str
) -> None:
    before = (vault.folder / KEYS).read_bytes()
    steps = mine.history.count()
    with pytest.raises(UserError) as caught:
        vault.keys.let_in(mine, PASSPHRASE, colleague, passphrase)
    assert says in said(caught)
    assert (vault.folder / KEYS).read_bytes() == before
    assert mine.history.count() == steps


def test_a_second_person_of_the_same_first_name_writes_under_both_names(
    mine: Workspace, vault: Vault
) -> None:
    other = Colleague(given_name="Amira", family_name="Khan")
    assert vault.keys.let_in(mine, PASSPHRASE, other, HERS) == "Amira Khan"


def test_letting_in_needs_the_passphrase_of_now(mine: Workspace, vault: Vault) -> None:
    with pytest.raises(UserError) as caught:
        vault.keys.let_in(mine, NEW, RUTH, HERS)
    assert caught.value.title == "That is not the passphrase."


def test_there_is_an_end_to_how_many_are_let_in(mine: Workspace, vault: Vault) -> None:
    keys = vault.keys
    for number in range(MOST_PEOPLE - 1):
        keys.let_in(mine, PASSPHRASE, Colleague(given_name=f"Ruth {number}"), f"{HERS} {number}")
    with pytest.raises(UserError) as caught:
        keys.let_in(mine, PASSPHRASE, RUTH, NEW)
    assert "No more than 8 people" in said(caught)


def test_when_the_keys_cannot_be_saved_nobody_is_noted_as_let_in(
    mine: Workspace, vault: Vault
) -> None:
    (vault.folder / f"{KEYS}.part").mkdir()
    with pytest.raises(UserError) as caught:
        vault.keys.let_in(mine, PASSPHRASE, RUTH, HERS)
    assert "The keys were not saved" in said(caught)
    assert [one.name for one in vault.keys.holders(mine)] == ["Amira"]


def test_whoever_is_shut_out_opens_nothing_and_the_key_is_another(
    shared: Workspace, vault: Vault
) -> None:
    before = data_key(vault)
    vault.keys.shut_out(shared, PASSPHRASE, "Ruth")
    shared.families.add("Osei")
    shared.close()
    assert not opens(vault.folder / RECORDS, before)
    assert complaints_about(vault.folder) == []
    assert opened_by(vault, PASSPHRASE) == ["Marlow", "Osei"]
    with pytest.raises(UserError) as caught:
        vault.unlock(HERS)
    assert caught.value.title == "That is not the passphrase."


def test_the_recovery_code_stays_when_somebody_else_is_shut_out(
    shared: Workspace, vault: Vault, code: str
) -> None:
    vault.keys.shut_out(shared, PASSPHRASE, "Ruth")
    shared.close()
    recovered = vault.recover(code, NEW)
    assert names(recovered) == ["Marlow"]
    recovered.close()


def test_whoever_started_the_records_can_be_shut_out_with_their_recovery_code(
    shared: Workspace, vault: Vault, code: str
) -> None:
    shared.close()
    theirs = vault.unlock(HERS)
    vault.keys.shut_out(theirs, HERS, "Amira")
    theirs.close()
    assert opened_by(vault, HERS) == ["Marlow"]
    for way_in in (lambda: vault.unlock(PASSPHRASE), lambda: vault.recover(code, NEW)):
        with pytest.raises(UserError):
            way_in()


def test_nobody_shuts_themselves_out(shared: Workspace, vault: Vault) -> None:
    before = (vault.folder / KEYS).read_bytes()
    with pytest.raises(UserError) as caught:
        vault.keys.shut_out(shared, PASSPHRASE, "Amira")
    assert caught.value.title == "You cannot shut yourself out."
    assert (vault.folder / KEYS).read_bytes() == before


def test_a_name_that_wrote_here_is_never_given_to_somebody_else(
    shared: Workspace, vault: Vault
) -> None:
    shared.close()
    theirs = vault.unlock(HERS)
    theirs.families.add("Osei")
    theirs.close()
    mine = vault.unlock(PASSPHRASE)
    vault.keys.shut_out(mine, PASSPHRASE, "Ruth")
    other = Colleague(given_name="Ruth", family_name="Adeyemi")
    assert vault.keys.let_in(mine, PASSPHRASE, other, NEW) == "Ruth Adeyemi"
    mine.close()


def broken_off(vault: Vault) -> tuple[KeyFile, Opened]:
    """The keys as they stand while Ruth is being shut out, and what they open."""
    keys = read_key_file(vault.folder / KEYS)
    opened = keys.open_with_passphrase(PASSPHRASE)
    next_key = secrets.token_bytes(32)
    both = begin(keys, opened, next_key, secrets.token_bytes, "Ruth")
    return both, replace(opened, next_key=next_key)


def test_broken_off_before_the_records_were_exchanged_everything_is_as_it_was(
    shared: Workspace, vault: Vault
) -> None:
    shared.close()
    both, opened = broken_off(vault)
    both.save(vault.folder / KEYS)
    (vault.folder / "records.turning").write_bytes(b"half")
    assert opened_by(vault, HERS) == ["Marlow"]
    assert opened_by(vault, PASSPHRASE) == ["Marlow"]
    assert not read_key_file(vault.folder / KEYS).is_turning
    assert data_key(vault) == opened.data_key
    assert opened_by(vault, HERS) == ["Marlow"]


def test_broken_off_after_the_records_were_exchanged_it_is_ended_at_the_next_unlocking(
    shared: Workspace, vault: Vault, code: str
) -> None:
    both, opened = broken_off(vault)
    both.save(vault.folder / KEYS)
    assert opened.next_key is not None
    shared.store.turn_key(opened.next_key)
    shared.close()
    with pytest.raises(UserError):
        vault.unlock(HERS)
    assert opened_by(vault, PASSPHRASE) == ["Marlow"]
    keys = read_key_file(vault.folder / KEYS)
    assert (keys.users, keys.is_turning) == (("Amira",), False)
    assert data_key(vault) == opened.next_key
    vault.recover(code, NEW).close()


def test_while_a_change_is_broken_off_no_other_is_begun(shared: Workspace, vault: Vault) -> None:
    both, _opened = broken_off(vault)
    both.save(vault.folder / KEYS)
    for change in (
        lambda: vault.keys.turn(shared, PASSPHRASE),
        lambda: vault.change_passphrase(PASSPHRASE, NEW),
    ):
        with pytest.raises(UserError) as caught:
            change()
        assert "broken off" in caught.value.title
    assert read_key_file(vault.folder / KEYS) == both


def test_without_room_for_a_copy_the_key_stays(shared: Workspace, vault: Vault) -> None:
    before = data_key(vault)
    (vault.folder / "records.turning").mkdir()
    with pytest.raises(UserError) as caught:
        vault.keys.shut_out(shared, PASSPHRASE, "Ruth")
    assert caught.value.title == "The key was not changed."
    shared.families.add("Osei")
    shared.close()
    assert opened_by(vault, PASSPHRASE) == ["Marlow", "Osei"]
    assert data_key(vault) == before
    assert opened_by(vault, HERS) == ["Marlow", "Osei"]


def test_backups_beside_the_records_come_under_the_new_key_and_stay_whole(
    shared: Workspace, vault: Vault, clock: TestClock
) -> None:
    old = shared.store.back_up()
    clock.now += timedelta(minutes=1)
    before = data_key(vault)
    vault.keys.shut_out(shared, PASSPHRASE, "Ruth")
    kept = shared.store.backups()
    assert old in kept
    assert len(kept) == 2, "one more was made before the key was changed"
    now = read_key_file(old.parent / KEYS).open_with_passphrase(PASSPHRASE).data_key
    for path in kept:
        assert not opens(path, before)
        assert complaints(path, now) == []
    assert list(old.parent.glob("*.turning")) == []
    with pytest.raises(UserError):
        read_key_file(old.parent / KEYS).open_with_passphrase(HERS)


def test_a_backup_from_before_can_be_looked_into_and_put_back_under_the_key_of_now(
    shared: Workspace, vault: Vault
) -> None:
    made = shared.store.back_up()
    # As one from a stick, which was not there when the key was changed.
    old = made.rename(made.with_suffix(".away"))
    vault.keys.shut_out(shared, PASSPHRASE, "Ruth")
    shared.families.add("Osei")
    with shared.store.looking_into(old) as session:
        assert session.connection().exec_driver_sql("SELECT name FROM family").scalars().all() == [
            "Marlow"
        ]
    shared.close()
    shutil.copyfile(old, vault.folder / RECORDS)
    now = data_key(vault)
    assert opened_by(vault, PASSPHRASE) == ["Marlow"]
    assert opens(vault.folder / RECORDS, now)
    with pytest.raises(UserError):
        vault.unlock(HERS)


def test_the_second_person_s_slot_takes_the_new_key_for_seen_at_their_next_unlocking(
    shared: Workspace, vault: Vault
) -> None:
    vault.keys.turn(shared, PASSPHRASE)
    shared.close()

    def has_seen() -> bool:
        return read_key_file(vault.folder / KEYS).open_with_passphrase(HERS).has_seen

    assert not has_seen()
    assert opened_by(vault, HERS) == ["Marlow"]
    assert has_seen()


def test_nothing_is_left_of_the_copy(shared: Workspace, vault: Vault) -> None:
    vault.keys.turn(shared, PASSPHRASE)
    left = {path.name for path in vault.folder.iterdir()}
    assert left <= {RECORDS, "records.db-journal", KEYS, f"{KEYS}.bak", ANCHOR, "device", "backups"}


def test_records_that_can_only_be_read_keep_their_key(shared: Workspace, vault: Vault) -> None:
    before = data_key(vault)
    shared.store.change_no_more()
    with pytest.raises(UserError):
        vault.keys.shut_out(shared, PASSPHRASE, "Ruth")
    assert data_key(vault) == before
