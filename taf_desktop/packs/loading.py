"""Making a pack from what its files hold; errors name the file, the key and the reason."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, fields, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from taf_desktop.packs.checking import check_pack
from taf_desktop.packs.clocks import Clock
from taf_desktop.packs.faults import PackError
from taf_desktop.packs.logo import read_logo
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
    ScaleWords,
    SchoolHoliday,
    Section,
)
from taf_desktop.packs.reading import Layer, Table, Told, file_of, laid_over, read_layers
from taf_desktop.packs.retention import Retention
from taf_desktop.paths import resource

__all__ = ["PackError", "load", "pack_ids"]

T = TypeVar("T")


def pack_ids(folder: Path | None = None) -> list[str]:
    """The packs that can be chosen."""
    root = folder or resource("packs")
    return sorted(path.name for path in root.iterdir() if (path / "pack.toml").is_file())


def load(pack_id: str, folder: Path | None = None) -> Pack:
    """Load and check a pack and everything it stands on; the program's own are read once."""
    return _own(pack_id, resource("packs")) if folder is None else _loaded(pack_id, folder)


@cache
def _own(pack_id: str, root: Path) -> Pack:
    return _loaded(pack_id, root)


def _loaded(pack_id: str, root: Path) -> Pack:
    layers = read_layers(root, pack_id)
    # From the bottom up: only what stands on a sound base can be laid over it.
    packs = [_checked(layers[at:]) for at in reversed(range(len(layers)))]
    return _with_logo(packs[-1], layers, root)


def _with_logo(pack: Pack, layers: Sequence[Layer], root: Path) -> Pack:
    """The pack with its picture; one that cannot be used stops nobody, and it is said why."""
    branding = pack.branding
    if not branding.logo:
        return pack
    file = file_of(layers, "branding, logo")
    try:
        logo = read_logo(root / file.partition("/")[0], branding.logo, branding.organisation)
    except PackError as error:
        return replace(pack, logo_fault=f"{file}, branding, logo, {error.place}: {error.reason}")
    return replace(pack, logo=logo)


def _checked(layers: Sequence[Layer]) -> Pack:
    told = laid_over(layers)
    try:
        pack = _pack(told)
        for place, reason in check_pack(pack):
            raise PackError(place, reason)
    except PackError as error:
        file = file_of(layers, error.place)
        raise PackError(f"{file}, {error.place}", error.reason) from None
    return pack


def _pack(told: Table) -> Pack:
    builders: dict[str, Callable[[Any, str], Any]] = {
        "forms": _each(_form),
        "lists": _each(_list),
        "clocks": _each(_with_id(Clock)),
        "scale_words": _each(_plain(ScaleWords)),
        "agendas": _each(_several(_plain(AgendaItem))),
        "retention": _each(_plain(Retention)),
        "branding": _plain(Branding),
        "contacts": _several(_plain(Contact)),
        "school_holidays": _several(_plain(SchoolHoliday)),
        "columns": _several(_column),
        "words": _each(_words),
    }
    return _value(Pack, told, "", builders)


def _value(
    kind: type[T], told: Told, place: str, builders: Mapping[str, Callable[[Any, str], Any]]
) -> T:
    if not isinstance(told, dict):
        raise PackError(place, "it should be a table")
    told_ones = (each for each in fields(kind) if each.metadata.get("told", True))  # type: ignore[arg-type]  # a dataclass
    known = {each.name: each for each in told_ones}
    for key in told:
        if key not in known:
            raise PackError(_at(place, key), "nobody knows this key; is it spelt right?")
    for key, each in known.items():
        if key not in told and each.default is MISSING and each.default_factory is MISSING:
            raise PackError(_at(place, key), "it is missing")
    values = {}
    for key, value in told.items():
        build = builders.get(key)
        values[key] = (
            build(value, _at(place, key))
            if build
            else _right_type(value, str(known[key].type), _at(place, key))
        )
    return kind(**values)


def _at(place: str, key: str) -> str:
    return f"{place}, {key}" if place else key


def _words(told: Told, place: str) -> str:
    if not isinstance(told, str):
        raise PackError(place, "it should be text")
    return told


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
        return tuple(
            build(value, f"{place}, {_name(value, at)}") for at, value in enumerate(told, start=1)
        )

    return build_several


def _name(told: Told, at: int) -> str:
    """What an entry of a list is called in a message: by its id or key, else by its number."""
    names = (told.get("id"), told.get("key")) if isinstance(told, dict) else ()
    return next((name for name in names if isinstance(name, str)), str(at))


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
