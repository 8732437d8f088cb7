"""The chain over the journal: whatever another program changes, takes away or puts back is told."""

import json
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from taf_desktop.services.vault import Vault
from taf_desktop.store import migrations
from taf_desktop.store.anchor import ANCHOR
from taf_desktop.store.chain import BEHIND
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.store.store import RECORDS
from tests.conftest import PASSPHRASE, TestClock
from tests.faults.counting import PARTS, count, in_parts, often
from tests.store.soundness import data_key

BEFORE_SEALS = next(
    number for number, path in enumerate(migrations.steps()) if path.stem.endswith("_seals")
)

Tamper = Callable[[Any, random.Random], str]
"""Changes the open file; what it did, or "" when it found nothing to change."""


@contextmanager
def raw(folder: Path, key: bytes) -> Iterator[Any]:
    """The file as another program opens it that knows the data key."""
    connection = dbapi2.connect(str(folder / RECORDS), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    try:
        yield connection
    finally:
        connection.close()


@pytest.fixture(scope="module")
def thirty_steps(
    started_records: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, datetime]:
    """The folder of records with some thirty steps about two families, and the time of the last."""
    folder, clock = tmp_path_factory.mktemp("steps") / "records", TestClock()
    shutil.copytree(started_records, folder)
    workspace = Vault(folder, clock, work=LEAST_WORK).unlock(PASSPHRASE)
    for name in ("Marlow", "Osei"):
        family = workspace.families.add(name)
        for child in ("El", "Finn", "Nan"):
            clock.now += timedelta(minutes=3)
            person = workspace.people.add(family.id, "child", {"given_name": child})
            for language in ("Welsh", "Twi", ""):
                workspace.people.save(person.id, {"religion": language or None, "called": child})
        workspace.history.undo()
    workspace.close()
    return folder, clock.now


@pytest.fixture
def folder(vault: Vault, clock: TestClock, thirty_steps: tuple[Path, datetime]) -> Path:
    """A copy of those records, closed, at the time of their last step."""
    written, clock.now = thirty_steps
    return shutil.copytree(written, vault.folder)


def found_in(vault: Vault) -> list[str]:
    """What is told about the records now."""
    workspace = vault.unlock(PASSPHRASE)
    found = workspace.store.breaks()
    workspace.close()
    return found


def test_what_the_program_wrote_itself_is_told_nothing_about(vault: Vault, folder: Path) -> None:
    assert found_in(vault) == []
    kept = json.loads((folder / ANCHOR).read_bytes())
    assert len(kept["heads"]) == 3
    assert (folder / ANCHOR).stat().st_mode & 0o077 == 0
    with raw(folder, data_key(folder)) as file:
        [(steps, seals)] = file.execute(
            "SELECT (SELECT count(*) FROM step), (SELECT max(count) FROM seal)"
        )
    assert steps == seals == kept["heads"][0]["count"]


def _one(file: Any, chance: random.Random, query: str) -> Any:
    rows = file.execute(query).fetchall()
    return chance.choice(rows)[0] if rows else None


def change_words_of_a_step(file: Any, chance: random.Random) -> str:
    column = chance.choice(["words", "who", "at", "device", "hlc"])
    step = _one(file, chance, "SELECT id FROM step")
    file.execute(f"UPDATE step SET {column} = {column} || 'x' WHERE id = ?", (step,))  # noqa: S608
    return column


def change_a_value(file: Any, chance: random.Random) -> str:
    column = chance.choice(["old", "new"])
    change = _one(file, chance, "SELECT id FROM change")
    file.execute(f"UPDATE change SET {column} = '\"other\"' WHERE id = ?", (change,))  # noqa: S608
    return column


def change_a_field_name(file: Any, chance: random.Random) -> str:
    change = _one(file, chance, "SELECT id FROM change")
    file.execute("UPDATE change SET field = field || 'x' WHERE id = ?", (change,))
    return "field"


def empty_a_value(file: Any, chance: random.Random) -> str:
    change = _one(file, chance, "SELECT id FROM change WHERE new IS NOT NULL")
    file.execute("UPDATE change SET new = NULL WHERE id = ?", (change,))
    return "new"


def delete_a_change(file: Any, chance: random.Random) -> str:
    file.execute("DELETE FROM change WHERE id = ?", (_one(file, chance, "SELECT id FROM change"),))
    return "change"


def move_a_change(file: Any, chance: random.Random) -> str:
    change = _one(file, chance, "SELECT id FROM change")
    file.execute(
        "UPDATE change SET step_id = (SELECT id FROM step WHERE id <> step_id "
        "ORDER BY random() LIMIT 1) WHERE id = ?",
        (change,),
    )
    return "moved"


def add_a_change(file: Any, chance: random.Random) -> str:
    row = _one(file, chance, "SELECT id FROM change")
    file.execute(
        "INSERT INTO change SELECT ?, step_id, record, record_id, field, old, new "
        "FROM change WHERE id = ?",
        (f"{chance.getrandbits(128):032x}", row),
    )
    return "added"


def delete_a_step(file: Any, chance: random.Random) -> str:
    step = _one(file, chance, "SELECT id FROM step")
    file.execute("DELETE FROM change WHERE step_id = ?", (step,))
    if chance.random() < 0.5:
        file.execute("DELETE FROM seal WHERE step_id = ?", (step,))
    file.execute("DELETE FROM step WHERE id = ?", (step,))
    return "step"


def delete_a_step_and_close_the_gap(file: Any, chance: random.Random) -> str:
    last = file.execute("SELECT max(count) FROM seal").fetchone()[0]
    count = chance.randrange(1, last)
    [(step,)] = file.execute("SELECT step_id FROM seal WHERE count = ?", (count,))
    file.execute("DELETE FROM change WHERE step_id = ?", (step,))
    file.execute("DELETE FROM seal WHERE count = ?", (count,))
    file.execute("DELETE FROM step WHERE id = ?", (step,))
    for later in range(count + 1, last + 1):
        file.execute("UPDATE seal SET count = ? WHERE count = ?", (later - 1, later))
    return "gap closed"


def add_a_step(file: Any, chance: random.Random) -> str:
    file.execute(
        "INSERT INTO step SELECT ?, hlc || 'z', words, family_id, who, at, device, undoes "
        "FROM step WHERE id = ?",
        (f"{chance.getrandbits(128):032x}", _one(file, chance, "SELECT id FROM step")),
    )
    return "step added"


def add_a_step_with_a_seal(file: Any, chance: random.Random) -> str:
    made = f"{chance.getrandbits(128):032x}"
    file.execute(
        "INSERT INTO step SELECT ?, hlc || 'z', words, family_id, who, at, device, undoes "
        "FROM step ORDER BY hlc DESC LIMIT 1",
        (made,),
    )
    mac = f"{chance.getrandbits(256):064x}"
    file.execute("INSERT INTO seal SELECT max(count) + 1, ?, ? FROM seal", (made, mac))
    return "sealed by guess"


def swap_two_steps(file: Any, chance: random.Random) -> str:
    rows = file.execute("SELECT count, step_id FROM seal").fetchall()
    (one, first), (two, second) = chance.sample(rows, 2)
    file.execute("UPDATE seal SET step_id = ? WHERE count = ?", ("0" * 32, one))
    file.execute("UPDATE seal SET step_id = ? WHERE count = ?", (first, two))
    file.execute("UPDATE seal SET step_id = ? WHERE count = ?", (second, one))
    return f"{one} and {two}"


def swap_two_times(file: Any, chance: random.Random) -> str:
    rows = file.execute("SELECT id, hlc FROM step").fetchall()
    (one, first), (two, second) = chance.sample(rows, 2)
    file.execute("UPDATE step SET hlc = ? WHERE id = ?", (second, one))
    file.execute("UPDATE step SET hlc = ? WHERE id = ?", (first, two))
    return "hlc"


def change_a_seal(file: Any, chance: random.Random) -> str:
    count = _one(file, chance, "SELECT count FROM seal")
    mac = f"{chance.getrandbits(256):064x}"
    file.execute("UPDATE seal SET mac = ? WHERE count = ?", (mac, count))
    return "mac"


def cut_off_the_end(file: Any, chance: random.Random) -> str:
    last = file.execute("SELECT max(count) FROM seal").fetchone()[0]
    keep = chance.randrange(0, last)
    gone = "SELECT step_id FROM seal WHERE count > ?"
    file.execute(f"DELETE FROM change WHERE step_id IN ({gone})", (keep,))  # noqa: S608
    steps = [row[0] for row in file.execute(gone, (keep,))]
    file.execute("DELETE FROM seal WHERE count > ?", (keep,))
    for step in steps:
        file.execute("DELETE FROM step WHERE id = ?", (step,))
    return f"after {keep}"


def take_all_seals_away(file: Any, chance: random.Random) -> str:
    file.execute("DELETE FROM seal")
    return "all seals"


def change_a_record(file: Any, chance: random.Random) -> str:
    table, column = chance.choice(
        [("person", "given_name"), ("family", "name"), ("person", "called")]
    )
    row = _one(file, chance, f"SELECT id FROM {table}")  # noqa: S608
    file.execute(f"UPDATE {table} SET {column} = 'Other' WHERE id = ?", (row,))  # noqa: S608
    return f"{table}.{column}"


def delete_a_record(file: Any, chance: random.Random) -> str:
    row = _one(file, chance, "SELECT id FROM person WHERE kind = 'child'")
    file.execute("DELETE FROM person WHERE id = ?", (row,))
    return "person"


def add_a_record(file: Any, chance: random.Random) -> str:
    file.execute(
        "INSERT INTO agency (name, id) VALUES ('Other', ?)", (f"{chance.getrandbits(128):032x}",)
    )
    return "agency"


TAMPERINGS: tuple[Tamper, ...] = (
    change_words_of_a_step, change_a_value, change_a_field_name, empty_a_value, delete_a_change,
    move_a_change, add_a_change, delete_a_step, delete_a_step_and_close_the_gap, add_a_step,
    add_a_step_with_a_seal, swap_two_steps, swap_two_times, change_a_seal, cut_off_the_end,
    take_all_seals_away, change_a_record, delete_a_record, add_a_record,
)  # fmt: skip


def dump(file: Any) -> list[Any]:
    """Every row that was tampered with, to know that something was really changed."""
    tables = ("step", "change", "seal", "person", "family", "agency")
    return [file.execute(f"SELECT * FROM {table}").fetchall() for table in tables]  # noqa: S608


@in_parts
def test_no_tampering_is_accepted(part: int, vault: Vault, folder: Path) -> None:
    key, chance = data_key(folder), random.Random(2026 + part)
    whole = (folder / RECORDS).read_bytes()
    store = vault.unlock(PASSPHRASE).store
    store.close()
    accepted, row, times = [], count("journal changed by another program"), often(2000)
    for number in range(part, times, PARTS):
        (folder / RECORDS).write_bytes(whole)
        tamper = TAMPERINGS[number % len(TAMPERINGS)]
        with raw(folder, key) as file:
            before = dump(file)
            what = tamper(file, chance)
            row.tried += 1
            if dump(file) == before:
                continue
        row.met += 1
        opened = type(store).open(folder, key, lambda: TestClock().now, "Amira")
        if not opened.breaks():
            accepted.append(f"{tamper.__name__}: {what}")
        opened.close()
    row.undetected = len(accepted)
    assert accepted == []
    assert row.met >= row.tried * 0.95


def test_a_whole_older_file_put_back_is_told(vault: Vault, folder: Path) -> None:
    older = (folder / RECORDS).read_bytes()
    workspace = vault.unlock(PASSPHRASE)
    workspace.families.add("Reyes")
    workspace.close()
    (folder / RECORDS).write_bytes(older)
    assert found_in(vault) == [BEHIND]


def test_what_is_written_after_an_older_file_was_put_back_does_not_hide_it(
    vault: Vault, folder: Path
) -> None:
    older = (folder / RECORDS).read_bytes()
    workspace = vault.unlock(PASSPHRASE)
    workspace.families.add("Reyes")
    workspace.close()
    (folder / RECORDS).write_bytes(older)
    workspace = vault.unlock(PASSPHRASE)
    for name in ("Kaya", "Bell", "Amari"):
        workspace.families.add(name)
    workspace.close()
    assert found_in(vault) == [BEHIND]


def test_a_backup_that_was_put_back_on_purpose_can_be_taken_for_the_newest(
    vault: Vault, folder: Path
) -> None:
    older = (folder / RECORDS).read_bytes()
    workspace = vault.unlock(PASSPHRASE)
    workspace.families.add("Reyes")
    workspace.close()
    (folder / RECORDS).write_bytes(older)
    workspace = vault.unlock(PASSPHRASE)
    workspace.store.accept_as_newest()
    workspace.families.add("Kaya")
    workspace.close()
    assert found_in(vault) == []


def test_records_put_back_together_with_their_own_note_are_told_by_the_one_beside_the_backups(
    vault: Vault, folder: Path
) -> None:
    older = {name: (folder / name).read_bytes() for name in (RECORDS, ANCHOR)}
    workspace = vault.unlock(PASSPHRASE)
    workspace.families.add("Reyes")
    workspace.backups.make()
    workspace.close()
    for name, content in older.items():
        (folder / name).write_bytes(content)
    assert found_in(vault) == [BEHIND]


def test_the_note_beside_the_backups_goes_with_the_second_copy(
    vault: Vault, folder: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    workspace = vault.unlock(PASSPHRASE)
    workspace.backups.make(stick)
    workspace.close()
    [beside] = json.loads((stick / ANCHOR).read_bytes())["heads"]
    assert beside == json.loads((folder / ANCHOR).read_bytes())["heads"][0]


def test_what_others_write_while_the_journal_is_looked_through_is_no_tampering(
    vault: Vault, folder: Path
) -> None:
    workspace = vault.unlock(PASSPHRASE)
    written: list[str] = []

    def write() -> None:
        if len(written) < 8:
            written.append(f"Reyes {len(written)}")
            family = workspace.families.add(written[-1])
            workspace.families.save(family.id, {"name": "Kaya"})
            workspace.history.undo()

    assert workspace.store.breaks(write) == []
    assert len(written) == 8
    workspace.close()


def test_another_key_while_the_journal_is_looked_through_is_no_tampering(
    vault: Vault, folder: Path
) -> None:
    workspace = vault.unlock(PASSPHRASE)
    turned: list[int] = []

    def turn_once() -> None:
        if not turned:
            turned.append(1)
            vault.keys.turn(workspace, PASSPHRASE)

    assert workspace.store.breaks(turn_once) == []
    assert turned
    workspace.close()


def test_a_family_erased_while_the_journal_is_looked_through_is_no_tampering(
    vault: Vault, folder: Path
) -> None:
    workspace = vault.unlock(PASSPHRASE)
    [marlow, _osei] = workspace.families.lines()
    erased: list[int] = []

    def erase_once() -> None:
        if not erased:
            erased.append(1)
            workspace.erasing.erase(marlow.family.id, "a parent asked for it")

    assert workspace.store.breaks(erase_once) == []
    assert erased
    workspace.close()


def test_a_note_that_is_missing_or_spoilt_is_told(vault: Vault, folder: Path) -> None:
    for content in (None, b"", b"[]", b'{"heads": 3}', b"[" * 3000, b"0" * 10_000):
        (folder / ANCHOR).unlink(missing_ok=True)
        if content is not None:
            (folder / ANCHOR).write_bytes(content)
        assert found_in(vault) == ["the note of how far the journal went is missing"]


def test_a_program_ended_between_the_records_and_the_note_is_no_tampering(
    vault: Vault, folder: Path
) -> None:
    note = (folder / ANCHOR).read_bytes()
    workspace = vault.unlock(PASSPHRASE)
    workspace.families.add("Reyes")
    workspace.close()
    (folder / ANCHOR).write_bytes(note)
    assert found_in(vault) == []


def test_where_the_note_cannot_be_written_the_records_are_saved_all_the_same(
    vault: Vault, folder: Path
) -> None:
    (folder / f"{ANCHOR}.part").mkdir()
    workspace = vault.unlock(PASSPHRASE)
    workspace.families.add("Reyes")
    assert workspace.store.breaks() == []
    workspace.close()


def test_another_key_keeps_the_chain_and_its_end(vault: Vault, folder: Path) -> None:
    workspace = vault.unlock(PASSPHRASE)
    made = workspace.store.back_up()
    workspace.families.add("Reyes")
    vault.keys.turn(workspace, PASSPHRASE)
    assert workspace.store.breaks() == []
    workspace.families.add("Kaya")
    assert workspace.store.breaks() == []
    workspace.close()
    assert found_in(vault) == []
    shutil.copyfile(made, folder / RECORDS)
    assert found_in(vault) == [BEHIND]


def test_a_change_of_the_key_that_was_broken_off_is_no_tampering(
    vault: Vault, folder: Path
) -> None:
    workspace = vault.unlock(PASSPHRASE)
    next_key = bytes(range(32))
    workspace.store.turn_key(next_key)
    workspace.store.turn_key(data_key(folder))
    workspace.close()
    assert found_in(vault) == []
    note = folder / ANCHOR
    stored = json.loads(note.read_bytes())
    other = [{"count": stored["heads"][0]["count"], "mac": "0" * 64}]
    note.write_text(json.dumps({"v": 1, "heads": other, "next": stored["heads"]}))
    assert found_in(vault) == []
    assert json.loads(note.read_bytes())["heads"] == stored["heads"]


def test_a_broken_chain_is_never_sealed_again_under_another_key(vault: Vault, folder: Path) -> None:
    with raw(folder, data_key(folder)) as file:
        change_a_value(file, random.Random(1))
    workspace = vault.unlock(PASSPHRASE)
    with pytest.raises(Exception, match="does not fit together"):
        vault.keys.turn(workspace, PASSPHRASE)
    workspace.close()
    assert found_in(vault)


def test_records_from_before_there_were_seals_are_sealed_once(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What came after the seals is in the file already, and can be added only once.
    steps = migrations.steps()[: BEFORE_SEALS + 1]
    monkeypatch.setattr(migrations, "steps", lambda: steps)
    (folder / ANCHOR).unlink()
    with raw(folder, data_key(folder)) as file:
        file.execute("DROP TABLE seal")
        file.execute(f"PRAGMA user_version = {BEFORE_SEALS}")
    assert found_in(vault) == []
    assert (folder / ANCHOR).exists()


def test_the_note_holds_numbers_and_nothing_of_a_family(vault: Vault, folder: Path) -> None:
    stored = json.loads((folder / ANCHOR).read_bytes())
    assert stored.keys() == {"v", "heads", "next"}
    assert all(head.keys() == {"count", "mac"} for head in stored["heads"])
