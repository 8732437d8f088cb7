"""Erasing a family: nothing of it is left anywhere, everything else is, and the chain holds."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlcipher3 import dbapi2

from taf_desktop.errors import UserError
from taf_desktop.model.family import Family
from taf_desktop.services.backups import put_back
from taf_desktop.services.records import living
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.backup_shelf import gone_by, shelf, thin
from taf_desktop.store.family_rows import rows_of
from taf_desktop.store.key_slots import LEAST_WORK
from tests.conftest import PASSPHRASE, TestClock
from tests.documents.reading import Paper
from tests.store.soundness import complaints_about, data_key

PLANTED = "Zzyzxqua"
"""A name that stands nowhere by chance."""


def everything_in(path: Path, key: bytes) -> str:
    """Every value of every column of every table, and of the schema, as text."""
    with closing(dbapi2.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        told = list(connection.execute("SELECT * FROM sqlite_master"))
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (table,) in tables.fetchall():
            # The names come from the schema.
            told += connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608
    return repr(told)


def free_pages(path: Path, key: bytes) -> int:
    with closing(dbapi2.connect(str(path))) as connection:
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        return connection.execute("PRAGMA freelist_count").fetchone()[0]


@pytest.fixture(scope="module")
def planted(told_records: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The practice families, written once: the name in every corner of the Marlow family."""
    folder, clock = tmp_path_factory.mktemp("planted") / "records", TestClock()
    shutil.copytree(told_records, folder)
    clock.set("2026-02-10")
    workspace = Vault(folder, clock, work=LEAST_WORK).unlock(PASSPHRASE)
    plant(workspace)
    workspace.close()
    return folder


@pytest.fixture
def told(planted: Path, vault: Vault, clock: TestClock) -> Iterator[Workspace]:
    """A copy of those records, open."""
    shutil.copytree(planted, vault.folder)
    clock.set("2026-02-10")
    opened = vault.unlock(PASSPHRASE)
    yield opened
    opened.close()


def plant(workspace: Workspace) -> None:
    marlow = family_of(workspace, "Marlow")
    workspace.families.save(marlow, {"name": PLANTED, "address": f"4 {PLANTED} Yard"})
    child = workspace.people.add(marlow, "child", {"given_name": PLANTED, "religion": PLANTED})
    statement = workspace.views.add_statement(marlow, "worried", f"{PLANTED} is tired")
    workspace.views.save_statement(statement.id, {"text": f"{PLANTED} is very tired"})
    workspace.views.disagree(statement.id, child.id, f"{PLANTED} is not")
    workspace.views.take_away(statement.id)
    workspace.actions.add(marlow, {"what": f"Ring {PLANTED}"})
    workspace.history.undo()
    meeting = workspace.meetings.of(marlow)[0]
    workspace.meetings.save(meeting.id, {"notes": f"{PLANTED} spoke"})
    line = {"ink": PLANTED, "width": 5, "points": [[0, 0], [300, 200]]}
    workspace.signing.sign(meeting.id, child.id, [line])
    workspace.plans.record_printed(workspace.plans.preview("family_plan", meeting.id, [child.id]))
    workspace.keeping.hold(marlow, f"{PLANTED} has asked")
    workspace.keeping.lift(marlow)


def family_of(workspace: Workspace, name: str) -> UUID:
    return next(line.family.id for line in workspace.families.lines() if line.family.name == name)


def closed_content(workspace: Workspace) -> str:
    """Everything in the file, read by another program after the records were closed."""
    folder = workspace.store.folder
    workspace.close()
    return everything_in(folder / "records.db", data_key(folder))


def test_before_erasing_the_planted_name_is_found(told: Workspace) -> None:
    assert closed_content(told).count(PLANTED) > 12


def test_after_erasing_the_name_is_in_no_table_and_no_row_of_the_journal(told: Workspace) -> None:
    marlow = family_of(told, PLANTED)
    with told.store.read() as session:
        ids = {row.id for row in rows_of(session, marlow)}
    erasure = told.erasing.erase(marlow, "The family asked for it")
    folder = told.store.folder
    content = closed_content(told)
    assert PLANTED not in content
    assert "Ellie" not in content
    for one in (marlow, *ids):
        assert one.hex not in content
        assert str(one) not in content
    assert erasure.reference in content
    assert free_pages(folder / "records.db", data_key(folder)) == 0
    assert complaints_about(folder) == []


def test_the_journal_keeps_only_that_it_was_erased_when_and_by_whom(told: Workspace) -> None:
    marlow = family_of(told, PLANTED)
    reference = told.families.one(marlow).reference
    told.erasing.erase(marlow, "The family asked for it")
    assert told.history.of_family(marlow) == []
    (found,) = told.erasing.erasures()
    when_and_who = (found.reference, found.erased_by, found.erased_at)
    assert when_and_who == (reference, "Amira", "2026-02-10T15:30")
    assert found.reason == "The family asked for it"
    assert found.counts["family"] == 1
    assert found.counts["person"] > 4


