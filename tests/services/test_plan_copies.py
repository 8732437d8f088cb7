"""Copies of a plan: whose they usually are, their versions, and that none leaves unrecorded."""

from pathlib import Path
from uuid import UUID

import pytest

from taf_desktop.errors import UserError
from taf_desktop.services.copies import CopyStyle
from taf_desktop.services.plans import PlanCopy
from taf_desktop.services.workspace import Workspace
from tests.documents.reading import Paper


def family_of(practice: Workspace, name: str) -> UUID:
    return next(line.family.id for line in practice.families.lines() if line.family.name == name)


def names_of(practice: Workspace, document: str, meeting_id: UUID) -> list[str]:
    readers = practice.plans.usual_readers(document, meeting_id)
    return [practice.people.one(person_id).given_name for person_id in readers]


def test_the_family_plan_is_for_the_family_who_came(practice: Workspace) -> None:
    first, _review = practice.meetings.of(family_of(practice, "Marlow"))
    assert names_of(practice, "family_plan", first.id) == ["Ellie", "Dana", "Jean"]


def test_the_professional_plan_is_for_the_team_who_came_or_sent_something(
    practice: Workspace,
) -> None:
    first, _review = practice.meetings.of(family_of(practice, "Marlow"))
    names = ["Amira", "Ruth", "Sam", "Priya"]
    assert names_of(practice, "professional_plan", first.id) == names


def test_before_a_meeting_its_plan_is_for_those_who_were_asked(practice: Workspace) -> None:
    _first, review = practice.meetings.of(family_of(practice, "Marlow"))
    assert names_of(practice, "family_plan", review.id) == ["Ellie", "Dana", "Jean"]


def test_whoever_something_is_kept_from_is_never_chosen_already(practice: Workspace) -> None:
    marlow = family_of(practice, "Marlow")
    first, _review = practice.meetings.of(marlow)
    craig = next(one for one in practice.people.of(marlow) if one.given_name == "Craig")
    practice.meetings.attend(first.id, craig.id, {"state": "present"})
    assert "Craig" not in names_of(practice, "family_plan", first.id)


def test_the_usual_plan_is_that_of_the_last_meeting_that_was_held(practice: Workspace) -> None:
    marlow = family_of(practice, "Marlow")
    first, review = practice.meetings.of(marlow)
    assert practice.plans.usual_meeting(marlow) == first.id
    practice.meetings.attend(review.id, practice.owner_id, {"state": "present"})
    assert practice.plans.usual_meeting(marlow) == review.id
    assert practice.plans.usual_meeting(family_of(practice, "Baines")) is None


def test_saving_and_printing_one_copy_is_one_version_and_the_next_copy_is_the_next(
    practice: Workspace, tmp_path: Path
) -> None:
    marlow = family_of(practice, "Marlow")
    meeting_id = practice.plans.usual_meeting(marlow)
    assert meeting_id is not None
    readers = practice.plans.usual_readers("family_plan", meeting_id)
    copy = practice.plans.preview("family_plan", meeting_id, readers)
    practice.plans.save(copy, tmp_path / "copy.pdf")
    practice.plans.record_printed(copy)
    made = [(row.version, row.how) for row in practice.plans.issued(marlow)]
    assert made == [(1, "saved"), (1, "printed")]
    assert practice.plans.preview("family_plan", meeting_id, readers).version == 2


def test_nobody_learns_from_a_version_how_many_others_hold_a_copy(
    practice: Workspace, tmp_path: Path
) -> None:
    meeting_id = practice.plans.usual_meeting(family_of(practice, "Marlow"))
    first, second, *_rest = practice.plans.usual_readers("family_plan", meeting_id)
    for reader in (first, first):
        copy = practice.plans.preview("family_plan", meeting_id, [reader])
        practice.plans.record_printed(copy)
    of_both = practice.plans.preview("family_plan", meeting_id, [second, first])
    practice.plans.record_printed(of_both)
    assert (copy.version, of_both.version) == (2, 1)
    assert practice.plans.preview("family_plan", meeting_id, [second]).version == 1
    assert practice.plans.preview("family_plan", meeting_id, [first, second]).version == 2


def marlow_copy(practice: Workspace) -> PlanCopy:
    meeting_id = practice.plans.usual_meeting(family_of(practice, "Marlow"))
    readers = practice.plans.usual_readers("family_plan", meeting_id)
    return practice.plans.preview("family_plan", meeting_id, readers)


