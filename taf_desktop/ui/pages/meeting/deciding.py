"""What next, and the next date; then finishing, which lists what is missing."""

from datetime import date, timedelta
from functools import partial

from taf_desktop.model.base import answers
from taf_desktop.model.meeting import Meeting
from taf_desktop.packs.dates import long_day_words
from taf_desktop.packs.working_days import is_working_day
from taf_desktop.services.actions import day_of
from taf_desktop.ui.focus_order import focus_soon
from taf_desktop.ui.pages.desk_words import counted
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Card,
    Columns,
    FlowRow,
    InsetNote,
    Label,
    LinkButton,
    PrimaryButton,
)
from taf_desktop.ui.widgets.text import show_if

WAYS = {"details": "here"}
"""Gaps that are filled on another part than the one they are named after."""


class DecisionPart(MeetingPart):
    """Decisions at the left, the next meeting at the right, and the end of the meeting below."""

    hint = "Say it out loud, then write it down."

    def build(self) -> None:
        """Both forms, and the button that finishes."""
        self.columns = self.add(Columns((1, 1), stack_below=820))
        self.panels = {}
        for at, section_id in enumerate(("decision", "next")):
            section = self.page.section(section_id)
            card = self.columns.add(at, Card(section.title))
            panel = self.form(self.allowed(section.fields))
            panel.show_answers(answers(self.meeting))
            saver = self.autosaved(panel, self._save)
            self.panels[section_id] = card.add(panel)
            card.add(saver.note)
            if not panel.editors:
                card.add(Label("This is not shown while not everybody here may see it."))
        self.warning = self.columns.add(1, InsetNote("", "", Tone.DUE))
        self.missing = self.add(Card("Still needed", tone=Tone.DUE))
        show_if(self.missing, False)
        self._show_warning(self.meeting)
        if self.meeting.finished_at is None:
            self.add(FlowRow([PrimaryButton("Finish the plan", self.finish)]))

    def _save(self, changes: dict[str, object]) -> None:
        self._show_warning(self.workspace.meetings.save(self.meeting.id, changes))

    def _show_warning(self, meeting: Meeting) -> None:
        """Say gently when the next day is odd: no working day, past, or later than a review is."""
        words = ""
        on, held = day_of(meeting.next_on), day_of(meeting.held_on) or self.workspace.today
        if on is not None and "next_on" in self.panels["next"].editors:
            words = self._about(on, held)
        self.warning.words.setText(words)
        show_if(self.warning, bool(words))

    def _about(self, on: date, held: date) -> str:
        if on <= held:
            return f"{long_day_words(on)} is not after this meeting."
        if not is_working_day(on):
            return f"{long_day_words(on)} is no working day."
        latest = self.workspace.pack.clocks["review_latest"]
        if on > held + timedelta(weeks=latest.amount):
            return f"{long_day_words(on)} is more than {latest.amount} weeks away."
        return ""

    def finish(self) -> None:
        """Finish the plan, or list what is missing, each with the way to it."""
        if not self.page.leave():
            return
        result = self.workspace.meetings.finish(self.meeting.id)
        if result.is_finished:
            self.shell.say("The plan is finished. Now the papers.")
            self.page.go_to("papers")
            return
        self.missing.clear()
        self.missing.add(Label("Everything is kept. Before the plan is finished it needs:"))
        links = []
        for gap in result.missing:
            part = WAYS.get(gap.part, gap.part)
            links.append(self.missing.add(LinkButton(gap.words, partial(self.page.go_to, part))))
        show_if(self.missing, True)
        focus_soon(links[0])
        many = counted(len(result.missing), "thing is", "things are")
        self.shell.say(f"{many} still needed".capitalize())
