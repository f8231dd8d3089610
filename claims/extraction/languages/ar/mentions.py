"""What the naming of a source says: head, names, number, and whether anybody is made known.

Source: sections 2 and 3 of the project's notes on Arabic attribution (what belongs to a mention).
"""

from typing import cast

from claims.extraction.document import Document
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.lexicon import NounClass
from claims.extraction.languages.ar.word_classes import (
    PERSONAL_NAMES,
    is_adjective,
    is_definite,
    is_indefinite_adjective,
)
from claims.extraction.report import ANYBODY, Agreement, Mention, Words

_PLACED = frozenset(("في", "لدي"))
_MINISTRY = "وزارة"
_SMALL = frozenset(("في", "من", "باسم", "بلسان", "عن", "بن", "لدى"))


def mention(
    doc: Document, first: int, end: int, *, first_word: str | None = None, prefix: int = 0
) -> Mention:
    """What the words of a phrase name. ``prefix`` letters joined to its first word are no part.

    Asked again for one sentence, it is known.
    """
    key = ("mention", first, end, first_word, prefix)
    known = doc.memo.get(key)
    if known is None:
        known = doc.memo[key] = _mention(doc, first, end, first_word, prefix)
    return cast("Mention", known)


def _mention(doc: Document, first: int, end: int, first_word: str | None, prefix: int) -> Mention:
    words, whole = doc.words, end
    if end - first > 1 and words[end - 1] in lex.SELVES:
        end -= 1  # «المتحدث نفسه» is «المتحدث»
    at, head_word, count = _head(doc, first, end, first_word or words[first])
    found = lex.NOUNS.get(head_word)
    agreement = _agreement(doc, at, end, found, count)
    if found and found.agreement.number == "d":
        count = 2
    if found is not None and found.kind in (NounClass.PERSON, NounClass.PEOPLE):
        names = frozenset(_personal_names(doc, at + 1, end))
    else:
        names = frozenset(_names(doc, at, end, head_word))
    unnamed = found is not None and _is_unnamed(doc, at, end, found)
    unconfirmed = "غير" in words[at:end] and any(
        words[i] == "غير" and words[i + 1].startswith(("مؤكد", "موثق")) for i in range(at, end - 1)
    )
    head = found.stem if found and found.kind not in (NounClass.NAME, NounClass.PLACE) else ""
    is_ministry = head in lex.MINISTRIES and is_definite(head_word)
    if is_ministry:
        head = _MINISTRY
    return Mention(
        words=Words(first, whole, prefix),
        head=head,
        heads=lex.ANAPHORS.get(head, frozenset()) | {head},
        names=names,
        bag=frozenset([head_word[2:]] if is_ministry else [])
        | frozenset([_bare(w) for w in words[at + 1 : end] if w[0].isalnum() and w not in _SMALL])
        | (names if not head else frozenset()),
        agreement=agreement,
        person=found is not None and found.kind is NounClass.PERSON,
        generic=found is not None
        and not is_ministry
        and _is_generic(doc, at, end, found, head_word),
        indefinite=unnamed and not is_definite(head_word),
        anonymous=unnamed,
        count=count,
        of_last=head in lex.STATEMENTS,
        unconfirmed=unconfirmed,
    )


def _head(doc: Document, first: int, end: int, word: str) -> tuple[int, str, int | None]:
    """Where the head stands, its word, and how many there are said to be."""
    words, at, count = doc.words, first, None
    if first in doc.quotation_at and first + 1 < end:
        at, word = first + 1, words[first + 1]  # «"لواء الصخرة"»
    if at + 1 < end and word in lex.DETERMINERS:
        at, word = at + 1, words[at + 1]
    if at + 1 < end and (word in lex.COUNTS or word.isdecimal()):
        told = int(word) if word.isdecimal() and len(word) < 7 else 0
        count = lex.COUNTS.get(word) or told or None
        at, word = at + 1, words[at + 1]
    return at, word, count


def _bare(word: str) -> str:
    """As words of mentions are compared: without «ال» and without the ending of the accusative."""
    if word.startswith("ال"):
        return word[2:]
    return word[:-1] if len(word) > 3 and word[-1] == "ا" else word


def _is_generic(doc: Document, at: int, end: int, found: lex.Noun, head_word: str) -> bool:
    """«المصادر», «المسؤول الكبير»: points back rather than names."""
    if not found.definite or found.kind in (NounClass.PLACE, NounClass.NAME):
        return False
    if end - at == 1:
        return True
    return end - at == 2 and is_adjective(doc.words[at + 1]) and found.stem in lex.UNNAMED


