"""Copies of a text that are fit to compare; the text itself is never changed.

Letters that the press mixes freely are folded together (hamza seats, final ya, digits, case).
Vowel marks and tatweel carry no difference that matters here and are dropped, with a map back to
the offsets of the unchanged text. Kept apart in running text: ة and ه, which tell words apart.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.extraction.types import Span

# Sources: the Unicode blocks Arabic, Arabic Supplement and Arabic Presentation Forms; which letters
# are mixed inside one article is counted in the project's notes on Arabic news.
_LETTERS = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ک": "ك",
    "ھ": "ه",
    "٬": ",",
    "٫": ".",
}
_DIGITS = {
    chr(base + n): str(n)
    for base in (0x0660, 0x06F0)  # Arabic-Indic, extended Arabic-Indic
    for n in range(10)
}
# Marks that stand on a letter: harakat, Quranic signs, superscript alef, and tatweel.
MARKS = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
# Characters without a width: bidi controls, joiners, soft hyphen, byte order mark.
INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_DROPPED = re.compile(f"[{MARKS}{INVISIBLE}]+")
_MARK_RUN = re.compile(f"[{MARKS}]+")
_REPLACED = {**_LETTERS, **_DIGITS, "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\t": " "}
_NEEDS_REPLACING = re.compile(f"[{''.join(_REPLACED)}]")

NO_LETTERS: Mapping[str, str] = {}


def fold(text: str, letters: Mapping[str, str] = NO_LETTERS) -> str:
    """A copy of the same length with letter variants, digits and case folded; ``letters`` are
    those that one language folds (İ and ı to i), each to as many others."""
    for letter, other in letters.items():
        text = text.replace(letter, other)
    # Chained replacement is many times faster than str.translate on Arabic.
    for there in set(_NEEDS_REPLACING.findall(text)):
        text = text.replace(there, _REPLACED[there])
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    # A few capitals (İ) become two characters in lower case: those stay as they are.
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without marks and invisible characters, and the way back to the unchanged one."""

    original: str
    text: str
    # Before text[cuts[k]] shifts[k] characters in all were dropped: few numbers for a long text.
    cuts: Sequence[int] = ()
    shifts: Sequence[int] = ()

    def offset(self, at: int) -> int:
        """Where text[at] stands in the original."""
        before = bisect_right(self.cuts, at)
        return at + self.shifts[before - 1] if before else at

    def original_span(self, start: int, end: int) -> Span:
        """The span of the original that text[start:end] stands for, marks on its end included."""
        if not self.cuts:
            return Span(start, end)
        before = bisect_right(self.cuts, start)
        after = bisect_right(self.cuts, end - 1, before)
        first = start + self.shifts[before - 1] if before else start
        last = end + self.shifts[after - 1] if after else end
        is_marked = after < len(self.cuts) and self.cuts[after] == end
        if is_marked and (run := _MARK_RUN.match(self.original, last)):
            last = run.end()
        return Span(first, last)


def folded(text: str, letters: Mapping[str, str] = NO_LETTERS) -> Folded:
    """Fold a text for reading, dropping marks and invisible characters."""
    same_length = fold(text, letters)
    kept: list[str] = []
    cuts: list[int] = []
    shifts: list[int] = []
    dropped = end = 0
    for run in _DROPPED.finditer(same_length):
        kept.append(same_length[end : run.start()])
        cuts.append(run.start() - dropped)
        end = run.end()
        dropped += end - run.start()
        shifts.append(dropped)
    if not cuts:
        return Folded(text, same_length)
    return Folded(text, "".join([*kept, same_length[end:]]), cuts, shifts)


_NOT_A_WORD = re.compile(r"[\W_]+")
_APOSTROPHES = re.compile(r"['’ʼ`´]")


def fold_name(name: str) -> str:
    """A form in which two spellings of one name are equal; "" when nothing is left to compare.

    Beyond `fold`: no marks, no accents on Latin and Cyrillic letters, ta marbuta as ha, one space
    between words and no punctuation.
    """
    name = _DROPPED.sub("", fold(unicodedata.normalize("NFC", name)))
    name = _APOSTROPHES.sub("", name).replace("ة", "ه").replace("ı", "i")
    name = "".join(
        char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char)
    )
    return _NOT_A_WORD.sub(" ", name.replace("İ", "i")).strip().casefold()


# Light stems: prefixes and endings that leave the word's sense, longest first; at least three
# letters must remain. After the usual light-10 inventory of Arabic retrieval.
_PREFIXES = ("وال", "فال", "بال", "كال", "ولل", "ال", "لل", "و")
_ENDINGS = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي", "ا")
_ARABIC = re.compile(r"[\u0621-\u064a]")


def stem(word: str) -> str:
    """The light stem of one word that went through `fold_name`; other scripts stay as they are."""
    if not _ARABIC.match(word):
        return word
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word[len(prefix) :]
            break
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def search_form(text: str) -> str:
    """The folded, light-stemmed words that search looks in and looks for."""
    return " ".join(map(stem, fold_name(text).split()))
