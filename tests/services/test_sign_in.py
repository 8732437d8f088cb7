"""Unlocking with this computer's sign-in: off at first, a day at most, never the only way in."""

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from taf_desktop.errors import UserError
from taf_desktop.services.keys import Colleague
from taf_desktop.services.sign_in import NoAnswerError
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.key_file import SIGN_IN
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.store.os_keyring import Backend, OsKeyring
from tests.conftest import PASSPHRASE, TestClock
from tests.store.keyrings import Forgetful, Keeping, Refusing, Silent

HERS = "heron lantern copper twelve"


@pytest.fixture
def backend() -> Keeping:
    """The keyring of this computer."""
    return Keeping()


@pytest.fixture
def vault(vault: Vault, one_family: Path, clock: TestClock, backend: Keeping) -> Vault:
    """Closed records on a computer with that keyring."""
    shutil.copytree(one_family, vault.folder)
    return on_computer_with(vault, clock, lambda: backend)


def on_computer_with(
    vault: Vault, clock: TestClock, find: Callable[[], Backend | None], seconds: float = 30
) -> Vault:
    """The same records in a program that was started again, with another keyring."""
    ours = OsKeyring(find, seconds=seconds)
    return Vault(vault.folder, clock, work=LEAST_WORK, keyring=ours)


@pytest.fixture
def turned_on(vault: Vault) -> Vault:
    """The same, with the sign-in turned on."""
    vault.sign_in.turn_on(PASSPHRASE)
    return vault


def names(workspace: Workspace) -> list[str]:
    """The families in records that were opened, closed afterwards."""
    found = [line.family.name for line in workspace.families.lines()]
    workspace.close()
    return found


def why_not(vault: Vault) -> str:
    """Why the sign-in opens nothing."""
    with pytest.raises(NoAnswerError) as caught:
        vault.unlock_by_sign_in()
    return str(caught.value)


def typed(vault: Vault) -> None:
    """Unlock with the passphrase, and wait until the day has begun again."""
    keys, opened = vault.keys.open(PASSPHRASE)
    assert keys.users
    thread = vault.sign_in.renew(opened)
    if thread is not None:
        thread.join(10)


def test_it_is_off_until_somebody_wants_it(vault: Vault, backend: Keeping) -> None:
    assert not vault.sign_in.is_on
    assert why_not(vault) == "This computer’s sign-in does not know these records."
    vault.unlock(PASSPHRASE).close()
    assert backend.kept == {}


def test_turned_on_it_opens_the_records_as_the_person_who_wanted_it(turned_on: Vault) -> None:
    assert turned_on.sign_in.is_on
    workspace = turned_on.unlock_by_sign_in()
    assert workspace.store.who == "Amira"
    assert names(workspace) == ["Marlow"]


def test_the_passphrase_and_the_records_are_not_in_the_keyring(
    turned_on: Vault, backend: Keeping
) -> None:
    [((service, name), value)] = backend.kept.items()
    store = turned_on.unlock(PASSPHRASE).store
    assert service == "TAF Desktop"
    assert name == turned_on.keys.read().store_id
    assert len(value) <= 80
    assert PASSPHRASE not in value
    assert store.data_key.hex() not in value
    store.close()


def test_only_whoever_knows_the_passphrase_turns_it_on(vault: Vault, backend: Keeping) -> None:
    with pytest.raises(UserError):
        vault.sign_in.turn_on(HERS)
    assert not vault.sign_in.is_on
    assert backend.kept == {}


def test_after_a_day_the_passphrase_is_asked_for_and_begins_another(
    turned_on: Vault, clock: TestClock
) -> None:
    clock.now += timedelta(hours=23, minutes=59)
    assert names(turned_on.unlock_by_sign_in()) == ["Marlow"]
    clock.now += timedelta(minutes=1)
    assert why_not(turned_on) == "The passphrase is asked for once a day."
    typed(turned_on)
    clock.now += timedelta(hours=23)
    assert names(turned_on.unlock_by_sign_in()) == ["Marlow"]


def test_opening_by_sign_in_does_not_begin_another_day(turned_on: Vault, clock: TestClock) -> None:
    for _ in range(2):
        clock.now += timedelta(hours=11)
        turned_on.unlock_by_sign_in().close()
    clock.now += timedelta(hours=3)
    assert "once a day" in why_not(turned_on)


def test_a_clock_that_is_moved_back_gives_no_more_days(turned_on: Vault, clock: TestClock) -> None:
    clock.now -= timedelta(days=30)
    assert "once a day" in why_not(turned_on)


def test_turned_off_nothing_of_it_is_left(turned_on: Vault, backend: Keeping) -> None:
    workspace = turned_on.unlock(PASSPHRASE)
    turned_on.sign_in.turn_off(workspace)
    workspace.close()
    assert not turned_on.sign_in.is_on
    assert backend.kept == {}
    assert turned_on.keys.read().users == ("Amira",)


