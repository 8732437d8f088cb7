"""Checks that any page or window can be put through, without a screen reader.

`assert_accessible(widget)` runs all of them; each also stands alone and names what it found.
"""

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QSlider,
    QTreeView,
    QWidget,
)

from taf_desktop.ui.theme import apply_theme, current
from taf_desktop.ui.theme.contrast import ratio

Role = QAccessible.Role
INTERACTIVE = {
    Role.Button, Role.CheckBox, Role.RadioButton, Role.EditableText, Role.ComboBox, Role.List,
    Role.SpinBox, Role.Table, Role.PageTab, Role.Graphic,
}  # fmt: skip
SMALLEST_TARGET = 24
SCREENS = Path(__file__).parents[2] / "build" / "screens"


def settle() -> None:
    """Let layouts, styles and deferred deletions happen."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


@contextmanager
def at_zoom(zoom: int) -> Iterator[None]:
    """Everything at this zoom, and back again."""
    app, before = QApplication.instance(), current()
    apply_theme(app, before.name, zoom)
    settle()
    try:
        yield
    finally:
        apply_theme(app, before.name, before.zoom)
        settle()


def screenshot(widget: QWidget, name: str) -> Path:
    """Save what the widget looks like as build/screens/<name>.png."""
    settle()
    SCREENS.mkdir(parents=True, exist_ok=True)
    path = SCREENS / f"{name}.png"
    assert widget.grab().save(os.fspath(path))
    return path


def interfaces(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Everything below a widget as a screen reader meets it."""
    waiting = [QAccessible.queryAccessibleInterface(widget)]
    while waiting:
        interface = waiting.pop()
        if interface is None or not interface.isValid():
            continue
        yield interface
        waiting += [interface.child(at) for at in range(interface.childCount())]


def describe(widget: QWidget) -> str:
    """A widget in words, for a failing test."""
    words = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return f"{type(widget).__name__} {widget.accessibleName() or words!r}"


