"""The plan on paper: made for named readers, looked at first, then saved and recorded."""

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.documents.content import Letters
from taf_desktop.documents.languages import ENGLISH_CODE
from taf_desktop.documents.needs import Usual
from taf_desktop.documents.pdf import fitted, write_pdf
from taf_desktop.documents.registry import DOCUMENTS, DocumentKind
from taf_desktop.errors import UserError
from taf_desktop.model.family import Family, Person, ProtectedFact
from taf_desktop.model.issued import DocumentIssued, StoreInfo
from taf_desktop.model.meeting import Meeting
from taf_desktop.packs.dates import date_words
from taf_desktop.services.allowing import allow
from taf_desktop.services.copies import CopyStyle, Decided, PlanCopy, write_file
from taf_desktop.services.copy import Copy
from taf_desktop.services.desk import Desk
from taf_desktop.services.findings import Settlement, cleared, find
from taf_desktop.services.kept_from import kept_from
from taf_desktop.services.plan_gathering import gather
from taf_desktop.services.plan_readers import (
    usual_meeting,
    usual_readers,
    usual_without_meeting,
)
from taf_desktop.services.records import living, one
from taf_desktop.services.reissuing import reissued
from taf_desktop.services.standing import standing
from taf_desktop.services.ways import PDF, PRINTED, content
from taf_desktop.store.passphrase import generate

NO_REASON = UserError(
    "No copy was made: it is not said why these words may stand.",
    "Write a line at “Why was it decided so?”. It is kept with the record, never on the copy.",
)


