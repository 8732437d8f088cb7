"""Every language file says the same things, with the same places for what the records say."""

import re
import tomllib
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from taf_desktop import documents, paths
from taf_desktop.documents.languages import (
    ENGLISH,
    Language,
    day_in,
    labels_in,
    languages,
    plural_form,
)
from taf_desktop.packs.faults import PackError
from taf_desktop.packs.loading import load, pack_ids
from taf_desktop.packs.pack import Pack

OTHERS = [one for one in languages().values() if not one.is_english]
CODE = "\n".join(
    path.read_text(encoding="utf-8") for path in Path(documents.__file__).parent.rglob("*.py")
)
COUNCILS = {
    label
    for path in paths.resource("packs").glob("*/languages/*.toml")
    for label in labels_in(path)
}
"""What only the packs of councils call so, translated beside each pack."""
NEEDS_FEW, NEEDS_TWO = ("pl", "uk", "ro", "ar"), ("ar", "cy")


def fields(template: str) -> set[str]:
    """The places of a template for what the records say."""
    return {field for _, field, _, _ in Formatter().parse(template) if field}


def test_every_key_that_the_papers_ask_for_is_there_and_no_other() -> None:
    asked = set(re.findall(r'(?:language|ENGLISH|into)\.(?:say|parts|count)\(\s*"(\w+)"', CODE))
    known = {*ENGLISH.words, *ENGLISH.counts}
    assert asked - known == set()
    assert {key for key in known if not re.search(rf"""["']{key}["']""", CODE)} == set()


@pytest.mark.parametrize("other", OTHERS, ids=lambda one: one.english)
def test_a_language_has_the_same_keys_and_places_as_english(other: Language) -> None:
    assert set(other.words) == set(ENGLISH.words)
    assert set(other.counts) == set(ENGLISH.counts)
    assert set(other.labels) == set(ENGLISH.labels) | COUNCILS
    wrong = {
        key: words
        for key, words in other.words.items()
        if fields(words) != fields(ENGLISH.words[key]) or not words.strip()
    }
    assert wrong == {}
    assert all(other.labels.values())
    assert (len(other.days), len(other.months)) == (7, 12)


@pytest.mark.parametrize("other", OTHERS, ids=lambda one: one.english)
def test_a_language_has_every_form_of_a_noun_that_it_needs(other: Language) -> None:
    for forms in other.counts.values():
        assert "other" in forms
        assert set(forms) <= {"one", "two", "few", "other"}
        assert "few" in forms or other.code not in NEEDS_FEW
        assert "two" in forms or other.code not in NEEDS_TWO
        counted = {form: fields(words) for form, words in forms.items()}
        assert counted["other"] == counted.get("few", {"number"}) == {"number"}
        assert all(places <= {"number"} for places in counted.values())


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("en-GB", {1: "one", 0: "other", 2: "other"}),
        ("pl", {1: "one", 3: "few", 5: "other", 12: "other", 21: "other", 22: "few"}),
        ("uk", {1: "one", 3: "few", 11: "other", 21: "one", 24: "few", 25: "other"}),
        ("ro", {1: "one", 2: "few", 19: "few", 20: "other", 101: "few"}),
        ("ar", {1: "one", 2: "two", 3: "few", 10: "few", 11: "other", 100: "other", 103: "few"}),
        ("cy", {1: "one", 2: "two", 3: "other", 12: "other"}),
    ],
)
def test_a_number_takes_the_form_of_its_language(code: str, forms: dict[int, str]) -> None:
    assert {number: plural_form(code, number) for number in forms} == forms


def test_the_labels_are_those_of_the_packs_that_are_shipped() -> None:
    folder = paths.resource("packs")
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*/*.toml")]
    told = "\n".join((*texts, CODE))
    assert [label for label in ENGLISH.labels if label not in told] == []


def printed(pack: Pack) -> set[str]:
    """What a pack puts on papers that are there in many languages: lists, questions, headings."""
    closing = pack.forms["closing"]
    lists = {one.list for one in closing.fields if one.list} | {
        "meeting_kind", "action_status", "mark_withheld", "plan_agreement", "plan_agreed_how",
        "agreement_kind",
    }  # fmt: skip
    codes = [code for name in lists for code in pack.lists[name]]
    codes += [code for column in pack.columns for code in column.categories]
    items = [item.title for agenda in pack.agendas.values() for item in agenda]
    fixed = (closing.title, pack.words["agreement_statement"], pack.branding.emergency_words)
    questions = (one.label for one in closing.fields)
    ends = (words for one in pack.scale_words.values() for words in (one.low, one.high))
    return {*fixed, *items, *questions, *ends, *(code.label for code in codes)}


@pytest.mark.parametrize("pack_id", pack_ids())
def test_every_label_of_a_shipped_pack_that_such_a_paper_prints_is_known(pack_id: str) -> None:
    for other in OTHERS:
        assert printed(load(pack_id)) - set(other.labels) == set()


def test_a_pack_brings_what_it_alone_calls_so() -> None:
    assert languages()["cy"].label("Specialist") == "Arbenigol"
    assert COUNCILS & set(ENGLISH.labels) == set()


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("labels = ", "it is not TOML"),
        ('[words]\na = "b"', "[labels] and nothing else"),
        ('[labels]\na = "b"\n[words]\nc = "d"', "[labels] and nothing else"),
        ('labels = "many"', "[labels] and nothing else"),
        ("[labels]\nYes = 3", "each label should be text"),
        ('[labels]\nYes = " "', "each label should be text"),
    ],
)
def test_a_packs_file_that_cannot_be_used_is_named(tmp_path: Path, told: str, reason: str) -> None:
    path = tmp_path / "rutland" / "languages" / "cy.toml"
    path.parent.mkdir(parents=True)
    path.write_text(told, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        labels_in(path)
    assert caught.value.place == "rutland/languages/cy.toml"
    assert reason in caught.value.reason


def test_a_label_of_a_council_that_no_file_knows_stays_as_it_is() -> None:
    assert [one.label("Snack and chat") for one in languages().values()] == [
        "Snack and chat" for _ in languages()
    ]


def test_english_says_each_label_as_it_is() -> None:
    told = tomllib.loads(paths.resource("languages", "en.toml").read_text(encoding="utf-8"))
    assert all(english == label for label, english in told["labels"].items())


@pytest.mark.parametrize(("code", "two"), [("cy", "2 funud"), ("ar", "دقيقتان")])
def test_two_of_a_thing_has_its_own_word(code: str, two: str) -> None:
    assert languages()[code].count("minutes", 2) == two


def test_a_value_with_a_full_stop_is_followed_by_no_other() -> None:
    ukrainian = languages()["uk"]
    day = day_in(ukrainian, date(2025, 12, 18))
    assert ukrainian.say("made_on", day=day) == "Складено разом: 18 грудня 2025 р."
    assert ENGLISH.say("about", children="El, 9") == "About El, 9."
    assert languages()["ur"].say("about", children="El?").endswith("El?")


def test_each_language_has_its_own_full_stop() -> None:
    assert {code: one.stop for code, one in languages().items() if one.stop != "."} == {
        "bn": "।",
        "pa": "।",
        "ur": "۔",
    }
