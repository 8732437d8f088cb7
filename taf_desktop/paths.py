"""Where the program's own resources are, and where a person's records are kept."""

from importlib.resources import files
from pathlib import Path

from platformdirs import user_config_path, user_data_path

APPLICATION = "taf-desktop"


def resource(*parts: str) -> Path:
    """The path of a file or folder in `resources/`, in a checkout and in an installed wheel."""
    package = Path(str(files("taf_desktop")))
    installed = package / "_resources"
    root = installed if installed.is_dir() else package.parent / "resources"
    return root.joinpath(*parts)


def notice(name: str) -> Path:
    """The path of a licence text, which stands beside the resources."""
    return resource().parent / name


def records_folder() -> Path:
    """The folder that holds the encrypted records unless a person chose another."""
    return user_data_path(APPLICATION, appauthor=False, roaming=False) / "records"


def practice_folder() -> Path:
    """The folder of the practice store, always apart from real records."""
    return user_data_path(APPLICATION, appauthor=False, roaming=False) / "practice"


def settings_file() -> Path:
    """The file of preferences: nothing in it is about a family."""
    return user_config_path(APPLICATION, appauthor=False, roaming=False) / "settings.json"
