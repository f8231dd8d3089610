"""Where reported content ends: at the sentence's end, or where somebody else takes the word.

Source: section 2 of the project's notes on Arabic attribution (ends of content, counted).
"""

from dataclasses import dataclass

from claims.extraction.document import Document
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.evidentials import evidential_at
from claims.extraction.languages.ar.lexicon import Tense
from claims.extraction.languages.ar.phrases import can_speak, phrase
from claims.extraction.languages.ar.verbs import follow
from claims.extraction.languages.ar.word_classes import COMMAS
from claims.extraction.report import Agreement

_STOPS = frozenset(".!?؟…")
# A quotation may be followed by these, and the clause goes on.
_GOES_ON = frozenset("و") | lex.THAT_AGAIN


# «، ردا على منشورات …»: the occasion of the saying.
_IN_ANSWER = lex.fset(("ردا", "تعليقا", "تعقيبا"))
# Words at which content may end; all others are passed over quickly.
_MAY_STOP = (
    frozenset(lex.FORMS)
    | frozenset(lex.EVIDENTIAL)
    | frozenset(lex.HEARSAY)
    | lex.BUT
    | lex.BUT_THEY
    | lex.RETURNS
    | lex.RETURNS_SILENT
    | frozenset(lex.RETURN_PHRASES)
    | COMMAS
    | _IN_ANSWER
    | frozenset(("وهو", "وهي", "كما", "علي", "وعلي", "وان", "دون", "من", "قبل"))
)
# Coordinated without a comma these are acts of speech of the speaker, seldom told by them.
_SPEECH_ACTS = frozenset(("call", "accuse", "judge", "deny", "pledge", "expect", "describe"))
# «أعرب عن حزنه، وأمر بتشكيل لجنة»: what the speaker did besides.
_AND_ACTED = frozenset("و" + word for word in lex.ACTS | lex.WAS) - lex.FORMS.keys()
# Words between «لكن فلانا» and its verb, at most.
TURN_AT_MOST = 8


@dataclass(frozen=True, slots=True)
class Extent:
    """Content is words first … end - 1; reading goes on at ``next``. ``returns`` where the outlet
    takes the word again."""

    first: int
    end: int
    next: int
    returns: bool = False


def starts_with(words: list[str], at: int, phrases: lex.Phrases) -> int:
    """How many words of the longest of the phrases stand here, 0 if none does."""
    found = phrases.get(words[at]) if at < len(words) else None
    if found is None:
        return 0
    return max((len(p) for p in found if tuple(words[at : at + len(p)]) == p), default=0)


def is_return(doc: Document, j: int) -> bool:
    """Back to the outlet's voice: «فيما», «بينما», «في حين», «دون أن», «وذلك» behind a comma."""
    words = doc.words
    word = words[j]
    before = words[j - 1] if j else ""
    if word in lex.RETURNS:
        return before in COMMAS or before in '"»”' or word[0] != "و"
    if word in lex.RETURNS_SILENT:
        return before in COMMAS
    return (before in COMMAS or before in '"»”') and starts_with(words, j, lex.RETURN_PHRASES) > 0


def extent(
    doc: Document, start: int, limit: int, speaker: Agreement, *, is_nominal: bool = False
) -> Extent:
    """How far the content that begins at ``start`` reaches, ``limit`` at the most.

    Where it is a noun (``is_nominal``), a clause with «و» goes on with the cue, not with it.
    """
    words = doc.words
    first = start
    if first < limit and words[first] == ":":
        first += 1
    if first >= limit:
        return Extent(first, first, limit)
    quotation = doc.quotation_at.get(first)
    if quotation is not None and quotation.end <= limit:
        after = _after_quotation(doc, quotation.end, limit, speaker)
        if after is not None:
            return Extent(quotation.first, quotation.close, after, _returns_at(doc, after, limit))
        j = quotation.end
    else:
        j = first
    while j < limit:
        if j in doc.quotation_at:
            j = max(doc.quotation_at[j].end, j + 1)
            continue
        if words[j] in _MAY_STOP and j > first and _stops(doc, j, limit, speaker):
            break
        if is_nominal and words[j - 1] in COMMAS and _acted(words, j, limit):
            return Extent(first, j, j, True)
        j += 1
    j = min(j, limit)
    return Extent(first, j, j, j < limit and is_return(doc, j))


