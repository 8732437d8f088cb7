"""Editors tell only what a person's hand did, and keep whatever was typed."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from taf_desktop.ui.editors import EDITORS, EditorContext, FormPanel, make_editor
from taf_desktop.ui.editors.dates import DateEditor, MomentEditor
from tests.ui.gallery import ANSWERS, CONTEXT, FIELDS, HOSTILE, PACK, sample_field


@pytest.fixture
def panel(qtbot, shell):
    form = FormPanel(FIELDS, CONTEXT)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    form.told = []
    form.edited.connect(lambda key, value: form.told.append((key, value)))
    return form


def type_into(widget: Any, words: str) -> None:
    widget.setFocus()
    QTest.keyClicks(widget, words)


def editor_of(qtbot, kind: str, **more: Any):
    editor = make_editor(sample_field("it", kind, "It", **more), CONTEXT)
    qtbot.addWidget(editor)
    editor.show()
    editor.told = []
    editor.edited.connect(lambda key, value: editor.told.append(value))
    return editor


def test_there_is_an_editor_for_each_of_the_eleven_kinds():
    assert set(EDITORS) == {one.kind for one in FIELDS}
    assert len(EDITORS) == 11


def test_showing_answers_tells_nobody(panel):
    panel.show_answers(ANSWERS)
    panel.show_answers({})
    panel.show_answers(ANSWERS)
    assert panel.told == []


def test_what_is_shown_comes_back_unchanged(panel):
    panel.show_answers(ANSWERS)
    assert panel.answers() == ANSWERS


def test_empty_answers_are_none(panel):
    panel.show_answers({})
    assert set(panel.answers().values()) == {None}


def test_looking_at_every_field_tells_nobody(panel):
    panel.show_answers(ANSWERS)
    panel.editors["name"].focus_field()
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert panel.told == []


def test_typing_tells_key_and_value(panel):
    type_into(panel.editor("name").box, "El")
    type_into(panel.editor("feeling").box, "ok")
    assert panel.told[-1] == ("feeling", "ok")
    assert ("name", "El") in panel.told


def test_hostile_text_is_shown_as_it_is(panel):
    panel.show_answers({"name": HOSTILE, "feeling": HOSTILE})
    assert panel.editor("name").box.text() == HOSTILE
    assert panel.editor("feeling").box.toPlainText() == HOSTILE


def test_pasted_rich_text_comes_in_as_plain_words(panel):
    box = panel.editor("feeling").box
    data = QMimeData()
    data.setHtml("<b>bold</b><img src='/etc/hostname'>")
    data.setText("bold")
    box.insertFromMimeData(data)
    assert box.toPlainText() == "bold"
    only_html = QMimeData()
    only_html.setImageData(b"")
    assert not box.canInsertFromMimeData(only_html)


def test_a_document_loads_nothing(panel):
    document = panel.editor("feeling").box.document()
    assert document.loadResource(2, "file:///etc/hostname") is None


def test_tab_leaves_the_long_text_and_return_does_not(panel):
    box = panel.editor("feeling").box
    type_into(box, "a")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert not box.hasFocus()
    assert box.toPlainText() == "a\n"


def test_long_text_grows_with_its_words(panel):
    box = panel.editor("feeling").box
    before = box.height()
    panel.editor("feeling").set_value("word " * 400)
    assert box.height() > before * 2
    assert not box.verticalScrollBar().isVisible()


@pytest.mark.parametrize(
    ("day", "month", "year", "stored"),
    [
        ("14", "11", "2016", "2016-11-14"),
        ("3", "Mar", "2026", "2026-03-03"),
        ("03", "march", "2026", "2026-03-03"),
        ("", "March", "2026", "2026-03"),
        ("", "", "2019", "2019"),
        ("", "", "about 2019", "about 2019"),
        ("45", "5", "2016", "45/5/2016"),
        ("31", "2", "2016", "31/2/2016"),
        ("14", "Mai", "2016", "14/Mai/2016"),
        ("14", "5", "", "14/5/"),
    ],
)
def test_three_boxes_make_a_date_or_keep_what_was_typed(qtbot, day, month, year, stored):
    editor = editor_of(qtbot, "date")
    for box, words in zip(editor.boxes.parts, (day, month, year), strict=True):
        type_into(box, words)
    assert editor.value() == stored
    again = editor_of(qtbot, "date")
    again.set_value(stored)
    assert again.value() == stored
    assert again.told == []


@pytest.mark.parametrize("pasted", ["14/5/2026", "14.5.2026", "14 May 2026", "2026-05-14"])
def test_a_whole_pasted_date_goes_into_three_boxes(qtbot, pasted):
    editor = editor_of(qtbot, "date")
    QApplication.clipboard().setText(pasted)
    editor.boxes.parts[0].setFocus()
    QTest.keyClick(editor.boxes.parts[0], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert editor.value() == "2026-05-14"
    assert editor.told[-1] == "2026-05-14"


def test_a_date_in_words_stays_in_words(qtbot):
    editor = editor_of(qtbot, "date")
    editor.set_value("the summer before Finn was born")
    assert editor.boxes.in_words
    assert editor.value() == "the summer before Finn was born"
    type_into(editor.boxes.words, "!")
    assert editor.told == ["the summer before Finn was born!"]


def test_only_the_wrong_box_is_marked_and_the_sentence_says_error(qtbot):
    editor = editor_of(qtbot, "date")
    editor.set_value("45/5/2016")
    assert editor.problem.text().startswith("Error: ")
    assert [box.property("wrong") for box in editor.boxes.parts] == ["true", "false", "false"]
    assert "Error" in editor.boxes.parts[0].accessibleDescription()


@pytest.mark.parametrize(
    ("time", "stored"),
    [
        ("8:40", "2026-01-05T08:40"),
        ("0840", "2026-01-05T08:40"),
        ("3.45pm", "2026-01-05T15:45"),
        ("", "2026-01-05"),
        ("quarter past", "2026-01-05 quarter past"),
        ("25:00", "2026-01-05 25:00"),
    ],
)
def test_a_moment_is_a_date_and_a_time_or_what_was_typed(qtbot, time, stored):
    editor = editor_of(qtbot, "moment")
    assert isinstance(editor, MomentEditor)
    for box, words in zip(editor.boxes.parts, ("5", "1", "2026"), strict=True):
        type_into(box, words)
    type_into(editor.time, time)
    assert editor.value() == stored
    again = editor_of(qtbot, "moment")
    again.set_value(stored)
    assert again.value() == stored


@pytest.mark.parametrize(
    ("typed", "value"), [("3", 3), ("2.5", 2.5), ("two", "two"), ("", None), ("nan", "nan")]
)
def test_a_number_is_a_number_or_what_was_typed(qtbot, typed, value):
    editor = editor_of(qtbot, "number")
    type_into(editor.box, typed)
    assert editor.value() == value
    again = editor_of(qtbot, "number")
    again.set_value(value)
    assert again.box.text() == typed


def test_today_is_one_press(qtbot):
    editor = editor_of(qtbot, "date")
    editor.boxes.today.click()
    assert editor.told == ["2026-03-12"]


def test_a_choice_can_be_taken_away_again(panel):
    editor = panel.editor("cares")
    editor.buttons["yes"].click()
    assert panel.told == [("cares", "yes")]
    assert editor.clear.isVisible()
    editor.clear.click()
    assert panel.told[-1] == ("cares", None)
    assert not editor.clear.isVisible()


def test_an_answer_that_is_in_the_list_no_more_is_kept(panel):
    odd = {"stage": "gone", "language": "old", "help": ["housing", "gone"], "told": "p9"}
    panel.show_answers(odd)
    answers = panel.answers()
    assert {key: answers[key] for key in odd} == odd


def test_turning_the_wheel_changes_no_answer(panel):
    panel.show_answers(ANSWERS)
    box = panel.findChild(QComboBox)
    box.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, wheel)
    assert panel.answers() == ANSWERS
    assert panel.told == []


def test_ticks_come_in_the_order_of_the_list(panel):
    panel.editor("help").boxes["housing"].click()
    panel.editor("help").boxes["breakfast_club"].click()
    assert panel.told[-1] == ("help", ["breakfast_club", "housing"])


def test_a_row_is_added_taken_away_and_put_back(panel):
    editor = panel.editor("visits")
    panel.show_answers(ANSWERS)
    editor.add_button.click()
    assert panel.told == []
    type_into(editor.rows[1].editors[1].box, "Dry now")
    added = panel.told[-1][1][1]
    assert added["seen"] == "Dry now"
    assert len(added["id"]) == 36
    editor.rows[0].toggle.click()
    assert [row["id"] for row in panel.told[-1][1]] == [added["id"]]
    editor.rows[0].toggle.click()
    assert panel.told[-1][1][0] == ANSWERS["visits"][0]


def test_an_answer_of_a_row_that_no_editor_shows_is_kept(panel):
    stored = [{"id": "v1", "on": None, "seen": "x", "from_an_older_form": "kept"}]
    panel.show_answers({"visits": stored})
    assert panel.answers()["visits"] == stored


def test_every_field_has_label_hint_and_name(panel):
    for editor in panel.editors.values():
        assert editor.label.text() == editor.field.label
        assert editor.hint.text() == editor.field.hint
        assert editor.label.buddy() is not None
        assert editor.label.buddy().accessibleName()


def test_a_wrong_answer_is_said_when_the_person_goes_on_not_while_typing(qtbot):
    editor = editor_of(qtbot, "date")
    type_into(editor.boxes.parts[0], "45")
    assert not editor.problem.isVisible()
    editor._left()
    assert editor.problem.isVisible()
    assert editor.value() == "45//"


def test_context_reads_the_lists_of_the_pack():
    context = EditorContext(pack=PACK, today=date(2026, 3, 12))
    assert context.options("stage")[0] == ("nursery", "Nursery")
    assert DateEditor(FIELDS[2], context).value() is None


@pytest.mark.parametrize("kind", ["choice", "choices", "yes_no"])
def test_each_answer_of_a_choice_says_its_question_to_a_screen_reader(qtbot, kind: str):
    editor = editor_of(qtbot, kind, list="stage")
    editor.set_value(None)
    editor.show_problem("Choose one.")
    editor.show_problem(None)
    for answer in (
        *getattr(editor, "buttons", {}).values(),
        *getattr(editor, "boxes", {}).values(),
    ):
        assert answer.accessibleDescription().startswith("It")
