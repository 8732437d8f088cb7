"""Every text that a copy would print: looked through, and left out where that was decided."""

from collections.abc import Iterator, Set
from dataclasses import fields, is_dataclass, replace
from typing import Any

from taf_desktop.documents.plan_facts import PlanFacts

_NOT_TYPED = frozenset(
    {"reference", "version", "reader", "greeted", "family_name", "danger_words", "agenda", "logo"}
)
"""Fields of the facts that hold no typed text, or what the reader is called."""

_MAIN = frozenset({"text", "what", "words", "answer", "name"})
"""A part whose own words are left out is left out as a whole; anything else becomes empty."""


class _Gone:
    """Stands where a part was left out."""


def texts_of(facts: PlanFacts) -> Iterator[str]:
    """Each different text, in the order in which the facts hold them."""
    seen: dict[str, None] = {}
    for field in fields(facts):
        if field.name not in _NOT_TYPED:
            for text in _texts(getattr(facts, field.name)):
                seen.setdefault(text)
    yield from seen


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401  # facts hold texts at any depth
    if isinstance(value, str):
        if value.strip():
            yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def without(facts: PlanFacts, refused: Set[str]) -> PlanFacts:
    """The facts without these texts, which are counted among what is left out."""
    if not refused:
        return facts
    changed = {
        field.name: _kept(getattr(facts, field.name), refused)
        for field in fields(facts)
        if field.name not in _NOT_TYPED
    }
    counted = facts.left_out + len(refused)
    return replace(facts, **{**_none_for_gone(changed), "left_out": counted})


def _none_for_gone(values: dict[str, Any]) -> dict[str, Any]:
    return {name: None if value is _Gone else value for name, value in values.items()}


def _kept(value: Any, refused: Set[str]) -> Any:  # noqa: ANN401  # facts hold texts at any depth
    if isinstance(value, str):
        return "" if value in refused else value
    if isinstance(value, tuple):
        parts = (_kept(part, refused) for part in value)
        return tuple(part for part in parts if part is not _Gone and part != "")
    if not is_dataclass(value) or isinstance(value, type):
        return value
    return _kept_part(value, refused)


def _kept_part(part: Any, refused: Set[str]) -> Any:  # noqa: ANN401  # any part of the facts
    names = [field.name for field in fields(part)]
    if any(name in _MAIN and getattr(part, name) in refused for name in names):
        return _Gone
    changed = {name: _kept(getattr(part, name), refused) for name in names}
    return replace(part, **_none_for_gone(changed))
