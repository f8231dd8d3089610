"""Turkish words from their end: suffixes by vowel harmony, made once, looked up by ending.

Source: section 2, points 1 and 2, of the project's notes on Turkish attribution. Nothing here knows
a dictionary: an ending only tells what a word may be, and whoever asks knows which of it matters.
"""

from collections.abc import Iterator
from functools import lru_cache

from claims.extraction.folding import fold

# The press mixes them, and capitals without a point are of either sort (İ/ı/I/i); a circumflex is
# optional in most words that have it.
LETTERS = {
    "İ": "i",
    "ı": "i",
    "â": "a",
    "Â": "a",
    "î": "i",
    "Î": "i",
    "û": "u",
    "Û": "u",
    # Two single marks stand for a double one, and a single one that is no apostrophe for another.
    "‘’": ' "',
    " ’’": '  "',
    "\n’’": '\n "',
    "’’": '" ',
    " ''": '  "',
    "\n''": '\n "',
    "''": '" ',
    "‘": "“",
    " '": ' "',
    "\n'": '\n"',
    ":'": ':"',
    "' ": '" ',
    "'\n": '"\n',
    "',": '",',
    ".'": '."',
    "!'": '!"',
    "?'": '?"',
    "'.": '".',
    "’ ": '" ',
    "’\n": '"\n',
    "’,": '",',
    ".’": '."',
    "!’": '!"',
    "?’": '?"',
    "’.": '".',
}
_CURLY = "’"
VOWELS = "aeıioöuü"
_HARD = "fstkçşhp"
_HIGH = {"a": "ı", "ı": "ı", "e": "i", "i": "i", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}
# So many words are remembered with what their ending tells.
REMEMBERED = 65_536


def f(word: str) -> str:
    """A word as documents of this language fold it."""
    return fold(word, LETTERS)


def fset(words: list[str]) -> frozenset[str]:
    return frozenset(map(f, words))


def last_vowel(word: str) -> str:
    return next((letter for letter in reversed(word) if letter in VOWELS), "e")


def harmonised(stem: str, suffix: str) -> str:
    """A stem with a suffix: A and I follow its vowels, D its last consonant, and what stands in
    round brackets is written only behind a vowel, in square ones only behind a consonant."""
    word = stem
    at = 0
    while at < len(suffix):
        letter = suffix[at]
        if letter in "([":
            close = suffix.index(")" if letter == "(" else "]", at)
            if (word[-1] in VOWELS) == (letter == "("):
                word = harmonised(word, suffix[at + 1 : close])
            at = close
        elif letter == "A":
            word += "a" if last_vowel(word) in "aıou" else "e"
        elif letter == "I":
            word += _HIGH[last_vowel(word)]
        elif letter == "D":
            word += "t" if word[-1] in _HARD else "d"
        else:
            word += letter
        at += 1
    return word


class Shape:
    """What the end of a word may be: bits of a number, for an enumeration is slow to combine."""

    NONE = 0
    CLAUSE_ACC = 1  # kapandığını, kapanacağını
    CLAUSE_NOM = 2  # kapandığı, kapanacağı
    CLAUSE_DAT = 4
    CLAUSE_ABL = 8
    CLAUSE_GEN = 16
    WISH_ACC = 32  # kapanmasını, kapanmayı
    WISH_NOM = 64  # kapanması
    WISH_DAT = 128
    WISH_ABL = 256
    WISH_INS = 512  # kapanmakla
    CONVERB = 1024  # kapanarak, kapanıp, kapanırken
    PARTICIPLE = 2048  # kapanan
    FINITE = 4096  # kapandı, kapanıyor, kapanacak
    ACC = 8192
    DAT = 16384
    GEN = 32768
    LOC = 65536
    ABL = 1 << 17
    INS = 1 << 18
    PLURAL = 1 << 19
    KI = 1 << 20  # yaşındaki
    FUTURE = 1 << 21
    ABLE = 1 << 22
    MUST = 1 << 23
    IMPERATIVE = 1 << 24
    WISH_GEN = 1 << 25
    CLAUSE_LOC = 1 << 26
    INFINITIVE = 1 << 27
    OF_US = 1 << 28  # kapandık, kapandım; many nouns end so (eğitim, politik)


CLAUSE = (
    Shape.CLAUSE_ACC | Shape.CLAUSE_NOM | Shape.CLAUSE_DAT | Shape.CLAUSE_ABL | Shape.CLAUSE_GEN
)
OBLIQUE = Shape.ACC | Shape.DAT | Shape.LOC | Shape.ABL | Shape.INS


