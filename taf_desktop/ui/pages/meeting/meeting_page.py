"""The meeting page: one part of the agenda at a time, the agenda in the rail, minutes left."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from taf_desktop.model.meeting import Meeting
from taf_desktop.model.views import Statement
from taf_desktop.packs.pack import AgendaItem, Section
from taf_desktop.services.actions import day_of
from taf_desktop.services.next_meeting import USUAL_MINUTES
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.editors import EditorContext
from taf_desktop.ui.navigator import Argument
from taf_desktop.ui.page import Shell, actions_row
from taf_desktop.ui.pages.family_page import FamilyPage
from taf_desktop.ui.pages.meeting.actions import ActionsPart
from taf_desktop.ui.pages.meeting.bar import PARTS as SHOW_PARTS
from taf_desktop.ui.pages.meeting.bar import TO_PAGE, MeetingBar
from taf_desktop.ui.pages.meeting.deciding import DecisionPart
from taf_desktop.ui.pages.meeting.gathering import GatheringPart
from taf_desktop.ui.pages.meeting.here import HerePart
from taf_desktop.ui.pages.meeting.numbers import NumbersPart
from taf_desktop.ui.pages.meeting.papers import PapersPart
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.pages.meeting.progress import Draft, Progress
from taf_desktop.ui.pages.meeting.reading import AgreePart
from taf_desktop.ui.pages.meeting.reports import LastActionsPart, UpdatesPart
from taf_desktop.ui.pages.meeting.sharing import SharingPart
from taf_desktop.ui.pages.meeting.views import FamilyFirstPart, ViewsPart
from taf_desktop.ui.pages.three_columns import add_column_keys
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import Aside, PrimaryButton, Rail, RailEntry, SecondaryButton
from taf_desktop.ui.widgets.text import show_if

PARTS: Mapping[str, type[MeetingPart]] = {
    "here": HerePart,
    "gathering": GatheringPart,
    "sharing": SharingPart,
    "family": FamilyFirstPart,
    "updates": UpdatesPart,
    "last_actions": LastActionsPart,
    "views": ViewsPart,
    "numbers": NumbersPart,
    "actions": ActionsPart,
    "agree": AgreePart,
    "decision": DecisionPart,
    "papers": PapersPart,
}
PAPERS = AgendaItem(part="papers", title="The papers, before anybody leaves")
LONGEST_MINUTES = 240
OF_A_PART = ("family_id", "meeting_id", "part")
"""What this page is opened for; more is told only to come back."""


class MeetingPage(FamilyPage):
    """A meeting turned to the family: large words, no other family, no red."""

    name = "family.meeting"
    short = "Meeting"
    meeting = True

    def __init__(self, shell: Shell, workspace: Workspace, progress: Progress) -> None:
        super().__init__(shell, workspace)
        self.progress = progress
        self.part: MeetingPart | None = None
        self.bar = MeetingBar(self.hide_screen, self.show_parts)
        self.bar.row.setContentsMargins(24, 12, 24, 4)
        self.outer.insertWidget(0, self.bar)
        self.parts = Rail("Parts of the meeting")
        self.parts.set_meeting(True)
        self.parts.chosen.connect(lambda to: shell.navigator.go(to.page, **to.args))
        self.outer.addWidget(self.parts)
        show_if(self.parts, False)
        self.said = Aside("")
        self.said.setContentsMargins(24, 4, 24, 6)
        self.outer.addWidget(self.said)
        show_if(self.said, False)
        add_column_keys(self, "Meeting")

    def open(self, **args: Argument) -> None:
        """Show a part of a meeting; the first part unless one is named."""
        self.progress.turn_to(args["meeting_id"])
        self.part = None
        super().open(**args)

    def show_said(self, words: str) -> None:
        """Say below the page what was saved or undone: it may stand on another part."""
        self.said.setText(words)
        show_if(self.said, bool(words))

    @property
    def meeting_id(self) -> UUID:
        """The meeting this page was opened for."""
        meeting_id: UUID = self.args["meeting_id"]
        return meeting_id

    def _agenda(self, meeting: Meeting) -> list[AgendaItem]:
        known = [item for item in self.workspace.pack.agendas[meeting.kind] if item.part in PARTS]
        return [*known, PAPERS]

    def _item(self, meeting: Meeting) -> AgendaItem:
        agenda = self._agenda(meeting)
        wanted = self.args.get("part")
        return next((item for item in agenda if item.part == wanted), agenda[0])

    def context(self) -> EditorContext:
        """What the editors choose from: only those whom everybody in the room may hear named."""
        room = self.workspace.meetings.room(self.meeting_id)
        return replace(super().context(), people=list(room.names.items()))

    def section(self, section_id: str) -> Section:
        """A section of the pack's form about a meeting."""
        sections = self.workspace.pack.forms["meeting"].sections
        return next(section for section in sections if section.id == section_id)

    def refresh(self) -> None:
        """Build the part anew from what is kept."""
        meeting = self.workspace.meetings.one(self.meeting_id)
        item = self._item(meeting)
        back_to = self.part.whereabouts() if self.part is not None else self.args
        self.body.clear_after(self.heading)
        self.forget_savers()
        self.part = PARTS[item.part](self, meeting, back_to)
        self.set_heading(item.title, self.part.hint)
        self.bar.title.setText(item.title)
        self.bar.show_minutes(self.minutes_left())
        self.body.add(self.part)
        self.body.add(actions_row(*self._steps(meeting, item)))
        self._open_parts(False)
        self.arrange()

    def minutes_left(self) -> int | None:
        """About how many minutes are left; None where that is not known."""
        return minutes_left(self.workspace.meetings.one(self.meeting_id), self.shell.clock())

    def arrange(self) -> None:
        """Show the question on the bar where there is room, and the list of parts if it is away."""
        with_parts = not self.shell.has_rail()
        on_bar = self.bar.arrange(self.width(), with_parts=with_parts)
        show_if(self.heading.title, not on_bar)
        if not with_parts:
            self._open_parts(False)

    def show_parts(self) -> None:
        """Go to the list of parts: beside the page, else in its place until a part is chosen."""
        if self.shell.has_rail():
            self.shell.focus_rail()
            return
        self._open_parts(self.parts.isHidden())
        if self.parts.isHidden():
            (self.first_focus() or self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_parts(self, opened: bool) -> None:
        if opened:
            self.parts.set_entries(self.rail())
            self.parts.set_current(*self.rail_key())
        show_if(self.parts, opened)
        show_if(self.body, not opened)
        self.bar.parts.set_words(TO_PAGE if opened else SHOW_PARTS, "Parts of the meeting, F7")
        if opened:
            self.parts.focus_current()

    def faces_room(self) -> bool:
        """Whether people sit before it; a meeting that was over on another day is looked up."""
        meeting = self.workspace.meetings.one(self.meeting_id)
        is_over = meeting.finished_at is not None
        was_today = (meeting.finished_at or "")[:10] == self.workspace.today.isoformat()
        return (was_today or not is_over) and bool(self.workspace.meetings.present(meeting.id))

    def _steps(self, meeting: Meeting, item: AgendaItem) -> list[QWidget]:
        agenda = self._agenda(meeting)
        at = agenda.index(item)
        steps: list[QWidget] = []
        if at > 0:
            steps.append(SecondaryButton("Back", lambda: self.go_to(agenda[at - 1].part)))
        if at + 1 < len(agenda):
            following = agenda[at + 1].part
            words = self.workspace.pack.lists["agenda_part"].label(following)
            steps.append(PrimaryButton(f"Next: {words}", lambda: self.go_to(following)))
        else:
            steps.append(SecondaryButton("Leave the meeting", self._leave_meeting))
        return steps

    def _leave_meeting(self) -> None:
        self.shell.navigator.go("family.overview", family_id=self.family_id)

    def go_to(self, part: str) -> None:
        """Go to a part of this meeting; what was typed is saved first."""
        self.shell.navigator.go(
            self.name, family_id=self.family_id, meeting_id=self.meeting_id, part=part
        )

    def put_right(self, statement: Statement) -> None:
        """Open something that was said and is not right yet."""
        self.go_to("views")
        if isinstance(self.part, ViewsPart):
            self.part.put_right(statement)

    def read_on(self, statement_id: UUID) -> None:
        """Go on reading back, at what was put right."""
        self.go_to("agree")
        if isinstance(self.part, AgreePart):
            self.part.focus_statement(statement_id)

    def draft_action(self, draft: Draft) -> None:
        """Go to the actions, with words or a goal for the next one."""
        if self.leave():
            self.progress.draft = draft
            self.go_to("actions")

    def leave(self) -> bool:
        """Save what was typed; the part counts as seen."""
        kept = (self.part is None or self.part.leave()) and super().leave()
        if kept and self.part is not None:
            self.progress.seen.add((self.meeting_id, str(self.rail_key()[1]["part"])))
        return kept

    def halfway(self) -> dict[str, Any]:
        """What stands in the boxes of this part and waits for Enter."""
        return self.part.halfway() if self.part is not None else {}

    def take_up(self, boxes: Mapping[str, Any]) -> None:
        """Put words back into the boxes of this part."""
        if self.part is not None:
            self.part.take_up(boxes)

    def rail(self) -> list[RailEntry]:
        """The agenda, with what was gone through."""
        meeting = self.workspace.meetings.one(self.meeting_id)
        words = self.workspace.pack.lists["agenda_part"]
        entries = [
            RailEntry(
                words.label(item.part),
                self.name,
                self._args(item.part),
                status="seen" if (meeting.id, item.part) in self.progress.seen else "",
                tone=Tone.DONE,
            )
            for item in self._agenda(meeting)
        ]
        leave = RailEntry("Leave the meeting", "family.overview", {"family_id": self.family_id})
        return [*entries, leave]

    def rail_key(self) -> tuple[str, dict[str, object]]:
        """The part that is shown."""
        meeting = self.workspace.meetings.one(self.meeting_id)
        return self.name, self._args(self._item(meeting).part)

    def _args(self, part: str) -> dict[str, object]:
        return {"family_id": self.family_id, "meeting_id": self.meeting_id, "part": part}

    def whereabouts(self) -> dict[str, object]:
        """The part that is shown, and who or what is open on it."""
        # Nothing is read for it: locking must not depend on a file that can be read.
        args = {key: self.args[key] for key in OF_A_PART if key in self.args}
        return args | (self.part.whereabouts() if self.part is not None else {})

    def hide_screen(self) -> None:
        """Hide what the meeting shows, for a break or a knock at the door."""
        self.shell.navigator.go("hidden", **self.whereabouts())

    def first_focus(self) -> QWidget | None:
        """What the part wants to have the focus."""
        return self.part.first_focus() if self.part is not None else None


def minutes_left(meeting: Meeting, now: datetime) -> int | None:
    """Minutes until the meeting should end, to the nearest five from ten on; None when not on."""
    day, time = day_of(meeting.held_on), (meeting.starts_at or "").strip()
    if day != now.date() or len(time) != 5 or meeting.finished_at is not None:
        return None
    try:
        starts = datetime.strptime(time, "%H:%M")
    except ValueError:
        return None
    minutes = meeting.minutes if isinstance(meeting.minutes, int) else USUAL_MINUTES
    gone = (now.hour - starts.hour) * 60 + now.minute - starts.minute
    left = min(minutes, LONGEST_MINUTES) - gone
    if not 0 < left <= minutes:
        return None
    return left if left < 10 else left // 5 * 5
