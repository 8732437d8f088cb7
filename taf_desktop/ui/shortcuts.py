"""Every key that does something, in one list that the Keyboard page shows."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

EVERYWHERE = "Everywhere"


@dataclass(frozen=True)
class Shortcut:
    """One key, what it does in words, and where."""

    keys: str
    words: str
    area: str
    action: QAction | None = None


class Shortcuts:
    """Makes one action for each key and remembers it; the same key again replaces the old."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._all: dict[tuple[str, str], Shortcut] = {}

    def add(
        self,
        keys: str,
        words: str,
        on_press: Callable[[], object],
        area: str = EVERYWHERE,
        within: QWidget | None = None,
    ) -> QAction:
        """Let a key do something: in the whole window, or only `within` a widget."""
        holder = within or self._window
        old = self._all.pop((keys, area), None)
        if old is not None:
            self._remove(old.action)
        action = QAction(words, holder)
        action.setShortcut(QKeySequence(keys))
        scope = Qt.ShortcutContext
        inside = scope.WidgetWithChildrenShortcut if within else scope.WindowShortcut
        action.setShortcutContext(inside)
        action.triggered.connect(lambda *_: on_press())
        holder.addAction(action)
        self._all[keys, area] = Shortcut(keys, words, area, action)
        return action

    def hold(self, but: Collection[str]) -> None:
        """Let the keys of the whole window do nothing, but these."""
        for shortcut in self._all.values():
            if shortcut.action is not None and isValid(shortcut.action):
                shortcut.action.setEnabled(shortcut.keys in but)

    def let_go(self) -> None:
        """Let every key do again what it did."""
        for shortcut in self._all.values():
            if shortcut.action is not None and isValid(shortcut.action):
                shortcut.action.setEnabled(True)

    def tell(self, keys: str, words: str, area: str) -> None:
        """List a key that a box acts on by itself."""
        self._all[keys, area] = Shortcut(keys, words, area)

    def clear(self) -> None:
        """Let no key do anything any more."""
        for shortcut in self._all.values():
            self._remove(shortcut.action)
        self._all.clear()

    def _remove(self, action: QAction | None) -> None:
        """Take a key away, unless it went together with the page that held it."""
        if action is not None and isValid(action):
            self._window.removeAction(action)
            action.setEnabled(False)
            action.deleteLater()

    def areas(self) -> dict[str, list[Shortcut]]:
        """All keys by area, in the order in which they were added."""
        found: dict[str, list[Shortcut]] = {}
        for shortcut in self._all.values():
            found.setdefault(shortcut.area, []).append(shortcut)
        return found
