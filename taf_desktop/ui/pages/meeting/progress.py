"""How far a meeting has come; it outlives the page, which goes whenever the screen is hidden."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Words that are to become an action, and the goal it is for."""

    words: str = ""
    goal_id: UUID | None = None


@dataclass
class Progress:
    """The parts that were gone through, the goal whose numbers are asked for, and a draft.

    The goal is a place in the list of goals; None when none was chosen yet. `lines` holds, by
    meeting, a line about who is away that was not understood yet, and `asked` who is asked apart;
    `reading` is what is read back now, and `as_list` whether all of it is shown at once.
    """

    seen: set[tuple[UUID, str]] = field(default_factory=set)
    goal: int | None = None
    meeting_id: UUID | None = None
    draft: Draft = field(default_factory=Draft)
    lines: dict[UUID, str] = field(default_factory=dict)
    asked: dict[UUID, UUID] = field(default_factory=dict)
    reading: UUID | None = None
    as_list: bool = False

    def turn_to(self, meeting_id: UUID) -> None:
        """Another meeting begins with its first goal."""
        if meeting_id != self.meeting_id:
            self.meeting_id, self.goal, self.draft = meeting_id, None, Draft()
            self.reading, self.as_list = None, False

    def take_draft(self) -> Draft:
        """What is to become an action; it is given out once."""
        draft, self.draft = self.draft, Draft()
        return draft

    def take_line(self, meeting_id: UUID) -> str:
        """The line about who is away that waits for a meeting; it is given out once."""
        return self.lines.pop(meeting_id, "")
