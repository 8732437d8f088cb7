"""Notices on a Mac that somebody leaves it: sleep, screen lock, another user's turn."""

import importlib
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Any

Tell = Callable[[str], object]
"""Takes in words why whoever worked here left."""

SLEEPS = "the computer went to sleep"
SCREEN_LOCKED = "the screen was locked"
OTHER_USER = "somebody else signed in"

WORKSPACE: Mapping[str, str] = MappingProxyType(
    {
        "NSWorkspaceWillSleepNotification": SLEEPS,
        "NSWorkspaceScreensDidSleepNotification": SCREEN_LOCKED,
        "NSWorkspaceSessionDidResignActiveNotification": OTHER_USER,
    }
)
"""What the workspace of a Mac tells every program of its user."""

EVERYBODY: Mapping[str, str] = MappingProxyType({"com.apple.screenIsLocked": SCREEN_LOCKED})
"""What the system tells all programs."""


def hear(center: Any, names: Mapping[str, str], tell: Tell) -> list[Any]:  # noqa: ANN401  # untyped
    """Have `tell` called with its reason at each of these notifications; what to keep hold of."""
    return [
        center.addObserverForName_object_queue_usingBlock_(name, None, None, _teller(tell, why))
        for name, why in names.items()
    ]


def _teller(tell: Tell, why: str) -> Callable[[object], None]:
    def told(_notification: object) -> None:
        tell(why)

    return told


def hear_mac(tell: Tell) -> list[Any]:
    """Listen to the Mac this runs on, where its bridge to Python is installed."""
    if sys.platform != "darwin":
        return []
    with suppress(ImportError, AttributeError):
        cocoa = importlib.import_module("AppKit")
        everybody = importlib.import_module("Foundation").NSDistributedNotificationCenter
        workspace = cocoa.NSWorkspace.sharedWorkspace().notificationCenter()
        return [
            *hear(workspace, WORKSPACE, tell),
            *hear(everybody.defaultCenter(), EVERYBODY, tell),
        ]
    return []
