"""Everybody's own copy of a meeting's plan, in one go: each made for one reader and recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from taf_desktop.errors import UserError
from taf_desktop.services.copies import CopyStyle, PlanCopy, numbered
from taf_desktop.services.copy_styles import CopyStyles
from taf_desktop.services.people import People
from taf_desktop.services.plans import Plans
from taf_desktop.services.ways import PDF

FAMILY, CHILD, TEAM = "family_plan", "child_plan", "professional_plan"


@dataclass(frozen=True, kw_only=True)
class HandedOut:
    """How many copies were saved, and for each one that was not: whose, and why."""

    saved: int
    not_saved: tuple[tuple[PlanCopy, str], ...] = ()


class HandingOut:
    """The paper that each person holds when they leave a meeting."""

    def __init__(self, plans: Plans, styles: CopyStyles, people: People) -> None:
        self._plans = plans
        self._styles = styles
        self._people = people

    def copies(self, meeting_id: UUID) -> list[PlanCopy]:
        """A child's plan for each child, the family's for each adult, the full one for the team.

        Nobody from whom something is kept is among them: a copy for them is a choice of its own.
        """
        family = self._plans.usual_readers(FAMILY, meeting_id)
        team = self._plans.usual_readers(TEAM, meeting_id)
        wanted = [(self._own(person_id), person_id) for person_id in family]
        wanted += [(TEAM, person_id) for person_id in team]
        return [self._copy(document, meeting_id, who) for document, who in wanted]

    def _copy(self, document: str, meeting_id: UUID, who: UUID) -> PlanCopy:
        """Somebody's copy, with headings in their own language where there is a file of it."""
        style = CopyStyle(language=self._styles.usual_language(document, [who]))
        return self._plans.preview(document, meeting_id, [who], style=style)

    def _own(self, person_id: UUID) -> str:
        return CHILD if self._people.one(person_id).is_child else FAMILY

    def save_all(self, copies: Sequence[PlanCopy], folder: Path) -> HandedOut:
        """Save each copy into a folder under a reference and a number; one's fault stops no other.

        No file that is there already is written over.
        """
        self._plans.refuse_unrecorded()
        saved, not_saved = 0, []
        for copy in copies:
            try:
                self._plans.save(copy, _free_path(folder, copy))
                saved += 1
            except UserError as error:
                not_saved.append((copy, error.title))
        return HandedOut(saved=saved, not_saved=tuple(not_saved))


def _free_path(folder: Path, copy: PlanCopy) -> Path:
    """A path with the next free number: "TAF-2026-0001 family plan version 2 copy 3.pdf"."""
    paths = numbered(folder / copy.name_as(PDF), first=1)
    return next(path for path in paths if not path.exists())
