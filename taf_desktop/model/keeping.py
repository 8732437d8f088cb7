"""What keeps a family's record from being let go of, and that one was erased."""

from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from taf_desktop.model.base import Record


class LegalHold(Record, kw_only=True):
    """That a family's record must not be erased, and why; lifted when that is over."""

    __tablename__ = "legal_hold"

    family_id: Mapped[UUID] = mapped_column(ForeignKey("family.id"), index=True)
    reason: Mapped[str]
    since: Mapped[str]
    set_by: Mapped[str]
    lifted_on: Mapped[str | None] = mapped_column(default=None)


class Erasure(Record, kw_only=True):
    """That a family with this reference was erased: when, by whom, by which rule; no name.

    `counts` says how many rows of which kind went, `left_of_steps` holds a digest of what is left
    of each step of the journal, by its id; `family` is the digest of an id, to know it again.
    """

    __tablename__ = "erasure"

    reference: Mapped[str]
    family: Mapped[str]
    erased_at: Mapped[str]
    erased_by: Mapped[str]
    rule: Mapped[str]
    due_on: Mapped[str | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)
    counts: Mapped[dict[str, Any]] = mapped_column(JSON, default_factory=dict)
    left_of_steps: Mapped[dict[str, Any]] = mapped_column(JSON, default_factory=dict)
