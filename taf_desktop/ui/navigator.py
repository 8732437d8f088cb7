"""Goes from page to page, and back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from taf_desktop.ui.page import Page

Argument = Any
"""What a page is opened for: an id, a part, a number."""

Guard = Callable[[str, dict[str, Any]], tuple[str, dict[str, Any]]]
"""Says which page is opened, and for what, when somebody wants to go to a page."""

MOST_STEPS_BACK = 100


def _let_through(name: str, args: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    return name, args


class Navigator(QObject):
    """Makes each page once, opens it with arguments, and remembers the way."""

    moved = Signal(str)

    def __init__(self, show: "Callable[[Page], None]") -> None:
        super().__init__()
        self._show = show
        self._factories: dict[str, Callable[[], Page]] = {}
        self._pages: dict[str, Page] = {}
        self._way: list[tuple[str, dict[str, Any]]] = []
        self.page: Page | None = None
        self.is_held = False
        self.guard: Guard = _let_through

    def register(self, name: str, factory: "Callable[[], Page]") -> None:
        """Say how a page is made when somebody first goes there."""
        self._factories[name] = factory

    def knows(self, name: str) -> bool:
        """Whether there is such a page."""
        return name in self._factories

    def go(self, name: str, **args: Argument) -> bool:
        """Open a page; False when the page before is held, or could not save, and stays."""
        if self.is_held:
            return False
        if self.page is not None and not self.page.leave():
            return False
        name, args = self.guard(name, args)
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = self._factories[name]()
            page.name = page.name or name
        if not page.passing:
            self._note_step((name, args))
        page.open(**args)
        self.page = page
        self._show(page)
        self.moved.emit(name)
        return True

    def _note_step(self, step: tuple[str, dict[str, Any]]) -> None:
        if not self._way or self._way[-1] != step:
            self._way.append(step)
            del self._way[:-MOST_STEPS_BACK]

    def back(self) -> bool:
        """Go one page back; False when there is none, or this page could not save."""
        here = 0 if self.page is not None and self.page.passing else 1
        if self.is_held or len(self._way) <= here:
            return False
        if self.page is not None and not self.page.leave():
            return False
        way = list(self._way)
        del self._way[len(self._way) - here :]
        name, args = self._way.pop()
        went = self.go(name, **args)
        if self.page is not None and self.page.passing:
            self._way = way
        return went

    def forget_way(self) -> None:
        """Make this page the first, as after unlocking."""
        del self._way[:-1]

    def pages(self) -> "tuple[Page, ...]":
        """The pages that were made."""
        return tuple(self._pages.values())

    def drop_others(self) -> "tuple[Page, ...]":
        """Forget every page but the one that is shown, so that nothing stands behind it."""
        gone = tuple(page for page in self.pages() if page is not self.page)
        self._pages = {name: page for name, page in self._pages.items() if page is self.page}
        return gone

    def drop_pages(self) -> "tuple[Page, ...]":
        """Forget every page and the way, as when the records are locked; what was made."""
        made = self.pages()
        self._pages.clear()
        self._factories.clear()
        self._way.clear()
        self.guard = _let_through
        self.page = None
        return made
