"""The child's page: nothing else can be reached, what is drawn is kept, the child says who sees."""

from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from taf_desktop.app import Application
from taf_desktop.model.audience import Level
from taf_desktop.services.drawings import DREW
from taf_desktop.ui.pages.meeting.houses_page import MOST_WRONG
from taf_desktop.ui.widgets.strokes import Sheet
from tests.accessibility.walk import assert_accessible, settle
from tests.conftest import PASSPHRASE
from tests.ui.application_fixture import focused, press, tab_to, type_words

ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
DIGITS = "4711"


class Visit:
    """A family with a child and a meeting, and the page of houses open for the child."""

    def __init__(self, application: Application) -> None:
        self.application = application
        workspace = application.workspace
        (line,) = workspace.families.lines()
        self.family_id: UUID = line.family.id
        self.child = workspace.people.add(self.family_id, "child", {"given_name": "El"}).id
        self.mum = workspace.people.add(
            self.family_id, "adult", {"given_name": "Dana", "called": "Mum"}
        ).id
        self.meeting = workspace.meetings.add(self.family_id, "first").id
        application.window.navigator.go(
            "family.houses",
            family_id=self.family_id,
            meeting_id=self.meeting,
            person_id=self.child,
        )
        settle()

    @property
    def page(self):
        return self.application.window.navigator.page

    def said(self):
        return self.application.workspace.views.statements(self.family_id)

    def words(self) -> str:
        labels = self.page.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def draw(self, *points: tuple[int, int]) -> None:
        """Draw one line with the mouse."""
        pad = self.page.room.pad
        first, *others = (QPoint(*point) for point in points)
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=first)
        for point in others:
            QTest.mouseMove(pad, point)
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=(others or [first])[-1])
        settle()


@pytest.fixture
def visit(inside: Application) -> Visit:
    """The page before the laptop is handed over."""
    return Visit(inside)


@pytest.fixture
def alone(visit: Visit) -> Visit:
    """The child has the laptop."""
    type_words(DIGITS)
    press(ENTER)
    return visit


def give_back(digits: str = DIGITS) -> None:
    type_words(digits)
    press(ENTER)


def test_digits_that_are_none_are_said_and_nothing_is_handed_over(visit: Visit) -> None:
    for typed in ("", "12", "abcd", "12 34"):
        visit.page.digits.set_text(typed)
        visit.page.hand_over()
    assert "Type 4 to 8 digits" in visit.words()
    assert not visit.application.window.navigator.is_held


def test_no_key_leads_anywhere_while_the_child_has_the_laptop(alone: Visit) -> None:
    window = alone.application.window
    before = alone.application.workspace.history.count()
    for key in (Qt.Key.Key_K, Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_Z, Qt.Key.Key_Y):
        press(key, CTRL)
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    for key in (Qt.Key.Key_F1, Qt.Key.Key_F12, Qt.Key.Key_F6, Qt.Key.Key_Escape):
        press(key)
    press(Qt.Key.Key_A, CTRL | Qt.KeyboardModifier.ShiftModifier)
    for page in ("home", "settings", "family.overview", "keyboard"):
        assert not window.navigator.go(page, family_id=alone.family_id)
    assert not window.navigator.back()
    assert alone.page.name == "family.houses"
    assert not window.top.isVisible()
    assert not window.rail_bar.isVisible()
    assert window.isFullScreen()
    assert alone.application.workspace.history.count() == before


def test_nothing_of_the_records_is_behind_the_page(alone: Visit) -> None:
    texts = " ".join(
        label.text() for label in alone.application.window.findChildren(QLabel) if label.isVisible()
    )
    assert "Marlow" not in texts
    assert "El's houses" in texts


def test_what_is_drawn_is_kept_at_once_and_seen_by_nobody_yet(alone: Visit) -> None:
    press(ENTER)
    alone.draw((100, 100), (120, 140), (160, 150))
    (statement,) = alone.said()
    assert (statement.column, statement.text, statement.house) == ("worried", DREW, "worries")
    assert statement.audience.level is Level.LEAD
    assert statement.audience.people == {alone.child}
    (drawing,) = alone.application.workspace.drawings.of(alone.family_id).values()
    (stroke,) = drawing.strokes
    assert stroke["ink"] == "black"
    assert all(0 <= x <= 1000 and 0 <= y <= 750 for x, y in stroke["points"])


def test_lines_are_taken_back_one_by_one_with_the_usual_key(alone: Visit) -> None:
    press(ENTER)
    alone.draw((100, 100), (140, 140))
    alone.draw((200, 100), (240, 140))
    press(Qt.Key.Key_Z, CTRL)
    assert len(alone.page.room.pad.strokes) == 1
    assert alone.page.room.pad.accessibleDescription() == "1 line drawn"
    (drawing,) = alone.application.workspace.drawings.of(alone.family_id).values()
    assert len(drawing.strokes) == 1


def test_words_alone_are_enough_and_are_exact_words(alone: Visit) -> None:
    tab_to("House of dreams")
    press(ENTER)
    tab_to("Or write it")
    type_words("Mum laughing at breakfast")
    tab_to("Back to the houses")
    press(ENTER)
    (statement,) = alone.said()
    assert statement.text == "Mum laughing at breakfast"
    assert statement.exact_words
    assert statement.column == "needs_to_happen"
    assert statement.said_by == [str(alone.child)]
    assert "written" in alone.page.buttons["dreams"].accessibleName()


