"""Declining to say: «رفض ص التعليق على …», «امتنعت عن التعليق»."""

from claims.extraction.document import Document
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.frames import Frame
from claims.extraction.languages.ar.mentions import mention
from claims.extraction.languages.ar.phrases import can_speak, phrase
from claims.extraction.languages.ar.word_classes import COMMAS
from claims.extraction.report import Mention

# «تحدث شريطة عدم الكشف عن هويته».
_WHEN = lex.fset(("لدى", "خلال", "عقب", "بعد", "أثناء"))
_ON_CONDITION = frozenset(("شريطة", "بشرط"))


def decline(doc: Document, i: int, limit: int) -> Frame | None:
    """«رفض ص التعليق على …»، «امتنعت عن التعليق»."""
    words = doc.words
    subject: Mention | None = None
    j = i + 1
    limit = min(limit, i + 25)
    while j < limit:
        word = words[j]
        if word in lex.DECLINE_OBJECTS or (
            j + 1 < limit and word == "عن" and words[j + 1] in lex.DECLINE_OBJECTS
        ):
            at = j + 1 if word == "عن" else j
            return None if is_name_withheld(doc, at) else Frame(at, "decline", subject)
        if word in _WHEN and j + 1 < limit:
            j += 2  # «رفض لدى خروجه التعليق»
            continue
        if subject is not None and word in COMMAS:
            j += 1
            continue
        if subject is not None or not (word[0].isalnum() or j in doc.quotation_at):
            return None
        end = phrase(doc, j, limit, noun_object=True, prepositions=frozenset(("عن",)))
        if end == j or not can_speak(doc, j, end):
            return None
        # «رفض المتحدث التعليق»: the phrase may have swallowed what is declined.
        for k in range(j + 1, end):
            if words[k] in lex.DECLINE_OBJECTS:
                end = k
                break
        subject = mention(doc, j, end)
        j = end
    return None


def is_name_withheld(doc: Document, j: int) -> bool:
    """«رفض الكشف عن اسمه» leaves whoever speaks unnamed; it answers no question."""
    within = 6 if doc.words[j + 1 : j + 2] and doc.words[j + 1] in _ON_CONDITION else 4
    return any(
        word.startswith(("اسم", "هوي")) and word.endswith(("ه", "ها", "هم", "هما"))
        for word in doc.words[j + 1 : j + within]
    )
