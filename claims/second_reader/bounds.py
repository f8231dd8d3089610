"""Where a word begins and ends, so that no quote is a piece of one: a number, a name, a negation.

After the rules of word boundaries of Unicode (UAX #29) that concern numbers and apostrophes, and
beyond them signs, units and spaced thousands: «500» out of «1 500» or «-500» says something else.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from claims.extraction.folding import folded
from claims.extraction.types import Span

_LETTER = r"[^\W_]"
_APOSTROPHE = "['’‘＇`´_]"  # and what joins the words of a handle
# Between two digits: of thousands, of a fraction, of a date, a time, a score or a range.
_SEPARATOR = r"[.,:/'’٫٬،⁄·\-‐‑‒–−\u00a0\u202f\u2009]"
_CURRENCY = "$€£¥¢₺₽₴₪₹₩₸₾₼﷼"
_SIGN = rf"[+±\-‐‑‒–−~≈<>≤≥#№%‰٪{_CURRENCY}]"
_UNIT = rf"[%‰٪°º{_CURRENCY}]"
_SPACE = r"[ \u00a0\u202f\u2009]"
_THOUSANDS = r"\d{3}(?!\d)"


def _between(before: str, behind: str, joint: str) -> tuple[str, str]:
    """The places on both sides of a joint between two signs of fixed length."""
    return rf"(?<={before})(?={joint}{behind})", rf"(?<={before}{joint})(?={behind})"


# The places inside a number, a contraction or a name that letters and digits alone do not show.
_INSIDE = re.compile(
    "|".join(
        (
            *_between(r"\d", r"\d", _SEPARATOR),
            *_between(_LETTER, _LETTER, _APOSTROPHE),
            # «1 500», «12 000», «500 000»; «2024 500» is a year and a number.
            *(
                place
                for digits in (r"\d", r"\d\d", r"\d\d\d")
                for place in _between(rf"(?<!\d){digits}", _THOUSANDS, _SPACE)
            ),
            rf"(?<={_SIGN})(?=\d)",
            r"(?<=(?<!\w)[.,٫])(?=\d)",  # «.5»
            rf"(?<=\d)(?={_SPACE}?{_UNIT})",
            rf"(?<=\d{_SPACE})(?=[%‰٪])",
        )
    )
)
# «non-violent», «премьер-министр»: a name may be a part of such a word, what is said may not.
_COMPOUND = re.compile("|".join(_between(_LETTER, _LETTER, "[-‐‑]")))
# What is invisible within a word: a soft hyphen, joiners, a word joiner.
_INVISIBLE = frozenset("\u00ad\u200c\u200d\u2060")

# «'s», and the cases of Turkish, which are written so behind a name. Behind a vowel no vowel
# follows without a consonant between them: «Sana'a» is one name, «Sana'ya» has the dative.
_ENDING = re.compile(
    r"['’](?:s|(?:l[ae]r)?(?:[yns]?[aeıiuü]|n?[ıiuü]n|n?[dt][ae]n?|y?l[ae])?(?:ki(?:ler)?)?)(?!\w)"
)
_VOWELS = "aeıioöuüâîû"

# Arabic writes these together with the word behind them, in this order: and, so; by, to, like.
_PREFIXES = re.compile("[وف]?[بلك]?")
_PREFIX_AT_MOST = 6  # with vowel marks
# Of what is left behind a prefix and no list knows: shorter ones are mostly cut out of a word.
_LEFT_AT_LEAST = 3


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] are whole words with nothing joined to them, as what is said is."""
    return not any(
        _is_inside(text, at) or _COMPOUND.match(text, at) is not None for at in (start, end)
    )


def is_named(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] are whole words but for what a grammar joins to a name: a prefix
    of Arabic, where what is left is plausible, and the ending of a case behind an apostrophe."""
    begins = not _is_inside(text, start) or _is_joined(text, start, end)
    return begins and (not _is_inside(text, end) or _has_ending(text, start, end))


def places(
    text: str, words: str, within: Span, is_whole: Callable[[str, int, int], bool]
) -> Iterator[Span]:
    """Where these very words stand and are whole ones."""
    at = text.find(words, within.start, within.end) if words else -1
    while at >= 0:
        if is_whole(text, at, at + len(words)):
            yield Span(at, at + len(words))
        at = text.find(words, at + 1, within.end)


def _is_inside(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    return (_in_word(text[at - 1]) and _in_word(text[at])) or _INSIDE.match(text, at) is not None


def _in_word(char: str) -> bool:
    return char.isalnum() or char in _INVISIBLE or unicodedata.category(char)[0] == "M"


def _has_ending(text: str, start: int, end: int) -> bool:
    """«Erdoğan'ın», «the ministry's»."""
    ending = _ENDING.match(text, end)
    if ending is None or len(ending[0]) < 2:
        return False
    if ending[0][1:] == "s":
        return True
    name = text[start:end].rpartition(" ")[2]
    is_split = ending[0][1] in _VOWELS and name[-1].lower() in _VOWELS
    return (name[0].isupper() or name[0].isdigit()) and not is_split


def _is_joined(text: str, start: int, end: int) -> bool:
    """«والوزير», but not «وقف»: whether a prefix stands before it, and a word is left."""
    first, last = start, start
    while first > 0 and _in_word(text[first - 1]) and start - first <= _PREFIX_AT_MOST:
        first -= 1
    prefix = folded(text[first:start]).text
    if not prefix or _PREFIXES.fullmatch(prefix) is None:
        return False
    while last < len(text) and _in_word(text[last]):
        last += 1
    left = folded(text[start:last]).text
    known = _is_known(prefix + left, left)
    if known is None:
        return len(left) >= _LEFT_AT_LEAST and _stands_alone_somewhere(text, text[start:end])
    return known


@lru_cache(1024)
def _is_known(whole: str, left: str) -> bool | None:
    """Whether the words of Arabic know the word as one with a prefix; None where they cannot say.

    The pack is imported here, when it is needed: it takes a second.
    """
    from claims.extraction.languages.ar import lexicon

    form = lexicon.FORMS.get(whole)
    if form is not None:
        return form.joined
    small = (lexicon.LEADS, lexicon.DETERMINERS, lexicon.DEMONSTRATIVES, lexicon.RELATIVES)
    if any(left in listed for listed in small):
        return True
    if whole in lexicon.NOUNS or whole in lexicon.WORDS_WITH_WAW:
        return False
    if left.startswith("ال"):
        return len(left) > 4
    return True if left in lexicon.NOUNS or left in lexicon.FORMS else None


@lru_cache(8)  # asked for each place of one name, of which a text may be full
def _stands_alone_somewhere(text: str, name: str) -> bool:
    """A name that no list knows is one where it stands by itself as well."""
    return any(places(text, name, Span(0, len(text)), stands_alone))
