"""How content puts itself: expected, hedged, wanted, or as a fact.

Source: the guideline of annotation: the main clause decides, of several the first; a clause inside
a relative or conditional one never does.
"""

from claims.extraction.document import Document
from claims.extraction.languages.en import lexicon as lex
from claims.extraction.report import Words
from claims.extraction.types import Modality

# Words of the main clause that are looked at.
WINDOW = 16
# «he expected T», «the family believes T»: so near to its subject the verb is the main one.
HOLDING_WITHIN = 2
_WISHING = frozenset(("like", "urge", "want", "love", "advise"))
_IMPERATIVES = frozenset(("don't", "don’t", "let", "let's", "let’s", "please"))
_HOLDING = {
    form: modality
    for modality, forms in (
        (Modality.DESIRED, ("hope", "hopes", "hoped", "want", "wants", "wanted")),
        (Modality.FUTURE, ("expect", "expects", "expected", "anticipates", "anticipated")),
        (Modality.HEDGED, ("believe", "believes", "believed", "suspects", "suspected")),
    )
    for form in forms
}
# Words of which none of the rules below needs more than a look are passed over.
_TELLING = (
    lex.FUTURE | lex.HEDGED | lex.DESIRED | lex.RELATIVES | lex.AUXILIARIES | lex.PAST_FORMS
    | {",", ";"} | _HOLDING.keys()
)  # fmt: skip


def modality(doc: Document, content: Words) -> Modality:
    """By the first auxiliary of the main clause."""
    words, capitals = doc.words, doc.capitals()
    skipping = False
    if words[content.first] in _IMPERATIVES:
        return Modality.DESIRED
    for i in range(content.first, min(content.end, content.first + WINDOW)):
        word = words[i]
        if word not in _TELLING and word[-2:] != "ed" and word[-2:] != "ll":
            continue
        if capitals[i] and i > content.first:
            continue  # «Ilse May»
        if word in ",;" or word in lex.RELATIVES:
            skipping = word in lex.RELATIVES and i > content.first
            continue
        if skipping:
            continue
        if word == "going" and (i + 1 >= content.end or words[i + 1] != "to"):
            continue
        told = _told_by(words, i, content)
        if told is not None:
            return told
        if (
            i > content.first
            and (word in lex.AUXILIARIES or word in lex.PAST_FORMS or _is_past(words, i))
            and words[i + 1 : i + 2] != ["by"]
        ):  # «fuel shipped by Belmark will be used»
            following = words[i + 1] if i + 1 < content.end else ""
            if following in lex.HEDGED:
                return Modality.HEDGED
            if following in ("going", "expected", "set", "due") and "to" in words[i + 2 : i + 3]:
                return Modality.FUTURE
            return Modality.ASSERTED
    return Modality.ASSERTED


def _told_by(words: list[str], i: int, content: Words) -> Modality | None:
    """What one word of the main clause tells: an auxiliary, or a verb of wishing near its head."""
    word, following = words[i], words[i + 1 : i + 2]
    if following == ["have"] and word in ("would", "could", "might"):
        return Modality.HEDGED if word == "might" else Modality.ASSERTED
    is_near = content.first < i <= content.first + HOLDING_WITHIN
    if is_near and word in _HOLDING and words[content.first] not in lex.WH:
        return _HOLDING[word]
    if word == "would" and not _WISHING.isdisjoint(following):
        return Modality.DESIRED
    if word in ("have", "has") and following == ["to"]:
        return Modality.DESIRED
    if word in lex.FUTURE or word.endswith(("'ll", "’ll")):
        return Modality.FUTURE
    if word in lex.HEDGED:
        is_nobody = words[content.first] in ("nobody", "no")
        is_plain = word == "could" and (following == ["not"] or is_nobody)
        return Modality.ASSERTED if is_plain else Modality.HEDGED
    if word in lex.DESIRED:
        is_past = following == ["have"] and word != "need"  # «should have had»
        return Modality.ASSERTED if is_past else Modality.DESIRED
    return None


def _is_past(words: list[str], i: int) -> bool:
    return len(words[i]) > 4 and words[i].endswith("ed") and words[i - 1] not in lex.DETERMINERS
