"""A report that somebody sent as a file: its lines, where each belongs, and keeping them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.documents.report_form import COLUMN_OF
from taf_desktop.errors import UserError
from taf_desktop.exchange.limits import MOST_LETTERS
from taf_desktop.exchange.report_file import report_lines
from taf_desktop.model.audience import Audience, Level
from taf_desktop.model.meeting import APART, Attendance, Meeting
from taf_desktop.model.views import Statement
from taf_desktop.packs.pack import Pack
from taf_desktop.services.desk import Desk
from taf_desktop.services.records import living, one

IN_REPORT, LEFT_OUT = "", "left_out"
"""Places of a line that goes into no column: it stays in the report, or is not kept at all."""

_NOT_HERE = (None, "invited", "apologies", "no_reply")


@dataclass(frozen=True, kw_only=True)
class ReportLine:
    """One line in its exact words, and its place: the id of a column, the report, left out."""

    text: str
    place: str = IN_REPORT


class Reports:
    """Everything about reports that came as a file."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self, path: Path) -> tuple[ReportLine, ...]:
        """The lines of a file, each where it seems to belong; nothing is written."""
        return tuple(_placed(report_lines(path), self._desk.pack))

    def usual_audience(self) -> Audience:
        """Who may see a report unless somebody says otherwise: as for one that is typed."""
        field = self._desk.pack.forms["attendance"].field("report")
        return Audience(level=Level(field.audience))

    def keep(
        self, meeting_id: UUID, person_id: UUID, lines: Sequence[ReportLine], audience: Audience
    ) -> int:
        """Keep a report of one person for a meeting, in one step; how many went into columns."""
        with self._desk.store.read() as session:
            family_id = one(session, Meeting, meeting_id).family_id
        with self._desk.store.write("Bring a report from a file", family_id) as session:
            row = self._attend(session, meeting_id, person_id, lines)
            _keep_from(row, audience)
            said = self._new(session, meeting_id, person_id, lines)
            for line in said:
                session.add(self._statement(session, meeting_id, person_id, line, audience))
                session.flush()
        return len(said)

    def _attend(
        self, session: Session, meeting_id: UUID, person_id: UUID, lines: Sequence[ReportLine]
    ) -> Attendance:
        """Put the words beside the person; those that stand there already stay."""
        family_id = one(session, Meeting, meeting_id).family_id
        known = living(session, Attendance, meeting_id=meeting_id, person_id=person_id)
        row = (
            known[0]
            if known
            else Attendance(family_id=family_id, meeting_id=meeting_id, person_id=person_id)
        )
        words = "\n".join(line.text for line in lines if line.place != LEFT_OUT)
        if words not in (row.report or ""):
            row.report = f"{row.report}\n\n{words}" if row.report else words
        if len(row.report or "") > MOST_LETTERS:
            raise UserError(
                "The report was not brought in.",
                f"With what stands there already it has more than {MOST_LETTERS:,} letters. "
                "Leave some lines out.",
            )
        if row.state in _NOT_HERE:
            is_apart = one(session, Meeting, meeting_id).kind == APART
            row.state = "message" if is_apart else "report_sent"
        session.add(row)
        return row

    def _new(
        self, session: Session, meeting_id: UUID, person_id: UUID, lines: Sequence[ReportLine]
    ) -> list[ReportLine]:
        """The lines for the columns that this person has not said at this meeting already."""
        known = {
            (row.column, row.text)
            for row in living(session, Statement, meeting_id=meeting_id)
            if str(person_id) in row.said_by
        }
        columns = {column.id for column in self._desk.pack.columns}
        wanted = (line for line in lines if line.place in columns)
        return [line for line in dict.fromkeys(wanted) if (line.place, line.text) not in known]

    def _statement(
        self,
        session: Session,
        meeting_id: UUID,
        person_id: UUID,
        line: ReportLine,
        audience: Audience,
    ) -> Statement:
        family_id = one(session, Meeting, meeting_id).family_id
        return Statement(
            family_id=family_id,
            column=line.place,
            text=line.text,
            said_by=[str(person_id)],
            exact_words=True,
            gathered="written",
            said_on=self._desk.today_text,
            meeting_id=meeting_id,
            audience=audience,
            position=len(living(session, Statement, family_id=family_id, column=line.place)),
        )


def _keep_from(row: Attendance, audience: Audience) -> None:
    """Whoever must not see the lines sees them beside their sender neither.

    That a report came, and what it says for the team, is told as of one that is typed.
    """
    is_usual = audience.level in (Level.TEAM, Level.EVERYONE)
    limit = replace(audience, level=Level.EVERYONE) if is_usual else audience
    if limit not in (Audience(), row.audience):
        row.audience = replace(limit, also=row.audience)


def _placed(texts: Sequence[str], pack: Pack) -> Iterator[ReportLine]:
    """Lines below a heading of the report form, or of a column, are likely to belong there."""
    headings = {_folded(question): column for question, column in COLUMN_OF.items()}
    headings |= {_folded(column.title): column.id for column in pack.columns}
    place = IN_REPORT
    for text in texts:
        heading = headings.get(_folded(text))
        if heading is None:
            yield ReportLine(text=text, place=place)
        else:
            place = heading
            yield ReportLine(text=text, place=LEFT_OUT)


def _folded(text: str) -> str:
    return text.casefold().replace("’", "'").strip(" ?:.0123456789").replace("what's", "what is")
