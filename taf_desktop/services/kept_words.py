"""What a reader must not learn, as words, and how such words are found in what somebody typed."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

_POSSESSIVE = re.compile("[’'‘`´]s\\b", re.IGNORECASE)
_INITIAL = re.compile("\\b([^\\W\\d_])\\.(?=[^\\W\\d_]\\b)")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")
_A_STREET = "street road lane close yard avenue drive way court crescent gardens square terrace"
_A_KIND = (
    "place flat house room school primary secondary junior infant infants academy nursery "
    "preschool college hall centre center community surgery medical practice health clinic"
)
_SHORT_FOR = (
    "st:street rd:road ln:lane la:lane ave:avenue av:avenue cl:close ct:court cres:crescent "
    "sq:square dr:drive pl:place gdns:gardens ter:terrace yr:year one:1 two:2 three:3 four:4 "
    "five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12"
)
_A_SMALL_WORD = "a an the and of in at on to for with our from near by saint"
_USED_BY_ALL = (
    "church village park station high low new old great little big long short upper lower north "
    "south east west green hill home homes year class group all well my step friend brother sister "
    "cousin uncle aunt auntie mum dad will video call team teams online early help social care "
    "support service services visiting visitor visitors family families child children childrens "
    "women womens young people youth speech language therapy police housing nhs trust council "
    "county number one two three four five six miss mr mrs ms dr sir phone telephone zoom skype "
    "meeting office"
)
_ONLY_ALIKE = (
    "jeans drove prove grave groove weaves weave weaving parental paternity eternity respecting "
    "excepting wins tins twigs twine rabies babes"
)
_STREETS = frozenset(_A_STREET.split())
_KINDS = frozenset(_A_KIND.split()) | _STREETS
"""What kind of place it is: many places are called so, and no word of these tells which."""

_SMALL = frozenset(_A_SMALL_WORD.split())
_EVERYDAY = frozenset(_USED_BY_ALL.split())
"""Words that everybody uses: only beside another word of the same place or name do they tell."""

_FULL = dict(pair.split(":") for pair in _SHORT_FOR.split())
_OTHER_WORDS = frozenset(_ONLY_ALIKE.split())
"""Words that only look like a name in the plural or misspelt."""

_SHORTEST = 3
_MISSPELT_ONCE, _MISSPELT_TWICE = 5, 8
_JOINED = 6
_SPLIT, _SPLIT_WITH_DIGITS = 5, 4


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One thing that must not be learnt: what it is, in words, and how it is written.

    Of a name `every_word` tells, also a short one; of a place only words that are not everywhere. A
    day or a telephone number tells only as a `whole`, and "12/3" only as those very words.
    """

    what: str
    words: str
    every_word: bool = False
    whole: bool = False

    def telling(self) -> list[str]:
        """The words that give it away one by one: "weaver" and "oakham", but not "yard"."""
        if self.whole:
            return []
        words = plain_words(self.words)
        if self.every_word:
            return [word for word in words if len(words) == 1 or word not in _EVERYDAY | _SMALL]
        everywhere = _KINDS | _SMALL | _EVERYDAY
        apart = [
            word
            for word in words
            if len(word) >= _SHORTEST and word not in everywhere and not word.isdecimal()
        ]
        together = [one + other for one, other in pairwise(words) if {one, other} & set(apart)]
        return [*apart, *(word for word in together if len(word) >= _JOINED)]


@lru_cache(maxsize=4096)
def _plain(text: str) -> tuple[str, ...]:
    seen = "".join(one for one in text if unicodedata.category(one) != "Cf")
    seen = _INITIAL.sub(r"\1", _POSSESSIVE.sub("", seen))
    plain = unicodedata.normalize("NFKD", seen.translate(_APOSTROPHES))
    bare = "".join(one for one in plain if not unicodedata.combining(one))
    return tuple(re.findall(r"[^\W_]+", bare.casefold()))


def plain_words(text: str) -> list[str]:
    """The words of a text without accents, apostrophes, capitals and what cannot be seen."""
    return list(_plain(text))


def is_everyday(words: str) -> bool:
    """Whether everybody uses each of these words."""
    return all(word in _EVERYDAY | _SMALL for word in plain_words(words))


