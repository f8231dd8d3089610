"""Subjects that stand before their verb, and the institution behind «в» of a plural without one.

Source: section 5 of the project's notes on Russian attribution (subject gaps, indefinite plural).
"""

from dataclasses import dataclass, field

from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.beside import (
    agrees,
    institution,
    is_dative,
    medium_name_end,
    name_end,
    over,
    pronoun,
    told_in,
)
from claims.extraction.languages.ru.inflection import ANY_CASE, DATIVE, NOMINATIVE, Case
from claims.extraction.languages.ru.letters import (
    CLOSING,
    capital,
    cases,
    is_adjective,
    is_dash,
    is_initial,
    is_name_elsewhere,
)
from claims.extraction.languages.ru.lexicon import Kind
from claims.extraction.languages.ru.mentions import as_medium, mention
from claims.extraction.languages.ru.phrases import can_speak, phrase
from claims.extraction.languages.ru.progress import Progress
from claims.extraction.report import ANYBODY, Agreement, Mention

# Words before a verb that are searched for its subject.
BACK = 60
_CITING = frozenset(("ссылкой", "ссылаясь", "сославшись"))
# Words to the noun behind «Со ссылкой на», «Ссылаясь на».
_CITES_AT_HEAD = {"со": 3, "ссылаясь": 2, "сославшись": 2}
_OBLIQUE = ANY_CASE & ~NOMINATIVE
_WHO = frozenset(("который", "которая", "которые", "которое"))
_INSIDE = frozenset('-«"“„')
_BOUNDARIES = frozenset(",;:—–")
# Adverbs of two words, which no noun follows.
_FIXED = {"между": "тем", "с": "тем", "кроме": "того", "помимо": "того", "тем": "временем"}
# What a lone noun with the capital of a sentence's head ends with, if it is somebody.
_TRADES = ("ец", "ник", "тель", "ист", "щик", "чик", "лог")
# What somebody may speak of in the accusative, though it looks like a genitive.
_CLAIMED = lex.fset(
    "обвинения сообщения утверждения подозрения претензии заявления сведения данные слова"
)
_BARE = frozenset(
    ["уже", "также", "тоже", "еще", "ранее", "не", "снова", "вновь", "же", "сам", "сама", "все"]
)


@dataclass(slots=True)
class Before:
    """What stands before a verb in its clause."""

    subject: Mention | None = None
    clause: int = 0
    recipients: list[Mention] = field(default_factory=list)
    cites: list[Mention] = field(default_factory=list)


def before(p: Progress, i: int, agreement: Agreement) -> Before:
    """The subject of the verb at word i, and where its clause begins."""
    low = max(p.clause_floor(), i - BACK)
    start = segment(p, i, low)
    if start > low and p.words[start] in _WHO:
        return Before(antecedent(p, low, start - 1), start)
    found = _in(p, start, i, agreement)
    if start - 1 > low and p.words[low] in _CITES_AT_HEAD and p.words[start - 1] == ",":
        cited = _cited_first(p, low, start - 1)  # «Ссылаясь на полицию, «Нева» …»
        if cited and found.subject is not None:
            found.cites.append(mention(p.doc, low + _CITES_AT_HEAD[p.words[low]], cited, _OBLIQUE))
    if found.subject is not None and found.subject.words.first == start > low + 1:
        found.subject = _with_title(p, low, start, found.subject)
    if found.subject is None and start > low and p.words[start - 1] in ",—–)":
        whole = _behind_insertion(p, low, start, i, agreement)
        if whole is not None:
            return whole
    return found


def _with_title(p: Progress, low: int, start: int, subject: Mention) -> Mention:
    """«Автор поправок, глава комитета Олег Ким заявил»: the title before the comma is his too."""
    known = lex.NOUNS.get(p.words[low])
    if p.words[start - 1] != "," or known is None or known.kind is not Kind.PERSON:
        return subject
    has_both = subject.head and subject.names and subject.person
    if not has_both or phrase(p.doc, low, start - 1, NOMINATIVE, apposition=False) != start - 1:
        return subject
    if any(capital(p.doc, k) for k in range(low + 1, start - 1)):
        return subject
    return mention(p.doc, low, subject.words.end)


def antecedent(p: Progress, low: int, comma: int) -> Mention | None:
    """«местного жителя, который утверждает»: the group before the comma."""
    best = None
    for at in range(comma - 1, max(low, comma - 12) - 1, -1):
        word = p.words[at]
        if word in lex.PREPOSITIONS or word in lex.FORMS or _is_past(p, at):
            break
        if at > low and p.words[at - 1] in _INSIDE:
            continue
        if phrase(p.doc, at, comma, ANY_CASE, apposition=False) == comma:
            best = at
    return mention(p.doc, best, comma, ANY_CASE) if best is not None else None


