"""The Unicode bidirectional algorithm (UAX #9) for one line without embeddings of its own.

Marks that embed, override or isolate are dropped before a text gets here, so one sequence at the
base level is all there is: rules W1 to W7, N0 to N2, I1, I2, L1 and L2.
"""

import unicodedata
from collections.abc import Iterator, Sequence

_PAIRS = {"(": ")", "[": "]", "{": "}", "\u2329": "\u232a", "\u3008": "\u3009"}
_CLOSING = {close: opening for opening, close in _PAIRS.items()}
_MOST_OPEN = 63
_NUMBERS = {"EN", "AN"}
_STRONG = {"L", "R", "AL"}
_NEUTRAL = {"B", "S", "WS", "ON"}


def levels(text: str, rtl: bool) -> list[int]:
    """The level of each character: even ones are read from the left, odd ones from the right."""
    base = int(rtl)
    side = "R" if rtl else "L"
    original = [unicodedata.bidirectional(one) or "L" for one in text]
    types = _weak(original, side)
    _brackets(text, original, types, side)
    _neutrals(types, side)
    found = [_implicit(kind, base) for kind in types]
    for place in range(len(text) - 1, -1, -1):
        if original[place] not in ("WS", "S", "B", "BN"):
            break
        found[place] = base
    return found


def visual_order(run_levels: Sequence[int]) -> list[int]:
    """The places of the runs from left to right (rule L2)."""
    order = list(range(len(run_levels)))
    for level in range(max(run_levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            if run_levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and run_levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end
    return order


def _implicit(kind: str, base: int) -> int:
    """Rules I1 and I2."""
    if base % 2 == 0:
        return base + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
    return base + (0 if kind == "R" else 1)


def _weak(original: Sequence[str], side: str) -> list[str]:
    """Rules W1 to W7."""
    types = list(original)
    before, strong = side, side
    for place, kind in enumerate(types):
        if kind in ("NSM", "BN"):
            types[place] = before
        elif kind == "EN" and strong == "AL":
            types[place] = "AN"
        if kind in _STRONG:
            strong = kind
        before = types[place]
    types = ["R" if kind == "AL" else kind for kind in types]
    _separators(types)
    _terminators(types)
    return _numbers_and_signs(types, side)


def _numbers_and_signs(types: list[str], side: str) -> list[str]:
    """Rules W6 and W7."""
    strong = side
    for place, kind in enumerate(types):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            types[place] = "L"
        elif kind in ("ES", "ET", "CS"):
            types[place] = "ON"
    return types


def _separators(types: list[str]) -> None:
    """Rule W4: one separator between two numbers of a kind belongs to them."""
    for place in range(1, len(types) - 1):
        kind, before, after = types[place], types[place - 1], types[place + 1]
        fits = before == "EN" or (kind == "CS" and before == "AN")
        if kind in ("ES", "CS") and before == after and fits:
            types[place] = before


def _terminators(types: list[str]) -> None:
    """Rule W5: signs such as a percent sign beside a number belong to it."""
    for start, end in _stretches(types, {"ET"}):
        if "EN" in (types[start - 1 : start] + types[end : end + 1]):
            types[start:end] = ["EN"] * (end - start)


def _stretches(types: Sequence[str], wanted: set[str]) -> Iterator[tuple[int, int]]:
    """Where the types stand in a row that are wanted."""
    start = 0
    while start < len(types):
        end = start
        while end < len(types) and types[end] in wanted:
            end += 1
        if end > start:
            yield start, end
        start = end + 1


def _as_strong(kind: str) -> str:
    return "R" if kind in _NUMBERS else kind if kind in ("L", "R") else ""


def _brackets(text: str, original: Sequence[str], types: list[str], side: str) -> None:
    """Rule N0: a pair of brackets goes with what it holds, and marks go with their bracket."""
    for opening, closing in _bracket_pairs(text, types):
        held = {_as_strong(kind) for kind in types[opening + 1 : closing]} - {""}
        if side in held:
            way = side
        elif held:
            earlier = (_as_strong(kind) for kind in reversed(types[:opening]))
            context = next(filter(None, earlier), side)
            way = context if context in held else side
        else:
            continue
        for place in (opening, closing):
            types[place] = way
            while original[place + 1 : place + 2] in (["NSM"], ["BN"]):
                place += 1
                types[place] = way


def _bracket_pairs(text: str, types: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of brackets (BD16), in the order in which they open."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for place, character in enumerate(text):
        if types[place] != "ON":
            continue
        if character in _PAIRS:
            if len(waiting) == _MOST_OPEN:
                break
            waiting.append((character, place))
        elif character in _CLOSING:
            match = _CLOSING[character]
            found = [at for at, (one, _) in enumerate(waiting) if one == match]
            if found:
                pairs.append((waiting[found[-1]][1], place))
                del waiting[found[-1] :]
    return sorted(pairs)


def _neutrals(types: list[str], side: str) -> None:
    """Rules N1 and N2: what is neutral goes with its neighbours, or else with the line."""
    for start, end in _stretches(types, _NEUTRAL):
        before = _as_strong(types[start - 1]) if start else side
        after = _as_strong(types[end]) if end < len(types) else side
        types[start:end] = [before if before == after else side] * (end - start)