@lru_cache(maxsize=4096)
def _telling(kept: Kept) -> tuple[str, ...]:
    return tuple(kept.telling())


def found_in(text: str, kept: Kept) -> list[str]:
    """The words of the text that give the kept thing away: in full, in part, or misspelt."""
    said, telling = _plain(text), _telling(kept)
    found = [word for word in said if any(_tells(word, one) for one in telling)]
    if not found:
        found = [one for one in telling if _is_split(one, said)]
    if not found and not kept.whole:
        found = _beside(_plain(kept.words), said)
    if kept.whole and "/" in kept.words:
        return [kept.words] if _in_a_row(_plain(kept.words), said) else []
    if not found and any(_stands_in(whole, said) for whole in _wholes(kept)):
        return [kept.words]
    return list(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def _wholes(kept: Kept) -> tuple[str, ...]:
    """All of it run together, with and without the number of a house."""
    words = _plain(kept.words)
    everyday = (_KINDS - _STREETS) | _EVERYDAY
    if not kept.whole and not kept.every_word and sum(one not in _SMALL for one in words) < 2:
        # A place that is only called "School" or "at home" is nowhere in particular.
        words = () if everyday & set(words) else words
    numbered = words and words[0].isdecimal() and not kept.whole
    wholes = ("".join(words), "".join(words[1:]) if numbered else "")
    return tuple(whole for whole in wholes if len(whole) >= _SHORTEST)


def _beside(kept: Sequence[str], said: Sequence[str]) -> list[str]:
    """Everyday words that tell beside each other, in their order: "church lane", "year 4"."""
    places = {_usual(word): at for at, word in reversed(list(enumerate(kept)))}
    found = []
    for one, other in pairwise(said):
        pair = {_usual(one), _usual(other)}
        first, second = places.get(_usual(one)), places.get(_usual(other))
        in_order = first is not None and second is not None and first < second
        if in_order and not pair & _SMALL and not pair <= _KINDS:
            found.append(f"{one} {other}")
    return found


def _usual(word: str) -> str:
    """A word as it is mostly written: "st" is a street, "four" is 4, "mums" is mum."""
    plain = _FULL.get(word, word)
    return plain.removesuffix("s") if len(plain) > _SHORTEST else plain


def _in_a_row(words: Sequence[str], said: Sequence[str]) -> bool:
    return any(list(said[at : at + len(words)]) == list(words) for at in range(len(said)))


def _is_split(telling: str, said: Sequence[str]) -> bool:
    """Whether one word stands there in pieces: "Oak-field", "LE 15"."""
    least = _SPLIT_WITH_DIGITS if any(map(str.isdigit, telling)) else _SPLIT
    return len(telling) >= least and _stands_in(telling, said)


def _stands_in(whole: str, said: Sequence[str]) -> bool:
    """Whether the whole stands in the text from word to word, however it is spaced."""
    squeezed = "".join(said)
    if whole not in squeezed:
        return False
    ends = [0, *accumulate(map(len, said))]
    return any(squeezed.startswith(whole, start) and start + len(whole) in ends for start in ends)


@lru_cache(maxsize=32768)
def _tells(said: str, telling: str) -> bool:
    if said in (telling, f"{telling}s", f"{telling}es", telling.removesuffix("s")):
        return said == telling or said not in _OTHER_WORDS | _EVERYDAY
    if len(telling) >= _JOINED and telling in said:
        return True
    if any(one.isdigit() for one in telling) or len(telling) < _MISSPELT_ONCE:
        return False
    if said in _EVERYDAY or said in _OTHER_WORDS:
        return False
    most = 2 if len(telling) >= _MISSPELT_TWICE else 1
    return any(
        abs(len(form) - len(telling)) <= most and _distance(form, telling) <= most
        for form in {said, said.removesuffix("s")}
    )


def _distance(one: str, other: str) -> int:
    """How many letters were left out, added, changed or swapped with the next."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, wanted in enumerate(other, start=1):
            cost = min(above[column] + 1, current[-1] + 1, above[column - 1] + (letter != wanted))
            swapped = (
                row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted
            )
            current.append(min(cost, before[column - 2] + 1) if swapped else cost)
        before, above = above, current
    return above[-1]
