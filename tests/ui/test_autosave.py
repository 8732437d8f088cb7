"""The words "Saved at" are shown only when it is true, and nothing typed is lost."""

import pytest
from PySide6.QtCore import QTimer

from taf_desktop.errors import UserError
from taf_desktop.ui.autosave import AFTER_LAST_KEY, Autosaver


class Disk:
    """Takes what is saved, and fails when told to."""

    def __init__(self) -> None:
        self.kept: list[dict] = []
        self.fault: Exception | None = None

    def save(self, changed: dict) -> None:
        if self.fault is not None:
            raise self.fault
        self.kept.append(changed)


@pytest.fixture
def disk():
    return Disk()


@pytest.fixture
def saver(disk, shell):
    shell.top.set_saved("")
    return Autosaver(disk.save, shell)


def test_it_saves_between_400_and_800_milliseconds_after_the_last_key():
    assert 400 <= AFTER_LAST_KEY <= 800


def test_somebody_who_never_pauses_has_lost_at_most_two_seconds(saver, disk):
    [after_last, while_typing] = saver.findChildren(QTimer)
    saver.set("words", "w")
    assert while_typing.interval() == 2_000
    left = while_typing.remainingTime()
    saver.set("words", "wo")
    assert while_typing.remainingTime() <= left, "each key puts it off"
    while_typing.timeout.emit()
    assert disk.kept == [{"words": "wo"}]
    assert not after_last.isActive()
    assert not while_typing.isActive()


def test_edits_are_saved_together_and_then_said(saver, disk, shell, qtbot):
    with qtbot.waitSignal(saver.saved, timeout=3000):
        saver.set("name", "E")
        saver.set("name", "El")
        saver.set("born", "2016")
        assert shell.top.saved.text() == ""
    assert disk.kept == [{"name": "El", "born": "2016"}]
    assert shell.top.saved.text() == "Saved at 15:52 on this laptop"


def test_a_failed_save_keeps_the_text_and_says_why(saver, disk, shell):
    disk.fault = UserError("The disk is full", "Free some space.")
    saver.set("name", "El")
    assert saver.flush() is False
    assert saver.waiting == {"name": "El"}
    assert shell.top.saved.text() == ""
    assert "The disk is full" in saver.note.lead.text()
    assert "Free some space." in saver.note.words.text()
    assert not saver.note.isHidden()
    disk.fault = None
    assert saver.flush() is True
    assert disk.kept == [{"name": "El"}]
    assert saver.note.isHidden()


def test_what_was_typed_after_a_failure_wins(saver, disk):
    disk.fault = UserError("No", "Wait.")
    saver.set("name", "old")
    saver.flush()
    saver.set("name", "new")
    disk.fault = None
    saver.flush()
    assert disk.kept == [{"name": "new"}]


def test_a_bug_is_loud_and_loses_nothing(saver, disk):
    disk.fault = RuntimeError("bug")
    saver.set("name", "El")
    with pytest.raises(RuntimeError):
        saver.flush()
    assert saver.waiting == {"name": "El"}


def test_nothing_to_save_says_nothing(saver, disk, shell):
    assert saver.flush() is True
    assert disk.kept == []
    assert shell.top.saved.text() == ""
