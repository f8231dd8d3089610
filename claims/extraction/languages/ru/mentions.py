"""What the naming of a source says: head, names, number, and whether anybody is made known.

Source: section 5 of the project's notes on Russian attribution: surnames are declined, so names are
compared by their stems; «Иванова» is a woman in the nominative and a man in the genitive.
"""

from dataclasses import replace
from functools import lru_cache
from typing import cast

from claims.extraction.document import Document
from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.inflection import NOMINATIVE, PLURAL, SINGULAR_CASES, Case
from claims.extraction.languages.ru.letters import capital, cases, is_adjective, is_initial
from claims.extraction.languages.ru.lexicon import Kind
from claims.extraction.languages.ru.phrases import DETERMINERS, HONORIFICS
from claims.extraction.report import ANYBODY, Agreement, Mention, Words

_SURNAMES = ("ов", "ев", "ин", "ын", "ск", "цк")
_OBLIQUE = ("ого", "ему", "ому", "ыми", "ими", "ым", "им", "ом", "ем", "ой", "ей", "ую", "ью")
_NOMINATIVE = ("ый", "ий", "ая", "яя", "ой")
_VOWELS = "аеиоуыэюяйь"
# Fewer letters of a name than this are never cut.
STEM_AT_LEAST = 3
# Words whose stems are remembered.
KNOWN = 4096
_COUNTS = {
    "два": 2, "две": 2, "двое": 2, "двух": 2, "двоих": 2, "оба": 2, "обе": 2, "три": 3, "трое": 3,
    "трех": 3, "четыре": 4, "четверо": 4, "четырех": 4, "пять": 5, "пяти": 5, "шесть": 6, "один": 1,
    "одна": 1, "одного": 1, "одной": 1,
}  # fmt: skip
_POINTING = frozenset(
    lex.f("этот эта эти это этого этой этих тот та те сам сама сами там он").split()
)
_ACRONYMS_OR_STATE = lex.ACRONYMS | lex.STATE_BODIES
_SMALL = lex.PREPOSITIONS | lex.CONJUNCTIONS | DETERMINERS | HONORIFICS
_PATRONYMIC = ("ович", "евич", "овна", "евна", "овича", "евича", "овны", "евны", "овичу", "овной")
# «один из них», «второй»: somebody of those who spoke.
POINTING_BACK = lex.fset(
    """один одна одного одной второй вторая второго первый первая другой другая другого последний
    последняя двое трое оба обе третий третья"""
)
# Words of a personal name, at most.
PERSONAL_NAMES = 3


@lru_cache(maxsize=KNOWN)
def stem(word: str, *, nominative: bool) -> str:
    """What all cases of a name have in common; feminine surnames keep apart from masculine ones."""
    ends = _NOMINATIVE if nominative else _OBLIQUE
    for end in ends:
        if word.endswith(end) and len(word) - len(end) >= STEM_AT_LEAST:
            bare = word[: -len(end)]
            if nominative and end == "ой" and not bare.endswith(("ск", "цк", "т")):
                break
            if bare.endswith(_SURNAMES):
                is_woman = end in ("ая", "яя", "ей", "ую") or (end == "ой" and not nominative)
                return bare + ("+" if is_woman else "")
            if end in ("ий", "ый") and nominative:
                return word[:-1] if word.endswith("ий") else bare
            return bare
    if word[-1] in _VOWELS and len(word) > STEM_AT_LEAST:
        bare = word[:-1]
        if bare.endswith(_SURNAMES[:4]):
            is_woman = word[-1] == "а" and nominative
            return bare + ("+" if is_woman else "")
        return bare
    return word


def mention(doc: Document, first: int, end: int, wanted: int = NOMINATIVE) -> Mention:
    """What the words of a noun group in one of the wanted cases name; known if asked again."""
    key = ("mention", first, end, wanted)
    known = doc.memo.get(key)
    if known is None:
        known = doc.memo[key] = _mention(doc, first, end, wanted)
    return cast("Mention", known)


