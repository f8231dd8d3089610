"""Which language a text is in, by its script, its letters and its commonest small words.

The lists stand in language.toml. What they do not hold is not guessed: the answer is then "und".
"""

import re
import tomllib
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from claims.extraction.folding import INVISIBLE, MARKS, fold

UNDETERMINED = "und"

# One sentence is enough, and a foreign quotation at the top must not decide: the beginning, and
# pieces from further on.
_BEGINNING = 800
_PIECE = 150
_PIECES = 3

# Where Unicode's blocks of one script begin; "" begins what is no letter or of no use here.
_BLOCKS = (
    (0x0041, "latin"),
    (0x0250, ""),
    (0x0370, "greek"),
    (0x0400, "cyrillic"),
    (0x0530, "armenian"),
    (0x0590, "hebrew"),
    (0x0600, "arabic"),
    (0x0700, ""),
    (0x0750, "arabic"),
    (0x0780, ""),
    (0x0980, "bengali"),
    (0x0A00, ""),
    (0x0B80, "tamil"),
    (0x0C00, "telugu"),
    (0x0C80, ""),
    (0x0E00, "thai"),
    (0x0E80, ""),
    (0x10A0, "georgian"),
    (0x1100, "hangul"),
    (0x1200, ""),
    (0x1E00, "latin"),
    (0x1F00, "greek"),
    (0x2000, ""),
    (0x3040, "kana"),
    (0x3100, ""),
    (0x3400, "han"),
    (0xA000, ""),
    (0xAC00, "hangul"),
    (0xD7B0, ""),
)
_STARTS = [start for start, _ in _BLOCKS]

_WITHOUT_WIDTH = re.compile(f"[{MARKS}{INVISIBLE}]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʻʼ][^\W\d_]+)*")
_APOSTROPHE = re.compile(r"['’ʻʼ]")

# How far one letter that only some languages of a script have speaks for these, and against the
# others; foreign words bring such letters too, so that a small word weighs more.
_FOR = 0.8
_AGAINST = 0.4
_OPENING = 0.5
_ENDING = 0.3
# Less evidence than one word that two languages share is none.
_LEAST = 0.3


@dataclass(frozen=True, slots=True)
class _Script:
    """What tells its languages apart; each list holds (language, how much it says)."""

    languages: tuple[str, ...]
    default: str
    words: dict[str, list[tuple[str, float]]]
    letters: dict[str, list[tuple[str, float]]]
    openings: dict[str, str]
    endings: dict[str, list[tuple[str, float]]]


def recognise(text: str) -> str:
    """An ISO 639-1 code, or "und" where no language can be told. Looks at some 1,200 letters."""
    sample = _sample(text)
    script = _main_script(sample)
    alone, scripts = _known()
    if script not in scripts:
        return alone.get(script, UNDETERMINED)
    return _main_language(scripts[script], _WORD.findall(sample))


def _sample(text: str) -> str:
    if len(text) > _BEGINNING:
        step = (len(text) - _BEGINNING) // _PIECES + 1
        starts = range(_BEGINNING, len(text), step)
        text = " ".join([text[:_BEGINNING], *(text[start : start + _PIECE] for start in starts)])
    text = unicodedata.normalize("NFKC", text.replace("\u200c", " "))
    return _WITHOUT_WIDTH.sub("", text)


def _main_script(sample: str) -> str:
    """The script of most letters; "" for none."""
    counts: Counter[str] = Counter()
    for letter, count in Counter(sample).items():
        if letter.isalpha():
            counts[_BLOCKS[bisect_right(_STARTS, ord(letter)) - 1][1]] += count
    # Japanese is written in Chinese characters too, and known by its kana.
    if counts["kana"] * 10 > counts["han"]:
        counts["kana"] += counts.pop("han", 0)
    return max(counts, key=lambda script: counts[script], default="")


def _main_language(script: _Script, words: list[str]) -> str:
    scores: defaultdict[str, float] = defaultdict(float)
    if script.default:
        scores[script.default] = _LEAST
    # Foreign letters come with names, and names with a capital.
    uncapitalised = [word for word in words if not word[0].isupper()]
    # Folded, so that the glyphs of a Persian keyboard in Arabic text say nothing.
    for letter, count in Counter(fold("".join(uncapitalised or words))).items():
        for language, weight in script.letters.get(letter, ()):
            scores[language] += weight * count
    for word, count in Counter(fold(" ".join(words)).replace("İ", "i").split()).items():
        for language, weight in _said_by(word, script):
            scores[language] += weight * count
    # Of equals the first in the file, so that the answer is always the same.
    best = max(script.languages, key=lambda language: scores[language])
    return best if scores[best] >= _LEAST else UNDETERMINED


def _said_by(word: str, script: _Script) -> Sequence[tuple[str, float]]:
    if found := script.words.get(word):
        return found
    if not word.isalpha():  # "l'armée", "Reuters'a"
        return [said for part in _APOSTROPHE.split(word) for said in script.words.get(part, ())]
    if len(word) < 5:
        return ()
    if script.openings:
        language = script.openings.get(word[:2]) or script.openings.get(word[:3])
        return ((language, _OPENING),) if language else ()
    ends = (script.endings.get(word[-length:]) for length in (5, 4, 3))
    return next(filter(None, ends), ())


@cache
def _known() -> tuple[dict[str, str], dict[str, _Script]]:
    """Language by script where a script has one; else what tells its languages apart."""
    told = tomllib.loads(Path(__file__).with_name("language.toml").read_text(encoding="utf-8"))
    return told["alone"], {name: _script(given) for name, given in told["script"].items()}


def _script(given: dict[str, Any]) -> _Script:
    default = given.pop("default", "")
    words = {code: set(fold(told["words"]).split()) for code, told in given.items()}
    letters = {code: set(fold(told["letters"])) for code, told in given.items()}
    openings = {start: code for code, told in given.items() for start in told.get("opening", ())}
    endings = {code: set(told.get("ending", ())) for code, told in given.items()}
    return _Script(
        languages=tuple(given),
        default=default,
        words=_shared(words, 1.0),
        letters=_for_and_against(letters),
        openings=openings,
        endings=_shared(endings, _ENDING),
    )


def _shared(signs: dict[str, set[str]], weight: float) -> dict[str, list[tuple[str, float]]]:
    """Each sign with its languages: the more have it, the less it says."""
    counts = Counter(chain.from_iterable(signs.values()))
    found: dict[str, list[tuple[str, float]]] = {sign: [] for sign in counts}
    for code, own in signs.items():
        for sign in own:
            found[sign].append((code, weight / counts[sign]))
    return found


def _for_and_against(letters: dict[str, set[str]]) -> dict[str, list[tuple[str, float]]]:
    found = _shared(letters, _FOR)
    for known_to in found.values():
        having = {code for code, _ in known_to}
        known_to += [(code, -_AGAINST) for code in letters if code not in having]
    return found
