"""Finding words: in every answer of every family, with the place where they stand."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from taf_desktop.services.practice import open_practice
from taf_desktop.services.search import Findable, find
from taf_desktop.services.workspace import Workspace
from tests.conftest import TestClock


@pytest.fixture(scope="module")
def words(
    practice_families: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[Findable]]:
    """Everything that can be found in the practice store."""
    folder = tmp_path_factory.mktemp("found") / "practice"
    workspace = open_practice(shutil.copytree(practice_families, folder), TestClock())
    yield workspace.search.everything()
    workspace.close()


def places(words: list[Findable], typed: str) -> set[tuple[str, str]]:
    return {(one.family.name, one.where) for one in find(words, typed)}


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("damp", "Housing: what is hard"),
        ("damp", "In their words"),
        ("Okafor", "People and network"),
        ("breakfast club", "What will be done"),
        ("ellie", "People and network"),
        ("spare grown-up", "How El sees themselves: what is hard"),
        ("LE15", "Postcode"),
        ("40 words", "What their report says"),
        ("TAF-2026", "Family"),
    ],
)
def test_words_are_found_with_the_place_where_they_stand(
    words: list[Findable], typed: str, where: str
) -> None:
    assert ("Marlow", where) in places(words, typed)


def test_all_words_must_stand_in_the_same_answer(words: list[Findable]) -> None:
    assert places(words, "damp coughs")
    assert places(words, "damp okafor") == set()


def test_nothing_typed_finds_nothing(words: list[Findable]) -> None:
    assert find(words, "   ") == []


def test_accents_case_and_apostrophes_do_not_matter(workspace: Workspace) -> None:
    family = workspace.families.add("O’Neill-Ní Bhriain")
    workspace.people.add(family.id, "child", {"given_name": "Łukasz"})
    words = workspace.search.everything()
    assert find(words, "o'neill-ni bhriain")
    assert find(words, "lukasz")
    assert find(words, "ŁUKASZ")


def test_what_was_taken_away_is_not_found(workspace: Workspace) -> None:
    family = workspace.families.add("Nowak")
    kept = workspace.views.add_statement(family.id, "worried", "The stairs are steep.")
    assert find(workspace.search.everything(), "stairs")
    workspace.views.take_away(kept.id)
    assert find(workspace.search.everything(), "stairs") == []


def test_the_words_are_shown_with_what_stands_around_them(workspace: Workspace) -> None:
    family = workspace.families.add("Nowak")
    long = "before " * 40 + "lighthouse" + " after" * 40
    workspace.views.add_statement(family.id, "worried", long)
    (found,) = find(workspace.search.everything(), "LIGHTHOUSE")
    shown = found.around("LIGHTHOUSE")
    assert "lighthouse" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) < 140