def _mention(doc: Document, first: int, end: int, wanted: int) -> Mention:
    words = doc.words
    nominative = bool(wanted & NOMINATIVE)
    head_at = _head(doc, first, end, wanted)
    known = lex.NOUNS.get(words[head_at]) if head_at is not None else None
    names = _names(doc, first, end, wanted, head_at, nominative)
    head = _head_word(known)
    count = next((_COUNTS[w] for w in words[first : first + 1] if w in _COUNTS), None)
    if words[first].isdecimal() and len(words[first]) < 4 and int(words[first]) > 0:
        count = int(words[first])
    if words[first] in ("один", "одна", "одного", "одной") and end - first > 1:
        count = 1
    is_person = known is not None and known.kind in (Kind.PERSON, Kind.PEOPLE)
    generic = _is_generic(doc, first, end, known, head_at, names)
    anonymous = is_person and known is not None and known.lemma in lex.UNNAMED and not names
    bag = frozenset(
        stem(w, nominative=False)
        for i, w in enumerate(words[first:end], first)
        if w[0].isalpha() and i != head_at and w not in _SMALL and len(w) > 1
    )
    return Mention(
        words=Words(first, end),
        head=head,
        heads=_meant_heads(doc, first, end, known, head, generic),
        names=names,
        bag=frozenset() if generic else bag | names,
        agreement=_agreement(doc, first, end, known, head_at, count),
        person=is_person or (known is None and not generic),
        generic=generic,
        indefinite=anonymous and not generic and words[first] not in _POINTING,
        anonymous=anonymous,
        count=count if anonymous else None,
        of_last=_is_of_last(known, generic)
        or (generic and is_person and words[first] in ("один", "одна")),
    )


def _is_of_last(known: lex.Noun | None, generic: bool) -> bool:
    """Whether a mention that fits nobody by its head is whoever spoke last."""
    if known is None:
        return generic
    if known.kind is Kind.PERSON and not known.cases & SINGULAR_CASES:
        return False
    return known.lemma in lex.OF_LAST or (generic and known.lemma in lex.OF_LAST_PERSONS)


def as_medium(doc: Document, one: Mention) -> Mention:
    """«Нева» that passes words on: a medium, though only its name is given."""
    if one.head or one.words.first not in doc.quotation_at:
        return one
    return replace(
        one, head="издание", heads=frozenset(("издание", "газета", "агентство")), person=False
    )


def as_foreign_medium(doc: Document, one: Mention) -> Mention:
    """«сообщает The Albion Post»: a name in Latin letters that passes words on."""
    words = doc.words[one.words.first : one.words.end]
    if one.head or not all(word.isascii() and word.isalpha() for word in words):
        return one
    return replace(
        one, head="издание", heads=frozenset(("издание", "газета", "агентство")), person=False
    )


def _head(doc: Document, first: int, end: int, wanted: int) -> int | None:
    """The word that says what the source is; None for a bare name."""
    words = doc.words
    counted = words[first] in DETERMINERS or words[first][0].isdigit()
    for i in range(first, end):
        known = lex.NOUNS.get(words[i])
        if known is None:
            if capital(doc, i) and not is_adjective(words[i]) and words[i] not in _SMALL:
                return None
            continue
        if known.cases & wanted or counted:
            if i + 1 < end and words[i].endswith(("ый", "ий", "ая")) and words[i + 1] in lex.NOUNS:
                continue
            if i + 2 < end and words[i + 1] == "-" and not doc.gap(i + 1):
                continue  # «врач-онколог», «пресс-служба»
            return i
    return None


def _head_word(known: lex.Noun | None) -> str:
    if known is None:
        return ""
    if known.lemma in lex.ACRONYMS or known.lemma in lex.STATE_BODIES:
        return "ведомство" if known.kind is Kind.BODY else known.lemma
    if known.lemma in lex.MEDIUM_NAMES:
        return "агентство"
    return known.lemma


def _heads(known: lex.Noun | None, head: str) -> frozenset[str]:
    if known is None:
        return frozenset(("",))
    return lex.ANAPHORS.get(known.lemma, frozenset()) | {head, known.lemma}


def _meant_heads(
    doc: Document, first: int, end: int, known: lex.Noun | None, head: str, generic: bool
) -> frozenset[str]:
    """What the mention may stand for; «глава государства» is no head of a ministry."""
    if generic and known is None:
        return frozenset()
    if generic and head == "глава" and doc.words[end - 1] in lex.CHIEFS:
        return lex.CHIEFS[doc.words[end - 1]]
    return _heads(known, head)


def _names(
    doc: Document, first: int, end: int, wanted: int, head_at: int | None, nominative: bool
) -> frozenset[str]:
    """Stems of the words that name: personal names behind a title; marks, acronyms and what
    belongs to them for bodies."""
    words = doc.words
    known = lex.NOUNS.get(words[head_at]) if head_at is not None else None
    if known is not None and known.kind is Kind.BODY and known.lemma in _ACRONYMS_OR_STATE:
        return frozenset(
            stem(words[i], nominative=False)
            for i in range(first, end)
            if words[i][0].isalpha() and words[i] not in _SMALL
        )
    if known is not None and known.kind is Kind.PEOPLE:
        return frozenset()
    if known is not None and known.lemma in lex.UNNAMED and _COUNTS.get(words[first], 0) > 1:
        return frozenset()  # «два источника в спецслужбах Тарвении»
    if known is None or known.kind is Kind.PERSON:
        personal = _personal(doc, first, end, nominative)
        if personal or known is not None:
            return personal
    found = []
    for i in range(first, end):
        word = words[i]
        if i == head_at and known is not None:
            if known.lemma in lex.MEDIUM_NAMES:
                found.append(known.lemma)
            continue
        if not word[0].isalnum() or word in _SMALL or not (capital(doc, i) or word[0].isdigit()):
            continue
        if word in lex.NOUNS or (len(word) == 1 and i + 1 < end and words[i + 1] == "."):
            continue
        quotation = doc.around(i)
        if quotation is not None and quotation.is_name:
            found.append(stem(word, nominative=False))
        elif not is_adjective(word) and _is_apart(doc, i, head_at):
            found.append(stem(word, nominative=nominative))
    return frozenset(found)