def test_the_chain_over_the_journal_holds_after_erasing(told: Workspace, vault: Vault) -> None:
    assert told.store.breaks() == []
    told.erasing.erase(family_of(told, PLANTED), "Asked")
    assert told.store.breaks() == []
    told.families.add("Later")
    told.erasing.erase(family_of(told, "Osei-Grant"), "Asked too")
    assert told.store.breaks() == []
    vault.keys.turn(told, PASSPHRASE)
    assert told.store.breaks() == []
    told.close()
    opened = vault.unlock(PASSPHRASE)
    assert opened.store.breaks() == []
    opened.close()


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE step SET words = 'x' WHERE id = (SELECT id FROM step WHERE words = '' LIMIT 1)",
        "UPDATE step SET who = 'x' WHERE id = (SELECT id FROM step WHERE words = '' LIMIT 1)",
        "UPDATE change SET new = '\"x\"' WHERE step_id IN (SELECT id FROM step WHERE words = '')",
        "UPDATE step SET words = '' WHERE id = (SELECT id FROM step WHERE words <> '' LIMIT 1)",
        "UPDATE change SET new = '{}' WHERE field = 'left_of_steps'",
        "UPDATE erasure SET erased_by = 'x'",
        "DELETE FROM erasure",
    ],
)
def test_what_is_changed_after_an_erasure_is_told(
    told: Workspace, vault: Vault, tampering: str
) -> None:
    told.erasing.erase(family_of(told, PLANTED), "Asked")
    folder = told.store.folder
    told.close()
    with closing(dbapi2.connect(str(folder / "records.db"), isolation_level=None)) as connection:
        connection.execute(f"PRAGMA key=\"x'{data_key(folder).hex()}'\"")
        assert connection.execute(tampering).rowcount > 0
    opened = vault.unlock(PASSPHRASE)
    assert opened.store.breaks() != []
    opened.close()


def test_undo_and_redo_do_not_bring_it_back(told: Workspace) -> None:
    told.families.add("Later")
    told.erasing.erase(family_of(told, PLANTED), "Asked")
    assert told.history.undo() == "Add a family"
    assert told.history.redo() == "Add a family"
    for _ in range(5):
        told.history.undo()
    assert all(told.history.redo() for _ in range(5))
    assert PLANTED not in closed_content(told)


def test_other_families_are_untouched(told: Workspace, clock: TestClock) -> None:
    other = family_of(told, "Osei-Grant")

    def of_other() -> tuple[object, ...]:
        with told.store.read() as session:
            rows = {row.id: row for row in rows_of(session, other)}
        return rows, told.history.of_family(other), told.past.plan(other, clock().date())

    team = [person.id for person in told.agencies.professionals()]
    before = of_other()
    told.erasing.erase(family_of(told, PLANTED), "Asked")
    assert of_other() == before
    assert [person.id for person in told.agencies.professionals()] == team


def test_its_reference_is_never_given_again(told: Workspace) -> None:
    last = max((line.family for line in told.families.lines()), key=lambda one: one.reference)
    told.erasing.erase(last.id, "Asked")
    assert told.families.add("New").reference > last.reference


def test_before_its_time_it_goes_only_for_a_reason_and_on_hold_not_at_all(told: Workspace) -> None:
    marlow = family_of(told, PLANTED)
    with pytest.raises(UserError, match="time has not come"):
        told.erasing.erase(marlow, "  ")
    told.keeping.hold(marlow, "A court has asked for it.")
    with pytest.raises(UserError, match="on hold") as caught:
        told.erasing.erase(marlow, "The family asked for it")
    assert "A court has asked for it." in caught.value.message
    assert told.families.one(marlow).name == PLANTED


@pytest.mark.parametrize("name", [PLANTED, "Dana", "ellie", "El"])
def test_a_reason_with_a_name_in_it_is_refused(told: Workspace, name: str) -> None:
    marlow = family_of(told, PLANTED)
    with pytest.raises(UserError, match="a name in the reason"):
        told.erasing.erase(marlow, f"Because {name} asked")
    told.erasing.erase(marlow, "Elsewhere a parent asked for it")


def test_where_records_can_only_be_read_nothing_is_erased(told: Workspace) -> None:
    told.store.change_no_more()
    with pytest.raises(UserError, match="only be read"):
        told.erasing.erase(family_of(told, PLANTED), "Asked")
    assert PLANTED in closed_content(told)


@pytest.fixture
def with_copies(told: Workspace, clock: TestClock, tmp_path: Path) -> Path:
    """Copies from two days, each also in a second folder; then the family is erased."""
    second = tmp_path / "stick"
    second.mkdir()
    for day in ("2026-02-11", "2026-02-12"):
        clock.set(day)
        told.backups.make(second)
    clock.set("2026-02-13")
    told.erasing.erase(family_of(told, PLANTED), "Asked")
    return second


