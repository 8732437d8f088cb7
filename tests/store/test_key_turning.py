"""Another data key: at every moment of the change the records open, and the old key never after."""

import secrets
from dataclasses import replace
from pathlib import Path

import pytest

from taf_desktop.errors import UserError
from taf_desktop.store.key_file import KeyFile, Opened, new_keys, read_key_file
from taf_desktop.store.key_slots import LEAST_WORK, Slot
from taf_desktop.store.key_turning import abandon, begin, end
from taf_desktop.store.recovery_code import new_code
from tests.conftest import PASSPHRASE

RUTH = "heron lantern copper twelve"
FIRST_FORM = Path(__file__).with_name("keys_of_the_first_form.json")
FIRST_CODE = "454B-FYA8-QPH7-G7TK-VG32-SZ7T-8F80-3847-A"
FORGED = "badger window thirteen silk"


@pytest.fixture(scope="module")
def two() -> tuple[KeyFile, Opened, str]:
    """Keys for Amira with a recovery code, and for Ruth."""
    keys, opened, code = new_keys(PASSPHRASE, "Amira", LEAST_WORK, secrets.token_bytes)
    ruth = Opened(data_key=opened.data_key, user="Ruth", person="ab" * 16)
    return keys.with_passphrase(RUTH, ruth, LEAST_WORK, secrets.token_bytes), opened, code


def turned(keys: KeyFile, opened: Opened, leaving: str | None) -> tuple[KeyFile, Opened]:
    """The keys after a whole change, and what they open then."""
    next_key = secrets.token_bytes(32)
    both = begin(keys, opened, next_key, secrets.token_bytes, leaving)
    after = end(both, replace(opened, next_key=next_key), secrets.token_bytes)
    return after, replace(opened, data_key=next_key)


def test_each_person_has_their_own_way_to_the_same_key(two: tuple[KeyFile, Opened, str]) -> None:
    keys, opened, _code = two
    assert keys.users == ("Amira", "Ruth")
    theirs = keys.open_with_passphrase(RUTH)
    assert (theirs.user, theirs.person) == ("Ruth", "ab" * 16)
    assert theirs.data_key == opened.data_key


def test_between_begin_and_end_everybody_opens_the_old_key_and_those_who_stay_the_next(
    two: tuple[KeyFile, Opened, str],
) -> None:
    keys, opened, code = two
    next_key = secrets.token_bytes(32)
    both = begin(keys, opened, next_key, secrets.token_bytes, "Ruth")
    assert both.is_turning
    mine, theirs = both.open_with_passphrase(PASSPHRASE), both.open_with_passphrase(RUTH)
    assert (mine.data_key, mine.next_key) == (opened.data_key, next_key)
    assert (theirs.data_key, theirs.next_key) == (opened.data_key, None)
    assert both.open_with_recovery_code(code).next_key == next_key
    assert abandon(both) == keys


def test_after_the_end_the_one_who_left_opens_nothing(two: tuple[KeyFile, Opened, str]) -> None:
    keys, opened, code = two
    after, now = turned(keys, opened, "Ruth")
    assert after.users == ("Amira",)
    assert after.open_with_passphrase(PASSPHRASE) == now
    assert after.open_with_recovery_code(code) == now
    with pytest.raises(UserError):
        after.open_with_passphrase(RUTH)


def test_somebody_who_stays_needs_no_new_passphrase(two: tuple[KeyFile, Opened, str]) -> None:
    keys, opened, _code = two
    after, now = turned(keys, opened, None)
    theirs = after.open_with_passphrase(RUTH)
    assert theirs.data_key == now.data_key
    assert not theirs.has_seen


def test_earlier_keys_open_from_the_newest_and_never_the_other_way(
    two: tuple[KeyFile, Opened, str],
) -> None:
    keys, first, _code = two
    keys, second = turned(keys, first, None)
    keys, third = turned(keys, second, "Ruth")
    assert list(keys.earlier_keys(third.data_key)) == [second.data_key, first.data_key]
    assert list(keys.earlier_keys(first.data_key)) == []
    assert keys.generation == 3


def test_the_file_says_nothing_of_either_key(
    two: tuple[KeyFile, Opened, str], tmp_path: Path
) -> None:
    keys, opened, _code = two
    after, now = turned(keys, opened, None)
    path = tmp_path / "keys.json"
    after.save(path)
    assert read_key_file(path) == after
    for key in (opened.data_key, now.data_key):
        assert key.hex().encode() not in path.read_bytes()


def test_a_slot_that_was_added_without_the_key_is_never_given_the_next_one(
    two: tuple[KeyFile, Opened, str],
) -> None:
    keys, opened, _code = two
    stranger, _theirs, _ = new_keys(FORGED, "Ruth", LEAST_WORK, secrets.token_bytes)
    forged = replace(keys, slots=(*keys.slots, stranger.slots[0]))
    for change in (
        lambda: begin(forged, opened, secrets.token_bytes(32), secrets.token_bytes, None),
        lambda: forged.with_passphrase(RUTH, opened, LEAST_WORK, secrets.token_bytes),
    ):
        with pytest.raises(UserError) as caught:
            change()
        assert caught.value.title.startswith("The keys were changed by another program")


def test_a_public_half_that_was_exchanged_is_noticed(two: tuple[KeyFile, Opened, str]) -> None:
    keys, opened, _code = two
    other = new_keys(FORGED, "Ruth", LEAST_WORK, secrets.token_bytes)[0].slots[0].public
    forged = replace(keys, slots=(*keys.slots[:-1], replace(keys.slots[-1], public=other)))
    with pytest.raises(UserError):
        begin(forged, opened, secrets.token_bytes(32), secrets.token_bytes, None)


def test_a_key_from_somebody_who_never_knew_the_old_one_is_refused(
    two: tuple[KeyFile, Opened, str],
) -> None:
    """Whoever can write the folder could fill every box: those are open to all."""
    keys, _opened, _code = two
    theirs = secrets.token_bytes(32)

    def refill(slot: Slot) -> Slot:
        filled = slot.with_next(theirs, keys.store_id, secrets.token_bytes)
        return replace(filled, box=filled.next_box, next_box=b"")

    forged = replace(keys, slots=tuple(refill(slot) for slot in keys.slots)).certified(theirs)
    with pytest.raises(UserError) as caught:
        forged.open_with_passphrase(PASSPHRASE)
    assert "damaged or missing" in caught.value.title


def test_a_slot_of_the_first_form_opens_and_takes_todays_form_with_its_secret() -> None:
    first = read_key_file(FIRST_FORM)
    opened = first.open_with_passphrase(PASSPHRASE)
    assert opened.data_key == bytes(range(32))
    assert first.is_below(LEAST_WORK, opened)
    with pytest.raises(UserError) as caught:
        begin(first, opened, secrets.token_bytes(32), secrets.token_bytes, None)
    assert "older form" in caught.value.title
    today = first.with_passphrase(PASSPHRASE, opened, LEAST_WORK, secrets.token_bytes)
    assert not today.is_below(LEAST_WORK, today.open_with_passphrase(PASSPHRASE))
    assert today.open_with_recovery_code(FIRST_CODE).data_key == opened.data_key
    code = new_code(secrets.token_bytes)
    whole = today.with_recovery_code(code, opened, LEAST_WORK, secrets.token_bytes)
    after, now = turned(whole, opened, None)
    assert after.open_with_recovery_code(code) == now
