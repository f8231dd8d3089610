"""A source may be named in full before it speaks: in the lead, in a narration, as an object."""

from claims.extraction.document import Document
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.mentions import mention
from claims.extraction.languages.tr.morphology import base
from claims.extraction.languages.tr.phrases import group_start
from claims.extraction.report import Mention

# So many words back are searched, so many places of a word looked at.
BACK = 1500
OFTEN = 3
_SUFFIXES = (
    "in", "un", "ün", "nin", "nun", "nün", "e", "a", "ye", "ya", "i", "u", "ü", "yi", "yu", "yü",
    "den", "dan", "ten", "tan", "de", "da", "te", "ta", "le", "la", "yle", "yla",
)  # fmt: skip


def earlier(doc: Document, named: Mention) -> Mention | None:
    """The first fuller mention of the same source before this one, whoever speaks there."""
    if named.pronoun or named.indefinite:
        return None
    first, end = named.words.first, named.words.end
    if named.names and not named.anonymous:
        return _bearer(doc, named, first, end)
    return None


def _places(doc: Document, name: str, first: int) -> list[int]:
    low = max(0, first - BACK)
    found = doc.places(name, low, first, OFTEN)
    for mark in ("'", "’"):
        for suffix in _SUFFIXES:
            found += doc.places(name + mark + suffix, low, first, 1)
    return sorted(found)


def _bearer(doc: Document, named: Mention, first: int, end: int) -> Mention | None:
    """«Ergüneş» after «Maliye Bakanı Tarkan Ergüneş'ten»."""
    name = base(doc.words[end - 1])
    if name not in named.names:
        return None
    for at in _places(doc, name, first):
        if not doc.is_capital(at):
            continue
        start = group_start(doc, max(0, at - 16), at + 1)
        found = mention(doc, start, at + 1)
        is_fuller = at + 1 - start > end - first and named.names <= found.names | found.bag
        if is_fuller and name not in lex.NOUNS:
            return found
    return None
