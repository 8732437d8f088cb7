"""Notes on a page: emptiness with a next step, problems with links, what is known already."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from taf_desktop.ui.announce import announce
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets.boxes import empty
from taf_desktop.ui.widgets.buttons import Action, LinkButton, SecondaryButton
from taf_desktop.ui.widgets.flow import FlowRow
from taf_desktop.ui.widgets.text import Aside, Heading, Label, show_if


class EmptyState(QWidget):
    """What an empty list is for, and one button to begin."""

    def __init__(self, words: str, button: str = "", on_click: Action | None = None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(12)
        self.words = Label(words)
        self.words.setProperty("kind", "under")
        column.addWidget(self.words)
        self.button = SecondaryButton(button, on_click)
        show_if(self.button, bool(button))
        column.addWidget(self.button)


class ErrorSummary(QFrame):
    """What is missing before something can be finished, each with a link to its place."""

    def __init__(self, title: str = "There is something to look at") -> None:
        super().__init__()
        self.setProperty("kind", "error")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.links: list[LinkButton] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(17, 13, 17, 13)
        self._title = Heading(title, 2)
        outer.addWidget(self._title)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        outer.addLayout(self._column)
        self.hide()

    def show_problems(self, problems: Iterable[tuple[str, QWidget]]) -> None:
        """List the problems and take the focus; with none, disappear."""
        empty(self._column)
        self.links = []
        for words, place in problems:
            link = LinkButton(words, partial(self._go, place))
            self.links.append(link)
            self._column.addWidget(link)
        show_if(self, bool(self.links))
        if self.links:
            spoken = f"{self._title.text()}: " + "; ".join(link.words() for link in self.links)
            self.setAccessibleName(spoken)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, spoken, urgent=True)

    @staticmethod
    def _go(place: QWidget) -> None:
        place.setFocus(Qt.FocusReason.ShortcutFocusReason)


class InsetNote(QFrame):
    """Words set apart by a bar and a first word, such as what is known from before."""

    def __init__(self, words: str, lead: str = "", tone: Tone = Tone.DUE) -> None:
        super().__init__()
        self.setProperty("kind", "note")
        self.setProperty("tone", tone.value)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 7, 10, 7)
        column.setSpacing(1)
        self.lead, self.words = Label(lead, bold=True), Label(words)
        show_if(self.lead, bool(lead))
        column.addWidget(self.lead)
        column.addWidget(self.words)


class StatementCard(QFrame):
    """One thing somebody said, who said it, and who sees it differently."""

    def __init__(
        self,
        words: str,
        said_by: str = "",
        *,
        exact: bool = False,
        disagreement: tuple[str, str] | None = None,
        disagreements: Sequence[tuple[str, str]] = (),
        aside: str = "",
        buttons: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 11, 16, 11)
        column.setSpacing(3)
        self.words = Label(f"“{words}”" if exact else words)
        column.addWidget(self.words)
        who = f"{said_by}, exact words" if exact and said_by else said_by
        small = " · ".join(part for part in (who, aside) if part)
        if small:
            column.addWidget(Aside(small))
        seen = [*disagreements, disagreement] if disagreement else disagreements
        for seen_by, their_words in seen:
            note = InsetNote(f"“{their_words}”", f"{seen_by}:", Tone.WORRIED)
            column.addWidget(note)
        if buttons:
            column.addWidget(FlowRow(buttons, gap=4))
