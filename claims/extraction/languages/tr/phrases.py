"""Where the naming of a source begins and ends.

Source: section 2, point 3, of the project's notes on Turkish attribution: a nominative noun group,
without the relative clause before it; a suffix behind an apostrophe is no part of it.
"""

from functools import lru_cache

from claims.extraction.document import Document
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.lexicon import Case
from claims.extraction.languages.tr.mentions import is_known
from claims.extraction.languages.tr.morphology import (
    CLAUSE,
    REMEMBERED,
    Shape,
    base,
    shape,
    suffix_length,
)

# Words of the naming of a source, at most.
AT_MOST = 18
# Words before its head that need not be known («maden işçisi», «siyaset bilimci»).
UNKNOWN_AT_MOST = 4
# From a comma inside the title of a body to what it is («…, Gıda ve Köy İşleri Bakanlığı»).
TITLE_WITHIN = 8
# Words back in which a name may have been told.
NAMED_WITHIN = 1500
COMMAS = frozenset(",;،")
DASHES = frozenset("-–—/&")
_WISHES = Shape.WISH_ACC | Shape.WISH_NOM | Shape.WISH_DAT | Shape.WISH_ABL | Shape.WISH_INS
ENDS_A_CLAUSE = CLAUSE | _WISHES | Shape.CLAUSE_LOC | Shape.CONVERB
# Of a word in capitals that no apostrophe parts, only a long ending tells a case.
_CAPITAL_CASE_FROM = 8


def is_participle(doc: Document, i: int) -> bool:
    """«konuşan», «konuştuğu»: what stands before it is a relative clause."""
    word = doc.words[i]
    if word in lex.NO_PARTICIPLES or word in lex.NOUNS or len(word) < 4 or doc.is_capital(i):
        return False
    if word in lex.PARTICIPLES:
        return True
    if word.endswith(_WILL) and word not in lex.NO_FINITES:
        return i + 1 < len(doc.words) and doc.words[i + 1][0].isalpha()
    found = shape(word)
    if found & Shape.PARTICIPLE:
        return word[-2:] in ("an", "en") and not found & Shape.ABL
    return bool(found & Shape.CLAUSE_NOM) or bool(word in ("olduğu", "olan"))


# «santrali yapacak şirket»
_WILL = ("acak", "ecek")


def case_of(doc: Document, i: int) -> Case | None:
    """In which case a word stands; None where its end does not tell."""
    return _case(doc.words[i], doc.is_capital(i))


@lru_cache(REMEMBERED)
def _case(word: str, is_capital: bool) -> Case | None:
    found = shape(word)
    if suffix_length(word):
        if word.endswith(_FROM):
            return Case.KI  # «ABD'li»
        return _told(found) or (None if found else Case.NOMINATIVE)
    known = lex.NOUNS.get(word)
    if known is not None:
        return known.case
    if is_capital:
        is_long = len(word) >= _CAPITAL_CASE_FROM and word.endswith(_LONG)
        return (_told(found) if is_long else None) or Case.NOMINATIVE
    return _told(found)


_FROM = ("'li", "'lu", "'lü", "’li", "’lu", "’lü")


def _told(found: int) -> Case | None:
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


def opens_sentence(doc: Document, i: int) -> bool:
    """Whether a word stands at the head of a sentence, where a capital tells nothing."""
    return i == 0 or doc.words[i - 1] in _SENTENCE_ENDS


_SENTENCE_ENDS = frozenset('.!?…\n"“”«»-–—•*')
_ADJUNCT_FROM = 6
_ADJUNCT = Shape.DAT | Shape.ACC | Shape.LOC | Shape.INS


def _is_adjunct(doc: Document, i: int) -> bool:
    """«Köprüye Vali Ak …»: a capital at a sentence's head is no name for that."""
    word = doc.words[i]
    if word in lex.OCCASIONS:
        return True  # «Törene Vali Ak …»
    if word in lex.NOUNS or word in lex.PLACES or not shape(word) & _ADJUNCT:
        return False
    if len(word) < _ADJUNCT_FROM:
        return False  # «Delta Şirketi»
    following = lex.NOUNS.get(doc.words[i + 1]) if i + 1 < len(doc.words) else None
    return following is None or not following.possessed


def is_surname(doc: Document, i: int) -> bool:
    """«Nurten Ay»: a word of the calendar in capitals behind a first name."""
    if i == 0 or not doc.is_capital(i) or not doc.is_capital(i - 1):
        return False
    before = doc.words[i - 1]
    if doc.words[i] in lex.CALENDAR or not before[0].isalpha() or suffix_length(before):
        return False
    return before not in lex.NOUNS and before not in lex.TIMES and before not in lex.PLACES


