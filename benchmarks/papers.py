"""Papers with tags for screen readers, beside the same words set by ReportLab alone."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from io import BytesIO
from uuid import UUID
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from benchmarks.measuring import Case, timed
from benchmarks.records import marlow
from taf_desktop.documents import content
from taf_desktop.documents.registry import DOCUMENTS
from taf_desktop.model.meeting import Meeting
from taf_desktop.services.allowing import allow
from taf_desktop.services.copy import Copy
from taf_desktop.services.plan_gathering import gather
from taf_desktop.services.workspace import Workspace

FLOOR = "the same words in bare ReportLab"
READERS = 8
PLAIN = ParagraphStyle("plain", fontSize=9, leading=12)


def paper_cases(workspace: Workspace) -> Iterator[Case]:
    """Two plans of the Marlow review, then a copy of one for each of eight readers."""
    family_id = marlow(workspace)
    review = workspace.meetings.of(family_id)[-1]
    everybody = [person.id for person in workspace.people.everyone(family_id)]
    readers = [everybody[at % len(everybody)] for at in range(READERS)]
    lead = [workspace.owner_id]
    yield _case(workspace, review, "The family plan", "family_plan", [lead])
    yield _case(workspace, review, "The professional plan", "professional_plan", [lead])
    each = [[reader] for reader in readers]
    yield _case(workspace, review, "The family plan for eight readers", "family_plan", each)


def _case(
    workspace: Workspace, meeting: Meeting, name: str, kind: str, copies: Sequence[Sequence[UUID]]
) -> Case:
    """All the copies, read from the records and written, beside their words alone."""
    stories = [_built(workspace, meeting, kind, readers).blocks for readers in copies]
    return Case(
        name=name,
        act=timed(lambda: [workspace.plans.preview(kind, meeting.id, one) for one in copies]),
        floor_name=FLOOR,
        floor=timed(lambda: [bare_pdf(blocks) for blocks in stories]),
        repetitions=10,
    )


def _built(
    workspace: Workspace, meeting: Meeting, kind: str, readers: Sequence[UUID]
) -> content.Document:
    """What a copy says, before it is set in type."""
    declared = DOCUMENTS[kind]
    with workspace.store.read() as session:
        copy = Copy(
            allow=allow(session, meeting.family_id, readers, declared.concern),
            pack=workspace.pack,
            meeting=meeting,
            today=workspace.today,
        )
        facts = gather(copy, declared.needs, version="1", reader="", practice=False)
    return declared.build(facts)


def bare_pdf(blocks: content.Blocks) -> bytes:
    """The words of these blocks as plain paragraphs and tables, without tags."""
    file = BytesIO()
    SimpleDocTemplate(file, pagesize=A4).build(list(_flowables(blocks)))
    return file.getvalue()


def _flowables(part: object) -> Iterator[Flowable]:
    """A paragraph for every text and a table for every table, however deep they stand."""
    if isinstance(part, str | content.Paragraph):
        words = part if isinstance(part, str) else "".join(run.text for run in part.words)
        yield Paragraph(escape(words), PLAIN)
    elif isinstance(part, content.Table):
        head = [[Paragraph(escape(column.heading), PLAIN)] for column in part.columns]
        rows = [[list(_flowables(cell)) for cell in row.cells] for row in part.rows]
        yield Table([head, *rows])
    else:
        for inner in _inside(part):
            yield from _flowables(inner)


def _inside(part: object) -> Iterator[object]:
    if isinstance(part, tuple):
        yield from part
    elif is_dataclass(part):
        yield from (getattr(part, field.name) for field in fields(part))
