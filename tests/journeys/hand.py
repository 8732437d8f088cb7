"""A person at the keyboard: goes to things by their name, types, chooses, presses; nothing else."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QRadioButton, QWidget

from taf_desktop.ui.widgets import Card, TickBox
from taf_desktop.ui.window import MainWindow
from tests.accessibility.walk import settle

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
MOST_STEPS = 400
"""Presses of Tab after which something counts as out of reach."""


class OutOfReachError(AssertionError):
    """Tab went all the way round and never came to it."""


class Hand:
    """Works a window as somebody does who has no mouse."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def at(self) -> QWidget:
        """What has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None, "the focus went nowhere"
        return widget

    def strike(self, key: Key | str, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press one key, and let nothing happen but what it does at once."""
        QTest.keyClick(self.at, key, modifier)

    def key(self, key: Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press one key."""
        self.strike(key, modifier)
        settle()

    def keys(self, words: str) -> None:
        """Type words where the focus is."""
        QTest.keyClicks(self.at, words)
        settle()

    def tab_until(self, wanted: Callable[[QWidget], bool], what: str) -> QWidget:
        """Press Tab until the focus is on what is wanted."""
        met = []
        for _ in range(MOST_STEPS):
            now = self.at
            if wanted(now):
                return now
            met.append(now.accessibleName())
            self.strike(Key.Key_Tab)
            if self.at is now:
                raise OutOfReachError(f"Tab stays on {now.accessibleName()!r}")
        round_once = list(dict.fromkeys(met))
        raise OutOfReachError(f"Tab never came to {what!r}, only to {round_once}")

    def to(self, name: str) -> QWidget:
        """Go to the thing with this name."""
        return self.tab_until(lambda widget: _named(widget, name), name)

    def fill(self, name: str, words: str) -> None:
        """Write words into a box, in place of what stands there."""
        self.to(name)
        self.key(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.keys(words)

    def day(self, name: str, day: str) -> None:
        """Write a day such as "29 January 2026" into its three boxes."""
        for part, words in zip(("day", "month", "year"), day.split(), strict=True):
            self.fill(f"{name}, {part}", words)

    def moment(self, name: str, day: str, time: str) -> None:
        """Write a day and a time."""
        self.day(name, day)
        self.fill(f"{name}, time", time)

    def press(self, name: str) -> None:
        """Press a button."""
        self.to(name)
        self.key(Key.Key_Return)

    def tick(self, *names: str, question: str = "") -> None:
        """Tick boxes that are not ticked yet."""
        for name in names:
            box = self.tab_until(
                lambda widget, name=name: (
                    isinstance(widget, TickBox)
                    and _named(widget, name)
                    and widget.accessibleDescription().startswith(question)
                ),
                f"{question} {name}".strip(),
            )
            assert isinstance(box, TickBox)
            if not box.value():
                self.key(Key.Key_Space)

    def choose(self, question: str, answer: str, card: str = "") -> None:
        """Choose one answer of a question, in a list that opens or among radio buttons.

        Where a page asks the same of several people, `card` is how the title of the card ends.
        """
        widget = self.tab_until(
            lambda one: _asks(one, question) and (not card or _card_of(one).endswith(card)),
            f"{question} ({card})" if card else question,
        )
        if isinstance(widget, QComboBox):
            self._choose_in_list(widget, answer)
        else:
            self._choose_radio(answer)

    def _choose_in_list(self, box: QComboBox, answer: str) -> None:
        found = box.findText(answer, Qt.MatchFlag.MatchStartsWith)
        assert found >= 0, f"{answer!r} is not in {[box.itemText(n) for n in range(box.count())]}"
        self.key(Key.Key_Home)
        while box.currentIndex() < found:
            before = box.currentIndex()
            self.key(Key.Key_Down)
            assert box.currentIndex() > before, "the list does not follow the arrow key"

    def _choose_radio(self, answer: str) -> None:
        met: list[str] = []
        for way in (Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Up, Key.Key_Right) * 2:
            before = None
            while before is not self.at:
                if self.at.accessibleName().startswith(answer):
                    self.key(Key.Key_Space)
                    return
                met.append(self.at.accessibleName())
                before = self.at
                self.key(way)
        raise OutOfReachError(f"{answer!r} is not among {sorted(set(met))}")

    def rail(self, words: str) -> None:
        """Go to a page through the rail."""
        rail = self.window.rail_bar
        for _ in range(4):
            if rail.isAncestorOf(self.at):
                break
            self.key(Key.Key_F6)
        self.press(words)

    def reads(self) -> str:
        """All words that stand on the page now."""
        page = self.window.navigator.page
        assert page is not None
        return "\n".join(
            label.text() for label in page.findChildren(QLabel) if label.isVisible()
        ).replace("\u200b", "")


def _asks(widget: QWidget, question: str) -> bool:
    """Whether a widget is where a question with several answers is answered."""
    if isinstance(widget, QComboBox):
        return _named(widget, question)
    told = widget.accessibleDescription()
    return isinstance(widget, QRadioButton) and told.startswith(question)


def _card_of(widget: QWidget) -> str:
    """The title of the card that a widget stands on, or nothing."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, Card):
        above = above.parentWidget()
    return above.accessibleName() if above is not None else ""


def _named(widget: QWidget, name: str) -> bool:
    """Whether a widget has this name, or it and how it stands; "Change: No on…" is a beginning."""
    own = widget.accessibleName()
    if name.endswith("…"):
        return own.startswith(name[:-1])
    return own == name or own.startswith(f"{name},")