def is_first_name(doc: Document, i: int) -> bool:
    """«Berber Cuma Usta»: a word of the calendar in capitals between a title and a
    name; «Bakan Salı günü» has none behind."""
    if i == 0 or i + 1 >= len(doc.words) or doc.words[i] not in lex.CALENDAR:
        return False
    title = lex.NOUNS.get(doc.words[i - 1])
    if title is None or title.kind != "person" or title.case is not Case.NOMINATIVE:
        return False
    return doc.is_capital(i) and doc.is_capital(i + 1) and doc.words[i + 1] not in lex.TIMES


def _is_day_part(doc: Document, i: int) -> bool:
    """«Sabah gazetesi» is a paper; «Sabah saatlerinde» is not."""
    following = lex.NOUNS.get(doc.words[i + 1]) if i + 1 < len(doc.words) else None
    return following is None or not following.possessed


def _is_owned_by_name(doc: Document, i: int) -> bool:
    """«Narlık köyü sakinleri»: a name and what is called by it, not an object."""
    word = doc.words[i]
    if i == 0 or suffix_length(word) or word[-1] not in "iuü" or word.endswith(_OBJECTS):
        return False
    return doc.is_capital(i - 1) and not suffix_length(doc.words[i - 1])


_OBJECTS = ("ini", "unu", "ünü")
_RELATES = frozenset(("yakin", "ilgili", "ilişkin", "dair", "yönelik", "ait", "bağli"))


def is_inside_title(doc: Document, i: int) -> bool:
    """Whether a comma stands in «Çevre, Gıda ve Köy İşleri Bakanlığı»: capitals around it, «ve»
    and the body that they are of behind it."""
    words = doc.words
    limit = min(len(words), i + TITLE_WITHIN)
    if i == 0 or not doc.is_capital(i - 1) or suffix_length(words[i - 1]):
        return False
    joined = False
    for k in range(i + 1, limit):
        if words[k] == "ve":
            joined = True
            continue
        if not doc.is_capital(k) or suffix_length(words[k]):
            return False
        known = lex.NOUNS.get(words[k])
        if joined and known is not None and known.kind == "body" and known.possessed:
            return True
    return False


def is_boundary(doc: Document, i: int) -> bool:
    """A word that a noun group cannot hold, so that the group begins behind it."""
    word = doc.words[i]
    if not word[0].isalnum():
        if word == ",":
            return not is_inside_title(doc, i)
        if word == ".":
            return doc.words[i - 1] not in lex.TITLES and len(doc.words[i - 1]) > 2
        if word in DASHES:
            return doc.gap(i) and doc.gap(i + 1)  # behind a dateline, not inside a name
        return word not in "'’)("
    if word in lex.MODIFIERS or word == "ve":
        return False
    following = doc.words[i + 1] if i + 1 < len(doc.words) else ""
    if word in _RELATES or following in _RELATES:
        return False  # «YBP'ye yakın kaynaklar», «bütçeyle ilgili bulguları»
    if doc.is_capital(i) and not suffix_length(word):
        if opens_sentence(doc, i) and _is_adjunct(doc, i):
            return True
        if is_surname(doc, i) or is_first_name(doc, i):
            return False
        return word in lex.CALENDAR or (word in lex.TIMES and _is_day_part(doc, i))
    if word in lex.TIMES or word in lex.POSTPOSITIONS or word in lex.CLITICS:
        return True
    if is_participle(doc, i):
        return True
    case = case_of(doc, i)
    if case is Case.ACCUSATIVE and _is_owned_by_name(doc, i):
        return False
    if case in (Case.DATIVE, Case.ACCUSATIVE, Case.LOCATIVE, Case.INSTRUMENTAL):
        return True
    found = shape(word)
    if found & (ENDS_A_CLAUSE | Shape.INFINITIVE):
        return True
    return bool(found & Shape.FINITE) and word not in lex.NO_FINITES and word not in lex.NOUNS


