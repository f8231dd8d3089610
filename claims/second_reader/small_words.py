"""Words that name nobody: no quote of them alone is a source.

The lists are those of the language packs. Their data is read here, not the packs: what those make
of it takes seconds. All four count whatever the text's language, since articles quote others.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from claims.extraction import languages
from claims.extraction.folding import fold_name

# Prepositions, conjunctions and what else opens a clause.
_SMALL = {
    "ar": ("small", "leads", "clause_openers", "said_to"),
    "en": ("clause.prepositions", "clause.conjunctions", "clause.wh", "clause.leads"),
    "ru": ("prepositions", "conjunctions", "that", "questions"),
    "tr": ("postpositions", "connectives", "clitics"),
}
# Pronouns, and words that choose among who was named.
_POINTING = {
    "ar": ("demonstratives", "relatives"),
    "en": ("clause.pronouns", "clause.relatives", "clause.determiners"),
    "ru": ("pronouns_m", "pronouns_f", "pronouns_p", "relatives"),
    "tr": ("pronouns",),
}
# The packs need these in the nominative only.
_OBLIQUE = "him her them me us него его ему нему нее неё ее её ей ней них их им ним ona onun onlara"
_ARTICLES = frozenset(("the", "a", "an", "bir", "ال"))
# «اليوم» is a day, and a newspaper.
_NAMES_TOO = {"ar": ("periods",)}
# Arabic writes «and» and «so» together with the word behind them.
_JOINED = {"ar": "وف"}

_WORD = re.compile(r"[^\W_]+")


def is_name(words: str) -> bool:
    """Whether words can name somebody: one of them has letters and is no small word."""
    if not any(char.isalpha() for char in fold_name(words)):
        return False
    small = _small() | _pointing()
    return any(word not in small and not word.isnumeric() for word in _words(words))


def points(words: str) -> bool:
    """Whether one of the words points to somebody who is named elsewhere, as «he» does."""
    return any(word in _pointing() for word in _words(words))


def _words(text: str) -> Iterator[str]:
    """Its words as they are compared. Those in capitals are no small ones: WHO, ИТАР.

    The registry's fold takes «على» (on) for «علي» (Ali), so it is not used here.
    """
    for word in _WORD.findall(_without_marks(text)):
        yield word if len(word) > 1 and word.isupper() else word.lower()


def _without_marks(text: str) -> str:
    parted = unicodedata.normalize("NFD", text.replace("ـ", ""))
    kept = [char for char in parted if char in _LETTER_MARKS or not unicodedata.combining(char)]
    return unicodedata.normalize("NFC", "".join(kept))


# Marks that make another letter of it, not a vowel: ё and й, ç and ş, ö and ü, أ and إ and ؤ.
_LETTER_MARKS = frozenset("\u0308\u0306\u0327\u0653\u0654\u0655")


@cache
def _small() -> frozenset[str]:
    names = set(_listed(_NAMES_TOO))
    return (frozenset(_listed(_SMALL)) | _ARTICLES) - names


@cache
def _pointing() -> frozenset[str]:
    return (frozenset(_listed(_POINTING)) | frozenset(_words(_OBLIQUE))) - _ARTICLES


def _listed(keys: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for language, names in keys.items():
        path = Path(languages.__file__).parent / language / "words.toml"
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        for name in names:
            at = told
            for key in name.split("."):
                at = at[key]
            for word in _single(at):
                yield word
                yield from (joined + word for joined in _JOINED.get(language, ""))


def _single(listed: Iterable[str] | str) -> Iterator[str]:
    """The entries of a list, or of a text of words, that are one word each or a hyphened one."""
    for entry in listed.split() if isinstance(listed, str) else listed:
        if " " not in entry:
            yield from _words(entry)
