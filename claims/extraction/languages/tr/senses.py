"""What the sense of a cue says of its content, before the content does.

Source: the guideline of annotation on modality, and section 3 of the project's notes on Turkish
attribution (calls and warnings are desired).
"""

from claims.extraction.document import Document
from claims.extraction.languages.tr.cues import Cue
from claims.extraction.languages.tr.morphology import Shape, f, shape
from claims.extraction.report import Words
from claims.extraction.types import Modality

_CALLS = frozenset(("call", "invite"))
_CALLING = ("çağrı", "talep", "talebi", "öneri", "tavsiye", "talimat")


# A quotation of so many words may be a refusal and nothing else.
REFUSAL_AT_MOST = 14
_SPEAKS_NOT = tuple(map(f, ("konuşmam", "konuşmay", "konuşamam", "konuşamay")))


def refuses(doc: Document, content: Words) -> bool:
    """«"Şimdi konuşmayayım" demekle yetindi»: what is quoted is a refusal."""
    if content.end - content.first > REFUSAL_AT_MOST:
        return False
    said = doc.words[content.first : content.end]
    if any(word.startswith(_SPEAKS_NOT) for word in said):
        return True
    at = said.index("yorum") + 1 if "yorum" in said else len(said)
    return any(word.startswith(("yapm", "yapam", "yok")) for word in said[at : at + 3])


def modality_of(cue: Cue, doc: Document, content: Words) -> Modality | None:
    """By the verb; None where the content decides."""
    senses = cue.verb.senses
    last = shape(doc.words[content.end - 1])
    if senses & {"deny", "reject", "deny_negated"}:
        return Modality.DENIED
    if senses & _CALLS or cue.verb.lemma.startswith(_CALLING):
        return Modality.DESIRED
    if "warn" in senses and last & (Shape.WISH_NOM | Shape.INFINITIVE):
        return Modality.DESIRED
    if senses & {"pledge", "pledge_clause", "pledge_noun", "expect"}:
        return Modality.FUTURE
    if senses & {"think", "believe"}:
        return Modality.HEDGED
    return None
