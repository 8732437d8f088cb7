"""What next, and the next date; then finishing, which lists what is missing."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from taf_desktop.model.base import answers
from taf_desktop.services.finishing import Missing
from taf_desktop.ui.focus_order import focus_soon
from taf_desktop.ui.pages.absences_card import WAITING, AbsencesCard, Whose
from taf_desktop.ui.pages.desk_words import counted
from taf_desktop.ui.pages.meeting.next_time import NextTimeCard
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Columns,
    FlowRow,
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
        section = self.page.section("decision")
        card = self.columns.add(0, Card(section.title))
        self.panel = card.add(self.form(self.allowed(section.fields)))
        self.panel.show_answers(answers(self.meeting))
        save = partial(self.workspace.meetings.save, self.meeting.id)
        card.add(self.autosaved(self.panel, save).note)
        if len(self.panel.editors) < len(section.fields):
            card.add(Aside("What only the team may read is written on the page Meetings."))
        self.next_time = self.columns.add(1, NextTimeCard(self))
        if self.next_time.shows_day:
            self._add_absences()
        self.missing = self.add(Card("Still needed", tone=Tone.DUE))
        show_if(self.missing, False)
        if self.meeting.finished_at is None:
            self.add(FlowRow([PrimaryButton("Finish the plan", self.finish)]))

    def _add_absences(self) -> None:
        """Who is away when, as far as everybody here may know."""
        whose = Whose(
            people=[person for person in self.room.people if person.kind != "unborn"],
            read=partial(self.workspace.absences.in_room, self.meeting.id),
        )
        self.absences = self.columns.add(1, AbsencesCard(self.page, whose, "Who is away when"))
        self.absences.changed.connect(self.next_time.follow_absences)
        self.absences.set_words(self.page.progress.take_line(self.meeting.id))
        self.absences.entry.edited.connect(lambda _words: self.shell.note_typing())

    def halfway(self) -> dict[str, Any]:
        """The line about who is away."""
        words = self.absences.words() if self.next_time.shows_day else ""
        return {WAITING: words} if words else {}

    def take_up(self, boxes: Mapping[str, Any]) -> None:
        """Show the line about who is away again."""
        if self.next_time.shows_day and WAITING in boxes:
            self.absences.set_words(boxes[WAITING])

    def leave(self) -> bool:
        """Note what stands in the line; what is not understood waits there for the next time."""
        lines = self.page.progress.lines
        lines.pop(self.meeting.id, None)
        if self.next_time.shows_day and not self.absences.keep():
            lines[self.meeting.id] = self.absences.words()
        return True

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
            links.append(self.missing.add(LinkButton(gap.words, partial(self._fill, gap))))
        show_if(self.missing, True)
        focus_soon(links[0])
        many = counted(len(result.missing), "thing is", "things are")
        self.shell.say(f"{many} still needed".capitalize())

    def _fill(self, gap: Missing) -> None:
        """Go where a gap is filled, and to the very question."""
        page = self.page
        page.go_to(WAYS.get(gap.part, gap.part))
        if page.part is not None:
            page.part.show_gap(gap)
