"""Home: what the day holds, the families, and who still has something to do."""

from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from taf_desktop.services.actions import ActionLine
from taf_desktop.services.families import FamilyLine
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.page import Page, Shell
from taf_desktop.ui.pages.desk_rail import desk_rail
from taf_desktop.ui.pages.desk_words import (
    by_when_words,
    counted,
    day_sentence,
    greeting,
    matches,
    near_day,
)
from taf_desktop.ui.pages.found_card import FoundCard
from taf_desktop.ui.pages.words_ahead import WordsAhead
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Card,
    Columns,
    Crumb,
    EmptyState,
    FlowRow,
    InsetNote,
    Label,
    LinkButton,
    Pill,
    PrimaryButton,
    RailEntry,
    RowButton,
    TextBox,
)

MOST_FAMILIES, MOST_WHILE_TYPING = 20, 8
"""Families listed at once, and while somebody types; the rest is one press away."""

LEAST_LETTERS = 3
"""Letters from which on all words are looked through, not names alone."""

MOST_ROWS = 5
"""Rows of a card of actions; the rest is one press away."""


class HomePage(Page):
    """Where the day begins."""

    name = "home"

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell)
        self.workspace = workspace
        self._families: Sequence[FamilyLine] = ()
        self._actions: Sequence[ActionLine] = ()
        self._words = WordsAhead(self, workspace.search)
        self._stand: dict[Card, tuple[object, ...]] = {}
        for note in workspace.notes:
            self.body.add(InsetNote(note, "", Tone.DUE))
        self.columns = self.body.add(Columns((3, 2)))
        self.finder = TextBox("Find a name or any words")
        self.finder.box.setAccessibleDescription("Ctrl+K comes here from every page")
        self.finder.box.setPlaceholderText("Ctrl+K")
        self.finder.edited.connect(self._look_for)
        self.families = Card("Families")
        self.found = FoundCard(shell.navigator)
        self.mine, self.others = Card("Mine to do"), Card("Waiting on others")
        self.columns.add(0, self.finder)
        self.columns.add(0, self.families)
        self.columns.add(0, self.found)
        self.columns.add(1, self.mine)
        self.columns.add(1, self.others)

    def refresh(self) -> None:
        """Read families and actions again."""
        self._families = self.workspace.families.lines()
        self._actions = self.workspace.actions.lines()
        self._words.forget()
        self._all_shown = False
        self._stand.clear()
        owner = self.workspace.people.one(self.workspace.owner_id)
        self.set_heading(
            greeting(self.shell.clock(), owner.short_name),
            day_sentence(self._families, self._actions, self.workspace.today),
            *([PrimaryButton("New family", self.new_family)] if self._families else []),
        )
        self.finder.setVisible(bool(self._families))
        self._show_rows()

    def crumbs(self) -> list[Crumb]:
        """Here it all begins."""
        return [Crumb("Home")]

    def rail(self) -> list[RailEntry]:
        """The pages that belong to no family."""
        return desk_rail(self.workspace)

    def rail_key(self) -> tuple[str, dict[str, object]]:
        """Home, whatever it was opened for."""
        return self.name, {}

    def first_focus(self) -> QWidget | None:
        """The box to find things, where there is something to find."""
        return self.finder.box if self._families else None

    def leave(self) -> bool:
        """Nothing is read on for a page that nobody sees."""
        self._words.forget()
        return super().leave()

    def new_family(self) -> None:
        """Go and add a family."""
        self.shell.navigator.go("family.new")

    def find_now(self) -> None:
        """Take the focus to the box, with what stands in it selected."""
        self.finder.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.box.selectAll()

    def _look_for(self, _words: str) -> None:
        self._all_shown = False
        self._show_rows()

    def _show_rows(self) -> None:
        typed = self.finder.text()
        self._show_found(typed)
        self._show_families([line for line in self._families if _family_matches(typed, line)])
        actions = [line for line in self._actions if line.is_open and _action_matches(typed, line)]
        mine = [line for line in actions if line.is_mine]
        others = [line for line in actions if not line.is_mine]
        self._show_actions(self.mine, mine, "mine", "What you promise in a meeting stands here.")
        self._show_actions(
            self.others, others, "others", "What others promise stands here until it is done."
        )

    def _show_found(self, typed: str) -> None:
        """Look through everything that is kept; the first letter begins to read it."""
        if typed.strip():
            self._words.begin()
        if len(typed.strip()) < LEAST_LETTERS:
            self.found.show_nothing()
        else:
            self.found.show_found(self._words.find(typed), typed)

    def _show_families(self, lines: Sequence[FamilyLine]) -> None:
        card = self.families
        if not self._families or not self._stands(card, lines, self._all_shown):
            card.clear()
            self._add_families(card, lines)
        if self._families:
            found = counted(len(lines), "family", "families")
            is_found = bool(self.finder.text())
            card.set_aside(f"{found} found" if is_found else "sorted by what is due next")

    def _stands(self, card: Card, lines: Sequence[object], *more: object) -> bool:
        """Whether a card shows just these lines already: most letters change little."""
        shown = (*map(id, lines), *more, bool(self.finder.text()))
        before, self._stand[card] = self._stand.get(card), shown
        return before == shown

    def _add_families(self, card: Card, lines: Sequence[FamilyLine]) -> None:
        if not self._families:
            card.set_aside("")
            card.add(
                EmptyState(
                    "Your families stand here, each with what comes next and what is late.",
                    "Add the first family",
                    self.new_family,
                )
            )
            return
        if not lines:
            card.add(Label("No family or child here has that name."))
        most = MOST_WHILE_TYPING if self.finder.text() else MOST_FAMILIES
        shown = lines if self._all_shown else lines[:most]
        for line in shown:
            card.add_row(self._family_row(line))
        if len(shown) < len(lines):
            card.add(LinkButton(f"Show all {len(lines)} families", self._show_all))
        if not self.finder.text():
            card.add_foot(FlowRow([*self._ways_out()], gap=12))

    def _ways_out(self) -> Iterator[LinkButton]:
        go = self.shell.navigator.go
        yield LinkButton("A paper for many families", lambda: go("papers"))
        yield LinkButton("Save as a table", lambda: go("tables", table="table_families"))

    def _show_all(self) -> None:
        self._all_shown = True
        self._show_rows()

    def _family_row(self, line: FamilyLine) -> RowButton:
        today = self.workspace.today
        with_day = line.next_on is not None
        when = near_day(line.next_on, today) if line.next_on else line.next_words
        return RowButton(
            line.family.name,
            " · ".join(part for part in (line.children, f"lead: {line.lead}") if part),
            when=when,
            when_aside=line.next_words if with_day else "",
            pill=Pill(line.status, Tone(line.tone)) if line.status else None,
            on_click=_opens(self.shell, line.family.id),
        )

    def _show_actions(
        self, card: Card, lines: Sequence[ActionLine], which: str, empty_words: str
    ) -> None:
        if self._stands(card, lines):
            return
        card.clear()
        late = sum(1 for line in lines if line.days_late)
        many = counted(len(lines), "action", "actions")
        card.set_aside(", ".join([many, *([f"{late} late"] if late else [])]) if lines else "")
        if not lines:
            card.add(Label("Nothing found." if self.finder.text() else empty_words))
        for line in lines[:MOST_ROWS]:
            card.add_row(self._action_row(line, which))
        if len(lines) > MOST_ROWS:
            words = f"All {len(lines)} of them"
            go = self.shell.navigator.go
            card.add(LinkButton(words, lambda: go("actions", show=which)))

    def _action_row(self, line: ActionLine, which: str) -> RowButton:
        who = () if line.is_mine else (line.who or "nobody yet",)
        aside = (line.family.name, *who, by_when_words(line, self.workspace.today))
        go, action_id = self.shell.navigator.go, line.action.id
        return RowButton(
            line.action.what or f"Action {line.action.number}, with no words yet",
            " · ".join(aside),
            pill=Pill(line.late_words, Tone.LATE) if line.late_words else None,
            on_click=lambda: go("actions", show=which, action_id=action_id),
        )


def _opens(shell: Shell, family_id: UUID) -> Callable[[], object]:
    return lambda: shell.navigator.go("family.overview", family_id=family_id)


def _family_matches(typed: str, line: FamilyLine) -> bool:
    return matches(typed, line.family.name, line.children, line.family.reference, line.status)


def _action_matches(typed: str, line: ActionLine) -> bool:
    return matches(typed, line.action.what, line.family.name, line.who, line.late_words)
