"""Labels that show exactly what they are given: never mark-up, never cut off."""

import re
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from taf_desktop.ui.theme import Tone

_LONG_RUN = re.compile(r"\S{24,}")
_WIDE = 16_777_215
_BREAK = "\u200b"


def set_mark(widget: QWidget, **marks: str) -> None:
    """Give a widget the properties that the stylesheet tells it by, and dress it again."""
    if all(widget.property(name) == value for name, value in marks.items()):
        return
    for name, value in marks.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def show_if(widget: QWidget, shown: bool) -> None:
    """Show or hide a widget that may not stand anywhere yet.

    Qt makes a window of its own of a widget that is shown before it has a parent.
    """
    if widget.parentWidget() is not None or not shown:
        widget.setVisible(shown)
    else:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)


def _breakable(words: str) -> str:
    """The words with invisible places to break runs that have none."""
    return _LONG_RUN.sub(
        lambda run: _BREAK.join(re.findall(".{1,12}", run.group(), re.DOTALL)), words
    )


class Label(QLabel):
    """Plain words that wrap; a run of letters without spaces wraps as well."""

    kind = ""

    def __init__(self, words: str = "", bold: bool = False, wrap: bool = True) -> None:
        super().__init__()
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setIndent(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setProperty("kind", "bold" if bold else self.kind)
        self.setText(words)

    def setText(self, words: str) -> None:  # noqa: N802 (overrides Qt)
        """Show these words, exactly."""
        if words == self._words == QLabel.text(self):
            return
        self._words = words
        shown = _breakable(words)
        super().setText(shown)
        self.setAccessibleName(words if shown != words else "")
        self.updateGeometry()

    def text(self) -> str:
        """The words as they were given."""
        return self._words

    def set_ink(self, tone: Tone) -> None:
        """Write in the colour of a tone; the words must say it too."""
        set_mark(self, ink=tone.value)

    def sizeHint(self) -> QSize:
        """As wide as the words on one line, or as a comfortable column."""
        if not self.wordWrap() or not self._words:
            return super().sizeHint()
        self.ensurePolished()
        margins = self.contentsMargins()
        flat = self.fontMetrics().size(0, QLabel.text(self))
        column = self.fontMetrics().averageCharWidth() * 60
        across = margins.left() + margins.right() + 2 * self.frameWidth() + 2
        width = min(flat.width(), column) + across
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word, and one line."""
        if not self.wordWrap():
            return super().sizeHint()
        self.ensurePolished()
        metrics = self.fontMetrics()
        words = QLabel.text(self).replace(_BREAK, " ").split()
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        margins = self.contentsMargins()
        across = margins.left() + margins.right() + 2 * self.frameWidth() + 2
        return QSize(longest + across, metrics.height() + margins.top() + margins.bottom())


class Heading(Label):
    """A heading: 1 is the page's question, 2 a card's, 3 a question within a card."""

    def __init__(self, words: str = "", level: int = 1) -> None:
        self.kind = f"heading{level}"
        super().__init__(words)
        self.level = level


class Hint(Label):
    """What helps to answer; stands above the box."""

    kind = "hint"


class Aside(Label):
    """Small words that are said by the way."""

    kind = "aside"


class Problem(Label):
    """What is not right with an answer, beginning with the word "Error"."""

    kind = "problem"

    def __init__(self) -> None:
        super().__init__("")
        self.hide()

    def show_problem(self, words: str | None) -> None:
        """Say what is not right; None when all is well."""
        self.setText(f"Error: {words}" if words else "")
        show_if(self, bool(words))


class Pill(Label):
    """A status in words on a coloured ground."""

    kind = "pill"

    def __init__(self, words: str = "", tone: Tone = Tone.INFO) -> None:
        super().__init__(words)
        self.setContentsMargins(8, 2, 8, 2)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.set(words, tone)

    def set(self, words: str, tone: Tone) -> None:
        """Change the words and what they mean."""
        self.setText(words)
        set_mark(self, tone=tone.value)


def breakable(folder: Path) -> str:
    """A path that may go on in a second line after each of its parts."""
    zero_width_space = "\u200b"
    return str(folder).replace("/", f"/{zero_width_space}").replace("\\", f"\\{zero_width_space}")
