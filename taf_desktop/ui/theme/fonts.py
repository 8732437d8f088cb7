"""Noto Sans, loaded from the resources, so that the program looks the same on every machine."""

from functools import cache

from PySide6.QtGui import QFontDatabase

from taf_desktop.paths import resource

FAMILY = "Noto Sans"


@cache
def load_fonts() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt, once, and name their families."""
    folder = resource("third_party", "noto")
    names: list[str] = []
    for path in sorted(folder.glob("NotoSans-*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        names += QFontDatabase.applicationFontFamilies(number)
    return tuple(names)
