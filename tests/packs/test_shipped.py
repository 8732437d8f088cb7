"""The packs that come with the program say what early help needs, in words a family can read."""

import inspect
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from taf_desktop.model import episode, family, meeting, views
from taf_desktop.model.base import Detailed, Record
from taf_desktop.packs import load, pack_ids
from taf_desktop.packs.checking import AUDIENCE_LEVELS, PROTECTED
from taf_desktop.packs.pack import Field, Pack
from taf_desktop.paths import resource

PACKS = [load(pack_id) for pack_id in pack_ids()]
EACH_PACK = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
RECORDS: dict[str, type[Record]] = {
    "child": family.Person,
    "unborn": family.Person,
    "adult": family.Person,
    "professional": family.Person,
    "family": family.Family,
    "relationship": family.Relationship,
    "agency": family.Agency,
    "absence": family.Absence,
    "request": episode.Episode,
    "closing": episode.Episode,
    "agreement": episode.Agreement,
    "statement": views.Statement,
    "disagreement": views.Disagreement,
    "scale": views.Scale,
    "scale_mark": views.ScaleMark,
    "meeting": meeting.Meeting,
    "attendance": meeting.Attendance,
    "plan_agreement": meeting.PlanAgreement,
    "action": meeting.Action,
    "action_update": meeting.ActionUpdate,
}
"""The record that each form is about."""


def _all_words(pack: Pack) -> Iterator[str]:
    yield from pack.words.values()
    for form in pack.forms.values():
        for section in form.sections:
            yield from (section.title, section.question, section.hint)
            for field in section.fields:
                yield from (field.label, field.hint)
    for known in pack.lists.values():
        yield from (one.label for one in known)


def _fields(pack: Pack) -> list[Field]:
    return [field for form in pack.forms.values() for field in form.fields]


@EACH_PACK
def test_every_record_has_its_form_and_every_form_its_record(pack: Pack) -> None:
    assert set(pack.forms) == {*RECORDS, "assessment"}


@EACH_PACK
@pytest.mark.parametrize("form_id", sorted(RECORDS))
def test_every_answer_of_a_record_has_a_place_to_be_kept(pack: Pack, form_id: str) -> None:
    record = RECORDS[form_id]
    if issubclass(record, Detailed):
        return
    columns = {name for name, _ in inspect.getmembers(record)}
    assert {field.key for field in pack.forms[form_id].fields} <= columns


@EACH_PACK
def test_the_assessment_asks_of_every_part_of_life_what_is_well_and_what_is_hard(
    pack: Pack,
) -> None:
    form = pack.forms["assessment"]
    asked = {section.id: {field.key for field in section.fields} for section in form.sections}
    parts = {
        "child": "health speech learning feelings identity belonging self_care",
        "parenting": "basic_care safety warmth stability guidance",
        "family": "history network home work_money community",
    }
    for section_id, keys in parts.items():
        for key in keys.split():
            assert {f"{key}_strengths", f"{key}_needs"} <= asked[section_id]
    order = "about why child parenting family voice adult_voice meaning next"
    assert list(asked) == order.split()
    each = {section.id: section.each for section in form.sections if section.each}
    assert each == {"child": "child", "voice": "child", "adult_voice": "adult"}
    needed = {field.key for field in form.fields if field.needed}
    assert needed == {"why_now", "analysis", "level_of_need", "outcome"}


@EACH_PACK
def test_every_level_of_audience_and_every_protected_fact_has_words(pack: Pack) -> None:
    assert tuple(one.code for one in pack.lists["audience"]) == AUDIENCE_LEVELS
    assert {one.code for one in pack.lists["protected_fact"]} == set(PROTECTED) - {""}


@EACH_PACK
def test_what_gives_a_place_away_is_marked_wherever_it_is_asked(pack: Pack) -> None:
    protects = {
        "address": "address",
        "postcode": "address",
        "school": "school",
        "year_group": "school",
        "gp": "gp",
        "place": "venue",
        "next_place": "venue",
    }
    for form_id in ("child", "unborn", "adult", "family", "meeting"):
        for field in pack.forms[form_id].fields:
            assert field.protects == protects.get(field.key, field.protects), field.key
    assert pack.forms["agency"].field("name").protects == "school"