def _acted(words: list[str], j: int, limit: int) -> bool:
    """«، وأمر بتشكيل لجنة», «، كما عرضت المساعدة»."""
    following = words[j + 1] if j + 1 < limit else ""
    return words[j] in _AND_ACTED or (words[j] == "كما" and following in lex.ACTS)


def _returns_at(doc: Document, at: int, limit: int) -> bool:
    while at < limit and doc.words[at] in COMMAS:
        at += 1
    return at < limit and is_return(doc, at)


def _after_quotation(doc: Document, j: int, limit: int, speaker: Agreement) -> int | None:
    """Where reading goes on if the content ends with the quotation before ``j``; else None."""
    words = doc.words
    if j >= limit:
        return limit
    word = words[j]
    if word in _STOPS:
        return j
    if word in COMMAS or word in "-–—؛":
        following = words[j + 1] if j + 1 < limit else ""
        if following in lex.THAT_AGAIN:
            return None
        if following == "و" and j + 2 in doc.quotation_at:
            return None
        if j + 1 in doc.quotation_at:
            return None
        return j
    if word in lex.GLOSSES or starts_with(words, j, lex.GLOSS_PHRASES):
        return j
    if word in lex.AFTER_SPEECH:
        return j
    if not word[0].isalnum():
        return j if j not in doc.quotation_at else None
    return j if _stops(doc, j, limit, speaker) else None


def _stops(doc: Document, j: int, limit: int, speaker: Agreement) -> bool:
    words = doc.words
    word = words[j]
    if word in COMMAS:
        return _says_by(doc, j, limit)
    if word in _IN_ANSWER:
        return words[j - 1] in COMMAS
    if word in ("دون", "من", "قبل") and _adds(doc, j, limit):
        return True
    if word == "وان" and words[j - 1] in COMMAS:
        return _is_conceded(doc, j + 1, limit)
    if word in lex.BUT_THEY:
        return _goes_on(doc, j + 1, limit)
    if word in lex.BUT:
        return is_return(doc, j) or _turns(doc, j, limit)
    if word in ("وهو", "وهي") and words[j - 1] in COMMAS:
        return _is_said_of_it(doc, j, limit)
    following = words[j + 1] if j + 1 < limit else ""
    form = lex.FORMS.get(word)
    if form is not None and (word not in lex.ONLY_FIRST or following in lex.THAT_HEADS):
        return _stops_at_cue(doc, j, limit, speaker, form)
    if word in lex.EVIDENTIAL or word in ("كما", "علي", "وعلي"):
        return evidential_at(doc, j, limit) is not None
    if word in lex.HEARSAY and words[j - 1] in COMMAS:
        return following in lex.THAT_HEADS
    return is_return(doc, j)


def _stops_at_cue(doc: Document, j: int, limit: int, speaker: Agreement, form: lex.Form) -> bool:
    """Whether another cue takes the word: a verb with «و», a participle, somebody else's verb."""
    word, before = doc.words[j], doc.words[j - 1]
    after_comma = before in COMMAS
    after_marks = before in '"»”″'
    if form.tense is Tense.NOUN or (form.pronoun and not form.joined):
        return False
    frame = follow(doc, j, form, limit)
    if frame is None:
        return False
    is_clear = frame.how in ("that", "colon", "quote")
    is_adjunct = word in lex.AFTER_COMMA and after_comma
    if word in lex.ONLY_CLEAR and not is_clear and not is_adjunct:
        return False
    if form.tense is Tense.PARTICIPLE:
        if form.verb.sense == "again" and not after_comma:
            return False
        if form.verb.sense == "accuse" and frame.how == "preposition" and frame.content == j + 1:
            return False  # «مثل أمام القاضي، متهما بالتجسس»: who is accused
        # an accusative can be nothing but an adjunct
        is_accusative = word[-1] == "ا" and word not in lex.NOUNS
        return is_accusative or after_comma or after_marks or is_clear
    goes_on = form.verb.sense == "continue" and form.joined and is_clear
    if frame.subject is None and not form.agreement.fits(speaker) and not goes_on:
        return False
    if form.joined:
        is_act = form.verb.sense in _SPEECH_ACTS or form.verb.sense == "decline"
        return is_clear or after_comma or after_marks or is_act
    # «، أعلن فلان أن»: without «و» only behind a comma, with a subject of its own.
    return after_comma and frame.subject is not None and is_clear