def test_a_house_can_have_another_name(alone: Visit) -> None:
    press(ENTER)
    alone.draw((100, 100), (140, 140))
    tab_to("The name of this house")
    press(Qt.Key.Key_A, CTRL)
    type_words("Grumpy house")
    tab_to("Back to the houses")
    press(ENTER)
    assert alone.page.buttons["worries"].accessibleName().startswith("Grumpy house")
    (drawing,) = alone.application.workspace.drawings.of(alone.family_id).values()
    assert drawing.title == "Grumpy house"


def test_the_child_says_who_may_see_it(alone: Visit) -> None:
    press(ENTER)
    alone.draw((100, 100), (140, 140))
    tab_to("Back to the houses")
    press(ENTER)
    tab_to("I am finished")
    press(ENTER)
    assert "May I show this to" in alone.words()
    assert "Amira Hall can see it, because Amira Hall looks after the plan." in alone.words()
    tab_to("Mum")
    press(Qt.Key.Key_Space)
    (statement,) = alone.said()
    assert statement.audience.level is Level.NAMED
    assert statement.audience.people == {alone.child, alone.mum}
    press(Qt.Key.Key_Space)
    assert alone.said()[0].audience.people == {alone.child}


def test_only_the_digits_lead_back_to_the_meeting(alone: Visit) -> None:
    tab_to("I am finished")
    press(ENTER)
    give_back("1234")
    assert alone.page.name == "family.houses"
    assert "Those are not the digits" in alone.words()
    give_back()
    window = alone.application.window
    assert alone.page.name == "family.meeting"
    assert not window.navigator.is_held
    assert not window.isFullScreen()
    press(Qt.Key.Key_K, CTRL)
    assert alone.page.name == "home"


def test_many_wrong_digits_lock_everything(alone: Visit) -> None:
    tab_to("I am finished")
    press(ENTER)
    for _ in range(MOST_WRONG):
        give_back("0000")
    assert alone.application.workspace is None
    assert alone.page.name == "unlock"
    type_words(PASSPHRASE)
    press(ENTER)
    assert not alone.application.window.navigator.is_held


def test_locking_keeps_what_is_drawn_and_lets_go(alone: Visit) -> None:
    press(ENTER)
    alone.draw((100, 100), (140, 140))
    press(Qt.Key.Key_L, CTRL)
    assert alone.page.name == "unlock"
    type_words(PASSPHRASE)
    press(ENTER)
    assert len(alone.application.workspace.drawings.of(alone.family_id)) == 1


def test_a_second_time_the_houses_are_as_they_were_left(alone: Visit) -> None:
    press(ENTER)
    alone.draw((100, 100), (140, 140))
    for name in ("Back to the houses", "I am finished", "That is right"):
        tab_to(name)
        press(ENTER)
    give_back()
    window = alone.application.window
    window.navigator.go(
        "family.houses",
        family_id=alone.family_id,
        meeting_id=alone.meeting,
        person_id=alone.child,
    )
    settle()
    type_words(DIGITS)
    press(ENTER)
    assert "drawn" in alone.page.buttons["worries"].accessibleName()
    press(ENTER)
    alone.draw((300, 100), (340, 140))
    assert len(alone.said()) == 1


def test_undo_takes_a_drawing_away_with_its_words(alone: Visit) -> None:
    press(ENTER)
    alone.draw((100, 100), (140, 140))
    for name in ("Back to the houses", "I am finished", "That is right"):
        tab_to(name)
        press(ENTER)
    give_back()
    press(Qt.Key.Key_Z, CTRL)
    assert (
        alone.application.window.top.saved.text()
        == "Undone: Keep what El drew. Ctrl+Y does it again."
    )
    assert alone.said() == []
    assert alone.application.workspace.drawings.of(alone.family_id) == {}


def test_a_drawing_is_shown_beside_its_words_with_a_name(alone: Visit) -> None:
    press(ENTER)
    alone.draw((100, 100), (140, 140))
    for name in ("Back to the houses", "I am finished", "That is right"):
        tab_to(name)
        press(ENTER)
    give_back()
    alone.application.window.navigator.go("family.views", family_id=alone.family_id)
    settle()
    names = [sheet.accessibleName() for sheet in alone.page.findChildren(Sheet)]
    assert names == ["Drawn by El: House of worries"]


def _handing_over(visit: Visit) -> None:
    del visit


def _houses(_visit: Visit) -> None:
    type_words(DIGITS)
    press(ENTER)


def _in_a_house(visit: Visit) -> None:
    _houses(visit)
    press(ENTER)
    visit.draw((100, 100), (140, 140))


def _showing(visit: Visit) -> None:
    _in_a_house(visit)
    visit.page.show_houses()
    visit.page.finish()
    settle()


@pytest.mark.parametrize("stage", [_handing_over, _houses, _in_a_house, _showing])
def test_every_stage_is_accessible(theme: str, visit: Visit, stage) -> None:
    visit.application.preferences.choose(theme=theme)
    visit.page.digits.box.setFocus()
    stage(visit)
    assert focused() is not None
    visit.application.window.showNormal()
    visit.application.window.resize(1280, 720)
    assert_accessible(visit.application.window)
