"""A report from a file: whose words, in which column, for whom, in one step that can be undone."""

from pathlib import Path
from uuid import UUID

import pytest

from taf_desktop.errors import UserError
from taf_desktop.model.audience import Audience, Level
from taf_desktop.services.reports import IN_REPORT, LEFT_OUT, ReportLine
from taf_desktop.services.workspace import Workspace

REPORT = """My report for the meeting
What is working well?
Finn smiles when he comes in.
What am I worried about, and what makes me think so?
He was late on 9 of the last 20 mornings.
What has changed?
He has a new teacher.
WHAT NEEDS TO HAPPEN?
I ring the GP on Monday.
"""


@pytest.fixture
def meeting_id(workspace: Workspace) -> UUID:
    """The first meeting of a family, to which a teacher is invited."""
    family = workspace.families.add("Marlow")
    workspace.agencies.add_professional({"given_name": "Tom", "family_name": "Bell"}, family.id)
    return workspace.meetings.add(family.id).id


@pytest.fixture
def tom(workspace: Workspace, meeting_id: UUID) -> UUID:
    """The teacher's id."""
    family_id = workspace.meetings.one(meeting_id).family_id
    return next(one.id for one in workspace.people.team(family_id) if one.given_name == "Tom")


def read(workspace: Workspace, folder: Path) -> list[ReportLine]:
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    return list(workspace.reports.read(folder / "report.txt"))


def test_each_line_is_put_where_its_heading_says_and_headings_are_left_out(
    workspace: Workspace, tmp_path: Path
) -> None:
    places = [line.place for line in read(workspace, tmp_path)]
    assert places == [
        IN_REPORT, LEFT_OUT, "working_well", LEFT_OUT, "worried", LEFT_OUT, IN_REPORT, LEFT_OUT,
        "needs_to_happen",
    ]  # fmt: skip


def test_reading_a_file_writes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    before = workspace.history.count()
    read(workspace, tmp_path)
    assert workspace.history.count() == before


def test_the_lines_are_their_exact_words_for_the_team_and_one_undo_takes_all_back(
    workspace: Workspace, meeting_id: UUID, tom: UUID, tmp_path: Path
) -> None:
    family_id = workspace.meetings.one(meeting_id).family_id
    audience = workspace.reports.usual_audience()
    assert workspace.reports.keep(meeting_id, tom, read(workspace, tmp_path), audience) == 3
    said = {row.column: row for row in workspace.views.statements(family_id)}
    worry = said["worried"]
    assert worry.text == "He was late on 9 of the last 20 mornings."
    assert (worry.said_by, worry.exact_words, worry.gathered) == ([str(tom)], True, "written")
    assert worry.audience == Audience(level=Level.TEAM)
    row = next(one for one in workspace.meetings.attendance(meeting_id) if one.person_id == tom)
    assert row.state == "report_sent"
    assert "He has a new teacher." in (row.report or "")
    assert "What has changed" not in (row.report or "")
    assert workspace.history.undo() == "Bring a report from a file"
    assert workspace.views.statements(family_id) == []
    row = next(one for one in workspace.meetings.attendance(meeting_id) if one.person_id == tom)
    assert (row.state, row.report) == ("invited", None)


def test_a_report_that_somebody_must_not_see_is_not_beside_its_sender_either(
    workspace: Workspace, meeting_id: UUID, tom: UUID, tmp_path: Path
) -> None:
    family_id = workspace.meetings.one(meeting_id).family_id
    told = {"given_name": "Sam", "family_name": "Reed"}
    sam = workspace.agencies.add_professional(told, family_id).id
    lines, never = read(workspace, tmp_path), frozenset({sam})
    workspace.reports.keep(meeting_id, tom, lines, Audience(level=Level.TEAM, never=never))

    def is_told(reader: UUID) -> bool:
        plan = workspace.plans.preview("professional_plan", meeting_id, [reader])
        return "He has a new teacher." in str(plan.paper.blocks)

    assert (is_told(sam), is_told(tom)) == (False, True)
    workspace.meetings.attend(meeting_id, sam, {"state": "present"})
    room = workspace.meetings.room(meeting_id)
    assert tom not in room.attendance
    assert room.states[tom] == "report_sent"


def test_the_same_file_twice_adds_nothing(
    workspace: Workspace, meeting_id: UUID, tom: UUID, tmp_path: Path
) -> None:
    lines = read(workspace, tmp_path)
    workspace.reports.keep(meeting_id, tom, lines, Audience())
    assert workspace.reports.keep(meeting_id, tom, lines, Audience()) == 0
    assert len(workspace.views.statements(workspace.meetings.one(meeting_id).family_id)) == 3


def test_a_report_that_is_too_long_with_what_stands_there_changes_nothing(
    workspace: Workspace, meeting_id: UUID, tom: UUID
) -> None:
    workspace.meetings.attend(meeting_id, tom, {"report": "x" * 19_990})
    line = ReportLine(text="Finn smiles when he comes in.", place="worried")
    with pytest.raises(UserError, match="not brought in"):
        workspace.reports.keep(meeting_id, tom, [line], Audience())
    assert workspace.views.statements(workspace.meetings.one(meeting_id).family_id) == []
