"""What every service works with: the open store, the pack, the clock and who is at the desk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from taf_desktop.packs.pack import Pack
from taf_desktop.store.store import Store

Clock = Callable[[], datetime]
"""Tells the time now, with its zone."""


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The open store, its pack, the clock, and the person who unlocked it."""

    store: Store
    pack: Pack
    clock: Clock
    owner_id: UUID

    @property
    def today(self) -> date:
        """The day it is on this laptop."""
        return self.clock().date()

    @property
    def today_text(self) -> str:
        """The day it is, as a partial date in text."""
        return self.today.isoformat()

    @property
    def now_text(self) -> str:
        """The moment it is, to the minute, as text."""
        return self.clock().strftime("%Y-%m-%dT%H:%M")
