"""Actions across all families: mine, waiting on others, late, done."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from taf_desktop.errors import UserError
from taf_desktop.services.actions import ActionLine
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.page import Page, Shell
from taf_desktop.ui.pages.action_panel import ActionPanel
from taf_desktop.ui.pages.desk_rail import desk_rail
from taf_desktop.ui.pages.desk_words import by_when_words, counted
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Card,
    Choices,
    Columns,
    Label,
    Pill,
    RailEntry,
    RowButton,
    SecondaryButton,
    set_mark,
)

Shows = Callable[[ActionLine], bool]
"""Whether a list shows an action."""

LISTS: Mapping[str, tuple[str, Shows, str]] = {
    "mine": (
        "Mine",
        lambda line: line.is_open and line.is_mine,
        "Nothing is waiting for you. What you promise in a meeting stands here until it is done.",
    ),
    "others": (
        "Waiting on others",
        lambda line: line.is_open and not line.is_mine,
        "Nothing is waiting for anybody else.",
    ),
    "late": ("Late", lambda line: line.days_late > 0, "Nothing is late."),
    "done": (
        "Done",
        lambda line: not line.is_open,
        "What is done, or no longer needed, stands here with its story.",
    ),
}
ROWS_AT_ONCE = 30
_DONE = "done"


class ActionsPage(Page):
    """Choose a list, choose a row, write what is new."""

    name = "actions"

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell)
        self.workspace = workspace
        self.chosen: UUID | None = None
        self._lines: Sequence[ActionLine] = ()
        self._most = ROWS_AT_ONCE
        self._rows: dict[UUID, ActionRow] = {}
        self.lists = Choices("Which actions?", [(key, one[0]) for key, one in LISTS.items()])
        self.lists.set_value("mine")
        self.lists.edited.connect(self._change_list)
        self.body.add(self.lists)
        self.columns = self.body.add(Columns((6, 5), stack_below=820))
        self.card = self.columns.add(0, Card())
        self.panel = self.columns.add(1, ActionPanel(shell, workspace, self._write_down))

    def open(self, show: str = "", action_id: UUID | None = None, **args: object) -> None:
        """Show a list, with one action chosen if one is named."""
        if show in LISTS:
            self.lists.set_value(show)
        self.chosen, self._most = action_id, ROWS_AT_ONCE
        super().open(**args)

    def refresh(self) -> None:
        """Read the actions again."""
        self._lines = self.workspace.actions.lines()
        late = sum(1 for line in self._lines if line.days_late)
        still = counted(sum(1 for line in self._lines if line.is_open), "action", "actions")
        self.set_heading(
            "Who does what?",
            f"{still.capitalize()} still to do in all your families; "
            f"{counted(late, 'is late', 'are late').replace('no are', 'none is')}.",
            *([SecondaryButton("Save as a table", self._to_table)] if self._lines else []),
        )
        for key, (words, shows, _empty) in LISTS.items():
            many = sum(1 for line in self._lines if shows(line))
            self.lists.buttons[key].set_words(f"{words} ({many})")
            self.lists.buttons[key].setAccessibleName(f"{words}, {counted(many, *_NOUN)}")
        self._show_rows()
        chosen = (line for line in self._lines if line.action.id == self.chosen)
        self.panel.show_line(next(chosen, None))

    def rail(self) -> list[RailEntry]:
        """The pages that belong to no family."""
        return desk_rail(self.workspace)

    def rail_key(self) -> tuple[str, dict[str, object]]:
        """Actions, whichever list is shown."""
        return self.name, {}

    def leave(self) -> bool:
        """Write down what was typed; stay when that fails."""
        return self._keep_words() and super().leave()

    def choose(self, action_id: UUID) -> None:
        """Open an action beside the list."""
        if not self._keep_words():
            return
        self.chosen = action_id
        self.refresh()
        self.panel.focus_form()

    def shown(self) -> list[ActionLine]:
        """The actions of the chosen list, the most pressing first."""
        shows = LISTS[self.lists.value() or "mine"][1]
        return [line for line in self._lines if shows(line)]

    def _to_table(self) -> None:
        self.shell.navigator.go("tables", table="table_actions")

    def _keep_words(self) -> bool:
        try:
            self.panel.write_down()
        except UserError as error:
            self.shell.show_error(error)
            return False
        return True

    def _write_down(self) -> None:
        """The button of the panel: write, show the new story, and go back to the row."""
        if not self._keep_words():
            return
        self.refresh()
        self.shell.refresh_around()
        row = self._rows.get(self.chosen) if self.chosen else None
        place = row.button if row is not None else self.lists.buttons[self.lists.value() or "mine"]
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change_list(self, _which: str) -> None:
        if self._keep_words():
            self._most = ROWS_AT_ONCE
            self.chosen = None
            self.refresh()

    def _show_rows(self) -> None:
        lines = self.shown()
        words, _shows, empty_words = LISTS[self.lists.value() or "mine"]
        self.card.clear()
        self._rows = {}
        self.card.set_title(words)
        self.card.set_aside("most pressing first" if len(lines) > 1 else "")
        if not lines:
            self.card.add(Label(empty_words))
        for line in lines[: self._most]:
            row = ActionRow(line, self._pill(line), self.workspace, self.choose)
            row.set_chosen(line.action.id == self.chosen)
            self._rows[line.action.id] = self.card.add_row(row)
        if len(lines) > self._most:
            rest = len(lines) - self._most
            self.card.add(SecondaryButton(f"Show the other {rest}", self._show_all))

    def _show_all(self) -> None:
        self._most = len(self._lines)
        self._show_rows()

    def _pill(self, line: ActionLine) -> Pill:
        if line.late_words:
            return Pill(line.late_words, Tone.LATE)
        words = self.workspace.pack.lists["action_status"].label(line.action.status)
        return Pill(words, Tone.DONE if line.action.status == _DONE else Tone.INFO)


_NOUN = ("action", "actions")


class ActionRow(QFrame):
    """One action in the list; the chosen one has a bar and says so."""

    def __init__(
        self,
        line: ActionLine,
        pill: Pill,
        workspace: Workspace,
        choose: Callable[[UUID], object],
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 2, 2, 2)
        who = "you" if line.is_mine else (line.who or "nobody yet")
        status = workspace.pack.lists["action_status"].label(line.action.status).lower()
        aside = [line.family.name, who, by_when_words(line, workspace.today)]
        if line.late_words:
            aside.append(status)
        self.button = RowButton(
            line.action.what or f"Action {line.action.number}, with no words yet",
            " · ".join(aside),
            pill=pill,
            on_click=lambda: choose(line.action.id),
        )
        self._name = self.button.accessibleName()
        column.addWidget(self.button)

    def set_chosen(self, chosen: bool) -> None:
        """Mark the row whose story is open."""
        set_mark(self, kind="note" if chosen else "", tone=Tone.INFO.value)
        self.button.setAccessibleName(f"{self._name}, chosen" if chosen else self._name)
