"""Every document of every practice family, in every language that it can be made in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from taf_desktop.documents.content import Document
from taf_desktop.documents.languages import ENGLISH_CODE
from taf_desktop.documents.registry import DOCUMENTS
from taf_desktop.services.copies import CopyStyle
from taf_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class Made:
    """One paper and its PDF: of which family, which document, in which language."""

    family: str
    document: str
    language: str
    paper: Document
    pdf: bytes

    @property
    def name(self) -> str:
        """What its files are called."""
        return f"{self.family}-{self.document}-{self.language}"


def practice_papers(practice: Workspace, codes: Iterable[str] = (ENGLISH_CODE,)) -> Iterator[Made]:
    """The papers for their usual readers, or for the first person where nobody is usual."""
    for line in practice.families.lines():
        family, any_meeting = line.family, practice.plans.usual_meeting(line.family.id)
        for document in practice.plans.kinds(with_meeting=any_meeting is not None):
            meeting_id = practice.plans.usual_meeting(family.id, document)
            readers = _readers(practice, document, meeting_id, family.id)
            for code in codes:
                if code != ENGLISH_CODE and not DOCUMENTS[document].translated:
                    continue
                made = practice.plans.preview(
                    document, meeting_id, readers, family.id, style=CopyStyle(language=code)
                )
                yield Made(family.name, document, code, made.paper, made.pdf)


def _readers(
    practice: Workspace, document: str, meeting_id: UUID | None, family_id: UUID
) -> list[UUID]:
    readers = list(practice.plans.usual_readers(document, meeting_id, family_id))
    readers = readers or [practice.people.of(family_id)[0].id]
    return readers[:1] if practice.plans.is_for_one(document) else readers
