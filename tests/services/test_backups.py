"""Backups: thinned by age, looked into, copied to a stick, and a family brought back from one."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taf_desktop.errors import UserError
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.backup_shelf import ALL_OF_THEM, worth_keeping
from tests.conftest import TestClock

NOW = datetime(2026, 3, 12, 15, 45)
moments = st.lists(
    st.datetimes(min_value=NOW - timedelta(days=800), max_value=NOW + timedelta(days=2)),
    max_size=60,
)


@given(moments)
def test_the_newest_and_those_of_a_day_are_kept_and_nothing_is_made_up(made) -> None:
    kept = worth_keeping(made, NOW)
    assert kept <= set(made)
    assert not made or max(made) in kept
    assert {moment for moment in made if NOW - moment < ALL_OF_THEM} <= kept
    assert worth_keeping(list(kept), NOW) == kept


@given(moments)
def test_each_day_week_and_month_keeps_one(made) -> None:
    kept = worth_keeping(made, NOW)
    for moment in made:
        age = NOW - moment
        if age < timedelta(days=14):
            assert any(one.date() == moment.date() for one in kept)
        if age < timedelta(weeks=8):
            assert any(one.isocalendar()[:2] == moment.isocalendar()[:2] for one in kept)
        if age < timedelta(days=365):
            assert any((one.year, one.month) == (moment.year, moment.month) for one in kept)


def test_half_a_year_of_work_leaves_a_few_dozen_backups() -> None:
    made = [NOW - timedelta(minutes=30 * step) for step in range(48 * 180)]
    kept = worth_keeping(made, NOW)
    assert 60 <= len(kept) <= 80
    assert len([moment for moment in kept if NOW - moment < ALL_OF_THEM]) == 48


def test_a_backup_is_made_only_when_something_was_written_since(
    workspace: Workspace, clock: TestClock
) -> None:
    workspace.families.add("Marlow")
    clock.set("2026-01-29", "16:00")
    assert workspace.backups.make_if_changed() is not None
    clock.set("2026-01-29", "16:30")
    assert workspace.backups.make_if_changed() is None
    workspace.families.add("Baines")
    assert workspace.backups.make_if_changed() is not None
    assert [backup.made_at.hour for backup in workspace.backups.kept()] == [16, 16]


def test_old_backups_go_when_a_new_one_is_made(workspace: Workspace, clock: TestClock) -> None:
    workspace.families.add("Marlow")
    for day in ("2026-01-01", "2026-01-02", "2026-01-03"):
        for time in ("09:00", "17:00"):
            clock.set(day, time)
            workspace.backups.make()
    clock.set("2026-01-10", "09:00")
    workspace.backups.make()
    days = [f"{backup.made_at:%d %H}" for backup in workspace.backups.kept()]
    assert days == ["10 09", "03 17", "02 17", "01 17"]


def test_a_second_folder_gets_the_backup_and_the_keys(workspace: Workspace, tmp_path: Path) -> None:
    workspace.families.add("Marlow")
    stick = tmp_path / "stick"
    stick.mkdir()
    made = workspace.backups.make(stick)
    assert (stick / made.path.name).read_bytes() == made.path.read_bytes()
    assert (stick / "keys.json").exists()
    assert [backup.path.name for backup in workspace.backups.kept(stick)] == [made.path.name]


def test_a_stick_that_is_gone_is_said_and_the_backup_here_is_made(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.families.add("Marlow")
    with pytest.raises(UserError, match="second copy"):
        workspace.backups.make(tmp_path / "gone")
    assert len(workspace.backups.kept()) == 1
    assert not (tmp_path / "gone").exists()


def test_what_is_in_a_backup_is_told_before_anything_is_put_back(workspace: Workspace) -> None:
    family = workspace.families.add("Marlow")
    workspace.people.add(family.id, "child", {"given_name": "El"})
    workspace.actions.add(family.id, {"what": "Ring housing"})
    made = workspace.backups.make()
    workspace.families.take_away(family.id)
    before = workspace.history.count()
    (line,) = workspace.backups.families_in(made.path)
    assert (line.name, line.people, line.actions, line.is_here) == ("Marlow", 1, 1, False)
    assert workspace.history.count() == before


def test_a_family_comes_back_as_it_stood_and_undo_takes_that_back(
    workspace: Workspace, clock: TestClock
) -> None:
    family = workspace.families.add("Marlow")
    other = workspace.families.add("Baines")
    child = workspace.people.add(family.id, "child", {"given_name": "El"})
    action = workspace.actions.add(family.id, {"what": "Ring housing"})
    made = workspace.backups.make()
    clock.set("2026-01-30")
    workspace.actions.save(action.id, {"what": "wiped"})
    workspace.people.take_away(child.id)
    workspace.families.take_away(family.id)
    since = workspace.actions.add(other.id, {"what": "Other family"})
    words = workspace.backups.bring_back(made.path, family.id)
    assert words == "Bring back the Marlow family from a backup"
    assert [row.what for row in workspace.actions.of(family.id)] == ["Ring housing"]
    assert [person.given_name for person in workspace.people.of(family.id)] == ["El"]
    assert [row.id for row in workspace.actions.of(other.id)] == [since.id]
    assert workspace.history.undo() == words
    assert [row.what for row in workspace.actions.of(family.id)] == ["wiped"]
    assert workspace.people.of(family.id) == []


def test_what_was_added_since_stays(workspace: Workspace) -> None:
    family = workspace.families.add("Marlow")
    made = workspace.backups.make()
    workspace.people.add(family.id, "adult", {"given_name": "Dana"})
    workspace.backups.bring_back(made.path, family.id)
    assert [person.given_name for person in workspace.people.of(family.id)] == ["Dana"]


def test_a_family_that_is_gone_for_good_comes_back_with_its_team(
    workspace: Workspace, tmp_path: Path
) -> None:
    family = workspace.families.add("Marlow")
    agency = workspace.agencies.add("Health visiting")
    ruth = workspace.agencies.add_professional(
        {"given_name": "Ruth", "agency_id": str(agency.id)}, family.id
    )
    made = workspace.backups.make()
    workspace.agencies.release(family.id, ruth.id)
    workspace.backups.bring_back(made.path, family.id)
    names = [person.given_name for person in workspace.people.team(family.id)]
    assert "Ruth" in names


def test_a_damaged_backup_is_said_in_words_and_nothing_changes(workspace: Workspace) -> None:
    family = workspace.families.add("Marlow")
    made = workspace.backups.make()
    broken = bytearray(made.path.read_bytes())
    broken[5000:5016] = bytes(16)
    broken[100:116] = bytes(16)
    made.path.write_bytes(bytes(broken))
    before = workspace.history.count()
    with pytest.raises(UserError, match="damaged"):
        workspace.backups.families_in(made.path)
    with pytest.raises(UserError, match="damaged"):
        workspace.backups.bring_back(made.path, family.id)
    assert workspace.history.count() == before