def _forms(pattern: str) -> Iterator[str]:
    """A suffix in all its harmonies, folded."""
    for vowel in ("a", "ı", "e", "i", "o", "u", "ö", "ü"):
        for before in ("t", "n", vowel):
            stem = f"x{vowel}{before}" if before != vowel else f"x{vowel}"
            yield f(harmonised(stem, pattern))[len(stem) :]


_PATTERNS: list[tuple[str, int]] = [
    *(
        (core + case, shape | (Shape.FUTURE if core.startswith("(y)A") else Shape.NONE))
        for core in ("DIğI", "(y)AcAğI", "DIklArI", "(y)AcAklArI")
        for case, shape in (
            ("", Shape.CLAUSE_NOM),
            ("nI", Shape.CLAUSE_ACC),
            ("nA", Shape.CLAUSE_DAT),
            ("ndAn", Shape.CLAUSE_ABL),
            ("nIn", Shape.CLAUSE_GEN),
            ("ndA", Shape.CLAUSE_LOC),
        )
    ),
    *(
        (core + case, shape | (Shape.FUTURE if core.startswith("(y)A") else Shape.NONE))
        for core in ("DIğIm", "(y)AcAğIm", "DIğImIz", "(y)AcAğImIz")
        for case, shape in (
            ("I", Shape.CLAUSE_ACC),
            ("A", Shape.CLAUSE_DAT),
            ("", Shape.CLAUSE_NOM),
        )
    ),
    *(
        (core + case, shape)
        for core in ("mAsI", "mAlArI")
        for case, shape in (
            ("", Shape.WISH_NOM),
            ("nI", Shape.WISH_ACC),
            ("nA", Shape.WISH_DAT),
            ("ndAn", Shape.WISH_ABL),
            ("nIn", Shape.WISH_GEN),
        )
    ),
    ("mAmIz", Shape.WISH_NOM),
    ("mAyI", Shape.WISH_ACC),
    ("mAyA", Shape.WISH_DAT),
    ("mAktAn", Shape.WISH_ABL),
    ("mAklA", Shape.WISH_INS),
    ("mAk", Shape.INFINITIVE),
    ("(y)ArAk", Shape.CONVERB),
    ("(y)Ip", Shape.CONVERB),
    ("rken", Shape.CONVERB),
    ("mIşken", Shape.CONVERB),
    ("(y)IncA", Shape.CONVERB),
    ("mAdAn", Shape.CONVERB),
    ("DIktAn", Shape.CONVERB),
    ("(y)An", Shape.PARTICIPLE),
    ("DI", Shape.FINITE),
    ("DIlAr", Shape.FINITE),
    ("DIk", Shape.OF_US),
    ("DIm", Shape.OF_US),
    ("mIştIm", Shape.FINITE),
    ("mIştIk", Shape.FINITE),
    ("Iyor", Shape.FINITE),
    ("IyorlAr", Shape.FINITE),
    ("Iyoruz", Shape.FINITE),
    ("Iyorum", Shape.FINITE),
    ("IyordI", Shape.FINITE),
    ("mIş", Shape.FINITE),
    ("mIştI", Shape.FINITE),
    ("mIştIr", Shape.FINITE),
    ("mAktA", Shape.FINITE),
    ("mAktAdIr", Shape.FINITE),
    ("(y)AcAk", Shape.FINITE | Shape.FUTURE),
    ("(y)AcAklAr", Shape.FINITE | Shape.FUTURE),
    ("(y)AcAktIr", Shape.FINITE | Shape.FUTURE),
    ("(y)AcAğIz", Shape.FINITE | Shape.FUTURE),
    ("(y)AcAğIm", Shape.FINITE | Shape.FUTURE),
    ("(y)AbIlir", Shape.FINITE | Shape.ABLE),
    ("(y)AbIlirlAr", Shape.FINITE | Shape.ABLE),
    ("(y)AbIliriz", Shape.FINITE | Shape.ABLE),
    ("mAlI", Shape.FINITE | Shape.MUST),
    ("mAlIdIr", Shape.FINITE | Shape.MUST),
    ("mAlIyIz", Shape.FINITE | Shape.MUST),
    ("mAlIlAr", Shape.FINITE | Shape.MUST),
    ("sInlAr", Shape.FINITE | Shape.IMPERATIVE),
    ("sIn", Shape.IMPERATIVE),
    ("(y)InIz", Shape.IMPERATIVE),
    ("(y)AlIm", Shape.FINITE | Shape.IMPERATIVE),
    ("mAyIn", Shape.FINITE | Shape.IMPERATIVE),
    ("lArI", Shape.PLURAL),
    ("lArInI", Shape.ACC),
    ("lArInA", Shape.DAT),
    ("lArIndA", Shape.LOC),
    ("lArIndAn", Shape.ABL),
    ("lArInIn", Shape.GEN),
    ("lArI", Shape.ACC | Shape.PLURAL),
    ("lArA", Shape.DAT),
    ("lArdA", Shape.LOC),
    ("lArdAn", Shape.ABL),
    ("lArIn", Shape.GEN),
    ("lArlA", Shape.INS),
    ("lAr", Shape.PLURAL),
    ("lIğA", Shape.DAT),
    ("lIğIn", Shape.GEN),
    ("InI", Shape.ACC),
    ("sInI", Shape.ACC),
    ("InA", Shape.DAT),
    ("sInA", Shape.DAT),
    ("IndA", Shape.LOC),
    ("sIndA", Shape.LOC),
    ("IndAn", Shape.ABL),
    ("sIndAn", Shape.ABL),
    ("IylA", Shape.INS),
    ("InIn", Shape.GEN),
    ("sInIn", Shape.GEN),
    ("nIn", Shape.GEN),
    ("DA", Shape.LOC),
    ("DAn", Shape.ABL),
    ("DAki", Shape.KI),
    ("ndAki", Shape.KI),
    ("yI", Shape.ACC),
    ("yA", Shape.DAT),
    ("ylA", Shape.INS),
]


