"""The next meeting: its day, with days to choose from, what is odd about it, and calendar files."""

from datetime import date
from functools import partial

from taf_desktop.errors import UserError
from taf_desktop.model.base import answers
from taf_desktop.model.meeting import Meeting
from taf_desktop.packs.dates import long_day_words
from taf_desktop.services.actions import day_of
from taf_desktop.services.day_remarks import DayLimits, about_next, about_time, suggested
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import Aside, Card, FlowRow, InsetNote, Label, LongButton
from taf_desktop.ui.widgets.text import show_if

KINDS_OF_FILE = "Calendar file (*.ics)"
NOT_SHOWN = "This is not shown while not everybody here may see it."


class NextTimeCard(Card):
    """Boxes for the next meeting; a day is chosen with one press, and said gently when odd."""

    def __init__(self, part: MeetingPart) -> None:
        section = part.page.section("next")
        super().__init__(section.title)
        self.part, self.meeting = part, part.meeting
        self.panel = part.form(part.allowed(section.fields))
        self.panel.show_answers(answers(part.meeting))
        self.saver = part.autosaved(self.panel, self._save)
        self.shows_day = "next_on" in self.panel.editors
        self.days: list[LongButton] = []
        self.days_row = FlowRow()
        self.remark, self.about_time = InsetNote("", "", Tone.DUE), InsetNote("", "", Tone.DUE)
        if self.shows_day:
            self.add(self.days_row)
            self._show_days()
        else:
            self.add(Label(NOT_SHOWN))
        self.add(self.panel)
        self.add(self.saver.note)
        if self.shows_day:
            self.panel.insert_after("next_on", self.remark)
            self.panel.insert_after("next_at", self.about_time)
            self._add_files()
        self._remark(self.meeting)

    def _limits(self) -> DayLimits:
        start = day_of(self.meeting.held_on) or self.part.workspace.today
        workspace = self.part.workspace
        known = workspace.absences.in_room(self.meeting.id) if self.shows_day else []
        return DayLimits(
            pack=workspace.pack,
            start=start,
            today=workspace.today,
            away=[line.away for line in known],
        )

    def _show_days(self) -> None:
        """The same weekday some weeks on, each with one press."""
        limits = self._limits()
        self.days = [self._day(day, (day - limits.start).days // 7) for day in suggested(limits)]
        self.days_row.clear()
        for button in self.days:
            self.days_row.add(button)

    def follow_absences(self) -> None:
        """Somebody is away, or is not any more: other days are offered, and other things said."""
        self._show_days()
        self._remark(self.meeting)

    def _day(self, day: date, weeks: int) -> LongButton:
        words = f"In {weeks} weeks: {long_day_words(day)}"
        return LongButton(words, partial(self._choose, day))

    def _choose(self, day: date) -> None:
        """Take a day; the time of this meeting is the usual one."""
        self.panel.editor("next_on").set_value(day.isoformat())
        self.saver.set("next_on", day.isoformat())
        at = self.panel.editor("next_at")
        if not at.value() and self.meeting.starts_at:
            at.set_value(self.meeting.starts_at)
            self.saver.set("next_at", self.meeting.starts_at)
        self.saver.flush()

    def _add_files(self) -> None:
        self.add(Aside("For calendars: the title is only “Meeting”, and nobody is named."))
        self.add(
            FlowRow(
                [
                    LongButton("File for the team, with the place", partial(self._save_file, True)),
                    LongButton(
                        "File for the family, day and time only", partial(self._save_file, False)
                    ),
                ]
            )
        )

    def _save_file(self, for_team: bool) -> None:
        if not self.saver.flush():
            return
        meetings, shell = self.part.workspace.meetings, self.part.shell
        try:
            file = meetings.for_calendars(self.meeting.id, for_team=for_team)
            title = "Where shall the file for calendars go?"
            where = shell.ask.save_where(self, title, file.file_name, KINDS_OF_FILE)
            if where is None:
                return
            meetings.save_for_calendars(file, where)
        except UserError as error:
            shell.show_error(error)
            return
        shell.say("Saved, with the place" if file.has_place else "Saved, without a place")

    def _save(self, changes: dict[str, object]) -> None:
        self.meeting = self.part.workspace.meetings.save(self.meeting.id, changes)
        self._remark(self.meeting)

    def _remark(self, meeting: Meeting) -> None:
        """Say gently when the next day is odd; it is kept all the same."""
        words = about_next(meeting.next_on, self._limits()) if self.shows_day else ""
        time = about_time(meeting.next_at) if self.shows_day else ""
        for note, said in ((self.remark, words), (self.about_time, time)):
            note.words.setText(said)
            show_if(note, bool(said))
