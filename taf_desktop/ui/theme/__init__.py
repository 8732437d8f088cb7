"""The look: one stylesheet and one palette, generated from the tokens of a theme at a zoom."""

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from taf_desktop.paths import resource
from taf_desktop.ui.theme.fonts import FAMILY, load_fonts
from taf_desktop.ui.theme.stylesheet import stylesheet
from taf_desktop.ui.theme.tokens import (
    THEMES,
    ZOOM_MAX,
    ZOOM_MIN,
    ZOOM_STEP,
    Theme,
    Tone,
    theme,
)

__all__ = [
    "FAMILY", "THEMES", "ZOOM_MAX", "ZOOM_MIN", "ZOOM_STEP", "Theme", "Tone", "apply_theme",
    "current", "theme",
]  # fmt: skip

_PROPERTY = "taf_theme"


def apply_theme(app: QApplication, name: str = "light", zoom: int = 100) -> Theme:
    """Dress the whole application; every widget hears of it as a change of style."""
    chosen = theme(name, zoom)
    if app.styleSheet() and app.property(_PROPERTY) == [chosen.name, chosen.zoom]:
        # Dressing every widget again in what it wears takes a tenth of a second.
        return chosen
    load_fonts()
    QDir.setSearchPaths("style", [str(resource("style"))])
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setProperty(_PROPERTY, [chosen.name, chosen.zoom])
    font = QFont(FAMILY)
    font.setPixelSize(chosen.size("page_text"))
    app.setFont(font)
    app.setPalette(_palette(chosen))
    app.setStyleSheet(stylesheet(chosen))
    return chosen


def current() -> Theme:
    """The theme the application wears now; light at 100 % before any was applied."""
    app = QApplication.instance()
    worn = app.property(_PROPERTY) if app is not None else None
    return theme(worn[0], int(worn[1])) if worn else theme("light")


def _palette(chosen: Theme) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "page",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "field",
        QPalette.ColorRole.AlternateBase: "card",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.Button: "card",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.BrightText: "late",
        QPalette.ColorRole.PlaceholderText: "soft",
        QPalette.ColorRole.Highlight: "selection",
        QPalette.ColorRole.HighlightedText: "on_selection",
        QPalette.ColorRole.Link: "brand_ink",
        QPalette.ColorRole.ToolTipBase: "card",
        QPalette.ColorRole.ToolTipText: "ink",
        QPalette.ColorRole.Mid: "field_line",
    }
    palette = QPalette()
    for role, token in roles.items():
        palette.setColor(role, QColor(chosen.colour(token)))
    return palette
