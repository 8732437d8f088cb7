"""The third step of the first start: the recovery code, shown, saved and confirmed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.ui.page import Shell
from taf_desktop.ui.pages.door import Door, Pick, pick_by_chance
from taf_desktop.ui.pages.start_step import StartStep
from taf_desktop.ui.widgets import (
    Aside,
    Columns,
    FlowRow,
    Heading,
    Label,
    SecondaryButton,
    TextBox,
)
from taf_desktop.ui.widgets.boxes import Card

_LOOKALIKES = str.maketrans("OIL", "011")
_WHOLE_GROUP = 4


class RecoveryPage(StartStep):
    """A code to keep on paper; two of its groups are typed back."""

    name = "start.recovery"
    step = 2
    next_words = "Open my records"

    def __init__(self, shell: Shell, door: Door, pick: Pick = pick_by_chance) -> None:
        super().__init__(shell, door)
        self._pick = pick
        self.set_heading(
            "What if you forget your passphrase?",
            "This recovery code opens your records too. Keep it on paper, away from the laptop: "
            "with your other keys, or in the office safe.",
        )
        self.code = self.card.add(CodeGroups())
        self.sheet = self.card.add(SecondaryButton("Save a sheet to print", self._save_sheet))
        self.saved = self.card.add(Aside(""))
        self.saved.hide()
        self._check = Card("To be sure that you have it")
        self._boxes = Columns((1, 1), stack_below=460)
        self.boxes: list[TextBox] = []
        self._check.add(Label("Copy two groups from your paper or sheet."))
        self._check.add(self._boxes)
        self.body.column.insertWidget(self.body.column.indexOf(self.card) + 1, self._check)

    def open(self, **args: object) -> None:
        """Show the code, the same one however often somebody goes back."""
        super().open(**args)
        first = self.door.first
        if not first.code:
            first.code = self.door.new_recovery_code()
            whole = [group for group in code_groups(first.code) if len(group) == _WHOLE_GROUP]
            first.asked = self._pick(2, len(whole))
            self._ask()
        self.code.show_groups(code_groups(first.code))

    def _ask(self) -> None:
        self.boxes = []
        for at, group in enumerate(self.door.first.asked):
            self._boxes.clear(at)
            box = TextBox(f"Group {group + 1}", "Four letters or digits")
            box.edited.connect(lambda _words, one=box: one.show_problem(None))
            self.boxes.append(self._boxes.add(at, box))

    def _save_sheet(self) -> None:
        def save() -> None:
            if self.door.save_recovery_sheet(self.door.first.code):
                self.saved.setText(
                    "The sheet is saved. Print it, then delete the file from this laptop."
                )
                self.saved.show()

        self.trouble.try_to(save)

    def go_on(self) -> None:
        """Go in, once both groups are right."""
        groups = code_groups(self.door.first.code)
        wrong = [
            (box, group)
            for box, group in zip(self.boxes, self.door.first.asked, strict=True)
            if _plain(box.text()) != groups[group]
        ]
        for box in self.boxes:
            box.show_problem(None)
        for box, group in wrong:
            box.show_problem(_differs(group, box.text()))
        if wrong:
            wrong[0][0].box.setFocus()
        else:
            self.trouble.try_to(self.door.make_records)


class CodeGroups(QWidget):
    """The groups of a code, large and numbered."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._row = FlowRow(gap=22)
        column.addWidget(self._row)
        # As high as its lines and no higher, also where the card has room to spare.
        self.setSizePolicy(self._row.sizePolicy())

    def show_groups(self, groups: list[str]) -> None:
        """Show these groups."""
        self._row.clear()
        self.setAccessibleName("Recovery code")
        self.setAccessibleDescription(", ".join(groups))
        for number, group in enumerate(groups, 1):
            self._row.add(_numbered(number, group))


def _numbered(number: int, group: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    small, large = Aside(f"Group {number}"), Heading(group, 1)
    small.setWordWrap(False)
    large.setWordWrap(False)
    column.addWidget(small)
    column.addWidget(large)
    return holder


def code_groups(code: str) -> list[str]:
    """The groups in which a code is read and typed."""
    return code.split("-")


def _plain(typed: str) -> str:
    symbols = "".join(letter for letter in typed.upper() if letter.isalnum())
    return symbols.translate(_LOOKALIKES)


def _differs(group: int, typed: str) -> str:
    if not typed.strip():
        return f"Type group {group + 1} of the code."
    return f"This is not group {group + 1} of the code. Compare it once more."