def _is_past(p: Progress, at: int) -> bool:
    """«нашла»: a verb, though its letters could be a genitive."""
    word = p.words[at]
    return (
        word.endswith(("л", "ла", "ло", "ли")) and word not in lex.NOUNS and not capital(p.doc, at)
    )


def segment(p: Progress, i: int, low: int) -> int:
    """Behind the last mark that ends a clause before word i."""
    at = i
    while at > low:
        word = p.words[at - 1]
        if word in _BOUNDARIES or is_dash(p.doc, at - 1):
            return at
        if word in CLOSING:
            one = p.doc.around(at - 2) if at >= 2 else None
            if one is not None and one.close == at - 1 and one.open >= low:
                if not one.is_name and one.close - one.open > 6:
                    return at
                at = one.open
                continue
        at -= 1
    return low


def _in(p: Progress, start: int, i: int, agreement: Agreement) -> Before:
    found = Before(None, start)
    at = start
    while at < i and p.words[at] in lex.CONJUNCTIONS and _is_small(p, at):
        at += 1
    found.clause = at
    subject = _search(p, at, i, agreement, found, True)
    if subject is not None and agreement.number == "p" and p.words[at] in ("в", "во"):
        known = lex.NOUNS.get(subject.head)
        is_people = known is not None and known.kind is not Kind.DOCUMENT
        if not is_people and "и" not in p.words[slice(*subject.words[:2])]:
            subject = None  # «В полиции эти данные отвергли», «В бюро на просьбу Кима …»
    if subject is not None and agreement.number == "p" and _is_within(p, at, i, subject):
        subject = None
    if subject is None and agreement.number == "p":
        found.subject = _institution_before(p, at, i)
        if found.subject is not None:
            media_between(p, found.subject.words.end, i, found)
            return found
    if subject is None:
        subject = _search(p, at, i, agreement, found, False)
    if subject is not None:
        found.subject = subject
        media_between(p, subject.words.end, i, found)
    return found


def _is_within(p: Progress, at: int, i: int, subject: Mention) -> bool:
    """«В областном управлении полиции сообщили»: a part of the body behind «в»."""
    body = _institution_before(p, at, i)
    if body is None:
        return False
    return body.words.first < subject.words.first and subject.words.end <= body.words.end


def _search(
    p: Progress, at: int, i: int, agreement: Agreement, found: Before, greedy: bool
) -> Mention | None:
    words, doc = p.words, p.doc
    while at < i:
        word = words[at]
        if word in _FIXED and at + 1 < i and words[at + 1] == _FIXED[word]:
            at += 2
            continue
        cited = _cited_first(p, at, i) if word in _CITES_AT_HEAD else 0
        if cited:
            if greedy:
                found.cites.append(mention(doc, at + _CITES_AT_HEAD[word], cited, _OBLIQUE))
            at = cited
            continue
        if word in lex.PREPOSITIONS and not is_initial(doc, at):
            told = told_in(doc, at, i)
            if told is not None and greedy:
                found.recipients.append(told)
            at = max(over(doc, at, i, agreement, greedy=greedy), at + 1)
            continue
        if word in lex.PRONOUNS:
            if lex.PRONOUNS[word].fits(agreement):
                return pronoun(at, lex.PRONOUNS[word])
            return None
        is_head = at == p.first  # its capital says nothing
        if (
            _is_past(p, at)
            or _is_small(p, at)
            or (lex.is_infinitive(word) and (is_head or not capital(doc, at)))
        ):
            at += 1
            continue
        if _is_surname(p, at, i, agreement):
            return mention(doc, at, at + 1)
        end = phrase(doc, at, i, NOMINATIVE)
        if end > at and agrees(doc, at, end, agreement):
            if can_speak(doc, at, end) and _is_likely(p, at, end, i):
                return mention(doc, at, end)
            is_near = _is_beside(p, end, i) or words[end] == ","
            if not capital(doc, at) and is_near and _is_animate(words[end - 1]):
                return mention(doc, at, end)
        at = max(_skip(p, at, i), at + 1)
    return None


def _is_surname(p: Progress, at: int, i: int, agreement: Agreement) -> bool:
    """«Зеленский заявил», «Обвиняемая рассказала»: who is named by an adjective alone."""
    word = p.words[at]
    ends = {"m": ("ский", "цкий", "ый", "ой"), "f": ("ская", "цкая", "ая")}.get(
        agreement.gender, ()
    )
    if not word.endswith(ends) or not is_adjective(word) or not _is_beside(p, at + 1, i):
        return False
    return agreement.number != "p" and capital(p.doc, at)


