"""Reading the files of a pack and laying it over its base, before anything is known of fields."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from taf_desktop.packs.faults import PackError

Table = dict[str, Any]
"""A table of a TOML file, merged over its base."""

Told = Any
"""Whatever a TOML file holds, until it was looked at."""

_DEEPEST_BASE = 5
_MAIN = "pack.toml"
_FORM = "form_"


@dataclass(frozen=True, kw_only=True)
class Layer:
    """The files of one pack by name: each as it stands, a form under the key of forms."""

    pack_id: str
    files: Mapping[str, Table]

    @property
    def told(self) -> Table:
        """All files as one table."""
        told: Table = {}
        for name, table in self.files.items():
            for key, value in table.items():
                if (
                    key == "forms"
                    and isinstance(value, dict)
                    and isinstance(told.get(key, {}), dict)
                ):
                    told[key] = {**told.get(key, {}), **value}
                elif key in told:
                    place = f"{self.pack_id}/{name}, {key}"
                    raise PackError(place, "it stands in another file of the pack too")
                else:
                    told[key] = value
        return told

    def file_of(self, keys: Sequence[str]) -> str | None:
        """The file in which a place is found, by as many of its first two keys as it has."""
        for name, table in self.files.items():
            inside = table.get(keys[0])
            if inside is None:
                continue
            if len(keys) == 1 or not isinstance(inside, dict) or keys[1] in inside:
                return f"{self.pack_id}/{name}"
        return None


def read_layers(root: Path, pack_id: str) -> list[Layer]:
    """A pack and everything it stands on, itself first."""
    layers: list[Layer] = []
    wanted = pack_id
    while wanted:
        if len(layers) == _DEEPEST_BASE:
            raise PackError(f"{pack_id}/{_MAIN}, base", "the bases go round in a circle")
        layers.append(_read(root / wanted))
        wanted = layers[-1].told.get("base", "")
        if not isinstance(wanted, str):
            raise PackError(f"{layers[-1].pack_id}/{_MAIN}, base", "it should be text")
    return layers


def _read(folder: Path) -> Layer:
    if not (folder / _MAIN).is_file():
        raise PackError(f"pack {folder.name}", f"there is no {_MAIN} in its folder")
    files: dict[str, Table] = {}
    for path in sorted(folder.glob("*.toml"), key=lambda path: (path.name != _MAIN, path.name)):
        try:
            read = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise PackError(f"{folder.name}/{path.name}", f"it is not TOML: {error}") from None
        if path.stem.startswith(_FORM):
            read = {"forms": {path.stem.removeprefix(_FORM): read}}
        files[path.name] = read
    return Layer(pack_id=folder.name, files=files)


def laid_over(layers: Sequence[Layer]) -> Table:
    """The whole of a pack: its own over that of its base, and so on down."""
    own, below = layers[0], layers[1:]
    return _laid_over(laid_over(below), own) if below else own.told


def file_of(layers: Sequence[Layer], place: str) -> str:
    """The file in which a place is found, the pack's own before those of its base."""
    keys = place.split(", ")
    found = (layer.file_of(keys) for layer in layers)
    return next((name for name in found if name), f"{layers[0].pack_id}/{_MAIN}")


def _laid_over(base: Table, layer: Layer) -> Table:
    own = layer.told
    more = _table(layer, own, "more")
    merged: Table = _over(base, {key: own[key] for key in own if key != "more"})
    # A list is one thing: a pack that has its own takes the place of the base's.
    lists = {**base.get("lists", {}), **_table(layer, own, "lists")}
    for list_id, codes in more.items():
        if list_id not in lists:
            place = f"{layer.file_of(['more', list_id])}, more, {list_id}"
            raise PackError(place, "there is no such list to add to")
        lists[list_id] = _over(lists[list_id], codes)
    merged["lists"] = lists
    merged["forms"] = _forms_over(base.get("forms", {}), _table(layer, own, "forms"))
    return merged


def _table(layer: Layer, told: Table, key: str) -> Table:
    inside = told.get(key, {})
    if not isinstance(inside, dict):
        raise PackError(f"{layer.file_of([key])}, {key}", "it should be a table")
    return inside


def _over(base: Told, own: Told) -> Told:
    """Tables are merged key by key; anything else of one's own replaces the base's."""
    if isinstance(base, dict) and isinstance(own, dict):
        merged = {key: _over(base[key], own[key]) if key in base else own[key] for key in own}
        return {**base, **merged}
    return own


def _forms_over(base: Table, own: Table) -> Table:
    return {
        **base,
        **{key: _form_over(base[key], own[key]) if key in base else own[key] for key in own},
    }


def _form_over(base: Told, own: Told) -> Told:
    """A form keeps the base's sections, but those that the pack gives again."""
    if not isinstance(own, dict):
        return own
    sections = _by("id", base["sections"], own.get("sections", []), _section_over)
    return {**base, **own, "sections": sections}


def _section_over(base: Told, own: Told) -> Told:
    """A section given again takes the place of the base's, unless it extends it."""
    if not own.get("extends"):
        return own
    rest = {key: value for key, value in own.items() if key != "extends"}
    return {**base, **rest, "fields": _by("key", base["fields"], own.get("fields", []), _over)}


def _by(name: str, base: list[Table], own: Told, over: Callable[[Told, Told], Told]) -> Told:
    """Two lists of tables as one: those of the same name laid over, new ones at the end."""
    if not isinstance(own, list) or not all(_has_name(one, name) for one in own):
        return own
    mine = {one[name]: one for one in own}
    kept = [over(one, mine[one[name]]) if one[name] in mine else one for one in base]
    known = {one[name] for one in base}
    return kept + [one for one in own if one[name] not in known]


def _has_name(told: Told, name: str) -> bool:
    return isinstance(told, dict) and isinstance(told.get(name), str)
