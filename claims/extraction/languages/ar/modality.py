"""How content puts itself: expected, hedged, wanted, or as a fact.

Source: the guideline of annotation: the main clause decides, of several the first; a clause inside
a relative or conditional one never does.
"""

from claims.extraction.document import Document
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.report import Words
from claims.extraction.types import Modality

# Words of the main clause that are looked at.
WINDOW = 12
# Where the main clause ends.
_ENDS = lex.BUT | lex.BUT_THEY | lex.RELATIVES | {"اذا", "لو", "كان", "كانت"} | set(".!?؟")
_NOT = frozenset(("لا", "ما", "لم"))
# All others that do not begin with the «س» of a future are passed over.
_TELLING = _ENDS | _NOT | lex.HEDGED | lex.FUTURE | lex.EXPECTED | lex.DESIRED


def modality(doc: Document, content: Words) -> Modality:
    """By the first word of the main clause that tells."""
    words = doc.words
    skip_next = False
    for i in range(content.first, min(content.end, content.first + WINDOW)):
        word = words[i]
        if skip_next:
            skip_next = False
            continue
        if word not in _TELLING and word[0] != "س" and i > content.first:
            continue
        if word in _ENDS:
            break
        if word in lex.HEDGED:
            if word != "قد" or _present(words[i + 1] if i + 1 < content.end else ""):
                return Modality.HEDGED
            continue
        if i == content.first and word[0] == "و":
            word = word[1:]  # «وستعود السيارات»: the sentence goes on
        if word in lex.FUTURE or word in lex.EXPECTED or is_future(word):
            return Modality.FUTURE
        if word in lex.DESIRED:
            return Modality.DESIRED
        if word in _NOT and i + 1 < content.end and words[i + 1] in lex.HEDGED:
            skip_next = True  # «لا يمكننا»: negated ability is no hedge
    return Modality.ASSERTED


def is_future(word: str) -> bool:
    """«سيتم», «ستبدأ», «وسنعود»: س before a present tense."""
    if len(word) < 4 or word[0] != "س" or word[1] not in "يتنا":
        return False
    return word not in lex.NO_FUTURE_WORDS and not word.startswith(lex.NO_FUTURE)


def _present(word: str) -> bool:
    return len(word) > 2 and word[0] in "يتن"
