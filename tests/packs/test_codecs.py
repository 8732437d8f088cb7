"""Every kind of answer goes to text and back, and nothing that was typed is lost on the way."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taf_desktop.packs import load
from taf_desktop.packs.kinds import KINDS, YES_NO_WORDS, Wording
from taf_desktop.packs.pack import Field

LINES = st.text(min_size=1, max_size=60)
DAYS = st.dates().filter(lambda day: 1880 <= day.year <= 2200).map(lambda day: day.isoformat())
MOMENTS = st.tuples(DAYS, st.times()).map(lambda both: f"{both[0]}T{both[1]:%H:%M}")
CODES = st.from_regex(r"[A-Za-z0-9_-]{1,12}", fullmatch=True)
PLACES = st.integers(-10_000_000, 10_000_000).map(lambda number: number / 1000)
ROWS = st.lists(
    st.dictionaries(st.just("id") | CODES, LINES | st.integers() | st.none(), min_size=1),
    min_size=1,
    max_size=3,
)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "short_text": LINES,
    "long_text": LINES,
    "date": DAYS | st.integers(1880, 2200).map(str) | st.just("about 2019") | st.just("2016-11"),
    "moment": MOMENTS,
    "number": st.integers(-(10**14), 10**14) | PLACES,
    "yes_no": st.sampled_from(sorted(YES_NO_WORDS)),
    "choice": CODES,
    "choices": st.lists(CODES, min_size=1, max_size=4),
    "person": st.uuids().map(str),
    "people": st.lists(st.uuids().map(str), min_size=1, max_size=4),
    "rows": ROWS,
}


def _field(kind: str, **more: Any) -> Field:
    return Field(key="a", kind=kind, label="A", **more)


def test_every_kind_is_tried_here() -> None:
    assert set(VALUES) == set(KINDS)


@pytest.mark.parametrize("kind", sorted(VALUES))
@given(st.data())
def test_a_value_comes_back_from_its_text(kind: str, data: st.DataObject) -> None:
    value = data.draw(VALUES[kind])
    assert KINDS[kind].parse(_field(kind), KINDS[kind].text(_field(kind), value)) == value


@pytest.mark.parametrize("kind", sorted(KINDS))
@given(st.text(min_size=1, max_size=40).filter(str.strip))
def test_typed_text_is_kept_or_understood(kind: str, typed: str) -> None:
    field = _field(kind)
    value = KINDS[kind].parse(field, typed)
    if typed.strip(", \n\t") or kind not in ("choices", "people"):
        assert value is not None or typed.strip() in ("[]", "null", "{}")
    if isinstance(value, str) and value != typed:
        assert KINDS[kind].check(field, value) is None
    KINDS[kind].words(field, value, Wording())


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_answer_is_no_text_and_no_problem(kind: str) -> None:
    assert KINDS[kind].text(_field(kind), None) == ""
    assert KINDS[kind].parse(_field(kind), "") is None
    assert KINDS[kind].check(_field(kind), None) is None
    assert KINDS[kind].words(_field(kind), None, Wording()) == ""


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        ("number", "8", 8),
        ("number", "08", 8),
        ("number", "8.50", 8.5),
        ("number", "1,000", 1000),
        ("number", "1,00", "1,00"),
        ("number", "about 40", "about 40"),
        ("number", "nan", "nan"),
        ("number", "1e9", "1e9"),
        ("yes_no", "Not known", "not_known"),
        ("yes_no", "YES", "yes"),
        ("yes_no", "sometimes", "sometimes"),
        ("moment", "5 Jan 2026, 08:40", "2026-01-05T08:40"),
        ("moment", "5/1/2026 8.40", "2026-01-05T08:40"),
        ("moment", "5 January 2026 at 15:20", "2026-01-05T15:20"),
        ("moment", "5 January 2026", "5 January 2026"),
        ("moment", "5 Jan 2026 25:00", "5 Jan 2026 25:00"),
        ("moment", "this morning", "this morning"),
        ("rows", "no rows", "no rows"),
        ("rows", "[1, 2]", "[1, 2]"),
    ],
)
def test_typed_answers_become_values_or_stay_as_typed(kind: str, typed: str, value: Any) -> None:
    found = KINDS[kind].parse(_field(kind), typed)
    assert found == value
    assert (KINDS[kind].check(_field(kind), found) is None) == (found != typed)


def test_a_moment_is_printed_with_its_day_and_a_day_alone_without_midnight() -> None:
    words = KINDS["moment"].words
    assert words(_field("moment"), "2026-01-05T08:40", Wording()) == "08:40 on 5 January 2026"
    assert words(_field("moment"), "2026-01-05", Wording()) == "5 January 2026"
    assert KINDS["moment"].check(_field("moment"), "2026-01-05") is not None


def test_printers_find_words_for_codes_and_names_for_people() -> None:
    pack = load("default")
    wording = Wording(lists=pack.lists, names={"1": "Dana", "2": "Jean"})
    choices = _field("choices", list="sen_need")
    assert KINDS["choices"].words(choices, ["SLCN", "HI"], wording) == (
        "Speech, language and communication, Hearing"
    )
    assert KINDS["people"].words(_field("people"), ["1", "2"], wording) == "Dana, Jean"
    rows = _field("rows", fields=(_field("short_text"), Field(key="b", kind="yes_no", label="B")))
    value = [{"id": "x", "a": "Rings on Mondays", "b": "yes"}]
    assert KINDS["rows"].words(rows, value, wording) == "Rings on Mondays, Yes"


def test_a_problem_in_a_row_names_the_row_and_the_field() -> None:
    rows = _field("rows", fields=(Field(key="d", kind="date", label="Day"),))
    said = KINDS["rows"].check(rows, [{"id": "1", "d": "2026"}, {"id": "2", "d": "soon"}])
    assert said is not None
    assert said.startswith("Row 2, Day: ")


def test_a_slip_in_a_number_of_the_school_warns_and_keeps_it() -> None:
    field = _field("short_text", check="upn")
    assert KINDS["short_text"].check(field, "G801200001001") is not None
    assert KINDS["short_text"].parse(field, "G801200001001") == "G801200001001"