def _adds(doc: Document, j: int, limit: int) -> bool:
    """«دون أن يذكر موعدا»: what was not told; «قبل أن يضيف: …»: what was told next."""
    words = doc.words
    at = j + 1 if words[j] == "من" else j
    if words[at : at + 1] not in (["دون"], ["قبل"]) or words[at + 1 : at + 2] != ["ان"]:
        return False
    told = at + 2
    if told >= limit:
        return False
    if words[at] == "دون":
        return words[told] in lex.WITHHELD
    form = lex.FORMS.get(words[told])
    if form is None or form.tense is not Tense.FINITE:
        return False
    frame = follow(doc, told, form, limit)
    return frame is not None and frame.how in ("that", "colon", "quote")


def _is_conceded(doc: Document, at: int, limit: int) -> bool:
    """«، وإن رأى مراقبون أن …»: others say something else."""
    form = lex.FORMS.get(doc.words[at]) if at < limit else None
    if form is None or form.tense is not Tense.FINITE or not form.past:
        return False
    frame = follow(doc, at, form, limit)
    return frame is not None and frame.subject is not None and frame.how == "that"


def _turns(doc: Document, j: int, limit: int) -> bool:
    """«، لكن فلانا قال إن», «غير أن … أكد»: another speaker takes the word."""
    words = doc.words
    at = j + 1
    if at < limit and words[at] in lex.THAT:
        if words[at] != "ان":
            return _goes_on(doc, at + 1, limit)  # «إلا أنه قال»
        at += 1
    elif words[j] in ("غير", "الا", "بيد"):
        return False
    if at >= limit:
        return False
    form = lex.FORMS.get(words[at])
    if form is not None and form.tense is Tense.FINITE:
        frame = follow(doc, at, form, limit)
        return frame is not None and frame.subject is not None
    end = phrase(doc, at, limit)
    if end == at or not can_speak(doc, at, end):
        return False
    for k in range(end, min(end + TURN_AT_MOST, limit)):
        form = lex.FORMS.get(words[k])
        if form is not None and form.tense is Tense.FINITE and not form.joined:
            return follow(doc, k, form, limit) is not None
        if words[k] in _STOPS or words[k] in COMMAS:
            return False
    return False


def _goes_on(doc: Document, at: int, limit: int) -> bool:
    """«لكنه عزا ذلك إلى»: the same speaker says something else."""
    if at + 1 < limit and doc.words[at] in lex.NEGATIONS:
        return doc.words[at + 1] in lex.DECLINED or doc.words[at + 1] in lex.WITHHELD
    form = lex.FORMS.get(doc.words[at]) if at < limit else None
    if form is None or form.tense is not Tense.FINITE or form.joined:
        return False
    return follow(doc, at, form, limit, has_subject=True) is not None


def _says_by(doc: Document, j: int, limit: int) -> bool:
    """«، مفجرا مفاجأة بقوله إن …»: an adjunct that goes on with the saying."""
    for k in range(j + 1, min(j + TURN_AT_MOST, limit)):
        word = doc.words[k]
        if word in lex.SAYING_NOUNS and word[0] == "ب":
            frame = follow(doc, k, lex.FORMS["قال"], limit)
            return frame is not None and frame.how in ("that", "colon", "quote")
        if word in COMMAS or word in lex.THAT or word in lex.FORMS:
            return False
    return False


def _is_said_of_it(doc: Document, j: int, limit: int) -> bool:
    """«، وهي نسبة تقول الوزارة إنها …», «، وهو ما ينفيه …»."""
    if j + 1 < limit and doc.words[j + 1] in lex.COMMENTS:
        return True
    for k in range(j + 1, min(j + 5, limit)):
        form = lex.FORMS.get(doc.words[k])
        if form is not None and form.tense is Tense.FINITE:
            frame = follow(doc, k, form, limit)
            return frame is not None and frame.how == "that"
    return False