@EACH_PACK
def test_a_family_never_reads_a_code_or_another_owner_s_mark(pack: Pack) -> None:
    words = " ".join(_all_words(pack))
    assert not re.search(
        r"signs of safety|three houses.? tool|outcomes star|family star", words, re.I
    )
    for label in _all_words(pack):
        assert "_" not in label
        assert label == label.strip()


@EACH_PACK
def test_every_question_has_a_short_label(pack: Pack) -> None:
    assert all(0 < len(field.label) <= 70 for field in _fields(pack))
    assert all(len(field.hint) <= 180 for field in _fields(pack))


@EACH_PACK
def test_every_meeting_fits_into_an_hour_and_begins_with_the_family(pack: Pack) -> None:
    assert set(pack.agendas) == {one.code for one in pack.lists["meeting_kind"]}
    for kind, items in pack.agendas.items():
        if kind == meeting.APART:
            continue
        assert sum(item.minutes for item in items) == 50
        parts = [item.part for item in items]
        assert parts.index("family") < min(
            parts.index(other) for other in ("numbers", "actions", "views")
        )
        if "updates" in parts:
            assert parts.index("family") < parts.index("updates")


@EACH_PACK
def test_a_review_without_a_meeting_asks_each_person_and_ends_with_the_next_date(
    pack: Pack,
) -> None:
    items = pack.agendas[meeting.APART]
    assert (items[0].part, items[-1].part) == ("gathering", "decision")
    assert not any(item.minutes for item in items)
    ways = {one.code for one in pack.lists["heard"]}
    assert meeting.HEARD | {"invited", "no_reply", "not_invited"} == ways


@EACH_PACK
def test_a_worry_a_strength_and_a_goal_have_their_columns(pack: Pack) -> None:
    assert pack.category_label("worried", "future_worry")
    assert pack.category_label("working_well", "strength")
    assert pack.category_label("needs_to_happen", "goal")
    assert {"goal", "overall", "confidence", "child"} == set(pack.scale_words)


@EACH_PACK
def test_a_record_can_keep_the_clocks_of_its_day(pack: Pack) -> None:
    policy = pack.policy()
    assert (policy["pack"], policy["version"]) == (pack.id, pack.version)
    assert {"screening", "decision", "assessment", "first_meeting", "review"} <= set(
        policy["clocks"]
    )


def test_england_s_codes_are_those_of_the_census() -> None:
    lists = load("default").lists
    assert {"WBRI", "WIRT", "MWBC", "CHNE", "REFU", "NOBT"} <= {
        one.code for one in lists["ethnicity"]
    }
    assert len(lists["ethnicity"].codes) == 20
    assert {"E", "K", "N"} <= {one.code for one in lists["sen_stage"]}
    assert {"SLCN", "SEMH", "ASD", "NSA"} <= {one.code for one in lists["sen_need"]}
    assert len(lists["outcome"].codes) == 10
    assert {"1A", "2A", "5D", "10"} <= {one.code for one in lists["referral_source"]}


def test_rutland_s_telephone_numbers_are_from_the_range_kept_for_drama() -> None:
    for contact in load("rutland").contacts:
        if contact.telephone != "999":
            assert re.fullmatch(r"01632 960 \d{3}", contact.telephone)
            assert "example number" in contact.when


def _coded(pack: Pack) -> Iterator[tuple[str, Any]]:
    """Every code that a practice family uses, with the list it should stand in."""
    for path in sorted(Path(resource("practice")).glob("*.toml")):
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        rows = [(row["kind"], row) for row in told["people"]]
        rows += [("request", told["request"])]
        for form_id in ("relationship", "agreement", "meeting"):
            rows += [(form_id, row) for row in told.get(f"{form_id}s", ())]
        for form_id, row in rows:
            for field in pack.forms[form_id].fields:
                if field.list and field.key in row:
                    value = row[field.key]
                    for code in value if isinstance(value, list) else [value]:
                        yield field.list, code
        yield from (("agency_kind", row["kind"]) for row in told.get("agencies", ()))


@EACH_PACK
def test_every_code_of_the_practice_families_is_in_its_list(pack: Pack) -> None:
    found = list(_coded(pack))
    assert len(found) > 30
    for list_id, code in found:
        assert code in [one.code for one in pack.lists[list_id]], (list_id, code)
