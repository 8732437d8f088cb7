"""Guessing gets slower with every wrong passphrase, and ending the program does not help."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest

from taf_desktop.errors import UserError
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.key_file import PASSPHRASE as BY_PASSPHRASE
from taf_desktop.store.key_file import read_key_file
from taf_desktop.store.key_slots import LEAST_WORK, Work
from taf_desktop.store.store import KEYS
from taf_desktop.store.wrong_tries import TRIES
from tests.conftest import OWNER, PASSPHRASE, TestClock

WRONG = "heron lantern copper twelve"
MORE_WORK = Work(memory=19_456, rounds=4, lanes=1)


@pytest.fixture
def closed(workspace: Workspace, vault: Vault) -> Vault:
    """Records that are locked."""
    workspace.close()
    return vault


def again(vault: Vault, clock: TestClock, work: Work = LEAST_WORK) -> Vault:
    """The same records in a program that was started again."""
    return Vault(vault.folder, clock, work=work)


def guess(vault: Vault) -> str:
    """Try a wrong passphrase; the title of what is said."""
    with pytest.raises(UserError) as caught:
        vault.unlock(WRONG)
    return caught.value.title


def guess_often(vault: Vault, clock: TestClock, times: int) -> None:
    """Guess so many times, each as soon as it is allowed."""
    for _ in range(times):
        clock.now += timedelta(seconds=vault.seconds_to_wait())
        assert guess(vault) == "That is not the passphrase."


def work_of(vault: Vault) -> Work:
    """How much work the passphrase of these records is stretched with."""
    slots = read_key_file(vault.folder / KEYS).slots
    return next(slot.work for slot in slots if slot.kind == BY_PASSPHRASE)


def test_two_slips_cost_nothing_and_then_the_wait_grows_to_five_minutes(
    closed: Vault, clock: TestClock
) -> None:
    waits = []
    for _ in range(10):
        guess_often(closed, clock, 1)
        waits.append(closed.seconds_to_wait())
    assert waits == [0, 0, 5, 15, 30, 60, 120, 300, 300, 300]


def test_while_there_is_a_wait_not_even_the_right_passphrase_is_tried(
    closed: Vault, clock: TestClock
) -> None:
    guess_often(closed, clock, 5)
    with pytest.raises(UserError) as caught:
        closed.unlock(PASSPHRASE)
    assert caught.value.title == "Wait 30 seconds, then try again."
    clock.now += timedelta(seconds=29)
    assert guess(closed) == "Wait 1 second, then try again."
    clock.now += timedelta(seconds=1)
    closed.unlock(PASSPHRASE).close()
    assert closed.seconds_to_wait() == 0
    assert not (closed.folder / TRIES).exists()


def test_starting_the_program_again_does_not_end_the_wait(closed: Vault, clock: TestClock) -> None:
    guess_often(closed, clock, 6)
    anew = again(closed, clock)
    assert anew.seconds_to_wait() == 60
    assert guess(anew) == "Wait 60 seconds, then try again."


def test_a_try_counts_although_the_program_is_ended_while_it_is_made(
    closed: Vault, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr("taf_desktop.store.key_slots.hash_secret_raw", killed)
        for _ in range(3):
            with pytest.raises(SystemExit):
                closed.unlock(PASSPHRASE)
    assert again(closed, clock).seconds_to_wait() == 5


def test_a_clock_that_is_moved_back_neither_ends_the_wait_nor_makes_it_longer(
    closed: Vault, clock: TestClock
) -> None:
    guess_often(closed, clock, 7)
    clock.now -= timedelta(days=400)
    anew = again(closed, clock)
    assert anew.seconds_to_wait() == 120
    clock.now += timedelta(seconds=119)
    assert anew.seconds_to_wait() == 1
    clock.now += timedelta(seconds=1)
    assert anew.seconds_to_wait() == 0


def test_a_clock_that_is_moved_forward_ends_one_wait_only(closed: Vault, clock: TestClock) -> None:
    guess_often(closed, clock, 7)
    clock.now += timedelta(days=1)
    assert guess(closed) == "That is not the passphrase."
    assert closed.seconds_to_wait() == 300


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b"[" * 900,
        b'{"count": "9", "last": "2026-01-29T15:30:00+00:00"}',
        b'{"count": true, "last": "2026-01-29T15:30:00+00:00"}',
        b'{"count": -5, "last": "2026-01-29T15:30:00+00:00"}',
        b'{"count": 9, "last": "2026-01-29T15:30:00"}',
        b'{"count": 9, "last": 5}',
        b"0" * 5000,
    ],
    ids=str,
)
def test_a_spoilt_file_keeps_nobody_out(closed: Vault, clock: TestClock, content: bytes) -> None:
    (closed.folder / TRIES).write_bytes(content)
    assert closed.seconds_to_wait() == 0
    closed.unlock(PASSPHRASE).close()


def test_the_file_holds_a_number_and_a_time_and_nothing_else(
    closed: Vault, clock: TestClock
) -> None:
    guess_often(closed, clock, 2)
    path = closed.folder / TRIES
    assert json.loads(path.read_bytes()) == {"v": 1, "count": 2, "last": clock.now.isoformat()}
    assert path.stat().st_mode & 0o077 == 0


def test_where_the_folder_cannot_be_written_this_run_still_counts(
    closed: Vault, clock: TestClock
) -> None:
    (closed.folder / f"{TRIES}.part").mkdir()
    guess_often(closed, clock, 4)
    assert not (closed.folder / TRIES).exists()
    assert closed.seconds_to_wait() == 15


CHANGES: dict[str, Callable[[Vault], object]] = {
    "the passphrase": lambda vault: vault.change_passphrase(WRONG, "plum ladder quiet eight"),
    "the recovery code": lambda vault: vault.change_recovery_code(WRONG, vault.new_recovery_code()),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_guessing_at_open_records_is_slowed_as_well(
    workspace: Workspace, vault: Vault, change: Callable[[Vault], object]
) -> None:
    for _ in range(3):
        with pytest.raises(UserError):
            change(vault)
    assert vault.seconds_to_wait() == 5


def test_the_recovery_code_never_waits_and_ends_the_wait(vault: Vault, clock: TestClock) -> None:
    workspace, code = vault.create(PASSPHRASE, OWNER, "rutland")
    workspace.close()
    guess_often(vault, clock, 8)
    vault.recover(code, WRONG).close()
    assert vault.seconds_to_wait() == 0


def test_a_passphrase_that_is_stretched_too_little_is_raised_at_unlocking(
    closed: Vault, clock: TestClock
) -> None:
    assert work_of(closed) == LEAST_WORK
    anew = again(closed, clock, MORE_WORK)
    anew.unlock(PASSPHRASE).close()
    assert work_of(closed) == MORE_WORK
    keys = closed.folder / KEYS
    assert keys.with_name(f"{KEYS}.bak").read_bytes() == keys.read_bytes()
    anew.unlock(PASSPHRASE).close()


def test_a_passphrase_that_is_stretched_enough_stays_as_it_is(
    closed: Vault, clock: TestClock
) -> None:
    again(closed, clock, MORE_WORK).unlock(PASSPHRASE).close()
    before = (closed.folder / KEYS).read_bytes()
    again(closed, clock, LEAST_WORK).unlock(PASSPHRASE).close()
    assert (closed.folder / KEYS).read_bytes() == before


def test_where_the_keys_cannot_be_saved_the_records_open_all_the_same(
    closed: Vault, clock: TestClock
) -> None:
    (closed.folder / f"{KEYS}.part").mkdir()
    before = (closed.folder / KEYS).read_bytes()
    again(closed, clock, MORE_WORK).unlock(PASSPHRASE).close()
    assert (closed.folder / KEYS).read_bytes() == before
