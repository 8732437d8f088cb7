"""Bringing a report from a file, with the keyboard alone: refused, looked at, kept, undone."""

from pathlib import Path

from tests.accessibility.walk import unnamed
from tests.ui.application_fixture import press, tab_to, type_words
from tests.ui.family_fixture import ENTER, OnScreen
from tests.ui.meeting_screen import every_word, meeting


def test_a_report_is_refused_then_read_and_kept_as_the_persons_words(
    practised: OnScreen, tmp_path: Path
) -> None:
    practised.go("meetings")
    tab_to("Bring a report from a file")
    press(ENTER)
    ask, workspace = practised.application.window.ask, practised.workspace
    before = workspace.history.count()
    (tmp_path / "no.docx").write_bytes(b"MZ")
    ask.give([tmp_path / "no.docx"])
    tab_to("Choose the file")
    press(ENTER)
    assert ask.asked[-1][:2] == ("message", "The report was not brought in.")

    (tmp_path / "yes.txt").write_text("What's working well?\nFinn waves at the gate.\n")
    ask.give([tmp_path / "yes.txt"])
    press(ENTER)
    assert "Finn waves at the gate." in every_word()
    assert unnamed(practised.application.window) == []
    tab_to("Keep these words")
    press(ENTER)
    assert "Choose whose report it is" in every_word()
    assert workspace.history.count() == before

    type_words("Priya")
    tab_to("Keep these words")
    press(ENTER)
    assert practised.said.startswith("The report is kept; one line stands")
    [kept] = [
        row
        for row in workspace.views.statements(practised.family_id)
        if row.text == "Finn waves at the gate."
    ]
    assert (kept.column, kept.said_by) == ("working_well", [str(practised.people["Priya Nair"])])
    assert kept.meeting_id == meeting(practised).id
    assert "Finn waves at the gate." not in every_word()
