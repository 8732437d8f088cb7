"""The practice families: whole, invented, and always of today."""

from taf_desktop.services.practice import start_practice_again
from taf_desktop.services.workspace import Workspace
from tests.conftest import TestClock


def test_three_families_stand_at_different_stages(practice: Workspace) -> None:
    lines = {line.family.name: line for line in practice.families.lines()}
    assert set(lines) == {"Marlow", "Osei-Grant", "Baines"}
    assert practice.is_practice
    assert lines["Baines"].status == "assessment started"
    assert lines["Osei-Grant"].next_words == "16:00, first meeting"
    assert lines["Marlow"].status.endswith("late")


def test_the_marlow_meeting_is_finished_and_its_review_is_planned(practice: Workspace) -> None:
    family = next(line.family for line in practice.families.lines() if line.family.name == "Marlow")
    first, review = practice.meetings.of(family.id)
    assert first.finished_at is not None
    assert (review.kind, review.finished_at) == ("review", None)
    assert len(practice.actions.of(family.id)) == 6


def test_every_code_in_the_practice_families_is_known_to_the_pack(practice: Workspace) -> None:
    lists = practice.pack.lists
    for line in practice.families.lines():
        episode = practice.requests.current(line.family.id)
        assert episode.outcome in {one.code for one in lists["request_outcome"]}
        assert episode.caller_source in {one.code for one in lists["referral_source"]}
        for row in practice.people.relationships(line.family.id):
            assert row.kind in {one.code for one in lists["relationship"]}
        for statement in practice.views.statements(line.family.id):
            known = {one.code for one in practice.pack.column(statement.column).categories}
            assert statement.category is None or statement.category in known


def test_practice_is_made_again_from_the_start(practice: Workspace, clock: TestClock) -> None:
    practice.families.add("Somebody typed this")
    practice.close()
    again = start_practice_again(practice.store.folder, clock)
    assert len(again.families.lines()) == 3
    again.close()
