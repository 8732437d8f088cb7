"""The preferences as they are lived with: changed in one place, worn at once, and kept."""

from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from taf_desktop.errors import UserError
from taf_desktop.settings import (
    LARGEST_ZOOM,
    SMALLEST_ZOOM,
    Preferences,
    load_preferences,
    save_preferences,
)
from taf_desktop.ui.theme import apply_theme, current
from taf_desktop.ui.theme.system import worn_for


class LivePreferences(QObject):
    """What was chosen on this computer; `changed` tells what depends on it."""

    changed = Signal()

    def __init__(self, path: Path, app: QApplication) -> None:
        super().__init__()
        self._path, self._app = path, app
        self.now: Preferences = load_preferences(path)

    def wear(self) -> None:
        """Dress the application in the chosen look."""
        wanted = (worn_for(self.now.theme, self._app), self.now.zoom)
        if not self._app.styleSheet() or wanted != (current().name, current().zoom):
            apply_theme(self._app, *wanted)

    def follow_system(self) -> None:
        """Change with the computer, for those who chose that."""
        self._app.styleHints().colorSchemeChanged.connect(lambda _scheme: self.wear())

    def choose(
        self,
        *,
        theme: str | None = None,
        zoom: int | None = None,
        idle_minutes: int | None = None,
        second_backups: Path | Literal[""] | None = None,
        records_folder: Path | None = None,
    ) -> None:
        """Change what is named, wear it and keep it; a UserError when it cannot be kept.

        An empty `second_backups` means that there is no second folder any more.
        """
        old = self.now
        new = replace(
            old,
            theme=theme or old.theme,
            zoom=min(max(zoom or old.zoom, SMALLEST_ZOOM), LARGEST_ZOOM),
            idle_minutes=idle_minutes or old.idle_minutes,
            records_folder=str(records_folder) if records_folder else old.records_folder,
            second_backups=(
                old.second_backups if second_backups is None else str(second_backups) or None
            ),
        )
        if new == self.now:
            return
        self.now = new
        self.wear()
        self.changed.emit()
        try:
            save_preferences(self._path, new)
        except OSError:
            raise UserError(
                "This choice will not be remembered.",
                "It holds until you close the program. The folder of its settings cannot be "
                "written, or the disk is full.",
            ) from None
