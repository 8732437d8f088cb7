"""Reading everything that can be found while somebody still types the first letters."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QTimer

from taf_desktop.services.search import Findable, Search, find


class WordsAhead(QObject):
    """All words of all families; read part by part whenever the window has nothing else to do."""

    def __init__(self, parent: QObject, search: Search) -> None:
        super().__init__(parent)
        self._search = search
        self._words: list[Findable] = []
        self._parts: Iterator[list[Findable]] | None = None
        self._typed, self._found = "", list[Findable]()
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._read_on)

    @property
    def is_whole(self) -> bool:
        """Whether everything is read already."""
        return self._parts is not None and not self._idle.isActive()

    def begin(self) -> None:
        """Start to read, unless that was done."""
        if self._parts is None:
            self._parts = self._search.in_parts()
            self._idle.start()

    def all(self) -> Sequence[Findable]:
        """Everything; what is not read yet is read now."""
        self.begin()
        while not self.is_whole:
            self._read_on()
        return self._words

    def find(self, typed: str) -> Sequence[Findable]:
        """Where these words stand; a letter more finds only what was found without it."""
        is_longer = bool(self._typed) and typed.startswith(self._typed)
        self._found = find(self._found if is_longer else self.all(), typed)
        self._typed = typed
        return self._found

    def forget(self) -> None:
        """Let go of what was read, because it may have changed or nobody looks for it."""
        self._idle.stop()
        self._typed, self._found = "", []
        self._words, self._parts = [], None

    def _read_on(self) -> None:
        part = next(self._parts, None) if self._parts is not None else None
        if part is None:
            self._idle.stop()
        else:
            self._words += part
