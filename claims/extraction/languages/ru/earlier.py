"""A source may be named in full before it speaks: in a headline, in a narration.

Source: section 5 of the project's notes on Russian attribution: names are declined, so that every
case of a name is looked for.
"""

from claims.extraction.document import Document
from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.inflection import (
    ANY_CASE,
    DATIVE,
    GENITIVE,
    INSTRUMENTAL,
    NOMINATIVE,
)
from claims.extraction.languages.ru.letters import (
    capital,
    cases,
    is_adjective,
    is_hyphen,
    is_initial,
)
from claims.extraction.languages.ru.lexicon import Kind
from claims.extraction.languages.ru.mentions import mention, stem
from claims.extraction.languages.ru.phrases import phrase
from claims.extraction.report import Mention

# So many words back are searched; so many places of each form are looked at.
BACK = 1000
OFTEN = 3
_ENDS = (
    "",
    "а",
    "у",
    "ом",
    "е",
    "ым",
    "ой",
    "ы",
    "я",
    "ю",
    "ем",
    "и",
    "ей",
    "ь",
    "й",
    "ый",
    "ий",
    "ого",
    "ому",
    "ая",
    "ую",
)
# Words back from a name to the title before it.
TITLE_WITHIN = 10


def earlier(doc: Document, named: Mention) -> Mention | None:
    """The first fuller mention of the same source before this one, whoever speaks there."""
    first = named.words.first
    if named.anonymous and not named.generic:
        return None
    if named.generic:
        return _full_of(doc, named, first)
    while is_initial(doc, first):
        first += 2  # «Г. П. Ким» after «председатель совета Г. П. Ким»
    if named.person and len(named.names) == 1 and named.words.end - first <= 2:
        return _bearer(doc, next(iter(named.names)).rstrip("+"), named.words.first, named)
    is_bare = not named.head and len(named.names) == 2 == named.words.end - first
    if named.person and is_bare and first == named.words.first:
        last = stem(doc.words[first + 1], nominative=True).rstrip("+")
        found = _bearer(doc, last, first, named)
        same = found is not None and doc.words[first][:3] == doc.words[found.words.end - 2][:3]
        return found if same else None
    return None


def named_before(doc: Document, one: Mention) -> Mention | None:
    """«журналист» after «журналисту Самюэлю Ли»: the nearest of that trade with a name."""
    found = _full_of(doc, one, one.words.first)
    return found if found is not None and found.names else None


def _places(doc: Document, stem: str, before: int) -> list[int]:
    low = max(0, before - BACK)
    found = [at for end in _ENDS for at in doc.places(stem + end, low, before, OFTEN)]
    return sorted(found)


def _bearer(doc: Document, stem: str, first: int, named: Mention) -> Mention | None:
    """«Ким» after «глава города Анна Ким», «Кима» …: the first place with more of a name."""
    for at in _places(doc, stem, first):
        if not capital(doc, at):
            continue
        start = at
        while (
            start > 0
            and doc.words[start - 1][0].isalpha()
            and capital(doc, start - 1)
            and at - start < 3
        ):
            if doc.words[start - 1] in lex.PREPOSITIONS:
                break
            start -= 1
        while start > 1 and doc.words[start - 1] == "." and is_initial(doc, start - 2):
            start -= 2
        begin = _title(doc, start)
        if begin < start and not _agree(doc, begin, at, named):
            continue
        end = at + 1
        if end - begin > max(1, named.words.end - named.words.first):
            return mention(doc, begin, end, ANY_CASE)
    return None


def _agree(doc: Document, title: int, at: int, named: Mention) -> bool:
    """«президент Ким», «президента Кима», but not «президент Кореи» for «Корея»."""
    if doc.words[at] == doc.words[named.words.end - 1]:
        return True
    return bool(cases(doc, title) & (GENITIVE | DATIVE | INSTRUMENTAL))


def _title(doc: Document, start: int) -> int:
    """Back over the words of a title: «главный тренер хозяев»."""
    words = doc.words
    best, at = start, start - 1
    while at >= 0 and start - at <= TITLE_WITHIN:
        word = words[at]
        around = doc.around(at)
        if around is not None and around.is_name:
            at = around.open - 1  # «директора «Невы» Олега Кима»
            continue
        if is_hyphen(doc, at) or word == "по":  # «чемпионка мира по боксу Анна Ким»
            at -= 1
            continue
        if (
            not word[0].isalpha()
            or word in lex.PREPOSITIONS
            or word in lex.FORMS
            or word in lex.CONJUNCTIONS
        ):
            break
        known = lex.NOUNS.get(word)
        if known is not None and known.kind is Kind.PERSON:
            best = at
            if best > 1 and is_hyphen(doc, best - 1):
                best -= 2
            while best > 0 and words[best - 1][0].isalpha() and is_adjective(words[best - 1]):
                best -= 1
        at -= 1
    return best


def _full_of(doc: Document, named: Mention, first: int) -> Mention | None:
    """«министр» after «министр обороны Ким», named but silent until now."""
    places: list[int] = []
    heads = {named.head} if named.person and named.head in named.heads else named.heads
    for head in heads:
        for end in _ENDS:
            stem = head[:-1] if head and head[-1] in "аьйое" else head
            if len(stem) >= 3:
                places += doc.places(stem + end, max(0, first - BACK), first, OFTEN)
    for at in sorted(set(places), reverse=True):
        stop = _without_names(doc, at, phrase(doc, at, min(first, at + 14), ANY_CASE))
        is_plain = doc.words[at] in named.heads
        while at > first - BACK and at > 1 and _describes(doc, at - 1):
            at -= 1
        if stop - at >= 2:
            return mention(doc, at, stop, NOMINATIVE if is_plain else ANY_CASE)
    return None


def _describes(doc: Document, i: int) -> bool:
    """«Лыжной антидопинговой палаты»: adjectives that stand before the noun."""
    return (
        is_adjective(doc.words[i]) and doc.words[i] not in lex.FORMS and i not in doc.quotation_at
    )


def _is_cap(doc: Document, i: int) -> bool:
    word = doc.words[i]
    return word[0].isalpha() and capital(doc, i) and word not in lex.NOUNS and not doc.around(i)


def _without_names(doc: Document, at: int, stop: int) -> int:
    """«профсоюза учителей» of «глава профсоюза учителей Борис Ким»: a body ends before a name."""
    known = lex.NOUNS.get(doc.words[at])
    if known is None or known.kind is Kind.PERSON:
        return stop
    for j in range(at + 1, stop):
        if doc.words[j] == "(":
            return j
        is_person = _is_cap(doc, j) and j + 1 < stop and _is_cap(doc, j + 1)
        if is_person and not is_adjective(doc.words[j]):
            return j  # «театра Анна Ким»
        straight = doc.words[j][-1] not in "аеиоуыэюяйьх"
        if straight and capital(doc, j) and doc.words[j] not in lex.NOUNS and not doc.around(j):
            return j
    return stop
