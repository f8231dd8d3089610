"""Where the naming of a source begins and ends.

Source: section 2, point 3, of the project's notes on Turkish attribution: a nominative noun group,
without the relative clause before it; a suffix behind an apostrophe is no part of it.
"""

from claims.extraction.document import Document
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.lexicon import Case
from claims.extraction.languages.tr.morphology import (
    CLAUSE,
    Shape,
    base,
    shape,
    suffix_length,
)

# Words of the naming of a source, at most.
AT_MOST = 18
# Words before its head that need not be known («maden işçisi», «siyaset bilimci»).
UNKNOWN_AT_MOST = 4
COMMAS = frozenset(",;،")
_DASHES = frozenset("-–—/&")
_WISHES = Shape.WISH_ACC | Shape.WISH_NOM | Shape.WISH_DAT | Shape.WISH_ABL | Shape.WISH_INS
_ENDS_A_CLAUSE = CLAUSE | _WISHES | Shape.CLAUSE_LOC | Shape.CONVERB
# Of a word in capitals that no apostrophe parts, only a long ending tells a case.
_CAPITAL_CASE_FROM = 8


def is_participle(doc: Document, i: int) -> bool:
    """«konuşan», «konuştuğu»: what stands before it is a relative clause."""
    word = doc.words[i]
    if word in lex.NO_PARTICIPLES or word in lex.NOUNS or len(word) < 4 or doc.is_capital(i):
        return False
    found = shape(word)
    if found & Shape.PARTICIPLE:
        return word[-2:] in ("an", "en") and not found & Shape.ABL
    return bool(found & Shape.CLAUSE_NOM) or bool(word in ("olduğu", "olan"))


def case_of(doc: Document, i: int) -> Case | None:
    """In which case a word stands; None where its end does not tell."""
    word = doc.words[i]
    if suffix_length(word):
        found = shape(word)
        for flag, case in _CASES:
            if found & flag:
                return case
        return Case.NOMINATIVE if not found else None
    known = lex.NOUNS.get(word)
    if known is not None:
        return known.case
    found = shape(word)
    if doc.is_capital(i):
        if len(word) < _CAPITAL_CASE_FROM:
            return Case.NOMINATIVE
        for flag, case in _CASES:
            if found & flag and word.endswith(_LONG):
                return case
        return Case.NOMINATIVE
    for flag, case in _CASES:
        if found & flag:
            return case
    return None


_CASES = (
    (Shape.GEN, Case.GENITIVE),
    (Shape.DAT, Case.DATIVE),
    (Shape.ACC, Case.ACCUSATIVE),
    (Shape.LOC, Case.LOCATIVE),
    (Shape.ABL, Case.ABLATIVE),
    (Shape.INS, Case.INSTRUMENTAL),
    (Shape.KI, Case.KI),
)
_LONG = (
    "inin", "unun", "ünün", "inda", "inde", "unda", "ünde", "indan", "inden", "undan", "ünden",
    "sina", "sine", "suna", "süne", "lerin", "larin", "lere", "lara", "leri", "lerde", "larda",
    "lerden", "lardan", "daki", "deki", "taki", "teki", "ligin", "ndaki", "ndeki",
)  # fmt: skip


def is_time(doc: Document, i: int) -> bool:
    return base(doc.words[i]) in lex.TIMES


def _is_day_part(doc: Document, i: int) -> bool:
    """«Sabah gazetesi» is a paper; «Sabah saatlerinde» is not."""
    following = lex.NOUNS.get(doc.words[i + 1]) if i + 1 < len(doc.words) else None
    return following is None or not following.possessed


