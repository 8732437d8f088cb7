"""The chain of one folder of records and the note beside them of how far it went."""

from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from taf_desktop.store.anchor import Anchor
from taf_desktop.store.journal import Step
from taf_desktop.store.replay import strays
from taf_desktop.store.seals import (
    START,
    Head,
    breaks,
    chain_key,
    head_of,
    is_on_chain,
    seal,
    seal_all,
)

BEHIND = "steps that were written are missing at the end: the file is an older one, or was cut off"
"""What is told when the journal does not reach as far as it once did."""


class Chain:
    """Seals what is written, and tells what was changed by anything else.

    Where the records do not reach as far as the note says, the note stays: that has to show.
    """

    def __init__(self, folder: Path, data_key: bytes) -> None:
        self._anchor = Anchor(folder)
        self._key = chain_key(data_key)
        self._is_in_line = False

    def check_ends(self, session: Session) -> bool:
        """Whether the journal still has every end that was noted outside the file."""
        if any(is_on_chain(session, head) for head in self._anchor.next_heads()):
            # A change of the key was broken off after the records were exchanged.
            self._anchor.begin_again(head_of(session))
        self._is_in_line = all(is_on_chain(session, head) for head in self._anchor.heads())
        return self._is_in_line

    def seal(self, session: Session, step: Step) -> Head | None:
        """Seal a step in its own transaction, if it changed anything."""
        session.flush()
        return seal(session, step, self._key) if step in session else None

    def note(self, head: Head | None) -> None:
        """Note how far the journal goes, after that is kept."""
        if head is not None and self._is_in_line:
            self._anchor.note(head)

    def breaks(self, session: Session) -> list[str]:
        """What does not fit together, in a few words each; nothing when all is well."""
        found = [*breaks(session, self._key), *strays(session)]
        if not self._anchor.heads() and head_of(session) != START:
            found.append("the note of how far the journal went is missing")
        return found if self.check_ends(session) else [*found, BEHIND]

    def accept(self, session: Session) -> None:
        """Take these records for the newest, as after a backup was put back on purpose."""
        self._anchor.begin_again(head_of(session))
        self._is_in_line = True

    def before_turning(self, head: Head) -> None:
        """Note the end under the next key, before the records under it are put in place."""
        if self._is_in_line:
            self._anchor.note_next(head)

    def turn(self, next_key: bytes, head: Head) -> None:
        """Go on under the next key."""
        self._key = chain_key(next_key)
        if self._is_in_line:
            self._anchor.begin_again(head)


def seal_older(folder: Path, data_key: bytes, connection: Connection) -> None:
    """Seal what was written before there were seals, in the transaction that makes their table."""
    with Session(connection) as session:
        head = seal_all(session, chain_key(data_key))
    if head != START and not Anchor(folder).heads():
        Anchor(folder).note(head)
