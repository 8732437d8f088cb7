"""The rail of the pages that belong to no family."""

from taf_desktop.services.people import spoken_name
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import RailEntry


def desk_rail(workspace: Workspace) -> list[RailEntry]:
    """Home, actions with how many are late, settings and the list of keys."""
    late = workspace.actions.late_everywhere()
    owner = workspace.people.one(workspace.owner_id)
    agencies = {agency.id: agency.name for agency in workspace.agencies.all()}
    work = agencies.get(owner.agency_id) if owner.agency_id else None
    who = ", ".join(part for part in (owner.full_name or spoken_name(owner), work) if part)
    return [
        RailEntry("Home", "home"),
        RailEntry("Actions", "actions", status=f"{late} late" if late else "", tone=Tone.LATE),
        RailEntry("Settings", "settings", above=who),
        RailEntry("Keyboard help", "keyboard"),
    ]
