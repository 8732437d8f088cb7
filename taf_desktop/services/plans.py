"""The plan on paper: made for named readers, looked at first, then saved and recorded."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from taf_desktop.documents.pdf import write_pdf
from taf_desktop.documents.registry import DOCUMENTS
from taf_desktop.errors import UserError
from taf_desktop.model.family import Family, Person
from taf_desktop.model.issued import DocumentIssued, StoreInfo
from taf_desktop.model.meeting import Meeting
from taf_desktop.services.allowing import allow
from taf_desktop.services.copy import Copy
from taf_desktop.services.desk import Desk
from taf_desktop.services.plan_gathering import gather
from taf_desktop.services.plan_readers import usual_meeting, usual_readers
from taf_desktop.services.records import living, one

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
FOR_FAMILY = frozenset({"family_plan"})
OPEN_ACTIONS_ONLY = FOR_FAMILY


@dataclass(frozen=True, kw_only=True)
class PlanCopy:
    """A copy that is ready to look at: its bytes, who it is for, and how much was left out."""

    document: str
    title: str
    family_id: UUID
    meeting_id: UUID
    reader_ids: tuple[UUID, ...]
    readers: str
    left_out: int
    version: int
    file_name: str
    pdf: bytes

    @property
    def left_out_words(self) -> str:
        """How much these readers may not see, in words; never what."""
        if self.left_out == 0:
            return "Nothing is left out."
        if self.left_out == 1:
            return "1 thing is left out, because not every reader may see it."
        return f"{self.left_out} things are left out, because not every reader may see them."


class Plans:
    """Everything about plans on paper."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def kinds(self) -> dict[str, str]:
        """The documents that can be made: id and title."""
        return {document: kind.title for document, kind in DOCUMENTS.items()}

    def preview(self, document: str, meeting_id: UUID, reader_ids: Sequence[UUID]) -> PlanCopy:
        """Make a copy for these readers, in memory; nothing is written and nothing is recorded."""
        if not reader_ids:
            raise UserError(
                "The plan was not made.", "Choose who this copy is for: it shows what they may see."
            )
        with self._desk.store.read() as session:
            meeting = one(session, Meeting, meeting_id)
            family = one(session, Family, meeting.family_id)
            people = [one(session, Person, person_id) for person_id in reader_ids]
            readers = ", ".join(person.full_name for person in people)
            issued = living(session, DocumentIssued, family_id=family.id, document=document)
            copy = Copy(
                allow=allow(session, family.id, reader_ids),
                pack=self._desk.pack,
                meeting=meeting,
                today=self._desk.today,
            )
            version = max((row.version for row in issued), default=0) + 1
            facts = gather(
                copy,
                version=str(version),
                reader=readers,
                open_only=document in OPEN_ACTIONS_ONLY,
                practice=any(row.practice for row in living(session, StoreInfo)),
            )
        return PlanCopy(
            document=document,
            title=DOCUMENTS[document].title,
            family_id=family.id,
            meeting_id=meeting_id,
            reader_ids=tuple(reader_ids),
            readers=readers,
            left_out=facts.left_out,
            version=version,
            file_name=f"{family.reference} {document.replace('_', ' ')} version {version}.pdf",
            pdf=write_pdf(DOCUMENTS[document].build(facts)),
        )

    def save(self, copy: PlanCopy, path: Path) -> DocumentIssued:
        """Write the very bytes that were looked at, and record for whom they were made.

        A copy that cannot be recorded is not written, and one that cannot be written is not
        recorded.
        """
        issued = self._as_issued(copy, "saved")
        with self._desk.store.write("Record that a plan was made", copy.family_id) as session:
            session.add(issued)
            session.flush()
            _write(path, copy.pdf)
        return issued

    def record_printed(self, copy: PlanCopy) -> DocumentIssued:
        """Record that the very bytes that were looked at went to a printer."""
        issued = self._as_issued(copy, "printed")
        with self._desk.store.write("Record that a plan was printed", copy.family_id) as session:
            session.add(issued)
        return issued

    def refuse_unrecorded(self) -> None:
        """Raise when no copy can be recorded here, so that none leaves the program."""
        if self._desk.store.is_read_only:
            raise UserError(
                "No copy was made: these records can only be read here.",
                "Every copy that leaves is written down, and that is not possible here. "
                "Copy the records to a folder you may write to, or ask whoever set this up.",
            )

    def _as_issued(self, copy: PlanCopy, how: str) -> DocumentIssued:
        return DocumentIssued(
            family_id=copy.family_id,
            meeting_id=copy.meeting_id,
            document=copy.document,
            readers=[str(reader_id) for reader_id in copy.reader_ids],
            version=copy.version,
            digest=hashlib.sha256(copy.pdf).hexdigest(),
            left_out=copy.left_out,
            made_at=self._desk.now_text,
            how=how,
        )

    def usual_meeting(self, family_id: UUID) -> UUID | None:
        """The meeting whose plan is in force; None when no meeting is planned yet."""
        with self._desk.store.read() as session:
            return usual_meeting(session, family_id)

    def usual_readers(self, document: str, meeting_id: UUID) -> list[UUID]:
        """Whose copy this document usually is, as far as the meeting tells."""
        with self._desk.store.read() as session:
            meeting = one(session, Meeting, meeting_id)
            return usual_readers(session, meeting, for_family=document in FOR_FAMILY)

    def issued(self, family_id: UUID) -> list[DocumentIssued]:
        """What was made for whom, oldest first."""
        with self._desk.store.read() as session:
            return living(session, DocumentIssued, family_id=family_id)


def _write(path: Path, content: bytes) -> None:
    half = path.with_name(f".{uuid4().hex}.part")
    try:
        with os.fdopen(os.open(half, _NEW_FILE, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    except OSError:
        half.unlink(missing_ok=True)
        raise UserError(
            "The plan was not saved.",
            "The folder cannot be written, or it is full. Choose another folder and save again.",
        ) from None