class Plans:
    """Everything about plans on paper."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def kinds(self, *, with_meeting: bool = True, of_past: bool = False) -> dict[str, str]:
        """The documents that can be made: id and title."""
        return {
            document: kind.title
            for document, kind in DOCUMENTS.items()
            if (with_meeting or not kind.needs_meeting) and (kind.of_past or not of_past)
        }

    def is_of_plan(self, document: str) -> bool:
        """Whether a document says what was agreed, so that a gap in the plan is a gap in it."""
        kind = DOCUMENTS[document]
        return kind.needs_meeting and not kind.before_meeting

    def is_for_one(self, document: str) -> bool:
        """Whether a document is for a single reader."""
        return DOCUMENTS[document].for_one

    def preview(
        self,
        document: str,
        meeting_id: UUID | None,
        reader_ids: Sequence[UUID],
        family_id: UUID | None = None,
        settled: Mapping[str, Settlement] | None = None,
        stood_on: date | None = None,
        style: CopyStyle | None = None,
    ) -> PlanCopy:
        """Make a copy for these readers, in memory; nothing is written and nothing is recorded.

        A document that needs no meeting is of the family instead, where there is none. `settled`
        says by text what was decided about it; what was not decided about is not in the copy. With
        `stood_on` the copy tells how things stood at the end of that day. Without
        a `style` it is in English and the usual letters.
        """
        kind, style = DOCUMENTS[document], _style_for(document, style)
        reader_ids = list(dict.fromkeys(reader_ids))
        _check_readers(kind, reader_ids)
        with self._desk.store.read() as session:
            meeting = one(session, Meeting, meeting_id) if meeting_id else None
            family = one(session, Family, meeting.family_id if meeting else _known(family_id))
            readers = ", ".join(one(session, Person, who).full_name for who in reader_ids)
            issued = living(session, DocumentIssued, family_id=family.id, document=document)
            version = _next_version(issued, reader_ids)
            allowing = allow(session, family.id, reader_ids, kind.concern)
            with standing(allowing, stood_on) as then:
                about = Copy(
                    allow=then,
                    pack=self._desk.pack,
                    meeting=one(then.session, Meeting, meeting_id) if meeting_id else None,
                    today=stood_on or self._desk.today,
                    journal=session,
                    until=stood_on,
                )
                facts = gather(
                    about,
                    kind.needs,
                    version=str(version),
                    reader=readers,
                    practice=any(row.practice for row in living(session, StoreInfo)),
                )
                if stood_on is None:
                    facts = reissued(facts, kind, about, session, issued)
                # What was kept from them then is kept now as well, an earlier address for instance.
                seen = {id(one_): one_ for one_ in (allowing, then)}.values()
                kept = [words for one_ in seen for words in kept_from(one_, self._desk.pack)]
            facts = replace(facts, made_on=self._desk.today, stood_on=stood_on)
            findings = find(facts, list(dict.fromkeys(kept)), settled or {})
            reason = _reason(session, family.id, reader_ids)
        facts = replace(cleared(facts, findings), language=style.language)
        paper = fitted(replace(kind.build(facts), letters=style.letters))
        return PlanCopy(
            document=document,
            title=kind.title,
            family_id=family.id,
            meeting_id=meeting_id,
            reader_ids=tuple(reader_ids),
            readers=readers,
            left_out=facts.left_out + len(about.allow.unknown),
            version=version,
            file_name=_file_name(family.reference, document, version, stood_on),
            pdf=write_pdf(paper),
            paper=paper,
            is_outside=facts.is_outside,
            reason=reason,
            findings=findings,
            stood_on=stood_on,
            language=style.language,
            logo_fault="" if facts.is_outside else self._desk.pack.logo_fault,
        )

    def save(
        self,
        copy: PlanCopy,
        path: Path,
        decided: Decided | None = None,
        way: str = PDF,
        password: str = "",
    ) -> DocumentIssued:
        """Write a copy, and record for whom it was made; a PDF is the very one looked at.

        A copy that cannot be recorded is not written, and one that cannot be written is not
        recorded. The password of a locked one is kept nowhere.
        """
        written = content(way, copy.pdf, copy.paper, password)
        issued = self._as_issued(copy, way, decided, written)
        with self._desk.store.write(_record_words(copy, "made"), copy.family_id) as session:
            session.add(issued)
            session.flush()
            write_file(path, written)
        return issued

    def new_password(self) -> str:
        """Five words for a locked copy, by chance; whoever makes it tells them to its reader."""
        return generate(secrets.choice)

    def record_printed(self, copy: PlanCopy, decided: Decided | None = None) -> DocumentIssued:
        """Record that the very bytes that were looked at went to a printer."""
        issued = self._as_issued(copy, PRINTED, decided, copy.pdf)
        with self._desk.store.write(_record_words(copy, "printed"), copy.family_id) as session:
            session.add(issued)
        return issued

    def refuse_unsettled(self, copy: PlanCopy) -> None:
        """Raise while a text of this copy that seems to give something away is not decided on."""
        if not copy.is_settled:
            raise UserError(
                "No copy was made: something in it has to be looked at first.",
                "Some words seem to say what this reader must not learn. Decide about each, "
                "above the pages: leave it out of this copy, or say that it may stand.",
            )

    def refuse_unrecorded(self) -> None:
        """Raise when no copy can be recorded here, so that none leaves the program."""
        if self._desk.store.is_read_only:
            raise UserError(
                "No copy was made: these records can only be read here.",
                "Every copy that leaves is written down, and that is not possible here. "
                "Copy the records to a folder you may write to, or ask whoever set this up.",
            )

    def _as_issued(
        self, copy: PlanCopy, way: str, decided: Decided | None, written: bytes
    ) -> DocumentIssued:
        self.refuse_unsettled(copy)
        reason = (decided.reason if decided else copy.reason).strip()
        decided_by = decided.by if decided else self._desk.owner_id
        if not reason and any(one.settlement is Settlement.MAY_STAND for one in copy.findings):
            raise NO_REASON
        return DocumentIssued(
            reason=reason or None,
            decided_by=decided_by if copy.left_out or copy.findings else None,
            settled=[one.as_json() for one in copy.findings],
            family_id=copy.family_id,
            meeting_id=copy.meeting_id,
            document=copy.document,
            readers=[str(reader_id) for reader_id in copy.reader_ids],
            version=copy.version,
            digest=hashlib.sha256(written).hexdigest(),
            left_out=copy.left_out,
            made_at=self._desk.now_text,
            how=way,
            language=copy.language,
        )

    def usual_meeting(self, family_id: UUID, document: str = "") -> UUID | None:
        """The meeting that a document usually is of, else the one whose plan is in force.

        None when no meeting is planned yet.
        """
        kind = DOCUMENTS.get(document)
        with self._desk.store.read() as session:
            next_one = kind is not None and kind.before_meeting
            return usual_meeting(session, family_id, next_one=next_one)

    def usual_readers(
        self,
        document: str,
        meeting_id: UUID | None,
        family_id: UUID | None = None,
        instead: Usual | None = None,
    ) -> list[UUID]:
        """Whose copy this document usually is, or is `instead`, as far as the meeting tells."""
        usual = instead or DOCUMENTS[document].usual
        with self._desk.store.read() as session:
            if meeting_id is None:
                is_chosen = instead is not None
                return usual_without_meeting(session, _known(family_id), usual, is_chosen=is_chosen)
            return usual_readers(session, one(session, Meeting, meeting_id), usual)

    def issued(self, family_id: UUID) -> list[DocumentIssued]:
        """What was made for whom, oldest first."""
        with self._desk.store.read() as session:
            return living(session, DocumentIssued, family_id=family_id)


def _next_version(issued: Sequence[DocumentIssued], reader_ids: Sequence[UUID]) -> int:
    """Counted for these readers alone: how many others hold a copy is not theirs to learn."""
    mine = [row.version for row in issued if set(map(UUID, row.readers)) == set(reader_ids)]
    return max(mine, default=0) + 1


def _file_name(reference: str, document: str, version: int, stood_on: date | None) -> str:
    stood = f" as at {stood_on.isoformat()}" if stood_on else ""
    return f"{reference} {document.replace('_', ' ')}{stood} version {version}"


def _record_words(copy: PlanCopy, how: str) -> str:
    day = date_words(copy.stood_on.isoformat()) if copy.stood_on else ""
    return f"Record that a plan{f' as it stood on {day}' if day else ''} was {how}"


def _style_for(document: str, wished: CopyStyle | None) -> CopyStyle:
    """The style that was wished for, as far as the document is made in it."""
    kind, wished = DOCUMENTS[document], wished or CopyStyle()
    return CopyStyle(
        language=wished.language if kind.translated else ENGLISH_CODE,
        letters=wished.letters if kind.for_learners else Letters.USUAL,
    )


def _check_readers(kind: DocumentKind, reader_ids: Sequence[UUID]) -> None:
    if not reader_ids:
        raise UserError(
            "The paper was not made.", "Choose who this copy is for: it shows what they may see."
        )
    if kind.for_one and len(reader_ids) > 1:
        raise UserError(
            "The paper was not made.", "This paper is for one person. Choose one, and no more."
        )


def _reason(session: Session, family_id: UUID, reader_ids: Sequence[UUID]) -> str:
    """Why facts are kept from these readers, as it was written when they were protected."""
    rows = living(session, ProtectedFact, family_id=family_id)
    reasons = [row.reason for row in rows if row.reason and row.person_id in reader_ids]
    return "; ".join(dict.fromkeys(reasons))


def _known(family_id: UUID | None) -> UUID:
    if family_id is None:
        raise LookupError("a copy is of a meeting or of a family")
    return family_id