def _endings() -> dict[str, int]:
    endings: dict[str, int] = {}
    for pattern, shape in _PATTERNS:
        for form in set(_forms(pattern)):
            if len(form) > 1:
                # The first pattern wins: clauses stand before nouns.
                endings.setdefault(form, shape)
    return endings


_ENDINGS = _endings()
_LONGEST = max(map(len, _ENDINGS))
# Behind an apostrophe a suffix is told exactly.
_NAME_SUFFIXES: dict[str, int] = {}
for _pattern, _shape in (
    ("(n)In", Shape.GEN),
    ("(y)A", Shape.DAT),
    ("nA", Shape.DAT),
    ("(y)I", Shape.ACC),
    ("nI", Shape.ACC),
    ("DA", Shape.LOC),
    ("ndA", Shape.LOC),
    ("DAn", Shape.ABL),
    ("ndAn", Shape.ABL),
    ("(y)lA", Shape.INS),
    ("DAki", Shape.KI),
    ("ndAki", Shape.KI),
):
    for _form in _forms(_pattern):
        _NAME_SUFFIXES.setdefault(_form, _shape)


# Nouns of which -DIklArI is no ending of a verb.
_NO_CLAUSES = (
    "istatistik", "taktik", "plastik", "pratik", "politik", "sandik", "lojistik", "estetik",
)  # fmt: skip


# Nouns that end like a converb (-Ip).
_NO_CONVERBS = frozenset(
    (
        "tabip", "sahip", "garip", "kulüp", "grup", "galip", "rakip", "takip", "tertip", "nasip",
        "talip", "katip", "kalip", "mektup", "mağlup", "eyüp", "yakup", "edip", "kitap",
    )
)  # fmt: skip


@lru_cache(REMEMBERED)
def shape(word: str) -> int:
    """What a folded word may be, by its longest ending that is known; at least two letters must
    remain. Behind an apostrophe stands nothing but a suffix."""
    at = _apostrophe(word)
    if at > 0:
        return _NAME_SUFFIXES.get(word[at + 1 :], Shape.NONE)
    for length in range(min(_LONGEST, len(word) - 2), 1, -1):
        found = _ENDINGS.get(word[-length:])
        if found is not None:
            if found & CLAUSE and word.startswith(_NO_CLAUSES):
                continue
            if found & Shape.CONVERB and word in _NO_CONVERBS:
                continue
            if found & Shape.FUTURE or found & CLAUSE:
                return found | _ability(word)
            return found
    return Shape.NONE


def _ability(word: str) -> int:
    """«kapanabileceğini»: hedged; «kapanamayacağını» cannot, and is not."""
    for sign in ("abilec", "ebilec", "abildi", "ebildi", "abilme", "ebilme"):
        if sign in word:
            return Shape.ABLE
    return Shape.NONE


def _apostrophe(word: str) -> int:
    """Where the suffix of a name begins, straight or curly; -1 where none does."""
    at = word.find("'")
    return at if at >= 0 else word.find(_CURLY)


@lru_cache(REMEMBERED)
def base(word: str) -> str:
    """A word without what stands behind its apostrophe."""
    at = _apostrophe(word)
    return word[:at] if at > 0 else word


@lru_cache(REMEMBERED)
def suffix_length(word: str) -> int:
    """How many letters the apostrophe and what stands behind it are."""
    at = _apostrophe(word)
    return len(word) - at if at > 0 else 0