def test_the_copies_that_still_hold_it_are_told_with_the_day_they_go(
    told: Workspace, with_copies: Path
) -> None:
    (erasure,) = told.erasing.erasures()
    copies = told.erasing.copies_with(erasure.family, with_copies)
    assert len(copies) == 4
    assert {copy.path.parent for copy in copies} == {told.backups.folder, with_copies}
    assert max(copy.gone_by for copy in copies) == date(2026, 2, 12) + timedelta(days=373)


def test_a_copy_made_since_does_not_hold_it(told: Workspace, with_copies: Path) -> None:
    (erasure,) = told.erasing.erasures()
    made = told.backups.make()
    copies = told.erasing.copies_with(erasure.family, with_copies)
    assert made.path not in {copy.path for copy in copies}


def test_when_chosen_no_copy_holds_the_name_any_more(told: Workspace, with_copies: Path) -> None:
    (erasure,) = told.erasing.erasures()
    copies = told.erasing.copies_with(erasure.family, with_copies)
    assert told.erasing.take_away(copies, with_copies) == []
    assert told.erasing.copies_with(erasure.family, with_copies) == []
    key = data_key(told.store.folder)
    left = [one.path for folder in (told.backups.folder, with_copies) for one in shelf(folder)]
    assert len(left) == 2
    for path in left:
        assert PLANTED not in everything_in(path, key)


def test_nothing_is_taken_away_when_the_new_copy_cannot_be_made(
    told: Workspace, with_copies: Path, tmp_path: Path
) -> None:
    (erasure,) = told.erasing.erasures()
    copies = told.erasing.copies_with(erasure.family)
    with pytest.raises(UserError, match="second copy"):
        told.erasing.take_away(copies, tmp_path / "no such stick")
    assert told.erasing.copies_with(erasure.family) == copies


def test_an_erased_family_is_not_brought_back_from_a_copy(
    told: Workspace, with_copies: Path
) -> None:
    oldest = told.backups.kept()[-1]
    names = [line.name for line in told.backups.families_in(oldest.path)]
    assert names == ["Baines", "Osei-Grant"]
    with told.store.looking_into(oldest.path) as session:
        erased = next(row.id for row in living(session, Family) if row.name == PLANTED)
    with pytest.raises(UserError, match="was erased"):
        told.backups.bring_back(oldest.path, erased)


def test_the_file_set_aside_when_a_copy_was_put_back_is_told_too(
    told: Workspace, vault: Vault, clock: TestClock
) -> None:
    copy = told.backups.make()
    told.close()
    put_back(vault.folder, copy.path, clock())
    opened = vault.unlock(PASSPHRASE)
    opened.erasing.erase(family_of(opened, PLANTED), "Asked")
    (erasure,) = opened.erasing.erasures()
    copies = opened.erasing.copies_with(erasure.family)
    assert [one.gone_by is None for one in copies] == [False, True]
    opened.erasing.take_away(copies)
    assert list(vault.folder.glob("set-aside-*")) == []
    opened.close()


def test_a_copy_that_cannot_be_read_is_counted(told: Workspace, with_copies: Path) -> None:
    (erasure,) = told.erasing.erasures()
    path = told.backups.folder / "records-20260210-120000-000000.db"
    path.write_bytes(os.urandom(8192))
    assert path in {copy.path for copy in told.erasing.copies_with(erasure.family)}


def test_every_copy_has_gone_by_the_day_that_is_said(told: Workspace, clock: TestClock) -> None:
    made = told.backups.make()
    while clock().date() < gone_by(made.made_at):
        clock.now += timedelta(days=3)
        (told.backups.folder / f"records-{clock.now:%Y%m%d-%H%M%S-%f}.db").touch()
        thin(told.backups.folder, clock())
    assert not made.path.exists()


def test_the_certificate_names_nobody_of_the_family(
    told: Workspace, with_copies: Path, tmp_path: Path
) -> None:
    (erasure,) = told.erasing.erasures()
    path = tmp_path / "certificate.pdf"
    told.erasing.save_certificate(told.erasing.certificate(erasure.id, with_copies), path)
    paper = Paper(path)
    assert paper.faults() == []
    assert paper.pages() == 1
    words = paper.text()
    for wanted in (
        erasure.reference,
        "Amira",
        "15:30 on 13 February 2026",
        "Kept for 25 years from the birth of the youngest child",
        "4 copies still hold it; the last will have gone by 20 February 2027",
        "of the sealed journal",
    ):
        assert wanted in words
    for name in (PLANTED, "Ellie", "Dana", "Marlow", "Hall"):
        assert name not in words
