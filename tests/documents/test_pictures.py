"""Pictures show what was said: everybody's own number, nothing between them, told apart in grey."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from taf_desktop.documents.change_blocks import change_figures
from taf_desktop.documents.change_picture import MOST_LINES, ChangePicture
from taf_desktop.documents.content import Figure
from taf_desktop.documents.plan_facts import MarkFacts, OccasionFacts, ScaleFacts
from taf_desktop.documents.scale_picture import ScalePicture, ScalePoint
from taf_desktop.documents.shapes import Circle, Ink, Label, Polyline, Room
from tests.documents.plans import FIRST, REVIEW_PLAN

ROOM = Room(40.0, lambda text, strong, slanted: len(text) * 0.6)


def scale(*days: dict[str, int | None]) -> ScaleFacts:
    """A scale with the numbers of these days, given oldest first."""
    occasions = tuple(
        OccasionFacts(
            FIRST + timedelta(weeks=6 * place),
            tuple(MarkFacts(name, number, "" if number is not None else "rather not say")
                  for name, number in day.items()),
        )
        for place, day in enumerate(days)
    )  # fmt: skip
    return ScaleFacts("How is it?", "bad", "good", tuple(reversed(occasions)))


def labels(figure: Figure, room: Room = ROOM) -> str:
    """Everything that is written in a picture."""
    shapes = figure.subject.drawn(room).shapes
    text = " ".join(shape.text for shape in shapes if isinstance(shape, Label))
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_change_says_and_shows_each_persons_number_at_each_meeting() -> None:
    (figure,) = change_figures(REVIEW_PLAN.goals[0].scale)
    assert figure.alt == (
        "How the numbers changed, from 0 to 10. How are school mornings going? "
        "Meetings: 29 January 2026; 12 March 2026. Dana: 4, 6. Ruth: 4, 6. Sam: 4, 6. "
        "El: 3, 6. Jean: 3, 5. Amira: 5, 7."
    )
    for words in ("29 Jan 2026", "12 Mar", "Dana, Ruth, Sam 4, then 6", "El 3, then 6", "0", "10"):
        assert words in labels(figure)


def test_what_was_said_instead_of_a_number_is_told_and_not_drawn() -> None:
    (figure,) = change_figures(REVIEW_PLAN.goals[1].scale)
    assert figure.alt.endswith("Dana: 2, 2. Ruth: 3, rather not say.")
    assert "Ruth 3" in labels(figure)


def test_nothing_is_drawn_between_two_numbers_that_were_given() -> None:
    (figure,) = change_figures(scale({"Dana": 2, "El": 9}, {"Dana": 2, "El": 9}))
    lines = figure.subject.lines
    assert [line.numbers for line in lines] == [(2, 2), (9, 9)]
    alone = [replace(figure.subject, lines=(line,)) for line in lines]
    levels = [_levels(picture) for picture in alone]
    assert _levels(figure.subject) == set().union(*levels)
    assert all(len(level) == 1 for level in levels)


def _levels(picture: ChangePicture) -> set[float]:
    """How high up the lines run that are thick enough to be somebody's."""
    return {
        round(y, 3)
        for shape in picture.drawn(ROOM).shapes
        if isinstance(shape, Polyline) and shape.pen and shape.pen.width > 0.14
        for x, y in shape.points
        if x < 20
    }


@pytest.mark.parametrize("days", [(), ({"Dana": 4},), ({"Dana": None}, {"Dana": 4})])
def test_without_numbers_of_two_meetings_there_is_no_change(days: tuple[dict, ...]) -> None:
    assert change_figures(scale(*days)) == ()


def test_the_lines_of_one_picture_differ_without_their_colours() -> None:
    names = [f"Person {n}" for n in range(MOST_LINES)]
    (figure,) = change_figures(scale(*({name: n for n, name in enumerate(names)},) * 2))
    drawn = []
    for place in range(MOST_LINES):
        before = figure.subject.drawn(ROOM).shapes
        strokes = [one for one in before if isinstance(one, Polyline) and one.pen
                   and one.pen.width > 0.14 and len(one.points) == 2]  # fmt: skip
        at = before.index(strokes[place])
        marker = before[at + 1]
        kind = (type(marker), len(getattr(marker, "points", ())), marker.fill is Ink.PAPER)
        drawn.append((strokes[place].pen.dash, kind))
    assert len({dash for dash, _ in drawn}) == len({kind for _, kind in drawn}) == MOST_LINES


def test_more_lines_than_can_be_told_apart_are_drawn_in_several_pictures() -> None:
    many = {f"Person {n:02}": n % 11 for n in range(40)}
    later = {name: (n * 7) % 11 for n, name in enumerate(many)}
    figures = change_figures(scale(many, later))
    assert max(len(one.subject.lines) for one in figures) == MOST_LINES
    told = " ".join(map(labels, figures))
    assert [name for name in many if name not in told] == []


@pytest.mark.parametrize("width", [8.0, 16.0, 40.0])
@pytest.mark.parametrize("meetings", [2, 9, 40])
def test_the_days_of_many_meetings_do_not_run_into_each_other(width: float, meetings: int) -> None:
    (figure,) = change_figures(scale(*({"Dana": n % 11} for n in range(meetings))))
    picture = figure.subject.drawn(Room(width, ROOM.measure))
    soft = [one for one in picture.shapes if isinstance(one, Label) and one.ink is Ink.SOFT]
    days = [one for one in soft if " " in one.text]
    assert days
    half = [len(one.text) * 0.3 * one.size for one in days]
    for place, (before, after) in enumerate(pairwise(days)):
        assert before.at[0] + half[place] <= after.at[0] - half[place + 1]


def test_words_instead_of_a_number_leave_last_times_number_to_be_seen() -> None:
    point = ScalePoint("Ruth", None, "rather not say", 3)
    shapes = ScalePicture((point,)).drawn(ROOM).shapes
    (ring,) = (one for one in shapes if isinstance(one, Circle) and one.pen)
    (words,) = (one for one in shapes if isinstance(one, Label) and one.text == point.words)
    half = ROOM.measure(point.words, False, True) * words.size / 2
    assert ring.pen.dash
    assert words.at[0] - half > ring.middle[0] + ring.radius


def test_a_long_word_is_divided_and_nothing_of_it_is_lost() -> None:
    lines = ROOM.lines("Donau" * 30 + " end", 1.0, 6.0)
    assert "".join(lines) == "Donau" * 30 + "end"
    assert max(map(len, lines)) <= 10


def test_names_stand_where_reading_begins_and_numbers_go_from_left_to_right() -> None:
    points = (ScalePoint("Dana", 2), ScalePoint("Ruth", 9))
    for rtl in (False, True):
        picture = ScalePicture(points, rtl=rtl).drawn(ROOM)
        told = {one.text: one.at[0] for one in picture.shapes if isinstance(one, Label)}
        assert told["0"] < told["2"] < told["9"] < told["10"]
        assert (told["Dana"] > told["10"]) is rtl
        assert (told["Dana"] < told["0"]) is not rtl
