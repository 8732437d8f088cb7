"""A form being answered: pure values, nothing saved and nothing blocked."""

from collections.abc import Mapping
from typing import Any

from taf_desktop.packs.kinds import Answer, problem
from taf_desktop.packs.pack import Field, Form, Section

NOT_YET, STARTED, DONE = "not yet", "started", "done"


def answer_key(field: Field, person_id: str | None = None) -> str:
    """Where an answer is kept: by its field, and by the person where each is asked."""
    return f"{person_id}/{field.key}" if person_id else field.key


def split_key(key: str) -> tuple[str | None, str]:
    """The person and the field that an answer is about; the person is None where asked once."""
    person_id, mark, field_key = key.rpartition("/")
    return (person_id, field_key) if mark else (None, key)


class Draft:
    """The answers of one form as they are now, and which of them were changed."""

    def __init__(self, form: Form, answers: Mapping[str, Answer]) -> None:
        self.form = form
        self._answers = dict(answers)
        self._changed: set[str] = set()

    def value(self, key: str) -> Answer:
        """The answer under a key, or None."""
        return self._answers.get(key)

    def set(self, key: str, value: Answer) -> None:
        """Take an answer as it is, half-finished or wrong."""
        if self._answers.get(key) != value:
            self._answers[key] = value
            self._changed.add(key)

    def changes(self) -> dict[str, Any]:
        """The answers that were changed and not yet saved."""
        return {key: self._answers[key] for key in sorted(self._changed)}

    def saved(self) -> None:
        """Say that the changes were saved."""
        self._changed.clear()

    def problems(self) -> dict[str, str]:
        """What is not right, in a sentence, by key; also with answers about each person."""
        fields = {field.key: field for field in self.form.fields}
        found = {}
        for key, value in self._answers.items():
            field = fields.get(split_key(key)[1])
            words = problem(field, value) if field else None
            if words:
                found[key] = words
        return found


def answered(section: Section, answers: Mapping[str, Answer]) -> int:
    """How many fields of a section have an answer, by their own keys."""
    return sum(answers.get(field.key) not in (None, "", []) for field in section.fields)


def progress(section: Section, answers: Mapping[str, Answer]) -> str:
    """How far a section is, in words: "not yet", "2 of 5" or "done"."""
    count, whole = answered(section, answers), len(section.fields)
    if count == 0:
        return NOT_YET
    return DONE if count == whole else f"{count} of {whole}"
