"""The dialogs of the computer itself: where they begin, and what they propose."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from taf_desktop.ui.ask import Dialogs

KINDS = "PDF (*.pdf)"
NAME = "TAF-2026-0001 family plan version 1.pdf"


def answered(
    asked: Callable[[], Path | None], answer: Callable[[QFileDialog], None]
) -> Path | None:
    """What a dialog gives when somebody answers it as soon as it is there."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            timer.stop()
            answer(dialog)

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(0)
    return asked()


def saved(dialogs: Dialogs, answer: Callable[[QFileDialog], None]) -> Path | None:
    return answered(lambda: dialogs.save_where(None, "Where?", NAME, KINDS), answer)


def into(folder: Path, name: str) -> Callable[[QFileDialog], None]:
    def answer(dialog: QFileDialog) -> None:
        dialog.selectFile(str(folder / name))
        dialog.accept()

    return answer


def test_a_name_that_is_there_is_never_proposed(qtbot: QtBot, tmp_path: Path) -> None:
    dialogs = Dialogs()
    first = saved(dialogs, into(tmp_path, NAME))
    assert first == tmp_path / NAME
    first.write_bytes(b"somebody's copy")
    assert saved(dialogs, QFileDialog.accept) == tmp_path / NAME.replace(".pdf", " copy 2.pdf")


def test_the_ending_comes_back_where_it_was_rubbed_out(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "plan for mum v1.2.pdf").write_bytes(b"another one")
    found = saved(Dialogs(), into(tmp_path, "plan for mum v1.2"))
    assert found == tmp_path / "plan for mum v1.2 copy 2.pdf"


def test_the_next_dialog_begins_where_the_last_one_ended(qtbot: QtBot, tmp_path: Path) -> None:
    dialogs = Dialogs()
    folder = answered(lambda: dialogs.which_folder(None, "Which?"), into(tmp_path, ""))
    assert folder == tmp_path
    seen: list[Path] = []

    def look(dialog: QFileDialog) -> None:
        seen.append(Path(dialog.directory().absolutePath()))
        dialog.reject()

    assert saved(dialogs, look) is None
    assert answered(lambda: dialogs.open_which(None, "Which?", KINDS), look) is None
    assert answered(lambda: dialogs.which_folder(None, "Which?"), look) is None
    assert seen == [tmp_path] * 3
