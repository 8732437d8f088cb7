"""Erasing a family for good: the record, the copies that still hold it, and the proof."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from taf_desktop.documents.erasure_certificate import ErasureFacts, erasure_certificate
from taf_desktop.documents.pdf import write_pdf
from taf_desktop.errors import UserError
from taf_desktop.model.family import Family, Person
from taf_desktop.model.keeping import Erasure
from taf_desktop.services.backups import Backups
from taf_desktop.services.desk import Desk
from taf_desktop.services.keeping import Keeping, KeptFamily
from taf_desktop.services.records import living, one
from taf_desktop.store.atomic import write_atomically
from taf_desktop.store.backup_shelf import forget, gone_by, set_aside, shelf
from taf_desktop.store.erasing import erase_family, known_again
from taf_desktop.store.journal import Change
from taf_desktop.store.seals import Seal

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, kw_only=True)
class OldCopy:
    """A copy of the records in which an erased family still stands, or may stand.

    `gone_by` is None where a copy stays until somebody takes it away.
    """

    path: Path
    made_at: datetime
    gone_by: date | None


class Erasing:
    """Everything that cannot be taken back about letting go of a record."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._keeping, self._backups = Keeping(desk), Backups(desk)

    def erase(self, family_id: UUID, reason: str = "") -> Erasure:
        """Erase a family from the records and their journal; a UserError where it must stay.

        Before its time has come, a reason is needed; the note of the erasure keeps it.
        """
        kept = self._keeping.of(family_id)
        _check(kept, reason)
        self._refuse_names(family_id, reason)
        erasure = Erasure(
            reference=kept.reference,
            family=known_again(family_id),
            erased_at=self._desk.now_text,
            erased_by=self._desk.store.who,
            rule=kept.rule,
            due_on=kept.ends_on.isoformat() if kept.ends_on else None,
            reason=reason.strip() or None,
        )
        erase_family(self._desk.store, family_id, erasure)
        return erasure

    def _refuse_names(self, family_id: UUID, reason: str) -> None:
        """The reason outlives the record, and stands on the certificate."""
        with self._desk.store.read() as session:
            people = living(session, Person, family_id=family_id)
            family = one(session, Family, family_id)
        named = [family.name, *(name for person in people for name in _names(person))]
        written = set(_WORD.findall(reason.casefold()))
        if any(word in written for name in named for word in _WORD.findall(name.casefold())):
            raise UserError(
                "Nothing was erased: there is a name in the reason.",
                "The reason stays when the record is gone. Write it without names, such as “a "
                "parent asked for it”.",
            )

    def erasures(self) -> list[Erasure]:
        """Every erasure, the newest first."""
        with self._desk.store.read() as session:
            return list(reversed(living(session, Erasure)))

    def copies_with(self, family: str, second: Path | None = None) -> list[OldCopy]:
        """The copies that still hold a family, known by its digest, the newest first.

        A copy that cannot be looked into is counted: nobody can say that it does not.
        """
        copies = [*self._aged(self._backups.folder), *self._aged(second)]
        copies += [
            OldCopy(path=path, made_at=made_at, gone_by=None)
            for path, made_at in set_aside(self._desk.store.folder)
        ]
        return [copy for copy in copies if self._holds(copy.path, family)]

    def _aged(self, folder: Path | None) -> Iterator[OldCopy]:
        for backup in shelf(folder) if folder is not None else ():
            yield OldCopy(path=backup.path, made_at=backup.made_at, gone_by=gone_by(backup.made_at))

    def _holds(self, path: Path, family: str) -> bool:
        try:
            with self._desk.store.looking_into(path) as session:
                ids = session.scalars(select(Family.id))
                return any(known_again(family_id) == family for family_id in ids)
        except UserError:
            return True

    def take_away(self, copies: Sequence[OldCopy], second: Path | None = None) -> list[OldCopy]:
        """Make a new copy of the records as they are, then take these away; those that stayed."""
        self._backups.make(second)
        return [copy for copy in copies if not forget(copy.path)]

    def certificate(self, erasure_id: UUID, second: Path | None = None) -> bytes:
        """A page without names that says what was erased, as a PDF."""
        with self._desk.store.read() as session:
            erasure = one(session, Erasure, erasure_id)
            of_step = select(Seal).join(Change, Change.step_id == Seal.step_id)
            sealed = session.scalars(of_step.where(Change.record_id == erasure_id)).first()
        copies = self.copies_with(erasure.family, second)
        facts = ErasureFacts(
            reference=erasure.reference,
            erased_at=erasure.erased_at,
            erased_by=erasure.erased_by,
            rule=erasure.rule,
            due_on=erasure.due_on or "",
            reason=erasure.reason or "",
            rows=sum(erasure.counts.values()),
            steps=len(erasure.left_of_steps),
            copies=tuple(copy.gone_by.isoformat() if copy.gone_by else "" for copy in copies),
            entry=sealed.count if sealed else 0,
            seal=sealed.mac if sealed else "",
            organisation=self._desk.pack.branding.organisation,
            made_on=self._desk.today,
        )
        return write_pdf(erasure_certificate(facts))

    def save_certificate(self, pdf: bytes, path: Path) -> None:
        """Save that page where somebody chose."""
        try:
            write_atomically(path, pdf)
        except OSError:
            raise UserError(
                "The certificate was not saved.",
                "That folder cannot be written, or the disk is full. Choose another place.",
            ) from None


def _names(person: Person) -> list[str]:
    """What somebody is named, not what they are ("Mum")."""
    return [person.given_name, person.family_name, person.known_as or ""]


def _check(kept: KeptFamily, reason: str) -> None:
    if kept.hold is not None:
        raise UserError(
            "Nothing was erased: the record is on hold.",
            f"Reason: {kept.hold.reason} Lift the hold first, if that is over.",
        )
    if not kept.is_over and not reason.strip():
        raise UserError(
            "Nothing was erased: its time has not come.",
            "Write why the record goes earlier, for instance that the family asked for it.",
        )