def _cited_first(p: Progress, at: int, i: int) -> int:
    """The end of «Со ссылкой на полицию», «Ссылаясь на полицию» before a subject; 0 for none."""
    first = at + _CITES_AT_HEAD[p.words[at]]
    if first >= i or p.words[first - 1] != "на" or p.words[first - 2] not in _CITING:
        return 0
    end = first
    while end < i and is_adjective(p.words[end]):
        end += 1
    stop = phrase(p.doc, end, i, _OBLIQUE, apposition=False)
    known = lex.NOUNS.get(p.words[end]) if end < i else None
    if known is None or stop == end:
        return 0
    for j in range(end + 1, stop):
        if j in p.doc.quotation_at:
            return j  # «Со ссылкой на полицию «Нева» …»
        behind = lex.NOUNS.get(p.words[j])
        if behind is not None and behind.kind is Kind.MEDIUM and behind.cases & NOMINATIVE:
            return j  # «Со ссылкой на полицию агентство «Нева» …»
    return stop


def _is_small(p: Progress, at: int) -> bool:
    """Adverbs and conjunctions; not the «А.» of a name, nor «Ли»."""
    word = p.words[at]
    if word not in lex.ADVERBS and word not in lex.CONJUNCTIONS:
        # «Аналогично министр …»: an adverb at the sentence's head
        is_head = at == p.first and word.endswith("но") and word not in lex.NOUNS
        return is_head and not (at + 1 < p.end and capital(p.doc, at + 1))
    is_acting = word == "и" and p.words[at + 1 : at + 4] == [".", "о", "."]
    return not (is_initial(p.doc, at) or is_acting or (word == "ли" and capital(p.doc, at)))


def _is_likely(p: Progress, at: int, end: int, i: int) -> bool:
    """Not a capital at the head of a sentence that is only a word: «Вскоре»."""
    word = p.words[at]
    if at > p.first or end - at > 1 or word in lex.NOUNS or at in p.doc.quotation_at:
        return True
    if p.words[end] in ",(—" or _is_beside(p, end, i):
        return True
    return word.endswith(_TRADES) or _acts(p, at, end) or is_name_elsewhere(p.doc, at)


def _acts(p: Progress, at: int, end: int) -> bool:
    """«Орбан заблокировал», «Захарова прибыла», «Кличко приехал»: the past right behind agrees."""
    word, verb = p.words[at], p.words[end] if end < p.end else ""
    if end < p.end and not _is_past(p, end):
        return False
    is_feminine = word.endswith(("а", "я"))
    is_masculine = word[-1:] not in "аяоеиуюыэь" or word.endswith("й")
    return (is_feminine and verb.endswith(("ла", "лась"))) or (
        (is_masculine or word.endswith("ко")) and verb.endswith(("л", "лся"))
    )


def _is_beside(p: Progress, end: int, i: int) -> bool:
    """Whether only adverbs, times and venues stand between a group and its verb."""
    at = end
    while at < i:
        word = p.words[at]
        if word in _BARE or word in lex.ADVERBS or word in lex.RECIPIENTS:
            at += 1
        elif word in lex.PREPOSITIONS:
            at = max(over(p.doc, at, i, ANYBODY), at + 1)
        elif cases(p.doc, at) & NOMINATIVE or not word[0].isalnum():
            return False
        else:
            at += 1
    return True


def _is_animate(word: str) -> bool:
    return word.endswith(
        ("ник", "ница", "тель", "ист", "ец", "ки", "ры", "ты", "ники", "тели", "цы")
    )


def _skip(p: Progress, at: int, i: int) -> int:
    end = phrase(p.doc, at, i, ANY_CASE, apposition=False)
    return end if end > at and not can_speak(p.doc, at, end) else at + 1


def media_between(p: Progress, at: int, i: int, found: Before) -> None:
    """Between a subject and its verb: media that are told, «со ссылкой на»."""
    words, doc = p.words, p.doc
    while at < i:
        if words[at] in _CITING and at + 1 < i and words[at + 1] == "на":
            end = phrase(doc, at + 2, i, ANY_CASE & ~Case.NOM)
            if end > at + 2:
                found.cites.append(mention(doc, at + 2, end, ANY_CASE & ~NOMINATIVE))
                at = end
                continue
        told = _told(p, at, i, found) or _whose_words(p, at, i)
        if told is not None:
            found.recipients.append(told)
            at = told.words.end
            continue
        at += 1


