"""What is not said: отказался от комментариев, не стал комментировать, не ответил на запрос.

Source: sections 5 to 7 of the project's notes on Russian attribution; «отказался от встречи» is an
act and no refusal to speak.
"""

from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.following import Following
from claims.extraction.languages.ru.inflection import NOMINATIVE
from claims.extraction.languages.ru.lexicon import Form, Tense, Verb
from claims.extraction.languages.ru.mentions import mention
from claims.extraction.languages.ru.phrases import can_speak, phrase
from claims.extraction.languages.ru.progress import Progress
from claims.extraction.languages.ru.subjects import _institution_before, before
from claims.extraction.report import Agreement, Manner, Mention, Voice, Words
from claims.extraction.types import Construction, Kind, Modality

_WOULD_NOT = {
    word: Agreement(gender, number)
    for stem in ("стал", "захотел", "пожелал", "смог", "решил", "счел", "дал")
    for word, gender, number in (
        (stem, "m", "s"),
        (stem + "а", "f", "s"),
        (stem + "о", "n", "s"),
        (stem + "и", "", "p"),
    )
}
_WOULD_NOT.update({"смогла": Agreement("f", "s"), "смогли": Agreement("", "p")})
_WITHIN = 5
_NOTHING = Verb("отказаться", "decline", frozenset())


def decline(p: Progress, i: int) -> bool:
    """A refusal at word i: a verb of declining, or «не»."""
    words = p.words
    if words[i] == "не":
        return _negated(p, i)
    agreement = lex.DECLINE_AGREEMENT.get(words[i], Agreement())
    for j in range(i + 1, min(i + _WITHIN, p.end)):
        if words[j] in lex.DECLINE_OBJECTS:
            return _report(p, i, i + 1, agreement)
        if words[j] in ",.":
            break
    if i - 1 > p.floor and words[i - 1] in lex.DECLINE_OBJECTS and lex.is_infinitive(words[i - 1]):
        return _object_first(p, i, agreement)
    for j in range(max(p.floor, i - 4), i):
        if words[j] not in lex.DECLINE_OBJECTS:
            continue
        for start in range(j - 1, max(p.first - 1, j - 4), -1):
            if words[start] == "от":
                inside = _institution_before(p, j + 1, i)
                stop = inside.words.first - 1 if inside is not None else i
                return _report(
                    p, i, start, agreement, end=stop, subject_before=start, subject=inside
                )
    return False


def _negated(p: Progress, i: int) -> bool:
    words = p.words
    if i + 1 >= p.end:
        return False
    verb = words[i + 1]
    if verb in _WOULD_NOT and i + 2 >= p.end and words[p.clause_floor()] in lex.DECLINE_OBJECTS:
        return _ahead(p, i)
    if verb in _WOULD_NOT:
        for j in range(i + 2, min(i + 2 + _WITHIN, p.end)):
            if words[j] in lex.DECLINE_OBJECTS or words[j] in (
                "прокомментировать",
                "комментировать",
            ):
                return _report(p, i + 1, i + 2, _WOULD_NOT[verb])
    if verb in lex.DECLINE_NEGATED:
        for j in range(i + 2, min(i + 2 + _WITHIN, p.end)):
            if words[j] in lex.REQUESTS or "комментир" in verb:
                return _report(p, i + 1, i + 2, lex.DECLINE_NEGATED[verb])
    return _silent(p, i)


def _object_first(p: Progress, i: int, agreement: Agreement) -> bool:
    """«В мэрии эту информацию комментировать отказались»."""
    found = before(p, i, agreement)
    start = found.subject.words.end if found.subject is not None else i - 1
    while start < i - 1 and (p.words[start] in lex.ADVERBS or p.words[start] == ","):
        start += 1
    return _report(p, i, start, agreement, end=i, subject=found.subject)


def _ahead(p: Progress, i: int) -> bool:
    """«Говорить о будущем Ким не пожелал»: what is not said opens the sentence."""
    start = p.clause_floor()
    agreement = _WOULD_NOT[p.words[i + 1]]
    for j in range(i - 1, start, -1):
        end = phrase(p.doc, j, i, NOMINATIVE, apposition=False)
        if end == i and can_speak(p.doc, j, end) and not can_speak(p.doc, j - 1, j):
            named = mention(p.doc, j, end)
            return _report(p, i + 1, start, agreement, end=j, subject_before=i, subject=named)
    return False


def _silent(p: Progress, i: int) -> bool:
    """«на вопросы «Полудня» не ответили»: what was not answered stands before."""
    words = p.words
    if i + 1 >= p.end or words[i + 1] not in lex.DECLINE_NEGATED:
        return False
    if "комментир" in words[i + 1] and i + 2 >= p.end:
        found = before(p, i, lex.DECLINE_NEGATED[words[i + 1]])
        if found.subject is not None and found.subject.words.end < i:
            start = found.subject.words.end
            while start < i - 1 and (words[start] in lex.ADVERBS or words[start] == ","):
                start += 1
            return _report(
                p, i + 1, start, lex.DECLINE_NEGATED[words[i + 1]], end=i, subject=found.subject
            )
    for j in range(i - 1, max(p.floor, i - 9), -1):
        if words[j] in lex.REQUESTS and "на" in words[j - 2 : j]:
            j = j - 1 if words[j - 1] == "на" else j - 2
            return _report(p, i + 1, j, lex.DECLINE_NEGATED[words[i + 1]], end=i, subject_before=j)
    return False


def _report(
    p: Progress,
    i: int,
    start: int,
    agreement: Agreement,
    *,
    end: int | None = None,
    subject_before: int | None = None,
    subject: Mention | None = None,
) -> bool:
    found = before(p, subject_before if subject_before is not None else i, agreement)
    subject = subject or found.subject
    if subject is None and end is None:
        form = Form(_NOTHING, Tense.PAST, agreement)
        frame = Following(p.doc, i, form, min(p.end, i + 12), False).run()
        subject = (
            None if frame.subject is None or frame.subject.words.first > i + 1 else frame.subject
        )
    stop = end if end is not None else p.content_end(start, agreement, clausal=False)
    if stop <= start:
        return False
    p.lead(found.clause)
    p.add(
        content=Words(start, stop),
        voices=[Voice(subject, Words(i, i + 1), agreement)],
        construction=Construction.NO_COMMENT,
        cue=Words(i, i + 1),
        clause=found.clause,
        manner=Manner.NAMED if subject else Manner.DROPPED,
        modality=Modality.DECLINED,
        kind=Kind.NO_COMMENT,
    )
    p.floor = stop if end is None else i + 1
    return True
