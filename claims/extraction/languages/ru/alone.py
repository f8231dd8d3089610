"""Speech without a verb of saying of its own: a quotation, a line behind a dash, a colon.

Source: section 6 of the project's notes on Russian attribution (dash forms).
"""

from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru import quoted
from claims.extraction.languages.ru.back import agreement_of
from claims.extraction.languages.ru.inflection import NOMINATIVE
from claims.extraction.languages.ru.letters import is_dash
from claims.extraction.languages.ru.lexicon import Form, Tense, Verb
from claims.extraction.languages.ru.mentions import mention
from claims.extraction.languages.ru.phrases import can_speak, phrase
from claims.extraction.languages.ru.speaking import Speaking
from claims.extraction.languages.ru.subjects import Before
from claims.extraction.report import Voice, Words
from claims.extraction.types import Construction

_ANY_VERB = Verb("говорить", "say", frozenset(("clause", "quote")))
# «пожимает плечами: «…»», «разводит руками», «машет рукой», «качает головой»
_GESTURES = frozenset(("плечами", "руками", "рукой", "головой"))
_FINITE_ENDS = (
    "л", "ла", "ли", "лся", "лась", "лись", "ет", "ит", "ют", "ут", "ат", "ят", "ется", "ится",
    "ются", "утся", "ятся", "атся",
)  # fmt: skip


def goes_on_speaking(p: Speaking, spoken: bool) -> bool:
    """«— A, — сказал X. — B.»: the sentence behind opens with a dash and is speech still."""
    if not spoken or not is_dash(p.doc, p.first):
        return False
    content = Words(p.first + 1, p.end)
    if content.end > content.first:
        p.add(
            content=content,
            voices=[Voice(None)],
            construction=Construction.QUOTATION_ALONE,
            cue=None,
            clause=p.first,
            colon=True,
            goes_on=True,
        )
    return True


def colon(p: Speaking, i: int) -> None:
    """«Мэр Ким: «…»»: a quotation that a colon alone gives to somebody."""
    if p.reports or i + 1 not in p.doc.quotation_at or p.doc.quotation_at[i + 1].is_name:
        return
    end = phrase(p.doc, p.first, i, NOMINATIVE)
    if end == p.first or not can_speak(p.doc, p.first, end):
        return
    stop = i - (p.words[i - 1] in _GESTURES and p.words[i - 2] not in lex.PREPOSITIONS)
    is_verb = end + 1 == stop and p.words[end].endswith(_FINITE_ENDS)  # «соседка кивает: «…»»
    if end < i and not is_verb and p.words[end] not in lex.PREPOSITIONS and p.words[end] != ",":
        return
    one = p.doc.quotation_at[i + 1]
    p.add(
        content=Words(one.first, one.close),
        voices=[Voice(mention(p.doc, p.first, end))],
        construction=Construction.COLON,
        cue=Words(end, end + 1) if is_verb else None,
        clause=p.first,
        because=[Words(i, i + 1)],
    )
    p.floor = one.end


def unknown_cue(p: Speaking) -> None:
    """«…», — хмурится Ким: behind a quotation and a dash any verb is one of saying."""
    one = p.doc.quotation_at.get(p.clause_floor())
    if one is None or one.end + 2 >= p.end or not is_dash(p.doc, one.end + 1):
        return
    i = one.end + 2
    word = p.words[i]
    if p.words[one.end] not in ",!?" or not word.endswith(_FINITE_ENDS):
        return
    form = Form(_ANY_VERB, Tense.PAST, agreement_of(word))
    frame = p.follow(i, form, has_subject=False)
    if frame.subject is None or frame.how:
        return
    quoted.postposed(p, i, form, frame, p.voices(i, form, frame, Before()))


def quotation_alone(p: Speaking) -> None:
    """A sentence that is one quotation: who spoke before goes on."""
    one = p.doc.quotation_at.get(p.first)
    if one is None or one.end < p.end or one.is_name or one.close - one.open < 5:
        return
    p.add(
        content=Words(one.first, one.close),
        voices=[Voice(None)],
        construction=Construction.QUOTATION_ALONE,
        cue=None,
        clause=p.first,
        goes_on=True,
    )
