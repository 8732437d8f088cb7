"""Ctrl+Z in a meeting: only what was done in this meeting, and only where it is seen."""

from collections.abc import Callable

from taf_desktop.services.history import History
from taf_desktop.ui.navigator import Navigator
from taf_desktop.ui.pages.meeting.houses_page import HousesPage
from taf_desktop.ui.pages.meeting.meeting_page import MeetingPage

UNDO, REDO = "taken back", "done again"
COVERED = "Nothing is {}: the meeting is not shown."
ELSEWHERE = "Nothing is {}: what was done last was not done in this meeting."


class TakingBack:
    """Remembers on which part of a meeting each step was done, since the records were opened."""

    def __init__(self, navigator: Navigator, history: History) -> None:
        self._navigator, self._history = navigator, history
        self._shown: list[tuple[str, dict[str, object] | None]] = []
        """What was shown from when on: a part of a meeting, or another page."""

    def note(self, name: str, args: dict[str, object]) -> None:
        """Another page is about to be shown."""
        place = _place(name, args)
        if not self._shown or self._shown[-1][1] != place:
            self._shown.append((self._history.now(), place))

    def elsewhere(self, save: Callable[[], object]) -> object:
        """Save something that is not on the shared screen: Ctrl+Z there does not reach it."""
        place = self._shown[-1][1] if self._shown else None
        self._shown.append((self._history.now(), None))
        try:
            return save()
        finally:
            self._shown.append((self._history.now(), place))

    def _place_of(self, stamp: str) -> dict[str, object] | None:
        """Where a step was done; None when that was not in a meeting, or before all this."""
        return next((place for since, place in reversed(self._shown) if since < stamp), None)

    def guard(self, again: bool) -> str | None:
        """In a meeting: go where the step was done, or say why it stays as it is."""
        page, turned = self._navigator.page, REDO if again else UNDO
        if page is None or not page.meeting:
            return None
        if not isinstance(page, MeetingPage):
            return COVERED.format(turned)
        stamp = self._history.next_step(again=again)
        if stamp is None:
            return None
        place = self._place_of(stamp)
        if place is None or place["meeting_id"] != page.meeting_id:
            return ELSEWHERE.format(turned)
        if place != page.rail_key()[1]:
            self._navigator.go(page.name, **place)
        return None


def _place(name: str, args: dict[str, object]) -> dict[str, object] | None:
    """The part of a meeting that is shown; what a child draws is seen where it was asked for."""
    if name == HousesPage.name:
        args = {key: args[key] for key in ("family_id", "meeting_id")} | {"part": "family"}
    return args if name in (MeetingPage.name, HousesPage.name) else None
