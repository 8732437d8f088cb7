"""What the package that people see must never do, looked for in its source."""

import re
from pathlib import Path

import pytest

import taf_desktop.ui

SOURCES = sorted(Path(taf_desktop.ui.__file__).parent.rglob("*.py"))
NEVER = {
    "reads mark-up": r"\b(setHtml|appendHtml|insertHtml|QTextEdit|QTextBrowser|QErrorMessage)\b",
    "shows a tooltip, which Qt reads as mark-up": r"\b(setToolTip|setWhatsThis|showText)\(",
    "asks outside ask.py": r"\b(QMessageBox|QInputDialog|QProgressDialog|QWizard)\b",
    "uses what screen readers do not speak": r"\b(QTreeView|QTreeWidget|QSlider|QDateEdit)\b",
    "imports what is not the screen's": r"(?:from|import) taf_desktop\.(store|documents|exchange)",
    "keeps settings that Qt writes in clear": r"\bQSettings\b",
}
ONLY_IN = {
    r"\bQLabel\(": {"text.py"},
    r"\bQFileDialog\b": {"ask.py"},
    r"\bQPrintDialog\b": {"ask.py"},
    r"\.textChanged\b": {"entry.py"},
    r"\bQComboBox\(": {"entry.py"},
}


@pytest.mark.parametrize("why", NEVER)
def test_no_module_of_the_screen(why):
    found = [path.name for path in SOURCES if re.search(NEVER[why], path.read_text("utf-8"))]
    assert found == []


@pytest.mark.parametrize("what", ONLY_IN)
def test_only_its_own_module_uses(what):
    users = {path.name for path in SOURCES if re.search(what, path.read_text("utf-8"))}
    assert users <= ONLY_IN[what]
