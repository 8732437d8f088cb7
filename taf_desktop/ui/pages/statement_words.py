"""A statement as people read it: whose words, what kind, for which worry, who may see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtWidgets import QWidget

from taf_desktop.model.drawing import Drawing
from taf_desktop.model.views import Disagreement, Statement
from taf_desktop.packs.pack import Column, Pack
from taf_desktop.services.views import RoomViews
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.pages.audience_editor import audience_words, listed
from taf_desktop.ui.pages.desk_words import shortened
from taf_desktop.ui.theme import current
from taf_desktop.ui.widgets import StatementCard
from taf_desktop.ui.widgets.strokes import Sheet

NO_WORDS = "No words yet"
KEPT_UNSEEN = "Kept. It is not shown here, because not everybody in the room may see it."


@dataclass(frozen=True, kw_only=True)
class Around:
    """What the words of a statement are found among: names, other statements, disagreement."""

    pack: Pack
    names: Mapping[str, str]
    statements: Sequence[Statement]
    disagreements: Sequence[Disagreement] = field(default=())
    drawings: Mapping[UUID, Drawing] = field(default_factory=dict)
    is_whole: bool = True
    """Whether `names` holds everybody around the family: only then can they be chosen among."""

    def column(self, column_id: str) -> Column:
        """A column of the pack by its id."""
        return next(one for one in self.pack.columns if one.id == column_id)

    def speakers(self, statement: Statement) -> str:
        """Who said it: "Miss Hall and Nan", or nothing when nobody is named."""
        known = [self.names[one] for one in statement.said_by if one in self.names]
        return listed(known) if known else ""

    def category(self, statement: Statement) -> str:
        """The kind of statement in the pack's words, or nothing."""
        codes = self.column(statement.column).categories
        return next((one.label for one in codes if one.code == statement.category), "")

    def worry(self, goal: Statement) -> Statement | None:
        """The worry that a goal answers, if it is shown here."""
        return next((one for one in self.statements if one.id == goal.worry_id), None)

    def has_goal(self, worry: Statement) -> bool:
        """Whether a goal answers this worry."""
        return any(one.worry_id == worry.id for one in self.statements)

    def differing(self, statement_id: UUID) -> list[tuple[str, str]]:
        """Who sees a statement differently, and their words."""
        return [
            (f"{self.names.get(str(one.person_id), 'Somebody')} sees it differently", one.text)
            for one in self.disagreements
            if one.statement_id == statement_id
        ]

    def aside(self, statement: Statement) -> str:
        """The small words below: kind, the worry it answers, who may not see it."""
        worry = self.worry(statement)
        paired = f"for: {shortened(worry.text, 40)}" if worry else ""
        category = self.category(statement)
        seen = audience_words(statement.audience, self.pack, self.names)
        kind = ", ".join(part for part in (category, paired) if part)
        return " · ".join(part for part in (kind, seen) if part)

    def card(self, statement: Statement, buttons: Sequence[QWidget] = ()) -> StatementCard:
        """The statement as a card, with what was drawn and these buttons below it."""
        drawing = self.drawings.get(statement.id)
        if drawing is not None and drawing.strokes:
            buttons = [_picture(drawing, self.speakers(statement)), *buttons]
        return StatementCard(
            statement.text or NO_WORDS,
            self.speakers(statement),
            exact=statement.exact_words,
            disagreements=self.differing(statement.id),
            aside=self.aside(statement),
            buttons=buttons,
        )


def _picture(drawing: Drawing, who: str) -> Sheet:
    """A drawing, small, with what it is in words."""
    sheet = Sheet(f"Drawn by {who}: {drawing.title}")
    sheet.show_strokes(drawing.strokes)
    sheet.setFixedSize(current().px(160), current().px(120))
    return sheet


def seen_here(workspace: Workspace, family_id: UUID, meeting_id: UUID | None) -> RoomViews:
    """What may stand on the screen: at the desk all of it, in a meeting what all may see."""
    views = workspace.views
    if meeting_id is None:
        return RoomViews(
            statements=tuple(views.statements(family_id)),
            disagreements=tuple(views.disagreements(family_id)),
            left_out=0,
        )
    return views.in_room(family_id, workspace.meetings.present(meeting_id))


def left_out_words(many: int) -> str:
    """How much is not on the screen, in words; never what."""
    if many == 1:
        return "1 thing is not shown here, because not everybody in the room may see it."
    return f"{many} things are not shown here, because not everybody in the room may see them."


def last_speaker(workspace: Workspace, family_id: UUID) -> str | None:
    """Who said what was written down last today."""
    said = [one for one in workspace.views.statements(family_id) if one.said_by]
    newest = max(said, key=lambda one: one.id, default=None)
    today = workspace.today.isoformat()
    return newest.said_by[0] if newest is not None and newest.said_on == today else None
