"""The change journal: every write says what, before and after, who, when, and where."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from taf_desktop.errors import UserError
from taf_desktop.model.audience import Audience, Level
from taf_desktop.model.family import Family, Person
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.hybrid_clock import HybridClock
from taf_desktop.store.journal import Change, Step
from taf_desktop.store.store import Store
from tests.conftest import PASSPHRASE, TestClock


@pytest.fixture
def store(workspace: Workspace) -> Store:
    """The open records below the services."""
    return workspace._desk.store


def steps_of(store: Store) -> list[Step]:
    """Every step, the oldest first."""
    with store.read() as session:
        return list(session.scalars(select(Step).order_by(Step.hlc)))


def changes_of(store: Store, step: Step) -> dict[tuple[str, UUID, str], tuple[object, object]]:
    """What a step changed: record, id and field, with the value before and after."""
    with store.read() as session:
        rows = session.scalars(select(Change).where(Change.step_id == step.id))
        return {(row.record, row.record_id, row.field): (row.old, row.new) for row in rows}


def newest_changes(store: Store) -> dict[tuple[str, UUID, str], tuple[object, object]]:
    """What the newest step changed."""
    return changes_of(store, steps_of(store)[-1])


def test_a_change_is_written_with_both_values_who_when_and_where(
    workspace: Workspace, store: Store, clock: TestClock, vault: Vault
) -> None:
    family = workspace.families.add("Marlow")
    clock.set("2026-03-12", "15:52")
    workspace.families.save(family.id, {"name": "Marlow-Hughes", "postcode": "LE15 6HP"})
    step = steps_of(store)[-1]
    assert (step.words, step.who) == ("Change the family", "Amira")
    assert step.at == "2026-03-12T15:52:00+00:00"
    assert step.device == (vault.folder / "device").read_text(encoding="ascii")
    assert (step.family_id, step.undoes) == (family.id, None)
    assert changes_of(store, step) == {
        ("family", family.id, "name"): ("Marlow", "Marlow-Hughes"),
        ("family", family.id, "postcode"): (None, "LE15 6HP"),
    }


def test_a_new_record_is_written_field_by_field(workspace: Workspace, store: Store) -> None:
    family = workspace.families.add("Marlow")
    child = workspace.people.add(family.id, "child", {"given_name": "El", "birth_date": "2016"})
    written = newest_changes(store)
    assert written["person", child.id, "given_name"] == (None, "El")
    assert written["person", child.id, "id"] == (None, str(child.id))
    assert written["person", child.id, "family_id"] == (None, str(family.id))
    assert all(old is None for old, _new in written.values())


def test_an_answer_of_the_form_is_written_under_its_own_key(
    workspace: Workspace, store: Store
) -> None:
    family = workspace.families.add("Marlow")
    child = workspace.people.add(family.id, "child", {"given_name": "El", "religion": "none"})
    workspace.people.save(child.id, {"religion": "Quaker", "language": "Welsh"})
    assert newest_changes(store) == {
        ("person", child.id, "details/religion"): ("none", "Quaker"),
        ("person", child.id, "details/language"): (None, "Welsh"),
    }
    workspace.people.save(child.id, {"religion": None})
    assert newest_changes(store) == {("person", child.id, "details/religion"): ("Quaker", None)}


def test_who_may_see_it_is_written_as_it_is_stored(workspace: Workspace, store: Store) -> None:
    family = workspace.families.add("Marlow")
    said = workspace.views.add_statement(family.id, "worried", "It is damp")
    workspace.views.show_to(said.id, Audience(level=Level.LEAD, never=frozenset({family.id})))
    [(field, (_old, new))] = newest_changes(store).items()
    assert field == ("statement", said.id, "audience")
    assert new == {"level": "lead", "never": [str(family.id)]}


def test_taking_away_keeps_the_words(workspace: Workspace, store: Store) -> None:
    family = workspace.families.add("Marlow")
    said = workspace.views.add_statement(family.id, "worried", "It is damp")
    workspace.views.take_away(said.id)
    assert newest_changes(store) == {
        ("statement", said.id, "deleted_at"): (None, "2026-01-29T15:30")
    }
    assert workspace.views.statements(family.id) == []
    words = [change.new for _step, change in workspace.history.of_record(said.id)]
    assert "It is damp" in words


def test_saving_the_same_again_writes_nothing(workspace: Workspace, store: Store) -> None:
    family = workspace.families.add("Marlow")
    before = len(steps_of(store))
    workspace.families.save(family.id, {"name": "Marlow"})
    assert len(steps_of(store)) == before


def test_reading_writes_nothing(workspace: Workspace, store: Store) -> None:
    family = workspace.families.add("Marlow")
    before = len(steps_of(store))
    workspace.families.lines()
    workspace.people.everyone(family.id)
    workspace.history.of_family(family.id)
    assert len(steps_of(store)) == before


def test_a_write_that_fails_leaves_neither_rows_nor_journal(
    workspace: Workspace, store: Store
) -> None:
    workspace.families.add("Marlow")
    before = len(steps_of(store))

    def write_two() -> None:
        with store.write("Add two families") as session:
            session.add(
                Family(name="Baines", reference="1", pack_id="", pack_version="", added_on="")
            )
            session.flush()
            half = Family(name="Half", reference="2", pack_id="", pack_version="", added_on="")
            half.reference = None  # type: ignore[assignment]  # what the table refuses
            session.add(half)

    with pytest.raises(IntegrityError):
        write_two()
    assert len(steps_of(store)) == before
    assert [line.family.name for line in workspace.families.lines()] == ["Marlow"]
    workspace.families.add("Okafor")
    assert len(steps_of(store)) == before + 1


@pytest.mark.parametrize(
    "statement",
    [update(Family).values(name="Nobody"), delete(Family), delete(Step), delete(Change)],
    ids=["update", "delete", "delete steps", "delete changes"],
)
def test_no_statement_passes_the_journal_by(
    workspace: Workspace, store: Store, statement: object
) -> None:
    workspace.families.add("Marlow")
    before = len(steps_of(store))
    with pytest.raises(RuntimeError, match="journal"), store.write("Sweep") as session:
        session.execute(statement)
    assert len(steps_of(store)) == before
    assert [line.family.name for line in workspace.families.lines()] == ["Marlow"]


def test_a_record_is_never_erased(workspace: Workspace, store: Store) -> None:
    family = workspace.families.add("Marlow")

    def erase() -> None:
        with store.write("Erase") as session:
            session.delete(session.get(Family, family.id))

    with pytest.raises(RuntimeError, match="never deleted"):
        erase()
    assert workspace.families.one(family.id).name == "Marlow"


def test_a_reading_session_cannot_write(workspace: Workspace, store: Store) -> None:
    before = len(steps_of(store))

    def write_while_reading() -> None:
        with store.read() as session:
            session.add(Person(kind="child"))
            session.flush()

    with pytest.raises(RuntimeError, match="asked to write"):
        write_while_reading()
    assert len(steps_of(store)) == before


def test_stamps_go_on_when_the_clock_is_moved_back_even_across_opening_again(
    workspace: Workspace, vault: Vault, clock: TestClock
) -> None:
    names = iter("ABCDEF")
    for day in ("2026-03-12", "2026-03-05", "2025-01-01"):
        clock.set(day)
        workspace.families.add(next(names))
    workspace.close()
    clock.set("1999-12-31")
    opened = vault.unlock(PASSPHRASE)
    opened.families.add(next(names))
    clock.set("2026-04-01")
    opened.families.add(next(names))
    steps = steps_of(opened._desk.store)
    opened.close()
    in_order = [step.at[:10] for step in steps[1:]]
    assert in_order == ["2026-03-12", "2026-03-05", "2025-01-01", "1999-12-31", "2026-04-01"]
    assert all(one.hlc < other.hlc for one, other in pairwise(steps))


def test_the_clock_counts_on_while_time_stands_still_and_past_its_counter() -> None:
    now = datetime(2026, 1, 29, tzinfo=UTC)
    clock = HybridClock(lambda: now)
    stamps = [clock.tick() for _ in range(0x10002)]
    assert all(one < other for one, other in pairwise(stamps))
    assert len(set(map(len, stamps))) == 1


def test_the_clock_follows_the_time_again_once_it_has_caught_up() -> None:
    moments = iter(
        datetime(2026, 1, 29, tzinfo=UTC) + timedelta(hours=hours) for hours in (0, -1, 1)
    )
    clock = HybridClock(lambda: next(moments))
    first, back, on = clock.tick(), clock.tick(), clock.tick()
    assert first < back < on
    assert (first[-4:], back[-4:], on[-4:]) == ("0000", "0001", "0000")


def test_locked_records_neither_read_nor_write(workspace: Workspace, store: Store) -> None:
    workspace.close()
    with pytest.raises(UserError) as caught:
        workspace.families.lines()
    assert caught.value.title == "These records are locked."
    with pytest.raises(UserError):
        workspace.families.add("Marlow")
