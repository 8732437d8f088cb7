"""A report from a file, for somebody who cannot come: whose it is, and where each line belongs."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.errors import UserError
from taf_desktop.services.people import spoken_name
from taf_desktop.services.reports import IN_REPORT, LEFT_OUT, ReportLine
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.focus_order import focus_soon
from taf_desktop.ui.page import Shell
from taf_desktop.ui.pages.audience_editor import AudienceEditor
from taf_desktop.ui.pages.copy_choices import OneOf, meeting_words
from taf_desktop.ui.pages.desk_words import counted, shortened
from taf_desktop.ui.pages.family_page import FamilyPage
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Choice,
    FlowRow,
    Label,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)

KINDS_OF_FILE = "Reports (*.docx *.pdf *.txt)"
WHAT_IS_KEPT = (
    "A Word file, a PDF with words in it, or plain text, up to 5 MB. Its words are kept exactly as "
    "they were written; the file itself is not kept."
)
NOTHING_KEPT = "Nothing is kept until you press the button at the end."
NOBODY = "nobody"


class LineRow(QWidget):
    """A line in its exact words, and below it where it belongs."""

    def __init__(self, words: str, place: Choice) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 9, 16, 9)
        column.setSpacing(4)
        label = Label(words)
        label.setBuddy(place)
        column.addWidget(label)
        column.addWidget(place, 0, Qt.AlignmentFlag.AlignLeft)


class ReportPage(FamilyPage):
    """Choose whose report it is, choose the file, then look at every line of it."""

    name = "family.report"
    short = "A report from a file"

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell, workspace)
        self.lines: Sequence[ReportLine] = ()
        self.places: list[Choice] = []
        self.first = self.body.add(Card("Whose report is it?"))
        self.whose = self.first.add(OneOf("Whose report"))
        self.first.add(Aside(WHAT_IS_KEPT))
        self.button = SecondaryButton("Choose the file", self.choose_file)
        self.first.add(FlowRow([self.button]))
        self.words = self.body.add(Card("Where does each line belong?"))
        self.audience: AudienceEditor | None = None
        self._opened: tuple[UUID, UUID] | None = None

    @property
    def meeting_id(self) -> UUID:
        """The meeting that the report is for."""
        meeting_id: UUID = self.args["meeting_id"]
        return meeting_id

    def refresh(self) -> None:
        """Read who it could be from; lines that are being looked at stay."""
        meeting = self.workspace.meetings.one(self.meeting_id)
        self.set_heading("What does the report say?", meeting_words(meeting, self.workspace.pack))
        if self._opened != (self.family_id, self.meeting_id):
            self._opened = (self.family_id, self.meeting_id)
            self._show_people()
            self.show_lines(())

    def _show_people(self) -> None:
        """Those who are not coming first: it is mostly theirs."""
        rows = self.workspace.meetings.attendance(self.meeting_id)
        here = {row.person_id for row in rows if row.state == "present"}
        people = [
            person
            for person in reversed(self.workspace.people.everyone(self.family_id))
            if person.kind != "unborn"
        ]
        people.sort(key=lambda person: (person.id in here, not person.is_professional))
        options = {str(person.id): spoken_name(person) for person in people}
        self.whose.show_options({NOBODY: "Not chosen yet", **options}, NOBODY)

    def choose_file(self) -> None:
        """Read a file, or say why it is not read; the lines that stand here are then kept."""
        title = "Which file is the report?"
        try:
            path = self.shell.ask.open_which(self, title, KINDS_OF_FILE)
            if path is not None:
                self.show_lines(self.workspace.reports.read(path))
        except UserError as error:
            self.shell.show_error(error)
            return
        if self.places:
            focus_soon(self.places[0])
            self.shell.say(
                counted(len(self.lines), "line was read", "lines were read").capitalize()
            )

    def show_lines(self, lines: Sequence[ReportLine]) -> None:
        """Show each line with a choice beside it; without lines, what will stand here."""
        self.lines, self.places, card = lines, [], self.words
        card.clear()
        if not lines:
            card.add(Label("The lines of the report stand here once a file is chosen."))
            return
        card.add(Label(NOTHING_KEPT))
        for line in lines:
            place = self._place(line)
            self.places.append(place)
            card.add_row(LineRow(line.text, place))
        names = list(self.workspace.people.names(self.family_id).items())
        question = "Who may see these words?"
        self.audience = card.add_foot(AudienceEditor(self.workspace.pack, names, question))
        self.audience.show_audience(self.workspace.reports.usual_audience())
        put_aside = QuietButton("Put the file aside", partial(self.show_lines, ()))
        card.add_foot(FlowRow([PrimaryButton("Keep these words", self.keep_words), put_aside]))

    def _place(self, line: ReportLine) -> Choice:
        place = Choice()
        place.setAccessibleName(f"Where it belongs: {shortened(line.text)}")
        for column in self.workspace.pack.columns:
            place.addItem(column.title, column.id)
        place.addItem("In the report only", IN_REPORT)
        place.addItem("Leave it out", LEFT_OUT)
        place.setCurrentIndex(place.findData(line.place))
        return place

    def chosen(self) -> list[ReportLine]:
        """The lines, each where it was put."""
        places = [str(place.currentData()) for place in self.places]
        told = zip(self.lines, places, strict=True)
        return [ReportLine(text=line.text, place=place) for line, place in told]

    def keep_words(self) -> None:
        """Keep what was chosen, as this person's own words."""
        if self.whose.value() == NOBODY:
            self.whose.problem.show_problem("Choose whose report it is: it is kept as their words.")
            self.whose.box.setFocus()
            return
        self.whose.problem.show_problem(None)
        audience = self.audience.audience() if self.audience else None
        try:
            many = self.workspace.reports.keep(
                self.meeting_id,
                UUID(self.whose.value()),
                self.chosen(),
                audience or self.workspace.reports.usual_audience(),
            )
        except UserError as error:
            self.shell.show_error(error)
            return
        self.show_lines(())
        self.whose.box.setCurrentIndex(0)
        self.button.setFocus()
        lines = counted(many, "line stands", "lines stand")
        self.shell.say(f"The report is kept; {lines} in the three columns. Ctrl+Z takes it back")

    def rail_key(self) -> tuple[str, dict[str, object]]:
        """It belongs to the meetings."""
        return "family.meetings", {"family_id": self.family_id}

    def first_focus(self) -> QWidget | None:
        """Whose report it is."""
        return self.whose.box
