"""Documents: choose who a copy is for, look at the very pages, then save or print them."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from taf_desktop.errors import UserError
from taf_desktop.model.meeting import Meeting
from taf_desktop.packs.dates import long_day_words
from taf_desktop.services.copies import PlanCopy
from taf_desktop.services.findings import Settlement
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.page import Shell
from taf_desktop.ui.pages.copies_made import CopiesMade
from taf_desktop.ui.pages.copy_choices import MeetingChoice, OneOf, ReaderTicks, reader_notes
from taf_desktop.ui.pages.copy_leaving import CopyLeaving
from taf_desktop.ui.pages.desk_words import counted
from taf_desktop.ui.pages.family_page import FamilyPage
from taf_desktop.ui.pages.findings_card import FindingsCard, deciders
from taf_desktop.ui.pages.still_open import StillOpen
from taf_desktop.ui.pages.style_choice import StyleChoice
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Columns,
    EmptyState,
    InsetNote,
    SecondaryButton,
    Tone,
)
from taf_desktop.ui.widgets.text import show_if

NO_MEETING = (
    "A plan is printed from a meeting: what was said there, and who will do what. Plan the first "
    "meeting; from then on its papers are made here. Papers that need no meeting are below."
)
WHOLE = "whole_record"
OWN_NOTES = (
    "Notes that somebody wrote for themselves on {meetings} are not in it. Whoever asks for "
    "everything that is kept about them may have a right to these too: decide that with whoever "
    "answers such requests where you work."
)
PAST = "These papers tell of the past, and say so on every page. What came later is not in them."


class DocumentsPage(FamilyPage):
    """The choices and what was made already at the left, the pages at the right."""

    name = "family.documents"
    short = "Documents"

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell, workspace)
        self.kinds = workspace.plans.kinds()
        self.document = next(iter(self.kinds))
        self.meeting_id: UUID | None = None
        self.meeting_is_chosen = False
        self.chosen: list[UUID] | None = None
        self.settled: dict[str, Settlement] = {}
        self.past = self.body.add(InsetNote(PAST, "Not the plan of today", Tone.LATE))
        self.empty = EmptyState(NO_MEETING, "Go to the meetings", self._go_to_meetings)
        self.body.add(self.empty)
        self.columns = self.body.add(Columns((2, 3), stack_below=820))
        self._build_choices()
        self.made = self.columns.add(0, CopiesMade())
        self.findings = self.columns.add(1, FindingsCard())
        self.findings.decided.connect(self._settle)
        self.leaving = CopyLeaving(shell, workspace, self, self.findings, self._show_made)
        self.copy_card = self.columns.add(1, self.leaving.card)
        shell.shortcuts.add(
            "Ctrl+P", "Print this copy", self.leaving.print, self.short, within=self
        )

    def _build_choices(self) -> None:
        card = self.columns.add(0, Card("Which paper?"))
        self.papers = card.add(OneOf("The paper"))
        self.own_notes = card.add(Aside(""))
        self.meetings = card.add(MeetingChoice("The meeting it comes from"))
        self.still_open = card.add(StillOpen(self.workspace, self._go_to_part))
        card = self.columns.add(0, Card("Who is this copy for?"))
        self.readers = card.add(ReaderTicks())
        self.styles = card.add(StyleChoice(self.workspace.copy_styles))
        self.papers.edited.connect(self._choose_paper)
        self.styles.edited.connect(self._make_again)
        self.meetings.edited.connect(self._choose_meeting)
        self.readers.edited.connect(self._change_readers)

    @property
    def copy(self) -> PlanCopy | None:
        """The copy that is shown, if there is one."""
        return self.leaving.copy

    @property
    def stood_on(self) -> date | None:
        """The earlier day that the papers tell of, if it is not today."""
        day = self.args.get("stood_on")
        return date.fromisoformat(day) if day else None

    def open(self, **args: object) -> None:
        """Show the copy that is usually wanted; a meeting, a document and a day can be named."""
        document, meeting_id = args.get("document"), args.get("meeting_id")
        self.document = str(document) if document in self.kinds else next(iter(self.kinds))
        self.meeting_id = meeting_id if isinstance(meeting_id, UUID) else None
        self.meeting_is_chosen = self.meeting_id is not None
        self.chosen = None
        self.styles.forget()
        self._forget_decisions()
        super().open(**args)

    def refresh(self) -> None:
        """Read again, and make the copy again for the readers who are ticked."""
        day = self.stood_on
        self.set_heading(
            f"The plan as it stood on {long_day_words(day)}" if day else "Who is this paper for?",
            "Each copy shows only what its readers may see. Look at the pages, then save or "
            "print them.",
            *self._way_back(),
        )
        meetings = self._meetings()
        self.kinds = self.workspace.plans.kinds(with_meeting=bool(meetings), of_past=bool(day))
        if self.document not in self.kinds:
            self.document = next(iter(self.kinds))
        show_if(self.past, bool(day))
        show_if(self.empty, not meetings)
        show_if(self.meetings, bool(meetings))
        if self.meeting_id not in {meeting.id for meeting in meetings}:
            self.chosen, self.meeting_is_chosen = None, False
        self.leaving.copy = None
        self.papers.show_options(self.kinds, self.document)
        self._tell_own_notes()
        self._show_meeting()
        self._show_made()

    def _tell_own_notes(self) -> None:
        """Say beside the whole record that it is not quite all: whoever is asked for it decides."""
        many = self.workspace.private_notes.many(self.family_id)
        self.own_notes.setText(OWN_NOTES.format(meetings=counted(many, "meeting", "meetings")))
        show_if(self.own_notes, self.document == WHOLE and many > 0)

    def _meetings(self) -> list[Meeting]:
        """The meetings there are, or were by the end of that day."""
        if self.stood_on is not None:
            return self.workspace.past.meetings(self.family_id, self.stood_on)
        return self.workspace.meetings.of(self.family_id)

    def _usual_meeting(self) -> UUID | None:
        if self.stood_on is not None:
            return self.workspace.past.usual_meeting(self.family_id, self.stood_on)
        return self.workspace.plans.usual_meeting(self.family_id, self.document)

    def _show_meeting(self) -> None:
        """Show what depends on the meeting: its gaps, its people, and the copy."""
        if not self.meeting_is_chosen:
            self.meeting_id = self._usual_meeting()
        if self.meeting_id is not None:
            meetings = self._meetings()
            self.meetings.show_meetings(meetings, self.meeting_id, self.workspace.pack)
        is_of_plan = self.workspace.plans.is_of_plan(self.document) and self.stood_on is None
        self.still_open.show_meeting(self.meeting_id if is_of_plan else None)
        people, team = self.workspace.people, self.workspace.people.team(self.family_id)
        family = [person for person in people.of(self.family_id) if person.kind != "unborn"]
        notes = reader_notes(self.workspace, self.meeting_id, self.family_id)
        self.readers.show_people({"The family": family, "The team": team}, notes)
        self._show_copy()

    def _show_copy(self) -> None:
        """Make the copy for those who are ticked: the usual readers until somebody is chosen."""
        plans, meeting_id, family_id = self.workspace.plans, self.meeting_id, self.family_id
        self.readers.only_one = plans.is_for_one(self.document)
        if self.chosen is None:
            self.readers.tick(plans.usual_readers(self.document, meeting_id, family_id))
        else:
            self.readers.tick(self.chosen)
        self.styles.show_for(self.document, self.readers.ticked())
        try:
            copy = plans.preview(
                self.document,
                meeting_id,
                self.readers.ticked(),
                family_id,
                self.settled,
                self.stood_on,
                self.styles.style_of_copy(),
            )
        except UserError as error:
            self.leaving.copy, self.leaving.trouble = None, error
            self.copy_card.show_none(error.message)
            show_if(self.findings, False)
            return
        self.leaving.copy = copy
        self.findings.show_copy(
            copy, deciders(self.workspace, self.family_id), self.workspace.owner_id
        )
        self.copy_card.show_copy(copy)

    def _make_again(self) -> None:
        self._show_copy()
        self.copy_card.speak()

    def _settle(self, text: str, settlement: str) -> None:
        """Keep what was decided about a text, for this reader's copies while the page is open."""
        self.settled[text] = Settlement(settlement)
        self._make_again()

    def _forget_decisions(self) -> None:
        """What was decided for one reader and paper says nothing about another."""
        self.settled = {}
        self.findings.forget()

    def _show_made(self) -> None:
        names = self.workspace.people.names(self.family_id)
        self.made.show_issued(self.workspace.plans.issued(self.family_id), names)

    def _choose_paper(self, document: str) -> None:
        self.document, self.chosen = document, None
        self._forget_decisions()
        self._tell_own_notes()
        self._show_meeting()
        self.copy_card.speak()

    def _choose_meeting(self, meeting_id: UUID) -> None:
        self.meeting_id, self.meeting_is_chosen, self.chosen = meeting_id, True, None
        self._show_meeting()
        self.copy_card.speak()

    def _change_readers(self) -> None:
        self.chosen = self.readers.ticked()
        self._forget_decisions()
        self._make_again()

    def _way_back(self) -> list[QWidget]:
        meeting_id = self.args.get("meeting_id")
        if self.stood_on is not None:
            return [SecondaryButton("Back to that day", self._go_to_past)]
        if not isinstance(meeting_id, UUID):
            return []
        back = partial(self._go_to_part, "papers", meeting_id)
        return [SecondaryButton("Back to the meeting", back)]

    def _go_to_past(self) -> None:
        go, day = self.shell.navigator.go, self.args["stood_on"]
        go("family.past", family_id=self.family_id, day=day)

    def _go_to_meetings(self) -> None:
        self.shell.navigator.go("family.meetings", family_id=self.family_id)

    def _go_to_part(self, part: str, meeting_id: UUID | None = None) -> None:
        self.shell.navigator.go(
            "family.meeting",
            family_id=self.family_id,
            meeting_id=meeting_id or self.meeting_id,
            part=part,
        )
