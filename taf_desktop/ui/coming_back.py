"""What outlives a lock: why it was locked and which page to go back to; ids only, never words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from taf_desktop.ui.page import Page

BY_HAND = ""
"""Why it was locked, when somebody pressed Lock: they know."""


@dataclass(frozen=True, kw_only=True)
class ComingBack:
    """The page that was shown when it was locked, what it was opened for, by whom, and why."""

    why: str = BY_HAND
    person: UUID | None = None
    page: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)

    def as_text(self) -> str:
        """For the process that comes after this one."""
        args = {key: _told(value) for key, value in self.args.items()}
        told = {"why": self.why, "page": self.page, "args": args}
        return json.dumps(told | {"person": str(self.person) if self.person else ""})


NOWHERE = ComingBack()


def from_page(page: Page | None, person: UUID | None, why: str) -> ComingBack:
    """Where to come back to: the page, if what it was opened for can be told without words."""
    args = dict(page.whereabouts()) if page is not None else {}
    if page is None or not all(_can_be_told(value) for value in args.values()):
        return ComingBack(why=why)
    return ComingBack(why=why, person=person, page=page.name, args=args)


def from_text(text: str | None) -> ComingBack:
    """What the process before this one told; nothing when it is not understood."""
    try:
        told = json.loads(text or "")
        args = {str(key): _understood(value) for key, value in told["args"].items()}
        person = UUID(told["person"]) if told["person"] else None
        why, page = str(told["why"]), str(told["page"])
        return ComingBack(why=why, person=person, page=page, args=args)
    except (ValueError, KeyError, TypeError, AttributeError):
        return ComingBack()


def _can_be_told(value: object) -> bool:
    return value is None or isinstance(value, UUID | int | str)


def _told(value: object) -> object:
    return {"id": str(value)} if isinstance(value, UUID) else value


def _understood(value: object) -> object:
    return UUID(str(value["id"])) if isinstance(value, dict) else value
