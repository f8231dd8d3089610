"""What is not said: отказался от комментариев, не стал комментировать, не ответил на запрос.

Source: sections 5 to 7 of the project's notes on Russian attribution; «отказался от встречи» is an
act and no refusal to speak.
"""

from collections.abc import Callable

from claims.extraction.languages.ru import inflection
from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.beside import pronoun
from claims.extraction.languages.ru.following import Following
from claims.extraction.languages.ru.inflection import ANY_CASE, LOCATIVE, NOMINATIVE
from claims.extraction.languages.ru.lexicon import Form, Tense, Verb
from claims.extraction.languages.ru.mentions import mention
from claims.extraction.languages.ru.phrases import phrase
from claims.extraction.languages.ru.progress import Progress
from claims.extraction.languages.ru.subjects import before, segment
from claims.extraction.report import Agreement, Manner, Mention, Voice, Words
from claims.extraction.types import Construction, Kind, Modality

_WOULD_NOT = {
    word: Agreement(gender, number)
    for stem in ("стал", "захотел", "пожелал", "смог", "решил", "счел", "дал", "спешил")
    for word, gender, number in (
        (stem, "m", "s"),
        (stem + "а", "f", "s"),
        (stem + "о", "n", "s"),
        (stem + "и", "", "p"),
    )
}
_WOULD_NOT.update({"смогла": Agreement("f", "s"), "смогли": Agreement("", "p")})
_WOULD_NOT.update({one: Agreement("", "s") for one in ("желает", "хочет", "спешит")})
_WOULD_NOT.update({one: Agreement("", "p") for one in ("желают", "хотят", "спешат")})
# «имен не назвала», «подробностей не раскрыли»
_TELLS = {
    form: Agreement(gender, number)
    for lemma in ("назвать", "раскрыть", "привести", "сообщить")
    for form, gender, number in inflection.past_forms(lemma, lex.PAST.get(lemma))
}
# «на контакт не идет», «на связь не вышел»
_GOES = {
    "идет": Agreement("", "s"), "идут": Agreement("", "p"), "пошел": Agreement("m", "s"),
    "пошла": Agreement("f", "s"), "пошли": Agreement("", "p"), "выходит": Agreement("", "s"),
    "выходят": Agreement("", "p"), "вышел": Agreement("m", "s"), "вышла": Agreement("f", "s"),
    "вышли": Agreement("", "p"),
}  # fmt: skip
_ITSELF = frozenset(("сам", "сама", "сами"))
_BEFORE_SUBJECT = lex.PREPOSITIONS | _ITSELF
_LIGHT = lex.ADVERBS | lex.CONJUNCTIONS
_WITHIN = 5
_NOTHING = Verb("отказаться", "decline", frozenset())


def decline(p: Progress, i: int) -> bool:
    """A refusal at word i: a verb of declining, or «не»."""
    words = p.words
    if words[i] == "не":
        return _negated(p, i)
    agreement = lex.DECLINE_AGREEMENT.get(words[i], Agreement())
    for j in range(i + 1, min(i + _WITHIN, p.end)):
        if words[j] in lex.DECLINE_OBJECTS or _is_talk(p, j, p.end):
            return _report(p, i, i + 1, agreement)
        if words[j] in ",.":
            break
    evades = words[i].startswith("уклон")
    return _content_first(p, i, i, agreement, _is_evaded if evades else _is_refused)


def _negated(p: Progress, i: int) -> bool:
    words = p.words
    if i + 1 >= p.end:
        return False
    verb = words[i + 1]
    if verb in _WOULD_NOT:
        for j in range(i + 2, min(i + 2 + _WITHIN, p.end)):
            if words[j] in lex.DECLINE_OBJECTS or _is_talk(p, j, p.end):
                return _report(p, i + 1, i + 2, _WOULD_NOT[verb])
            if words[j] in ",.":
                break
        return _content_first(p, i, i + 1, _WOULD_NOT[verb], _is_refused)
    if verb in _TELLS:
        return _content_first(p, i, i + 1, _TELLS[verb], _is_detail)
    if verb in _GOES and i > p.floor:
        return _content_first(p, i, i + 1, _GOES[verb], _is_contact)
    if verb not in lex.DECLINE_NEGATED:
        return False
    agreement = lex.DECLINE_NEGATED[verb]
    for j in range(i + 2, min(i + 2 + _WITHIN, p.end)):
        if words[j] in lex.REQUESTS or "комментир" in verb:
            return _report(p, i + 1, i + 2, agreement)
    return _content_first(p, i, i + 1, agreement, _is_any if "комментир" in verb else _is_request)


