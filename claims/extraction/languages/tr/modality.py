"""How content puts itself, by the first verb of its main clause.

Source: section 3 of the project's notes on Turkish attribution: -(y)AcAk is future, -(y)Abil hedged
(-(y)AmAz is not), -mAlI and -mAsI gerek- desired, the habitual asserted.
"""

from claims.extraction.document import Document
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.morphology import Shape, f, shape
from claims.extraction.report import Words
from claims.extraction.types import Modality

_STOPS = frozenset(".!?…")
# «gerek-», «şart», «lazım»: what should be.
_MUST = tuple(map(f, ("gerek", "şart", "lazım", "zorunda", "zorunlu")))
_HEDGES = tuple(map(f, ("muhtemel", "olası", "belki", "galiba", "sanırım", "ihtimal")))
_TELLS = Shape.FINITE | Shape.CLAUSE_ACC | Shape.CLAUSE_DAT | Shape.CLAUSE_GEN | Shape.CLAUSE_ABL
_BEFORE_FUTURE = ("acak", "ecek", "acağ", "eceğ", "acag")


def modality(doc: Document, content: Words) -> Modality:
    """The first finite or nominalised verb tells; at the end of the content any form of it."""
    words = doc.words
    last = content.end - 1
    while last > content.first and not words[last][0].isalnum():
        last -= 1
    for i in range(content.first, content.end):
        word = words[i]
        if word in _STOPS and i > content.first:
            break
        found = shape(word)
        if word.startswith(_HEDGES):
            return Modality.HEDGED
        told = _told(doc, i, found, i == last)
        if told is not None:
            return told
    return Modality.ASSERTED


_JOINS = frozenset(map(f, ("ve", "ama", "ancak", "fakat", "çünkü", "de", "da", "ise")))


def _closes(doc: Document, i: int) -> bool:
    """Whether a finite verb closes its clause here, rather than modify what follows."""
    following = doc.words[i + 1] if i + 1 < len(doc.words) else "."
    return not following[0].isalnum() or following in _JOINS


def _told(doc: Document, i: int, found: int, is_last: bool) -> Modality | None:
    word = doc.words[i]
    if word.startswith(_MUST) and (found & _TELLS or is_last or found & Shape.CLAUSE_NOM):
        return Modality.DESIRED
    if found & Shape.IMPERATIVE and (is_last or found & Shape.FINITE):
        return Modality.DESIRED
    if found & Shape.FINITE and not (is_last or _closes(doc, i)):
        return None  # «kapanacak köprü»
    tells = found & _TELLS or (is_last and found & (Shape.CLAUSE_NOM | Shape.FINITE))
    if not tells or word in lex.NO_FINITES or word in lex.NOUNS:
        return None
    if found & Shape.ABLE:
        return Modality.HEDGED
    if found & Shape.FUTURE:
        return Modality.FUTURE
    if found & Shape.MUST:
        return Modality.DESIRED
    return Modality.ASSERTED