def focusables(root: QWidget) -> list[QWidget]:
    """What Tab can reach."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget, QScrollBar)
    ]


def unnamed(root: QWidget) -> list[str]:
    """Things to press or fill in that have no name."""
    found = []
    for interface in interfaces(root):
        state, hidden = interface.state(), False
        thing = interface.object()
        if isinstance(thing, QWidget):
            hidden = not thing.isVisible()
        name = interface.text(QAccessible.Text.Name).strip()
        if interface.role() in INTERACTIVE and not hidden and not state.invisible and not name:
            found.append(f"{interface.role()} {type(thing).__name__}")
    # A combo box tells only its current text as its name: it needs a label as well.
    found += [
        f"{describe(box)} has no label"
        for box in root.findChildren(QComboBox)
        if box.isVisible() and not any(label.buddy() is box for label in root.findChildren(QLabel))
    ]
    return found


def too_small(root: QWidget) -> list[str]:
    """Targets smaller than 24 by 24."""
    return [
        f"{describe(widget)} {widget.width()}x{widget.height()}"
        for widget in focusables(root)
        if min(widget.width(), widget.height()) < SMALLEST_TARGET
    ]


def not_reached_by_tab(root: QWidget) -> list[str]:
    """What Tab does not come to, or "keyboard trap" when it does not come back."""
    wanted = focusables(root)
    if not wanted:
        return []
    start = wanted[0]
    start.setFocus(Qt.FocusReason.TabFocusReason)
    seen = {start}
    for _ in range(2 * len(wanted) + 60):
        now = QApplication.focusWidget()
        assert now is not None, "the focus went nowhere"
        QTest.keyClick(now, Qt.Key.Key_Tab)
        after = QApplication.focusWidget()
        if after is start:
            break
        if after is not None:
            seen.add(after)
    else:
        return [f"keyboard trap: Tab does not come back to {describe(start)}"]
    groups = {
        button.group() or button.parent() for button in seen if isinstance(button, QRadioButton)
    }
    return [
        describe(widget)
        for widget in wanted
        if widget not in seen
        and not (isinstance(widget, QRadioButton) and (widget.group() or widget.parent()) in groups)
    ]


def _strong_pixels(before: QImage, after: QImage) -> int:
    """How many pixels changed by at least 3:1."""
    one, two = (image.convertToFormat(QImage.Format.Format_RGB32) for image in (before, after))
    first, second = (memoryview(image.constBits()).cast("B").cast("I") for image in (one, two))
    changes = Counter(zip(first, second, strict=False))
    return sum(
        times
        for pair, times in changes.items()
        if pair[0] != pair[1] and ratio(*(f"#{pixel & 0xFFFFFF:06x}" for pixel in pair)) >= 3
    )


def _seen(root: QWidget, widget: QWidget) -> QImage:
    """The picture of a widget on its real ground."""
    settle()
    corner = widget.mapTo(root, QPoint(0, 0))
    return root.grab(widget.rect().translated(corner)).toImage()


def weak_focus(root: QWidget) -> list[str]:
    """Widgets whose focus changes less than a 2 px edge by 3:1 (WCAG 2.4.13), or that jump."""
    weak = []
    every = focusables(root)
    for widget in every:
        away = every[0] if widget is not every[0] else every[-1]
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        size_focused, after = widget.size(), _seen(root, widget)
        away.setFocus(Qt.FocusReason.TabFocusReason)
        # Scrolling follows the focus, so the widget is looked for again where it now stands.
        before = _seen(root, widget)
        if widget.size() != size_focused:
            weak.append(f"{describe(widget)} changes its size")
            continue
        if len(every) == 1:
            continue
        need = 4 * (widget.width() + widget.height()) - 16
        strong = _strong_pixels(before, after)
        if strong < need:
            weak.append(f"{describe(widget)} {strong} of {need} pixels")
    return weak


def _cut_off(label: QLabel) -> bool:
    need = label.heightForWidth(label.width()) if label.wordWrap() else 0
    return label.height() + 1 < need or label.minimumSizeHint().width() > label.width() + 1


def _too_tight(button: QAbstractButton) -> bool:
    if button.hasHeightForWidth():
        high = button.heightForWidth(button.width())
        return button.minimumSizeHint().width() > button.width() + 1 or high > button.height() + 1
    return button.sizeHint().width() > button.width() + 1


def clipped(root: QWidget) -> list[str]:
    """Labels and buttons whose words do not fit where they stand."""
    found = []
    for label in root.findChildren(QLabel):
        if label.isVisible() and label.text() and _cut_off(label):
            found.append(f"{describe(label)} has only {label.width()}x{label.height()}")
    for button in root.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and _too_tight(button):
            found.append(f"{describe(button)} {button.width()} of {button.sizeHint().width()}")
    return found + sticking_out(root) + cut_boxes(root)


def cut_boxes(root: QWidget) -> list[str]:
    """Boxes to type in and lists to open that are less high than they need."""
    return [
        f"{describe(box)} is {box.height()} of {box.minimumSizeHint().height()} high"
        for kind in (QLineEdit, QPlainTextEdit, QComboBox)
        for box in root.findChildren(kind)
        if box.isVisible()
        and (parent := box.parentWidget()) is not None
        and (
            box.height() < box.minimumSizeHint().height()
            or box.geometry().bottom() > parent.rect().bottom() + 1
        )
    ]


def sticking_out(root: QWidget) -> list[str]:
    """Labels and buttons that are wider than what they stand in."""
    return [
        f"{describe(widget)} sticks out"
        for kind in (QLabel, QAbstractButton)
        for widget in root.findChildren(kind)
        if widget.isVisible()
        and (parent := widget.parentWidget()) is not None
        and widget.geometry().right() > parent.rect().right() + 1
    ]


def squeezed(root: QWidget) -> list[str]:
    """The window's page when it has less than half of the window."""
    if not isinstance(root, QMainWindow):
        return []
    page = root.centralWidget().findChild(QWidget, "", Qt.FindChildOption.FindDirectChildrenOnly)
    stack = getattr(root, "stack", page)
    share = stack.width() * stack.height() / (root.width() * root.height())
    return [] if share >= 0.5 else [f"the page has {share:.0%} of the window"]


def forbidden(root: QWidget) -> list[str]:
    """Widgets that screen readers cannot speak, and labels that could read mark-up."""
    found = [
        type(widget).__name__
        for kind in (QTreeView, QSlider, QDateTimeEdit)
        for widget in root.findChildren(kind)
        if not isinstance(widget, QScrollBar)
    ]
    return found + [
        f"{describe(label)} is not plain text"
        for label in root.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText
    ]


def assert_accessible(root: QWidget, zoom: int = 200) -> None:
    """All checks, as the theme stands; in the light theme also at the larger zoom.

    What Tab comes to, and how much room there is at a zoom, is the same in every theme: only
    colours and the thickness of lines differ, so the others look at the focus and at what is cut
    off.
    """
    root.activateWindow()
    settle()
    assert unnamed(root) == []
    assert forbidden(root) == []
    assert weak_focus(root) == []
    assert clipped(root) == []
    if current().name != "light":
        return
    assert too_small(root) == []
    assert not_reached_by_tab(root) == []
    with at_zoom(zoom):
        assert clipped(root) == []
        assert squeezed(root) == []
        assert not_reached_by_tab(root) == []
