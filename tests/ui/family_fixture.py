"""One family on the screen: a new one with two people, and the one of the practice store."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from taf_desktop.app import Application
from taf_desktop.services.workspace import Workspace
from tests.accessibility.walk import settle

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@dataclass(kw_only=True)
class OnScreen:
    """The application with one family in it, and some of its people by first name."""

    application: Application
    family_id: UUID
    people: dict[str, UUID]

    @property
    def workspace(self) -> Workspace:
        """The open records."""
        assert self.application.workspace is not None
        return self.application.workspace

    @property
    def page(self) -> Any:
        """The page that is shown."""
        return self.application.window.navigator.page

    @property
    def said(self) -> str:
        """What the window said last."""
        return self.application.window.top.saved.text()

    def go(self, name: str, **args: object) -> Any:
        """Open a page of the family."""
        self.application.window.navigator.go(f"family.{name}", family_id=self.family_id, **args)
        settle()
        return self.page

    def focus(self, widget: QWidget) -> None:
        """Put the focus where a person would click."""
        widget.setFocus(Qt.FocusReason.MouseFocusReason)
        settle()


@pytest.fixture
def marlow(inside: Application) -> OnScreen:
    """A family of which only a child and her mother are known."""
    workspace = inside.workspace
    assert workspace is not None
    family_id = workspace.families.lines()[0].family.id
    add = workspace.people.add
    child = add(family_id, "child", {"given_name": "Ellie", "called": "El"})
    mother = add(family_id, "adult", {"given_name": "Dana", "called": "Mum"})
    return OnScreen(
        application=inside, family_id=family_id, people={"El": child.id, "Mum": mother.id}
    )


@pytest.fixture
def practised(application: Application, practice_families: Path) -> OnScreen:
    """The Marlow family of the practice store, with everything that was ever written about it."""
    shutil.copytree(practice_families, application.places.practice)
    application.open(practise=True)
    settle()
    assert application.workspace is not None
    lines = application.workspace.families.lines()
    family_id = next(line.family.id for line in lines if line.family.name == "Marlow")
    names = application.workspace.people.names(family_id)
    return OnScreen(
        application=application,
        family_id=family_id,
        people={name: UUID(one) for one, name in names.items()},
    )


def click_at(window: QWidget, place: QPoint) -> None:
    """Press and let go of the mouse at a place of the window, whatever stands there by then."""
    for act in (QTest.mousePress, QTest.mouseRelease):
        act(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        settle()
