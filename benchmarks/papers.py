"""Papers with tags for screen readers, beside the same words set by ReportLab alone."""

import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path
from uuid import UUID
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from benchmarks.measuring import Case, NotMeasured, Timed, timed
from benchmarks.records import marlow
from taf_desktop.documents import content
from taf_desktop.documents.registry import DOCUMENTS
from taf_desktop.documents.word import write_word
from taf_desktop.model.meeting import Meeting
from taf_desktop.services.allowing import allow
from taf_desktop.services.copy import Copy
from taf_desktop.services.plan_gathering import gather
from taf_desktop.services.workspace import Workspace

FLOOR = "the same words in bare ReportLab"
OFFICE = "LibreOffice turning our Word file into PDF"
PLAIN = ParagraphStyle("plain", fontSize=9, leading=12)

Wanted = Sequence[tuple[str, UUID]]
"""Copies that are made together: the kind of each, and its reader."""


def paper_cases(workspace: Workspace, folder: Path) -> Iterator[Case | NotMeasured]:
    """Two plans of the Marlow review, then the own copy of each of eight people."""
    family_id = marlow(workspace)
    review = workspace.meetings.of(family_id)[-1]
    with _everybody_here(workspace, review):
        yield from _in_the_room(workspace, review, folder)


@contextmanager
def _everybody_here(workspace: Workspace, review: Meeting) -> Iterator[None]:
    """Everybody around the family is at the review, for as long as it is measured."""
    attend, states = workspace.meetings.attend, workspace.meetings.room(review.id).states
    everyone = [person.id for person in workspace.people.everyone(review.family_id)]
    for person_id in everyone:
        attend(review.id, person_id, {"state": "present"})
    yield
    for person_id in everyone:
        attend(review.id, person_id, {"state": states.get(person_id)})


def _in_the_room(
    workspace: Workspace, review: Meeting, folder: Path
) -> Iterator[Case | NotMeasured]:
    lead, copies = workspace.owner_id, workspace.handing_out.copies(review.id)
    each = [(copy.document, copy.reader_ids[0]) for copy in copies]
    eight = f"A copy each for {len(each)} people"
    make_all = partial(workspace.handing_out.copies, review.id)
    for name, wanted, make in (
        ("The family plan", [("family_plan", lead)], None),
        ("The professional plan", [("professional_plan", lead)], None),
        (eight, each, make_all),
    ):
        yield from _cases(workspace, review, name, wanted, make, folder)


def _cases(
    workspace: Workspace,
    meeting: Meeting,
    name: str,
    wanted: Wanted,
    make: Callable[[], object] | None,
    folder: Path,
) -> Iterator[Case | NotMeasured]:
    """The copies, read from the records and written, beside their words alone and an office."""

    def one_by_one() -> None:
        for kind, reader in wanted:
            workspace.plans.preview(kind, meeting.id, [reader])

    built = [_built(workspace, meeting, kind, [reader]) for kind, reader in wanted]
    act = timed(make or one_by_one)
    floor = timed(lambda: [bare_pdf(document.blocks) for document in built])
    yield Case(name=name, act=act, floor_name=FLOOR, floor=floor, repetitions=10)
    office = shutil.which("soffice")
    if office is None:
        yield NotMeasured(name=name, why=f"{OFFICE} was not there to compare with")
        return
    convert = office_pdf(Path(office), folder / name, [write_word(one) for one in built])
    yield Case(name=name, act=act, floor_name=OFFICE, floor=convert, repetitions=5)


def office_pdf(office: Path, folder: Path, words: Sequence[bytes]) -> Timed:
    """Word files to PDF in one start of LibreOffice, which is in the time, with its own profile."""
    folder.mkdir()
    files = [folder / f"{number}.docx" for number in range(len(words))]
    for file, content_of in zip(files, words, strict=True):
        file.write_bytes(content_of)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command: list[str | Path] = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        *files,
    ]

    def convert() -> None:
        subprocess.run(command, check=True, capture_output=True)
        made = [file.with_suffix(".pdf") for file in files]
        if not all(file.exists() for file in made):
            raise FileNotFoundError(f"LibreOffice made {len(list(folder.glob('*.pdf')))} files")
        for file in made:
            file.unlink()

    return timed(convert)


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
            journal=session,
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
        for inner in content.inside(part):
            yield from _flowables(inner)
