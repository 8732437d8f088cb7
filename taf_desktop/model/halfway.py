"""Where somebody was, and what stood in the boxes that wait for Enter."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, MappedAsDataclass, mapped_column

from taf_desktop.model.base import Base


class Halfway(MappedAsDataclass, Base, kw_only=True):
    """The page somebody is on and their words that are no part of any record yet; one row each.

    It is no record: the journal does not keep what was never said to the end, nor undo it.
    """

    __tablename__ = "halfway"

    owner_id: Mapped[UUID] = mapped_column(primary_key=True)
    family_id: Mapped[UUID | None] = mapped_column(default=None)
    place: Mapped[str]
    boxes: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    at: Mapped[str]
