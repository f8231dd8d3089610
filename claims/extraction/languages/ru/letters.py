"""What single words and marks look like: capitals, dashes, endings that tell a case.

Source: section 6 of the project's notes on Russian attribution (dashes, hyphens with spaces).
"""

from functools import lru_cache

from claims.extraction.document import Document
from claims.extraction.languages.ru.inflection import ANY_CASE, PLURAL, Case
from claims.extraction.languages.ru.lexicon import NOUNS, VENUES

# Words whose cases are remembered.
KNOWN = 4096
DASHES = frozenset("-–—―")
STOPS = frozenset(".!?…;:")
CLOSING = frozenset('»"”“″')
OPENING = frozenset('«"“„″')

_N, _G, _D, _A, _I, _L = Case.NOM, Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.LOC
_ALL_PLURAL_OBLIQUE = (_G | _L | _A) << PLURAL
# Endings with the cases that they may stand for, of adjectives and nouns alike.
_ENDINGS: dict[str, int] = {
    "ыми": _I << PLURAL,
    "ими": _I << PLURAL,
    "ами": _I << PLURAL,
    "ями": _I << PLURAL,
    "ого": _G | _A,
    "его": _G | _A,
    "ому": _D,
    "ему": _D,
    "ам": _D << PLURAL,
    "ям": _D << PLURAL,
    "ах": _L << PLURAL,
    "ях": _L << PLURAL,
    "ых": _ALL_PLURAL_OBLIQUE,
    "их": _ALL_PLURAL_OBLIQUE,
    "ый": _N | _A,
    "ий": _N | _A | _G << PLURAL,
    "ой": _N | _G | _D | _I | _L,
    "ей": _N | _G | _D | _I | _L | _G << PLURAL,
    "ая": _N,
    "яя": _N,
    "ое": _N | _A,
    "ее": _N | _A,
    "ые": (_N | _A) << PLURAL,
    "ие": _N | _A | (_N | _A) << PLURAL,
    "ую": _A,
    "юю": _A,
    "ым": _I | _D << PLURAL,
    "им": _I | _D << PLURAL,
    "ом": _I | _L,
    "ем": _I | _L,
    "ью": _I,
    "ия": _N | _G | _N << PLURAL,
    "ии": _G | _D | _L | _N << PLURAL,
    "ию": _A | _D,
    "а": _N | _G | _N << PLURAL,
    "я": _N | _G | _N << PLURAL,
    "ы": _G | (_N | _A) << PLURAL,
    "и": _G | _D | _L | (_N | _A) << PLURAL,
    "у": _D | _A,
    "ю": _D | _A,
    "е": _D | _L | _N << PLURAL,
    "о": _N | _A,
    "ов": _G << PLURAL,
    "ев": _G << PLURAL,
}
_STRAIGHT = _N | _A | _G << PLURAL
# Words whose last letters look like another ending: «Белый дом», «министр края».
_UNLIKE: dict[str, int] = {
    "дом": _N | _A, "края": _G | _N << PLURAL, "альбом": _N | _A,
}  # fmt: skip
ADJECTIVE_ENDS = (
    "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им",
    "ых", "их", "ую", "юю", "ыми", "ими",
    # of «-ей» those that hardly a noun has: «высшей», «бывшей», «следующей», «последней»
    "вшей", "сшей", "ршей", "дшей", "ющей", "ящей", "ущей", "ащей", "едней", "шней", "тней",
)  # fmt: skip


capital = Document.is_capital


_NAME_ENDS = ("", "а", "у", "ом", "е", "ым", "ой", "ю", "я", "ы", "и", "й")
# So many words around are searched for a name.
_NEAR = 600


def is_name_elsewhere(doc: Document, i: int) -> bool:
    """Whether a word with a sentence's capital is written so inside of sentences too: a name."""
    word = doc.words[i]
    stem = word[:-1] if word[-1] in "аяйь" else word
    if len(stem) < 3 or not capital(doc, i):
        return False
    low, high = max(0, i - _NEAR), min(len(doc.words), i + _NEAR)
    for end in _NAME_ENDS:
        for at in doc.places(stem + end, low, high, 4):
            before = doc.words[at - 1] if at else "."
            if capital(doc, at) and (before[0].isalpha() or before == ","):
                return True
    return False


def all_capitals(doc: Document, i: int) -> bool:
    word = doc.span(i, i + 1).of(doc.text)
    return len(word) > 1 and word.isupper()


def is_initial(doc: Document, i: int) -> bool:
    """The «А.» of «А. В. Иванов»."""
    words = doc.words
    return (
        i + 2 < len(words)
        and len(words[i]) == 1
        and words[i].isalpha()
        and words[i + 1] == "."
        and not doc.gap(i + 1)
        and capital(doc, i)
        and words[i + 2][0].isalpha()
    )


def is_dash(doc: Document, i: int) -> bool:
    """A dash, or a hyphen that is set like one; not the hyphen of «пресс-служба»."""
    return doc.words[i] in DASHES and (
        doc.gap(i) or i + 1 >= len(doc.words) or doc.gap(i + 1) or i == 0
    )


def is_hyphen(doc: Document, i: int) -> bool:
    return doc.words[i] in "-–" and not is_dash(doc, i)


@lru_cache(maxsize=KNOWN)
def guess(word: str) -> int:
    """The cases that a word may stand in by its ending; unknown scripts may be anything."""
    if not "а" <= word[-1] <= "я":
        return ANY_CASE
    if word in _UNLIKE:
        return _UNLIKE[word]
    for length in (3, 2, 1):
        found = _ENDINGS.get(word[-length:])
        if found is not None and len(word) > length:
            return found
    return _STRAIGHT


def cases(doc: Document, i: int) -> int:
    """The cases of a word: from the word lists, else by its ending and its capital."""
    word = doc.words[i]
    known = NOUNS.get(word)
    if known is not None:
        return known.cases
    if i + 2 < len(doc.words) and doc.words[i + 1] == "-" and is_hyphen(doc, i + 1):
        last = doc.words[i + 2]
        if last in NOUNS:
            return NOUNS[last].cases  # «телеграм-канал»
        if is_adjective(last) and not capital(doc, i):
            return guess(last)  # «военно-медицинского»
    found = guess(word)
    if found & _N or not capital(doc, i):
        return found
    # «Иванов», «Ким», «Вьетнам»; «Гёте», «Дали»
    if word.endswith(("ов", "ев", "им", "ым", "ам", "ом", "ем", "ах", "их", "ых", "е", "и")):
        return found if word.endswith("ии") else found | _N
    is_bare = word[-1] == "у" and (len(word) < 5 or word[-2] in "аеиоу")  # «Ландау»
    return found | _N if is_bare else found


def is_adjective(word: str) -> bool:
    return len(word) > 3 and word.endswith(ADJECTIVE_ENDS) and word not in NOUNS


def modifies(doc: Document, i: int) -> bool:
    """Whether a word is an adjective before its noun: «судейском комитете» too."""
    word = doc.words[i]
    if is_adjective(word):
        return True
    if not word.endswith(("ом", "ем")) or word in NOUNS or i + 1 >= len(doc.words):
        return False
    return bool(cases(doc, i + 1) & _L) and doc.words[i + 1][0].isalpha()


def is_venue(doc: Document, i: int) -> bool:
    """Whether a word is where or when something is said: «брифинге», «пресс-конференции»."""
    if doc.words[i] in VENUES:
        return True
    return i + 2 < len(doc.words) and is_hyphen(doc, i + 1) and doc.words[i + 2] in VENUES
