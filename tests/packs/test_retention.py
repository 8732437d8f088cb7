"""How long things are kept: rules are checked on load, and days are counted to the safe side."""

from datetime import date
from pathlib import Path

import pytest

from taf_desktop.packs.loading import PackError, load
from taf_desktop.packs.retention import BIRTH, Retention, latest_day, years_later
from tests.packs.test_packs import _write

RULE = """
[retention.family_record]
trigger = "closing"
years = 6
basis = "Because."
"""


def test_a_rule_is_read_and_said_in_words(tmp_path: Path) -> None:
    rule = load("small", _write(tmp_path, RULE)).retention["family_record"]
    assert rule.words == "6 years from the day the help ended"
    assert rule.ends(date(2026, 7, 16)) == date(2032, 7, 16)


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ('"closing"', '"full moon"', "retention, family_record, trigger: it should be one of"),
        ("6", "-1", "retention, family_record, years: it should be from 0 to 100"),
        ("6", "101", "retention, family_record, years: it should be from 0 to 100"),
        ("6", "6.5", "retention, family_record, years: it should be a whole number"),
        ('"Because."', '" "', "retention, family_record, basis: it should say why"),
        ("family_record", "diary", "retention, diary: there is no such kind of record"),
    ],
)
def test_a_rule_that_cannot_be_followed_is_refused_with_its_place(
    tmp_path: Path, right: str, wrong: str, place: str
) -> None:
    with pytest.raises(PackError) as caught:
        load("small", _write(tmp_path, RULE.replace(right, wrong)))
    assert place in f"{caught.value.place}: {caught.value.reason}"


@pytest.mark.parametrize(
    ("known", "latest"),
    [
        ("2021-05-03", date(2021, 5, 3)),
        ("2021-02", date(2021, 2, 28)),
        ("2021-12", date(2021, 12, 31)),
        ("2021", date(2021, 12, 31)),
        ("about 2021", date(2022, 12, 31)),
        ("2026-01-05T15:20", date(2026, 1, 5)),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_a_day_that_is_half_known_counts_from_the_last_it_may_be(
    known: str | None, latest: date | None
) -> None:
    assert latest_day(known) == latest


def test_a_leap_day_ends_on_the_first_of_march() -> None:
    assert years_later(date(2024, 2, 29), 25) == date(2049, 3, 1)
    assert years_later(date(2024, 2, 29), 4) == date(2028, 2, 29)
    assert Retention(trigger=BIRTH, years=1, basis="x").words.startswith("1 year from")
