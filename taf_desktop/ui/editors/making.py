"""One editor for each kind of field."""

from collections.abc import Callable

from taf_desktop.packs.pack import Field
from taf_desktop.ui.editors.choosing import (
    YES_NO,
    ListEditor,
    RadioEditor,
    TicksEditor,
    choice_editor,
)
from taf_desktop.ui.editors.context import EditorContext
from taf_desktop.ui.editors.dates import DateEditor, MomentEditor
from taf_desktop.ui.editors.field_editor import FieldEditor
from taf_desktop.ui.editors.rows import RowsEditor
from taf_desktop.ui.editors.writing import LongTextEditor, NumberEditor, ShortTextEditor


def make_editor(field: Field, context: EditorContext) -> FieldEditor:
    """The editor of a field; KeyError for a kind that does not exist."""
    return EDITORS[field.kind](field, context)


EDITORS: dict[str, Callable[[Field, EditorContext], FieldEditor]] = {
    "short_text": ShortTextEditor,
    "long_text": LongTextEditor,
    "date": DateEditor,
    "moment": MomentEditor,
    "number": NumberEditor,
    "yes_no": lambda field, context: RadioEditor(field, context, YES_NO),
    "choice": choice_editor,
    "choices": lambda field, context: TicksEditor(field, context, context.options(field.list)),
    "person": lambda field, context: ListEditor(field, context, context.people),
    "people": lambda field, context: TicksEditor(field, context, context.people),
    "rows": lambda field, context: RowsEditor(field, context, make_editor),
}
"""How each kind of field is edited."""
