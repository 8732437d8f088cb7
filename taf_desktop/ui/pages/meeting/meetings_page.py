"""The meetings of a family: those that were, and the one to come."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from taf_desktop.model.base import answers
from taf_desktop.model.meeting import APART, CAME, Meeting
from taf_desktop.packs.dates import date_words, long_day_words
from taf_desktop.services.actions import day_of
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.autosave import Autosaver
from taf_desktop.ui.editors import FormPanel
from taf_desktop.ui.page import Shell
from taf_desktop.ui.pages.family_page import FamilyPage
from taf_desktop.ui.pages.meeting.private_box import PrivateBox
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Card,
    EmptyState,
    FlowRow,
    PairRow,
    Pill,
    PrimaryButton,
    QuietButton,
    RowButton,
    SecondaryButton,
)
from taf_desktop.ui.widgets.text import show_if

EVERYONE = "everyone"


class MeetingsPage(FamilyPage):
    """A row for each meeting, and one button for the next one."""

    name = "family.meetings"
    short = "Meetings"

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell, workspace)
        self.card = self.body.add(Card("Meetings"))
        self.team_card = self.body.add(Card("For the team alone"))
        self.private_card = self.body.add(Card("For you alone"))
        self.private: PrivateBox | None = None
        self.team_form: FormPanel | None = None
        self.rows: list[RowButton] = []

    def refresh(self) -> None:
        """Read the meetings again."""
        meetings = self.workspace.meetings.of(self.family_id)
        open_ones = [meeting for meeting in meetings if meeting.finished_at is None]
        self.set_heading(
            "When do we meet?",
            "A review begins with the open actions and the last numbers in place.",
            *self._buttons(meetings, open_ones),
        )
        self.card.clear()
        self._show_agreed(meetings[-1] if meetings else None)
        self.rows = [self.card.add_row(self._row(meeting)) for meeting in reversed(meetings)]
        if not meetings:
            self.card.add(
                EmptyState(
                    "The first meeting brings the family and everybody who helps to one table.",
                    "Plan the first meeting",
                    partial(self.plan, "first"),
                )
            )
        elif open_ones:
            words = "This meeting will not be held: take it away"
            take = partial(self._take_away, open_ones[-1])
            self.card.add_foot(FlowRow([QuietButton(words, take)]))
        else:
            self.card.add_foot(FlowRow([SecondaryButton("Start a review now", self.start)]))
        self._show_team_notes(meetings[-1] if meetings else None)

    def _show_agreed(self, last: Meeting | None) -> None:
        """The day that was agreed for the next meeting, from the moment on which it was."""
        if last is None or not last.next_on:
            return
        day = day_of(last.next_on)
        words = long_day_words(day) if day else date_words(last.next_on)
        told = (
            f"We meet again: {words}, {last.next_at}" if last.next_at else f"We meet again: {words}"
        )
        place = last.next_place or last.place or ""
        self.card.add_row(PairRow(told, Pill("agreed", Tone.INFO), place))

    def _show_team_notes(self, meeting: Meeting | None) -> None:
        """What is written of the newest meeting and is not for a screen turned to the family."""
        self.team_card.clear()
        self.forget_savers()
        self.private_card.clear()
        self.private = None
        for card, shown in ((self.team_card, meeting is not None), (self.private_card, False)):
            show_if(card, shown)
        if meeting is None:
            return
        kinds = self.workspace.pack.lists["meeting_kind"]
        self.team_card.set_aside(f"{kinds.label(meeting.kind)}, {date_words(meeting.held_on)}")
        fields = self.workspace.pack.forms["meeting"].fields
        form = self.form(tuple(one for one in fields if one.audience != EVERYONE))
        form.show_answers(answers(meeting))
        saver = self.keep(Autosaver(partial(self._save_notes, meeting.id), self.shell))
        form.edited.connect(saver.set)
        form.left.connect(lambda _key: saver.flush())
        self.team_form = self.team_card.add(form)
        self.team_card.add(saver.note)
        self._show_private_note(meeting)

    def _show_private_note(self, meeting: Meeting) -> None:
        """The lead professional's own note; nobody else is told that there may be one."""
        notes = self.workspace.private_notes
        if notes.may_be_read(self.family_id):
            self.private = self.private_card.add(PrivateBox(notes, meeting.id, self.shell))
            self.keep(self.private.saver)
            show_if(self.private_card, True)

    def _save_notes(self, meeting_id: UUID, changes: dict[str, object]) -> None:
        self.workspace.meetings.save(meeting_id, changes)

    def _buttons(
        self, meetings: Sequence[Meeting], open_ones: Sequence[Meeting]
    ) -> list[PrimaryButton | SecondaryButton]:
        if open_ones:
            report = partial(self._bring_report, open_ones[-1])
            return [
                SecondaryButton("Bring a report from a file", report),
                PrimaryButton("Open the meeting", partial(self.enter, open_ones[-1])),
            ]
        if not meetings:
            return [PrimaryButton("Start the first meeting now", self.start)]
        return [
            SecondaryButton("Review without a meeting", partial(self.plan, APART)),
            SecondaryButton("Plan the closing meeting", partial(self.plan, "closing")),
            PrimaryButton("Plan the review", partial(self.plan, "review")),
        ]

    def _row(self, meeting: Meeting) -> RowButton:
        kinds = self.workspace.pack.lists["meeting_kind"]
        day = date_words(meeting.held_on) if meeting.held_on else "No day yet"
        when = f"{day}, {meeting.starts_at}" if meeting.starts_at else day
        rows = self.workspace.meetings.attendance(meeting.id)
        came = sum(row.state in CAME for row in rows)
        here = (
            f"{came} people told their part"
            if meeting.kind == APART
            else f"{came} people were here"
        )
        done = meeting.finished_at is not None
        pill = Pill("finished", Tone.DONE) if done else Pill("to come, or under way", Tone.INFO)
        return RowButton(
            kinds.label(meeting.kind),
            here if done else f"{len(rows)} people on the list",
            when=when,
            when_aside=meeting.place or "",
            pill=pill,
            on_click=partial(self.enter, meeting),
        )

    def plan(self, kind: str) -> None:
        """Plan a meeting and go to it."""
        meeting = self.workspace.meetings.add(self.family_id, kind)
        self.shell.say_saved()
        self.enter(meeting)

    def start(self) -> None:
        """Begin a meeting now, and go to it."""
        meeting = self.workspace.meetings.start(self.family_id)
        self.shell.say_saved()
        self.enter(meeting)

    def enter(self, meeting: Meeting) -> None:
        """Open a meeting at its first part."""
        args = {"family_id": self.family_id, "meeting_id": meeting.id}
        self.shell.navigator.go("family.meeting", **args)

    def _bring_report(self, meeting: Meeting) -> None:
        args = {"family_id": self.family_id, "meeting_id": meeting.id}
        self.shell.navigator.go("family.report", **args)

    def _take_away(self, meeting: Meeting) -> None:
        self.workspace.meetings.take_away(meeting.id)
        self.shell.say("Taken away. Ctrl+Z brings it back.")
        self.refresh()
        self.shell.refresh_around()
