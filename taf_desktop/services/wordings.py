"""A change of the journal as people read it: which question, what it said before and after."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from taf_desktop.model.audience import Audience, Level
from taf_desktop.packs.dates import date_words
from taf_desktop.packs.kinds import KINDS, Wording
from taf_desktop.packs.pack import Field, Form, Pack
from taf_desktop.services.unborn import KEY
from taf_desktop.store.journal import Change

_FORMS = {
    "person": ("child", "unborn", "adult", "professional"),
    "family": ("family",),
    "relationship": ("relationship",),
    "episode": ("request",),
    "agreement": ("agreement",),
    "assessment": ("assessment",),
    "meeting": ("meeting",),
    "action": ("action",),
    "absence": ("absence",),
}
_OWN_WORDS = {
    ("statement", "text"): "Their words",
    ("disagreement", "text"): "Seen differently",
    ("scale_mark", "value"): "Number",
    ("scale_mark", "why_not_lower"): "Why not lower",
    ("scale_mark", "one_higher"): "One higher",
    ("attendance", "report"): "Report",
    ("attendance", "note"): "Note",
    ("action_update", "note"): "Note",
    ("plan_agreement", "reason"): "Reason",
    ("family", "name"): "Family name",
}

_SAID_OR_A_DAY = {("action", "by_when")}
"""What may be a day, or words such as "every Friday"."""


@dataclass(frozen=True, kw_only=True)
class Reworded:
    """A question and its words before and after."""

    label: str
    old: str
    new: str


class Wordings:
    """Finds the words for changes in the pack and among the people of a family."""

    def __init__(self, pack: Pack, names: Mapping[str, str]) -> None:
        self._pack = pack
        self._wording = Wording(lists=pack.lists, names=names)

    def of(self, change: Change) -> Reworded | None:
        """The change in words; None for what is only of use to the program."""
        if change.field == f"fact_audience/{KEY}":
            old, new = (self._who(value) for value in (change.old, change.new))
            return Reworded(label="Who may know about the baby", old=old, new=new)
        own = _OWN_WORDS.get((change.record, change.field))
        if own is not None:
            return Reworded(label=own, old=_plain(change.old), new=_plain(change.new))
        field = self._field(change)
        if field is None:
            return None
        if (change.record, change.field) in _SAID_OR_A_DAY:
            old, new = (date_words(_plain(value)) for value in (change.old, change.new))
            return Reworded(label=field.label, old=old, new=new)
        kind = KINDS[field.kind]
        return Reworded(
            label=field.label,
            old=kind.words(field, change.old, self._wording),
            new=kind.words(field, change.new, self._wording),
        )

    def _who(self, stored: dict[str, Any] | None) -> str:
        """Whom an audience names, besides those who always are on it."""
        if stored is None:
            return ""
        audience = Audience.from_json(stored)
        if audience.level is Level.EVERYONE:
            return "everybody around the family"
        names = (self._wording.names.get(str(one), "") for one in sorted(audience.people))
        return ", ".join(filter(None, names)) or "nobody else"

    def _field(self, change: Change) -> Field | None:
        key = change.field.rsplit("/", 1)[-1]
        for form in self._forms(change.record):
            for field in form.fields:
                if field.key == key:
                    return field
        return None

    def _forms(self, record: str) -> Iterator[Form]:
        for form_id in _FORMS.get(record, ()):
            if form_id in self._pack.forms:
                yield self._pack.forms[form_id]


def _plain(value: Any) -> str:  # noqa: ANN401  # a JSON value
    return "" if value is None else str(value)