def is_boundary(doc: Document, i: int) -> bool:
    """A word that a noun group cannot hold, so that the group begins behind it."""
    word = doc.words[i]
    if not word[0].isalnum():
        return word not in _DASHES and word not in ".'’" and word not in ")("
    if word in lex.MODIFIERS or word == "ve":
        return False
    if doc.is_capital(i) and not suffix_length(word):
        return word in lex.CALENDAR or (word in lex.TIMES and _is_day_part(doc, i))
    if word in lex.TIMES or word in lex.POSTPOSITIONS or word in lex.CLITICS:
        return True
    if is_participle(doc, i):
        return True
    case = case_of(doc, i)
    if case in (Case.DATIVE, Case.ACCUSATIVE, Case.LOCATIVE, Case.INSTRUMENTAL):
        # «YBP'ye yakın kaynaklar»
        return not (case is Case.DATIVE and i + 1 < len(doc.words) and doc.words[i + 1] == "yakin")
    found = shape(word)
    if found & _ENDS_A_CLAUSE:
        return True
    return bool(found & Shape.FINITE) and word not in lex.NO_FINITES and word not in lex.NOUNS


def can_end(doc: Document, i: int, first: int) -> bool:
    """Whether a noun group in the nominative may end with this word."""
    word = doc.words[i]
    if word == ")" or not word[0].isalnum():
        return word == ")"
    if word in lex.PRONOUNS:
        return True
    known = lex.NOUNS.get(word)
    if known is not None:
        return known.case is Case.NOMINATIVE
    if word in lex.TIMES or word in lex.POSTPOSITIONS or word in lex.MODIFIERS:
        return False
    if doc.is_capital(i) and (i > first or is_name(doc, i)):
        return case_of(doc, i) is Case.NOMINATIVE
    if word.isdecimal():
        return False
    found = shape(word)
    if not found and i > first and doc.words[i - 1] in _INTRODUCES and word[0].isalpha():
        return True  # «bir subay», «bir grup eylemci»
    return found == Shape.PLURAL


_INTRODUCES = frozenset(("bir", "iki", "üç", "grup", "birkaç", "çok", "bazi"))


def is_name(doc: Document, i: int) -> bool:
    """A capital at a sentence's head tells nothing; what stands around it or its form does."""
    word = doc.words[i]
    if not doc.is_capital(i):
        return False
    if word in lex.PRONOUNS or word in lex.CONNECTIVES or word in lex.TIMES:
        return False
    if word in lex.MODIFIERS and word not in ("o",):
        return False
    return not shape(word) & (_ENDS_A_CLAUSE | Shape.GEN | Shape.DAT | Shape.LOC | Shape.ABL)


def group_before(doc: Document, low: int, end: int) -> int | None:
    """The first word of the noun group in the nominative that ends before ``end``; none is found
    where that word cannot end one."""
    if end <= low or not can_end(doc, end - 1, low):
        return None
    start = group_start(doc, low, end)
    known = lex.NOUNS.get(doc.words[end - 1])
    if end - start == 1 and known is not None and known.possessed and not known.plural:
        return None  # «iktidarı»: an object, where nobody owns it
    return start


def group_start(doc: Document, low: int, end: int) -> int:
    """The first word of the noun group whose last word stands before ``end``."""
    words = doc.words
    start = end
    i = end - 1
    while i >= low and end - i <= AT_MOST:
        word = words[i]
        if word == ")":
            opened = _round(doc, i, low)
            if opened is None:
                break
            i = opened - 1
            continue
        quotation = _quoted_name(doc, i, low)
        if quotation is not None:
            start = quotation
            i = quotation - 1
            continue
        if i < end - 1 and is_boundary(doc, i):
            break
        if word == "ve" and not _joins(doc, i, low):
            break
        if word[0].isalnum() and word != "ve":
            start = i
        i -= 1
    while start < end - 1 and _is_lead(doc, start):
        start += 1
    return start


def _is_lead(doc: Document, i: int) -> bool:
    """«Ancak», «Öte yandan» before the group; «Ankara'dan»"""
    word = doc.words[i]
    return word in _LEADS or not word[0].isalnum()


_LEADS = (frozenset(lex.CONNECTIVES) | {"yandan", "taraftan", "olarak", "ise"}) - {"bir", "iki"}


def _round(doc: Document, close: int, low: int) -> int | None:
    for i in range(close - 1, max(low, close - 8) - 1, -1):
        if doc.words[i] == "(":
            return i
    return None