def _whose_words(p: Progress, at: int, i: int) -> Mention | None:
    """«Ким, слова которого приводит «Вестник»,»: who passes them on."""
    words = p.words
    if words[at] not in ("приводит", "цитирует", "приводят", "цитируют"):
        return None
    if not words[at - 1].startswith("котор"):
        return None
    end = phrase(p.doc, at + 1, i, NOMINATIVE, apposition=False)
    return as_medium(p.doc, mention(p.doc, at + 1, end)) if end > at + 1 else None


def _told(p: Progress, at: int, i: int, found: Before) -> Mention | None:
    """A medium in the dative at word ``at``, that somebody told something."""
    words, doc = p.words, p.doc
    if words[at] in ("в", "во"):
        return told_in(doc, at, i)
    quotation = doc.quotation_at.get(at)
    if quotation is not None:
        if not quotation.is_name or quotation.end > i:
            return None
        is_told = words[at - 1] in lex.RECIPIENT_PERSONS or is_dative(doc, quotation)
        if found.subject is not None and quotation.end == i and words[at - 1] in lex.ACRONYMS:
            is_told = is_told or words[quotation.close - 1].endswith("е")  # «в ГАИ «Вечёрке»»
        return as_medium(doc, mention(doc, at, quotation.end, DATIVE)) if is_told else None
    known = lex.NOUNS.get(words[at])
    if known is None or known.kind is not Kind.MEDIUM:
        return None
    if words[at] in lex.MEDIUM_NAMES:
        return mention(doc, at, min(medium_name_end(words, at), i), DATIVE)
    if known.cases & (DATIVE | NOMINATIVE) != Case.DAT:
        return None
    end = name_end(doc, at, phrase(doc, at, i, DATIVE, apposition=False))
    return mention(doc, at, end, DATIVE) if end > at else None


def _institution_before(p: Progress, at: int, i: int) -> Mention | None:
    """«В Минздраве сообщили»: a plural without a subject means the body behind «в»."""
    for j in range(at, i):
        if p.words[j] in ("в", "во", "на") and j + 1 < i:
            end = institution(p.doc, j + 1, i)
            if not end and j == at:
                end = institution(p.doc, j + 1, i, is_beside=True)
                end = end if end == i else 0
            if end == i and end > j + 2 and p.words[end - 1] in _CLAIMED:
                end -= 1  # «На заводе обвинения назвали ложью»
            if end:
                return mention(p.doc, j + 1, end, ANY_CASE & ~NOMINATIVE)
    return None


def _behind_insertion(
    p: Progress, low: int, start: int, i: int, agreement: Agreement
) -> Before | None:
    """«Ким, отвечая на вопрос, заявил»: the subject stands before what is inserted."""
    at = low
    while at < start and p.words[at] in lex.CONJUNCTIONS:
        at += 1
    found = Before(None, at)
    for greedy in (True, False):
        subject = _search(p, at, start, agreement, found, greedy)
        if subject is None:
            continue
        end = subject.words.end
        if end < start and p.words[end] in ",—–(":
            found.subject = subject
            media_between(p, end, start, found)
            return found
        if end < start and p.words[end] in lex.PREPOSITIONS:
            stop = over(p.doc, end, start, agreement)
            if stop < start and p.words[stop] == ",":
                found.subject = subject
                return found
    if agreement.number == "p":
        named = _institution_before(p, at, start)
        if named is not None and named.words.end < start and p.words[named.words.end] == ",":
            found.subject = named
            return found
    return None


def main_subject(p: Progress, i: int) -> list[Mention]:
    """The subject of the sentence before word i, whom a verb without one may mean."""
    found = Before(None, p.first)
    subject = _search(p, p.first, i, Agreement(), found, True)
    return [subject] if subject is not None and not subject.pronoun else []


def last_person(p: Progress) -> Mention | None:
    """«Ролик снял санитар Олег Ким.»: a trade with a name that closes the sentence."""
    for at in range(p.end - 2, max(p.first, p.end - 8), -1):
        known = lex.NOUNS.get(p.words[at])
        if known is None or known.kind is not Kind.PERSON or not known.cases & NOMINATIVE:
            continue
        first = at
        while first - 1 > p.first and p.words[first - 1].endswith(("ый", "ий", "ая", "ой")):
            first -= 1
        end = phrase(p.doc, first, p.end, NOMINATIVE, apposition=False)
        named = mention(p.doc, first, end) if end == p.end and end > at + 1 else None
        before = p.words[first - 1]
        if named is not None and named.names and before not in lex.PREPOSITIONS:
            return named
    return None
