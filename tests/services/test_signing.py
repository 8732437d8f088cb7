"""What somebody says of a plan belongs to the plan of then: signed, said and heard, or on paper."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from taf_desktop.errors import UserError
from taf_desktop.model.audience import Audience, Level
from taf_desktop.model.meeting import PlanAgreement
from taf_desktop.services.agreeing import before_words
from taf_desktop.services.vault import Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.key_slots import LEAST_WORK
from tests.conftest import PASSPHRASE, TestClock
from tests.documents.leaking import Corners, corners

LINE = {"ink": "black", "width": 5, "points": [[100, 200], [300, 80], [520, 210]]}
DOT = {"ink": "black", "width": 5, "points": [[100, 200], [104, 203]]}


class Signed:
    """A family with a worry, an action and a meeting, whose mother signs on 29 January."""

    def __init__(self, workspace: Workspace, clock: TestClock) -> None:
        self.workspace, self.clock = workspace, clock
        self.family = workspace.families.add("Marlow").id
        add = workspace.people.add
        self.mum = add(self.family, "adult", {"given_name": "Dana", "called": "Mum"}).id
        self.worry = workspace.views.add_statement(self.family, "worried", "Mornings are hard").id
        self.action = workspace.actions.add(self.family, {"what": "Ring the doctor"}).id
        self.meeting = workspace.meetings.add(self.family).id
        workspace.meetings.attend(self.meeting, self.mum, {"state": "present"})

    def sign(self) -> PlanAgreement:
        return self.workspace.signing.sign(self.meeting, self.mum, [LINE])

    @property
    def row(self) -> PlanAgreement:
        (row,) = self.workspace.meetings.plan_agreements(self.meeting)
        return row

    def changed(self) -> str:
        """What the room reads of the plan having changed since."""
        room = self.workspace.meetings.room(self.meeting)
        return before_words(self.row, room.changed_since.get(self.mum))


@pytest.fixture(scope="module")
def records(
    started_records: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Workspace, TestClock]]:
    """Records for all of these tests; each has a family of its own."""
    folder, clock = tmp_path_factory.mktemp("signed") / "records", TestClock()
    shutil.copytree(started_records, folder)
    workspace = Vault(folder, clock, work=LEAST_WORK).unlock(PASSPHRASE)
    yield workspace, clock
    workspace.close()


@pytest.fixture
def told(records: tuple[Workspace, TestClock]) -> Signed:
    workspace, clock = records
    clock.set("2026-01-29")
    return Signed(workspace, clock)


def test_a_signature_is_kept_line_by_line_and_means_yes(told: Signed) -> None:
    told.sign()
    assert told.row.strokes == [LINE]
    assert told.row.decision == "agrees"
    assert told.row.said_at == "2026-01-29T15:30"
    assert told.changed() == ""


def test_who_agrees_in_part_signs_that_and_no_more(told: Signed) -> None:
    told.workspace.meetings.agree(told.meeting, told.mum, {"decision": "agrees_in_part"})
    told.sign()
    assert told.row.decision == "agrees_in_part"


def test_a_dot_is_no_signature(told: Signed) -> None:
    with pytest.raises(UserError, match="only a dot"):
        told.workspace.signing.sign(told.meeting, told.mum, [DOT])
    assert told.workspace.meetings.plan_agreements(told.meeting) == []


def test_a_yes_that_was_heard_says_by_whom(told: Signed) -> None:
    told.sign()
    told.workspace.signing.hear(told.meeting, told.mum, told.workspace.owner_id)
    row = told.row
    assert (row.decision, row.how_given) == ("agrees", "said")
    assert row.witness_id == told.workspace.owner_id
    assert row.strokes is None


def test_another_answer_has_no_signature_until_undone(told: Signed) -> None:
    told.sign()
    told.workspace.meetings.agree(told.meeting, told.mum, {"decision": "disagrees"})
    assert told.row.strokes is None
    told.workspace.history.undo()
    assert told.row.strokes == [LINE]
    assert told.row.said_at == "2026-01-29T15:30"


def test_why_and_who_heard_it_do_not_make_an_answer_newer(told: Signed) -> None:
    told.sign()
    told.clock.set("2026-05-14")
    told.workspace.meetings.agree(told.meeting, told.mum, {"reason": "It is fair"})
    assert told.row.said_at == "2026-01-29T15:30"


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.workspace.views.save_statement(told.worry, {"text": "Evenings too"}),
        lambda told: told.workspace.views.add_statement(told.family, "worried", "The car"),
        lambda told: told.workspace.views.take_away(told.worry),
        lambda told: told.workspace.views.disagree(told.worry, told.mum, "They are fair"),
        lambda told: told.workspace.actions.save(told.action, {"who_id": str(told.mum)}),
        lambda told: told.workspace.actions.save(told.action, {"by_when": "2026-06-01"}),
        lambda told: told.workspace.actions.take_away(told.action),
    ],
)
def test_after_a_change_of_the_plan_the_signature_is_of_the_plan_before(
    told: Signed, change: object
) -> None:
    told.sign()
    told.clock.set("2026-05-14")
    change(told)
    assert told.changed() == "before the change of 14 May 2026"
    told.clock.set("2026-05-15")
    told.sign()
    assert told.changed() == ""


def test_how_far_an_action_has_come_changes_no_plan(told: Signed) -> None:
    told.sign()
    told.clock.set("2026-05-14")
    told.workspace.actions.report(told.action, "done", "It was easy")
    told.workspace.meetings.save(told.meeting, {"decisions": ["continue"]})
    assert told.changed() == ""


def test_what_was_changed_back_or_came_and_went_changed_nothing(told: Signed) -> None:
    told.sign()
    told.clock.set("2026-05-14")
    views = told.workspace.views
    views.save_statement(told.worry, {"text": "Mornings are bad"})
    views.save_statement(told.worry, {"text": "Mornings are hard"})
    views.take_away(views.add_statement(told.family, "worried", "The car").id)
    views.take_away(told.worry)
    told.workspace.history.undo()
    assert told.changed() == ""


def test_on_the_same_day_the_time_of_the_change_is_said(told: Signed) -> None:
    told.sign()
    told.workspace.views.save_statement(told.worry, {"text": "Mornings are bad"})
    assert told.changed() == "before the change at 15:30"


def test_a_change_that_not_everybody_here_may_see_is_not_told(told: Signed) -> None:
    secret = told.workspace.views.add_statement(
        told.family, "worried", "A baby", audience=Audience(level=Level.TEAM)
    )
    told.sign()
    told.clock.set("2026-05-14")
    told.workspace.views.save_statement(secret.id, {"text": "A baby in October"})
    told.workspace.views.disagree(secret.id, told.mum, "In November")
    assert told.changed() == ""
    told.workspace.views.show_to(secret.id, Audience())
    assert told.changed() == "before the change of 14 May 2026"


def test_an_answer_from_before_this_was_noted_makes_no_claim(told: Signed) -> None:
    told.workspace.meetings.agree(told.meeting, told.mum, {"decision": "not_asked"})
    told.workspace.meetings.agree(told.meeting, told.mum, {"decision": None})
    told.workspace.views.save_statement(told.worry, {"text": "Mornings are bad"})
    assert told.row.said_at is None
    assert told.changed() == ""


def test_a_signature_is_taken_away_and_the_answer_stays(told: Signed) -> None:
    told.sign()
    told.workspace.signing.unsign(told.meeting, told.mum)
    assert (told.row.strokes, told.row.decision) == (None, "agrees")
    told.workspace.history.undo()
    assert told.row.strokes == [LINE]


def test_no_step_of_the_history_holds_a_line_of_a_signature(told: Signed) -> None:
    told.sign()
    told.workspace.signing.unsign(told.meeting, told.mum)
    lines = told.workspace.history.of_family(told.family)
    words = " ".join(f"{one.words} {one.reworded}" for one in lines)
    assert "Keep a signature" in words
    assert "520" not in words
    assert not [one for one in told.workspace.search.everything() if "520" in one.words]


def printed(told: Signed, folder: Path, document: str, stood_on: str = "") -> Corners:
    """Everything that the lead professional's copy of a paper says."""
    day = date.fromisoformat(stood_on) if stood_on else None
    owner = [told.workspace.owner_id]
    copy = told.workspace.plans.preview(document, told.meeting, owner, told.family, stood_on=day)
    return corners(copy.pdf, folder, document)


