"""Buttons: one primary a page, the others quieter; and a whole row that can be pressed."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from taf_desktop.ui.theme import current
from taf_desktop.ui.widgets.text import Aside, Label, Pill, set_mark, show_if

Action = Callable[[], object]
"""What happens on a press."""


class Button(QPushButton):
    """A button with words; Enter presses it as Space does."""

    kind = "secondary"

    def __init__(self, words: str, on_click: Action | None = None, name: str = "") -> None:
        super().__init__(words.replace("&", "&&"))
        self._words = words
        self.setProperty("kind", self.kind)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name or words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if on_click is not None:
            self.clicked.connect(lambda *_: on_click())

    def words(self) -> str:
        """The words on the button, as they were given."""
        return self._words

    def set_words(self, words: str, name: str = "") -> None:
        """Change the words, and the name when it must say more."""
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(name or words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too, as people expect of links and rows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class PrimaryButton(Button):
    """The one thing to do next on a page."""

    kind = "primary"


class SecondaryButton(Button):
    """Another thing that can be done."""


class _Long(Button):
    """A button with many words: in two lines where there is no room for one."""

    def __init__(self, words: str, on_click: Action | None = None, name: str = "") -> None:
        super().__init__(words, on_click, name)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _in_two(self) -> str:
        """The words broken at the space nearest the middle."""
        middle = len(self._words) // 2
        spaces = [at for at, letter in enumerate(self._words) if letter == " "]
        if not spaces:
            return self._words
        at = min(spaces, key=lambda one: abs(one - middle))
        return f"{self._words[:at]}\n{self._words[at + 1 :]}"

    def _wide(self, words: str) -> int:
        """How wide the button is with these words."""
        metrics = self.fontMetrics()
        lines = [metrics.horizontalAdvance(line) for line in words.split("\n")]
        shown = self.text().replace("&&", "&").split("\n")
        now = max(metrics.horizontalAdvance(line) for line in shown)
        return super().sizeHint().width() - now + max(lines)

    def _high(self, lines: int) -> int:
        metrics = self.fontMetrics()
        shown = self.text().count("\n") + 1
        return super().sizeHint().height() + (lines - shown) * metrics.lineSpacing()

    def sizeHint(self) -> QSize:
        """All on one line."""
        return QSize(self._wide(self._words), self._high(1))

    def minimumSizeHint(self) -> QSize:
        """Broken in two."""
        return QSize(self._wide(self._in_two()), self._high(1))

    def hasHeightForWidth(self) -> bool:
        """Two lines are higher than one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the lines that this width needs."""
        return self._high(1 if width >= self._wide(self._words) else 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words, or put them on one line again."""
        super().resizeEvent(event)
        fits = event.size().width() >= self._wide(self._words)
        wanted = (self._words if fits else self._in_two()).replace("&", "&&")
        if wanted != self.text():
            self.setText(wanted)


class LongButton(_Long):
    """Another thing that can be done, in many words."""


class LongLink(_Long):
    """Many words that take a person elsewhere or open something."""

    kind = "link"


class QuietButton(Button):
    """A thing that is seldom done."""

    kind = "quiet"


class LinkButton(Button):
    """Words that take a person elsewhere or open something."""

    kind = "link"


class BoxButton(Button):
    """A button that holds a layout of labels instead of one line of words."""

    def __init__(self, on_click: Action | None = None, name: str = "") -> None:
        super().__init__("", on_click, name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def put(self, widget: QWidget) -> None:
        """Let presses go through a label to the button."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """What the labels wish for."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What the labels need."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """The labels wrap, so the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped labels."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else -1


class RowButton(BoxButton):
    """A whole row that can be pressed: name and aside, when, and a status in words."""

    kind = "row"

    def __init__(
        self,
        title: str,
        aside: str = "",
        *,
        when: str = "",
        when_aside: str = "",
        pill: Pill | None = None,
        on_click: Action | None = None,
    ) -> None:
        self._pill, self._chosen = pill, False
        self._title, self._aside = Label(title, bold=True), Aside(aside)
        self._when = tuple(part for part in (when, when_aside) if part)
        super().__init__(on_click, "")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 12, 16, 12)
        self._row.setSpacing(12)
        has_when = bool(when or when_aside)
        self._row.addWidget(self._column(self._title, self._aside, 5), 5)
        if has_when:
            self._row.addWidget(self._column(Label(when), Aside(when_aside), 3), 3)
            self._row.addWidget(self._column(pill, None, 3), 3)
        elif pill is not None:
            self.put(pill)
            self._row.addWidget(pill, 0, Qt.AlignmentFlag.AlignVCenter)
        self._say()

    def set_chosen(self, chosen: bool) -> None:
        """Mark the row as the one whose details are shown beside it."""
        self._chosen = chosen
        set_mark(self, chosen="true" if chosen else "false")
        self._say()

    def show_words(self, title: str, aside: str) -> None:
        """Show other words where the row stands, so that it is not lost under a press."""
        for label, words in ((self._title, title), (self._aside, aside)):
            label.setText(words)
            show_if(label, bool(words))
        self._say()

    def _say(self) -> None:
        """Tell a screen reader what stands on the row."""
        pill = self._pill.text() if self._pill is not None else ""
        beside = "shown beside" if self._chosen else ""
        parts = (self._title.text(), self._aside.text(), *self._when, pill, beside)
        self.setAccessibleName(", ".join(part for part in parts if part))

    def _column(self, label: Label | None, aside: Aside | None, share: int) -> QWidget:
        """One column of the row, as wide as its share, so that rows stand below each other."""
        holder = QWidget()
        self.put(holder)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHorizontalStretch(share)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addStretch(1)
        for one in (label, aside):
            if one is not None:
                self.put(one)
                column.addWidget(one)
                show_if(one, bool(one.text()))
        column.addStretch(1)
        return holder

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One below the other when there is little room."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        narrow = self.width() < current().px(380)
        wanted = way.TopToBottom if narrow else way.LeftToRight
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)
            self._row.setSpacing(2 if narrow else 12)
            self.updateGeometry()
