"""The plan as everybody sees it: a row for each action, which changes where it stands."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from taf_desktop.model.meeting import Action
from taf_desktop.packs.pack import Pack
from taf_desktop.services.action_line import by_when_in_full
from taf_desktop.ui.pages.action_rows import MOST_TO_CARRY, nameless
from taf_desktop.ui.pages.audience_editor import audience_words
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import Card, Label, Pill, RowButton
from taf_desktop.ui.widgets.text import show_if

NOTHING = "What everybody will do stands here."
A_LOT = "That is a lot for one family. Could something wait until next time?"


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """What the words of a row are found among."""

    pack: Pack
    names: Mapping[str, str]
    meeting_id: UUID


class ActionList(Card):
    """Rows to choose from; what is saved shows in its row, and no row goes under a press."""

    def __init__(self, spoken: Spoken, choose: Callable[[UUID], object]) -> None:
        super().__init__("The plan")
        self._spoken, self._choose = spoken, choose
        self.rows: dict[UUID, RowButton] = {}
        self.notes = Label("")

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Show the whole plan."""
        self.clear()
        self.rows = {}
        self.notes = self.add(Label(""))
        for action in actions:
            self._add(action)
        self._count()

    def show_action(self, action: Action) -> None:
        """Show what has become of one action; a new one comes last."""
        row = self.rows.get(action.id)
        if row is None:
            self._add(action)
        else:
            row.show_words(*self._words(action))
        self._count()

    def mark(self, action_id: UUID | None) -> None:
        """Mark the action that stands beside the list."""
        for one, row in self.rows.items():
            row.set_chosen(one == action_id)

    def _add(self, action: Action) -> None:
        pill = Pill("from last time", Tone.INFO) if self._is_older(action) else None
        row = RowButton(*self._words(action), pill=pill, on_click=partial(self._choose, action.id))
        self.rows[action.id] = self.add_row(row)

    def _is_older(self, action: Action) -> bool:
        return action.meeting_id != self._spoken.meeting_id

    def _words(self, action: Action) -> tuple[str, str]:
        """What will be done; and who, by when, and who may see it."""
        names, pack = self._spoken.names, self._spoken.pack
        title = f"{action.number}. {action.what}" if action.what else nameless(action.number)
        who = names.get(str(action.who_id), "Nobody yet")
        seen = audience_words(action.audience, pack, names)
        aside = ", ".join(part for part in (who, by_when_in_full(action.by_when)) if part)
        return title, f"{aside}. {seen}." if seen else aside

    def _count(self) -> None:
        """Say what belongs to an empty list, or to one that is too long for a family."""
        many = len(self.rows)
        words = NOTHING if not many else A_LOT if many > MOST_TO_CARRY else ""
        self.set_aside("" if not many else f"{many} to do")
        self.notes.setText(words)
        show_if(self.notes, bool(words))