@pytest.mark.parametrize("document", ["professional_plan", "family_plan"])
def test_a_signature_is_printed_with_words_and_with_the_change_that_came_after(
    told: Signed, tmp_path: Path, document: str
) -> None:
    told.workspace.people.save(told.mum, {"family_name": "Marlow"})
    told.sign()
    alt = "Signature of Dana Marlow, drawn on 29 January 2026"
    before = printed(told, tmp_path, document)
    assert before.read["strings"].count(alt) >= 1
    assert before.holding(["before the change"]) == []
    told.clock.set("2026-05-14")
    told.workspace.views.save_statement(told.worry, {"text": "Mornings are bad"})
    after = printed(told, tmp_path, document)
    assert after.holding([alt]) != []
    assert after.holding(["before the change of 14 May 2026"]) != []
    then = printed(told, tmp_path, document, "2026-01-29")
    assert then.holding([alt]) != []
    assert then.holding(["before the change"]) == []


def test_why_somebody_does_not_agree_is_printed_in_their_words(
    told: Signed, tmp_path: Path
) -> None:
    no = {"decision": "disagrees", "reason": "Thursdays are too much"}
    told.workspace.meetings.agree(told.meeting, told.mum, no)
    for document in ("professional_plan", "family_plan", "large_print", "whole_record"):
        found = printed(told, tmp_path, document)
        assert all(found.holding([one]) for one in ("Does not agree", no["reason"])), document
        assert found.holding(["before the change"]) == []


def test_why_somebody_was_not_asked_is_not_on_the_familys_own_plan(
    told: Signed, tmp_path: Path
) -> None:
    why = {"decision": "not_asked", "reason": "It would not be safe"}
    told.workspace.meetings.agree(told.meeting, told.mum, why)
    assert printed(told, tmp_path, "professional_plan").holding(["It would not be safe"]) != []
    assert printed(told, tmp_path, "family_plan").holding(["It would not be safe"]) == []


def test_the_plan_of_the_past_has_no_signature_that_came_later(told: Signed) -> None:
    told.workspace.meetings.agree(told.meeting, told.mum, {"decision": "agrees"})
    told.clock.set("2026-02-10")
    told.sign()
    for day, words in (("2026-01-29", "Mum: Agrees"), ("2026-02-10", "Mum: Agrees (signed")):
        parts = told.workspace.past.plan(told.family, date.fromisoformat(day)).parts
        lines = [line for part in parts for line in part.lines if line.words.startswith("Mum: ")]
        assert [line.words.partition(" on ")[0] for line in lines] == [words]
