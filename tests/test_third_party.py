"""Third-party data: every file is listed with its licence, and is the file that was listed."""

import hashlib
import tomllib
from typing import Any

import pytest

from taf_desktop.paths import resource

FOLDER = resource("third_party")
LISTED: list[dict[str, Any]] = tomllib.loads((FOLDER / "SOURCES.toml").read_text(encoding="utf-8"))[
    "files"
]


@pytest.mark.parametrize("entry", LISTED, ids=[entry["path"] for entry in LISTED])
def test_a_listed_file_is_the_one_that_was_listed(entry: dict[str, Any]) -> None:
    content = (FOLDER / entry["path"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    assert (FOLDER / entry["licence_text"]).is_file()
    assert entry["source_package"]


def test_no_file_stands_there_unlisted() -> None:
    known = {entry["path"] for entry in LISTED} | {entry["licence_text"] for entry in LISTED}
    found = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()}
    assert found - {"SOURCES.toml"} == known
