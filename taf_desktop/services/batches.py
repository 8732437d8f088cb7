"""One paper for many families: made family by family, each copy recorded, each refusal in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

from taf_desktop.documents.needs import Usual
from taf_desktop.documents.not_made import not_made
from taf_desktop.documents.pdf import write_pdf
from taf_desktop.documents.registry import DOCUMENTS
from taf_desktop.errors import UserError
from taf_desktop.services.copies import CopyStyle, PlanCopy, free, write_file
from taf_desktop.services.copy_styles import CopyStyles
from taf_desktop.services.desk import Desk
from taf_desktop.services.families import Families
from taf_desktop.services.plans import Plans
from taf_desktop.services.ways import PDF

SOON = 14
"""Days ahead in which a meeting counts as near."""

NO_MEETING = "No meeting is planned yet, and this paper is made from one."
NOBODY = "Nobody it is for was asked to the meeting or came, or something is kept from them."
TO_SETTLE = (
    "Some words seem to say what a reader must not learn. Open the family’s Documents and decide "
    "about each."
)
NO_FOLDER = UserError(
    "Nothing was made: that folder cannot be written.",
    "It is gone, full, or only to be read. Choose another folder.",
)

READERS: Mapping[str, tuple[str, Usual | None]] = MappingProxyType(
    {
        "usual": ("Whoever usually has it", None),
        "family": ("The family", Usual.FAMILY),
        "adults": ("The adults of the family", Usual.ADULTS),
        "child": ("The first child who came", Usual.CHILD),
        "team": ("The team", Usual.TEAM),
    }
)


@dataclass(frozen=True, kw_only=True)
class BatchFamily:
    """A family that can be chosen; `is_soon` when it meets in the next days."""

    family_id: UUID
    name: str
    reference: str
    is_soon: bool


@dataclass(frozen=True, kw_only=True)
class Order:
    """What is to be made: which paper, for which kind of readers, into which folder."""

    document: str
    readers: str
    folder: Path


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one family: how many files were made, and why not all."""

    family: BatchFamily
    files: int
    why: str = ""


class Batches:
    """Everything about making one paper for many families."""

    def __init__(self, desk: Desk, families: Families, plans: Plans, styles: CopyStyles) -> None:
        self._desk, self._families, self._plans = desk, families, plans
        self._styles = styles

    def readers(self) -> dict[str, str]:
        """The kinds of readers: id and words."""
        return {key: words for key, (words, _usual) in READERS.items()}

    def families(self) -> list[BatchFamily]:
        """Every family, those that meet first at the top."""
        today = self._desk.today
        soon = today + timedelta(days=SOON)
        return [
            BatchFamily(
                family_id=line.family.id,
                name=line.family.name,
                reference=line.family.reference,
                is_soon=line.next_on is not None and today <= line.next_on <= soon,
            )
            for line in self._families.lines()
        ]

    def refuse(self, order: Order) -> None:
        """Raise before anything is made when no copy could be recorded or no file written."""
        self._plans.refuse_unrecorded()
        try:
            write_file(order.folder / _PROBE, b"")
            (order.folder / _PROBE).unlink()
        except (OSError, UserError):
            raise NO_FOLDER from None

    def make(self, order: Order, family: BatchFamily) -> Outcome:
        """Make one family's files and record them; what cannot be made is said, not raised."""
        files = 0
        try:
            for copy in self._copies(order, family.family_id):
                if not copy.is_settled:
                    return Outcome(family=family, files=files, why=TO_SETTLE)
                self._plans.save(copy, free(order.folder / copy.name_as(PDF)))
                files += 1
        except UserError as error:
            return Outcome(family=family, files=files, why=f"{error.title} {error.message}".strip())
        return Outcome(family=family, files=files)

    def _copies(self, order: Order, family_id: UUID) -> Iterator[PlanCopy]:
        """The copies of one family: one for all readers, or one each where it is for one alone.

        Their headings are in the language that all of its readers have in their records.
        """
        plans, kind = self._plans, DOCUMENTS[order.document]
        meeting_id = plans.usual_meeting(family_id, order.document)
        if meeting_id is None and kind.needs_meeting:
            raise _NotMadeError(NO_MEETING)
        _words, usual = READERS[order.readers]
        readers = plans.usual_readers(order.document, meeting_id, family_id, usual)
        if not readers:
            raise _NotMadeError(NOBODY)
        for whose in [[one] for one in readers] if kind.for_one else [readers]:
            style = CopyStyle(language=self._styles.usual_language(order.document, whose))
            yield plans.preview(order.document, meeting_id, whose, family_id, style=style)

    def list_of(self, order: Order, outcomes: Sequence[Outcome]) -> bytes:
        """What could not be made and why, as a page to print or keep, without a name."""
        reasons = by_reason(outcomes)
        references = {why: [one.reference for one in whose] for why, whose in reasons.items()}
        made = sum(one.files for one in outcomes)
        title = DOCUMENTS[order.document].title
        return write_pdf(not_made(title, references, made, self._desk.today))

    def save_list(self, pdf: bytes, path: Path) -> None:
        """Save that page where somebody chose."""
        write_file(path, pdf, "list")


_PROBE = ".taf-desktop-can-write"


class _NotMadeError(UserError):
    """A family has no such paper; the words say it all."""

    def __init__(self, words: str) -> None:
        super().__init__(words, "")


def by_reason(outcomes: Sequence[Outcome]) -> dict[str, list[BatchFamily]]:
    """The families for which something could not be made, under each reason."""
    found: dict[str, list[BatchFamily]] = {}
    for one in outcomes:
        if one.why:
            found.setdefault(one.why, []).append(one.family)
    return found
