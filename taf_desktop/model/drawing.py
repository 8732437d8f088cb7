"""What a child drew, line by line, beside the words that say so."""

from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from taf_desktop.model.base import Record


class Drawing(Record, kw_only=True):
    """The lines of one drawing; who may see it is said by its statement.

    A stroke is {"ink": "black", "width": 6, "points": [[x, y], ...]} with whole numbers from 0 to
    1000 across and 0 to 750 down.
    """

    __tablename__ = "drawing"

    family_id: Mapped[UUID] = mapped_column(ForeignKey("family.id"), index=True)
    statement_id: Mapped[UUID] = mapped_column(ForeignKey("statement.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    title: Mapped[str]
    strokes: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default_factory=list)
