"""After the meeting: what was put right, and who got what, when and how, on the meeting's page."""

from pathlib import Path

from tests.ui.family_fixture import OnScreen
from tests.ui.meeting_screen import every_word, go, meeting, statement


def test_the_papers_tell_what_was_put_right_and_who_got_what(
    practised: OnScreen, tmp_path: Path
) -> None:
    workspace, first = practised.workspace, meeting(practised, "first")
    workspace.meetings.take_away(meeting(practised).id)
    mum = practised.people["Mum"]
    for document in ("family_plan", "large_print"):
        copy = workspace.plans.preview(document, first.id, [mum])
        workspace.plans.save(copy, tmp_path / f"{document}.pdf")
    workspace.views.save_statement(statement(practised, "Mum has never").id, {"text": "Mum comes."})
    go(practised, "papers", "first")
    words = every_word()
    assert "Put right after the meeting" in words
    assert "Mum comes." in words
    assert "It said: Mum has never missed a school play." in words
    assert words.count("on 29 January 2026 at 15:30; nothing left out") >= 2
