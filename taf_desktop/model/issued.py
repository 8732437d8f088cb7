"""What left the program, and what the store knows of itself."""

from uuid import UUID

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from taf_desktop.model.base import Record


class DocumentIssued(Record, kw_only=True):
    """A document that was made: for whom, which version, how much was left out, how it went.

    `settled` holds what was decided about texts that seemed to give something away, `decided_by`
    who decided, and `reason` why things were left out. `language` is that of its headings.
    """

    __tablename__ = "document_issued"

    family_id: Mapped[UUID] = mapped_column(ForeignKey("family.id"), index=True)
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"), default=None)
    document: Mapped[str]
    readers: Mapped[list[str]] = mapped_column(JSON, default_factory=list)
    version: Mapped[int]
    digest: Mapped[str]
    left_out: Mapped[int]
    made_at: Mapped[str]
    how: Mapped[str | None] = mapped_column(default=None)
    language: Mapped[str | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)
    decided_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), default=None)
    settled: Mapped[list[dict[str, str]]] = mapped_column(
        JSON, default_factory=list, server_default="[]"
    )


class StoreInfo(Record, kw_only=True):
    """The one row about the store itself: whose it is, which pack it uses, if it is practice.

    `openers` are the people who were let in by whoever started it, as ids in hexadecimal.
    """

    __tablename__ = "store_info"

    owner_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    pack_id: Mapped[str]
    practice: Mapped[bool] = mapped_column(default=False)
    openers: Mapped[list[str]] = mapped_column(JSON, default_factory=list, server_default="[]")
