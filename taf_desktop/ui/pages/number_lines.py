"""Everybody's numbers of one scale as lines over the meetings; nothing is averaged."""

from collections.abc import Mapping, Sequence

from taf_desktop.model.meeting import Meeting
from taf_desktop.model.views import Scale, ScaleMark
from taf_desktop.packs.dates import day_words
from taf_desktop.services.actions import day_of
from taf_desktop.ui.widgets import Line


def lines_of_scale(
    scale: Scale,
    marks: Sequence[ScaleMark],
    meetings: Sequence[Meeting],
    names: Mapping[str, str],
) -> tuple[list[str], list[Line]]:
    """The days of the meetings at which somebody gave a number, and a line for each person."""
    mine = [mark for mark in marks if mark.scale_id == scale.id and mark.value is not None]
    with_marks = [one for one in meetings if any(mark.meeting_id == one.id for mark in mine)]
    given = {(mark.person_id, mark.meeting_id): mark.value for mark in mine}
    people = list(dict.fromkeys(mark.person_id for mark in mine))
    lines = [
        Line(
            names.get(str(person_id), ""),
            [given.get((person_id, meeting.id)) for meeting in with_marks],
        )
        for person_id in people
    ]
    return [_day(meeting) for meeting in with_marks], lines


def _day(meeting: Meeting) -> str:
    day = day_of(meeting.held_on)
    return day_words(day) if day else f"meeting {meeting.number}"