def can_end(doc: Document, i: int, first: int) -> bool:
    """Whether a noun group in the nominative may end with this word."""
    word = doc.words[i]
    if word == ")" or not word[0].isalnum():
        return word == ")"
    if word in lex.PRONOUNS:
        return True
    if word in lex.OPENERS:
        return False
    known = lex.NOUNS.get(word)
    if known is not None:
        return known.case is Case.NOMINATIVE
    if word in lex.MODIFIERS and i == first and doc.is_capital(i):
        return word.endswith(("li", "lu", "lü")) or is_known(doc, word)  # «Amerikalı, …»
    if word in lex.MODIFIERS and i > first and doc.is_capital(i):
        title = lex.NOUNS.get(doc.words[i - 1])  # «Levon Usta», «parti lideri Özel»
        return doc.is_capital(i - 1) or (title is not None and title.kind == "person")
    if word in lex.POSTPOSITIONS or word in lex.MODIFIERS:
        return False
    if word in lex.TIMES:
        return is_surname(doc, i)
    if case_of(doc, i) is Case.ACCUSATIVE and suffix_length(word):
        # «Mersa'nın Altın Ajans'ı»
        return any(case_of(doc, k) is Case.GENITIVE for k in range(max(first, i - 3), i))
    if doc.is_capital(i) and (i > first or is_name(doc, i)):
        return case_of(doc, i) is Case.NOMINATIVE
    if word.isdecimal():
        return False
    found = shape(word)
    if not found and len(word) > 4 and word.endswith(_AGENTS):
        return True
    if not found and i > first and doc.words[i - 1] in _INTRODUCES and word[0].isalpha():
        return True  # «bir subay», «bir grup eylemci»
    return found == Shape.PLURAL


# «emlakçı», «gözlükçü»: who does something.
_AGENTS = ("ci", "cu", "cü", "çi", "çu", "çü")
_INTRODUCES = frozenset(("bir", "iki", "üç", "grup", "birkaç", "çok", "bazi"))


_NO_NAME = ENDS_A_CLAUSE | Shape.GEN | Shape.DAT | Shape.LOC | Shape.ABL | Shape.ACC | Shape.INS


def is_told_name(doc: Document, i: int) -> bool:
    """Whether a bare first word is a name for certain: «Hava sıcaklığının» has none."""
    word = doc.words[i]
    if is_known(doc, word) or word in lex.PLACES or word in lex.OUTLETS:
        return True
    if doc.span(i, i + 1).of(doc.text).isupper() and len(word) > 1:
        return True
    for at in doc.places(word, max(0, i - NAMED_WITHIN), i, 3):
        if at and doc.is_capital(at) and doc.words[at - 1][0].isalpha():
            return True
    return False


def is_name(doc: Document, i: int) -> bool:
    """A capital at a sentence's head tells nothing; what stands around it or its form does."""
    word = doc.words[i]
    if not doc.is_capital(i):
        return False
    if word in lex.PRONOUNS or word in lex.CONNECTIVES or word in lex.TIMES:
        return False
    if word in lex.PLACES:
        return True
    if not opens_sentence(doc, i):
        return word not in lex.MODIFIERS
    if word in lex.MODIFIERS and word not in ("o",):
        return False
    return not shape(word) & _NO_NAME or is_told_name(doc, i)


# Cases of a noun that somebody owns.
_OWNED = (
    "ine", "ina", "una", "üne", "ini", "unu", "ünü", "inda", "inde", "unda", "ünde", "indan",
    "inden", "undan", "ünden", "leri", "lari",
)  # fmt: skip


def is_owned(doc: Document, i: int) -> bool:
    """Whether a word in small letters belongs to what stands before it («gazete yazılarına»)."""
    word = doc.words[i]
    return word.endswith(_OWNED) and not doc.is_capital(i) and not shape(word) & ENDS_A_CLAUSE


def group_before(doc: Document, low: int, end: int) -> int | None:
    """The first word of the noun group in the nominative that ends before ``end``; none is found
    where that word cannot end one."""
    if end <= low or not can_end(doc, end - 1, low):
        return None
    start = group_start(doc, low, end)
    known = lex.NOUNS.get(doc.words[end - 1])
    before = lex.NOUNS.get(doc.words[end - 2]) if end - start > 1 else None
    is_behind_many = before is not None and before.plural and not before.possessed
    if is_behind_many and known is not None and known.possessed and not doc.is_capital(end - 1):
        return None  # «Uzmanlar vatandaşları»: an object behind its subject
    is_owned_alone = end - start == 1 and known is not None and known.possessed
    if is_owned_alone and not (start > low and is_participle(doc, start - 1)):
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
    return word in _LEADS or (not word[0].isalnum() and doc.around(i) is None)


_LEADS = (
    frozenset(word for word, runs in lex.CONNECTIVES.items() if (word,) in runs)
    | {"yandan", "taraftan", "olarak", "ise"}
) - {"bir", "iki"}


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
    if doc.words[i - 1] in lex.MODIFIERS and doc.is_capital(i - 1) and doc.is_capital(i + 1):
        return True  # «Ulaştırma ve Altyapı Bakanı»
    return can_end(doc, i - 1, low) and not is_boundary(doc, i - 1)
