"""A council's pack lies over its base, and whatever is wrong with it is said with its file."""

import copy
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from taf_desktop.errors import UserError
from taf_desktop.packs import PackError, load
from taf_desktop.packs.pack import Pack

COLUMNS = [
    {"id": name, "title": name, "add": "Add", "categories": {"goal": "Goal"}}
    for name in ("worried", "working_well", "needs_to_happen")
]
BASE: dict[str, Any] = {
    "id": "below",
    "name": "Below",
    "version": "1",
    "words": {"plan": "plan", "lead": "lead professional"},
    "branding": {
        "organisation": "Below",
        "colour": "#000000",
        "privacy_notice_version": "1",
        "emergency_words": "Ring 999.",
    },
    "columns": COLUMNS,
    "clocks": {"review": {"label": "Review", "amount": 6, "unit": "weeks"}},
    "lists": {"colour": {"r": "Red", "g": "Green"}},
    "forms": {
        "child": {
            "version": "1",
            "title": "A child",
            "sections": [
                {
                    "id": "who",
                    "title": "Who",
                    "fields": [
                        {"key": "name", "kind": "short_text", "label": "Name"},
                        {"key": "colour", "kind": "choice", "label": "Colour", "list": "colour"},
                    ],
                },
                {
                    "id": "home",
                    "title": "Home",
                    "fields": [{"key": "home", "kind": "long_text", "label": "Home"}],
                },
            ],
        }
    },
}
OWN: dict[str, Any] = {"id": "own", "name": "Own", "version": "2", "base": "below"}


def _toml(value: Any) -> str:
    """TOML of one line; JSON's texts, numbers and lists are TOML's too."""
    if isinstance(value, dict):
        inside = (f"{json.dumps(key)} = {_toml(one)}" for key, one in value.items())
        return "{" + ", ".join(inside) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_toml(one) for one in value) + "]"
    return json.dumps(value)


def _write(folder: Path, told: dict[str, Any]) -> None:
    """A pack in its folder: each form in a file of its own."""
    place = folder / told["id"]
    place.mkdir(exist_ok=True)
    for path in place.glob("*.toml"):
        path.unlink()
    forms = told.get("forms", {})
    for name, form in forms.items() if isinstance(forms, dict) else ():
        table = form if isinstance(form, dict) else {"odd": form}
        _lines(place / f"form_{name}.toml", table)
    rest = {key: value for key, value in told.items() if key != "forms"}
    _lines(place / "pack.toml", rest)


def _lines(path: Path, table: dict[str, Any]) -> None:
    lines = (f"{json.dumps(key)} = {_toml(value)}\n" for key, value in table.items())
    path.write_text("".join(lines), encoding="utf-8")


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    _write(tmp_path, BASE)
    return tmp_path


def _load(packs: Path, **own: Any) -> Pack:
    _write(packs, OWN | own)
    return load("own", packs)


def _says(packs: Path, **own: Any) -> str:
    with pytest.raises(PackError) as caught:
        _load(packs, **own)
    assert isinstance(caught.value, UserError)
    return caught.value.message


def test_what_a_pack_does_not_say_is_as_below(packs: Path) -> None:
    own, below = _load(packs), load("below", packs)
    assert (own.id, own.version, own.base) == ("own", "2", "below")
    assert (own.forms, own.lists, own.clocks) == (below.forms, below.lists, below.clocks)


def test_a_word_and_a_part_of_a_clock_can_be_given_again(packs: Path) -> None:
    own = _load(packs, words={"lead": "lead practitioner"}, clocks={"review": {"amount": 8}})
    assert own.words == {"plan": "plan", "lead": "lead practitioner"}
    assert (own.clocks["review"].amount, own.clocks["review"].unit) == (8, "weeks")


def test_a_list_given_again_takes_the_place_of_the_one_below(packs: Path) -> None:
    own = _load(packs, lists={"colour": {"b": "Blue"}})
    assert [one.code for one in own.lists["colour"]] == ["b"]


def test_more_of_a_list_is_added_and_a_code_can_be_renamed(packs: Path) -> None:
    own = _load(packs, more={"colour": {"b": "Blue", "r": "Crimson"}})
    told = [(one.code, one.label) for one in own.lists["colour"]]
    assert told == [("r", "Crimson"), ("g", "Green"), ("b", "Blue")]


def test_a_section_given_again_takes_the_place_of_the_one_below(packs: Path) -> None:
    field = {"key": "nick", "kind": "short_text", "label": "Nickname"}
    section = {"id": "who", "title": "Who is it", "fields": [field]}
    form = _load(packs, forms={"child": {"sections": [section]}}).forms["child"]
    assert [one.id for one in form.sections] == ["who", "home"]
    assert [one.key for one in form.fields] == ["nick", "home"]
    assert form.title == "A child"


