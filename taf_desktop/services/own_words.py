"""What is somebody's own: what they alone said or promised, and what anybody agreed to."""

import re
from collections.abc import Callable

from sqlalchemy import inspect

from taf_desktop.model.audience import Level, Reader, Standing
from taf_desktop.model.base import Record
from taf_desktop.model.episode import Agreement
from taf_desktop.model.meeting import Action, PlanAgreement
from taf_desktop.model.views import Statement
from taf_desktop.services.concerning import person_ids_in

_USUAL = {
    Statement: Level.EVERYONE,
    Action: Level.EVERYONE,
    PlanAgreement: Level.EVERYONE,
    Agreement: Level.TEAM,
}
"""Who may see such a record when nobody said otherwise: only then is it as its owner left it."""

NOT_THEIRS = (None, "not_asked")
"""Answers that were written about somebody, not given by them."""

_A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(T[\d:.+Z]*)?")

GivesAway = Callable[[Record], bool]
"""Whether the words of a record tell what its readers must not learn."""


def is_own(row: Record, reader: Reader) -> bool:
    """Whether a record is this reader's alone, and nobody has said who may see it."""
    usual = _USUAL.get(type(row))
    if usual is None or (reader.standing is not Standing.OUTSIDE and type(row) is not Agreement):
        return False
    audience = row.audience  # type: ignore[attr-defined]  # every such record has one
    given = getattr(row, "decision", "") not in NOT_THEIRS
    lists = [one for one in (audience, audience.also) if one is not None]
    untouched = all(one.level is usual and reader.person_id not in one.never for one in lists)
    return given and untouched and person_ids_in(row) == {reader.person_id}


def typed(row: Record) -> str:
    """Every text of a record, whatever it is called, but for the days on which it was said."""
    names = (column.key for column in inspect(type(row)).column_attrs)
    texts = [value for name in names if isinstance(value := getattr(row, name), str)]
    details = getattr(row, "details", None) or {}
    written = [*texts, *(str(value) for value in details.values())]
    return "\n".join(text for text in written if not _A_DAY.fullmatch(text))
