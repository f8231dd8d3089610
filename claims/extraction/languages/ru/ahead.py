"""Content that stands before its verb: a topic, a wish, an object.

Source: section 5 of the project's notes on Russian attribution: the order of words is free, and
what is known already comes first.
"""

from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.lexicon import Form
from claims.extraction.languages.ru.objects import Frame
from claims.extraction.languages.ru.progress import cue
from claims.extraction.languages.ru.speaking import Speaking
from claims.extraction.languages.ru.subjects import Before
from claims.extraction.report import Words
from claims.extraction.types import Construction, Modality

# «О забастовке первым сообщил …»
_OWNED = frozenset(("вину", "вины", "ошибку", "ошибки", "ответственность", "поражение"))
_FIRST = frozenset(("первым", "первой", "первыми")) | lex.ADVERBS


def topic_before(p: Speaking, i: int, form: Form, left: Before, frame: Frame) -> bool:
    """«О планах сообщил мэр»; «…, об этом сообщил мэр»."""
    words, at = p.words, left.clause
    subject = frame.subject or left.subject
    if words[at] not in ("о", "об") or "о" not in form.verb.takes or subject is None:
        return False
    content = Words(at + 1, i if frame.subject is not None else subject.words.first)
    if words[at + 1] in lex.BACK or words[at + 1] == "том":
        start = p.clause_floor()
        if at - 1 <= start or words[at - 1] not in ",—–":
            return False
        content = Words(start, at - 1)
    while content.end > content.first and words[content.end - 1] in _FIRST:
        content = Words(content.first, content.end - 1)
    if content.end <= content.first:
        return False
    p.add(
        content=content,
        voices=p.voices(i, form, frame, left),
        construction=Construction.PREPOSITION
        if content.first == at + 1
        else Construction.BACK_REFERENCE,
        cue=cue(i),
        clause=min(at, content.first),
        sense=form.verb.sense,
    )
    p.floor = max(frame.read, i + 1)
    return True


def wish_before(p: Speaking, i: int, form: Form, frame: Frame) -> bool:
    """«Закрыть мост потребовал мэр»: the infinitive opens the sentence."""
    start = p.clause_floor()
    if form.verb.sense not in ("call", "pledge") or frame.subject is None:
        return False
    if start >= i or not lex.is_infinitive(p.words[start]):
        return False
    p.add(
        content=Words(start, i),
        voices=p.voices(i, form, frame, Before()),
        construction=Construction.INFINITIVE,
        cue=cue(i),
        clause=start,
        sense=form.verb.sense,
    )
    p.floor = max(frame.read, i + 1)
    return True


def _is_confirmed(p: Speaking, i: int, lemma: str, denied: bool) -> bool:
    """«эту информацию подтвердили», «вину не признает», but not «долг признал»."""
    if lemma.startswith("подтвер"):
        return not denied
    return p.words[i - 1 - denied] in _OWNED and lemma in ("признать", "признавать")


def object_before(p: Speaking, i: int, form: Form, left: Before, frame: Frame) -> None:
    """«В Минздраве эти данные отвергли», «Слухи опровергли и в компании»."""
    denied = p.words[i - 1] == "не"
    if form.verb.sense == "confirm":
        if not _is_confirmed(p, i, form.verb.lemma, denied):
            return
    elif form.verb.sense not in ("deny", "judge") or denied:
        return
    if left.subject is not None and left.subject.words.end < i:
        first = left.subject.words.end
    elif frame.subject is not None:
        first = left.clause
    else:
        return
    while first < i and (p.words[first] in lex.ADVERBS or not p.words[first][0].isalnum()):
        first += 1
    if first < i and (p.words[first] in lex.PREPOSITIONS or p.words[first] in lex.RELATIVES):
        # «Власти, на которых лежит вина, причастность отрицают»
        first = next((j + 1 for j in range(i - 1, first, -1) if p.words[j] == ","), first)
    if first >= i - denied or p.words[first] in lex.PREPOSITIONS or p.words[first] in lex.RELATIVES:
        return
    p.add(
        content=Words(first, i - denied),
        voices=p.voices(i, form, frame, left),
        modality=Modality.DENIED if denied else None,
        construction=Construction.NOUN_OBJECT,
        cue=cue(i),
        clause=left.clause,
        sense=form.verb.sense,
    )
    p.floor = max(frame.read, i + 1)
    if p.floor + 1 < p.end and p.words[p.floor] == ":":
        at = p.floor + 1
        p.add(
            content=Words(at, p.end),
            voices=p.voices(i, form, frame, left),
            construction=Construction.COLON,
            cue=cue(i),
            clause=at,
            colon=True,
        )
        p.floor = p.end
