"""The chain of one folder of records, and the notes outside the file of how far it went."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from taf_desktop.store.anchor import Anchor
from taf_desktop.store.journal import Step
from taf_desktop.store.replay import strays_in_slices
from taf_desktop.store.seal_breaks import Reading, breaks_in_slices
from taf_desktop.store.seals import (
    START,
    Head,
    chain_key,
    head_of,
    is_on_chain,
    seal,
    seal_all,
)

BEHIND = "steps that were written are missing at the end: the file is an older one, or was cut off"
"""What is told when the journal does not reach as far as it once did."""
NO_NOTE = "the note of how far the journal went is missing"


class Chain:
    """Seals what is written, and tells what was changed by anything else.

    There is a note beside the records and one beside their backups, so that records which are put
    back together with their own note are still told. Where the records do not reach as far as the
    notes say, the notes stay: that has to show.
    """

    def __init__(self, folder: Path, backups: Path, data_key: bytes) -> None:
        self._anchor, self._beside_backups = Anchor(folder), Anchor(backups)
        self._anchors = (self._anchor, self._beside_backups)
        self._key = chain_key(data_key)
        self._is_in_line = False

    def check_ends(self, session: Session) -> bool:
        """Whether the journal still has every end that was noted outside the file."""
        for anchor in self._anchors:
            if any(is_on_chain(session, head) for head in anchor.next_heads()):
                # A change of the key was broken off after the records were exchanged.
                anchor.begin_again(head_of(session))
        noted = [head for anchor in self._anchors for head in anchor.heads()]
        self._is_in_line = all(is_on_chain(session, head) for head in noted)
        return self._is_in_line

    def _begin_again(self, head: Head) -> None:
        self._anchor.begin_again(head)
        if self._beside_backups.heads():
            self._beside_backups.begin_again(head)

    def seal(self, session: Session, step: Step) -> Head | None:
        """Seal a step in its own transaction, if it changed anything."""
        session.flush()
        return seal(session, step, self._key) if step in session else None

    def note(self, head: Head | None) -> None:
        """Note how far the journal goes, after that is kept."""
        if head is not None and self._is_in_line:
            self._anchor.note(head)

    def note_backup(self, session: Session) -> None:
        """Note beside the backups how far the journal goes in the newest of them."""
        if self._is_in_line:
            self._beside_backups.begin_again(head_of(session))

    def breaks(self, reading: Reading) -> Iterator[list[str]]:
        """What does not fit together, in a few words each, with nothing held between two slices.

        When the records get another key meanwhile, it begins again.
        """
        key = self._key
        for found in self._slices(reading, key):
            if self._key is not key:
                yield from self.breaks(reading)
                return
            yield found

    def _slices(self, reading: Reading, key: bytes) -> Iterator[list[str]]:
        yield from breaks_in_slices(reading, key)
        yield from strays_in_slices(reading)
        with reading() as session:
            found = list(self._outside(session))
        yield found

    def _outside(self, session: Session) -> Iterator[str]:
        if not self._anchor.heads() and head_of(session) != START:
            yield NO_NOTE
        if not self.check_ends(session):
            yield BEHIND

    def accept(self, session: Session) -> None:
        """Take these records for the newest, as after a backup was put back on purpose."""
        self._begin_again(head_of(session))
        self._is_in_line = True

    def expect(self, session: Session) -> None:
        """Take other records, which are open here, for the newest: they are put in place next."""
        self._begin_again(head_of(session))
        # What these records still write must not move the notes on.
        self._is_in_line = False

    def before_turning(self, head: Head) -> None:
        """Note the end under the next key, before the records under it are put in place."""
        for anchor in self._anchors if self._is_in_line else ():
            if anchor.heads():
                anchor.note_next(head)

    def turn(self, next_key: bytes, head: Head) -> None:
        """Go on under the next key."""
        self._key = chain_key(next_key)
        if self._is_in_line:
            self._begin_again(head)


def seal_older(folder: Path, data_key: bytes, connection: Connection) -> None:
    """Seal what was written before there were seals, in the transaction that makes their table."""
    with Session(connection) as session:
        head = seal_all(session, chain_key(data_key))
    if head != START and not Anchor(folder).heads():
        Anchor(folder).note(head)
