"""The one door for dialogs, so that tests and journeys can answer them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from taf_desktop.services.copies import free
from taf_desktop.ui.printing import NO_PRINTER, for_paper, usual_printer
from taf_desktop.ui.theme import current
from taf_desktop.ui.widgets import FlowRow, Heading, Label, PrimaryButton, SecondaryButton


class Ask(Protocol):
    """What the program may ask a person outside a page."""

    def message(self, parent: QWidget | None, title: str, words: str) -> None:
        """Tell something that has to be read."""

    def confirm(
        self, parent: QWidget | None, title: str, words: str, yes: str = "Yes", no: str = "No"
    ) -> bool:
        """Ask for a yes; both answers are in words that say what happens."""

    def save_where(
        self, parent: QWidget | None, title: str, suggested: str, kinds: str
    ) -> Path | None:
        """Where to save a file; None when the person went back."""

    def open_which(self, parent: QWidget | None, title: str, kinds: str) -> Path | None:
        """Which file to open; None when the person went back."""

    def which_folder(self, parent: QWidget | None, title: str) -> Path | None:
        """Which folder to use; None when the person went back."""

    def which_printer(self, parent: QWidget | None, title: str) -> QPrinter | None:
        """Which printer to print with; None when the person went back.

        Raises UserError when there is no printer.
        """


class MessageBox(QDialog):
    """A message in plain words with one or two answers."""

    def __init__(self, parent: QWidget | None, title: str, words: str, yes: str, no: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("TAF Desktop")
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Heading(title, 2))
        column.addWidget(Label(words))
        row = FlowRow(gap=12)
        self.yes = row.add(PrimaryButton(yes, self.accept))
        self.no = row.add(SecondaryButton(no, self.reject)) if no else None
        column.addWidget(row)
        self.setMinimumWidth(current().px(440))
        # What changes nothing is what Enter does.
        (self.no or self.yes).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Never lower than its words need: Qt reckons before it knows how they will wrap."""
        super().resizeEvent(event)
        self.setMinimumHeight(self._column.totalHeightForWidth(self.width()))


def with_ending(path: Path, ending: str) -> Path:
    """The path with the ending that says what the file is, where it was rubbed out by hand."""
    if path.suffix.lower() == ending.lower():
        return path
    return free(path.with_name(f"{path.name}{ending}"))


class Dialogs:
    """Real dialogs, for a person; the first begins in the computer's folder for documents."""

    def __init__(self) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = Path(QStandardPaths.writableLocation(documents))

    def message(self, parent: QWidget | None, title: str, words: str) -> None:
        """Tell something that has to be read."""
        MessageBox(parent, title, words, "Close", "").exec()

    def confirm(
        self, parent: QWidget | None, title: str, words: str, yes: str = "Yes", no: str = "No"
    ) -> bool:
        """Ask for a yes."""
        box = MessageBox(parent, title, words, yes, no)
        return box.exec() == QDialog.DialogCode.Accepted

    def save_where(
        self, parent: QWidget | None, title: str, suggested: str, kinds: str
    ) -> Path | None:
        """Where to save a file: beside the last one, under a name that no file there has."""
        first = str(free(self._folder / suggested))
        chosen, _kind = QFileDialog.getSaveFileName(parent, title, first, kinds)
        return self._noted(with_ending(Path(chosen), Path(suggested).suffix)) if chosen else None

    def open_which(self, parent: QWidget | None, title: str, kinds: str) -> Path | None:
        """Which file to open."""
        chosen, _kind = QFileDialog.getOpenFileName(parent, title, str(self._folder), kinds)
        return self._noted(Path(chosen)) if chosen else None

    def which_folder(self, parent: QWidget | None, title: str) -> Path | None:
        """Which folder to use."""
        chosen = QFileDialog.getExistingDirectory(parent, title, str(self._folder))
        self._folder = Path(chosen or self._folder)
        return self._folder if chosen else None

    def _noted(self, path: Path) -> Path:
        """The path; its folder is where the next dialog begins, until the program ends."""
        self._folder = path.parent
        return path

    def which_printer(self, parent: QWidget | None, title: str) -> QPrinter | None:
        """Which printer to print with."""
        printer = usual_printer()
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(title)
        # Without "print to a file": that would be a copy nobody knows of. Always all pages.
        options = QPrintDialog.PrintDialogOption
        dialog.setOptions(options.PrintShowPageSize | options.PrintCollateCopies)
        return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


class Answers:
    """Answers given beforehand, in order; `asked` tells what was asked."""

    def __init__(self, *answers: bool | Path | None) -> None:
        self._answers: list[bool | Path | None] = list(answers)
        self.asked: list[tuple[str, str, str]] = []

    def give(self, answers: Sequence[bool | Path | None]) -> None:
        """Add answers for what is asked next."""
        self._answers += answers

    def message(self, parent: QWidget | None, title: str, words: str) -> None:
        """Note a message."""
        self.asked.append(("message", title, words))

    def confirm(
        self, parent: QWidget | None, title: str, words: str, yes: str = "Yes", no: str = "No"
    ) -> bool:
        """The next answer; LookupError when nobody foresaw the question."""
        self.asked.append(("confirm", title, words))
        return self._next(title) is True

    def save_where(
        self, parent: QWidget | None, title: str, suggested: str, kinds: str
    ) -> Path | None:
        """The next answer, as a path."""
        self.asked.append(("save_where", title, suggested))
        return self._path(title)

    def open_which(self, parent: QWidget | None, title: str, kinds: str) -> Path | None:
        """The next answer, as a path."""
        self.asked.append(("open_which", title, kinds))
        return self._path(title)

    def which_folder(self, parent: QWidget | None, title: str) -> Path | None:
        """The next answer, as a path."""
        self.asked.append(("which_folder", title, ""))
        return self._path(title)

    def which_printer(self, parent: QWidget | None, title: str) -> QPrinter | None:
        """A printer that prints into the next answer, a path; False means there is no printer."""
        self.asked.append(("which_printer", title, ""))
        answer = self._next(title)
        if answer is False:
            raise NO_PRINTER
        if not isinstance(answer, Path):
            return None
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(answer))
        return for_paper(printer)

    def _path(self, title: str) -> Path | None:
        answer = self._next(title)
        return answer if isinstance(answer, Path) else None

    def _next(self, title: str) -> bool | Path | None:
        if not self._answers:
            raise LookupError(f"nobody foresaw the question: {title}")
        return self._answers.pop(0)
