"""What a reader must not learn, as words, and how such words are found in what somebody typed."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import accumulate

_APOSTROPHES = str.maketrans("", "", "'’‘`´")
_EVERYWHERE = (
    "street road lane close yard avenue drive way court crescent gardens place square terrace flat "
    "house room school primary secondary junior infant infants academy nursery preschool college "
    "church hall centre center community village surgery medical practice health clinic "
    "the and of in at on for with our from near by saint"
)
_NOT_TELLING = frozenset(_EVERYWHERE.split())
_SHORTEST = 3
_MISSPELT_ONCE, _MISSPELT_TWICE = 5, 8
_JOINED = 6


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One thing that must not be learnt: what it is, in words, and how it is written.

    Of a name `every_word` tells, also a short one; of a place only words that are not everywhere.
    """

    what: str
    words: str
    every_word: bool = False

    def telling(self) -> list[str]:
        """The words that give it away one by one: "weavers" and "oakham", but not "yard"."""
        return [
            word
            for word in plain_words(self.words)
            if self.every_word or (len(word) >= _SHORTEST and word not in _NOT_TELLING)
        ]


def plain_words(text: str) -> list[str]:
    """The words of a text without accents, apostrophes and capitals."""
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
    bare = "".join(one for one in plain if not unicodedata.combining(one))
    return re.findall(r"[^\W_]+", bare.casefold())


def found_in(text: str, kept: Kept) -> list[str]:
    """The words of the text that give the kept thing away: in full, in part, or misspelt."""
    said, telling = plain_words(text), kept.telling()
    found = [word for word in said if any(_tells(word, one) for one in telling)]
    whole = "".join(plain_words(kept.words))
    if not found and len(whole) >= _SHORTEST and _stands_in(whole, said):
        return [kept.words]
    return list(dict.fromkeys(found))


def _stands_in(whole: str, said: list[str]) -> bool:
    """Whether the whole stands in the text from word to word, however it is spaced."""
    ends = [0, *accumulate(map(len, said))]
    squeezed = "".join(said)
    return any(squeezed.startswith(whole, start) and start + len(whole) in ends for start in ends)


def _tells(said: str, telling: str) -> bool:
    if said == telling or (len(telling) >= _JOINED and telling in said):
        return True
    if any(one.isdigit() for one in telling) or len(telling) < _MISSPELT_ONCE:
        return False
    most = 2 if len(telling) >= _MISSPELT_TWICE else 1
    return abs(len(said) - len(telling)) <= most and _distance(said, telling) <= most


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