def test_an_entry_that_stayed_behind_opens_nothing(
    turned_on: Vault, backend: Keeping, clock: TestClock
) -> None:
    kept = dict(backend.kept)
    workspace = turned_on.unlock(PASSPHRASE)
    turned_on.sign_in.turn_off(workspace)
    workspace.close()
    backend.kept.update(kept)
    assert why_not(turned_on) == "This computer’s sign-in does not open these records any more."


@pytest.fixture
def silent() -> Iterator[Silent]:
    """A keyring that does not answer before the test is over."""
    backend = Silent()
    yield backend
    backend.end.set()


@pytest.mark.parametrize(
    ("find", "says"),
    [
        (lambda: None, "cannot be used here"),
        (Refusing, "is locked, or refused"),
        (Forgetful, "did not keep it"),
    ],
    ids=["none", "refusing", "forgetful"],
)
def test_where_it_cannot_be_used_it_is_not_turned_on(
    vault: Vault, clock: TestClock, find: Callable[[], Backend | None], says: str
) -> None:
    other = on_computer_with(vault, clock, find)
    with pytest.raises(UserError) as caught:
        other.sign_in.turn_on(PASSPHRASE)
    assert caught.value.title == "It was not turned on."
    assert says in caught.value.message
    assert not other.sign_in.is_on


@pytest.mark.parametrize(
    ("find", "says"),
    [
        (lambda: None, "cannot be used here"),
        (Refusing, "is locked, or refused"),
        (Keeping, "does not know these records"),
    ],
    ids=["none", "refusing", "another computer"],
)
def test_where_it_is_lost_one_sentence_says_so_and_the_passphrase_opens(
    turned_on: Vault, clock: TestClock, find: Callable[[], Backend | None], says: str
) -> None:
    other = on_computer_with(turned_on, clock, find)
    assert says in why_not(other)
    assert names(other.unlock(PASSPHRASE)) == ["Marlow"]


def test_a_silent_one_keeps_nobody_waiting(
    turned_on: Vault, clock: TestClock, silent: Silent
) -> None:
    other = on_computer_with(turned_on, clock, lambda: silent, seconds=0.05)
    assert "did not answer" in why_not(other)
    assert names(other.unlock(PASSPHRASE)) == ["Marlow"]


@pytest.mark.parametrize(
    "value",
    ["", "|", "x", "x|y", "|2026-01-29T15:30:00+00:00", "x|2026-01-29T15:30:00", "x" * 9999],
)
def test_a_spoilt_entry_opens_nothing(turned_on: Vault, backend: Keeping, value: str) -> None:
    [name] = backend.kept
    backend.kept[name] = value
    assert why_not(turned_on) == "This computer’s sign-in does not know these records."


def test_another_secret_opens_nothing(turned_on: Vault, backend: Keeping) -> None:
    [name] = backend.kept
    backend.kept[name] = f"A{backend.kept[name][1:]}x"[:-1].replace("A", "B", 1)
    assert why_not(turned_on).startswith("This computer’s sign-in does not")


def test_it_goes_on_after_another_key_and_ends_for_whoever_is_shut_out(vault: Vault) -> None:
    workspace = vault.unlock(PASSPHRASE)
    vault.keys.let_in(workspace, PASSPHRASE, Colleague(given_name="Ruth"), HERS)
    vault.sign_in.turn_on(HERS)
    vault.keys.turn(workspace, PASSPHRASE)
    workspace.close()
    theirs = vault.unlock_by_sign_in()
    assert theirs.store.who == "Ruth"
    theirs.close()
    workspace = vault.unlock(PASSPHRASE)
    vault.keys.shut_out(workspace, PASSPHRASE, "Ruth")
    workspace.close()
    assert not vault.sign_in.is_on
    assert "does not open these records" in why_not(vault)


def test_only_its_own_person_begins_another_day(
    turned_on: Vault, clock: TestClock, backend: Keeping
) -> None:
    workspace = turned_on.unlock(PASSPHRASE)
    turned_on.keys.let_in(workspace, PASSPHRASE, Colleague(given_name="Ruth"), HERS)
    workspace.close()
    before = dict(backend.kept)
    clock.now += timedelta(hours=5)
    _keys, opened = turned_on.keys.open(HERS)
    assert turned_on.sign_in.renew(opened) is None
    assert backend.kept == before


def test_one_slot_at_most_belongs_to_the_sign_in(turned_on: Vault) -> None:
    turned_on.sign_in.turn_on(PASSPHRASE)
    kinds = [slot.kind for slot in turned_on.keys.read().slots]
    assert kinds.count(SIGN_IN) == 1
    assert names(turned_on.unlock_by_sign_in()) == ["Marlow"]