def _agreement(
    doc: Document, at: int, end: int, found: lex.Noun | None, count: int | None
) -> Agreement:
    if found is None:
        return Agreement("", "s")
    gender, number = found.agreement.gender, found.agreement.number
    if found.kind is NounClass.PEOPLE:
        return Agreement("m", "p")
    if count and count > 1:
        # «3 مصادر … قولها»: sources are feminine singular, people plural.
        return Agreement(gender, "d" if count == 2 else number)
    if [word for word in doc.words[at + 1 : end] if word[0] == "و" and word[1:] in lex.NOUNS]:
        return ANYBODY
    return Agreement(gender, number)


def _personal_names(doc: Document, first: int, end: int) -> list[str]:
    """The last words of a mention that are nothing but names: «… العقيد أحمد المسماري».

    A word with the article is a surname at the end, and a title before a name.
    """
    names: list[str] = []
    for i in range(end - 1, first - 1, -1):
        word = doc.words[i]
        if not word[0].isalpha():
            if word in '"»«”“' or i in doc.quotation_at:
                continue
            break
        if len(names) >= PERSONAL_NAMES or len(word) < 2:
            break
        known = lex.NOUNS.get(word)
        if word in _SMALL or (known is not None and known.kind is not NounClass.NAME):
            break
        if is_definite(word) and names and not names[-1].startswith("ال"):
            break
        if word in lex.ADJECTIVES or (not names and _is_attribute(doc, i)):
            break
        names.append(word)
    return [name.removeprefix("ال") for name in names]


def _is_attribute(doc: Document, i: int) -> bool:
    """«الجيش الليبي» but not «أحمد المسماري» nor «العقيد المسماري»: an adjective, no surname."""
    word, before = doc.words[i], doc.words[i - 1]
    if not (is_definite(word) and is_adjective(word)):
        return False
    known = lex.NOUNS.get(before)
    if known is not None:
        # «العقيد المسماري» names, «محافظ المركزي» says of what.
        return known.kind is not NounClass.PERSON or not known.definite
    return is_definite(before)


def _names(doc: Document, at: int, end: int, head_word: str) -> list[str]:
    """Words that name: no titles, bodies or prepositions; joined prefixes stripped."""
    names = []
    for i in range(at, end):
        word = doc.words[i] if i != at else head_word
        if not word[0].isalpha() or len(word) < 2:
            continue
        if word in lex.NOUNS and lex.NOUNS[word].kind not in (NounClass.PLACE, NounClass.NAME):
            continue
        if word in _PLACED:
            break  # «مجلس العلماء في درنيل»: where it is names other bodies too
        if word in _SMALL or (i > at and is_definite(word) and is_adjective(word)):
            continue  # «وزارة الخارجية السلمادية»: of where, which others are too
        names.append(_bare(word))
    return names


def _is_unnamed(doc: Document, at: int, end: int, found: lex.Noun) -> bool:
    """«مصادر في الجيش», «معلمة من حي …»: somebody of a sort, whom no name makes known."""
    if found.stem in lex.UNNAMED:
        return not (found.kind is NounClass.PERSON and _has_personal_name(doc, at, end))
    if found.kind not in (NounClass.PERSON, NounClass.PEOPLE) or found.definite:
        return False
    if found.stem in lex.SPEAKING_FOR:
        return False  # «متحدث باسم الشرطة»: an office, not anybody
    for i in range(at, end - 1):
        following = doc.words[i + 1]
        is_quality = is_indefinite_adjective(following) and following not in lex.NOUNS
        if following in _SMALL or is_quality or following[0] in "بل":
            return True
        known = lex.NOUNS.get(following)
        if known is None or known.kind is not NounClass.BODY or known.definite:
            return False  # «مدير المستشفى», «وزير دفاع زندورا», a name
    return True


def _has_personal_name(doc: Document, at: int, end: int) -> bool:
    """«العقيد أحمد المسماري» but not «عقيد في شرطة الأنبار» nor «مسؤول كبير»."""
    is_definite_title = is_definite(doc.words[at])
    if is_definite_title and len(_personal_names(doc, at + 1, end)) > 1:
        return True  # «القيادي في الحركة سامر نور»
    for i in range(at + 1, end):
        word = doc.words[i]
        if word in ("في", "من", "ب", "لدى"):
            return False
        if doc.quotation_at.get(i) is not None:
            return True
        if not word[0].isalpha() or is_adjective(word) or word in lex.NOUNS:
            continue
        if not is_definite(doc.words[at]) and is_indefinite_adjective(word):
            continue  # «مصدر أمني»
        if is_definite(word) or word[0] in "بل":
            return i == at + 1 and is_definite(doc.words[at])
        return True
    return False
