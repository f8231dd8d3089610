"""Names in the case in which a text has them, brought back to how the registry may have them.

Nothing is decided here: what comes out are names to look up, and one that nobody has finds nothing.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import islice, product
from pathlib import Path

_CASES = Path(__file__).with_name("cases.toml")
# Longer names are not turned about: every word doubles what there is to look up.
WORDS_AT_MOST = 5
NAMES_AT_MOST = 40
# What is left of a word in front of its ending.
STEM_AT_LEAST = 2


@cache
def _endings(language: str) -> dict[str, tuple[str, ...]]:
    told: dict[str, dict[str, list[str]]] = tomllib.loads(_CASES.read_text(encoding="utf-8"))
    return {ending: tuple(bases) for ending, bases in told[language].items()}


@cache
def _longest(language: str) -> int:
    return max(map(len, _endings(language)))


def in_the_nominative(folds: list[str]) -> Iterator[str]:
    """What a declined name, as folded words, may be in the nominative; the likeliest first."""
    if not 0 < len(folds) <= WORDS_AT_MOST:
        return
    if any("а" <= word[0] <= "я" for word in folds):
        turned = product(*(tuple(_bases(word, "russian")) for word in folds))
        yield from (" ".join(words) for words in islice(turned, 1, NAMES_AT_MOST))
    elif folds[-1].isascii():
        front = folds[:-1]
        for base in islice(_bases(folds[-1], "turkish"), 1, NAMES_AT_MOST):
            yield " ".join([*front, base])


def _bases(word: str, language: str) -> Iterator[str]:
    """The word itself, then what it may be without its ending: longer endings first."""
    yield word
    endings = _endings(language)
    for length in range(min(_longest(language), len(word) - STEM_AT_LEAST), 0, -1):
        for base in endings.get(word[-length:], ()):
            yield word[:-length] + base
        if language == "russian" and word[-length:] in endings:
            return  # the longest one counts
