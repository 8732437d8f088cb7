"""Preferences of this computer's user: how the program looks, and nothing about any family."""

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from taf_desktop.paths import practice_folder, records_folder, settings_file

LOOKS = ("system", "light", "dark", "contrast")
SMALLEST_ZOOM, LARGEST_ZOOM = 80, 250


@dataclass(frozen=True, kw_only=True)
class Preferences:
    """All that can be set: the look, the text size in per cent, where records and copies are."""

    theme: str = "system"
    zoom: int = 100
    records_folder: str | None = None
    idle_minutes: int = 5
    second_backups: str | None = None


def load_preferences(path: Path) -> Preferences:
    """Read the preferences; what is damaged or unknown becomes the default."""
    try:
        stored: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(stored, dict):
        return Preferences()
    known = {
        field.name: stored[field.name] for field in fields(Preferences) if field.name in stored
    }
    return Preferences(**{name: value for name, value in known.items() if _is_good(name, value)})


def chosen_records_folder(data_folder: Path | None) -> Path:
    """Where the records are: below a named folder, else where it was set, else as usual."""
    if data_folder is not None:
        return data_folder / "records"
    chosen = load_preferences(settings_file()).records_folder
    return Path(chosen) if chosen else records_folder()


@dataclass(frozen=True, kw_only=True)
class Places:
    """Where everything is that the program reads and writes."""

    records: Path
    practice: Path
    settings: Path

    @property
    def log(self) -> Path:
        """The file of events, which holds nothing about any family."""
        return self.records.parent / "events.log"


def places_for(data_folder: Path | None) -> Places:
    """The folders below a chosen one; else the one that was set, else the usual ones."""
    records = chosen_records_folder(data_folder)
    if data_folder is not None:
        practice, settings = data_folder / "practice", data_folder / "settings.json"
        return Places(records=records, practice=practice, settings=settings)
    return Places(records=records, practice=practice_folder(), settings=settings_file())


def _is_good(name: str, value: Any) -> bool:  # noqa: ANN401  # whatever a file holds
    if name == "theme":
        return value in LOOKS
    if name == "zoom":
        return type(value) is int and SMALLEST_ZOOM <= value <= LARGEST_ZOOM
    if name == "idle_minutes":
        return type(value) is int and 1 <= value <= 15
    return value is None or isinstance(value, str)


def save_preferences(path: Path, preferences: Preferences) -> None:
    """Write the preferences beside and put them in place."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    half = path.with_name(path.name + ".part")
    half.write_text(json.dumps(asdict(preferences), indent=1), encoding="utf-8")
    os.replace(half, path)