def _quoted_name(doc: Document, i: int, low: int) -> int | None:
    """Where a name in marks that ends here begins."""
    around = doc.around(i)
    if around is not None and around.is_name and around.end - 1 == i and around.open >= low:
        return around.open
    return None


def _joins(doc: Document, i: int, low: int) -> bool:
    """«Ak ve Kaya», not «karşıladı ve Ak»."""
    if i - 1 < low:
        return False
    return can_end(doc, i - 1, low) and not is_boundary(doc, i - 1)


def group_at(doc: Document, first: int, limit: int) -> int | None:
    """Where the subject that begins with ``first`` ends, with no comma behind it; None for none.

    Names and nouns that speak are taken, whatever modifies them before; what follows the group
    may not make an adjunct of it or own it.
    """
    words = doc.words
    end: int | None = None
    unknown = 0
    owned = False  # a genitive waits for what it owns
    i = first
    limit = min(limit, first + AT_MOST)
    while i < limit:
        word = words[i]
        if word == "(":
            close = next((j for j in range(i, min(limit, i + 8)) if words[j] == ")"), None)
            if close is None or end is None:
                break
            i = end = close + 1
            continue
        around = doc.around(i)
        if around is not None:
            if not around.is_name or around.open != i:
                break
            i = around.end
            end = i if end is not None else end
            continue
        if word in _DASHES or word in ".&":
            i += 1
            continue
        if not word[0].isalnum() or word in lex.CLITICS or word in lex.TIMES:
            break
        if word == "ve":
            if end != i or i + 1 >= limit or not can_end(doc, i + 1, first):
                break
            i += 1
            continue
        known = lex.NOUNS.get(word)
        if word.isdecimal() and _is_partitive(doc, i):
            return i + 3  # «22 ekonomistten 19'u»
        if known is None and not (doc.is_capital(i) and (i > first or is_name(doc, i))):
            # An unknown word before the head, or what stands behind it.
            if end is not None or not _may_modify(doc, i):
                break
            unknown += word not in lex.MODIFIERS and not word.isdecimal()
            if unknown > UNKNOWN_AT_MOST:
                break
            owned = owned or case_of(doc, i) is Case.GENITIVE
            i += 1
            continue
        case = case_of(doc, i)
        if case is Case.GENITIVE:
            owned, end = True, None
        elif case in (Case.KI, Case.ABLATIVE):
            if end is not None:
                break
        elif case is Case.NOMINATIVE:
            if known is not None and owned and not known.possessed and not doc.is_capital(i):
                return None  # «köprünün belediye …»
            if end is not None and known is not None and not (doc.is_capital(i) or known.possessed):
                if known.kind != "person" or words[i - 1] in lex.NOUNS or end - first > 1:
                    break
            owned = owned and (known is None or not known.possessed)
            if not owned:
                end, unknown = i + 1, 0
        else:
            if end == i:
                end = end if not doc.is_capital(i) else None if not suffix_length(word) else end
            break
        i += 1
    if end is None or (end < len(words) and words[end] in lex.POSTPOSITIONS):
        return None
    return end


def _is_partitive(doc: Document, i: int) -> bool:
    words = doc.words
    if i == 0 or i + 2 >= len(words) or words[i + 1] not in ("'", "’"):
        return False
    return words[i + 2] in ("i", "u", "ü", "si") and case_of(doc, i - 1) is Case.ABLATIVE


def _may_modify(doc: Document, i: int) -> bool:
    word = doc.words[i]
    if word in lex.MODIFIERS or word.isdecimal():
        return True
    if word in lex.POSTPOSITIONS or word in lex.CONNECTIVES or word in lex.CLITICS:
        return False
    found = shape(word)
    if found & (_ENDS_A_CLAUSE | Shape.ACC | Shape.DAT | Shape.LOC | Shape.INS):
        return False
    return not found & Shape.FINITE or word in lex.NO_FINITES
