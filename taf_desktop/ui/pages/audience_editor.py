"""Who may see something: how far it may travel, to whom by name, and to whom never."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.model.audience import Audience, Level
from taf_desktop.packs.pack import Pack
from taf_desktop.ui.widgets import Choices, FlowRow, Label, TickBox
from taf_desktop.ui.widgets.text import show_if


class AudienceEditor(QWidget):
    """One choice, and ticks by name; `edited` carries the new audience."""

    edited = Signal(object)

    def __init__(self, pack: Pack, people: Sequence[tuple[str, str]], question: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        levels = [(code.code, code.label) for code in pack.lists["audience"]]
        self.level = Choices(question, levels)
        self.named = _Ticks("Shown to", people)
        self.never = _Ticks("Never shown to", people)
        for widget in (self.level, self.named, self.never):
            column.addWidget(widget)
        self.level.edited.connect(lambda _code: self._tell())
        for ticks in (self.named, self.never):
            ticks.edited.connect(self._tell)
        self.show_audience(Audience())

    def show_audience(self, audience: Audience) -> None:
        """Show who may see it now, without telling anybody."""
        self._agencies = audience.agencies
        self.level.set_value(audience.level.value)
        self.named.tick(audience.people)
        self.never.tick(audience.never)
        show_if(self.named, audience.level in (Level.NAMED, Level.LEAD))

    def audience(self) -> Audience:
        """Who may see it, as chosen."""
        level = Level(self.level.value() or Level.EVERYONE.value)
        people = self.named.ticked() if level in (Level.NAMED, Level.LEAD) else frozenset[UUID]()
        return Audience(
            level=level, people=people, agencies=self._agencies, never=self.never.ticked()
        )

    def _tell(self) -> None:
        chosen = self.audience()
        show_if(self.named, chosen.level in (Level.NAMED, Level.LEAD))
        self.edited.emit(chosen)


class _Ticks(QWidget):
    """A tick for each person, under a few words."""

    edited = Signal()

    def __init__(self, words: str, people: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(words, bold=True))
        self.boxes: dict[str, TickBox] = {}
        for person_id, name in people:
            box = TickBox(name)
            box.setAccessibleName(f"{words} {name}")
            box.edited.connect(lambda _on: self.edited.emit())
            self.boxes[person_id] = box
        column.addWidget(FlowRow(list(self.boxes.values())))

    def tick(self, people: frozenset[UUID]) -> None:
        """Show these people as ticked."""
        for person_id, box in self.boxes.items():
            box.set_value(UUID(person_id) in people)

    def ticked(self) -> frozenset[UUID]:
        """The people whose box is ticked."""
        return frozenset(UUID(one) for one, box in self.boxes.items() if box.value())


def audience_words(audience: Audience, pack: Pack, names: Mapping[str, str]) -> str:
    """Who may see something, in words; nothing when it is open to everyone."""
    never = [names[str(one)] for one in sorted(audience.never) if str(one) in names]
    told = [names[str(one)] for one in sorted(audience.people) if str(one) in names]
    parts = []
    if audience.level in (Level.NAMED, Level.LEAD) and told:
        parts.append(f"Shown only to {listed(told)}")
    elif audience.level is not Level.EVERYONE:
        parts.append(pack.lists["audience"].label(audience.level.value))
    if never:
        parts.append(f"Not shown to {listed(never)}")
    return ". ".join(parts)


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: "Mum, Nan and El"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
