"""What a reader may not see is nowhere in their copy: Craig's, and those of random families."""

import io
import os
import random
import zipfile
from pathlib import Path
from uuid import UUID

import pytest

from taf_desktop.documents.registry import DOCUMENTS
from taf_desktop.errors import UserError
from taf_desktop.model.audience import Audience, Level
from taf_desktop.services.copies import Decided
from taf_desktop.services.findings import Settlement
from taf_desktop.services.ways import HTML, WORD, content
from taf_desktop.services.workspace import Workspace
from tests.documents.families import FamilyMaker, RandomFamily
from tests.documents.leaking import Corners, corners

IS_FULL = os.environ.get("FAULTS") in ("full", "release")
FAMILIES = range(200 if IS_FULL else 12)
PARTS = 10 if IS_FULL else 1
"""Into how many tests all families are divided, each with a store of its own."""

NOT_FOR_CRAIG = (
    *("Weaver", "LE15", "0XX", "Oakham", "Oakfield", "Snug", "Hall", "01632", "Amira"),
    *("GP", "breakfast", "club", "pregnan", "antenatal", "expecting", "depress", "poorly", "low"),
    *("just be nine", "crying", "laugh", "El,", "Ellie", "Jean", "Nan ", "Nan,", "damp", "housing"),
    *("12 March", "26 March", "15:30", "Rutland", "Dana", "Okafor", "Sam Reed", "Priya"),
    "signed on the screen",
)
TEAM = Audience(level=Level.TEAM)
SIGNATURE = {"ink": "black", "width": 5, "points": [[100, 200], [300, 80], [520, 210]]}
TALKING = "Finn has about 40 words and joins two. Strangers understand half of what he says."
SLIP = "Finn talks more at Oakfeild, near Weavers yard."


class CraigsCopy:
    """The Marlow family on 16 March: what Craig may see was said item by item."""

    def __init__(self, practice: Workspace) -> None:
        lines = practice.families.lines()
        self.practice = practice
        self.family_id = next(one.family.id for one in lines if one.family.name == "Marlow")
        people = practice.people.of(self.family_id)
        self.craig_id = next(one.id for one in people if one.given_name == "Craig")
        self.mum_id = next(one.id for one in people if one.called == "Mum")
        self.meeting_id = practice.plans.usual_meeting(self.family_id)
        self.for_craig = Audience(level=Level.NAMED, people=frozenset({self.craig_id}))
        self.say(TALKING)
        dana = next(one.id for one in people if one.given_name == "Dana")
        practice.signing.sign(self.meeting_id, dana, [SIGNATURE])
        actions = practice.actions.of(self.family_id)
        speech = next(one for one in actions if "speech" in one.what)
        practice.actions.show_to(speech.id, self.for_craig)

    def say(self, text: str) -> None:
        """Add a worry that Craig may see."""
        self.practice.views.add_statement(self.family_id, "worried", text, audience=self.for_craig)

    def corners(self, folder: Path, settled: dict[str, Settlement] | None = None) -> Corners:
        """Every corner of the copy that would be sent."""
        copy = self.copy(settled)
        return corners(copy.pdf, folder, "craig")

    def copy(self, settled: dict[str, Settlement] | None = None):
        return self.practice.plans.preview(
            "single_person", self.meeting_id, [self.craig_id], self.family_id, settled
        )


def parts_of(file: bytes) -> dict[str, str]:
    """Everything that a Word file or a web page holds, by the name of its part."""
    if not file.startswith(b"PK"):
        return {"page": file.decode()}
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {
            name: f"{name} {archive.read(name).decode('utf-8', 'replace')}"
            for name in archive.namelist()
        }


@pytest.fixture
def craigs(practice: Workspace) -> CraigsCopy:
    return CraigsCopy(practice)


def test_craigs_copy_has_finns_talking_and_none_of_the_rest(
    craigs: CraigsCopy, tmp_path: Path
) -> None:
    found = craigs.corners(tmp_path)
    assert found.holding(NOT_FOR_CRAIG) == []
    wanted = (TALKING, "Chase the speech and language referral", "health visitor", "Craig Pike")
    assert [words for words in wanted if not found.holding([words])] == []


@pytest.mark.parametrize("way", [WORD, HTML])
def test_no_part_of_his_word_file_or_web_page_says_more(way: str, craigs: CraigsCopy) -> None:
    copy = craigs.copy()
    parts = parts_of(content(way, copy.pdf, copy.paper))
    found = Corners(parts, {})
    assert found.holding([TALKING]) != []
    # Letters that number a list are called "lower", and a face has a name, in every Word file.
    assert found.holding(one for one in NOT_FOR_CRAIG if one != "low") == []


def test_his_own_words_and_promises_stand_in_his_copy_and_what_others_wrote_of_them_does_not(
    craigs: CraigsCopy, tmp_path: Path
) -> None:
    practice, family_id, craig = craigs.practice, craigs.family_id, craigs.craig_id
    say, mum = practice.views.add_statement, craigs.mum_id
    say(family_id, "worried", "I was at every birthday", said_by=[craig])
    say(family_id, "worried", "We both shout too much", said_by=[craig, mum])
    say(family_id, "worried", "He told me about Leicester", said_by=[craig], audience=TEAM)
    promised = {"what": "Send a card each month", "who_id": str(craig)}
    action = practice.actions.add(family_id, promised, craigs.meeting_id)
    practice.actions.report(action.id, "under_way", "No card came for Finn", on="2026-03-01")
    practice.meetings.agree(craigs.meeting_id, craig, {"decision": "agrees"})
    found = craigs.corners(tmp_path)
    own = ("I was at every birthday", "Send a card each month", "Agrees")
    assert [words for words in own if not found.holding([words])] == []
    assert found.holding(["shout too much", "Leicester", "No card came", *NOT_FOR_CRAIG]) == []


