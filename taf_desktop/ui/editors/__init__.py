"""One editor for each kind of field, and the panel that a form is made of."""

from taf_desktop.ui.autosave import Autosaver
from taf_desktop.ui.editors.context import EditorContext
from taf_desktop.ui.editors.field_editor import FieldEditor
from taf_desktop.ui.editors.form_panel import FormPanel
from taf_desktop.ui.editors.making import EDITORS, make_editor

__all__ = [
    "EDITORS",
    "Autosaver",
    "EditorContext",
    "Field",
    "FieldEditor",
    "FormPanel",
    "make_editor",
]  # fmt: skip
