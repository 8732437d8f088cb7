"""Council packs: those that come with the program load, and broken ones say what is wrong."""

from pathlib import Path

import pytest

from taf_desktop.packs.loading import PackError, load, pack_ids

PACK = """
id = "small"
name = "Small"
version = "1"
[branding]
organisation = ""
colour = "#000000"
privacy_notice_version = "1"
emergency_words = ""
[[columns]]
id = "worried"
title = "a"
add = "a"
categories = {}
[[columns]]
id = "working_well"
title = "b"
add = "b"
categories = {}
[[columns]]
id = "needs_to_happen"
title = "c"
add = "c"
categories = {}
"""


def _write(folder: Path, extra: str = "", form: str = "") -> Path:
    (folder / "small").mkdir(exist_ok=True)
    (folder / "small" / "pack.toml").write_text(PACK + extra, encoding="utf-8")
    if form:
        (folder / "small" / "form_child.toml").write_text(form, encoding="utf-8")
    return folder


@pytest.mark.parametrize("pack_id", pack_ids())
def test_every_pack_of_the_program_loads(pack_id: str) -> None:
    pack = load(pack_id)
    assert pack.id == pack_id
    assert {"child", "adult", "request", "agreement", "meeting", "action", "assessment"} <= set(
        pack.forms
    )


def test_rutland_stands_on_the_neutral_pack_and_changes_what_differs() -> None:
    rutland, neutral = load("rutland"), load("default")
    assert rutland.words["front_door"] == "Duty Team"
    assert rutland.words["plan"] == neutral.words["plan"]
    assert (rutland.clocks["assessment"].amount, neutral.clocks["assessment"].amount) == (12, 15)
    assert [one.code for one in rutland.lists["level_of_need"]] == ["1", "3", "4"]


@pytest.mark.parametrize(
    ("extra", "says"),
    [
        ("colour = 3\n[words", "pack.toml"),
        ("[oddity]\n", "oddity"),
        ('[clocks.a]\nlabel = "a"\namount = 1\nunit = "moons"\n', "clocks, a, unit"),
        ('[clocks.a]\nlabel = "a"\nunit = "hours"\n', "clocks, a, amount: it is missing"),
        ('[clocks.a]\nlabel = "a"\namount = "2"\nunit = "hours"\n', "a whole number"),
        ("[lists.a]\nb = 1\n", "lists, a, b: its words should be text"),
    ],
)
def test_a_broken_pack_names_the_place_and_the_reason(
    tmp_path: Path, extra: str, says: str
) -> None:
    with pytest.raises(PackError) as caught:
        load("small", _write(tmp_path, extra))
    assert says in caught.value.message


FORM = 'version = "1"\ntitle = "A child"\n[[sections]]\nid = "a"\ntitle = "A"\n'
FIELD = '[[sections.fields]]\nkey = "{key}"\nlabel = "L"\nkind = "{kind}"\n'


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        (FIELD.format(key="a", kind="tree"), "forms, child, a, kind"),
        (FIELD.format(key="a", kind="choice"), "forms, child, a, list"),
        (FIELD.format(key="a", kind="date") * 2, "two fields have this key"),
        (FIELD.format(key="a", kind="date") + 'audience = "all"\n', "forms, child, a, audience"),
        (FIELD.format(key="a", kind="date") + 'hnit = "h"\n', "hnit"),
    ],
)
def test_a_broken_form_names_the_field_and_the_reason(
    tmp_path: Path, fields: str, says: str
) -> None:
    with pytest.raises(PackError) as caught:
        load("small", _write(tmp_path, form=FORM + fields))
    assert says in caught.value.message


def test_a_pack_that_stands_on_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "small").mkdir()
    (tmp_path / "small" / "pack.toml").write_text('base = "small"\n', encoding="utf-8")
    with pytest.raises(PackError, match="could not be used"):
        load("small", tmp_path)