def test_a_section_can_be_extended_by_field(packs: Path) -> None:
    fields = [
        {"key": "name", "label": "First name", "needed": True},
        {"key": "nick", "kind": "short_text", "label": "Nickname"},
    ]
    more = {"id": "more", "title": "More", "fields": []}
    own = _load(
        packs,
        forms={
            "child": {
                "version": "2",
                "sections": [{"id": "who", "extends": True, "fields": fields}, more],
            }
        },
    )
    form = own.forms["child"]
    assert form.version == "2"
    assert [one.id for one in form.sections] == ["who", "home", "more"]
    assert [one.key for one in form.fields] == ["name", "colour", "nick", "home"]
    assert (form.field("name").label, form.field("name").needed) == ("First name", True)


def test_every_fault_names_the_file_the_key_and_the_reason(packs: Path) -> None:
    bad_field = {"key": "nick", "kind": "tune", "label": "Nickname"}
    section = {"id": "who", "extends": True, "fields": [bad_field]}
    said = _says(packs, forms={"child": {"sections": [section]}})
    assert said.startswith("own/form_child.toml, forms, child, nick, kind: it should be one of ")
    said = _says(packs, words={"plan": 3})
    assert said == "own/pack.toml, words, plan: it should be text"
    said = _says(packs, more={"shapes": {"o": "Round"}})
    assert said == "own/pack.toml, more, shapes: there is no such list to add to"
    said = _says(packs, clocks={"review": {"unit": "moons"}})
    assert said.startswith("own/pack.toml, clocks, review, unit: ")
    said = _says(packs, branding={"colour": "teal"})
    assert said.startswith("own/pack.toml, branding, colour: ")


def test_a_section_that_extends_nothing_is_refused(packs: Path) -> None:
    section = {"id": "gone", "extends": True, "title": "Gone", "fields": []}
    said = _says(packs, forms={"child": {"sections": [section]}})
    assert said.startswith("own/form_child.toml, forms, child, sections, gone, extends: ")


def test_two_sections_of_one_name_are_refused(packs: Path) -> None:
    section = {"id": "new", "title": "New", "fields": []}
    said = _says(packs, forms={"child": {"sections": [section, section]}})
    assert said.endswith("forms, child, new: two sections have this id")


def test_a_fault_below_is_told_as_the_base_s_own(packs: Path) -> None:
    broken = copy.deepcopy(BASE)
    broken["forms"]["child"]["sections"][0]["fields"][1]["list"] = "shapes"
    _write(packs, broken)
    assert _says(packs).startswith("below/form_child.toml, forms, child, colour, list: ")


def test_a_pack_without_its_folder_or_base_is_refused(packs: Path) -> None:
    with pytest.raises(PackError) as caught:
        load("nowhere", packs)
    assert "nowhere" in caught.value.message
    assert "nowhere" in _says(packs, base="nowhere")
    assert "it should be text" in _says(packs, base=3)


def test_two_files_cannot_say_the_same(packs: Path) -> None:
    (packs / "below" / "words.toml").write_text('[words]\nplan = "x"\n', encoding="utf-8")
    assert "below/words.toml, words: it stands in another file" in _says(packs)


def _places(told: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = told.items() if isinstance(told, dict) else enumerate(told)
    found = [path] if path else []
    for key, value in inside if isinstance(told, dict | list) else ():
        found += _places(value, (*path, key)) if isinstance(value, dict | list) else [(*path, key)]
    return found


FULL = BASE | {"agendas": {"first": [{"part": "here", "title": "Welcome", "minutes": 2}]}}
ODD = st.sampled_from([None, "", "x", 3, -1, True, 1.5, [], ["x"], {}, {"x": "y"}, [{}], [[1]]])


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(place=st.sampled_from(_places(FULL)), odd=ODD, over=st.booleans())
def test_whatever_stands_in_a_pack_it_loads_or_says_why(
    packs: Path, place: tuple[Any, ...], odd: Any, over: bool
) -> None:
    told = copy.deepcopy(FULL)
    inside: Any = told
    for key in place[:-1]:
        inside = inside[key]
    if odd is None and isinstance(inside, dict):
        del inside[place[-1]]
    else:
        inside[place[-1]] = "" if odd is None else odd
    told |= {"id": "own", "base": "below"} if over else {"id": "own"}
    _write(packs, told)
    with suppress(PackError):
        assert load("own", packs).forms is not None
