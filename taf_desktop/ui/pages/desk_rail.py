"""The rail of the pages that belong to no family."""

from taf_desktop.services.people import spoken_name
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import RailEntry


def desk_rail(workspace: Workspace) -> list[RailEntry]:
    """Home, actions with how many are late, settings and the list of keys."""
    late = sum(1 for line in workspace.actions.lines() if line.days_late)
    owner = workspace.people.one(workspace.owner_id)
    return [
        RailEntry("Home", "home"),
        RailEntry("Actions", "actions", status=f"{late} late" if late else "", tone=Tone.LATE),
        RailEntry("Settings", "settings", above=owner.full_name or spoken_name(owner)),
        RailEntry("Keyboard help", "keyboard"),
    ]
