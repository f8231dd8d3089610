"""A source may be named in full before it speaks: in the lead, in a narration, as an object."""

from functools import lru_cache

from claims.extraction.document import Document
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.mentions import mention
from claims.extraction.languages.tr.morphology import REMEMBERED, base, f, fset, harmonised
from claims.extraction.languages.tr.phrases import group_start
from claims.extraction.report import Mention

# So many words back are searched, so many places of a word looked at.
BACK = 1500
OFTEN = 3
_CASES = ("(n)In", "(y)A", "(y)I", "DAn", "DA", "(y)lA")


_OWNED_CASES = ("nIn", "nA", "nI", "ndAn", "ndA", "(y)lA")


@lru_cache(REMEMBERED)
def _owned_forms(name: str) -> tuple[str, ...]:
    """«derneği» and its cases, with either apostrophe and with none."""
    forms = {
        f(harmonised(stem, case))[len(stem) :] for case in _OWNED_CASES for stem in _stems(name)
    }
    return (name, *(name + mark + form for mark in ("'", "’", "") for form in sorted(forms)))


def _stems(name: str) -> tuple[str, ...]:
    return (name, name.replace("i", "ı")) if "i" in name else (name,)


@lru_cache(REMEMBERED)
def _forms(name: str) -> tuple[str, ...]:
    """A name and its cases behind either apostrophe."""
    # Folding makes one letter of ı and i, so that either harmony may follow.
    forms = {f(harmonised(stem, case))[len(stem) :] for case in _CASES for stem in _stems(name)}
    if name.endswith("e"):
        forms |= _SILENT
    return (name, *(name + mark + form for mark in ("'", "’") for form in sorted(forms)))


# A foreign name may end in a vowel that is written only («Blake'in», «Joyce'a»).
_SILENT = fset(["in", "un", "ün", "a", "e", "i", "u", "ü", "dan", "tan", "ten", "da", "ta", "te"])


def earlier(doc: Document, named: Mention) -> Mention | None:
    """The first fuller mention of the same source before this one, whoever speaks there."""
    if named.pronoun or named.indefinite:
        return None
    first, end = named.words.first, named.words.end
    if named.head and len(named.names) > 1:
        return None  # as full as it gets
    if named.names and not named.anonymous:
        return _bearer(doc, named, first, end)
    if named.generic and not named.person and end - first == 1:
        return _body(doc, doc.words[first], named, first)
    return None


def _body(doc: Document, word: str, named: Mention, first: int) -> Mention | None:
    """«Dernek» after «Uyku Derneği'nin anketi»: the last body of that sort with a name."""
    known = lex.NOUNS.get(word)
    if known is None or known.kind != "body" or known.plural:
        return None
    low = max(0, first - BACK)
    forms = _owned_forms(lex.OWNED.get(known.stem, word))
    places = sorted(at for form in forms for at in doc.places(form, low, first, OFTEN))
    for at in reversed(places):
        if at == 0 or not doc.is_capital(at) or not doc.is_capital(at - 1):
            continue
        found = mention(doc, group_start(doc, max(0, at - 16), at + 1), at + 1)
        if found.head == named.head and len(found.bag | found.names) > 0:
            return found
    return None


def _places(doc: Document, name: str, first: int) -> list[int]:
    low = max(0, first - BACK)
    return sorted(at for form in _forms(name) for at in doc.places(form, low, first, OFTEN))


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
