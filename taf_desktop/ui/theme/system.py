"""What the computer itself is set to: light, dark or high contrast."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

SYSTEM = "system"


def worn_for(preference: str, app: QApplication) -> str:
    """The theme to wear for a preference; "system" becomes what the computer is set to."""
    if preference != SYSTEM:
        return preference
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
