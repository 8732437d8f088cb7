"""Bringing an older file to today's form: numbered steps, each one whole or not at all."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import Connection, Engine

from taf_desktop.errors import UserError

_NOTHING: Mapping[str, Callable[[Connection], object]] = MappingProxyType({})


def steps() -> list[Path]:
    """The numbered SQL files in order; the first makes an empty file into a store."""
    return sorted(Path(__file__).parent.glob("[0-9]*.sql"))


def newest_version() -> int:
    """The version that this program writes."""
    return len(steps())


def version_of(engine: Engine) -> int:
    """The version of an open file, readable before any table is."""
    with engine.connect() as connection:
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def refuse_newer(version: int) -> None:
    """Refuse a file that a newer program has written."""
    if version > newest_version():
        raise UserError(
            "These records were written by a newer TAF Desktop.",
            f"They have form {version}; this program knows up to {newest_version()}. "
            "Install the newer program; nothing was changed.",
        )


def migrate(engine: Engine, then: Mapping[str, Callable[[Connection], object]] = _NOTHING) -> None:
    """Take every step that the file has not had yet, each in one transaction with its number.

    What SQL cannot do alone is in `then` under the name of the step: "seals" for 0004_seals.sql.
    """
    version = version_of(engine)
    for number, path in enumerate(steps(), start=1):
        if number > version:
            with engine.begin() as connection:
                for statement in _statements(path):
                    connection.exec_driver_sql(statement)
                if (finish := then.get(path.stem.partition("_")[2])) is not None:
                    finish(connection)
                connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def _statements(path: Path) -> list[str]:
    whole = path.read_text(encoding="utf-8")
    lines = (line for line in whole.splitlines() if not line.startswith("--"))
    return [part.strip() for part in "\n".join(lines).split(";\n") if part.strip()]
