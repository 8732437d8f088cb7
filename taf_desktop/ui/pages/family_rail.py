"""The rail and the breadcrumb of every page of one family."""

from uuid import UUID

from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import Crumb, RailEntry


def family_rail(workspace: Workspace, family_id: UUID) -> list[RailEntry]:
    """The pages of a family, with how each stands in words."""
    args = {"family_id": family_id}
    assessment = _assessment_words(workspace, family_id)
    meetings = len(workspace.meetings.of(family_id))
    late = workspace.actions.late_in(family_id)
    return [
        RailEntry("Overview", "family.overview", args),
        RailEntry("People and network", "family.people", args),
        RailEntry("Request", "family.request", args),
        RailEntry("Agreement", "family.agreements", args),
        RailEntry("Assessment", "family.assessment", args, status=assessment),
        RailEntry("Family's views", "family.views", args),
        RailEntry("Meetings", "family.meetings", args, status=str(meetings or "")),
        RailEntry(
            "Plan and actions",
            "family.actions",
            args,
            status=f"{late} late" if late else "",
            tone=Tone.LATE,
        ),
        RailEntry("Documents", "family.documents", args),
        RailEntry("History", "family.history", args),
    ]


def family_crumbs(workspace: Workspace, family_id: UUID, last: str) -> list[Crumb]:
    """Home, the family, and the page one is on."""
    name = workspace.families.one(family_id).name
    home = Crumb("Home", "home")
    if last == "Overview":
        return [home, Crumb(name)]
    return [home, Crumb(name, "family.overview", {"family_id": family_id}), Crumb(last)]


def _assessment_words(workspace: Workspace, family_id: UUID) -> str:
    assessment = workspace.assessments.current(family_id)
    if assessment is None:
        return "not yet"
    return "done" if assessment.completed_on else "started"
