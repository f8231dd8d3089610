"""What stands beside a verb and is no content: adjuncts, media that are told, bodies behind «в».

Source: section 5 of the project's notes on Russian attribution (time, place, recipient; indefinite
plural).
"""

from claims.extraction.document import Document
from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.inflection import (
    DATIVE,
    GENITIVE,
    INSTRUMENTAL,
    LOCATIVE,
    NOMINATIVE,
    PLURAL,
    Case,
)
from claims.extraction.languages.ru.letters import (
    all_capitals,
    capital,
    cases,
    is_adjective,
    is_dash,
    is_hyphen,
)
from claims.extraction.languages.ru.lexicon import Kind
from claims.extraction.languages.ru.mentions import as_medium, mention
from claims.extraction.languages.ru.phrases import DETERMINERS, number_of, phrase
from claims.extraction.quotations import Quotation
from claims.extraction.report import Agreement, Mention, Words

_CONSONANTS = frozenset("бвгджзклмнпрстфцчшщй")
_OWN = lex.fset("своем своей своих своего своему своими нашем нашей нашего вашем моем моей")
_THAT_ONE = frozenset(("этого", "того", "этому", "этим", "этом", "том", "тем"))
# All but nominative and accusative, which look alike.
_OBLIQUE = DATIVE | INSTRUMENTAL | GENITIVE | Case.LOC | Case.LOC << PLURAL
# Endings of events, which are no houses: «в получении».
_NO_HOUSES = ("нии", "тии", "ости", "стве", "ах", "ях")
_INSTITUTIONS = frozenset((Kind.BODY, Kind.MEDIUM))
# Nouns of «в интервью агентству», «в беседе с изданием», «в эфире телеканала».
_TOLD_IN = frozenset(("интервью", "беседе", "разговоре", "эфире", "комментарии", "подкасте"))
_ENDS_IT = lex.PREPOSITIONS | lex.ADVERBS | lex.CONJUNCTIONS | frozenset(lex.PRONOUNS)


def is_dative(doc: Document, one: Quotation) -> bool:
    """«сообщил «Неве»», «Утренней газете»: a name in marks to whom something is told."""
    last = doc.words[one.close - 1]
    if last.endswith(("у", "ю", "ам", "ям", "ому", "ему")):
        return True
    known = lex.NOUNS.get(last)
    if known is not None:
        return bool(known.cases & DATIVE) and not known.cases & NOMINATIVE
    return (
        last.endswith("е")
        and doc.words[one.first].endswith(("ой", "ей"))
        and one.close - one.first > 1
    )


def medium_name_end(words: list[str], at: int) -> int:
    """Behind «ТАСС», «РИА Новости»."""
    return at + 2 if words[at] == "риа" and words[at + 1 : at + 2] == ["новости"] else at + 1


def pronoun(at: int, agreement: Agreement) -> Mention:
    return Mention(
        words=Words(at, at + 1),
        head="",
        heads=frozenset(("",)),
        names=frozenset(),
        bag=frozenset(),
        agreement=agreement,
        person=True,
        pronoun=True,
    )


def agrees(doc: Document, first: int, end: int, agreement: Agreement) -> bool:
    """Whether a group in the nominative can be the subject of a verb."""
    if not agreement.number:
        return True
    known = lex.NOUNS.get(doc.words[first])
    if known is not None and known.kind is Kind.PEOPLE and agreement.number == "s":
        return False
    number = number_of(doc, first, end, NOMINATIVE)
    if agreement.number == "p":
        return number != "s" or "и" in doc.words[first:end]
    if number == "p" and doc.words[first] not in DETERMINERS and not doc.words[first][0].isdigit():
        return False
    for i in range(first, end):
        known = lex.NOUNS.get(doc.words[i])
        before_head = is_adjective(doc.words[i]) or doc.words[i] in DETERMINERS
        compound = i + 1 < end and is_hyphen(doc, i + 1)
        if known is None and not before_head and not compound:
            return True  # the head, and no list knows its gender
        if known is None or not known.cases & NOMINATIVE:
            continue
        if known.kind is Kind.PERSON or not known.gender or not agreement.gender:
            return not (
                agreement.gender == "m" and known.gender == "f" and known.kind is Kind.PERSON
            )
        return known.gender == agreement.gender
    return True


def institution(doc: Document, at: int, limit: int, *, is_beside: bool = False) -> int:
    """The end of a body behind «в»; 0 where none stands there.

    ``is_beside`` where nothing stands between it and its verb.
    """
    end = phrase(doc, at, limit, LOCATIVE, apposition=False)
    if end == at:
        return 0
    for j in range(at, end):
        known = lex.NOUNS.get(doc.words[j])
        if known is not None:
            return end if known.kind in _INSTITUTIONS else 0
        if j in doc.quotation_at:
            return end
        if capital(doc, j) and not is_adjective(doc.words[j]):
            return end
    # «в управе пояснили», «сообщили в отеле»: any house right beside the verb
    last = doc.words[end - 1]
    is_house = last not in lex.NO_HOUSES and not last.endswith(_NO_HOUSES) and end - at < 3
    return end if is_beside and is_house else 0