def _content_first(
    p: Progress,
    i: int,
    verb: int,
    agreement: Agreement,
    fits: Callable[[Progress, int, int], bool],
) -> bool:
    """«От комментариев Ким отказался», «Ким это комментировать не стал»: the refusal comes last.

    What is refused stands before the subject or between it and the verb.
    """
    words = p.words
    start = p.clause_floor()
    clause = max(start, segment(p, i, start))
    while clause < i and words[clause] in lex.CONJUNCTIONS:
        clause += 1
    named = _refusing(p, before(p, i, agreement).subject, i) or _house(p, clause, i, agreement)
    is_apart = start < clause and words[clause - 1] == "," and _opens_refused(p, start)
    if is_apart and (fits(p, clause, i) or fits(p, start, clause - 1)):
        return _report(p, verb, start, agreement, end=clause - 1, subject=named)
    parts = [(clause, i)]
    if named is not None and named.words.first >= clause:
        first = named.words.first
        while first > clause and words[first - 1] in _BEFORE_SUBJECT:
            first -= 1
        parts = [(clause, first), (named.words.end, i)]
    elif named is None and not p.reports and clause > p.first:
        return False
    for first, end in parts:
        while first < end and not _is_content(p, first):
            first += 1
        while end > first and not _is_content(p, end - 1):
            end -= 1
        if first < end and fits(p, first, end):
            return _report(p, verb, first, agreement, end=end, subject=named)
    return False


def _refusing(p: Progress, named: Mention | None, i: int) -> Mention | None:
    """«Дать комментарий он отказался»: what is refused looks like a subject."""
    if named is None or lex.DECLINE_OBJECTS.isdisjoint(
        p.words[named.words.first : named.words.end]
    ):
        return named
    at = named.words.end
    if at < i and p.words[at] in lex.PRONOUNS:
        return pronoun(at, lex.PRONOUNS[p.words[at]])
    end = phrase(p.doc, at, i, NOMINATIVE, apposition=False)
    return mention(p.doc, at, end) if at < end == i else None


def _house(p: Progress, clause: int, i: int, agreement: Agreement) -> Mention | None:
    """«В автопарке № 3 общаться с прессой не пожелали»: any house right before an infinitive."""
    if agreement.number != "p" or p.words[clause] not in ("в", "во", "на"):
        return None
    stop = next((j for j in range(clause + 2, i) if lex.is_infinitive(p.words[j])), clause)
    if stop == clause or p.words[clause + 1] in lex.NO_HOUSES:
        return None
    end = phrase(p.doc, clause + 1, stop, LOCATIVE, apposition=False)
    return mention(p.doc, clause + 1, end, ANY_CASE & ~NOMINATIVE) if end == stop else None


def _is_content(p: Progress, i: int) -> bool:
    """Not «уже», «же», a comma at the edge of what is refused."""
    return p.words[i][0].isalnum() and p.words[i] not in _LIGHT


def _opens_refused(p: Progress, start: int) -> bool:
    """«Кто звонил, он уточнять не стал»; «Комментировать слухи, он не стал»."""
    return p.words[start] in lex.QUESTIONS or p.words[start] in lex.DECLINE_OBJECTS


def _is_refused(p: Progress, first: int, end: int) -> bool:
    return any(p.words[j] in lex.DECLINE_OBJECTS or _is_talk(p, j, end) for j in range(first, end))


def _is_evaded(p: Progress, first: int, end: int) -> bool:
    """«от предложения показать журнал уклонился», but not «от уплаты налогов»."""
    if p.words[first] != "от":
        return False
    return p.words[first + 1] in lex.EVADED or _is_refused(p, first, end)


def _is_talk(p: Progress, at: int, end: int) -> bool:
    """«общаться с прессой», but not «разговаривать с послом»."""
    return p.words[at] in lex.DECLINE_TALK and not lex.PRESS.isdisjoint(
        p.words[at + 1 : min(at + 4, end)]
    )


def _is_detail(p: Progress, first: int, end: int) -> bool:
    return any(p.words[j] in lex.DETAILS for j in range(first, end))


def _is_contact(p: Progress, first: int, end: int) -> bool:
    return end - first == 2 and p.words[first] == "на" and p.words[end - 1] in ("контакт", "связь")


def _is_request(p: Progress, first: int, end: int) -> bool:
    return p.words[first] == "на" and any(p.words[j] in lex.REQUESTS for j in range(first, end))


def _is_any(p: Progress, first: int, end: int) -> bool:
    return p.words[first] not in lex.PREPOSITIONS or p.words[first] == "на"


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
        at = frame.subject.words.first if frame.subject is not None else i
        is_beside = at == i + 1 and not lex.is_infinitive(p.words[at])
        subject = frame.subject if is_beside else None
    stop = end if end is not None else p.content_end(start, agreement, clausal=False)
    if stop <= start:
        return False
    if found.clause <= start:
        p.lead(found.clause)
    subject = p.meant(subject) if subject is not None else None
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
