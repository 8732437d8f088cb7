"""What happened to the records without changing a word of them."""

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from taf_desktop.model.base import Record

LOOKED, TAKEN_FOR_NEWEST = "looked", "taken for newest"
"""Somebody looked at a family's record; older records were taken for the newest on purpose."""


class Occurrence(Record, kw_only=True):
    """That something happened to a family's record or to all records: what, who and when."""

    __tablename__ = "occurrence"

    family_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("family.id"), default=None, index=True
    )
    kind: Mapped[str]
    who: Mapped[str]
    at: Mapped[str]
