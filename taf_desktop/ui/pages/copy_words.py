"""When a copy of the records was made, and how large it is, in words."""

from taf_desktop.packs.dates import date_words
from taf_desktop.services.backups import Backup
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.pages.desk_words import near_day


def moment_words(backup: Backup, workspace: Workspace) -> str:
    """When a copy was made: "Today, 15:45", "Thu 12 Mar, 15:45"."""
    day = near_day(backup.made_at.date(), workspace.today)
    return f"{day}, {backup.made_at:%H:%M}"


def size_words(size: int) -> str:
    """How large a file is: "812 KB", "1.4 MB"."""
    kilobytes = max(1, size // 1024)
    return f"{kilobytes} KB" if kilobytes < 1024 else f"{kilobytes / 1024:.1f} MB"


def long_moment(backup: Backup) -> str:
    """When a copy was made, where today is not known: "12 March 2026, 15:45"."""
    return f"{date_words(backup.made_at.date().isoformat())}, {backup.made_at:%H:%M}"