def told_in(doc: Document, at: int, limit: int) -> Mention | None:
    """The medium of «в интервью агентству», «в беседе с «Невой»», «в эфире «Радио»»."""
    words = doc.words
    if at + 2 >= limit or words[at] not in ("в", "во"):
        return None
    if words[at + 1] == "редакцию":  # «пожаловалась в редакцию «Невы»»
        name = doc.quotation_at.get(at + 2)
        is_named = name is not None and name.is_name and name.end <= limit
        return mention(doc, at + 1, name.end, DATIVE) if name is not None and is_named else None
    j = at + 1
    while j < min(at + 3, limit - 1) and is_adjective(words[j]):
        j += 1
    if words[j] not in _TOLD_IN:
        return None
    j += 1
    if j < limit and words[j] in ("с", "со", "для"):
        j += 1
    if j < limit and words[j] in ("корреспондентом", "корреспонденту", "журналистом"):
        j += 1
    if j >= limit:
        return None
    first = j
    while j + 1 < limit and j < first + 2 and is_adjective(words[j]):
        j += 1  # «в интервью Первому каналу»
    known = lex.NOUNS.get(words[j])
    j = first if known is not None else j
    is_marks = j in doc.quotation_at and doc.quotation_at[j].is_name
    is_medium = known is not None and known.kind is Kind.MEDIUM
    if not is_marks and not is_medium:
        return _foreign(doc, j, limit)
    end = phrase(doc, j, limit, _OBLIQUE, apposition=False)
    if words[j] == "риа":
        end = max(end, medium_name_end(words, j))
    end = name_end(doc, j, end)
    return as_medium(doc, mention(doc, j, end, DATIVE)) if end > j else None


def _foreign(doc: Document, at: int, limit: int) -> Mention | None:
    """«в интервью Sky News», «в беседе с АСН»: a name in Latin letters, or all in capitals."""
    end = at
    while end < limit and doc.words[end].isascii() and doc.words[end].isalpha():
        end += 1
    is_acronym = end == at and all_capitals(doc, at) and doc.words[at] not in lex.NOUNS
    end = end + is_acronym
    return mention(doc, at, end, DATIVE) if end > at and capital(doc, at) else None


def name_end(doc: Document, first: int, end: int) -> int:
    """The end of a medium's naming: behind the marks of its name, before whoever speaks."""
    for j in range(first, end):
        if j in doc.quotation_at:
            return min(end, doc.quotation_at[j].end)
    return end


def over(doc: Document, at: int, limit: int, agreement: Agreement, *, greedy: bool = True) -> int:
    """Behind a preposition and its nouns; stops at what can only be a subject."""
    words = doc.words
    at += 1
    has_noun = False
    while at < limit:
        quotation = doc.quotation_at.get(at)
        if quotation is not None:
            if not quotation.is_name:
                return at
            at, has_noun = quotation.end, True
        elif words[at] == "-" and not is_dash(doc, at):
            at += 2
        elif words[at] == "же" or words[at][0].isdigit():
            at += 1  # «в то же время», «5 мая»
        elif _stops(words[at], has_noun):
            return at
        elif not has_noun:
            has_noun = _is_noun(doc, at, limit)
            at += 1
        elif _is_behind(doc, at, agreement, greedy):
            return at
        else:
            at += 1
    return at


def _stops(word: str, has_noun: bool) -> bool:
    """Whether a word ends what stands behind a preposition."""
    return (
        not word[0].isalnum()
        or word in _ENDS_IT
        or word in lex.FORMS
        or lex.is_infinitive(word)
        or (has_noun and word in DETERMINERS)
    )


def _is_noun(doc: Document, at: int, limit: int) -> bool:
    word = doc.words[at]
    if word in _THAT_ONE and at + 1 < limit and not cases(doc, at + 1) & ~NOMINATIVE:
        return True  # «после этого полиция»
    return not is_adjective(word) and word not in DETERMINERS and word not in _OWN


def _is_behind(doc: Document, at: int, agreement: Agreement, greedy: bool) -> bool:
    """Whether the word is no genitive of the noun before it."""
    found = cases(doc, at)
    if greedy and found & GENITIVE and not _is_subject(doc, at, found, agreement):
        return False
    return bool(found & NOMINATIVE) or not found & (DATIVE | INSTRUMENTAL)


def _is_subject(doc: Document, at: int, found: int, agreement: Agreement) -> bool:
    """A known noun or a surname that is more likely the subject than a genitive."""
    word = doc.words[at]
    if word in lex.NOUNS:
        return bool(found & NOMINATIVE) and not found & GENITIVE
    if capital(doc, at) and word.endswith(("ов", "ев", "ин", "ий", "ын")):
        return agreement.gender == "m"
    if capital(doc, at) and word[-1] in _CONSONANTS:
        return agreement.gender == "m"  # «на встрече Марк Ким»
    if capital(doc, at) and word.endswith(("ова", "ева", "ина", "ская", "цкая")):
        return agreement.gender == "f"
    return False
