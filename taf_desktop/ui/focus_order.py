"""The order in which Tab goes through a window: as people read it, whatever was built when."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

WAITING = "focus_waiting"
"""The property of a page whose focus is about to be given to something new."""


def in_reading_order(root: QWidget) -> list[QWidget]:
    """What Tab can reach below a widget, in the order of the layouts."""
    return [widget for widget in _walk(root) if _takes_tab(widget)]


def neighbour(root: QWidget, now: QWidget | None, forward: bool) -> QWidget | None:
    """What comes after, or before, the thing that has the focus; round at the end."""
    order = in_reading_order(root)
    if not order:
        return None
    if now in order:
        step = 1 if forward else -1
        return order[(order.index(now) + step) % len(order)]
    # The focus is on the page itself, or on something that cannot be reached by Tab.
    inside = [one for one in order if now is not None and now.isAncestorOf(one)]
    if inside:
        return inside[0] if forward else inside[-1]
    return order[0] if forward else order[-1]


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return (
        policy & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
    )


def _walk(widget: QWidget) -> Iterator[QWidget]:
    """A widget and everything below it, in reading order."""
    yield widget
    for child in _children(widget):
        if not child.isHidden():
            yield from _walk(child)


def _children(widget: QWidget) -> list[QWidget]:
    """What stands directly on a widget, in the order of its layout."""
    if isinstance(widget, QScrollArea):
        only = widget.widget()
    elif isinstance(widget, QStackedWidget):
        only = widget.currentWidget()
    elif isinstance(widget, QMainWindow):
        only = widget.centralWidget()
    else:
        layout = widget.layout()
        return list(_in_layout(layout)) if layout is not None else []
    return [only] if only is not None else []


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _in_layout(inner)


def let_go(going: QWidget) -> None:
    """Before a widget is taken away: if it has the focus, let what stands there next have it.

    It goes to the thing with the same name, else to what then stands at the same place; unless
    somebody gives the focus to something else meanwhile.
    """
    held = QApplication.focusWidget()
    if held is None or not (held is going or going.isAncestorOf(held)):
        return
    page = _page_of(going)
    if page is None:
        return
    order = in_reading_order(page)
    place = order.index(held) if held in order else 0
    name = held.accessibleName()
    # Otherwise it would jump from each thing that goes to the next one.
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    page.setProperty(WAITING, True)
    _after_showing(page, lambda: _give_back(page, name, place))


def settle_focus(page: QWidget) -> None:
    """The page was opened anew: the focus stays where it is put now."""
    page.setProperty(WAITING, False)


def _page_of(widget: QWidget) -> QWidget | None:
    above = widget.parentWidget()
    while above is not None and above.property("kind") != "page":
        above = above.parentWidget()
    return above


def _give_back(page: QWidget, name: str, place: int) -> None:
    if not page.property(WAITING) or QApplication.focusWidget() is not page:
        return
    settle_focus(page)
    after = in_reading_order(page)
    same = next((one for one in after if name and one.accessibleName() == name), None)
    to = same or (after[min(place, len(after) - 1)] if after else None)
    if to is not None:
        to.setFocus(Qt.FocusReason.OtherFocusReason)


def focus_soon(widget: QWidget) -> None:
    """Take the focus to something new, as soon as it is shown."""
    _after_showing(widget, lambda: widget.setFocus(Qt.FocusReason.OtherFocusReason))


def _after_showing(widget: QWidget, act: Callable[[], object]) -> None:
    """Do something when what is built now has been shown; only then can it have the focus.

    Showing is queued behind this call, so the second turn of the event loop is the first that
    comes after it.
    """
    QTimer.singleShot(0, widget, lambda: QTimer.singleShot(0, widget, act))