def test_undo_never_forgets_that_a_copy_left(practice: Workspace, tmp_path: Path) -> None:
    marlow = family_of(practice, "Marlow")
    practice.views.add_statement(marlow, "worried", "The stairs are steep")
    copy = marlow_copy(practice)
    practice.plans.save(copy, tmp_path / "copy.pdf")
    practice.plans.record_printed(copy)
    assert practice.history.undo() == "Add what was said"
    assert [row.how for row in practice.plans.issued(marlow)] == ["saved", "printed"]
    assert practice.history.redo() == "Add what was said"
    assert len(practice.plans.issued(marlow)) == 2


def test_the_history_says_which_copy_left_for_whom_and_how(practice: Workspace) -> None:
    marlow = family_of(practice, "Marlow")
    practice.plans.record_printed(marlow_copy(practice))
    newest, before = practice.history.of_family(marlow)[:2]
    assert newest.copies == (
        "Our family plan, version 1, for El, Mum and Nan, printed, nothing left out",
    )
    assert before.copies == ()


def test_the_history_still_names_a_reader_who_has_left_the_team(practice: Workspace) -> None:
    marlow = family_of(practice, "Marlow")
    first, _review = practice.meetings.of(marlow)
    ruth = next(one for one in practice.people.team(marlow) if one.given_name == "Ruth")
    practice.plans.record_printed(practice.plans.preview("professional_plan", first.id, [ruth.id]))
    practice.agencies.release(marlow, ruth.id)
    copies = [copy for line in practice.history.of_family(marlow) for copy in line.copies]
    assert ", for Ruth Okafor, printed" in copies[0]


def test_a_copy_that_cannot_be_written_is_not_recorded(practice: Workspace, tmp_path: Path) -> None:
    marlow = family_of(practice, "Marlow")
    meeting_id = practice.plans.usual_meeting(marlow)
    assert meeting_id is not None
    readers = practice.plans.usual_readers("family_plan", meeting_id)
    copy = practice.plans.preview("family_plan", meeting_id, readers)
    before = practice.history.count()
    with pytest.raises(UserError, match="not saved"):
        practice.plans.save(copy, tmp_path / "no such folder" / "copy.pdf")
    assert practice.plans.issued(marlow) == []
    assert practice.history.count() == before


def test_where_nothing_can_be_recorded_no_copy_is_written(
    practice: Workspace, tmp_path: Path
) -> None:
    meeting_id = practice.plans.usual_meeting(family_of(practice, "Marlow"))
    assert meeting_id is not None
    copy = practice.plans.preview("family_plan", meeting_id, [practice.owner_id])
    practice.plans.refuse_unrecorded()
    practice.store.change_no_more()
    with pytest.raises(UserError, match="No copy was made"):
        practice.plans.refuse_unrecorded()
    with pytest.raises(UserError, match="only be read"):
        practice.plans.save(copy, tmp_path / "copy.pdf")
    assert not (tmp_path / "copy.pdf").exists()


def test_what_is_missing_can_be_asked_for_without_finishing(practice: Workspace) -> None:
    _first, review = practice.meetings.of(family_of(practice, "Marlow"))
    before = practice.history.count()
    missing = practice.meetings.missing(review.id)
    assert missing[0].part == "here"
    assert practice.meetings.finish(review.id).missing == missing
    assert practice.history.count() == before


def test_a_closing_summary_is_in_the_language_but_for_what_was_typed(
    practice: Workspace, tmp_path: Path
) -> None:
    marlow = family_of(practice, "Marlow")
    episode = practice.requests.current(marlow)
    given = {
        "closed_on": "2026-07-16",
        "closure_reason": "NM",
        "one_thing_better": "Done",
        "check_on": "early 2027",
    }
    practice.requests.save(episode.id, given)
    meeting_id = practice.plans.usual_meeting(marlow)
    readers = practice.plans.usual_readers("closing_summary", meeting_id)
    style = CopyStyle(language="pl")
    copy = practice.plans.preview("closing_summary", meeting_id, readers, style=style)
    paper = Paper(tmp_path / "paper.pdf")
    paper.path.write_bytes(copy.pdf)
    words = " ".join(paper.text().split())
    assert "Zamknięcie planu" in words
    assert "Dzień zamknięcia: 16 lipca 2026" in words
    assert "Dlaczego kończymy: Potrzeby zaspokojone" in words
    assert "Jedna rzecz, która mogła być lepsza: Done" in words
    assert "Kiedy znowu zapytamy, jak się sprawy mają: early 2027" in words
