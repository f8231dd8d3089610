"""How content puts itself: expected, hedged, wanted, or as a fact.

Source: sections 5 and 6 of the project's notes on Russian attribution: «должен» is plan or duty,
«может» hedges, «намерен» is future; the perfective future has no mark but its prefix.
"""

from functools import lru_cache

from claims.extraction.document import Document
from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.report import Words
from claims.extraction.types import Modality

# Words of the main clause that are looked at.
WINDOW = 22
# Words of which it is remembered whether they tell.
KNOWN = 4096
_DATA = lex.load("modality.toml")
_HEDGED = lex.fset(_DATA["hedged"])
_FUTURE = lex.fset(_DATA["future"])
_DESIRED = lex.fset(_DATA["desired"])
_LISTED = _HEDGED | _FUTURE | _DESIRED
_CLAUSES = lex.RELATIVES | lex.fset(_DATA["clauses"])
_PREFIXES = tuple(lex.f(_DATA["prefixes"]).split())
_NO_VERBS = lex.fset(_DATA["no_verbs"])
_NOT_FUTURE = tuple(lex.f(_DATA["not_future"]).split())
_LASTING = (
    "ывает",
    "ивает",
    "ывают",
    "ивают",
    "ает",
    "ают",
    "яет",
    "яют",
    "ует",
    "уют",
    "еет",
    "еют",
)


def modality(doc: Document, content: Words) -> Modality:
    """By the first word of the main clause that tells."""
    words = doc.words
    skipped = False
    for i in range(content.first, min(content.end, content.first + WINDOW)):
        word = words[i]
        if word == ",":
            skipped = False
            continue
        if word in _CLAUSES:
            skipped = True
        if skipped or not _tells(word):
            continue
        before = words[i - 1] if i > content.first else ""
        if word in _HEDGED:
            if before != "не":
                return Modality.HEDGED
            continue
        if word in _FUTURE or is_future(word):
            return Modality.FUTURE
        if word in _DESIRED or word.endswith("йте") or (before == "не" and word.endswith("ите")):
            return Modality.DESIRED
        if word in ".!?" or _is_past(word):
            return Modality.ASSERTED
    return Modality.ASSERTED


@lru_cache(maxsize=KNOWN)
def _tells(word: str) -> bool:
    """Whether a word may tell by what it is; most do not, and are passed over."""
    return (
        word in _LISTED or word in ".!?" or is_future(word) or _is_past(word)
        or word.endswith(("йте", "ите"))
    )  # fmt: skip


def _is_past(word: str) -> bool:
    return len(word) > 4 and word[-2:] in ("ал", "ил", "ла", "ло", "ли")


@lru_cache(maxsize=KNOWN)
def is_future(word: str) -> bool:
    """«закроют», «начнется»: a present tense of a verb with a prefix is a future."""
    bare = word[:-2] if word.endswith("ся") else word
    if len(bare) < 5 or not bare.endswith(("ет", "ит", "ут", "ют", "ат", "ят")):
        return False
    if (
        not bare.startswith(_PREFIXES)
        or bare in lex.NOUNS
        or bare in _NO_VERBS
        or bare.endswith(_LASTING)
    ):
        return False
    return not any(part in bare for part in _NOT_FUTURE)