def test_the_same_search_finds_all_of_it_in_the_teams_copy(
    craigs: CraigsCopy, tmp_path: Path
) -> None:
    copy = craigs.practice.plans.preview(
        "whole_record", craigs.meeting_id, [craigs.practice.owner_id], craigs.family_id
    )
    found = corners(copy.pdf, tmp_path, "team")
    told = ("Weaver", "LE15", "Oakfield", "Snug", "Hall", "GP", "just be nine", "damp")
    for words in (*told, "signed on the screen"):
        assert found.holding([words]) != []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_other_paper_for_craig_says_more(
    document: str, craigs: CraigsCopy, tmp_path: Path
) -> None:
    copy = craigs.practice.plans.preview(
        document, craigs.meeting_id, [craigs.craig_id], craigs.family_id
    )
    found = corners(copy.pdf, tmp_path, document)
    # The words of the forms themselves, such as "breakfast" on no form, are not the family's.
    words = [one for one in NOT_FOR_CRAIG if one not in ("low", "laugh", "club", "Nan ", "El,")]
    assert found.holding(words) == []


def test_a_slip_in_free_text_has_to_be_settled_before_the_copy_leaves(
    craigs: CraigsCopy, tmp_path: Path
) -> None:
    craigs.say(SLIP)
    copy = craigs.copy()
    (found,) = copy.findings
    assert found.text == SLIP
    assert "the school (oakfeild)" in found.gives_away
    assert "where they live (weavers)" in found.gives_away
    assert craigs.corners(tmp_path).holding(["Oakfeild", "Weavers"]) == []
    with pytest.raises(UserError, match="has to be looked at first"):
        craigs.practice.plans.save(copy, tmp_path / "copy.pdf")
    with pytest.raises(UserError, match="has to be looked at first"):
        craigs.practice.plans.record_printed(copy)
    assert not (tmp_path / "copy.pdf").exists()
    assert craigs.practice.plans.issued(craigs.family_id) == []


def test_where_a_service_is_gives_the_place_away_too(craigs: CraigsCopy) -> None:
    agencies = craigs.practice.agencies
    health = next(one for one in agencies.all() if one.kind == "health_visiting")
    agencies.save(health.id, {"address": "Memorial Clinic, Uppingham"})
    craigs.say("Finn was weighed at the Memorial in Upingham")
    (found,) = craigs.copy().findings
    assert found.gives_away == "where a service is (memorial, upingham)"


def test_what_was_decided_is_recorded_with_the_copy(craigs: CraigsCopy, tmp_path: Path) -> None:
    craigs.say(SLIP)
    plans, path = craigs.practice.plans, tmp_path / "copy.pdf"
    left_out = craigs.copy({SLIP: Settlement.LEFT_OUT})
    plans.save(left_out, path, Decided(by=craigs.practice.owner_id, reason="Safety of Dana"))
    assert corners(path.read_bytes(), tmp_path, "sent").holding(["Oakfeild"]) == []
    (row,) = plans.issued(craigs.family_id)
    assert row.reason == "Safety of Dana"
    assert row.decided_by == craigs.practice.owner_id
    assert [one["decided"] for one in row.settled] == ["left out"]
    assert row.left_out == left_out.left_out > 1


def test_what_may_stand_stands(craigs: CraigsCopy, tmp_path: Path) -> None:
    craigs.say(SLIP)
    settled = {SLIP: Settlement.MAY_STAND}
    assert craigs.corners(tmp_path, settled).holding(["Oakfeild"]) != []
    craigs.practice.plans.save(craigs.copy(settled), tmp_path / "copy.pdf")
    (row,) = craigs.practice.plans.issued(craigs.family_id)
    assert [one["decided"] for one in row.settled] == ["may stand"]
    assert row.reason == "Safety of Dana and the children"


def documents_for(family: RandomFamily, reader_id: UUID, chance: random.Random) -> list[str]:
    """All documents, or a few of them that differ from family to family."""
    every = list(DOCUMENTS)
    if IS_FULL:
        return every
    return chance.sample(every, 4 if reader_id == family.outsider_id else 1)


def readers_of(family: RandomFamily, chance: random.Random) -> list[UUID]:
    """Everybody, or the one from whom things are kept and one other."""
    others = [one for one in family.people if one != family.outsider_id]
    return [family.outsider_id, *(others if IS_FULL else chance.sample(others, 1))]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_copy_of_random_families_holds_what_its_reader_may_not_see(
    workspace: Workspace, tmp_path: Path, part: int
) -> None:
    leaks, controls = [], 0
    for seed in FAMILIES[part::PARTS]:
        family = FamilyMaker(workspace, seed).make()
        chance = random.Random(seed)
        for reader_id in readers_of(family, chance):
            for document in documents_for(family, reader_id, chance):
                copy = workspace.plans.preview(
                    document, family.meeting_id, [reader_id], family.family_id
                )
                found = corners(copy.pdf, tmp_path, "copy")
                forbidden = family.forbidden(reader_id)
                leaks += [(seed, document, one) for one in found.holding(forbidden)]
        controls += bool(_with_the_rule_off(workspace, family, tmp_path))
    assert leaks == []
    assert controls == len(FAMILIES[part::PARTS])


def _with_the_rule_off(workspace: Workspace, family: RandomFamily, folder: Path) -> list[str]:
    """What the same search finds where nothing is kept from the same reader any more."""
    forbidden = family.forbidden(family.outsider_id)
    workspace.people.protect(family.family_id, family.outsider_id, ())
    copy = workspace.plans.preview(
        "professional_plan", family.meeting_id, [family.outsider_id], family.family_id
    )
    return corners(copy.pdf, folder, "control").holding(forbidden)
