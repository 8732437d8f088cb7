"""In which language and letters a copy is made, and what there is to know of the language."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.services.copies import CopyStyle
from taf_desktop.services.copy_styles import LETTERS, CopyStyles, language_remark
from taf_desktop.ui.pages.copy_choices import OneOf
from taf_desktop.ui.widgets import Label
from taf_desktop.ui.widgets.text import show_if

_BY_NAME = {letters.value: letters for letters in LETTERS}


class StyleChoice(QWidget):
    """Two lists, each shown only where there is something to choose."""

    edited = Signal()

    def __init__(self, styles: CopyStyles) -> None:
        super().__init__()
        self._styles = styles
        self.language_is_chosen = False
        self.languages = OneOf("The language of the headings")
        self.remark = Label()
        self.letters = OneOf("The letters")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.languages, self.remark, self.letters):
            column.addWidget(widget)
        self.languages.edited.connect(self._choose_language)
        self.letters.edited.connect(lambda _letters: self.edited.emit())

    def show_for(self, document: str, reader_ids: Sequence[UUID]) -> None:
        """Show what there is to choose; the readers' own language until one is chosen."""
        languages, letters = self._styles.languages(document), self._styles.letters(document)
        usual = self._styles.usual_language(document, reader_ids)
        chosen = self.languages.value() if self.language_is_chosen else usual
        self.languages.show_options(languages, chosen)
        self.letters.show_options(letters, self.letters.value())
        show_if(self.languages, bool(languages))
        show_if(self.letters, bool(letters))
        self._show_remark()

    def style_of_copy(self) -> CopyStyle:
        """What is chosen; English in the usual letters where there is nothing to choose."""
        language, letters = self.languages.value(), self.letters.value()
        style = CopyStyle(letters=_BY_NAME.get(letters, CopyStyle().letters))
        return CopyStyle(language=language, letters=style.letters) if language else style

    def forget(self) -> None:
        """Go back to the usual language."""
        self.language_is_chosen = False

    def _choose_language(self, _code: str) -> None:
        self.language_is_chosen = True
        self._show_remark()
        self.edited.emit()

    def _show_remark(self) -> None:
        language = self.languages.value()
        remark = language_remark(language) if language else ""
        self.remark.setText(remark)
        show_if(self.remark, bool(remark))