def _personal(doc: Document, first: int, end: int, nominative: bool) -> frozenset[str]:
    """The stems of a personal name: the capitals at the end of the group, or before a comma."""
    words = doc.words
    run: list[int] = []
    for i in range(first, end):
        word = words[i]
        if word == "," and run:
            break
        if word == "." or (word == "-" and run) or (len(word) == 1 and is_initial(doc, i)):
            continue
        if (
            not word[0].isalpha()
            or not capital(doc, i)
            or word in lex.NOUNS
            or word in _SMALL
            or _is_in_marks(doc, i, first)
        ):
            run = []
        elif len(word) > 1 or i + 1 >= end or words[i + 1] != ".":
            run.append(i)
    if run and modifies_noun(doc, run[0], end):
        return frozenset()
    most = PERSONAL_NAMES if any(words[i].endswith(_PATRONYMIC) for i in run[1:]) else 2
    return frozenset(stem(words[i], nominative=nominative) for i in run[-most:])


def _is_in_marks(doc: Document, i: int, first: int) -> bool:
    around = doc.around(i)
    return around is not None and around.is_name and around.open >= first


def modifies_noun(doc: Document, i: int, end: int) -> bool:
    """«Следственный комитет»: the capital of an adjective."""
    return (
        is_adjective(doc.words[i])
        and i + 1 < end
        and not capital(doc, i + 1)
        and doc.words[i + 1] != ","
    )


def _is_apart(doc: Document, i: int, head_at: int | None) -> bool:
    """«банк Северный», «компания Apple»: the name of a body; «банк России» says whose it is."""
    if doc.words[i].isascii():
        return True
    return head_at is None and bool(cases(doc, i) & Case.NOM)


def _is_generic(
    doc: Document,
    first: int,
    end: int,
    known: lex.Noun | None,
    head_at: int | None,
    names: frozenset[str],
) -> bool:
    """«министр», «ведомство», «собеседник агентства», «один из них»: points back."""
    if known is None and not names and doc.words[first] in DETERMINERS:
        return doc.words[first] in POINTING_BACK
    if known is not None and known.lemma in ("собеседник", "собеседница"):
        return True
    if known is None or head_at is None or names:
        return False
    if known.lemma in lex.ACRONYMS or known.lemma in lex.MEDIUM_NAMES:
        return False
    rest = [
        w
        for i, w in enumerate(doc.words[first:end], first)
        if i != head_at and w not in _POINTING and not _is_age(w)
    ]
    if not rest:
        if known.kind is Kind.PERSON and not known.cases & SINGULAR_CASES:
            return known.lemma == "источник"
        return known.kind is not Kind.PEOPLE and known.lemma != "следствие"
    if known.lemma == "глава" and rest:
        return rest[0] in lex.CHIEFS and len(rest) == 1
    return False


def _is_age(word: str) -> bool:
    """«68-летняя актриса» is «актриса»."""
    return word[0].isdigit() or word in ("-", "экс") or word.startswith("летн")


def _agreement(
    doc: Document,
    first: int,
    end: int,
    known: lex.Noun | None,
    head_at: int | None,
    count: int | None,
) -> Agreement:
    if count and count > 1:
        return Agreement("", "p")
    if known is None or head_at is None:
        return Agreement("", "s") if "и" not in doc.words[first:end] else ANYBODY
    if known.kind is Kind.PEOPLE:
        return Agreement("", "p")
    if "и" in doc.words[first:end] and known.kind is Kind.PERSON:
        number = ""
    else:
        found = known.cases
        is_plural = bool(found >> PLURAL) and not found & 63
        number = "p" if is_plural else "s" if not found >> PLURAL else ""
    if number == "p":
        return Agreement("", "p")
    if known.kind is Kind.PERSON and known.gender == "m":
        return Agreement("", number)  # «представитель заявила»
    return Agreement(known.gender, number)
