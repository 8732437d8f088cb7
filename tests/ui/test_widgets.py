"""The widgets show what they are given, say it to a screen reader, and answer to keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from taf_desktop.ui.ask import Answers, MessageBox
from taf_desktop.ui.widgets import (
    RATHER_NOT_SAY,
    ChangeChart,
    Choices,
    Columns,
    EmptyState,
    ErrorSummary,
    FlowRow,
    Label,
    Line,
    Mark,
    Pill,
    RowButton,
    ScaleChoice,
    ScalePicture,
    Stage,
    StageStrip,
    StatementCard,
    TextBox,
    Tone,
)
from tests.accessibility.walk import settle
from tests.ui.gallery import HOSTILE


@pytest.fixture
def put(qtbot, shell):
    def show(widget, width=640):
        qtbot.addWidget(widget)
        widget.resize(width, 300)
        widget.show()
        widget.activateWindow()
        settle()
        return widget

    return show


def test_a_label_shows_mark_up_as_it_is(put):
    label = put(Label(HOSTILE))
    assert label.text() == HOSTILE
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_name_without_spaces_wraps_and_reads_whole(put):
    name = "A" * 300
    label = put(Label(name), 200)
    assert label.text() == name
    assert label.accessibleName() == name
    assert label.minimumSizeHint().width() < 200
    assert label.heightForWidth(200) > 5 * label.fontMetrics().height()


def test_a_label_is_as_high_as_its_wrapped_words(put):
    label = Label("word " * 60)
    assert label.heightForWidth(200) > label.heightForWidth(600)
    assert label.sizeHint().height() == label.heightForWidth(label.sizeHint().width())


def test_a_button_shows_an_ampersand(put):
    state = put(EmptyState("Nobody yet", "Mum & Dad"))
    button = state.button
    assert button.words() == "Mum & Dad"
    assert button.accessibleName() == "Mum & Dad"


def test_a_row_says_everything_in_its_name_and_enter_presses_it(put):
    pressed = []
    row = put(
        RowButton(
            "Marlow", "El 9", when="Today 15:30", pill=Pill("1 late", Tone.LATE),
            on_click=lambda: pressed.append(1),
        )
    )  # fmt: skip
    assert row.accessibleName() == "Marlow, El 9, Today 15:30, 1 late"
    QTest.keyClick(row, Qt.Key.Key_Return)
    QTest.keyClick(row, Qt.Key.Key_Space)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert pressed == [1, 1, 1]


def test_digits_choose_a_number_and_ten_is_one_and_nothing(put):
    scale = put(ScaleChoice("How safe?", "not at all", "wholly"))
    told = []
    scale.edited.connect(told.append)
    scale.buttons[0].setFocus()
    for digit in "710":
        QTest.keyClicks(QApplication.focusWidget(), digit)
    assert told == [7, 1, 10]
    assert scale.value() == 10


def test_the_scale_is_silent_when_shown_and_knows_rather_not_say(put):
    scale = put(ScaleChoice("How safe?", "not at all", "wholly"))
    told = []
    scale.edited.connect(told.append)
    for value in (0, 6, RATHER_NOT_SAY, None):
        scale.set_value(value)
        assert scale.value() == value
    assert told == []
    scale.rather_not.click()
    assert told == [RATHER_NOT_SAY]


def test_the_whole_box_of_a_number_can_be_pressed(put):
    scale = put(ScaleChoice("How safe?", "not at all", "wholly"))
    button = scale.buttons[4]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().bottomRight())
    assert scale.value() == 4


def test_both_ends_of_the_scale_are_words(put):
    scale = put(ScaleChoice("How safe?", "not at all", "wholly"))
    assert scale.buttons[0].accessibleName() == "0 out of 10, not at all"
    assert scale.buttons[10].accessibleName() == "10 out of 10, wholly"
    assert scale.low.text() == "0: not at all"


def test_the_pictures_say_the_same_in_words(put):
    picture = put(ScalePicture())
    picture.set_marks([Mark("Mum", 6, before=4), Mark("El", None)], "no", "yes", "29 January")
    assert picture.picture.accessibleDescription() == "Mum 6, last time 4; El no number"
    chart = put(ChangeChart())
    chart.set_lines(["29 Jan", "12 Mar"], [Line("El", [3, None]), Line("Mum", [4, 6])])
    assert chart.accessibleDescription() == "29 Jan, 12 Mar: El 3; Mum 4 → 6"
    strip = put(StageStrip([Stage("Request", "done"), Stage("Meeting", "now")]))
    assert strip.accessibleDescription() == "Request: done; Meeting: now"


def test_many_people_on_one_number_all_fit(put):
    picture = put(ScalePicture())
    picture.set_marks([Mark(f"Person {at}", 5) for at in range(9)])
    settle()
    assert picture.picture.height() >= 9 * 50


def test_the_error_summary_takes_the_focus_and_leads_to_the_field(put):
    box = TextBox("Who will do it?")
    summary = ErrorSummary()
    row = put(FlowRow([summary, box]))
    summary.show_problems([("Write who will do it", box)])
    settle()
    assert summary.hasFocus()
    assert "Write who will do it" in summary.accessibleName()
    summary.links[0].click()
    assert box.box.hasFocus()
    summary.show_problems([])
    assert not summary.isVisible()
    assert row.isVisible()


def test_a_disagreement_stands_beside_the_statement(put):
    card = put(
        StatementCard(
            "He is behind", "Miss Hall", exact=True,
            disagreements=[("Mum sees it differently", "He is quiet"), ("Nan too", "He is four")],
        )
    )  # fmt: skip
    words = [label.text() for label in card.findChildren(Label)]
    assert words == [
        "“He is behind”", "Miss Hall, exact words", "Mum sees it differently:", "“He is quiet”",
        "Nan too:", "“He is four”",
    ]  # fmt: skip


def test_columns_stack_when_narrow(put):
    columns = Columns((2, 1))
    columns.add(0, Label("left"))
    columns.add(1, Label("right"))
    put(columns, 1000)
    assert not columns.stacked
    columns.resize(500, 300)
    settle()
    assert columns.stacked


def test_a_row_that_wraps_is_higher_when_it_is_narrow(put):
    row = put(FlowRow([Pill(f"pill {at}", Tone.INFO) for at in range(12)]))
    assert row.heightForWidth(150) > row.heightForWidth(1200)


def test_a_secret_can_be_looked_at_and_pasted(put):
    box = put(TextBox("Passphrase", secret=True))
    assert box.box.echoMode() is QLineEdit.EchoMode.Password
    QApplication.clipboard().setText("five words are long enough")
    box.box.setFocus()
    QTest.keyClick(box.box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == "five words are long enough"
    box._look.click()
    assert box.box.echoMode() is QLineEdit.EchoMode.Normal


def test_choices_are_silent_when_shown(put):
    choices = put(Choices("Size", [("a", "Smaller"), ("b", "Larger")]))
    told = []
    choices.edited.connect(told.append)
    choices.set_value("b")
    assert choices.value() == "b"
    assert told == []
    choices.buttons["a"].click()
    assert told == ["a"]


def test_answers_given_beforehand_come_in_order():
    ask = Answers(True, None)
    assert ask.confirm(None, "Delete?", "It can be undone.")
    assert ask.save_where(None, "Save the plan", "plan.pdf", "PDF (*.pdf)") is None
    assert [kind for kind, _title, _words in ask.asked] == ["confirm", "save_where"]
    with pytest.raises(LookupError):
        ask.confirm(None, "Again?", "")


def test_a_dialog_shows_mark_up_as_it_is_and_enter_changes_nothing(put):
    box = MessageBox(None, HOSTILE, HOSTILE, "Delete", "Keep")
    put(box)
    assert HOSTILE in [label.text() for label in box.findChildren(Label)]
    assert box.no.hasFocus()
    QTest.keyClick(box.no, Qt.Key.Key_Return)
    assert box.result() == 0


def test_no_words_of_a_dialog_are_cut_off_however_they_wrap(qtbot, shell):
    cut = []
    for many in range(5, 45):
        box = MessageBox(None, "A message", "telephone " * many, "Close", "")
        qtbot.addWidget(box)
        box.show()
        settle()
        words = box.findChildren(Label)
        cut += [many for one in words if one.height() < one.heightForWidth(one.width())]
        box.close()
    assert cut == []
