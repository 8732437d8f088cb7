"""Passphrases: words that anybody can spell, chosen by chance, and none that is easy to guess."""

import hashlib
import math
import secrets
from collections.abc import Sequence
from itertools import cycle

import pytest

from taf_desktop.paths import resource
from taf_desktop.services.vault import Vault
from taf_desktop.store.passphrase import generate, problem_with, words

WORDS = words()
HURTFUL = """
abuse alcohol anger anxious arrest beaten belt blame blood body bomb bruise bully coffin court
cruel custody damage danger dead death devil dirty divorce drown drug drunk enemy evil fear
fight foster funeral ghost grave guilt gun hate hell hospital hurt jail judge kill knife liar
lonely murder orphan overdose pain police prison punch rape refuge remove rope sad scar scare
secret shame shout sick slap slave smack sorrow starve steal stupid suicide tears thief threat
ugly victim violent violence war weapon witch wound
"""
FAMILY = {"mother", "father", "brother", "sister", "parent", "family", "baby", "uncle", "cousin"}


def _differ_by_one_letter(one: str, other: str) -> bool:
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(
        long[:place] + long[place + 1 :] == short for place in range(len(long))
    )


def test_there_are_enough_words_for_fifty_five_bits() -> None:
    assert len(WORDS) >= 2048
    assert 5 * math.log2(len(WORDS)) >= 55


def test_words_are_sorted_single_and_plain() -> None:
    assert sorted(set(WORDS)) == WORDS
    assert all(4 <= len(word) <= 8 and word.isascii() and word.islower() for word in WORDS)
    assert all(word.isalpha() for word in WORDS)


def test_no_word_is_another_with_one_letter_changed() -> None:
    close = [
        (one, other)
        for place, one in enumerate(WORDS)
        for other in WORDS[place + 1 :]
        if abs(len(one) - len(other)) < 2 and _differ_by_one_letter(one, other)
    ]
    assert close == []


def test_no_word_can_hurt_a_family() -> None:
    assert not set(HURTFUL.split()) & set(WORDS)
    assert not FAMILY & set(WORDS)


def test_the_list_is_the_one_whose_origin_is_told() -> None:
    told = resource("words", "SOURCE.txt").read_text(encoding="utf-8")
    content = resource("words", "passphrase.txt").read_bytes()
    assert hashlib.sha256(content).hexdigest() in told
    assert "SCOWL" in resource("words", "SCOWL.txt").read_text(encoding="utf-8")


def test_a_passphrase_is_five_words_chosen_from_the_whole_list() -> None:
    seen: list[Sequence[str]] = []
    picks = cycle(WORDS[:5])

    def choose(known: Sequence[str]) -> str:
        seen.append(known)
        return next(picks)

    assert generate(choose) == " ".join(WORDS[:5])
    assert all(list(known) == WORDS for known in seen)


def test_every_suggestion_is_good_enough_to_be_accepted(vault: Vault) -> None:
    for _ in range(50):
        assert vault.passphrase_problem(vault.suggest_passphrase()) is None
    assert all(problem_with(generate(secrets.choice)) is None for _ in range(200))


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "14 letters or more"),
        ("plum ladder", "14 letters or more"),
        ("a a a a a a a a a a a a a a a", "repeats the same few letters"),
        ("abababababababab", "repeats the same few letters"),
        ("Pass Word 2026 Pass Word", "Many people choose this one"),
        ("qwertyuiopasdfgh", "Many people choose this one"),
    ],
)
def test_a_passphrase_that_is_easy_to_guess_is_told_why(typed: str, says: str) -> None:
    assert says in (problem_with(typed) or "")


def test_a_passphrase_of_one_s_own_is_accepted() -> None:
    assert problem_with("plum ladder quiet seven") is None
