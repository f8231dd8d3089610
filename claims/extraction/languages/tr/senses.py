"""What the sense of a cue says of its content, before the content does.

Source: the guideline of annotation on modality, and section 3 of the project's notes on Turkish
attribution (calls and warnings are desired).
"""

from claims.extraction.document import Document
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.clauses import Located
from claims.extraction.languages.tr.cues import Cue
from claims.extraction.languages.tr.lexicon import Form
from claims.extraction.languages.tr.morphology import CLAUSE, Shape, f, shape, suffix_length
from claims.extraction.languages.tr.relays import Group
from claims.extraction.report import Words
from claims.extraction.types import Construction, Kind, Modality

_CALLS = frozenset(("call", "invite"))
_CALLING = (
    "çağrı", "talep", "talebi", "öneri", "tavsiye", "talimat", "telkin", "rica", "davet", "temenni",
    "dilek", "dileğ", "istek", "isteğ", "teklif", "öğüt", "öğüd", "istem", "emret", "buyur",
    "salık", "ihtar", "arzu",
)  # fmt: skip


# A quotation of so many words may be a refusal and nothing else.
REFUSAL_AT_MOST = 14
_SPEAKS_NOT = tuple(map(f, ("konuşmam", "konuşmay", "konuşamam", "konuşamay")))


def refuses(doc: Document, content: Words) -> bool:
    """«"Şimdi konuşmayayım" demekle yetindi»: what is quoted is a refusal."""
    if content.end - content.first > REFUSAL_AT_MOST:
        return False
    said = doc.words[content.first : content.end]
    if shape(said[-1]) & Shape.CLAUSE_ACC:
        return _will_not_speak(said)
    if any(word.startswith(_SPEAKS_NOT) for word in said):
        return True
    at = said.index("yorum") + 1 if "yorum" in said else len(said)
    return any(word.startswith(("yapm", "yapam", "yok")) for word in said[at : at + 3])


def _will_not_speak(said: list[str]) -> bool:
    """«konuşmayacağını», «yorum yapmayacağını», «yorum yapmak istemediğini»"""
    last = said[-1]
    if last.startswith("istem") and len(said) > 1:
        return said[-2] == "konuşmak" or (said[-2] in _TO_COMMENT and said[-3:-2] == ["yorum"])
    if not shape(last) & Shape.FUTURE:
        return False
    return last.startswith(_SPEAKS_NOT) or (
        last.startswith(("yapm", "yapam")) and said[-2:-1] in (["yorum"], ["açiklama"])
    )


_TO_COMMENT = frozenset(("yapmak",))


def modality_of(cue: Cue, doc: Document, content: Words) -> Modality | None:
    """By the verb; None where the content decides."""
    senses = cue.verb.senses
    last = shape(doc.words[content.end - 1])
    if senses & {"deny", "deny_more", "reject", "deny_negated", "unconfirmed"}:
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


def is_document(doc: Document, group: Group | None) -> bool:
    """«Anket … gösteriyor»: only what holds words or figures shows that something is so."""
    known = lex.NOUNS.get(doc.words[group[1] - 1]) if group is not None else None
    return known is not None and known.kind == "document"


_GOES_ON = frozenset((",", "ve"))


def is_told_on(doc: Document, cue: Cue, end: int) -> bool:
    """«"…" dediği öğrenildi»: somebody else tells that it was said."""
    if cue.end < end and doc.words[cue.end] in _GOES_ON:
        last = lex.SIMPLE.get(doc.words[end - 1])  # «ileri sürdüğü, … olmadığı belirtildi»
        return last is not None and last[0].form is Form.PASSIVE
    for i in range(cue.end, min(cue.end + 2, end)):
        known = lex.SIMPLE.get(doc.words[i])
        if known is not None and known[0].form is Form.PASSIVE:
            return True
    return False


def kind_of(doc: Document, located: Located, content: Words) -> Kind | None:
    """By construction and refusal; None where the marks decide."""
    if located.construction is Construction.CLAUSE_BEFORE:
        return Kind.DIRECT
    is_clause = located.construction is Construction.NOMINAL_CLAUSE
    if (located.first is not None or is_clause) and refuses(doc, content):
        return Kind.NO_COMMENT
    return None


_WISHES = Shape.WISH_NOM | Shape.WISH_DAT | Shape.INFINITIVE
# What ends like a wish and is none: «suçlamasını reddetti».
_ACCUSATIONS = ("suçlama", "karalama")


def is_content(doc: Document, cue: Cue, located: Located) -> bool:
    """Refusals and confirmations take only what is claimed; others are acts."""
    if located.construction is Construction.NOUN_OBJECT and "reject" in cue.verb.senses:
        known = doc.words[located.end - 1]
        return known.startswith(tuple(lex.CLAIMED))
    last = shape(doc.words[located.end - 1])
    if doc.words[located.end - 1].startswith(_ACCUSATIONS):
        return True
    if "assure" in cue.verb.senses and located.construction is Construction.PREPOSITION:
        return bool(last & (CLAUSE | _WISHES))  # «köprü konusunda güvence verdi»: a topic
    # «silmeyi düşünüyor», «katılmayı reddetti»: acts of one's own.
    return not (cue.verb.senses & {"reject", "think"} and last & Shape.WISH_ACC)


def is_topic(doc: Document, located: Located) -> bool:
    """«karara tepki gösteren Ak», «duruma değinen Ak»: what is spoken of, and not what is said."""
    last = shape(doc.words[located.end - 1])
    is_clause = last & (CLAUSE | Shape.WISH_DAT | Shape.WISH_ABL | Shape.WISH_INS)
    return located.construction is Construction.PREPOSITION and not is_clause


def is_reference(doc: Document, cue: Cue, floor: int) -> bool:
    """«yetkililere atıfta bulunarak»: on whose word, and no claim; «karara» is spoken of."""
    if cue.saying.form is not Form.CONVERB or doc.words[cue.first] not in ("atifta", "atif"):
        return False
    if cue.first <= floor:
        return False
    known = lex.NOUNS.get(doc.words[cue.first - 1])
    is_speaker = known is not None and known.kind != "document"
    return is_speaker or bool(suffix_length(doc.words[cue.first - 1]))


def clause_before(doc: Document, floor: int, limit: int) -> int | None:
    """The comma behind a whole clause before word ``limit``: «Yol kapandı, Ak …»."""
    words = doc.words
    for i in range(limit - 2, floor + 1, -1):
        if words[i] not in ",;" or doc.around(i) is not None or doc.is_capital(i - 1):
            continue
        word = words[i - 1]
        if not shape(word) & Shape.FINITE or word in lex.NO_FINITES or word in lex.NOUNS:
            continue
        if not word.endswith(_NOUN_ENDS):
            return i
    return None


# «toplantı», «sıkıntı»: nouns that end like a past tense.
_NOUN_ENDS = ("nti", "ntu", "ntü")


def is_object_too(doc: Document, group: Group) -> bool:
    """«her iki tarafı», «hükümeti»: a noun in small letters that may stand in the accusative."""
    last = group[1] - 1
    known = lex.NOUNS.get(doc.words[last])
    return known is not None and known.possessed and not doc.is_capital(last)


def behind_occasion(doc: Document, start: int, last: int) -> int:
    """«Meclis'ten ayrılırken soruları yanıtsız bıraktı»: when somebody would not speak."""
    for i in range(start, min(last - 1, start + OCCASION_AT_MOST)):
        if doc.words[i].endswith("rken") and shape(doc.words[i]) & Shape.CONVERB:
            return i + 1 + (doc.words[i + 1] == ",")
    return start


OCCASION_AT_MOST = 5
