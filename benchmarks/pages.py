"""Opening pages, and finding words as somebody types, with few families and with many."""

from collections.abc import Iterator
from functools import partial
from uuid import UUID

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from benchmarks.measuring import Case, Timed
from benchmarks.painting import press_letter, quiet_after
from benchmarks.records import grow, marlow
from taf_desktop.app import Application
from taf_desktop.ui.page import Page
from taf_desktop.ui.pages.home_page import HomePage

EMPTY, BEFORE = "empty", "before"
SIZES = (3, 100, 300)
LOOKED_FOR = "mould bedroom"


def page_cases(program: Application) -> Iterator[Case]:
    """Home while the records grow, then what is done most with all of them."""
    window, workspace = program.window, program.workspace
    assert workspace is not None  # noqa: S101  # opened above
    for name in (EMPTY, BEFORE):
        window.navigator.register(name, lambda: Page(window))
    for size in SIZES:
        grow(workspace, size)
        yield _opening(program, f"Home, {size} families", "home")
    family_id = marlow(workspace)
    yield _opening(program, "A family's overview", "family.overview", family_id=family_id)
    yield _opening(program, "A family's views", "family.views", family_id=family_id)
    yield _opening(program, f"Actions across {size} families", "actions", show="others")
    yield from _finding(program, size)


def _opening(program: Application, name: str, page: str, **args: UUID | str) -> Case:
    """From one empty page to this one, beside the way to another empty page."""
    return Case(
        name=name,
        act=_way(program, page, **args),
        floor_name="an empty page of the same window",
        floor=_way(program, EMPTY),
    )


def _way(program: Application, page: str, **args: UUID | str) -> Timed:
    go = program.window.navigator.go
    to_page = quiet_after(partial(go, page, **args))

    def once() -> float:
        go(BEFORE)
        return to_page()

    return once


def _finding(program: Application, size: int) -> Iterator[Case]:
    """Letters in the box of the home page: the one that reads everything, and each other one."""
    home = _home(program)
    bare = QLineEdit()
    bare.show()
    case = partial(
        Case,
        floor_name="a letter in a bare QLineEdit",
        floor=quiet_after(press_letter(bare, LOOKED_FOR)),
    )
    box = home.finder.box
    third = quiet_after(lambda: QTest.keyClicks(box, LOOKED_FOR[2]))

    def once() -> float:
        home.finder.set_text(LOOKED_FOR[:2])
        home.refresh()
        return third()

    yield case(name=f"The third letter looked for, {size} families", act=once, repetitions=10)
    for words, name in ((LOOKED_FOR, "in many places"), ("Ellie Marlow", "in few places")):
        yield case(
            name=f"A letter looked for, words {name}, {size} families",
            act=_letters(home, words),
            repetitions=2 * len(words),
        )
    home.finder.set_text("")
    bare.hide()


def _letters(home: HomePage, words: str) -> Timed:
    """The next letter of the words; after the last the box is empty again, uncounted."""
    left: list[str] = []

    def press() -> None:
        QTest.keyClicks(home.finder.box, left.pop(0))

    def once() -> float:
        if not left:
            left.extend(words)
            home.finder.box.clear()
        return quiet_after(press)()

    return once


def _home(program: Application) -> HomePage:
    program.window.navigator.go("home")
    page = program.window.navigator.page
    if not isinstance(page, HomePage):
        raise TypeError(page)
    return page
