"""How content puts itself, by the first verb of its main clause.

Source: section 3 of the project's notes on Turkish attribution: -(y)AcAk is future, -(y)Abil hedged
(-(y)AmAz is not), -mAlI and -mAsI gerek- desired, the habitual asserted.
"""

from functools import lru_cache

from claims.extraction.document import Document
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.morphology import REMEMBERED, Shape, f, shape
from claims.extraction.report import Words
from claims.extraction.types import Modality

_STOPS = frozenset(".!?…")
# «gerek-», «şart», «lazım»: what should be.
_MUST = tuple(map(f, ("gerek", "şart", "lazım", "zorunda", "zorunlu")))
_HEDGES = tuple(map(f, ("muhtemel", "olası", "belki", "galiba", "sanırım", "ihtimal")))
_CASED = Shape.CLAUSE_ACC | Shape.CLAUSE_DAT | Shape.CLAUSE_GEN | Shape.CLAUSE_ABL
_NOMINAL = _CASED | Shape.CLAUSE_NOM
_VERBAL = _NOMINAL | Shape.FINITE | Shape.IMPERATIVE


def modality(doc: Document, content: Words) -> Modality:
    """The first verb of the main clause tells: of a nominal clause the first one that is closed
    like it, else the first finite one."""
    words = doc.words
    last = content.end - 1
    while last > content.first and not words[last][0].isalnum():
        last -= 1
    is_nominal = bool(shape(words[last]) & _NOMINAL)
    for i in range(content.first, last + 1):
        word = words[i]
        if not _tells(word):
            continue
        if word in _STOPS and i > content.first:
            break
        if word.startswith(_HEDGES):
            return Modality.HEDGED
        told = _nominal(doc, i, last) if is_nominal else _finite(doc, i, last)
        if told is not None:
            return told
    return Modality.ASSERTED


@lru_cache(REMEMBERED)
def _tells(word: str) -> bool:
    """Whether a word may tell by what it is; most do not, and are passed over."""
    return word in _STOPS or word.startswith(_HEDGES + _MUST) or bool(shape(word) & _VERBAL)


def _nominal(doc: Document, i: int, last: int) -> Modality | None:
    found = shape(doc.words[i])
    is_closed = found & _CASED or (found & Shape.CLAUSE_NOM and (i == last or _closes(doc, i)))
    return _told(doc, i, found) if is_closed else None


def _finite(doc: Document, i: int, last: int) -> Modality | None:
    found = shape(doc.words[i])
    closes = i == last or _closes(doc, i)
    if found & Shape.IMPERATIVE and (i == last or (closes and found & Shape.FINITE)):
        return Modality.DESIRED
    if doc.words[i].startswith(_MUST) and closes and _is_wanted(doc, i):
        return Modality.DESIRED
    # «kapanacak köprü»: a verb that does not close its clause modifies a noun.
    return _told(doc, i, found) if found & Shape.FINITE and closes else None


def _told(doc: Document, i: int, found: int) -> Modality | None:
    word = doc.words[i]
    if word in lex.NO_FINITES or word in lex.NOUNS:
        return None
    if word.startswith(_MUST) and _is_wanted(doc, i):
        return Modality.DESIRED
    if found & Shape.ABLE:
        return Modality.HEDGED
    if found & Shape.FUTURE:
        return Modality.FUTURE
    return Modality.DESIRED if found & Shape.MUST else Modality.ASSERTED


def _is_wanted(doc: Document, i: int) -> bool:
    """«açılması gerektiğini», but not «dört milyon gerekiyor»."""
    return i > 0 and bool(shape(doc.words[i - 1]) & (Shape.WISH_NOM | Shape.INFINITIVE))


_JOINS = frozenset(map(f, ("ve", "ama", "ancak", "fakat", "çünkü", "de", "da", "ise")))


def _closes(doc: Document, i: int) -> bool:
    """Whether a verb closes its clause here, rather than modify what follows."""
    following = doc.words[i + 1] if i + 1 < len(doc.words) else "."
    return not following[0].isalnum() or following in _JOINS
