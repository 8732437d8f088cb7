"""Reading a pack from TOML, over its base; errors name the file, the key and the reason."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, TypeVar

from taf_desktop.errors import UserError
from taf_desktop.packs.checking import check_pack
from taf_desktop.packs.clocks import Clock
from taf_desktop.packs.pack import (
    AgendaItem,
    Branding,
    Code,
    CodeList,
    Column,
    Contact,
    Field,
    Form,
    Pack,
    Retention,
    ScaleWords,
    Section,
)
from taf_desktop.paths import resource

Table = dict[str, Any]
"""A table of a TOML file, merged over its base."""

Told = Any
"""Whatever a TOML file holds, until it was looked at."""

T = TypeVar("T")
_DEEPEST_BASE = 5


class PackError(UserError):
    """A pack that cannot be used: which file, which key, and why."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__("The council pack could not be used.", f"{place}: {reason}")


def pack_ids(folder: Path | None = None) -> list[str]:
    """The packs that can be chosen."""
    root = folder or resource("packs")
    return sorted(path.name for path in root.iterdir() if (path / "pack.toml").is_file())


def load(pack_id: str, folder: Path | None = None) -> Pack:
    """Load and check a pack and everything it stands on."""
    root = folder or resource("packs")
    told: Table = _with_base(root, pack_id, _DEEPEST_BASE)
    pack = _pack(told, f"pack {pack_id}")
    for place, reason in check_pack(pack):
        raise PackError(f"pack {pack_id}, {place}", reason)
    return pack


def _with_base(root: Path, pack_id: str, deepest: int) -> Table:
    if deepest == 0:
        raise PackError(f"pack {pack_id}", "its bases go round in a circle")
    own = _files(root / pack_id)
    base = own.get("base", "")
    if not base:
        return own
    below = _with_base(root, base, deepest - 1)
    merged: Table = _over(below, own)
    for whole in ("lists", "forms"):
        # A list or a form is one thing: a pack that has its own takes the place of the base's.
        merged[whole] = {**below.get(whole, {}), **own.get(whole, {})}
    return merged


def _files(folder: Path) -> Table:
    if not (folder / "pack.toml").is_file():
        raise PackError(f"pack {folder.name}", "there is no pack.toml in its folder")
    told: Table = {}
    for path in sorted(folder.glob("*.toml")):
        place = f"{folder.name}/{path.name}"
        try:
            read = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise PackError(place, f"it is not TOML: {error}") from None
        if path.name == "pack.toml":
            told |= read
        elif path.parent.name and path.stem.startswith("form_"):
            told.setdefault("forms", {})[path.stem.removeprefix("form_")] = read
        else:
            for key, value in read.items():
                if key in told:
                    raise PackError(f"{place}, {key}", "it stands in another file of the pack too")
                told[key] = value
    return told


def _over(base: Told, own: Told) -> Told:
    """Tables are merged key by key; anything else of one's own replaces the base's."""
    if isinstance(base, dict) and isinstance(own, dict):
        merged = {key: _over(base[key], own[key]) if key in base else own[key] for key in own}
        return {**base, **merged}
    return own


def _pack(told: Table, place: str) -> Pack:
    builders: dict[str, Callable[[Any, str], Any]] = {
        "forms": _each(_form),
        "lists": _each(_list),
        "clocks": _each(_with_id(Clock)),
        "scale_words": _each(_plain(ScaleWords)),
        "agendas": _each(_several(_plain(AgendaItem))),
        "retention": _each(_plain(Retention)),
        "branding": _plain(Branding),
        "contacts": _several(_plain(Contact)),
        "columns": _several(_column),
    }
    return _value(Pack, told, place, builders)


def _value(
    kind: type[T], told: Told, place: str, builders: Mapping[str, Callable[[Any, str], Any]]
) -> T:
    if not isinstance(told, dict):
        raise PackError(place, "it should be a table")
    known = {each.name: each for each in fields(kind)}  # type: ignore[arg-type]  # a dataclass
    for key in told:
        if key not in known:
            raise PackError(f"{place}, {key}", "nobody knows this key; is it spelt right?")
    for key, each in known.items():
        if key not in told and each.default is MISSING and each.default_factory is MISSING:
            raise PackError(f"{place}, {key}", "it is missing")
    values = {}
    for key, value in told.items():
        build = builders.get(key)
        values[key] = (
            build(value, f"{place}, {key}")
            if build
            else _right_type(value, str(known[key].type), f"{place}, {key}")
        )
    return kind(**values)


_TYPES = {"str": (str, "text"), "int": (int, "a whole number"), "bool": (bool, "true or false")}


def _right_type(value: Told, wanted: str, place: str) -> Told:
    kind = _TYPES.get(wanted.replace("<class '", "").replace("'>", ""))
    if kind is not None and type(value) is not kind[0]:
        raise PackError(place, f"it should be {kind[1]}")
    return value


def _plain(kind: type[T]) -> Callable[[Any, str], T]:
    return lambda told, place: _value(kind, told, place, {})


def _with_id(kind: type[T]) -> Callable[[Any, str], T]:
    return lambda told, place: _value(kind, _named(told, place), place, {})


def _named(told: Told, place: str) -> Told:
    return {"id": place.rsplit(", ", 1)[1], **told} if isinstance(told, dict) else told


def _each(build: Callable[[Any, str], T]) -> Callable[[Any, str], dict[str, T]]:
    def build_each(told: Told, place: str) -> dict[str, T]:
        if not isinstance(told, dict):
            raise PackError(place, "it should be a table")
        return {key: build(value, f"{place}, {key}") for key, value in told.items()}

    return build_each


def _several(build: Callable[[Any, str], T]) -> Callable[[Any, str], tuple[T, ...]]:
    def build_several(told: Told, place: str) -> tuple[T, ...]:
        if not isinstance(told, Iterable) or isinstance(told, str | dict):
            raise PackError(place, "it should be a list")
        return tuple(build(value, f"{place}, {at}") for at, value in enumerate(told, start=1))

    return build_several


def _form(told: Told, place: str) -> Form:
    return _value(Form, _named(told, place), place, {"sections": _several(_section)})


def _section(told: Told, place: str) -> Section:
    return _value(Section, told, place, {"fields": _several(_field)})


def _field(told: Told, place: str) -> Field:
    return _value(Field, told, place, {"fields": _several(_field)})


def _list(told: Told, place: str) -> CodeList:
    codes = {"codes": _codes(told, place)}
    return CodeList(id=place.rsplit(", ", 1)[1], **codes)


def _codes(told: Told, place: str) -> tuple[Code, ...]:
    """A list of codes: a table of code = "words", in its order."""
    if not isinstance(told, dict):
        raise PackError(place, 'it should be a table of code = "words"')
    for code, label in told.items():
        if not isinstance(label, str):
            raise PackError(f"{place}, {code}", "its words should be text")
    return tuple(Code(code=code, label=label) for code, label in told.items())


def _column(told: Told, place: str) -> Column:
    return _value(Column, told, place, {"categories": _codes})
