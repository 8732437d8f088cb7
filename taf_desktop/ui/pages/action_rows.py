"""The actions of one family in words: a row each, what is missing or late, who holds how many."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from taf_desktop.packs.pack import Pack
from taf_desktop.services.actions import ActionLine
from taf_desktop.ui.pages.audience_editor import audience_words
from taf_desktop.ui.pages.desk_words import by_when_words, counted
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import Pill, RowButton

MOST_TO_CARRY = 8
"""Open actions that a family can carry; more get a kind word."""


@dataclass(frozen=True, kw_only=True)
class RowWords:
    """What the words of a row are found among."""

    pack: Pack
    names: Mapping[str, str]
    today: date

    def title(self, line: ActionLine) -> str:
        """What will be done, by its number."""
        action = line.action
        return f"{action.number}. {action.what}" if action.what else nameless(action.number)

    def aside(self, line: ActionLine) -> str:
        """Who, by when, how it stands when the pill does not say so, and who may see it."""
        parts = [line.who or "nobody yet", by_when_words(line, self.today)]
        if line.late_words:
            parts.append(self._status(line).lower())
        parts.append(audience_words(line.action.audience, self.pack, self.names))
        return " · ".join(part for part in parts if part)

    def pill(self, line: ActionLine) -> tuple[str, Tone]:
        """How late it is, else that something is missing, else how it stands."""
        if line.late_words:
            return line.late_words, Tone.LATE
        if line.is_open and not (line.action.what and line.who and line.action.by_when):
            return "not complete yet", Tone.DUE
        done = line.action.status.startswith("done")
        return self._status(line), Tone.DONE if done else Tone.INFO

    def _status(self, line: ActionLine) -> str:
        return self.pack.lists["action_status"].label(line.action.status)


class ActionRow(RowButton):
    """One action; its words can change where it stands."""

    def __init__(self, line: ActionLine, words: RowWords, on_click: Callable[[], object]) -> None:
        self.pill = Pill(*words.pill(line))
        self._words_of = words
        super().__init__(words.title(line), words.aside(line), pill=self.pill, on_click=on_click)

    def show_line(self, line: ActionLine) -> None:
        """Show what has become of the action."""
        self.pill.set(*self._words_of.pill(line))
        self.show_words(self._words_of.title(line), self._words_of.aside(line))


def nameless(number: int) -> str:
    """An action that nobody has put into words."""
    return f"Action {number}, with no words yet"


def held_words(lines: Sequence[ActionLine], family_ids: Sequence[UUID]) -> str:
    """How much of what is still to do the family holds, what is late, and what is done."""
    still = [line for line in lines if line.is_open]
    if not lines:
        return "Nothing is agreed yet."
    if not still:
        return "Nothing is left to do."
    mine = sum(line.action.who_id in family_ids for line in still)
    late = sum(1 for line in still if line.days_late)
    parts = [f"The family holds {mine} of {len(still)}."]
    if late:
        parts.append(f"{counted(late, 'is late', 'are late').capitalize()}.")
    if len(still) > MOST_TO_CARRY:
        parts.append("That is a lot for one family: could something wait?")
    return " ".join(parts)
