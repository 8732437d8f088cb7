"""No module of the program knows a way to a network, a browser or another program's shell."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import taf_desktop

SOURCES = sorted(Path(taf_desktop.__file__).parent.rglob("*.py"))
WAYS_OUT = {
    "asyncio", "ftplib", "http", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "urllib", "webbrowser", "xmlrpc",
    "PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore",
    "PySide6.QtGui.QDesktopServices",
}  # fmt: skip


def imported(source: str) -> Iterator[str]:
    """Every name that a module imports, with the names it is found under."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ways_out(source: str) -> set[str]:
    """The ways out that a module imports."""
    names = set(imported(source))
    return {way for way in WAYS_OUT if any(f"{name}.".startswith(f"{way}.") for name in names)}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import socket", {"socket"}),
        ("from urllib.request import urlopen", {"urllib"}),
        ("from PySide6.QtGui import QDesktopServices, QFont", {"PySide6.QtGui.QDesktopServices"}),
        ("from PySide6 import QtNetwork", {"PySide6.QtNetwork"}),
        ("import sockets_of_a_lamp", set()),
    ],
)
def test_the_search_finds_a_way_out(source: str, found: set[str]) -> None:
    assert ways_out(source) == found


def test_no_module_imports_a_way_out() -> None:
    assert len(SOURCES) > 100
    found = {path.name: ways_out(path.read_text(encoding="utf-8")) for path in SOURCES}
    assert {name: ways for name, ways in found.items() if ways} == {}
