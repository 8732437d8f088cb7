"""The words in the boxes of three columns that wait for Enter."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from taf_desktop.ui.pages.column_card import ColumnCard


def waiting_in(cards: Sequence[ColumnCard], goal_for: UUID | None) -> dict[str, Any]:
    """What stands in the boxes, by box, with the worry for which the next goal is."""
    found = {card.waiting: half for card in cards if (half := card.box.half()) is not None}
    worry = {"goal_for": str(goal_for)} if goal_for is not None else {}
    return {box: half | worry for box, half in found.items()}


def take_up_in(cards: Sequence[ColumnCard], boxes: Mapping[str, Any]) -> UUID | None:
    """Put it back; the worry for which the next goal was, if there was one."""
    worry_id = None
    for card in cards:
        half = boxes.get(card.waiting)
        if half is not None:
            card.box.take_up(half)
            worry_id = UUID(half["goal_for"]) if "goal_for" in half else worry_id
    return worry_id
