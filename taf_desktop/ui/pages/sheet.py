"""Saving the sheet with the recovery code, for a person to print."""

from collections.abc import Callable
from pathlib import Path

from taf_desktop.ui.page import Shell

SUGGESTED = "TAF Desktop recovery sheet.pdf"


def save_sheet(shell: Shell, save: Callable[[Path], object]) -> bool:
    """Ask where, and save the sheet there; whether it was saved."""
    where = shell.ask.save_where(
        None, "Where shall the recovery sheet go?", SUGGESTED, "PDF (*.pdf)"
    )
    if where is None:
        return False
    save(where)
    return True
